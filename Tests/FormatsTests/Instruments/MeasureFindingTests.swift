import Diagnostics
import Instruments
import Testing
import Texts
import XML

@testable import Formats

/// A file with one mistake about scales, tables, blueprints or feedback, and the codes that must be found.
struct MeasureCase: Sendable, CustomTestStringConvertible {
  var description: String
  var codes: [String]
  /// What stands behind the questions.
  var behind: String
  /// What a question has more.
  var more = ""
  var inside = ""

  var testDescription: String { description }

  init(_ description: String, _ codes: String..., more: String = "", inside: String = "", behind: String = "") {
    self.description = description
    self.codes = codes
    self.behind = behind
    self.more = more
    self.inside = inside
  }

  var file: String {
    """
    <test xmlns="urn:synak:1" id="t" version="1" languages="ky ru" grades="4-6"><title><ky>Т</ky><ru>Т!</ru></title>
    <input id="grade" type="integer" min="1" max="11"><ky>Класс</ky><ru>Класс!</ru></input>
    <input id="name"><ky>Аты</ky><ru>Имя</ru></input>
    <section id="s">
    <number id="a" min="0" max="99" points="4"><ky>А</ky><ru>А!</ru><key>5</key></number>
    <text id="b" points="6" \(more)><ky>Б</ky><ru>Б!</ru><key>Каракол</key>\(inside)</text>
    <number id="free" min="1"><ky>Канча?</ky><ru>Сколько?</ru></number>
    </section>
    <scale id="total" method="sum" of="a b"><ky>Упай</ky><ru>Баллы</ru></scale>
    \(behind)</test>
    """
  }
}

@Suite("What can be wrong with weights, tables, blueprints and feedback")
struct MeasureFindingTests {
  private static func scale(_ attributes: String, _ inside: String = "") -> String {
    "<scale id=\"x\" \(attributes)><ky>Ш</ky><ru>Ш!</ru>\(inside)</scale>"
  }

  private static func level(_ code: String, _ rest: String) -> String {
    "<level code=\"\(code)\" \(rest)><ky>\(code)</ky><ru>\(code)!</ru></level>"
  }

  private static func blueprint(_ inside: String) -> String { "<blueprint>\(inside)</blueprint>" }

  private static func area(_ code: String, _ share: String) -> String {
    "<area code=\"\(code)\" share=\"\(share)\"><ky>\(code)</ky><ru>\(code)!</ru></area>"
  }

  static let cases: [MeasureCase] = [
    MeasureCase("nothing"),
    MeasureCase(
      "weights, ends and levels that fit",
      behind: scale("method=\"mean\" of=\"a b\" weights=\"1 2.5\" rescale=\"0 100\"")),
    MeasureCase("one weight too few", "E440", behind: scale("method=\"mean\" of=\"a b\" weights=\"1\"")),
    MeasureCase("a weight of nothing", "E441", behind: scale("method=\"mean\" of=\"a b\" weights=\"1 0\"")),
    MeasureCase("one end", "E442", behind: scale("method=\"sum\" of=\"a b\" rescale=\"100\"")),
    MeasureCase("ends reversed", "E443", behind: scale("method=\"sum\" of=\"a b\" rescale=\"100 0\"")),
    MeasureCase("no largest number", "E444", behind: scale("method=\"sum\" of=\"free\" rescale=\"0 100\"")),
    MeasureCase("a table without rows", "E445", behind: scale("method=\"table\" of=\"total\"")),
    MeasureCase(
      "a table of two", "E446", behind: scale("method=\"table\" of=\"a b\"", "<row from=\"0\" value=\"2\"/>")),
    MeasureCase(
      "rows of no table", "E447", behind: scale("method=\"sum\" of=\"total\"", "<row from=\"0\" value=\"2\"/>")),
    MeasureCase(
      "rows out of order", "E448",
      behind: scale(
        "method=\"table\" of=\"total\"",
        "<row from=\"0\" value=\"2\"/><row from=\"5\" value=\"3\"/><row from=\"4\" value=\"4\"/>")),
    MeasureCase(
      "rows of two grades are in order each",
      behind: scale(
        "method=\"table\" of=\"total\" by=\"grade\"",
        "<row from=\"0\" value=\"2\" for=\"4-5\"/><row from=\"5\" value=\"3\" for=\"4-5\"/><row from=\"0\" value=\"2\" for=\"6\"/>"
      )),
    MeasureCase(
      "a grade without rows", "W431",
      behind: scale("method=\"table\" of=\"total\" by=\"grade\"", "<row from=\"0\" value=\"2\" for=\"4-5\"/>")),
    MeasureCase(
      "a grade that never comes", "W434",
      behind: scale(
        "method=\"table\" of=\"total\" by=\"grade\"",
        "<row from=\"0\" value=\"2\" for=\"4-6\"/><row from=\"0\" value=\"3\" for=\"9\"/>")),
    MeasureCase(
      "for without by", "E449",
      behind: scale("method=\"table\" of=\"total\"", "<row from=\"0\" value=\"2\" for=\"4\"/>")),
    MeasureCase(
      "by nothing", "E450",
      behind: scale("method=\"table\" of=\"total\" by=\"grad\"", "<row from=\"0\" value=\"2\" for=\"4\"/>")),
    MeasureCase(
      "by an age that is computed",
      inside: "</text><compute id=\"age\" value=\"grade + 6\"/><text id=\"z\"><ky>Я</ky><ru>Я!</ru>",
      behind: scale("method=\"table\" of=\"total\" by=\"age\"", "<row from=\"0\" value=\"2\" for=\"7-12\"/>")),
    MeasureCase(
      "by a name", "E451",
      behind: scale("method=\"table\" of=\"total\" by=\"name\"", "<row from=\"0\" value=\"2\" for=\"4\"/>")),
    MeasureCase(
      "grades from the end", "E452",
      behind: scale("method=\"table\" of=\"total\" by=\"grade\"", "<row from=\"0\" value=\"2\" for=\"6-4\"/>")),
    MeasureCase(
      "a row that nobody reaches", "E458",
      behind: scale(
        "method=\"table\" of=\"total\"", "<row from=\"0\" value=\"2\"/><row from=\"11\" value=\"3\"/>")),
    MeasureCase(
      "levels of their own for a grade",
      behind: scale(
        "method=\"sum\" of=\"total\" by=\"grade\"",
        level("low", "from=\"0\"") + level("base", "from=\"4\" for=\"4\"") + level("base", "from=\"6\" for=\"5-6\""))),
    MeasureCase(
      "a level twice for a grade", "E328",
      behind: scale(
        "method=\"sum\" of=\"total\" by=\"grade\"",
        level("base", "from=\"0\" for=\"4-5\"") + level("base", "from=\"6\" for=\"5-6\""))),
    MeasureCase("a typo worth no percentage", "E439", more: "typo=\"one\" typo-worth=\"50\""),
    MeasureCase("a typo forgiven", more: "typo=\"one\" typo-worth=\"50%\""),
    MeasureCase("two keys that a typo confuses", "W435", more: "typo=\"one\"", inside: "<key>Караколь</key>"),
    MeasureCase("an area without a blueprint", "E456", more: "area=\"geo\""),
    MeasureCase(
      "an area that isn't there", "E455", "W433", more: "area=\"geos\"",
      behind: blueprint(area("geo", "60%") + area("num", "40%"))),
    MeasureCase(
      "an item that is nowhere", "W433", "W432", "W432", more: "area=\"geo\"",
      behind: blueprint(area("geo", "40%") + area("num", "60%"))),
    MeasureCase(
      "shares of more than a whole", "E457", "W433", "W433", behind: blueprint(area("geo", "60%") + area("num", "60%"))),
    MeasureCase(
      "an area twice", "E454", "W433", "W433", behind: blueprint(area("geo", "60%") + area("geo", "40%"))),
    MeasureCase("said when right", inside: "<feedback when=\"right\"><ky>Азамат</ky><ru>Молодец</ru></feedback>"),
  ]

  @Test("Each mistake is found, and nothing else", arguments: cases)
  func finds(_ one: MeasureCase) throws {
    let reading = InstrumentReader.read(Array(one.file.utf8), file: "t.xml")
    let checked = reading.instrument?.checked(
      hash: ContentHash(of: Array(one.file.utf8)), datasets: nil, after: reading.trouble)
    let findings = reading.findings + (checked?.findings ?? [])
    #expect(findings.map(\.code).sorted() == one.codes.sorted(), "\(findings.map { $0.text(in: .en) })")
    for language in Language.spoken {
      for finding in findings { #expect(!Rendering(language: language).text(of: finding).contains("{")) }
    }
  }

  @Test("A blueprint that is kept says nothing; one that is missed says by how much")
  func shares() throws {
    var one = MeasureCase("", more: "area=\"geo\"")
    one.behind = Self.blueprint(Self.area("geo", "60%") + Self.area("num", "40%"))
    let kept = one.file.replacingOccurrence(of: "points=\"4\"", with: "points=\"4\" area=\"num\"")
    #expect(findings(kept) == [])
    let missed = kept.replacingOccurrence(of: "points=\"6\"", with: "points=\"12\"")
    #expect(
      findings(missed) == [
        "“geo”: the blueprint wants 60%, but has 75% (12 of 16 points).",
        "“num”: the blueprint wants 40%, but has 25% (4 of 16 points).",
      ])
  }

  private func findings(_ file: String) -> [String] {
    let reading = InstrumentReader.read(Array(file.utf8), file: "t.xml")
    let checked = reading.instrument?.checked(hash: ContentHash(of: Array(file.utf8)), datasets: nil)
    return (reading.findings + (checked?.findings ?? [])).map { $0.text(in: .en) }
  }

  @Test("A slip can be forgiven only where something is right")
  func typo() {
    let file = MeasureCase("").file.replacingOccurrence(
      of: "</section>", with: "<text id=\"c\" typo=\"one\"><ky>В</ky><ru>В!</ru></text></section>")
    #expect(findings(file) == ["“c” says typo, but has no key."])
  }

  @Test("Feedback for right answers needs something that is right")
  func feedback() throws {
    let file = MeasureCase("").file.replacingOccurrence(
      of: "<ru>Сколько?</ru>", with: "<ru>Сколько?</ru><feedback when=\"right\">+</feedback>")
    #expect(findings(file).count == 1)
    #expect(findings(file).first?.contains("nothing says what is right") == true)
  }
}

extension String {
  fileprivate func replacingOccurrence(of piece: String, with other: String) -> String {
    guard let range = self.firstRange(of: piece) else { return self }
    return replacingCharacters(in: range, with: other)
  }

  private func replacingCharacters(in range: Range<Index>, with other: String) -> String {
    self[..<range.lowerBound] + other + self[range.upperBound...]
  }
}
