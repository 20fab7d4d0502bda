import Diagnostics
import Testing
import Texts
import XML

@testable import Formats

/// The reader and the schema come from one table; these tests see to it that they also mean the same by it.
@Suite("Reader and schema give one verdict")
struct SchemaAgreementTests {
  /// What the schema could see too.
  static func structural(_ findings: [Diagnostic]) -> [Diagnostic] {
    let codes = Set(GrammarFinding.allCases.map(\.rawValue))
    return findings.filter { codes.contains($0.code) }
  }

  /// Both verdicts on a file; empty where they agree.
  static func disagreement(_ bytes: [UInt8], _ schema: Schema) throws -> String? {
    let document = try Document.read(bytes)
    let ours = structural(InstrumentReader.read(document, file: "x").findings)
    let theirs = try schema.validate(document)
    if ours.isEmpty == theirs.isEmpty { return nil }
    return """
      reader: \(ours.map { "\($0.place.map(String.init) ?? "") \($0.text(in: .en))" })
      schema: \(theirs.map(\.message))
      \(document.text.string(0..<document.text.bytes.count))
      """
  }

  @Test("On every hostile file that is XML", .enabled(if: SharedFiles.hasHostile))
  func hostile() throws {
    let schema = try Schema(InstrumentSchema.xsd)
    var count = 0
    for row in SharedFiles.hostileFiles {
      let bytes = try SharedFiles.hostile(row.file)
      guard (try? Document.read(bytes)) != nil else { continue }
      count += 1
      do {
        if let words = try Self.disagreement(bytes, schema) { Issue.record("\(row.file): \(words.prefix(2_000))") }
      } catch { Issue.record("\(row.file): \(error)") }
    }
    #expect(count >= 60)
  }

  @Test(
    "On 400 random mistakes in each example", .enabled(if: SharedFiles.hasExamples), arguments: SharedFiles.instruments)
  func mutants(name: String) throws {
    let schema = try Schema(InstrumentSchema.xsd)
    let root = MarkupElement(try Document.read(try SharedFiles.example(name)).root)
    var invalid = 0
    for seed in UInt64(1)...400 {
      var mutator = Mutator(generator: SplitMix(seed))
      let bytes = try MarkupWriter.write(mutator.mutated(root))
      if let words = try Self.disagreement(bytes, schema) {
        Issue.record("\(name), seed \(seed): \(words)")
        break
      }
      if try !schema.validate(Document.read(bytes)).isEmpty { invalid += 1 }
    }
    // A test in which all are valid or none is would hold nothing together.
    #expect((100..<390).contains(invalid))
  }
}

extension String {
  fileprivate init(_ place: Place) { self = place.description }
}
