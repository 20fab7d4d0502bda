import Diagnostics
import Expressions
import Instruments
import Testing
import Texts
import XML

@testable import Formats

@Suite("The instrument writer")
struct InstrumentWriterTests {
  @Test(
    "What was read is written and read back the same", .enabled(if: SharedFiles.hasExamples),
    arguments: SharedFiles.instruments)
  func examples(name: String) throws {
    let first = try #require(InstrumentReader.read(try SharedFiles.example(name), file: name).instrument)
    let bytes = try InstrumentWriter.write(first)
    let reading = InstrumentReader.read(bytes, file: name)
    #expect(reading.findings == [])
    #expect(reading.instrument?.placeless == first.placeless)
    #expect(try InstrumentWriter.write(#require(reading.instrument)) == bytes)
  }

  @Test("Random instruments read back the same, and the schema has nothing against them")
  func random() throws {
    let schema = try Schema(InstrumentSchema.xsd)
    for seed in UInt64(1)...150 {
      var generator = RandomInstrument(seed: seed)
      let first = generator.make()
      let bytes = try InstrumentWriter.write(first)
      let document = try Document.read(bytes)
      let reading = InstrumentReader.read(document, file: "x")
      #expect(reading.findings.map { "\($0.place.map(\.description) ?? "") \($0.text(in: .en))" } == [], "seed \(seed)")
      #expect(try schema.validate(document) == [], "seed \(seed)")
      var second = try #require(reading.instrument).placeless
      #expect(Set(second.form.pipedReferences.map(\.id)).isSubset(of: ["grade", "x_1"]))
      second.form.pipedReferences = []
      guard second == first.placeless else {
        Issue.record("seed \(seed): \(Self.difference(first.placeless, second) ?? "")")
        return
      }
    }
  }

  /// The smallest part in which two values differ, with the way to it.
  private static func difference(_ a: Any, _ b: Any, path: String = "") -> String? {
    if let a = a as? AnyHashable, let b = b as? AnyHashable, a == b { return nil }
    let parts = zip(Mirror(reflecting: a).children, Mirror(reflecting: b).children)
    if !(a is LocalizedText) {
      for (old, new) in parts {
        if let found = difference(old.value, new.value, path: "\(path).\(old.label ?? "_")") { return found }
      }
    }
    return "\(path): \(a) became \(b)"
  }

  @Test("What the language can't say is refused, not bent")
  func unsayable() throws {
    var generator = RandomInstrument(seed: 1)
    var instrument = generator.make()
    instrument.form.timeLimit = 1_500
    #expect(
      throws: GrammarWriter.Fault.badValue("1500ms", attribute: "time-limit", element: instrument.form.method.rawValue)
    ) {
      try InstrumentWriter.write(instrument)
    }
    instrument.form.timeLimit = nil
    instrument.form.id = "не латиница"
    #expect(throws: GrammarWriter.Fault.self) { try InstrumentWriter.write(instrument) }
  }
}
