import Foundation
import Testing

@testable import Psychometrics

/// Twelve classes: pupils who reached the level, pupils.
let twelveClasses: [(Double, Double)] = [
  (18, 25), (20, 24), (11, 22), (23, 26), (15, 21), (19, 23), (9, 20), (24, 25), (17, 24), (14, 22), (21, 25), (16, 19),
]

func sums(_ units: some Sequence<(Double, Double)>) -> RatioSums {
  var sums = RatioSums.zero
  for (y, x) in units { sums.add(numerator: y, denominator: x) }
  return sums
}

@Suite("Interval of a ratio")
struct RatioIntervalTests {
  /// By numpy from the residuals y − Rx, and scipy.stats.t.ppf.
  @Test("is linearised, with t of k − 1 degrees of freedom")
  func known() throws {
    let interval = try #require(Interval.clusteredRatio(of: sums(twelveClasses)).interval)
    #expect(interval.estimate == 0.75)
    #expect(near(interval.lower, 0.655169793240748, within: 1e-12))
    #expect(near(interval.upper, 0.844830206759252, within: 1e-12))
    #expect(interval.kind == .clusteredRatio)
    #expect(interval.caution == nil)
    let rows = try #require(Interval.ratio(of: sums(twelveClasses)).interval)
    #expect(rows.kind == .ratio && rows.lower == interval.lower)
  }

  @Test("Where every unit is a single row, a ratio is a mean", arguments: seeds(50))
  func singleRows(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let values = (0..<20).map { _ in Double(generator.integer(in: 0..<100)) }
    let ratio = try #require(Interval.ratio(of: sums(values.map { ($0, 1) })).interval)
    let mean = try #require(Interval.mean(of: ValueSums(values)).interval)
    #expect(near(ratio.lower, mean.lower, within: 1e-12))
    #expect(near(ratio.upper, mean.upper, within: 1e-12))
  }

  @Test("Sums of parts are the sums of the whole", arguments: seeds(50))
  func merging(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let units = (0..<30).map { _ in (Double(generator.integer(in: 0..<90)), Double(generator.integer(in: 1..<90))) }
    let cut = generator.integer(in: 0..<31)
    let parts = sums(units[cut...]) + sums(units[..<cut])
    #expect(parts == sums(generator.shuffled(units)))
    #expect(parts - sums(units[..<cut]) == sums(units[cut...]))
  }

  @Test("Fewer than ten clusters carry a caution; rows don't")
  func caution() {
    #expect(Interval.clusteredRatio(of: sums(twelveClasses.prefix(9))).interval?.caution == .fewClusters)
    #expect(Interval.clusteredRatio(of: sums(twelveClasses.prefix(10))).interval?.caution == nil)
    #expect(Interval.ratio(of: sums(twelveClasses.prefix(3))).interval?.caution == nil)
  }

  @Test("Equal ratios have no variance at all")
  func noVariance() throws {
    let interval = try #require(Interval.ratio(of: sums([(7, 10), (14, 20), (21, 30), (2.8e7, 4e7)])).interval)
    #expect(interval.lower == 0.7 && interval.upper == 0.7)
  }

  @Test("Nothing to divide by, or too few units, is said")
  func empty() {
    #expect(Interval.ratio(of: .zero) == .notEnough(needed: 2, of: .observations))
    #expect(Interval.clusteredRatio(of: sums([(1, 2)])) == .notEnough(needed: 2, of: .clusters))
    #expect(Interval.ratio(of: sums([(1, 0), (2, 0)])) == .undefined(.noDenominator))
    #expect(Interval.ratio(of: sums([(1, 1), (.infinity, 1)])) == .undefined(.impossibleNumbers))
    #expect(Interval.ratio(of: sums([(.nan, 1), (1, 1)])) == .undefined(.impossibleNumbers))
  }

  static let file = "expected/replicate_weights.json"

  @Test("The standard error agrees with R's survey package", .enabled(if: Conformance.has(file), Conformance.absent))
  func conformance() throws {
    struct File: Decodable { var apiclus1: Sample }
    struct Sample: Decodable { var taylor: Estimate }
    struct Estimate: Decodable {
      var est: Double
      var se: Double
    }
    let expected = try Conformance.decode(File.self, from: Self.file).apiclus1.taylor
    var districts: [String: (Double, Double)] = [:]
    for row in try Conformance.rows("data/survey_apiclus1.csv") {
      let score = try #require(row["api00"].flatMap(Double.init))
      let district = try #require(row["dnum"])
      districts[district, default: (0, 0)].0 += score
      districts[district, default: (0, 0)].1 += 1
    }
    let sums = sums(districts.values)
    #expect(sums.units == 15)
    #expect(near(sums.ratio, expected.est, within: 1e-12))
    #expect(near(sums.variance?.squareRoot(), expected.se, within: 1e-12))
  }
}
