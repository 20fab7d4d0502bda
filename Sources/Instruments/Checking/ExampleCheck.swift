import Datasets
import Diagnostics
import Expressions
import Texts

/// Examples: answers that can be given, and expectations that can come true. Whether they do come true is seen by running
/// them.
struct ExampleCheck {
  private let index: InstrumentIndex
  private let bounds: ScaleBounds
  /// What may be expected shown or hidden: items, blocks and sections.
  private let elements: Set<Symbol>
  /// The ids of texts that options ask for.
  private let otherTexts: Set<Symbol>
  /// What else is seen of timed grids.
  private let parts: Set<Symbol>
  private var findings = FindingList()

  static func findings(_ index: InstrumentIndex, _ bounds: ScaleBounds) -> [Diagnostic] {
    guard !index.instrument.examples.isEmpty else { return [] }
    var check = ExampleCheck(index: index, bounds: bounds)
    var names: Set<String> = []
    for example in index.instrument.examples {
      if !names.insert(example.name).inserted {
        check.findings.add(ScoringFinding.doubledExampleName, at: example.place, example.name)
      }
      if example.expectations.isEmpty, !index.trouble.hasErrors {
        check.findings.add(ScoringFinding.exampleWithoutExpectation, at: example.place, example.name)
      }
      for step in example.steps { check.check(step) }
      for expectation in example.expectations { check.check(expectation) }
      check.checkShownAndHidden(example)
    }
    return check.findings.diagnostics
  }

  private init(index: InstrumentIndex, bounds: ScaleBounds) {
    self.index = index
    self.bounds = bounds
    let sections = index.instrument.form.sections
    var elements = Set(index.items.keys)
    // What is known of a respondent is given like an answer.
    var parts: Set<Symbol> = []
    var otherTexts = Set(index.instrument.form.inputs.map(\.id))
    for section in sections {
      elements.insert(section.id)
      for block in section.blocks { elements.insert(block.id) }
    }
    for item in index.allItems {
      if case .timedGrid = item.kind { parts.formUnion(item.parts.map { item.partID($0) }) }
      guard let choices = item.choices else { continue }
      for option in choices.options where option.asksText { otherTexts.insert(Symbol("\(item.id).\(option.code)")) }
    }
    self.parts = parts
    self.elements = elements
    self.otherTexts = otherTexts
  }

  private mutating func check(_ step: Example.Step) {
    var answered: Set<Symbol> = []
    for given in step.answers {
      if !answered.insert(given.item).inserted {
        findings.add(ScoringFinding.exampleAnswerTwice, at: given.place ?? given.typed.place, given.item.text)
      } else if let item = index.items[given.item] {
        check(given.typed, for: item)
      } else if !otherTexts.contains(given.item), !index.isLost(given.item) {
        findings.add(
          ScoringFinding.exampleUnknownItem, at: given.place ?? given.typed.place, given.item.text,
          meant: Self.nearest(given.item, among: Set(index.items.keys).union(otherTexts)))
      }
    }
  }

  private mutating func check(_ typed: SourceText, for item: Item) {
    guard !index.broken.contains(item.id) else { return }
    if case .failure(let problem) = item.value(typed: typed.text, language: language) {
      findings.add(
        problem.finding, at: typed.place, problem.found, problem.arguments, meant: problem.suggestion)
    }
  }

  private mutating func check(_ expectation: Example.Expectation) {
    switch expectation {
    case .value(let id, let expected): check(expected, of: id)
    case .level(let id, let expected): check(level: expected, of: id)
    case .shown(let ids, let place), .hidden(let ids, let place):
      for id in ids where !elements.contains(id) && !index.isLost(id) {
        findings.add(ScoringFinding.exampleUnknownName, at: place, id.text, meant: Self.nearest(id, among: elements))
      }
    }
  }

  /// Nothing written expects that there is no value.
  private mutating func check(_ expected: SourceText, of id: Symbol) {
    let text = TypedText.tidy(expected.text)
    if index.scales[id] != nil {
      guard !text.isEmpty else { return }
      let number = Decimal64(typed: text)
      let isAbove = number.map { number in bounds[id].most.map { Fraction(number) > $0 } ?? false }
      if isAbove ?? true { impossible(expected, of: id) }
    } else if let item = index.items[id] {
      guard !index.broken.contains(id) else { return }
      if !item.parts.isEmpty {
        // What comes of a timed grid is expected, not how it went.
        if let number = Decimal64(typed: text), number >= .zero, number <= item.answerRange.most ?? number { return }
        return impossible(expected, of: id)
      }
      if case .failure = item.value(typed: text, language: language) { impossible(expected, of: id) }
    } else if !index.computations.contains(id), !otherTexts.contains(id), !parts.contains(id),
      !index.isLost(id)
    {
      let known = Set(index.items.keys).union(index.scales.keys).union(index.computations).union(parts)
      findings.add(
        ScoringFinding.exampleUnknownName, at: expected.place, id.text, meant: Self.nearest(id, among: known))
    }
  }

  private mutating func check(level expected: SourceText, of id: Symbol) {
    if index.isLost(id) { return }
    guard let position = index.scales[id] else {
      findings.add(
        ScoringFinding.exampleLevelOfNoScale, at: expected.place, id.text,
        meant: Self.nearest(id, among: Set(index.scales.keys)))
      return
    }
    let levels = index.instrument.scoring.scales[position].levels
    let text = TypedText.tidy(expected.text)
    if levels.isEmpty {
      findings.add(ScoringFinding.exampleLevelOfNoScale, at: expected.place, id.text)
    } else if !text.isEmpty, !levels.contains(where: { $0.code.text == text }) {
      findings.add(
        ScoringFinding.exampleValueImpossible, at: expected.place, text, ["name": "level(\(id))"],
        meant: Similarity.nearest(to: text, among: levels.map(\.code.text)))
    }
  }

  private mutating func impossible(_ expected: SourceText, of id: Symbol) {
    findings.add(ScoringFinding.exampleValueImpossible, at: expected.place, expected.text, ["name": id.text])
  }

  private mutating func checkShownAndHidden(_ example: Example) {
    var shown: Set<Symbol> = []
    var hidden: Set<Symbol> = []
    var place = example.place
    for expectation in example.expectations {
      switch expectation {
      case .shown(let ids, _): shown.formUnion(ids)
      case .hidden(let ids, let written):
        hidden.formUnion(ids)
        place = written
      case .value, .level: continue
      }
    }
    for id in shown.intersection(hidden).sorted() {
      findings.add(ScoringFinding.exampleShownAndHidden, at: place, id.text)
    }
  }

  private var language: Language { index.instrument.form.languages.first ?? .ky }

  private static func nearest(_ id: Symbol, among known: Set<Symbol>) -> String? {
    // Sorted, so that of two names equally near the same one is always meant.
    Similarity.nearest(to: id.text, among: known.map(\.text).sorted())
  }
}
