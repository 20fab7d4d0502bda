import Foundation
import Testing

@testable import Psychometrics

@Suite("Interval of a difference")
struct DifferenceIntervalTests {
  static func difference(_ a: Double, _ m: Double, _ b: Double, _ n: Double) throws -> Interval {
    let first = try #require(Interval.share(a, of: m).interval)
    let second = try #require(Interval.share(b, of: n).interval)
    return try #require(Interval.difference(first, minus: second).interval)
  }

  /// Newcombe (1998), table II, method 10: 56/70 − 48/80 is .0524 to .3339; more digits by R.
  @Test(
    "is Newcombe's for shares",
    arguments: [
      ([56.0, 70, 48, 80], 0.0524314724023649, 0.333872654036906),
      ([9, 10, 3, 10], 0.170522723934503, 0.809017973535488),
      ([10, 10, 0, 20], 0.679086037141915, 1),
    ])
  func published(counts: [Double], lower: Double, upper: Double) throws {
    let interval = try Self.difference(counts[0], counts[1], counts[2], counts[3])
    #expect(near(interval.lower, lower, within: 1e-12))
    #expect(near(interval.upper, upper, within: 1e-12))
    #expect(interval.kind == .difference)
  }

  @Test("mirrors when the two change places, and stays within −1 and 1", arguments: seeds(100))
  func properties(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let (m, n) = (generator.integer(in: 1..<60), generator.integer(in: 1..<60))
    let (a, b) = (Double(generator.integer(in: 0..<(m + 1))), Double(generator.integer(in: 0..<(n + 1))))
    let interval = try Self.difference(a, Double(m), b, Double(n))
    let mirror = try Self.difference(b, Double(n), a, Double(m))
    #expect(near(mirror.lower, -interval.upper, within: 1e-15))
    #expect(near(mirror.upper, -interval.lower, within: 1e-15))
    #expect(interval.lower >= -1 && interval.upper <= 1)
  }

  @Test("carries the caution of either side, and refuses unlike confidences")
  func joining() throws {
    let many = try #require(Interval.clusteredShare(of: sums(twelveClasses)).interval)
    let few = try #require(Interval.clusteredShare(of: sums(twelveClasses.prefix(4))).interval)
    let almostSure = try #require(Confidence(0.99))
    let sure = try #require(Interval.share(1, of: 2, confidence: almostSure).interval)
    #expect(Interval.difference(many, minus: many).interval?.caution == nil)
    #expect(Interval.difference(many, minus: few).interval?.caution == .fewClusters)
    #expect(Interval.difference(few, minus: many).interval?.caution == .fewClusters)
    #expect(Interval.difference(sure, minus: many) == .undefined(.differentConfidence))
  }

  static let file = "expected/small_groups.json"

  @Test("agrees with R", .enabled(if: Conformance.has(file), Conformance.absent))
  func conformance() throws {
    struct File: Decodable { var differences: [Difference] }
    struct Difference: Decodable {
      var args: [Double]
      var newcombe10: [Double]
    }
    let differences = try Conformance.decode(File.self, from: Self.file).differences
    #expect(differences.count == 3)
    for row in differences {
      let interval = try Self.difference(row.args[0], row.args[1], row.args[2], row.args[3])
      #expect(near(interval.lower, row.newcombe10[0], within: 1e-12))
      #expect(near(interval.upper, row.newcombe10[1], within: 1e-12))
    }
  }
}
