import Administration
import Expressions
import Instruments
import TerminalUI
import Testing
import Texts

@testable import Screens

@Suite("Pairs, gaps, allocations, dates and essays at the keys")
struct KindScreenTests {
  private static func both(_ text: String) -> String { "<ky>\(text)</ky><ru>\(text)</ru><en>\(text)</en>" }

  private func typist(_ block: String, size: Size = Size(columns: 80, rows: 24)) throws -> Typist {
    Typist(try Sample.questionnaire("<section id=\"s\">\(block)</section>"), size: size)
  }

  private static let match = """
    <match id="m">\(both("Join"))<left code="a">Osh</left><left code="b">Naryn</left><right code="x">south</right>
    <right code="y">middle</right><right code="z">north</right></match>
    """

  @Test("A number joins the line with the pointer, and the pointer goes to the next that is free")
  func joining() throws {
    var typist = try typist(Self.match)
    typist.press(.character("1"))
    #expect(typist.screen.contains("Osh  –  (1) south"))
    typist.press(.character("1"))
    // One right for one left: it left the first.
    #expect(typist.screen.contains("It was taken from “Osh”"))
    typist.press(.up, .character("2"), .enter)
    #expect(
      typist.answer("m") == .pairs([MatchPair(left: "a", right: "y"), MatchPair(left: "b", right: "x")]))
  }

  @Test("Backspace takes a pair back, and Enter on nothing says so")
  func unjoining() throws {
    var typist = try typist(Self.match)
    typist.press(.enter)
    #expect(typist.screen.contains("Nothing is joined yet"))
    typist.press(.character("3"), .up, .backspace)
    #expect(typist.screen.contains("Osh  –  ____"))
  }

  @Test("A gap shows what was put there inside the running text")
  func gaps() throws {
    var typist = try typist(
      """
      <gaps id="g">\(Self.both("Manas has {g1} parts and is {g2}."))<gap id="g1" kind="number"/>
      <gap id="g2"><option code="a">an epic</option><option code="b">a novel</option></gap></gaps>
      """)
    #expect(typist.screen.contains("Manas has (1) [____] parts and is (2) [____]."))
    typist.press(.character("3"), .enter, .character("1"))
    #expect(typist.screen.contains("Manas has (1) [3] parts and is (2) [an epic]."))
    typist.press(.pageDown)
    #expect(typist.answer("g1") == .decimal(Decimal64(3)) && typist.answer("g2") == .code("a"))
  }

  private static let hours = """
    <allocate id="d" total="24" unit="h">\(both("Your day"))<row id="sleep">\(both("Sleep"))</row>
    <row id="rest">\(both("All else"))</row></allocate><number id="next">\(both("And then?"))</number>
    """

  @Test("What is left is shown while one types, and a sum that is short or too large holds one back")
  func allocating() throws {
    var typist = try typist(Self.hours)
    typist.type("9")
    #expect(typist.screen.contains("Left to give out: 15 h"))
    typist.press(.enter)
    typist.type("16")
    #expect(typist.screen.contains("Too much by 1 h"))
    typist.press(.pageDown)
    #expect(typist.screen.contains("The sum is too large: take 1 away."))
    typist.press(.down, .backspace, .character("5"))
    #expect(typist.screen.contains("All of it is given out."))
    typist.press(.pageDown)
    #expect(typist.screen.contains("And then?"))
  }

  @Test("An allocation that nobody began may be left")
  func unallocated() throws {
    var typist = try typist(Self.hours)
    typist.press(.pageDown)
    #expect(typist.screen.contains("And then?"))
  }

  @Test("A date is typed as people write it, and told where it is none")
  func dates() throws {
    var typist = try typist("<date id=\"d\" max=\"2020-12-31\">\(Self.both("When?"))</date>")
    #expect(typist.screen.contains("For example: 31.08.2010"))
    typist.type("31.2.2010")
    typist.press(.enter)
    #expect(typist.screen.contains("There is no such day"))
    for _ in 0..<9 { typist.press(.backspace) }
    typist.type("1.9.2010")
    typist.press(.enter)
    #expect(typist.answer("d") == .date(try #require(CalendarDate("2010-09-01"))))
    typist.press(.pageUp)
    #expect(typist.screen.contains("01.09.2010"))
  }

  @Test("An essay counts its words, takes many lines, and stays as it was written")
  func essays() throws {
    var typist = try typist("<essay id=\"e\" min-words=\"60\" max-words=\"90\">\(Self.both("My school"))</essay>")
    typist.type("My school")
    typist.press(.enter)
    typist.type("is old.")
    #expect(typist.screen.contains("Words: 4, 60 to 90 wanted"))
    typist.press(.pageDown)
    #expect(typist.answer("e") == .text("My school\nis old."))
  }

  @Test("In line mode pairs are typed as numbers in the order of the lines above, or with letter and number")
  func lines() throws {
    let session = Session(
      plan: SessionPlan(
        delivery: try Sample.questionnaire("<section id=\"s\">\(Self.match)</section>").delivery, seed: 1))
    let first = LineRunner.begin(session, at: .start, language: .en)
    #expect(first.output.contains("a) Osh") && first.output.contains("2) middle"))
    func answer(_ line: String) -> Value? {
      first.runner.taking(line: line, at: .start).runner.state.session.answer(at: 0)
    }
    let both = Value.pairs([MatchPair(left: "a", right: "y"), MatchPair(left: "b", right: "x")])
    #expect(answer("a-2 b-1") == both && answer("2 1") == both && answer("2, 1") == both)
    #expect(answer("0 1") == .pairs([MatchPair(left: "b", right: "x")]))
    #expect(answer("2") == .pairs([MatchPair(left: "a", right: "y")]))
    // More numbers than lines, or one that isn't there, are no answer.
    for wrong in ["2 1 1", "7 1", "2 x"] { #expect(answer(wrong) == nil) }
  }
}
