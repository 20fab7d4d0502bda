import Diagnostics
import Testing
import Texts
import XML

@testable import Formats

/// A file with one mistake, and what must be said of it: code, the piece found, and what was meant.
struct MistakeCase: Sendable, CustomTestStringConvertible {
  var code: String
  var found: String
  var meant: String?
  /// The whole file, its place marked.
  var text: String
  var testDescription: String { "\(code) \(found)" }

  static func file(_ finding: some Finding, _ found: String, meant: String? = nil, _ text: String) -> MistakeCase {
    MistakeCase(code: finding.rawValue, found: found, meant: meant, text: text)
  }

  static func section(_ finding: some Finding, _ found: String, meant: String? = nil, _ text: String) -> MistakeCase {
    MistakeCase(code: finding.rawValue, found: found, meant: meant, text: Marked.instrument(text))
  }

  static func behind(_ finding: some Finding, _ found: String, meant: String? = nil, _ text: String) -> MistakeCase {
    MistakeCase(code: finding.rawValue, found: found, meant: meant, text: Marked.instrument(behind: text))
  }

  /// Reads the file and compares: exactly this finding, exactly there, with words in all languages.
  func check() {
    let marked = Marked(text)
    let findings = InstrumentReader.read(marked.bytes, file: "t.xml").findings
    let place = marked.places.first ?? ""
    let expected = "\(code) \(place) \(found)" + (meant.map { "→\($0)" } ?? "")
    #expect(findings.map { $0.summary(withLength: place.contains("+")) } == [expected])
    for language in Language.spoken {
      for finding in findings {
        let words = Rendering(language: language).text(of: finding)
        #expect(!words.contains("{"), "an argument is missing: \(words)")
      }
    }
  }
}

@Suite("What breaks the grammar is found, once, at its place")
struct GrammarFindingTests {
  static let elements: [MistakeCase] = [
    .file(
      GrammarFinding.wrongRoot, "tset", meant: "test",
      Marked.instrument().replacing("<test", with: "<⟦tset⟧").replacing("</test", with: "</tset")),
    .file(GrammarFinding.wrongRoot, "html", #"<⟦html⟧ xmlns="urn:synak:1"><body/></html>"#),
    .file(
      GrammarFinding.wrongNamespace, "urn:synak:1/", meant: "urn:synak:1",
      Marked.instrument().replacing("urn:synak:1", with: "urn:synak:1/").replacing("<test", with: "<⟦test⟧")),
    .file(
      GrammarFinding.noNamespace, "test",
      Marked.instrument().replacing(#" xmlns="urn:synak:1""#, with: "").replacing("<test", with: "<⟦test⟧")),
    .section(
      GrammarFinding.unknownElement, "chose", meant: "choose",
      #"<⟦chose⟧ id="a"><ky>а</ky><ru>б</ru><option code="1">1</option><option code="2">2</option></chose>"#),
    .section(GrammarFinding.unknownElement, "question", #"<⟦question⟧ id="a"><ky>а</ky></question>"#),
    .section(
      GrammarFinding.unknownElement, "kz", meant: "ky", #"<number id="a"><⟦kz⟧>а</kz><ru>б</ru></number>"#),
    .section(GrammarFinding.unknownElement, "b", meant: "strong", #"<note><ky>а <⟦b⟧>б</b></ky><ru>б</ru></note>"#),
    .section(
      GrammarFinding.misplacedElement, "row",
      #"<number id="a"><ky>а</ky><ru>б</ru><⟦row⟧ id="b">в</row></number>"#),
    .section(GrammarFinding.misplacedElement, "ky", "<⟦ky⟧>а</ky>"),
    .section(
      GrammarFinding.elementOutOfOrder, "ky",
      #"<number id="a"><key>1</key><⟦ky⟧>а</ky><ru>б</ru></number>"#),
    .section(
      GrammarFinding.repeatedElement, "hint",
      #"<number id="a"><ky>а</ky><ru>б</ru><hint>1</hint><⟦hint⟧>2</hint></number>"#),
    .section(GrammarFinding.missingElement, "rubric", #"<⟦rubric⟧ id="a"><ky>а</ky><ru>б</ru></rubric>"#),
    .section(GrammarFinding.foreignElement, "include", #"<⟦include⟧ xmlns="http://www.w3.org/2001/XInclude"/>"#),
    .section(GrammarFinding.strayText, "Эмне үчүн?", #"<number id="a">⟦Эмне үчүн?⟧ <hint>1</hint></number>"#),
    .section(GrammarFinding.strayText, "x", #"<compute id="a" value="1">⟦x⟧</compute>"#),
    .section(GrammarFinding.missingText, "number", #"<⟦number⟧ id="a"/>"#),
    .section(
      GrammarFinding.missingElement, "frac",
      "<note><ky><⟦frac⟧><num>1</num></frac></ky><ru>б</ru></note>"),
  ]

  static let attributes: [MistakeCase] = [
    .section(
      GrammarFinding.unknownAttribute, "lnes", meant: "lines",
      #"<text id="a" ⟦lnes⟧="2"><ky>а</ky><ru>б</ru></text>"#),
    .section(GrammarFinding.unknownAttribute, "image", #"<text id="a" ⟦image⟧="x.png"><ky>а</ky><ru>б</ru></text>"#),
    // The only one that is missing, under another name: one mistake.
    .section(
      GrammarFinding.unknownAttribute, "name", meant: "id", #"<text ⟦name⟧="a"><ky>а</ky><ru>б</ru></text>"#),
    .section(GrammarFinding.missingAttribute, "text", "<⟦text⟧><ky>а</ky><ru>б</ru></text>"),
    .section(
      GrammarFinding.foreignAttribute, "a", #"<note xmlns:x="urn:x" ⟦x:a="1">x</note>"#),
    .section(ContentFinding.reservedAttribute, "xml:id", #"<note ⟦xml:id⟧="z">x</note>"#),
  ]

  static let values: [MistakeCase] = [
    .section(GrammarFinding.notAnIdentifier, "a-b", #"<tally id="⟦a-b⟧"><ky>а</ky><ru>б</ru></tally>"#),
    .section(
      GrammarFinding.lookalikeLetters, "mаth", meant: "math", #"<tally id="⟦mаth⟧"><ky>а</ky><ru>б</ru></tally>"#),
    .file(
      GrammarFinding.notAName, "t_é", Marked.instrument().replacing(#"id="t""#, with: #"id="⟦t_é⟧""#)),
    .file(
      GrammarFinding.notAVersion, "v 1", Marked.instrument().replacing(#"version="1""#, with: #"version="⟦v 1⟧""#)),
    .section(
      GrammarFinding.notACode, "а", meant: "a",
      #"<choose id="a"><ky>а</ky><ru>б</ru><option code="⟦а⟧">1</option><option code="b">2</option></choose>"#),
    .section(
      GrammarFinding.notAPictureFile, "../a.svg",
      #"<note id="a"><ky>а <image src="⟦../a.svg⟧"><alt>б</alt></image></ky><ru>б</ru></note>"#),
    .section(GrammarFinding.notYesOrNo, "да", numberWith("whole", "⟦да⟧")),
    .section(GrammarFinding.notAWholeNumber, "1,5", #"<text id="a" lines="⟦1,5⟧"><ky>а</ky><ru>б</ru></text>"#),
    .section(GrammarFinding.notAWholeNumber, "007", #"<text id="a" lines="⟦007⟧"><ky>а</ky><ru>б</ru></text>"#),
    .section(GrammarFinding.numberOutOfRange, "41", #"<text id="a" lines=" ⟦41⟧ "><ky>а</ky><ru>б</ru></text>"#),
    .section(GrammarFinding.notANumber, "3,5", meant: "3.5", numberWith("min", "⟦3,5⟧")),
    .section(
      GrammarFinding.notANumber, "бир", #"<number id="a"><ky>а</ky><ru>б</ru><key>⟦бир⟧</key></number>"#),
    .section(GrammarFinding.notADuration, "40 m", numberWith("time-limit", "⟦40 m⟧")),
    .behind(
      GrammarFinding.notANumberOrPercent, "45 %",
      #"<scale id="x" method="sum" of="q"><ky>а</ky><ru>б</ru><level code="a" from="⟦45 %⟧">x</level></scale>"#),
    .behind(
      GrammarFinding.notOneOf, "smu", meant: "sum",
      #"<scale id="x" method="⟦smu⟧" of="q"><ky>а</ky><ru>б</ru></scale>"#),
    .file(
      GrammarFinding.notALanguage, "kg", meant: "ky",
      Marked.instrument(languages: "ky ru ⟦kg⟧")),
    .file(
      GrammarFinding.notGrades, "4б", Marked.instrument().replacing(#"id="t""#, with: #"id="t" grades="⟦4б⟧""#)),
    .section(GrammarFinding.emptyValue, "", numberWith("show-if", "⟦⟧")),
    .section(GrammarFinding.emptyValue, "", #"<number id="a"><ky>а</ky><ru>б</ru><⟦key/></number>"#),
    .section(
      GrammarFinding.valueTooLong, String(repeating: "у", count: 57) + "…",
      numberWith("unit", "⟦" + String(repeating: "у", count: 201))),
    .behind(
      GrammarFinding.notAnIdentifier, "2x", #"<scale id="x" method="sum" of="q ⟦2x⟧"><ky>а</ky><ru>б</ru></scale>"#),
  ]

  private static func numberWith(_ attribute: String, _ value: String) -> String {
    #"<number id="a" \#(attribute)="\#(value)"><ky>а</ky><ru>б</ru></number>"#
  }

  @Test("An element", arguments: elements)
  func element(mistake: MistakeCase) { mistake.check() }

  @Test("An attribute", arguments: attributes)
  func attribute(mistake: MistakeCase) { mistake.check() }

  @Test("A value", arguments: values)
  func value(mistake: MistakeCase) { mistake.check() }

  @Test("Every finding of the grammar has its case")
  func isComplete() {
    let shown = Set((Self.elements + Self.attributes + Self.values).map(\.code))
    // Dates stand in no instrument.
    let missing = Set(GrammarFinding.allCases.map(\.rawValue)).subtracting(shown).subtracting([
      GrammarFinding.notADate.rawValue
    ])
    #expect(missing == [])
  }

  @Test("A date is a day of the calendar")
  func date() throws {
    let grammar = Grammar(roots: ["day"], rules: [ElementRule("day", [.required("on", .date)], .nothing)])
    for (value, isFine) in [("2024-02-29", true), ("2025-02-29", false), ("29.02.2024", false), ("0000-01-01", false)] {
      let document = try Document.read(Array(#"<day xmlns="urn:synak:1" on="\#(value)"/>"#.utf8))
      let findings = GrammarReader.read(document, file: "x", grammar: grammar, roots: ["day"]).findings
      #expect(findings.map(\.code) == (isFine ? [] : ["E230"]), "\(value)")
    }
  }
}
