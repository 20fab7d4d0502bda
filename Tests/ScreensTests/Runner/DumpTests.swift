import Instruments
import Testing
import TerminalUI
@testable import Screens

@Suite struct DumpTests {
  @Test func dump() throws {
    for name in ["math-4-diagnostic", "parent-survey", "lesson-observation"] {
      let instrument = try Sample.shipped(name)
      for (language, size) in [(instrument.delivery.form.languages[0], Size(columns: 80, rows: 24)), (instrument.delivery.form.languages[1], Size(columns: 40, rows: 12))] {
        var typist = Typist(instrument, language: language, size: size)
        for id in typist.state.questions.map({ typist.session.plan.element(at: $0).block.id.text }) {
          typist.go(to: id)
          print("==== \(name) \(id) \(language) place \(typist.place)")
          print(typist.screen)
        }
        typist.press(.function(2)); print(typist.screen)
        typist.press(.function(2), .function(1)); print(typist.screen)
        typist.press(.enter, .function(10)); print(typist.screen)
      }
    }
  }
}
