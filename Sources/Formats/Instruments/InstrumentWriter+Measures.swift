import Expressions
import Instruments

/// Scales with their tables and levels, blueprints, feedback, as drafts.
extension InstrumentDraft {
  static func scale(_ scale: Scale) -> Draft {
    var draft = Draft("scale", text: scale.title)
    draft.say("id", scale.id.text)
    draft.say("method", scale.method.rawValue)
    draft.say("of", scale.members.map(\.id.text).joined(separator: " "))
    draft.say("weights", scale.weights.isEmpty ? nil : scale.weights.map { "\($0)" }.joined(separator: " "))
    draft.say("at-least", scale.atLeast.map(String.init))
    draft.say("rescale", scale.ends.map { "\($0.least) \($0.most)" })
    draft.say("by", scale.by?.id.text)
    draft.children += scale.rows.map { row in
      var draft = Draft("row")
      draft.say("from", row.from.text)
      draft.say("value", row.value.description)
      draft.say("for", row.holdsFor?.text)
      return draft
    }
    draft.children += scale.levels.map { level in
      var draft = Draft("level", text: level.title)
      draft.say("code", level.code.text)
      draft.say("from", level.from.text)
      draft.say("for", level.holdsFor?.text)
      return draft
    }
    return draft
  }

  static func blueprint(_ blueprint: Blueprint) -> Draft {
    var draft = Draft("blueprint")
    draft.say(
      "tolerance", blueprint.tolerance == Blueprint.defaultTolerance ? nil : "\(blueprint.tolerance)%")
    for (name, parts) in [("area", blueprint.areas), ("process", blueprint.processes)] {
      draft.children += parts.map { part in
        var draft = Draft(name, text: part.title)
        draft.say("code", part.code.text)
        draft.say("share", part.share.map { "\($0)%" })
        return draft
      }
    }
    draft.children += blueprint.cells.map { cell in
      var draft = Draft("cell")
      draft.say("area", cell.area.text)
      draft.say("process", cell.process.text)
      draft.say("share", "\(cell.share)%")
      return draft
    }
    return draft
  }

  func specify(_ item: Item, in draft: inout Draft) {
    draft.say("area", instrument.specifications[item.id]?.area?.text)
    draft.say("process", instrument.specifications[item.id]?.process?.text)
  }

  func spell(_ key: ItemKey?, in draft: inout Draft) {
    guard let spelling = key?.spelling, spelling != .exact else { return }
    draft.say("typo", spelling.slack.rawValue)
    draft.say("typo-worth", spelling.worth == Spelling.exact.worth ? nil : "\(spelling.worth)%")
  }

  func feedback(on item: Item) -> [Draft] {
    (instrument.scoring.feedback[item.id] ?? []).map { feedback in
      var draft = Draft("feedback", text: feedback.text)
      draft.say("when", feedback.occasion == .always ? nil : feedback.occasion.rawValue)
      return draft
    }
  }
}
