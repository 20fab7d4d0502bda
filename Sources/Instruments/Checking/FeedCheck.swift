import Datasets
import Diagnostics
import Expressions

/// Feeds: both ends of the bridge from instruments to monitoring, checked while their formulas are compiled.
struct FeedCheck {
  private let index: InstrumentIndex
  private let bounds: ScaleBounds
  /// Nil where they aren't known here.
  private let datasets: [Dataset]?
  private var findings = FindingList()

  init(_ index: InstrumentIndex, _ bounds: ScaleBounds, datasets: [Dataset]?) {
    self.index = index
    self.bounds = bounds
    self.datasets = datasets
  }

  /// The feeds compiled by `compiler`, which also gets the findings.
  mutating func programs(_ compiler: inout FormulaCompiler) -> [FeedProgram] {
    var fed: Set<Symbol> = []
    let programs = index.instrument.scoring.feeds.map { feed in
      if !fed.insert(feed.dataset).inserted {
        findings.add(ScoringFinding.doubledFeed, at: feed.place, feed.dataset.text)
      }
      return FeedProgram(dataset: feed.dataset, fields: fields(of: feed, dataset(of: feed), &compiler))
    }
    compiler.add(findings.diagnostics)
    return programs
  }

  private mutating func dataset(of feed: Feed) -> Dataset? {
    guard let datasets else { return nil }
    guard let dataset = datasets.first(where: { $0.id == feed.dataset }) else {
      findings.add(
        ScoringFinding.unknownDataset, at: feed.place, feed.dataset.text,
        meant: Similarity.nearest(to: feed.dataset.text, among: datasets.map(\.id.text)))
      return nil
    }
    if dataset.source != .instrument {
      findings.add(
        ScoringFinding.datasetOfOtherSource, at: feed.place, feed.dataset.text, ["source": dataset.source.rawValue])
    }
    return dataset
  }

  private mutating func fields(
    of feed: Feed, _ dataset: Dataset?, _ compiler: inout FormulaCompiler
  ) -> [FeedProgram.Field] {
    var given: Set<Symbol> = []
    var programs: [FeedProgram.Field] = []
    for field in feed.fields {
      if !given.insert(field.id).inserted {
        findings.add(ScoringFinding.doubledField, at: field.place, field.id.text)
        continue
      }
      let target = dataset?.fields.first { $0.id == field.id }
      if let dataset, target == nil {
        findings.add(
          ScoringFinding.unknownField, at: field.place, field.id.text, ["dataset": dataset.id.text],
          meant: Similarity.nearest(to: field.id.text, among: dataset.fields.map(\.id.text)))
      }
      guard let formula = formula(of: field, for: target, &compiler) else { continue }
      checkMaximum(formula, of: field)
      programs.append(FeedProgram.Field(id: field.id, value: formula))
    }
    if let dataset, !index.trouble.hasErrors {
      for field in dataset.fields where !given.contains(field.id) {
        findings.add(ScoringFinding.fieldNotFed, at: feed.place, field.id.text, ["dataset": dataset.id.text])
      }
    }
    return programs
  }

  private mutating func formula(
    of field: Feed.Field, for target: Field?, _ compiler: inout FormulaCompiler
  ) -> Formula? {
    guard let target else { return compiler.compile(field.value, for: .feeds, expecting: .anything)?.formula }
    // A code from a list of another name is as good where the field has that code too.
    if case .choice(let codes) = target.kind, let probe = compiler.probe(field.value, for: .feeds),
      case .choice(let given) = probe.type.base, probe.type.cardinality == .single
    {
      check(given, are: codes, in: field)
      return compiler.compile(field.value, for: .feeds, expecting: .anything)?.formula
    }
    return compiler.compile(field.value, for: .feeds, expecting: .type(target.type))?.formula
  }

  private mutating func check(_ given: ChoiceCodes, are codes: ChoiceCodes, in field: Feed.Field) {
    let known = Set(codes.codes.map(\.symbol))
    // A code that means missing gives its reason, whatever it is called.
    for code in given.codes where code.missing == nil && !known.contains(code.symbol) {
      findings.add(
        ScoringFinding.codeNotInField, at: field.place, code.symbol.text,
        ["field": field.id.text, "list": codes.name],
        meant: Similarity.nearest(to: code.symbol.text, among: known.map(\.text)))
    }
  }

  /// `max-score(x)` of a scale without a largest number never has a value.
  private mutating func checkMaximum(_ formula: Formula, of field: Feed.Field) {
    let scales = index.instrument.scoring.scales
    formula.forEach { node in
      guard case .scale(let query, let slot, _) = node, query == .maxScore || query == .percent,
        scales.indices.contains(slot)
      else { return }
      let known = bounds[scales[slot].id]
      if known.isKnown, known.most == nil {
        findings.add(ScoringFinding.maximumNeverKnown, at: field.place, scales[slot].id.text)
      }
    }
  }
}
