import Expressions
import Instruments
import TerminalUI
import Testing
import Texts

@testable import Screens

/// A walk through every way of asking, in `Golden/Kinds/kinds.xml`: what is typed at each, on the screen and line by line.
struct KindStop: Sendable, CustomTestStringConvertible {
  /// The block, and the name of its golden files.
  var id: String
  /// What must be answered before, for the block to be as it is drawn.
  var before: @Sendable (inout Typist) -> Void = { _ in }
  /// What a person does at the screen, step by step, each with its title.
  var steps: [(String, @Sendable (inout Typist) -> Void)]
  /// The same answers as lines.
  var lines: [String]
  /// The item whose answer both must come to; the block's own where nil.
  var items: [String]

  var testDescription: String { id }

  init(
    _ id: String, items: [String]? = nil, lines: [String],
    before: @escaping @Sendable (inout Typist) -> Void = { _ in },
    _ steps: (String, @Sendable (inout Typist) -> Void)...
  ) {
    self.id = id
    self.items = items ?? [id]
    self.lines = lines
    self.before = before
    self.steps = steps
  }
}

enum KindTour {
  static func instrument() throws -> CheckedInstrument { try Sample.bundled("Golden/Kinds/kinds.xml") }

  static let stops = choices + typed + arranged + tables + watched

  private static func types(_ text: String) -> @Sendable (inout Typist) -> Void { { $0.type(text) } }
  private static func presses(_ keys: Key...) -> @Sendable (inout Typist) -> Void {
    { typist in for key in keys { typist.press(key) } }
  }

  private static let choices = [
    KindStop(
      "fruit", lines: ["4", "Алча"], ("chosen", types("2")), ("another, in one's own words", { $0.type("4Алча") })),
    KindStop("sports", lines: ["1 2"], ("two chosen", types("12")), ("one too many", types("3"))),
    KindStop("share", lines: ["2"], ("chosen", types("2"))),
    KindStop("shape", lines: ["1"], ("chosen", types("1"))),
    KindStop("region", lines: ["1"], ("chosen", types("1"))),
    KindStop(
      "district", lines: ["2"],
      before: {
        $0.go(to: "region")
        $0.type("1")
        $0.press(.enter)
      }, ("chosen of the two", types("2"))),
  ]

  private static let typed = [
    KindStop("age", lines: ["9"], ("typed", types("9"))),
    KindStop(
      "spend", lines: ["200"],
      (
        "asked back",
        {
          $0.type("500"); $0.press(.enter)
        }
      ),
      (
        "less",
        {
          $0.press(.enter, .backspace, .backspace, .backspace); $0.type("200")
        }
      )),
    KindStop("name", lines: ["Айгүл Үсөнова"], ("typed", types("Айгүл Үсөнова"))),
    KindStop(
      "school", lines: ["Менин мектебим", "эски, бирок жылуу.", ""],
      (
        "two lines",
        {
          $0.type("Менин мектебим"); $0.press(.enter); $0.type("эски, бирок жылуу.")
        }
      )),
    KindStop(
      "born", lines: ["31.08.2016"],
      (
        "no such day",
        {
          $0.type("31.2.2016"); $0.press(.enter)
        }
      ),
      (
        "a day",
        {
          for _ in 0..<9 { $0.press(.backspace) }; $0.type("31.08.2016")
        }
      )),
  ]

  private static let arranged = [
    KindStop("plant", lines: ["2 3 1"], ("two placed", types("23")), ("all placed", types("1"))),
    KindStop("rivers", lines: ["2 1"], ("one joined", types("2")), ("both joined", types("1"))),
    KindStop(
      "manas", items: ["m1", "m2"], lines: ["3", "1"],
      (
        "the first filled",
        {
          $0.type("3"); $0.press(.enter)
        }
      ),
      ("both filled", types("1"))),
    KindStop(
      "day", items: ["sleep", "lessons", "rest"], lines: ["9", "6", "9"],
      (
        "some given out",
        {
          $0.type("9"); $0.press(.enter); $0.type("6")
        }
      ),
      (
        "too much",
        {
          $0.press(.enter); $0.type("10")
        }
      ),
      (
        "all given out",
        {
          $0.press(.backspace, .backspace); $0.type("9")
        }
      )),
  ]

  private static let tables = [
    KindStop(
      "climate", items: ["warm", "fair", "safe"], lines: ["1", "3", "2"], ("two rows", types("13")),
      ("all rows", types("2"))),
    KindStop(
      "taken", lines: ["42"], ("typed", types("42")), ("its table", presses(.function(5))),
      ("back at the question", presses(.enter))),
    KindStop("lesson", items: ["aim"], lines: ["2"], ("a level", types("2"))),
  ]

  private static let watched = [
    KindStop("asked", lines: ["3"], ("counted", types("+++"))),
    KindStop(
      "busy", lines: ["3"],
      (
        "a record",
        {
          $0.type("3"); $0.press(.enter, .pageUp)
        }
      )),
    KindStop(
      "letters", lines: ["last=7 wrong=2 left=30"],
      (
        "the clock runs",
        {
          $0.press(.character(" ")); $0.wait(milliseconds: 30_000); $0.press(.right, .character(" "))
        }
      ),
      ("stopped", { $0.press(.down, .enter) })),
  ]
}
