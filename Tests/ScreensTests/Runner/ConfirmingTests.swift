import Administration
import Instruments
import SeededTesting
import TerminalUI
import Testing
import Texts

@testable import Screens

@Suite("What confirms")
struct ConfirmingTests {
  /// Keys that say "this is my answer": they go on, back, to the list, to handing in, or count.
  private static let confirming: Set<Key> = [
    .enter, .pageDown, .pageUp, .tab, .backTab, .control("n"), .control("p"), .function(2), .control("o"),
    .function(10), .control("s"), .character("+"), .character("="), .character("-"), .character("_"),
  ]

  @Test(
    "Whatever keys come at whatever size, an answer changes only by those that confirm", arguments: seeds(40))
  func onlyThose(seed: UInt64) throws {
    let instruments = try [
      Sample.everything(), Sample.shipped("parent-survey"), Sample.shipped("russian-language-11"), Sample.paced(),
    ]
    var keys = RandomKeys(seed: seed)
    var typist = Typist(instruments[Int(seed) % instruments.count], seed: seed, looks: keys.looks())
    for number in 0..<250 {
      if number % 25 == 0 { typist.give(.resize(keys.size())) }
      let before = typist.session.state.answers
      let mode = typist.state.mode
      let key = keys.key()
      typist.press(key)
      guard typist.session.state.answers != before else { continue }
      #expect(Self.confirming.contains(key), "seed \(seed): \(key)")
      switch mode {
      case .passage, .help, .practice, .languages, .waiting, .finished:
        Issue.record("seed \(seed): \(key) changed an answer where nothing is asked: \(mode)")
      case .work, .overview, .dialog: break
      }
      if typist.state.exit != nil { break }
    }
  }

  @Test("The language changes on every page in place, and answers, drafts and the page stay")
  func languageAnywhere() throws {
    var typist = Typist(try Sample.shipped("reading-4"), language: .ky)
    typist.press(.pageDown)
    typist.type("2")
    let chosen = typist.screen.contains("2 (•)")
    for open in [Key.function(1), .function(5), .function(2), .function(10)] {
      typist.press(open)
      let (mode, language) = (typist.state.mode, typist.state.language)
      typist.press(.function(4))
      #expect(typist.state.mode == mode && typist.state.language != language)
      typist.press(.backspace)
      #expect(typist.state.mode == .work)
    }
    #expect(chosen && typist.screen.contains("2 (•)") && typist.answer("s1") != nil)
    typist.press(.function(10), .down, .enter)
    let (said, log) = (typist.screen, typist.log)
    typist.press(.function(4))
    #expect(typist.session.isSealed && typist.screen != said && typist.log == log)
    typist.press(.function(4))
    #expect(typist.screen == said)
    typist.press(.enter)
    #expect(typist.state.exit == .sealed(.submitted))
  }
}
