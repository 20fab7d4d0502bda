import Expressions
import Instruments
import Testing
import Texts

@testable import Administration

@Suite("How long, how often, how carefully")
struct ParadataTests {
  private func at(_ seconds: Double) -> Instant { Instant(milliseconds: Int64(seconds * 1_000)) }

  private static let form = """
    <section id="s"><number id="a"><en>A?</en></number><number id="b"><en>B?</en></number></section>
    """

  /// Begun, 4 s at a, answered, changed at 6 s, on to b at 7 s, pause of an hour in session time nobody counts, back to a.
  private func log(_ session: Session) -> [LoggedEvent] {
    let (a, b) = (session.slot("a"), session.slot("b"))
    return [
      LoggedEvent(.started(.en), at: at(0)),
      LoggedEvent(.answered(Address(slot: a), .integer(1)), at: at(4)),
      LoggedEvent(.answered(Address(slot: a), .integer(2)), at: at(6)),
      LoggedEvent(.moved(.element(session.element("b"))), at: at(7)),
      LoggedEvent(.suspended, at: at(9)), LoggedEvent(.resumed, at: at(9)),
      LoggedEvent(.answered(Address(slot: b), .integer(1)), at: at(12)),
      LoggedEvent(.cleared(Address(slot: b)), at: at(13)),
      LoggedEvent(.moved(.element(session.element("a"))), at: at(14)),
      LoggedEvent(.moved(.end), at: at(16)), LoggedEvent(.sealed(.submitted), at: at(20)),
    ]
  }

  @Test("Times, visits and changes are those of the log")
  func times() throws {
    let session = Session(plan: SessionPlan(delivery: try Shipped.questionnaire(Self.form).delivery, seed: 1))
    let times = SessionTimes(session.plan, log(session))
    let (a, b) = (session.element("a"), session.element("b"))
    #expect(times.elements[a] == SessionTimes.ElementTime(spent: 9_000, visits: 2, untilAnswer: 4_000))
    #expect(times.elements[b] == SessionTimes.ElementTime(spent: 7_000, visits: 1, untilAnswer: 5_000))
    #expect(times.items[session.slot("a")] == SessionTimes.ItemChanges(answers: 2, changes: 1))
    #expect(times.items[session.slot("b")] == SessionTimes.ItemChanges(answers: 1, changes: 1))
    #expect(times.total == 20_000 && times.suspensions == 1)
  }

  @Test("The longest run of the same answer; a gap ends it")
  func runs() {
    func run(_ text: String) -> Int {
      StraightLining.longestRun(text.map { $0 == "-" ? .unanswered : .code(Symbol(String($0))) })
    }
    #expect(run("11111") == 5 && run("12345") == 1 && run("11-111") == 3 && run("") == 0 && run("--") == 0)
  }

  @Test("One mark down a grid is conspicuous where a row counts from the other end")
  func grids() throws {
    func grid(_ reverse: String) -> String {
      let options = (1...4).map { "<option code=\"\($0)\">\($0)</option>" }.joined()
      let rows = (1...5).map { "<row id=\"r\($0)\"\($0 == 3 ? reverse : "")><en>Row</en></row>" }.joined()
      return "<section id=\"s\"><grid id=\"g\"><en>How?</en>\(options)\(rows)</grid></section>"
        + "<scale id=\"k\" method=\"sum\" of=\"r1 r2 r3 r4 r5\"><en>K</en></scale>"
    }
    for (reverse, answers, found) in [
      (" reverse=\"yes\"", "44444", ["g"]), (" reverse=\"yes\"", "44344", []), ("", "44444", []),
    ] as [(String, String, [Symbol])] {
      let instrument = try Shipped.questionnaire(grid(reverse))
      var session = try Session.begun(instrument)
      for (index, answer) in answers.enumerated() {
        try session.apply(
          .answered(Address(slot: session.slot("r\(index + 1)")), .code(Symbol(String(answer)))), at: at(1))
      }
      #expect(StraightLining.grids(in: session, reversed: instrument.instrument.scoring.reversed) == found)
    }
  }
}
