import Administration
import Expressions
import SeededTesting
import TerminalUI
import Testing
import Texts

@testable import Screens

/// What reaches the program and nobody typed, through the whole of it: bytes, parser, runner, session.
@Suite("Stray input, on the screen of every kind of question")
struct StrayInputTests {
  /// Every kind with its answer stored and nothing pending.
  private static let played = Result { () throws -> [(stop: KindStop, typist: Typist)] in
    let instrument = try KindTour.instrument()
    return KindTour.stops.map { stop in
      var typist = Typist(instrument, language: .ky)
      stop.before(&typist)
      typist.go(to: stop.id)
      for (_, act) in stop.steps { act(&typist) }
      typist.press(.pageDown)
      typist.go(to: stop.id)
      return (stop, typist)
    }
  }

  private func answered() throws -> [(stop: KindStop, typist: Typist)] { try Self.played.get() }

  /// What a typist comes to who got these bytes, cut at a place, and then nothing for long.
  private func after(_ bytes: [UInt8], cut: Int, _ typist: Typist) -> Typist {
    var typist = typist
    var parser = KeyParser()
    var events = parser.feed(bytes[..<cut], at: 0)
    events += parser.feed(bytes[cut...], at: 20)
    events += parser.flush(at: 9_000)
    for event in events { typist.give(ScreenInput(event)) }
    return typist
  }

  /// The answers that stand when the line breaks now: what is typed is among them.
  private func kept(_ typist: Typist) -> [Address: Value] {
    var typist = typist
    typist.give(.hangup)
    return typist.session.state.answers
  }

  @Test("Each stop has an answer to be changed")
  func answersAreThere() throws {
    for (stop, typist) in try answered() {
      #expect(typist.place == stop.id)
      for id in stop.items { #expect(typist.answer(id)?.isMissing == false, "\(stop.id) \(id)") }
    }
  }

  @Test(
    "None of the sixteen changes an answer or what is typed, wherever the line cuts it", arguments: StraySequence.all)
  func sixteen(stray: StraySequence) throws {
    for (stop, typist) in try answered() {
      for cut in 0...stray.bytes.count {
        let next = after(stray.bytes, cut: cut, typist)
        #expect(next.session.state.answers == typist.session.state.answers, "\(stop.id), cut at \(cut)")
        #expect(kept(next) == kept(typist), "\(stop.id), cut at \(cut)")
      }
    }
  }

  @Test("None of fifteen thousand random control sequences changes an answer", arguments: seeds(15))
  func random(seed: UInt64) throws {
    var random = Seeded(seed)
    let stops = try answered()
    for number in 0..<1000 {
      let (stop, typist) = stops[number % stops.count]
      let bytes = RandomInput.controlSequence(using: &random)
      let next = after(bytes, cut: Int.random(in: 0...bytes.count, using: &random), typist)
      #expect(next.session.state.answers == typist.session.state.answers, "seed \(seed): \(stop.id) got \(bytes)")
    }
  }

  @Test("Nor do they answer what nobody answered", arguments: seeds(1))
  func unanswered(seed: UInt64) throws {
    var random = Seeded(seed)
    let instrument = try KindTour.instrument()
    for stop in KindTour.stops {
      var fresh = Typist(instrument, language: .ru)
      stop.before(&fresh)
      fresh.go(to: stop.id)
      for _ in 0..<100 {
        let bytes = RandomInput.controlSequence(using: &random)
        let next = after(bytes, cut: bytes.count, fresh)
        #expect(next.session.state.answers == fresh.session.state.answers, "seed \(seed): \(stop.id) got \(bytes)")
      }
    }
  }
}
