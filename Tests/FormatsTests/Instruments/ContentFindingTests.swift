import Diagnostics
import Instruments
import Testing
import Texts
import XML

@testable import Formats

@Suite("What only shows in the file as a whole is found, once, at its place")
struct ContentFindingTests {
  static let texts: [MistakeCase] = [
    .file(ContentFinding.languageDeclaredTwice, "ru", Marked.instrument(languages: "ky ru ⟦ru⟧")),
    .file(ContentFinding.languageNeverUsed, "en", Marked.instrument(languages: "ky ru ⟦en⟧")),
    .section(ContentFinding.doubledTranslation, "ky", "<note><ky>а</ky><⟦ky⟧>б</ky><ru>в</ru></note>"),
    // Once a file: a language that was forgotten at the top stands in every text.
    .section(
      ContentFinding.languageNotDeclared, "en",
      "<note><ky>а</ky><ru>б</ru><⟦en⟧>c</en></note><note><ky>а</ky><ru>б</ru><en>c</en></note>"),
    .section(ContentFinding.missingTranslation, "note", "<⟦note⟧><ky>а</ky></note>"),
    .section(ContentFinding.mixedText, "note", "<note><ky>а</ky>⟦б<ru>в</ru></note>"),
    .section(ContentFinding.mixedText, "note", "<note><ky>а</ky><ru>в</ru> <⟦em>б</em></note>"),
    .section(ContentFinding.emptyText, "note", "<⟦note⟧> </note>"),
    .section(ContentFinding.emptyText, "ru", "<note><ky>а</ky><⟦ru⟧> <em/> </ru></note>"),
    .section(
      ContentFinding.textTooLong, "ky",
      "<note><⟦ky⟧><em>\(String(repeating: "a", count: 40_000))</em>\(String(repeating: "b", count: 40_000))</ky>"
        + "<ru>в</ru></note>"),
  ]

  static let items: [MistakeCase] = [
    .section(InstrumentFinding.doubledID, "Q", #"<tally id="⟦Q⟧"><ky>а</ky><ru>б</ru></tally>"#),
    .section(InstrumentFinding.doubledID, "s", #"<tally id="⟦s⟧"><ky>а</ky><ru>б</ru></tally>"#),
    .section(
      InstrumentFinding.doubledCode, "1",
      #"<choose id="a"><ky>а</ky><ru>б</ru><option code="1">1</option><option code="⟦1⟧">2</option></choose>"#),
    .behind(
      ScoringFinding.doubledField, "x",
      #"<feeds dataset="d"><field id="x" value="1"/><field id="⟦x⟧" value="2"/></feeds>"#),
    .section(
      InstrumentFinding.unknownChoiceList, "agre", meant: "agree",
      #"<choose id="a" choices="⟦agre⟧"><ky>а</ky><ru>б</ru></choose></section><choice-list id="agree">"#
        + #"<option code="1">1</option><option code="2">2</option></choice-list><section id="s2">"#),
    .section(InstrumentFinding.nothingToChoose, "a", #"<⟦choose⟧ id="a"><ky>а</ky><ru>б</ru></choose>"#),
    .section(
      ContentFinding.optionsAndChoices, "choose",
      #"<choose id="a" choices="⟦l⟧"><ky>а</ky><ru>б</ru><option code="1">1</option></choose></section>"#
        + #"<choice-list id="l"><option code="1">1</option></choice-list><section id="s2">"#),
    .section(
      ContentFinding.nothingIsRight, "a",
      #"<number id="a" points="⟦2⟧"><ky>а</ky><ru>б</ru></number>"#),
    .section(
      ScoringFinding.placesNotPermutation, "a",
      #"<⟦order⟧ id="a"><ky>а</ky><ru>б</ru><option code="1" place="1">1</option><option code="2" place="3">2</option></order>"#
    ),
    .section(
      ContentFinding.keyTwice, "a",
      #"<choose id="a"><ky>а</ky><ru>б</ru><option code="1" correct="yes">1</option><option code="2">2</option>"#
        + "<⟦key⟧>1</key></choose>"),
    .file(
      ContentFinding.gradesReversed, "9-4",
      Marked.instrument().replacing(#"id="t""#, with: #"id="t" grades="⟦9-4⟧""#)),
    .file(
      ContentFinding.noItems, "test",
      #"<⟦test⟧ xmlns="urn:synak:1" id="t" version="1" languages="ky"><title>T</title></test>"#),
    .file(
      ContentFinding.otherKindOfFile, "indicators",
      #"<⟦indicators⟧ xmlns="urn:synak:1" id="x" version="1" languages="ky"/>"#),
  ]

  @Test("Of texts and languages", arguments: texts)
  func text(mistake: MistakeCase) { mistake.check() }

  @Test("Of items and keys", arguments: items)
  func item(mistake: MistakeCase) { mistake.check() }

  @Test("Every finding of this family has its case")
  func isComplete() {
    let shown = Set((Self.texts + Self.items).map(\.code))
    let elsewhere: [ContentFinding] = [.reservedAttribute, .tooManyItems, .manyFindings]
    let missing = Set(ContentFinding.allCases.map(\.rawValue)).subtracting(shown).subtracting(elsewhere.map(\.rawValue))
    #expect(missing == [])
  }

  @Test("10,000 items are read; the first beyond is reported, once")
  func tooManyItems() throws {
    let items = (0..<10_001).map { "<tally id='i\($0)'><ky>а</ky><ru>б</ru></tally>\n" }
    func findings(_ count: Int) -> [Diagnostic] {
      InstrumentReader.read(Array(Marked.instrument(items.prefix(count).joined()).utf8), file: "x").findings
    }
    #expect(findings(9_999) == [])
    #expect(findings(10_001).map { $0.summary(withLength: false) } == ["E234 10005:2 "])
  }

  @Test("A file full of mistakes says so and ends")
  func manyFindings() {
    let mistakes = (0..<3_000).map { "<wrong\($0 % 50)/>" }.joined()
    let findings = InstrumentReader.read(Array(Marked.instrument(mistakes).utf8), file: "x").findings
    #expect(findings.count == GrammarReader.mostFindings + 1)
    #expect(findings.last?.code == "N239")
  }
}
