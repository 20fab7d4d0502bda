import Instruments

/// Stop rules as attributes of their sections, and timed grids.
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
}
