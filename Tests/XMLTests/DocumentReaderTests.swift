import Foundation
import Testing

@testable import XML

@Suite("Reading a document into values")
struct DocumentReaderTests {
  private func root(_ text: String) throws -> Element { try read(text).get().root }

  private func text(_ element: Element) -> TextRun? {
    guard element.children.count == 1, case .text(let run) = element.children[0] else { return nil }
    return run
  }

  @Test("Comments, instructions and CDATA don't divide a text, and each of its bytes keeps its place")
  func dividedText() throws {
    let source = "<r>sat<!-- x --><![CDATA[isf]]>ied<?p?> &amp; &#1201;</r>"
    let run = try #require(text(root(source)))
    #expect(run.string == "satisfied & ұ")
    #expect(!run.source.isVerbatim)
    let bytes = Array(source.utf8)
    for (index, byte) in "satisfied ".utf8.enumerated() {
      #expect(bytes[run.source.offset(ofByte: index)] == byte)
    }
    #expect(run.source.offset(ofByte: 0) == 3)
    #expect(run.source.offset(ofByte: 3) == source.utf8.count - "isf]]>ied<?p?> &amp; &#1201;</r>".utf8.count)
    #expect(run.source.offset(ofByte: 10) == source.utf8.count - "&amp; &#1201;</r>".utf8.count)
    #expect(run.source.offset(ofByte: 13) == source.utf8.count - "&#1201;</r>".utf8.count)
  }

  @Test("Attributes have true columns behind Cyrillic, entities and line ends")
  func attributeColumns() throws {
    let source = """
      <r>
        <суроо ат="Ак  илбирс" show-if="a lt 3 and
           b &gt; 2 or ж" x='&#1200;&quot;1'/>
      </r>
      """
    let document = try read(source).get()
    let map = LineMap(document.text)
    let item = try #require(document.root.elements.first)
    #expect(map.place(at: item.offset) == TextPlace(line: 2, column: 3))
    let name = try #require(item.attribute("ат"))
    #expect(map.place(at: name.nameOffset) == TextPlace(line: 2, column: 10))
    #expect(map.place(at: name.valueOffset) == TextPlace(line: 2, column: 14))
    #expect(name.source.isVerbatim)
    let rule = try #require(item.attribute("show-if"))
    #expect(rule.value == "a lt 3 and      b > 2 or ж")
    #expect(map.place(at: rule.valueOffset) == TextPlace(line: 2, column: 35))
    let greater = try #require(rule.value.utf8.firstIndex(of: UInt8(ascii: ">")))
    let index = rule.value.utf8.distance(from: rule.value.utf8.startIndex, to: greater)
    #expect(map.place(at: rule.source.offset(ofByte: index)) == TextPlace(line: 3, column: 8))
    #expect(map.place(at: rule.source.offset(ofByte: index + 2)) == TextPlace(line: 3, column: 13))
    let other = try #require(item.attribute("x"))
    #expect(other.value == "Ұ\"1")
    #expect(map.place(at: other.source.offset(ofByte: 3)) == TextPlace(line: 3, column: 37))
  }

  @Test("A value that only a line end changed still maps one to one")
  func lineEndInValue() throws {
    let attribute = try #require(root("<r a='x\ny'/>").attribute("a"))
    #expect(attribute.value == "x y")
    #expect(attribute.source.isVerbatim)
    #expect(attribute.source.offset(ofByte: 2) == 8)
  }

  @Test("An empty value, text and element have places too")
  func emptyThings() throws {
    let root = try root("<r a=''><b></b><c/></r>")
    #expect(root.attribute("a")?.source.offset(ofByte: 0) == 6)
    #expect(root.attribute("a")?.source.source == 6..<6)
    #expect(root.elements.map(\.children.count) == [0, 0])
    #expect(root.elements.map(\.offset) == [8, 15])
    #expect(root.elements.map(\.endOffset) == [15, 19])
    #expect(root.startTagEnd == 8)
    #expect(try self.root("<r><![CDATA[]]></r>").children.isEmpty)
  }

  @Test("Blank text is told from text that can be seen")
  func blankText() throws {
    #expect(try text(root("<r> \n\t</r>"))?.isBlank == true)
    #expect(try text(root("<r> <!-- x --> &#32;</r>"))?.isBlank == true)
    #expect(try text(root("<r> . </r>"))?.isBlank == false)
    #expect(try text(root("<r> &amp;</r>"))?.isBlank == false)
    #expect(try text(root("<r>a<!-- x --> </r>"))?.isBlank == false)
    #expect(try text(root("<r>\u{A0}</r>"))?.isBlank == false)
  }

  @Test("Namespaces hold where they are declared and no further")
  func namespaces() throws {
    let root = try root(
      """
      <r xmlns="urn:synak:1" xmlns:p="urn:p" xml:lang="ky" p:a="1" a="2"><p:b/><c xmlns="" xmlns:p="urn:q"><p:d/></c>\
      <e/></r>
      """)
    #expect(root.namespace == "urn:synak:1")
    #expect(root.attributes.map(\.namespace) == ["http://www.w3.org/XML/1998/namespace", "urn:p", nil])
    #expect(root.attribute("a")?.value == "2")
    #expect(root.declarations.map(\.prefix) == ["", "p"])
    #expect(root.elements.map(\.namespace) == ["urn:p", nil, "urn:synak:1"])
    #expect(root.elements[1].elements.map(\.namespace) == ["urn:q"])
  }

  @Test("Two spellings of a letter are two names")
  func canonicalEquivalence() throws {
    #expect(try root("<r \u{439}='1' \u{438}\u{306}='2'/>").attributes.count == 2)
  }

  @Test("Synak's own examples are read whole", .enabled(if: Conformance.root != nil))
  func examples() throws {
    let folder = try #require(Conformance.root).appending(path: "../examples")
    let survey = try verdict(of: folder.appending(path: "parent-survey.xml")).get()
    #expect(survey.root.name == "questionnaire")
    #expect(survey.root.attribute("languages")?.value == "ky ru en")
    let map = LineMap(survey.text)
    let section = try #require(survey.root.elements.first { $0.name == "section" })
    let many = try #require(section.elements.first { $0.name == "choose-many" })
    let rule = try #require(many.attribute("show-if"))
    #expect(rule.value == "meals eq 'no'")
    #expect(map.place(at: rule.valueOffset) == TextPlace(line: 27, column: 40))
  }
}
