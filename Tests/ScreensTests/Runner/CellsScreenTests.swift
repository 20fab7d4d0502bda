import Administration
import Expressions
import Instruments
import TerminalUI
import Testing
import Texts

@testable import Screens

@Suite("A timed grid at the keys")
struct CellsScreenTests {
  private static func both(_ text: String) -> String { "<ky>\(text)</ky><ru>\(text)</ru><en>\(text)</en>" }

  private static func sections(_ attributes: String = "") -> String {
    """
    <section id="s"><timed-grid id="g" time="60s" columns="5" \(attributes)>\(both("Read"))
    <cells>ab c de f g h i j k l</cells></timed-grid><number id="n">\(both("Next?"))</number></section>
    """
  }

  private func typist(_ attributes: String = "", size: Size = Size(columns: 80, rows: 24)) throws -> Typist {
    Typist(try Sample.questionnaire(Self.sections(attributes)), size: size)
  }

  private func result(_ typist: Typist) -> TimedGridResult? { typist.answer("g").flatMap { TimedGridResult($0) } }

  @Test("Space starts the clock, the arrows follow, space strikes out, Enter ends, and Enter goes on")
  func reading() throws {
    var typist = try typist()
    #expect(typist.screen.contains("When the child begins, press the space bar. Time: 1:00"))
    // A held Enter starts nothing.
    typist.press(.enter, .enter)
    #expect(typist.screen.contains("The space bar starts the clock") && !typist.state.showsClock)
    typist.press(.character(" "))
    #expect(typist.state.showsClock && typist.screen.contains("Left 1:00"))
    typist.press(.right, .right, .character(" "))
    typist.wait(milliseconds: 12_000)
    #expect(typist.screen.contains("Left 0:48") && typist.screen.contains("[de/]"))
    typist.press(.down, .left)
    #expect(typist.screen.contains("[i ]"))
    typist.wait(milliseconds: 10_400)
    typist.press(.enter)
    #expect(typist.place == "g" && typist.screen.contains("7 tried, 6 right, in 22 s"))
    typist.press(.enter)
    #expect(typist.place == "n")
    #expect(result(typist) == TimedGridResult(last: 7, wrong: [3], left: 38))
  }

  @Test("Space again takes a stroke back; behind the last cell nothing is struck out; a point moves the last one")
  func mending() throws {
    var typist = try typist()
    typist.press(.character(" "), .character(" "), .character(" "), .right, .character(" "), .right, .enter)
    #expect(typist.state.cells(of: typist.state.items[0]).wrong == [2])
    typist.press(.right, .character(" "))
    #expect(typist.screen.contains("behind the last one"))
    typist.press(.character("."), .character(" "))
    typist.press(.left, .left, .left, .character("."), .enter)
    #expect(result(typist) == TimedGridResult(last: 1, wrong: [], left: 60))
  }

  @Test("When the time is over it rings and waits for the last cell; going on before that stays")
  func timeOver() throws {
    var typist = try typist()
    typist.press(.character(" "), .right)
    typist.press(.pageDown)
    #expect(typist.place == "g" && typist.screen.contains("Go to the last cell that was read"))
    typist.wait(milliseconds: 60_000)
    #expect(typist.bells >= 1 && typist.screen.contains("Stop: the time is over."))
    #expect(typist.screen.contains("The time is over. Go to the last cell"))
    typist.press(.right, .enter, .enter)
    #expect(result(typist) == TimedGridResult(last: 3, wrong: [], left: 0))
  }

  @Test("All wrong at the beginning ends it at once")
  func hopeless() throws {
    var typist = try typist("stop-after-wrong=\"3\"")
    typist.press(.character(" "))
    typist.now.milliseconds = 9_000
    typist.press(.character(" "), .right, .character(" "), .right, .character(" "))
    #expect(typist.screen.contains("All at the beginning is wrong"))
    typist.press(.enter)
    #expect(typist.place == "n" && result(typist) == TimedGridResult(last: 3, wrong: [1, 2, 3], left: 51))
  }

  @Test("Backspace asks before everything is begun anew")
  func anew() throws {
    var typist = try typist()
    typist.press(.character(" "), .right, .enter, .backspace, .enter)
    #expect(typist.screen.contains("2 tried"))
    typist.press(.backspace, .character("2"), .enter)
    #expect(typist.screen.contains("press the space bar"))
    typist.press(.pageDown)
    #expect(typist.place == "n" && typist.answer("g") == nil)
    typist.press(.pageUp, .character(" "), .right, .right, .enter, .pageDown)
    #expect(result(typist)?.last == 3)
    // What was answered stands as it was left.
    typist.press(.pageUp)
    #expect(typist.screen.contains("3 tried, 3 right"))
  }

  @Test("Where a row has no room it is broken; up and down follow what is seen", arguments: [40, 44, 80])
  func narrow(columns: Int) throws {
    let cells = (1...30).map { "w\($0)aaaaaa" }.joined(separator: " ")
    var typist = Typist(
      try Sample.questionnaire(
        """
        <section id="s"><timed-grid id="g" columns="8">\(Self.both("Read"))<cells>\(cells)</cells></timed-grid></section>
        """), size: Size(columns: columns, rows: 12))
    typist.press(.character(" "))
    for row in 0..<3 {
      let lines = typist.screen.split(separator: "\n")
      #expect(lines.allSatisfy { $0.count <= columns })
      #expect(typist.screen.contains("[w\(row * typist.state.cellsInRow(try form(typist)) + 1)aaaaaa"))
      typist.press(.down)
    }
  }

  private func form(_ typist: Typist) throws -> TimedGridForm {
    guard case .timedGrid(let form)? = typist.state.items.first?.item.kind else { throw Refusal.noSuchElement }
    return form
  }

  @Test("Line by line the cells are numbered, and the result is typed")
  func lines() throws {
    var player = LinePlayer(try Sample.questionnaire(Self.sections()), .en)
    #expect(player.printed.contains("  6: h i j k l") && player.printed.contains("last=37 wrong=3,9 left=0"))
    player.say("37")
    #expect(player.printed.contains("It is written like this"))
    player.say("last=8 wrong=2,3 left=5")
    #expect(player.printed.contains("Next?"))
    #expect(player.answer("g").flatMap { TimedGridResult($0) } == TimedGridResult(last: 8, wrong: [2, 3], left: 5))
    player.say("/back")
    #expect(player.printed.contains("8 tried, 6 right, in 55 s"))
  }
}
