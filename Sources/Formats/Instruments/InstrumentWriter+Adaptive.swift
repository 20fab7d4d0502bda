import Expressions
import Instruments

/// Choices of questions one by one, routes by points, and calibrations, as drafts.
extension InstrumentDraft {
  static func adaptation(_ rule: Adaptation) -> Draft {
    var draft = Draft("adapt")
    draft.say("at-least", rule.atLeast == 1 ? nil : String(rule.atLeast))
    draft.say("at-most", String(rule.atMost))
    draft.say("error", rule.error?.description)
    draft.say("exposure", rule.exposure == 1 ? nil : String(rule.exposure))
    return draft
  }

  static func route(_ route: Route) -> Draft {
    var draft = Draft("route")
    draft.say("to", route.to.text)
    draft.say("from", route.from.text)
    return draft
  }

  static func calibration(_ calibration: Calibration) -> Draft {
    var draft = Draft("calibration")
    draft.say("mean", calibration.mean.isZero ? nil : calibration.mean.description)
    draft.say("sd", calibration.deviation == Calibration.defaultDeviation ? nil : calibration.deviation.description)
    draft.say("sample", calibration.sample)
    draft.children += calibration.items.map { item in
      var draft = Draft("item")
      draft.say("of", item.item.text)
      draft.say("a", item.slope == Decimal64(1) ? nil : item.slope.description)
      draft.say("b", item.difficulties.map(\.description).joined(separator: " "))
      draft.say("c", item.guessing.isZero ? nil : item.guessing.description)
      return draft
    }
    return draft
  }
}
