import Datasets
import Expressions
import Instruments
import Texts

/// Blocks, items and what is right for them.
extension InstrumentDraft {
  func block(_ block: Block) -> Draft {
    switch block {
    case .item(let item): return question(item)
    case .grid(let grid): return self.grid(grid)
    case .rubric(let rubric): return self.rubric(rubric)
    case .gaps(let gaps): return self.gaps(gaps)
    case .allocate(let allocation): return self.allocation(allocation)
    case .note(let passage): return Self.passage("note", passage)
    case .stimulus(let passage): return Self.passage("stimulus", passage)
    case .compute(let computation):
      var draft = Draft("compute")
      draft.say("id", computation.id.text)
      draft.say("value", computation.value.text)
      draft.say("show-if", computation.showIf?.text)
      return draft
    }
  }

  private static func passage(_ name: String, _ passage: Passage) -> Draft {
    var draft = Draft(name, text: passage.text)
    draft.say("id", passage.id.text)
    draft.say("show-if", passage.showIf?.text)
    draft.say("items", passage.items.isEmpty ? nil : passage.items.map(\.text).joined(separator: " "))
    return draft
  }

  /// What items of all kinds say. `shared` is what their grid or rubric requires of all of them.
  func base(_ name: String, _ item: Item, shared: Item.Requirement = .no) -> Draft {
    var draft = Draft(name, text: item.prompt)
    draft.say("id", item.id.text)
    draft.say("show-if", item.showIf?.text)
    draft.say("required", item.required == shared ? nil : Self.requirement(item.required))
    draft.say("time-limit", item.timeLimit.map(Self.duration))
    draft.sayYes("reverse", instrument.scoring.reversed.contains(item.id))
    draft.add(item.hint.map { Draft("hint", text: $0) })
    return draft
  }

  static func requirement(_ requirement: Item.Requirement) -> String {
    switch requirement {
    case .no: "no"
    case .yes: "yes"
    case .when(let formula): formula.text
    }
  }

  /// What all items require, if it is the same.
  static func shared(_ items: [Item]) -> Item.Requirement {
    guard let first = items.first?.required, items.allSatisfy({ $0.required == first }) else { return .no }
    return first
  }

  private func grid(_ grid: Grid) -> Draft {
    var draft = Draft("grid", text: grid.prompt)
    let shared = Self.shared(grid.rows)
    draft.say("id", grid.id.text)
    draft.say("show-if", grid.showIf?.text)
    draft.say("required", shared == .no ? nil : Self.requirement(shared))
    draft.say("shuffle", grid.shufflesRows ? "rows" : nil)
    if case .choose(let choices) = grid.rows.first?.kind { add(choices, to: &draft, key: nil) }
    draft.children += grid.rows.map { base("row", $0, shared: shared) }
    return draft
  }

  private func rubric(_ rubric: Grid) -> Draft {
    var draft = Draft("rubric", text: rubric.prompt)
    let shared = Self.shared(rubric.rows)
    draft.say("id", rubric.id.text)
    draft.say("show-if", rubric.showIf?.text)
    draft.say("required", shared == .no ? nil : Self.requirement(shared))
    draft.children += rubric.rows.map { item in
      var criterion = base("criterion", item, shared: shared)
      guard case .criterion(let descriptors) = item.kind else { return criterion }
      criterion.children += descriptors.map { descriptor in
        var draft = Draft("descriptor", text: descriptor.text)
        draft.say("points", descriptor.points.description)
        return draft
      }
      return criterion
    }
    return draft
  }

  private func question(_ item: Item) -> Draft {
    var draft = base(item.kind.elementName, item)
    let key = keys[item.id]
    specify(item, in: &draft)
    spell(key, in: &draft)
    draft.say("points", key?.points.description)
    draft.say("credit", key.flatMap { $0.credit == .all ? nil : $0.credit.rawValue })
    switch item.kind {
    case .choose(let choices), .order(let choices): add(choices, to: &draft, key: key)
    case .chooseMany(let choices, let atLeast, let atMost):
      draft.say("at-least", atLeast.map(String.init))
      draft.say("at-most", atMost.map(String.init))
      add(choices, to: &draft, key: key)
    case .timeSample(let every, let choices):
      draft.say("every", Self.duration(every))
      add(choices, to: &draft, key: key)
    case .number(let form):
      draft.say("min", form.minimum?.description)
      draft.say("max", form.maximum?.description)
      draft.sayYes("whole", form.isWhole)
      add(unit: form.unit, to: &draft)
    case .text(let form):
      draft.say("lines", form.lines == 1 ? nil : String(form.lines))
      draft.say("max-length", form.maximumLength == TextForm.defaultLength ? nil : String(form.maximumLength))
    case .date(let form):
      draft.say("min", form.minimum.map(Self.border))
      draft.say("max", form.maximum.map(Self.border))
      draft.say("precision", form.precision == .day ? nil : form.precision.rawValue)
    case .essay(let form):
      draft.say("lines", form.lines == EssayForm.defaultLines ? nil : String(form.lines))
      draft.say("min-words", form.minimumWords.map(String.init))
      draft.say("max-words", form.maximumWords.map(String.init))
      draft.say("max-length", form.maximumLength == EssayForm.defaultLength ? nil : String(form.maximumLength))
      if case .judgement(let guide)? = key?.answer { add(guide, to: &draft) }
    case .match(let form): add(form, to: &draft, key: key)
    case .timedGrid(let form): Self.add(form, to: &draft)
    case .tally, .criterion: break
    }
    if case .text(let form) = item.kind, let pattern = form.pattern {
      draft.say("pattern", pattern.source.text)
      draft.add(pattern.message.map { Draft("format", text: $0) })
    }
    add(typed: key?.answer, to: &draft, precision: Self.precision(of: item))
    draft.children += item.checks.map { check in
      var draft = Draft("check", text: check.message)
      draft.say("that", check.that.text)
      draft.say("else", check.otherwise.rawValue)
      return draft
    }
    draft.children += feedback(on: item)
    return draft
  }

  /// A plain unit is an attribute, a translated one an element.
  func add(unit: LocalizedText?, to draft: inout Draft) {
    if let common = unit?.common, common.count == 1, case .text(let plain) = common[0] {
      draft.say("unit", plain)
    } else if let unit {
      draft.add(Draft("unit", text: unit))
    }
  }

  func add(typed answer: ItemKey.Answer?, to draft: inout Draft, precision: DateForm.Precision) {
    switch answer {
    case .dates(let dates):
      draft.children += dates.map { date in
        var draft = Draft("key")
        draft.value = String(date.description.prefix([.day: 10, .month: 7, .year: 4][precision] ?? 10))
        return draft
      }
    case .numbers(let numbers):
      draft.children += numbers.map { number in
        var draft = Draft("key")
        draft.value = number.value.description
        draft.say("tolerance", number.tolerance.number.isZero ? nil : number.tolerance.text)
        return draft
      }
    case .texts(let texts):
      draft.children += texts.map { text in
        var draft = Draft("key")
        draft.value = text.text
        return draft
      }
    case .options, .order, .levels, .pairs, .judgement, nil: break
    }
  }

  /// Options with what is right marked at them; where that can't be, or the options are those of a list, a `<key>`.
  func add(_ choices: Choices, to draft: inout Draft, key: ItemKey?) {
    draft.sayYes("shuffle", choices.isShuffled)
    sayList(choices, in: &draft)
    let options = choices.list == nil ? choices.options : []
    let codes = options.map(\.code)
    switch key?.answer {
    case .options(let right) where right == codes.filter(Set(right).contains):
      let right = Set(right)
      draft.children += options.map { option in
        var draft = Self.option(option)
        draft.sayYes("correct", right.contains(option.code))
        return draft
      }
    case .order(let right) where right.count == codes.count && Set(right) == Set(codes) && !codes.isEmpty:
      let places = Dictionary(right.enumerated().map { ($1, $0 + 1) }, uniquingKeysWith: { first, _ in first })
      draft.children += options.map { option in
        var draft = Self.option(option)
        draft.say("place", places[option.code].map(String.init))
        return draft
      }
    case .options(let right), .order(let right):
      draft.children += options.map(Self.option)
      var key = Draft("key")
      key.value = right.map(\.text).joined(separator: " ")
      draft.add(key)
    case .numbers, .texts, .levels, .dates, .pairs, .judgement, nil: draft.children += options.map(Self.option)
    }
  }
}
