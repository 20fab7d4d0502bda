import Datasets
import Expressions
import Instruments
import Texts

/// Dates, essays, pairs, gaps and allocations as drafts.
extension InstrumentDraft {
  static func border(_ border: DateForm.Border) -> String {
    switch border {
    case .day(let day): day.description
    case .today: "today"
    }
  }

  static func precision(of item: Item) -> DateForm.Precision {
    if case .date(let form) = item.kind { form.precision } else { .day }
  }

  func add(_ guide: MarkingGuide, to draft: inout Draft) {
    draft.add(guide.text.map { Draft("guide", text: $0) })
    draft.children += guide.criteria.map { criterion in
      var draft = Draft("criterion", text: criterion.text)
      draft.say("id", criterion.id.text)
      draft.children += criterion.levels.map { level in
        var draft = Draft("descriptor", text: level.text)
        draft.say("points", level.points.description)
        return draft
      }
      return draft
    }
  }

  func add(_ form: MatchForm, to draft: inout Draft, key: ItemKey?) {
    draft.sayYes("shuffle", form.rights.isShuffled)
    draft.sayYes("reuse", form.reusesRights)
    var right: [Symbol: [String]] = [:]
    if case .pairs(let pairs)? = key?.answer {
      for pair in pairs { right[pair.left, default: []].append(pair.right.text) }
    }
    draft.children += form.lefts.map { left in
      var draft = Draft("left", text: left.text)
      draft.say("code", left.code.text)
      draft.say("correct", right[left.code]?.joined(separator: " "))
      return draft
    }
    draft.children += form.rights.options.map { option in
      var draft = Draft("right", text: option.text)
      draft.say("code", option.code.text)
      return draft
    }
  }

  func gaps(_ gaps: Grid) -> Draft {
    var draft = Draft("gaps", text: gaps.prompt)
    let shared = Self.shared(gaps.rows)
    draft.say("id", gaps.id.text)
    draft.say("show-if", gaps.showIf?.text)
    draft.say("required", shared == .no ? nil : Self.requirement(shared))
    draft.children += gaps.rows.map { gap($0, shared: shared) }
    return draft
  }

  private func gap(_ item: Item, shared: Item.Requirement) -> Draft {
    var draft = Draft("gap")
    let key = keys[item.id]
    draft.say("id", item.id.text)
    draft.say("required", item.required == shared ? nil : Self.requirement(item.required))
    specify(item, in: &draft)
    spell(key, in: &draft)
    draft.say("points", key?.points.description)
    switch item.kind {
    case .choose(let choices): add(choices, to: &draft, key: key)
    case .number(let form):
      draft.say("kind", "number")
      draft.say("min", form.minimum?.description)
      draft.say("max", form.maximum?.description)
      draft.sayYes("whole", form.isWhole)
      draft.say("unit", form.unit?.plain(in: .ky))
    case .text(let form):
      draft.say("kind", "text")
      draft.say("max-length", form.maximumLength == TextForm.defaultLength ? nil : String(form.maximumLength))
    case .chooseMany, .order, .criterion, .tally, .timeSample, .date, .essay, .match: break
    }
    add(typed: key?.answer, to: &draft, precision: .day)
    return draft
  }

  func allocation(_ allocation: Allocation) -> Draft {
    let grid = allocation.grid
    var draft = Draft("allocate", text: grid.prompt)
    let shared = Self.shared(grid.rows)
    draft.say("id", grid.id.text)
    draft.say("show-if", grid.showIf?.text)
    draft.say("required", shared == .no ? nil : Self.requirement(shared))
    draft.say("total", allocation.total.description)
    draft.say("whole", allocation.isWhole ? nil : "no")
    add(unit: allocation.unit, to: &draft)
    draft.children += grid.rows.map { item in
      var row = Draft("row", text: item.prompt)
      row.say("id", item.id.text)
      row.say("show-if", item.showIf?.text)
      row.say("required", item.required == shared ? nil : Self.requirement(item.required))
      if case .number(let form) = item.kind {
        row.say("min", form.minimum.flatMap { $0.isZero ? nil : $0.description })
        row.say("max", form.maximum.flatMap { $0 == allocation.total ? nil : $0.description })
      }
      return row
    }
    return draft
  }
}
