import Diagnostics
import Expressions
import Instruments
import Testing
import Texts
import XML

@testable import Formats

@Suite("The example instruments", .enabled(if: SharedFiles.hasExamples))
struct ExampleInstrumentsTests {
  @Test("Every example loads without a finding", arguments: SharedFiles.instruments)
  func loads(name: String) throws {
    let reading = InstrumentReader.read(try SharedFiles.example(name), file: name)
    #expect(reading.findings.map { Rendering(language: .en).text(of: $0) } == [])
    #expect(reading.instrument != nil)
  }

  @Test("The schema agrees with every example", arguments: SharedFiles.instruments)
  func isValid(name: String) throws {
    let schema = try Schema(InstrumentSchema.xsd)
    #expect(try schema.validate(Document.read(try SharedFiles.example(name))) == [])
  }

  @Test("Every hostile file gets the verdict of its manifest", arguments: SharedFiles.hostileFiles)
  func hostile(row: SharedFiles.Hostile) throws {
    let reading = InstrumentReader.read(try SharedFiles.hostile(row.file), file: row.file)
    // g12 refers to an item that isn't there: the checker's business.
    let isAccepted = row.isAccepted || row.file == "g12-dangling-ref.xml"
    let words = reading.findings.map { Rendering(language: .en).text(of: $0) }
    #expect(reading.findings.hasErrors != isAccepted, "\(words)")
    if isAccepted { #expect(reading.instrument != nil) }
  }
}
