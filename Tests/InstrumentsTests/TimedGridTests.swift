import Diagnostics
import Expressions
import SampleInstruments
import Testing
import Texts

@testable import Instruments

@Suite("Cells read against the clock")
struct TimedGridTests {
  private static let form = TimedGridForm(
    time: 60_000, columns: 5, cells: LocalizedText("а б в г д  е ж з и к"), stopAfterWrong: 5)

  private let item = Sample.item("letters", .timedGrid(Self.form))

  private func typed(_ text: String) -> Result<Value, AnswerProblem> { item.value(typed: text, language: .ky) }

  private func code(_ text: String) -> String? {
    if case .failure(let problem) = typed(text) { problem.finding.rawValue } else { nil }
  }

  @Test(
    "What an assessor types is the last cell, what was wrong, and the seconds left, in any order",
    arguments: [
      ("last=7 wrong=3,5 left=0", 7, [3, 5], 0), ("left=12 last=10", 10, [], 12), ("wrong=5, 3 last=7", 7, [3, 5], 0),
      ("LAST=7 wrong= left=9", 7, [], 9), ("last=0", 0, [], 0), ("last=7 wrong=3;3", 7, [3], 0),
    ] as [(String, Int, [Int], Int)])
  func typing(text: String, last: Int, wrong: [Int], left: Int) throws {
    #expect(TimedGridResult(try typed(text).get()) == TimedGridResult(last: last, wrong: wrong, left: left))
  }

  @Test(
    "What can't be is refused with its reason",
    arguments: [
      ("7", "E624"), ("last=x", "E624"), ("last=7 seconds=3", "E624"), ("wrong=1", "E624"), ("last=7 last=8", "E624"),
      ("last=11", "E625"), ("last=-1", "E625"), ("last=7 wrong=8", "E625"), ("last=0 wrong=1", "E625"),
      ("last=7 wrong=0", "E625"), ("last=7 left=61", "E604"), ("last=7 left=-1", "E603"),
    ])
  func refused(text: String, expected: String) { #expect(code(text) == expected) }

  @Test("A value from elsewhere must be a whole result")
  func foreign() {
    let bad: [Value] = [
      .integer(3), .codes(["a"]), TimedGridResult(last: 7, wrong: [5, 3], left: 0).value,
      TimedGridResult(last: 7, wrong: [3, 3], left: 0).value, .container(Container(.record, [])),
    ]
    for value in bad { #expect(item.problem(of: value) != nil, "\(value)") }
    let good = TimedGridResult(last: 7, wrong: [3, 5], left: 4).value
    #expect(item.problem(of: good) == nil)
    #expect(Value(coded: good.coded) == good)
  }

  @Test("Expressions see how many were right, and each part exactly")
  func parts() {
    let answer = TimedGridResult(last: 9, wrong: [2, 4], left: 39).value
    #expect(item.seen(answer) == .integer(7))
    let values = TimedGridPart.allCases.map { item.value(of: $0, in: answer) }
    #expect(values[0] == .integer(9) && values[1] == .integer(2) && values[2] == .integer(21))
    // 7 in 21 seconds are 20 in a minute.
    #expect(values[3].decimal == Decimal64(20))
    #expect(values[4].stored == "2 4")
    let atOnce = TimedGridResult(last: 3, wrong: [], left: 60).value
    #expect(item.value(of: .perMinute, in: atOnce) == .missing(Missing(.undefined)))
    #expect(item.value(of: .attempted, in: .unanswered) == .unanswered)
    #expect(item.seen(.notShown) == .notShown)
  }

  @Test("A result is said in words", arguments: [(Language.ky, "окулганы 9"), (.ru, "верно 7"), (.en, "in 21 s")])
  func words(language: Language, expected: String) {
    let answer = TimedGridResult(last: 9, wrong: [2, 4], left: 39).value
    #expect(item.print(answer, in: language).contains(expected))
  }

  @Test("Its slots stand behind it, with the numbers that they may be")
  func slots() throws {
    let instrument = Sample.instrument([.item(item)])
    let checked = try #require(
      instrument.checked(hash: ContentHash(of: []), datasets: nil).instrument)
    let ids = checked.delivery.slots.map(\.id.text)
    #expect(
      ids == [
        "letters", "letters.attempted", "letters.wrong", "letters.seconds", "letters.per_minute",
        "letters.wrong_cells",
      ])
    #expect(checked.delivery.slots[0].range.most == Decimal64(10))
    #expect(checked.delivery.slots[3].range.most == Decimal64(60))
    #expect(checked.delivery.slots[4].label?.plain(in: .en) == "Prompt of letters: right in a minute")
  }

  @Test(
    "A grid that nobody can read is told",
    arguments: [
      (TimedGridForm(cells: LocalizedText("  ")), "E285"), (TimedGridForm(time: 0, cells: LocalizedText("a")), "E285"),
      (
        TimedGridForm(cells: LocalizedText(versions: [.ky: [.text("а б")], .ru: [.text("а")], .en: [.text("a b")]])),
        "E388"
      ), (TimedGridForm(cells: LocalizedText("a b"), stopAfterWrong: 3), "W317"),
    ])
  func mistakes(form: TimedGridForm, code: String) {
    let instrument = Sample.instrument([.item(Sample.item("letters", .timedGrid(form)))])
    let codes = instrument.checked(hash: ContentHash(of: []), datasets: nil).findings.map(\.code)
    #expect(codes == [code])
  }
}
