import Foundation
import Testing

@testable import Psychometrics

@Suite("Interval of a mean")
struct MeanIntervalTests {
  static let first: [Double] = [12, 15, 9, 20, 17, 14, 11, 18, 16, 13]
  static let second: [Double] = [14, 18, 10, 22, 19, 13, 15, 20, 15, 17]

  /// By scipy.stats.t.interval and scipy.stats.ttest_ind(equal_var=False).confidence_interval, the same as R's t.test.
  @Test("is Student's; that of a difference is Welch's")
  func known() throws {
    let mean = try #require(Interval.mean(of: ValueSums(Self.first)).interval)
    #expect(mean.estimate == 14.5)
    #expect(near(mean.lower, 12.0858544403341, within: 1e-12))
    #expect(near(mean.upper, 16.9141455596659, within: 1e-12))
    let difference = Interval.meanDifference(ValueSums(Self.second), minus: ValueSums(Self.first))
    let welch = try #require(difference.interval)
    #expect(near(welch.estimate, 1.8, within: 1e-12))
    #expect(near(welch.lower, -1.47517316891338, within: 1e-12))
    #expect(near(welch.upper, 5.07517316891338, within: 1e-12))
    #expect(welch.kind == .welch)
  }

  @Test("Sums of parts are the sums of the whole", arguments: seeds(50))
  func merging(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let values = (0..<30).map { _ in Double(generator.integer(in: -50..<200)) }
    let cut = generator.integer(in: 0..<31)
    let parts = ValueSums(values[cut...]) + ValueSums(values[..<cut])
    #expect(parts == ValueSums(generator.shuffled(values)))
    #expect(parts - ValueSums(values[..<cut]) == ValueSums(values[cut...]))
  }

  @Test("A variance survives a mean ten million times larger")
  func cancellation() {
    let far = ValueSums([10_000_000, 10_000_001, 10_000_002])
    #expect(far.variance == 1)
    #expect(ValueSums([7_654_321, 7_654_321, 7_654_321]).variance == 0)
  }

  @Test("Fewer than two rows aren't enough, and infinite sums are impossible")
  func empty() {
    #expect(Interval.mean(of: .zero) == .notEnough(needed: 2, of: .observations))
    #expect(Interval.mean(of: ValueSums([3])) == .notEnough(needed: 2, of: .observations))
    #expect(Interval.mean(of: ValueSums([1, .infinity])) == .undefined(.impossibleNumbers))
    #expect(Interval.mean(of: ValueSums([1, .nan])) == .undefined(.impossibleNumbers))
    let three = ValueSums([1, 2, 3])
    #expect(Interval.meanDifference(three, minus: ValueSums([1])) == .notEnough(needed: 2, of: .observations))
    #expect(Interval.meanDifference(three, minus: ValueSums([1, .nan])) == .undefined(.impossibleNumbers))
    let same = Interval.meanDifference(ValueSums([3, 3]), minus: ValueSums([2, 2])).interval
    #expect(same?.lower == 1 && same?.upper == 1)
  }

  static let file = "expected/small_groups.json"

  @Test("agrees with R's t.test", .enabled(if: Conformance.has(file), Conformance.absent))
  func conformance() throws {
    struct File: Decodable {
      var mean: Sample
      var welch: Welch
      enum CodingKeys: String, CodingKey {
        case mean = "mean_t"
        case welch
      }
    }
    struct Sample: Decodable {
      var x: [Double]
      var ci: [Double]
    }
    struct Welch: Decodable {
      var x2: [Double]
      var ci: [Double]
    }
    let file = try Conformance.decode(File.self, from: Self.file)
    let mean = try #require(Interval.mean(of: ValueSums(file.mean.x)).interval)
    #expect(near(mean.lower, file.mean.ci[0], within: 1e-12))
    #expect(near(mean.upper, file.mean.ci[1], within: 1e-12))
    let welch = try #require(
      Interval.meanDifference(ValueSums(file.welch.x2), minus: ValueSums(file.mean.x)).interval)
    #expect(near(welch.lower, file.welch.ci[0], within: 1e-12))
    #expect(near(welch.upper, file.welch.ci[1], within: 1e-12))
  }
}
