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
