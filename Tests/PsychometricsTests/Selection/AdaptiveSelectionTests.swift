import Foundation
import Testing

@testable import Psychometrics

@Suite("Adaptive selection")
struct AdaptiveSelectionTests {
  /// Sixty made-up items of three areas, easy to hard.
  static let pool: [AdaptiveSelection.Item] = (0..<60).map { index in
    AdaptiveSelection.Item(
      .logistic(
        ThreeParameterLogistic(
          slope: 0.9 + 0.02 * Double(index % 30), difficulty: -3 + 0.1 * Double(index),
          guessing: index % 4 == 0 ? 0.2 : 0)),
      area: index % 3)
  }

  static func selection(
    _ length: ClosedRange<Int> = 5...30, error: Double? = 0.35, exposure: Int = 1, shares: [Double] = []
  ) -> AdaptiveSelection {
    AdaptiveSelection(.init(length: length, error: error, exposure: exposure), pool: pool, shares: shares)
      .prepared
  }

  /// Somebody of an ability sits the whole test.
  static func sit(
    _ selection: AdaptiveSelection, ability: Double, seed: UInt64
  ) -> (asked: [AdaptiveSelection.Asked], stop: AdaptiveSelection.Stop, estimate: AbilityEstimate) {
    var chance = SeededGenerator(seed: seed).derived(for: "choice")
    var answers = SeededGenerator(seed: seed).derived(for: "answers")
    let person = SimulatedRespondent(ability: ability)
    var asked: [AdaptiveSelection.Asked] = []
    while true {
      let decision = selection.decision(after: asked, using: &chance)
      switch decision.outcome {
      case .stop(let stop): return (asked, stop, decision.estimate)
      case .next(let choice):
        guard case .score(let score) = person.respond(to: selection.pool[choice.item].model, using: &answers) else {
          continue
        }
        asked.append(.init(item: choice.item, score: score))
      }
    }
  }

  @Test("Never the same item twice, never outside the wanted length, and the same seed again", arguments: seeds(40))
  func lengths(seed: UInt64) {
    let ability = -2.5 + 5 * Double(seed) / 39
    let selection = Self.selection(6...14, error: 0.4, exposure: 4, shares: [1, 2, 1])
    let sat = Self.sit(selection, ability: ability, seed: seed)
    #expect(Set(sat.asked.map(\.item)).count == sat.asked.count)
    #expect((6...14).contains(sat.asked.count))
    switch sat.stop {
    case .error: #expect(sat.estimate.error <= 0.4)
    case .length: #expect(sat.asked.count == 14)
    case .exhausted: Issue.record("sixty items can't run out")
    }
    #expect(Self.sit(selection, ability: ability, seed: seed).asked == sat.asked)
  }

  @Test("Asks until the pool is empty where nothing else stops")
  func exhausted() {
    let sat = Self.sit(Self.selection(1...100, error: nil), ability: 0, seed: 1)
    #expect(sat.stop == .exhausted)
    #expect(Set(sat.asked.map(\.item)).count == 60)
  }

  @Test("No area is ever a whole item further from its share than it must be", arguments: seeds(30))
  func shares(seed: UInt64) {
    let shares = [0.5, 0.3, 0.2]
    let sat = Self.sit(Self.selection(20...20, error: nil, exposure: 5, shares: shares), ability: 0.5, seed: seed)
    for count in 1...sat.asked.count {
      for area in 0..<3 {
        let has = sat.asked.prefix(count).count { Self.pool[$0.item].area == area }
        #expect(abs(Double(has) - shares[area] * Double(count)) < 1)
      }
    }
    #expect(sat.asked.count { Self.pool[$0.item].area == 0 } == 10)
  }

  /// A thousand people of a standard normal population.
  static func thousand(_ selection: AdaptiveSelection) -> [(ability: Double, asked: [Int], estimate: AbilityEstimate)] {
    (0..<1_000).map { number in
      var draw = SeededGenerator(seed: UInt64(number)).derived(for: "person")
      let ability = draw.normal()
      let sat = sit(selection, ability: ability, seed: UInt64(number))
      return (ability, sat.asked.map(\.item), sat.estimate)
    }
  }

  @Test("Over a thousand people no item is seen by more than its bound, and far fewer see the best one than without")
  func exposure() {
    func rates(_ exposure: Int) -> [Double] {
      var counts = [Double](repeating: 0, count: 60)
      for person in Self.thousand(Self.selection(10...10, error: nil, exposure: exposure)) {
        for item in person.asked { counts[item] += 1 }
      }
      return counts.map { $0 / 1_000 }
    }
    let (best, drawn) = (rates(1), rates(6))
    // Without control everybody meets the same first item; with six each gets it one time in six at first.
    #expect(best.max() == 1)
    #expect((drawn.max() ?? 1) < 0.8)
    #expect(drawn.count { $0 > 0 } > best.count { $0 > 0 })
  }

  @Test("Estimates of a thousand people are unbiased and as far off as their standard errors say")
  func recovery() {
    let people = Self.thousand(Self.selection(5...30, error: 0.32, exposure: 3))
    let off = people.map { $0.estimate.theta - $0.ability }
    let count = Double(off.count)
    let bias = off.reduce(0, +) / count
    let rmse = (off.reduce(0) { $0 + $1 * $1 } / count).squareRoot()
    let expected = (people.reduce(0) { $0 + $1.estimate.error * $1.estimate.error } / count).squareRoot()
    // Four standard errors of the mean and of a standard deviation over a thousand.
    #expect(abs(bias) < 4 * expected / count.squareRoot())
    #expect(abs(rmse - expected) < 4 * expected / (2 * count).squareRoot())
  }

  static let next = "expected/cat_nextitem.json"

  @Test(
    "The item that tells most is the one that catR takes", .enabled(if: Conformance.has(next), Conformance.absent))
  func catRNext() throws {
    struct File: Decodable {
      struct Choice: Decodable {
        var item: Int
        var info: Double
      }
      var nextItem: [String: Choice]
      enum CodingKeys: String, CodingKey { case nextItem = "next_item" }
    }
    let known = try #require(try Conformance.decode(File.self, from: Self.next).nextItem["MFI"])
    let bank = try CatRBank.items()
    let out = Set([9, 19, 29])
    let told = bank.indices.filter { !out.contains($0) }.map { ($0, bank[$0].model.information(at: 0.4)) }
    let best = try #require(told.max { $0.1 < $1.1 })
    #expect(best.0 + 1 == known.item && near(best.1, known.info, within: 1e-12))
    // The same through a decision whose estimate is 0.4: a population of that mean, before any answer.
    let selection = AdaptiveSelection(
      .init(length: 1...5), pool: bank.enumerated().filter { !out.contains($0.offset) }.map(\.element),
      population: NormalPopulation(mean: 0.4, deviation: 1))
    var chance = SeededGenerator(seed: 1)
    guard case .next(let choice) = selection.decision(after: [], using: &chance).outcome else {
      Issue.record("nothing chosen")
      return
    }
    #expect(near(choice.information, known.info, within: 1e-9))
  }
}
