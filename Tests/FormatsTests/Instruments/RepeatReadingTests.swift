import Diagnostics
import Expressions
import Instruments
import Testing
import XML

@testable import Formats

@Suite("Repeated sections in a file")
struct RepeatReadingTests {
  private static func file(_ attributes: String, _ content: String = "", before: String = "") -> [UInt8] {
    Array(
      """
      <questionnaire xmlns="urn:synak:1" id="q" version="1" languages="en"><title><en>Q</en></title>
      <input id="grade" type="integer" max="4"><en>Grade</en></input>\(before)
      <section id="first"><number id="kids" whole="yes" max="10"><en>?</en></number><number id="cows" whole="yes"><en>?</en></number><text id="word"><en>?</en></text></section>
      <section id="child" \(attributes)><number id="age" max="18"><en>?</en></number>\(content)</section>
      <section id="last"><number id="later" whole="yes"><en>?</en></number></section></questionnaire>
      """.utf8)
  }

  private func findings(_ bytes: [UInt8]) -> [Diagnostic] {
    let reading = InstrumentReader.read(bytes, file: "q.xml")
    guard let instrument = reading.instrument else { return reading.findings }
    return reading.findings
      + instrument.checked(hash: ContentHash(of: bytes), datasets: nil, after: reading.trouble).findings
  }

  @Test(
    "What is written is read, and written back the same",
    arguments: [
      ("repeat=\"3\"", Repetition.Count.fixed(3), 3), ("repeat=\"kids\"", .answer("kids"), 10),
      ("repeat=\"grade\" repeat-at-most=\"4\"", .answer("grade"), 4), ("repeat=\"grade\"", .answer("grade"), 4),
    ])
  func roundTrip(attributes: String, count: Repetition.Count, most: Int) throws {
    let bytes = Self.file(attributes)
    let instrument = try #require(InstrumentReader.read(bytes, file: "q.xml").instrument)
    #expect(instrument.form.sections[1].repetition?.count == count)
    #expect(instrument.form.sections[1].repetition?.most == most)
    #expect(findings(bytes).map(\.code) == [])
    #expect(try Schema(InstrumentSchema.xsd).validate(Document.read(bytes)) == [])
    let again = InstrumentReader.read(try InstrumentWriter.write(instrument), file: "q.xml")
    #expect(again.findings == [] && again.instrument?.placeless.form.sections == instrument.placeless.form.sections)
  }

  @Test(
    "What can't be repeated so is told once, where it stands",
    arguments: [
      ("repeat=\"cats\"", "", "", "E397"), ("repeat=\"later\"", "", "", "E397"), ("repeat=\"age\"", "", "", "E397"),
      ("repeat=\"word\"", "", "", "E398"), ("repeat=\"cows\"", "", "", "W318"),
      ("repeat=\"kids\" repeat-at-most=\"9\"", "", "", "W318"), ("repeat=\"2\" repeat-at-most=\"9\"", "", "", "E389"),
      ("repeat-at-most=\"9\"", "", "", "E389"),
      ("repeat=\"kids\"", "", "<booklet id=\"1\" sections=\"child\"/>", "E396"),
      // Inside, a mistake is told once for all occurrences.
      ("repeat=\"3\"", "<number id=\"x\" show-if=\"agee gt 3\"><en>?</en></number>", "", "E101"),
    ])
  func mistakes(attributes: String, content: String, before: String, code: String) {
    #expect(findings(Self.file(attributes, content, before: before)).map(\.code) == [code])
  }

  @Test(
    "Outside, a repeated answer stands where any number may",
    arguments: [
      ("sum(age) gt 3", nil), ("count(age gt 3) ge 1", nil), ("max(age, kids) gt 3", nil), ("age gt 3", "E134"),
      ("sum(age) gt age", "E134"), ("round(age) gt 3", "E134"), ("count(agee gt 3) gt 1", "E101"),
    ] as [(String, String?)])
  func outside(formula: String, code: String?) {
    let content = "</section><section id=\"after\" show-if=\"\(formula)\"><number id=\"z\"><en>?</en></number>"
    let codes = findings(Self.file("repeat=\"2\"", content)).filter { $0.severity == .error }.map(\.code)
    #expect(codes == (code.map { [$0] } ?? []))
  }

  @Test("More items than a form may have, repetitions counted, are told and not written out")
  func tooLong() {
    let items = (1...120).map { "<number id=\"n\($0)\"><en>?</en></number>" }.joined()
    #expect(findings(Self.file("repeat=\"99\"", items)).map(\.code) == ["E399"])
  }
}
