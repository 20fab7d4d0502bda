import Testing

@testable import Psychometrics

@Suite("Interval of a clustered share")
struct ClusteredShareIntervalTests {
  /// By numpy and scipy.stats.t.ppf from the formulas in their textbook form.
  @Test("is Wilson's on the effective number of rows, with t of the clusters")
  func known() throws {
    let twelve = sums(twelveClasses)
    #expect(near(twelve.variance, 0.0018563470241164002, within: 1e-15))
    #expect(near(twelve.effectiveRows, 101.00482160077146, within: 1e-12))
    let interval = try #require(Interval.clusteredShare(of: twelve).interval)
    #expect(interval.estimate == 0.75)
    #expect(near(interval.lower, 0.645219704748041, within: 1e-12))
    #expect(near(interval.upper, 0.8318970914569344, within: 1e-12))
    #expect(interval.kind == .clusteredWilson)
    #expect(interval.caution == nil)
    let four = Interval.clusteredShare(of: sums(twelveClasses.prefix(4)), confidence: try #require(Confidence(0.9)))
    #expect(near(four.interval?.lower, 0.5224887258024913, within: 1e-12))
    #expect(near(four.interval?.upper, 0.8834552121504922, within: 1e-12))
    #expect(four.interval?.caution == .fewClusters)
  }

  @Test("is never narrower than that of independent rows", arguments: seeds(100))
  func width(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    var clusters = RatioSums.zero
    for _ in 0..<generator.integer(in: 2..<30) {
      let size = generator.integer(in: 1..<30)
      clusters.add(numerator: Double(generator.integer(in: 0..<(size + 1))), denominator: Double(size))
    }
    let clustered = try #require(Interval.clusteredShare(of: clusters).interval)
    let independent = try #require(Interval.share(clusters.numerator, of: clusters.denominator).interval)
    #expect(clustered.lower <= independent.lower && clustered.upper >= independent.upper)
    #expect(clustered.lower >= 0 && clustered.upper <= 1)
  }

  @Test("All or none leaves all rows, as one row otherwise nearly does")
  func extremes() throws {
    let all = sums((0..<20).map { _ in (12, 12) })
    let oneLess = sums((0..<20).map { ($0 == 0 ? 11 : 12, 12) })
    #expect(all.effectiveRows == 240)
    #expect(near(oneLess.effectiveRows, 239, within: 0.001))
    let interval = try #require(Interval.clusteredShare(of: all).interval)
    #expect(interval.upper == 1 && interval.lower < 1)
    #expect(Interval.clusteredShare(of: sums((0..<20).map { _ in (0, 12) })).interval?.lower == 0)
  }

  @Test("Clusters that agree better than chance count no more than their rows")
  func cap() {
    #expect(sums((0..<10).map { _ in (5, 10) }).effectiveRows == 100)
  }

  @Test("Rows that repeat their cluster count once a cluster, but for the lost degree of freedom")
  func repeated() {
    let clusters = sums((0..<40).map { ($0 < 30 ? 9 : 0, 9) })
    #expect(near(clusters.effectiveRows, 39, within: 1e-12))
  }

  @Test("What is no share, or too few clusters, is said")
  func empty() {
    #expect(Interval.clusteredShare(of: .zero) == .notEnough(needed: 2, of: .clusters))
    #expect(Interval.clusteredShare(of: sums([(1, 2)])) == .notEnough(needed: 2, of: .clusters))
    #expect(Interval.clusteredShare(of: sums([(0, 0), (0, 0)])) == .undefined(.noDenominator))
    #expect(Interval.clusteredShare(of: sums([(3, 2), (2, 2)])) == .undefined(.impossibleNumbers))
    #expect(Interval.clusteredShare(of: sums([(.nan, 2), (2, 2)])) == .undefined(.impossibleNumbers))
  }
}
