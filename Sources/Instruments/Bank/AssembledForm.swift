import Diagnostics
package import Expressions
import Texts

/// An instrument made of chosen questions, like one that is there: its title, languages, time, blueprint, levels and feeds,
/// with ids of its own and a scale an area.
package struct AssembledForm: Sendable {
  package let instrument: Instrument
  /// Where each question came from, in the order of the form.
  package let sources: [(id: Symbol, from: BankItem)]

  package init(_ units: [BankUnit], like model: Instrument, id: Symbol, version: String) {
    var form = model.form
    form.id = id
    form.version = version
    form.choiceLists = []
    form.pipedReferences = []
    form.booklets = nil
    form.sections = []
    var scoring = ScoringRules()
    var specifications: [Symbol: Specification] = [:]
    var sources: [(id: Symbol, from: BankItem)] = []
    var number = 0
    let areas = model.blueprint?.areas ?? []
    var sums: [Scale] = []
    for area in areas.map(Optional.some) + [nil] {
      let chosen = units.filter { $0.items.first?.specification?.area == area?.code }
      guard !chosen.isEmpty else { continue }
      var section = Section(
        id: Symbol("part_\(area?.code.text ?? "other")".identifier), title: area?.title, blocks: [],
        place: model.form.place)
      var members: [Scale.Member] = []
      for unit in chosen {
        var names: [Symbol: Symbol] = [:]
        for item in unit.items {
          number += 1
          names[item.id] = Symbol("q\(number)")
          sources.append((Symbol("q\(number)"), item))
        }
        for item in unit.items {
          guard let new = names[item.id], var key = item.key else { continue }
          key.item = new
          scoring.keys.append(key)
          specifications[new] = item.specification
          members.append(Scale.Member(id: new, place: key.place))
        }
        section.blocks += unit.blocks.map { $0.renamed(names, number: number) }
      }
      form.sections.append(section)
      let id = Symbol("s_\(area?.code.text ?? "other")".identifier)
      sums.append(
        Scale(id: id, title: area?.title ?? model.form.title, method: .sum, members: members, place: model.form.place))
    }
    let total = model.scoring.scales.last { !$0.levels.isEmpty }
    scoring.scales = sums
    if let total {
      let members = sums.map { Scale.Member(id: $0.id, place: total.place) }
      var scale = Scale(id: total.id, title: total.title, method: .sum, members: members, place: total.place)
      // Borders in points belong to another form.
      if total.levels.allSatisfy({ $0.from.isPercent }) {
        scale.levels = total.levels
        scale.by = total.by
      }
      scoring.scales.append(scale)
      // Fields that read this scale alone mean the same here.
      scoring.feeds = model.scoring.feeds.compactMap { feed in
        var feed = feed
        feed.fields = feed.fields.filter { field in
          field.value.text.hasSuffix("(\(total.id))") && (!scale.levels.isEmpty || !field.value.text.hasPrefix("level"))
        }
        return feed.fields.isEmpty ? nil : feed
      }
    }
    var instrument = Instrument(form: form, scoring: scoring, examples: [])
    instrument.blueprint = model.blueprint
    instrument.specifications = specifications
    self.instrument = instrument
    self.sources = sources
  }
}

extension String {
  /// Letters, digits and underlines.
  fileprivate var identifier: String {
    String(map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "_" })
  }
}

extension Block {
  /// The same block with new ids for its items; blocks of several get one of their own.
  fileprivate func renamed(_ names: [Symbol: Symbol], number: Int) -> Block {
    func renamed(_ grid: Grid, _ kind: String) -> Grid {
      var grid = grid
      grid.id = Symbol("\(kind)_\(number)")
      grid.prompt = grid.prompt.renamed(names)
      grid.rows = grid.rows.map { $0.renamed(names) }
      return grid
    }
    switch self {
    case .item(let item): return .item(item.renamed(names))
    case .grid(let grid): return .grid(renamed(grid, "grid"))
    case .rubric(let grid): return .rubric(renamed(grid, "rubric"))
    case .gaps(let grid): return .gaps(renamed(grid, "gaps"))
    case .allocate(var allocation):
      allocation.grid = renamed(allocation.grid, "allocate")
      return .allocate(allocation)
    case .stimulus(var passage):
      passage.id = Symbol("text_\(number)")
      passage.items = passage.items.compactMap { names[$0] }
      return .stimulus(passage)
    case .note, .compute: return self
    }
  }
}

extension Item {
  fileprivate func renamed(_ names: [Symbol: Symbol]) -> Item {
    var item = self
    item.id = names[id] ?? id
    // A shared list stays where it was: its options come along.
    switch kind {
    case .choose(var choices):
      choices.list = nil
      item.kind = .choose(choices)
    case .chooseMany(var choices, let least, let most):
      choices.list = nil
      item.kind = .chooseMany(choices, atLeast: least, atMost: most)
    case .order(var choices):
      choices.list = nil
      item.kind = .order(choices)
    default: break
    }
    item.checks = checks.map { check in
      var check = check
      check.that = SourceText(check.that.text.renamed(names), at: check.that.place)
      return check
    }
    return item
  }
}

extension String {
  /// Whole words that are ids, by their new names.
  fileprivate func renamed(_ names: [Symbol: Symbol]) -> String {
    var result = ""
    var word = ""
    func close() {
      result += names[Symbol(word)]?.text ?? word
      word = ""
    }
    for character in self {
      if character.isASCII, character.isLetter || character.isNumber || character == "_" {
        word.append(character)
      } else {
        close()
        result.append(character)
      }
    }
    close()
    return result
  }
}

extension LocalizedText {
  /// The same text with the gaps that stand in it under their new names.
  fileprivate func renamed(_ names: [Symbol: Symbol]) -> LocalizedText {
    func renamed(_ words: [Inline]) -> [Inline] {
      words.map { inline in
        if case .reference(let id) = inline { .reference(names[Symbol(id)]?.text ?? id) } else { inline }
      }
    }
    var result = LocalizedText()
    forEachVersion { language, words in
      if let language {
        result.add(renamed(words), in: language)
      } else {
        result = LocalizedText(common: renamed(words))
      }
    }
    return result
  }
}
