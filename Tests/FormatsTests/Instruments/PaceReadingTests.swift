import Diagnostics
import Expressions
import Instruments
import Testing
import XML

@testable import Formats

@Suite("Stop rules in a file")
struct PaceReadingTests {
  private static func file(_ attributes: String, keyed: Bool = true, items: Int = 5) -> [UInt8] {
    let key = keyed ? "<key>1</key>" : ""
    let sums = (1...items).map { "<number id=\"n\($0)\"><en>\($0)?</en>\(key)</number>" }.joined()
    return Array(
      """
      <test xmlns="urn:synak:1" id="t" version="1" languages="en"><title><en>T</en></title>
      <section id="s" \(attributes)>\(sums)</section></test>
      """.utf8)
  }

  @Test(
    "What is written is read, and written back the same",
    arguments: [
      ("stop-after-wrong=\"3\"", 3, nil, StopRule.Unreached.wrong),
      ("stop-after-missing=\"2\" unreached=\"not-shown\"", nil, 2, .notShown),
      ("stop-after-wrong=\"4\" stop-after-missing=\"2\" unreached=\"wrong\"", 4, 2, .wrong),
    ] as [(String, Int?, Int?, StopRule.Unreached)])
  func roundTrip(attributes: String, wrong: Int?, missing: Int?, unreached: StopRule.Unreached) throws {
    let bytes = Self.file(attributes)
    let reading = InstrumentReader.read(bytes, file: "t.xml")
    #expect(reading.findings == [])
    let rule = try #require(reading.instrument?.form.sections[0].stopRule)
    #expect(rule.afterWrong == wrong && rule.afterMissing == missing && rule.unreached == unreached)
    #expect(try Schema(InstrumentSchema.xsd).validate(Document.read(bytes)) == [])
    let again = InstrumentReader.read(
      try InstrumentWriter.write(try #require(reading.instrument)), file: "t.xml")
    #expect(again.findings == [])
    #expect(again.instrument?.placeless == reading.instrument?.placeless)
  }

  @Test(
    "Rules that say nothing, can't be reached or have nothing to count are told, at their attribute",
    arguments: [
      ("unreached=\"wrong\"", true, "E387"), ("stop-after-wrong=\"3\"", false, "E386"),
      ("stop-after-wrong=\"5\"", true, "W317"), ("stop-after-missing=\"6\"", false, "W317"),
      ("pick=\"3\" stop-after-wrong=\"3\"", true, "W317"),
    ])
  func mistakes(attributes: String, keyed: Bool, code: String) throws {
    let bytes = Self.file(attributes, keyed: keyed)
    let reading = InstrumentReader.read(bytes, file: "t.xml")
    let checked = try #require(reading.instrument).checked(hash: ContentHash(of: bytes), datasets: nil)
    let findings = reading.findings + checked.findings.filter { $0.code.hasPrefix("E38") || $0.code.hasPrefix("W31") }
    #expect(findings.map(\.code) == [code])
    #expect(findings.first?.place?.line == 2)
  }
}

@Suite("Timed grids in a file")
struct TimedGridReadingTests {
  private static func file(_ attributes: String, _ cells: String, scale: String = "letters") -> [UInt8] {
    Array(
      """
      <test xmlns="urn:synak:1" id="t" version="1" languages="ky en"><title>T</title>
      <section id="s"><timed-grid id="letters" \(attributes)><ky>Оку</ky><en>Read</en>\(cells)</timed-grid>
      <compute id="slow" value="letters.per_minute lt 20 and letters.wrong_cells includes 3"/></section>
      <scale id="total" method="sum" of="\(scale)"><ky>Баары</ky><en>Total</en></scale></test>
      """.utf8)
  }

  @Test(
    "What is written is read, and written back the same",
    arguments: [
      ("", "<cells>а б\n в</cells>", 60_000, 10, nil),
      (
        "time=\"90s\" columns=\"5\" stop-after-wrong=\"2\"", "<cells><ky>а б в</ky><en>a b c</en></cells>", 90_000, 5, 2
      ),
    ] as [(String, String, Int64, Int, Int?)])
  func roundTrip(attributes: String, cells: String, time: Int64, columns: Int, stop: Int?) throws {
    let bytes = Self.file(attributes, cells)
    let reading = InstrumentReader.read(bytes, file: "t.xml")
    #expect(reading.findings == [])
    let instrument = try #require(reading.instrument)
    guard case .timedGrid(let form)? = instrument.form.sections[0].blocks[0].items.first?.kind else {
      Issue.record("no timed grid")
      return
    }
    #expect(form.time == time && form.columns == columns && form.stopAfterWrong == stop && form.count == 3)
    #expect(try Schema(InstrumentSchema.xsd).validate(Document.read(bytes)) == [])
    #expect(instrument.checked(hash: ContentHash(of: bytes), datasets: nil).findings.map(\.code) == [])
    let again = InstrumentReader.read(try InstrumentWriter.write(instrument), file: "t.xml")
    #expect(again.findings == [] && again.instrument?.placeless == instrument.placeless)
  }

  @Test(
    "A scale may count what is seen of it, and nothing that isn't",
    arguments: [
      ("letters.per_minute", nil), ("letters.attempted letters.wrong", nil), ("letters.wrong_cells", "E"),
      ("letters.level", "E"), ("numbers.per_minute", "E"),
    ] as [(String, String?)])
  func scales(of members: String, finding: String?) throws {
    let bytes = Self.file("", "<cells>а б в</cells>", scale: members)
    let reading = InstrumentReader.read(bytes, file: "t.xml")
    let codes =
      reading.findings.map(\.code)
      + (reading.instrument?.checked(hash: ContentHash(of: bytes), datasets: nil).findings.map(\.code) ?? [])
    #expect(codes.isEmpty == (finding == nil), "\(codes)")
  }
}
