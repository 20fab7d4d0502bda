import Diagnostics
import Foundation
import Instruments
import Testing
import Texts

@testable import Formats

/// A test of four calibrated questions spoiled in one way, and the codes that must be found.
struct AdaptiveCase: Sendable, CustomTestStringConvertible {
  var description: String
  var codes: [String]
  /// What the sound file says, and what the spoilt one says there.
  var edits: [(from: String, to: String)]

  var testDescription: String { description }

  init(_ description: String, _ codes: String..., edits: (String, String)...) {
    self.description = description
    self.codes = codes
    self.edits = edits.map { (from: $0.0, to: $0.1) }
  }

  static func question(_ id: String, _ more: String = "") -> String {
    "<number id=\"\(id)\" points=\"1\" area=\"x\"\(more)><ky>\(id)?</ky><key>5</key></number>"
  }

  static let calibration = """
    <calibration><item of="a" a="1.5" b="-1"/><item of="b" a="1.2" b="0"/><item of="c" a="1.1" b="0.5" c="0.2"/>\
    <item of="d" b="1"/><item of="e" b="-1 1"/></calibration>
    """

  static let sound = """
    <test xmlns="urn:synak:1" id="t" version="1" languages="ky"><title><ky>Т</ky></title>
    <section id="s"><adapt at-least="1" at-most="3" error="0.9"/>\(["a", "b", "c", "d"].map { question($0) }.joined())</section>
    <section id="m"><number id="e" points="2"><ky>e?</ky><key>5</key></number><number id="f" points="2"><ky>f?</ky><key>5</key></number>
    <route to="low" from="0"/><route to="high" from="3"/></section>
    <section id="low"><note><ky>Аз</ky></note></section><section id="high"><note><ky>Көп</ky></note></section>
    <blueprint><area code="x" share="100%"><ky>X</ky></area></blueprint>
    \(calibration)
    <scale id="theta" method="theta" of="a b c d e"><ky>Θ</ky><level code="l" from="-5"><ky>L</ky></level></scale>
    <scale id="rest" method="sum" of="f"><ky>Упай</ky></scale></test>
    """

  var file: String {
    edits.reduce(Self.sound) { text, edit in
      precondition(text.contains(edit.from), edit.from)
      return text.replacingOccurrences(of: edit.from, with: edit.to)
    }
  }
}

@Suite("What can be wrong with tests that follow the answers")
struct AdaptiveFindingTests {
  static let adapt = "<adapt at-least=\"1\" at-most=\"3\" error=\"0.9\"/>"

  static let cases: [AdaptiveCase] = [
    AdaptiveCase("nothing"),
    AdaptiveCase("more than there are", "E470", edits: ("at-most=\"3\"", "at-most=\"5\"")),
    AdaptiveCase("at least more than at most", "E471", edits: ("at-least=\"1\"", "at-least=\"4\"")),
    AdaptiveCase("a note among the questions", "E472", edits: (adapt, adapt + "<note><ky>Окугула</ky></note>")),
    AdaptiveCase(
      "a question without a key", "E473",
      edits: (
        "<number id=\"a\" points=\"1\" area=\"x\"><ky>a?</ky><key>5</key></number>",
        "<number id=\"a\" min=\"1\" max=\"2\" area=\"x\"><ky>a?</ky></number>"
      )),
    AdaptiveCase(
      "a question without parameters", "E474", "E474", edits: ("<item of=\"d\" b=\"1\"/>", "")),
    AdaptiveCase("parameters of nothing", "E475", "E474", "E474", edits: ("of=\"d\"", "of=\"dd\"")),
    AdaptiveCase("a slope of nothing", "E476", edits: ("a=\"1.5\"", "a=\"0\"")),
    AdaptiveCase("always guessed", "E476", edits: ("c=\"0.2\"", "c=\"1\"")),
    AdaptiveCase("a population of no spread", "E476", edits: ("<calibration>", "<calibration sd=\"0\">")),
    AdaptiveCase("three steps of two points", "E477", edits: ("b=\"-1 1\"", "b=\"-1 0 1\"")),
    AdaptiveCase("chosen and shuffled", "E478", edits: ("id=\"s\"", "id=\"s\" shuffle=\"yes\"")),
    AdaptiveCase("chosen and drawn", "E478", edits: ("id=\"s\"", "id=\"s\" pick=\"2\"")),
    AdaptiveCase(
      "shown under a condition", "E478", "W204", edits: ("<number id=\"b\"", "<number show-if=\"e gt 1\" id=\"b\"")),
    AdaptiveCase(
      "parameters twice", "E479",
      edits: ("<item of=\"d\" b=\"1\"/>", "<item of=\"d\" b=\"1\"/><item of=\"d\" b=\"2\"/>")),
    AdaptiveCase("a way to nowhere", "E480", edits: ("to=\"high\"", "to=\"higher\"")),
    AdaptiveCase("a way back", "E481", edits: ("to=\"high\"", "to=\"s\"")),
    AdaptiveCase("borders in no order", "E482", edits: ("from=\"3\"", "from=\"0\"")),
    AdaptiveCase("nobody below", "E483", edits: ("to=\"low\" from=\"0\"", "to=\"low\" from=\"1\"")),
    AdaptiveCase("more than can be earned", "E484", edits: ("from=\"3\"", "from=\"5\"")),
    AdaptiveCase("points and percentages", "E485", edits: ("from=\"3\"", "from=\"60%\"")),
    AdaptiveCase(
      "percentages alone", edits: ("from=\"3\"", "from=\"60%\""), ("to=\"low\" from=\"0\"", "to=\"low\" from=\"0%\"")),
    AdaptiveCase(
      "routes in a drawn order", "E486", edits: ("id=\"t\"", "id=\"t\" shuffle-sections=\"yes\"")),
    AdaptiveCase(
      "routes by no points", "E487",
      edits: ("<route to=\"low\" from=\"0\"/><route to=\"high\" from=\"3\"/></section>", "</section>"),
      ("<note><ky>Аз</ky></note></section>", "<note><ky>Аз</ky></note><route to=\"high\" from=\"0\"/></section>")),
    AdaptiveCase("ability weighed", "E488", edits: ("method=\"theta\"", "method=\"theta\" weights=\"1 1 1 1 1\"")),
    AdaptiveCase("ability in percent", "E488", edits: ("from=\"-5\"", "from=\"5%\"")),
    AdaptiveCase(
      "no calibration", "E489", "E489",
      edits: (AdaptiveCase.calibration, "")),
    AdaptiveCase("a slip of the point", "W470", edits: ("a=\"1.2\" b=\"0\"", "a=\"1.2\" b=\"12\"")),
    AdaptiveCase(
      "too few of an area", "W471",
      edits: ("<number id=\"a\" points=\"1\" area=\"x\">", "<number id=\"a\" points=\"1\" area=\"y\">"),
      ("<number id=\"b\" points=\"1\" area=\"x\">", "<number id=\"b\" points=\"1\" area=\"y\">"),
      ("share=\"100%\"><ky>X</ky></area>", "share=\"100%\"><ky>X</ky></area><area code=\"y\"><ky>Y</ky></area>")),
    AdaptiveCase("an error that is out of reach", "W472", edits: ("error=\"0.9\"", "error=\"0.2\"")),
    AdaptiveCase("nothing but chance", "W473", edits: ("error=\"0.9\"", "error=\"0.9\" exposure=\"4\"")),
    AdaptiveCase("points of different questions", "W474", edits: ("of=\"f\"", "of=\"f a b c d\"")),
  ]

  @Test("Each mistake is found, and nothing else", arguments: cases)
  func finds(_ one: AdaptiveCase) throws {
    let reading = InstrumentReader.read(Array(one.file.utf8), file: "t.xml")
    let checked = reading.instrument?.checked(
      hash: ContentHash(of: Array(one.file.utf8)), datasets: nil, after: reading.trouble)
    let findings = reading.findings + (checked?.findings ?? [])
    // What the blueprint says of the questions outside is no matter here.
    func matters(_ code: String) -> Bool { code != "W433" && code != "W432" }
    #expect(
      findings.map(\.code).filter(matters).sorted() == one.codes.filter(matters).sorted(),
      "\(findings.map { $0.text(in: .en) })")
    for language in Language.spoken {
      for finding in findings { #expect(!Rendering(language: language).text(of: finding).contains("{")) }
    }
  }

  @Test("Every code of the family has its case")
  func complete() {
    let told = Set(Self.cases.flatMap(\.codes))
    #expect(AdaptiveFinding.allCases.map(\.rawValue).filter { !told.contains($0) } == [])
  }

  @Test("The instruments for trying out check clean, and come back as they were written")
  func samples() throws {
    for name in ["adaptive-arithmetic", "two-stage-arithmetic"] {
      let url = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "SampleFiles/\(name).xml")
      let bytes = Array(try Data(contentsOf: url))
      let reading = InstrumentReader.read(bytes, file: name)
      let instrument = try #require(reading.instrument)
      let findings = instrument.checked(hash: ContentHash(of: bytes), datasets: nil).findings
      #expect((reading.findings + findings).map { $0.text(in: .en) } == [])
      let again = InstrumentReader.read(try InstrumentWriter.write(instrument), file: name)
      #expect(again.instrument?.placeless == instrument.placeless)
    }
  }
}
