import Datasets
import Diagnostics
import Expressions
import Texts

/// Options and the lists that share them.
struct ChoiceCheck {
  private let index: InstrumentIndex
  private var findings = FindingList()
  private var broken: Set<Symbol> = []
  /// Shared lists in which a code stands twice.
  private var doubledLists: Set<Symbol> = []

  /// The findings, and the items that can't be judged further.
  static func findings(_ index: InstrumentIndex) -> (findings: [Diagnostic], broken: Set<Symbol>) {
    var check = ChoiceCheck(index: index)
    check.checkLists()
    for item in index.allItems { check.check(item) }
    return (check.findings.diagnostics, check.broken)
  }

  private init(index: InstrumentIndex) { self.index = index }

  private mutating func checkLists() {
    let form = index.instrument.form
    for list in form.choiceLists {
      check(list.options)
      if Set(list.options.map(\.code)).count < list.options.count { doubledLists.insert(list.id) }
      if !index.trouble.hasErrors, !form.usesList(list.id) {
        findings.add(InstrumentFinding.unusedChoiceList, at: list.place, list.id.text)
      }
    }
  }

  private mutating func check(_ item: Item) {
    if case .match(let form) = item.kind {
      check(form.lefts)
      check(form.rights.options)
    }
    guard let choices = item.choices else { return }
    if choices.list == nil { check(choices.options) }
    if hasDoubledCode(choices) { broken.insert(item.id) }
    let least = leastOptions(of: item.kind)
    guard choices.options.count >= least else {
      broken.insert(item.id)
      if !index.trouble.hasErrors {
        findings.add(InstrumentFinding.nothingToChoose, at: item.place, item.id.text, ["least": String(least)])
      }
      return
    }
    if choices.options.allSatisfy({ $0.missing != nil }) {
      broken.insert(item.id)
      findings.add(InstrumentFinding.onlyMissingOptions, at: item.place, item.id.text)
      return
    }
    checkMarks(choices, of: item)
  }

  /// Whether a code stands twice; of a shared list this is known once it was checked.
  private func hasDoubledCode(_ choices: Choices) -> Bool {
    if let list = choices.list { return doubledLists.contains(list) }
    return Set(choices.options.map(\.code)).count < choices.options.count
  }

  private func leastOptions(of kind: Item.Kind) -> Int {
    if case .order = kind { 2 } else { 1 }
  }

  /// Codes and texts that stand twice among options.
  private mutating func check(_ options: [Option]) {
    var codes: [Symbol: Place] = [:]
    var texts: [String: Option] = [:]
    for option in options {
      if let first = codes[option.code] {
        // A reader tells this itself.
        if !index.trouble.hasErrors {
          findings.add(
            InstrumentFinding.doubledCode, at: option.place, option.code.text, ["line": String(first.line)])
        }
        continue
      }
      codes[option.code] = option.place
      let text = option.text.plain(in: index.instrument.form.languages.first ?? .ky)
      if let first = texts[text], first.text == option.text {
        findings.add(
          InstrumentFinding.doubledOptionText, at: option.place, option.code.text, ["line": String(first.place.line)])
      } else if !text.isEmpty {
        texts[text] = option
      }
    }
  }

  /// `missing`, `alone` and `ask` where the kind of item gives them a meaning.
  private mutating func checkMarks(_ choices: Choices, of item: Item) {
    // A shared list is told of at the item: another item may use it rightly.
    func place(of option: Option) -> Place { choices.list == nil ? option.place : item.place }
    for option in choices.options {
      switch item.kind {
      case .choose:
        if option.isAlone, choices.list == nil {
          findings.add(InstrumentFinding.aloneWithoutEffect, at: place(of: option), option.code.text)
        }
      case .chooseMany:
        if option.missing != nil, !option.isAlone {
          findings.add(InstrumentFinding.missingNotAlone, at: place(of: option), option.code.text)
          broken.insert(item.id)
        }
      case .order, .timeSample:
        var marks: [String] = []
        if option.isAlone { marks.append("alone") }
        if option.asksText { marks.append("ask") }
        if case .order = item.kind {
          if option.missing != nil { marks.append("missing") }
          // An order is of all its options, so none may come and go.
          if option.showIf != nil { marks.append("show-if") }
          if option.parent != nil, choices.filter != nil { marks.append("of") }
        }
        guard !marks.isEmpty else { continue }
        findings.add(
          InstrumentFinding.markMisplaced, at: place(of: option), option.code.text,
          ["mark": marks.joined(separator: ", ")])
        broken.insert(item.id)
      case .number, .text, .criterion, .tally, .date, .essay, .match, .timedGrid: continue
      }
    }
  }
}

extension Form {
  /// Whether an item takes its options from this list.
  fileprivate func usesList(_ id: Symbol) -> Bool {
    let isOfInput = inputs.contains { if case .choice(let choices) = $0.kind { choices.list == id } else { false } }
    return isOfInput || sections.contains { $0.blocks.contains { $0.items.contains { $0.choices?.list == id } } }
  }
}
