extension Grammar {
  /// The grammar of all files in Synak's own XML.
  package static let synak = Grammar(
    roots: InstrumentRules.roots + IndicatorRules.roots + PlanRules.roots,
    rules: ChoiceRules.rules + InstrumentRules.rules + IndicatorRules.rules + PlanRules.rules)
}
