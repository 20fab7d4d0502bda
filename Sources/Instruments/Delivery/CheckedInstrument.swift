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
  /// instrument where one of the findings is an error.
  ///
  /// `datasets` are those that its feeds may fill; nil where they aren't known here, and then the far ends of feeds stay
  /// unchecked.
  package func checked(
    hash: ContentHash, datasets: [Dataset]?
  ) -> (instrument: CheckedInstrument?, findings: [Diagnostic]) {
    let layout = FormLayout(form)
    var compiler = FormulaCompiler(self, layout: layout)
    let delivery = compiler.delivery(hash: hash)
    let feeds = compiler.feeds(scoring.feeds, datasets: datasets)
    let findings = compiler.findings
    guard !findings.hasErrors else { return (nil, findings.sortedByPlace) }
    let plan = ScoringCompiler(self, layout: layout).plan(feeds: feeds)
    return (CheckedInstrument(instrument: self, delivery: delivery, scoring: plan), findings.sortedByPlace)
  }
}
