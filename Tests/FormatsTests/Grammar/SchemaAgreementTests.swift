import Diagnostics
import Testing
import Texts
import XML

@testable import Formats

/// The reader and the schema come from one table; these tests see to it that they also mean the same by it.
@Suite("Reader and schema give one verdict")
struct SchemaAgreementTests {
  /// What no schema can see: all else the reader finds is structure.
  private static let invisible = Set(
    ContentFinding.allCases.map(\.rawValue) + InstrumentFinding.allCases.map(\.rawValue)
      + ScoringFinding.allCases.map(\.rawValue))

  /// What both say of a file.
  struct Verdicts {
    var reader: [Diagnostic]
    var schema: [SchemaProblem]
    var text: CanonicalText

    /// nil where they agree.
    var disagreement: String? {
      if reader.isEmpty == schema.isEmpty { return nil }
      return """
        reader: \(reader.map { "\($0.place?.description ?? "") \($0.text(in: .en))" })
        schema: \(schema.map(\.message))
        \(text.string(0..<text.bytes.count))
        """
    }
  }

  static func verdicts(_ bytes: [UInt8], _ schema: Schema) throws -> Verdicts {
    let document = try Document.read(bytes)
    let roots = Grammar.synak.roots.map(\.name)
    let findings = GrammarReader.read(document, file: "x", grammar: .synak, roots: roots).findings
    return Verdicts(
      reader: findings.filter { !invisible.contains($0.code) }, schema: try schema.validate(document),
      text: document.text)
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
        if let words = try Self.verdicts(bytes, schema).disagreement {
          Issue.record("\(row.file): \(words.prefix(2_000))")
        }
      } catch { Issue.record("\(row.file): \(error)") }
    }
    #expect(count >= 60)
  }

  @Test(
    "On random mistakes in every example", .enabled(if: SharedFiles.hasExamples),
    arguments: [
      ("math-4-diagnostic.xml", 300), ("parent-survey.xml", 300), ("lesson-observation.xml", 300),
      ("indicators.xml", 100),
      ("plan-2025-2026.xml", 100),
    ])
  func mutants(name: String, count: Int) throws {
    let schema = try Schema(InstrumentSchema.xsd)
    let root = MarkupElement(try Document.read(try SharedFiles.example(name)).root)
    var invalid = 0
    for seed in 1...count {
      var mutator = Mutator(generator: SplitMix(UInt64(seed)))
      let bytes = try MarkupWriter.write(mutator.mutated(root))
      let verdicts = try Self.verdicts(bytes, schema)
      if let words = verdicts.disagreement {
        Issue.record("\(name), seed \(seed): \(words)")
        break
      }
      if !verdicts.schema.isEmpty { invalid += 1 }
    }
    // A test in which all are valid or none is would hold nothing together.
    #expect((count / 5..<count).contains(invalid), "\(invalid) of \(count) are invalid")
  }
}
