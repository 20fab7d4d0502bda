import Datasets
import Diagnostics
import Expressions
import Texts

/// An instrument with each repeated section written out as often as it may be asked, so that all else sees plain sections,
/// items and slots: `age.1`, `age.2`. Formulas stay as they are written; where they are compiled, names mean those of the
/// same occurrence.
extension Instrument {
  var unrolled: Instrument {
    guard form.sections.contains(where: { $0.repetition != nil }) else { return self }
    var result = self
    result.form.sections = form.sections.flatMap(\.occurrences)
    var known: [Symbol: [Symbol]] = [:]
    var owners: [Symbol: Symbol] = [:]
    for section in form.sections {
      guard let first = section.occurrences.first?.occurrence, let most = section.repetition?.most else { continue }
      for item in section.blocks.flatMap(\.items) {
        let ids = [item.id] + item.parts.map { item.partID($0) }
        for id in ids {
          known[id] = (1...most).map { SectionOccurrence(of: section.id, number: $0).id(id) }
        }
      }
      for id in section.ids { owners[id] = first.id(id) }
    }
    result.form.pipedReferences = form.pipedReferences.map { reference in
      var reference = reference
      reference.owner = reference.owner.map { owners[$0] ?? $0 }
      return reference
    }
    result.scoring.spread(known)
    result.specifications = specifications.spread(known)
    return result
  }
}

extension Section {
  /// The section in each of its occurrences; itself where it isn't repeated.
  fileprivate var occurrences: [Section] {
    guard let repetition else { return [self] }
    return (1...max(1, repetition.most)).map { number in
      let occurrence = SectionOccurrence(of: id, number: number)
      let local = Dictionary(ids.map { ($0.text, occurrence.id($0).text) }) { first, _ in first }
      var section = self
      section.id = occurrence.id(id)
      section.occurrence = occurrence
      section.title = title?.renamingReferences { local[$0] ?? $0 }.appending(" \(number)")
      // Occurrences stay together, in order.
      section.isFixed = true
      section.fixedBlocks = Set(fixedBlocks.map(occurrence.id))
      section.blocks = blocks.map { $0.written(in: occurrence) { local[$0] ?? $0 } }
      return section
    }
  }

  /// What is called something inside the section, itself among it.
  fileprivate var ids: [Symbol] { [id] + blocks.flatMap { [$0.id] + $0.items.map(\.id) } }
}

extension Block {
  fileprivate func written(in occurrence: SectionOccurrence, _ name: (String) -> String) -> Block {
    func passage(_ passage: Passage) -> Passage {
      var passage = passage
      passage.id = occurrence.id(passage.id)
      passage.text = passage.text.renamingReferences(name)
      passage.items = passage.items.map { Symbol(name($0.text)) }
      return passage
    }
    func grid(_ grid: Grid) -> Grid {
      var grid = grid
      grid.id = occurrence.id(grid.id)
      grid.prompt = grid.prompt.renamingReferences(name)
      grid.rows = grid.rows.map { $0.written(in: occurrence, name) }
      return grid
    }
    switch self {
    case .item(let item): return .item(item.written(in: occurrence, name))
    case .grid(let rows): return .grid(grid(rows))
    case .rubric(let rows): return .rubric(grid(rows))
    case .gaps(let rows): return .gaps(grid(rows))
    case .allocate(var allocation):
      allocation.grid = grid(allocation.grid)
      return .allocate(allocation)
    case .note(let text): return .note(passage(text))
    case .stimulus(let text): return .stimulus(passage(text))
    case .compute(var computation):
      computation.id = occurrence.id(computation.id)
      return .compute(computation)
    }
  }
}

extension Item {
  fileprivate func written(in occurrence: SectionOccurrence, _ name: (String) -> String) -> Item {
    var item = self
    item.id = occurrence.id(id)
    item.prompt = prompt.renamingReferences(name)
    item.hint = hint?.renamingReferences(name)
    item.kind = kind.written(name)
    item.checks = checks.map { check in
      var check = check
      check.message = check.message.renamingReferences(name)
      return check
    }
    return item
  }
}

extension Item.Kind {
  fileprivate func written(_ name: (String) -> String) -> Item.Kind {
    func options(_ options: [Option]) -> [Option] {
      options.map { option in
        var option = option
        option.text = option.text.renamingReferences(name)
        return option
      }
    }
    func choices(_ choices: Choices) -> Choices {
      var choices = choices
      choices.options = options(choices.options)
      return choices
    }
    switch self {
    case .choose(let own): return .choose(choices(own))
    case .chooseMany(let own, let least, let most): return .chooseMany(choices(own), atLeast: least, atMost: most)
    case .order(let own): return .order(choices(own))
    case .timeSample(let every, let own): return .timeSample(every: every, choices(own))
    case .match(var form):
      form.lefts = options(form.lefts)
      form.rights = choices(form.rights)
      return .match(form)
    case .criterion(let levels):
      return .criterion(
        levels.map {
          Descriptor(points: $0.points, text: $0.text.renamingReferences(name), place: $0.place)
        })
    case .number, .text, .tally, .date, .essay, .timedGrid: return self
    }
  }
}

extension ScoringRules {
  /// What is said of an item holds for each of its occurrences; in a scale all of them count.
  fileprivate mutating func spread(_ known: [Symbol: [Symbol]]) {
    keys = keys.flatMap { key in
      (known[key.item] ?? [key.item]).map { item in
        var key = key
        key.item = item
        return key
      }
    }
    reversed = Set(reversed.flatMap { known[$0] ?? [$0] })
    feedback = feedback.spread(known)
    scales = scales.map { scale in
      var scale = scale
      let counts = scale.members.map { known[$0.id]?.count ?? 1 }
      scale.weights = zip(scale.weights, counts).flatMap { Array(repeating: $0, count: $1) }
      scale.members = scale.members.flatMap { member in
        (known[member.id] ?? [member.id]).map { Scale.Member(id: $0, place: member.place) }
      }
      return scale
    }
  }
}

extension [Symbol: Specification] {
  fileprivate func spread(_ known: [Symbol: [Symbol]]) -> Self {
    Dictionary(uniqueKeysWithValues: flatMap { id, value in (known[id] ?? [id]).map { ($0, value) } })
  }
}

extension [Symbol: [Feedback]] {
  fileprivate func spread(_ known: [Symbol: [Symbol]]) -> Self {
    Dictionary(uniqueKeysWithValues: flatMap { id, value in (known[id] ?? [id]).map { ($0, value) } })
  }
}
