import Instruments

/// Stop rules as attributes of their sections.
extension InstrumentDraft {
  static func say(_ rule: StopRule?, in draft: inout Draft) {
    draft.say("stop-after-wrong", rule?.afterWrong.map(String.init))
    draft.say("stop-after-missing", rule?.afterMissing.map(String.init))
    draft.say("unreached", rule.flatMap { $0.unreached == .wrong ? nil : $0.unreached.rawValue })
  }
}
