import Foundation
import Testing

@testable import Psychometrics

@Suite("Interval of a share")
struct ShareIntervalTests {
  /// Newcombe (1998), table I, method 3; more digits by R's `prop.test` without continuity correction.
  @Test(
    "is Wilson's",
    arguments: [
      (81.0, 263.0, 0.255288519878274, 0.3662095769828), (15, 148, 0.0623863995307363, 0.160487241723308),
      (0, 20, 0, 0.161125158052819), (1, 29, 0.00611321429276266, 0.171755218793203),
    ])
  func published(count: Double, total: Double, lower: Double, upper: Double) throws {
    let interval = try #require(Interval.share(count, of: total).interval)
    #expect(near(interval.lower, lower, within: 1e-12))
    #expect(near(interval.upper, upper, within: 1e-12))
    #expect(interval.estimate == count / total)
    #expect(interval.kind == .wilson)
    #expect(interval.caution == nil)
  }

  @Test("ends exactly at 0 and 1 where nothing or all was counted", arguments: [1.0, 5, 29, 1e6, 0.5])
  func ends(total: Double) throws {
    let none = try #require(Interval.share(0, of: total).interval)
    let all = try #require(Interval.share(total, of: total).interval)
    #expect(none.lower == 0 && none.upper > 0)
    #expect(all.upper == 1 && all.lower < 1)
    #expect(near(none.upper, 1 - all.lower, within: 1e-15))
  }

  @Test("mirrors its complement, narrows with n, widens with confidence", arguments: seeds(100))
  func properties(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let total = Double(generator.integer(in: 1..<500))
    let count = generator.double() * total  // fractions are allowed
    let interval = try #require(Interval.share(count, of: total).interval)
    let mirror = try #require(Interval.share(total - count, of: total).interval)
    let larger = try #require(Interval.share(4 * count, of: 4 * total).interval)
    let almostSure = try #require(Confidence(0.99))
    let surer = try #require(Interval.share(count, of: total, confidence: almostSure).interval)
    #expect(near(mirror.lower, 1 - interval.upper, within: 1e-14))
    #expect(larger.upper - larger.lower < interval.upper - interval.lower)
    #expect(surer.lower <= interval.lower && surer.upper >= interval.upper)
    #expect(interval.lower >= 0 && interval.upper <= 1)
  }

  @Test("says what is missing instead of dividing by nothing")
  func empty() {
    #expect(Interval.share(0, of: 0) == .notEnough(needed: 1, of: .observations))
    for (count, total) in [(3, 2), (-1, 2), (.nan, 2), (1, .infinity), (1, .nan), (0, -1)] as [(Double, Double)] {
      #expect(Interval.share(count, of: total) == .undefined(.impossibleNumbers))
    }
  }

  static let file = "expected/small_groups.json"

  @Test("agrees with R for every small group", .enabled(if: Conformance.has(file), Conformance.absent))
  func conformance() throws {
    struct File: Decodable { var proportions: [Proportion] }
    struct Proportion: Decodable {
      var x: Double
      var n: Double
      var wilson: [Double]
    }
    let proportions = try Conformance.decode(File.self, from: Self.file).proportions
    #expect(proportions.count == 9)
    for row in proportions {
      let interval = try #require(Interval.share(row.x, of: row.n).interval)
      #expect(near(interval.lower, row.wilson[0], within: 1e-12), "\(row.x)/\(row.n)")
      #expect(near(interval.upper, row.wilson[1], within: 1e-12), "\(row.x)/\(row.n)")
    }
  }
}
