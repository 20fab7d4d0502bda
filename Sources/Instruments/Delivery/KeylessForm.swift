import Diagnostics

/// What a terminal may have of an instrument: its form, and nothing of how answers are scored.
extension Instrument {
  /// The instrument without keys, scales, feeds, examples and plan of contents.
  package var keyless: Instrument { Instrument(form: form, scoring: ScoringRules(), examples: []) }

  /// The form ready to run, of an instrument that was checked where its keys are; nil where it isn't sound.
  ///
  /// - Parameter hash: Of the whole instrument, keys and all: what sessions are pinned to.
  package func deliveryForm(hash: ContentHash) -> DeliveryForm? {
    let written = unrolled
    var compiler = FormulaCompiler(written, layout: FormLayout(written.form), after: .none)
    let delivery = compiler.delivery(hash: hash)
    return compiler.findings.hasErrors ? nil : delivery
  }
}
