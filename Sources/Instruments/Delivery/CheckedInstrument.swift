package import Datasets
package import Diagnostics

/// An instrument that was checked and compiled: what sessions are opened from and scored by.
package struct CheckedInstrument: Sendable {
  package let instrument: Instrument
  package let delivery: DeliveryForm
  package let scoring: ScoringPlan

  package init(instrument: Instrument, delivery: DeliveryForm, scoring: ScoringPlan) {
    self.instrument = instrument
    self.delivery = delivery
    self.scoring = scoring
  }

  package var hash: ContentHash { delivery.hash }
}

extension Instrument {
  /// The instrument ready to run, with everything that is wrong or doubtful about it in the order of the file; no
  /// instrument where one of the findings is an error, or where the reading had one.
  ///
  /// `datasets` are those that its feeds may fill; nil where they aren't known here, and then the far ends of feeds stay
  /// unchecked. `trouble` is what went wrong in reading, so that its consequences aren't told.
  package func checked(
    hash: ContentHash, datasets: [Dataset]?, after trouble: ReadingTrouble = .none
  ) -> (instrument: CheckedInstrument?, findings: [Diagnostic]) {
    var index = InstrumentIndex(self, after: trouble)
    var findings = IdentifierCheck.findings(index)
    let choices = ChoiceCheck.findings(index)
    index.broken = choices.broken
    let items = ItemCheck.findings(index)
    index.broken.formUnion(items.broken)
    let keys = KeyCheck.findings(index)
    index.brokenKeys = keys.brokenKeys
    let bounds = ScaleBounds(index)
    findings += choices.findings + items.findings + keys.findings + TextCheck.findings(index)
    findings += WordingCheck.findings(index) + KeyPatternCheck.findings(index)
    findings += FigureCheck.findings(index) + KindCheck.findings(index) + PaceCheck.findings(index)
    findings += RepeatCheck.findings(index)
    findings += MeasureCheck.findings(index, bounds) + BlueprintCheck.findings(index)
    findings += ScaleCheck.findings(index, bounds)
    findings += AdaptiveCheck.findings(index)
    // What is repeated too often to be written out is told already.
    let written = findings.hasErrors ? self : unrolled
    findings += ExampleCheck.findings(index.written(as: written), bounds)

    let layout = FormLayout(written.form)
    var compiler = FormulaCompiler(written, layout: layout, after: trouble)
    let delivery = compiler.delivery(hash: hash)
    var feedCheck = FeedCheck(index, bounds, datasets: datasets)
    let feeds = feedCheck.programs(&compiler)
    findings += compiler.findings

    let ordered = findings.sortedByPlace
    guard !trouble.hasErrors, !findings.hasErrors else { return (nil, ordered) }
    let plan = ScoringCompiler(written, layout: layout).plan(feeds: feeds)
    return (CheckedInstrument(instrument: self, delivery: delivery, scoring: plan), ordered)
  }
}
