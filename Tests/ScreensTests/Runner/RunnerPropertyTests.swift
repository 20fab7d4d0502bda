import Administration
import Instruments
import Psychometrics
import SeededTesting
import TerminalUI
import Testing
import Texts

@testable import Screens

@Suite struct RunnerPropertyTests {
  @Test(
    "Whatever is pressed, the screen fits, the place is valid, and the log replays to the same session",
    arguments: 0..<4)
  func anyKeysAreSafe(part: UInt64) throws {
    let instruments = try [
      Sample.everything(), Sample.shipped("math-4-diagnostic"), Sample.shipped("parent-survey"),
      Sample.shipped("lesson-observation"), Sample.paced(), Sample.adaptive(),
      Sample.adaptive("two-stage-arithmetic"),
    ]
    for seed in seeds(200) where seed % 4 == part {
      let instrument = instruments[Int(seed / 4) % instruments.count]
      var keys = RandomKeys(seed: seed)
      var typist = Typist(
        instrument, language: keys.pick(instrument.delivery.form.languages), seed: seed, looks: keys.looks())
      var sealed: SessionState?
      for number in 0..<300 {
        typist.now.milliseconds += Int64(keys.chance.integer(in: 0..<9_000))
        typist.give(keys.input())
        if let sealed { #expect(typist.session.state == sealed, "seed \(seed)") }
        if typist.session.isSealed, sealed == nil { sealed = typist.session.state }
        if typist.state.exit == .left { break }
        if number % 4 == 0 { expectValid(typist, "seed \(seed), event \(number)") }
        if number % 20 == 0 { expectFrame(typist.state, keys.size(), "seed \(seed), event \(number)") }
      }
      let again = try Session.replay(typist.session.plan, typist.log)
      #expect(again.state == typist.session.state, "seed \(seed)")
    }
  }

  private func expectValid(_ typist: Typist, _ comment: Comment) {
    let state = typist.state
    if let element = state.session.currentElement, !state.session.isSealed {
      #expect(state.session.steps.contains(element), comment)
    }
    #expect(state.rows.isEmpty || state.focusedRow != nil || state.mode == .passage, comment)
    #expect(state.scroll >= 0, comment)
    #expect(state.events.isEmpty, comment)
  }

  private func expectFrame(_ state: RunnerState, _ size: Size, _ comment: Comment) {
    for glyphs in [Glyphs.unicode, .ascii] {
      let frame = state.frame(size: size, glyphs: glyphs)
      #expect(frame.size == size, comment)
      if let cursor = frame.cursor {
        #expect((0..<size.rows).contains(cursor.row) && (0..<size.columns).contains(cursor.column), comment)
      }
    }
  }

  @Test("No report, reply or foreign key sequence changes an answer or a draft", arguments: seeds(20))
  func controlSequencesAreNoAnswers(seed: UInt64) throws {
    var typist = Typist(try Sample.everything(), seed: seed)
    typist.press(.pageDown)
    typist.type("1")
    typist.press(.enter)
    typist.type("2")
    var keys = RandomKeys(seed: seed)
    var parser = KeyParser()
    var now: Int64 = 0
    let before = (typist.session.state, typist.state.drafts)
    for _ in 0..<100 {
      now += 10_000
      let bytes = keys.foreignSequence()
      let cut = keys.chance.integer(in: 0..<bytes.count + 1)
      var events = parser.feed(bytes[..<cut], at: now)
      events += parser.feed(bytes[cut...], at: now + 20)
      events += parser.flush(at: now + 9_000)
      for event in events { typist.give(ScreenInput(event)) }
      #expect(typist.session.state == before.0 && typist.state.drafts == before.1, "\(bytes)")
    }
  }
}

extension RandomKeys {
  /// What terminals send and nobody typed: mouse reports, replies, pressed Alt, foreign protocols.
  fileprivate mutating func foreignSequence() -> [UInt8] {
    let text: String
    func number(_ chance: inout SeededGenerator) -> Int { chance.integer(in: 0..<300) }
    let (a, b, c) = (number(&chance), number(&chance), number(&chance))
    switch chance.integer(in: 0..<9) {
    case 0: text = "\u{1B}[<\(a);\(b);\(c)M"
    case 1: text = "\u{1B}[?\(a);\(b)c"
    case 2: text = "\u{1B}[\(a + 1);\(b)R"
    case 3: text = "\u{1B}]11;rgb:\(a)/\(b)/\(c)\u{07}"
    case 4: text = "\u{1B}P1$r\(a)m\u{1B}\\"
    case 5: text = "\u{1B}\(a % 10)"
    case 6: text = "\u{1B}[\(49 + a % 9);5u"
    case 7: text = "\u{1B}[M\(Character(Unicode.Scalar(UInt8(33 + a % 90))))23"
    default: text = "\u{1B}[\(a);\(b)t"
    }
    return Array(text.utf8)
  }
}
