import Datasets
import Expressions
import Instruments
import SampleInstruments
import Testing

@testable import Scoring

/// What holds of every sheet, tried on random answers to random tests.
@Suite("Properties of scores")
struct ScorePropertyTests {
  static let seeds = (0..<200).map { UInt64($0) }

  /// A test of random items with random keys, points and credit rules, and random answers to it.
  private func sitting(_ random: inout SeededNumbers) throws -> Sitting {
    var blocks: [Block] = []
    var keys: [ItemKey] = []
    for number in 1...Int.random(in: 1...12, using: &random) {
      let id = "x\(number)"
      let points = Decimal64(mantissa: Int64.random(in: 1...400, using: &random), scale: 2)
      let codes = ["a", "b", "c", "d", "e"].prefix(Int.random(in: 2...5, using: &random)).map { Symbol($0) }
      let choices = Choices(options: codes.map { Sample.option($0.text) })
      switch Int.random(in: 0..<4, using: &random) {
      case 0:
        blocks.append(.item(Sample.item(id, Sample.number(-5, 5, whole: true))))
        keys.append(Sample.key(id, Sample.numberKey("2", tolerance: "1"), points: points))
      case 1:
        blocks.append(.item(Sample.item(id, .choose(choices))))
        keys.append(Sample.key(id, .options([codes[0]]), points: points))
      case 2:
        let right = Array(codes.shuffled(using: &random).prefix(Int.random(in: 1...codes.count, using: &random)))
        blocks.append(.item(Sample.item(id, .chooseMany(choices, atLeast: nil, atMost: nil))))
        let credit = [Credit.all, .hits, .perOption].randomElement(using: &random) ?? .all
        keys.append(Sample.key(id, .options(right), points: points, credit: credit))
      default:
        blocks.append(.item(Sample.item(id, .order(choices))))
        let credit = [Credit.all, .perPlace, .adjacent].randomElement(using: &random) ?? .all
        keys.append(Sample.key(id, .order(codes.shuffled(using: &random)), points: points, credit: credit))
      }
    }
    let ids = keys.map(\.item.text)
    let half = ids.count / 2
    var scales = [Sample.scale("first", of: ids.prefix(half).joined(separator: " "))].filter { !$0.members.isEmpty }
    scales.append(Sample.scale("second", of: ids.dropFirst(half).joined(separator: " ")))
    scales.append(Sample.scale("total", of: scales.map(\.id.text).joined(separator: " ")))
    var sitting = try Sitting(Sample.instrument(blocks, scoring: ScoringRules(keys: keys, scales: scales)))
    for item in sitting.instrument.delivery.items {
      sitting.values[item.slot] = answer(to: item, &random)
      if Int.random(in: 0..<5, using: &random) == 0 { sitting.hidden.insert(item.slot) }
    }
    return sitting
  }

  private func answer(to item: DeliveryItem, _ random: inout SeededNumbers) -> Value {
    if Int.random(in: 0..<6, using: &random) == 0 { return .unanswered }
    let codes = item.item.codes.shuffled(using: &random)
    return switch item.item.kind {
    case .number: .integer(Int.random(in: -5...5, using: &random))
    case .choose: .code(codes[0])
    case .chooseMany: .codes(Array(codes.prefix(Int.random(in: 0...codes.count, using: &random))))
    default: .ordered(codes)
    }
  }

  @Test("Points lie between nothing and the maximum, and hidden items never score", arguments: seeds)
  func points(seed: UInt64) throws {
    var random = SeededNumbers(seed: seed)
    let sitting = try sitting(&random)
    for item in sitting.sheet.items {
      if sitting.hidden.contains(item.slot) {
        #expect(item.points == nil && item.maximum == nil && item.reason == .notShown)
      } else {
        let points = try #require(item.points)
        let maximum = try #require(item.maximum)
        #expect(points >= .zero && points <= maximum)
        #expect((points == maximum) == (item.reason == .right))
      }
    }
  }

  @Test("A total is the sum of its members, and so are the maxima", arguments: seeds)
  func totals(seed: UInt64) throws {
    var random = SeededNumbers(seed: seed)
    let sheet = try sitting(&random).sheet
    let total = try #require(sheet.scale("total"))
    let counted = sheet.items.filter { $0.maximum != nil }
    guard !counted.isEmpty else {
      #expect(total.score == .notShown)
      return
    }
    let maximum = try counted.compactMap(\.maximum).reduce(Fraction.zero) { try $0.plus(Fraction($1)) }
    #expect(total.maximum.map { Fraction($0) } == maximum)
    // Each item's points are rounded in their 18th digit at most, the total's sum is not.
    let sum = try counted.compactMap(\.points).reduce(Fraction.zero) { try $0.plus(Fraction($1)) }
    guard case .decimal(let score) = total.score else {
      Issue.record("no score")
      return
    }
    let difference = try Fraction(score).minus(sum)
    let tolerance = Fraction(Decimal64(mantissa: 1, scale: 15))
    let opposite = try difference.times(Fraction(-1))
    #expect(difference < tolerance && opposite < tolerance)
  }

  @Test("What is hidden makes no difference, whatever was answered there", arguments: seeds.prefix(50))
  func parkedAnswers(seed: UInt64) throws {
    var random = SeededNumbers(seed: seed)
    var sitting = try sitting(&random)
    let before = sitting.sheet
    for slot in sitting.hidden { sitting.values[slot] = .text("something else") }
    #expect(sitting.sheet == before)
  }
}
