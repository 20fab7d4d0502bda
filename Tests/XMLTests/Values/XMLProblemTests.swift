import Testing

@testable import XML

@Suite("Problems of markup, each with its kind and place")
struct XMLProblemTests {
  /// A broken text, what is wrong, and where a person should look.
  struct Case: Sendable, CustomTestStringConvertible {
    var source: String
    var kinds: [XMLProblem.Kind]
    var places: [TextPlace]
    var testDescription: String { source }

    init(_ source: String, _ kind: XMLProblem.Kind, _ line: Int, _ column: Int) {
      self.source = source
      kinds = [kind]
      places = [TextPlace(line: line, column: column)]
    }
  }

  static let documents: [Case] = [
    Case("Салам", .notXML, 1, 1),
    Case("<!-- -->", .notXML, 1, 1),
    Case("<r/>x", .contentAfterRoot, 1, 5),
    Case("<r/>\n<r/>", .contentAfterRoot, 2, 1),
    Case("<r/></r>", .contentAfterRoot, 1, 5),
    Case("</r>", .unexpectedClosing(element: "r"), 1, 1),
    Case("<r>\n<өң>\n", .unclosed(element: "өң"), 3, 1),
    Case("<r><a></b></r>", .mismatchedTag(open: "a", close: "b"), 1, 7),
    Case("<r>\n</r", .unfinishedTag, 2, 1),
    Case("<r><a b='1'", .unfinishedTag, 1, 4),
    Case("<r><!-- x", .unclosedComment, 1, 4),
    Case("<r><!-- a -- b --></r>", .hyphensInComment, 1, 11),
    Case("<r><![CDATA[ x", .unclosedCDATA, 1, 4),
    Case("<r><?p x", .unclosedInstruction, 1, 4),
    Case("<r><?xml version='1.0'?></r>", .reservedInstruction, 1, 9),
    Case("<r/>\n<?xml version='1.0'?>", .reservedInstruction, 2, 6),
    Case("<!DOCTYPE r><r/>", .doctype, 1, 1),
    Case("<!-- x -->\n<!DOCTYPE r [<!ENTITY a 'b'>]><r>&a;</r>", .doctype, 2, 1),
    Case("<!DOCTYPE r SYSTEM 'file:///etc/passwd'><r/>", .doctype, 1, 1),
  ]

  static let tags: [Case] = [
    Case("<r a/>", .attributeWithoutValue("a"), 1, 4),
    Case("<r ат=1/>", .unquotedValue(attribute: "ат"), 1, 7),
    Case("<r a='1", .unclosedValue(attribute: "a"), 1, 6),
    Case("<r a='<'/>", .lessThanInValue(attribute: "a"), 1, 7),
    Case("<r a='1' b='2' a='3'/>", .duplicateAttribute("a"), 1, 16),
    Case("<r xmlns:p='u' xmlns:q='u' p:a='' q:a=''/>", .duplicateAttribute("q:a"), 1, 35),
    Case("<r a='1'b='2'/>", .missingSpace, 1, 9),
    Case("<r>< a/></r>", .badTag, 1, 5),
    Case("<r><1/></r>", .badName, 1, 5),
  ]

  static let texts: [Case] = [
    Case("<r>Аң &nbsp;</r>", .undefinedEntity("nbsp"), 1, 7),
    Case("<r a='&x;'/>", .undefinedEntity("x"), 1, 7),
    Case("<r>a & b</r>", .badReference, 1, 6),
    Case("<r>&#xZZ;</r>", .badReference, 1, 4),
    Case("<r>&#99999999999;</r>", .badReference, 1, 4),
    Case("<r>&#xD800;</r>", .badReference, 1, 4),
    Case("<r>&#27;[2J</r>", .badCharacter(27), 1, 4),
    Case("<r>&#0;</r>", .badCharacter(0), 1, 4),
    Case("<r>ң\u{1B}</r>", .badCharacter(27), 1, 5),
    Case("<r>\u{FFFE}</r>", .badCharacter(0xFFFE), 1, 4),
    Case("<r>]]></r>", .cdataEndInText, 1, 4),
  ]

  static let namespaces: [Case] = [
    Case("<r>\n <p:a/></r>", .undeclaredPrefix("p"), 2, 3),
    Case("<r p:a='1'/>", .undeclaredPrefix("p"), 1, 4),
    Case("<r xmlns:p=''/>", .badNamespace("p"), 1, 4),
    Case("<r xmlns:xml='urn:x'/>", .badNamespace("xml"), 1, 4),
    Case("<r xmlns:xmlns='urn:x'/>", .badNamespace("xmlns"), 1, 4),
    Case("<r xmlns='http://www.w3.org/2000/xmlns/'/>", .badNamespace(""), 1, 4),
  ]

  @Test(
    "The first mistake is named, at the place where a person should look",
    arguments: [documents, tags, texts, namespaces])
  func kindsAndPlaces(cases: [Case]) {
    for row in cases {
      guard case .failure(let refusal) = read(row.source) else {
        Issue.record("\(row.source) was read")
        continue
      }
      #expect(refusal.problems.map(\.kind) == row.kinds, "\(row.source)")
      #expect(refusal.problems.map(\.place) == row.places, "\(row.source)")
      #expect(refusal.text != nil)
    }
  }

  @Test("All undeclared prefixes are found at once")
  func manyPrefixes() {
    guard case .failure(let refusal) = read("<r><p:a/>\n<q:b s:c=''/>\n<p:d></r>") else { return }
    #expect(
      refusal.problems.map(\.kind) == [
        .undeclaredPrefix("p"), .undeclaredPrefix("q"), .undeclaredPrefix("s"), .undeclaredPrefix("p"),
        .mismatchedTag(open: "p:d", close: "r"),
      ])
    #expect(refusal.problems.map(\.place.line) == [1, 2, 2, 3, 3])
  }

  @Test("An element that isn't closed, or closed wrongly, shows where it was opened")
  func related() throws {
    for source in ["<r>\n  <a>\n", "<r>\n  <a>\n</r>"] {
      guard case .failure(let refusal) = read(source) else { continue }
      #expect(refusal.problems.first?.related == TextPlace(line: 2, column: 3))
    }
  }
}
