import Expressions
import Instruments

/// Stop rules and repetitions as attributes of their sections, and timed grids.
extension InstrumentDraft {
  static func say(_ rule: StopRule?, in draft: inout Draft) {
    draft.say("stop-after-wrong", rule?.afterWrong.map(String.init))
    draft.say("stop-after-missing", rule?.afterMissing.map(String.init))
    draft.say("unreached", rule.flatMap { $0.unreached == .wrong ? nil : $0.unreached.rawValue })
  }

  static func add(_ form: TimedGridForm, to draft: inout Draft) {
    draft.say("time", form.time == TimedGridForm.defaultTime ? nil : duration(form.time))
    draft.say("columns", form.columns == TimedGridForm.defaultColumns ? nil : String(form.columns))
    draft.say("stop-after-wrong", form.stopAfterWrong.map(String.init))
    draft.add(Draft("cells", text: form.cells))
  }

  static func say(_ repetition: Repetition?, in draft: inout Draft) {
    switch repetition?.count {
    case nil: break
    case .fixed(let number): draft.say("repeat", String(number))
    case .answer(let id):
      draft.say("repeat", id.text)
      draft.say("repeat-at-most", repetition.map { String($0.most) })
    }
  }
}
