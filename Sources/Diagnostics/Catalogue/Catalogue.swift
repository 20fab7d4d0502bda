/// All families of findings, for the tests that hold the catalogue together and for the list that people can print.
package enum Catalogue {
  package static let families: [any Finding.Type] = [
    XMLFinding.self, ExpressionFinding.self, GrammarFinding.self, ContentFinding.self, InstrumentFinding.self,
    ScoringFinding.self, ExampleFinding.self, AnswerFinding.self, MonitoringFinding.self, PlanFinding.self,
    RegisterFinding.self, StoreFinding.self, CommandFinding.self, WorkshopFinding.self, PictureFinding.self,
    KindFinding.self, StructureFinding.self, MeasureFinding.self, ReachabilityFinding.self, WordingFinding.self,
    PaceFinding.self, DocumentFinding.self, TranslationFinding.self, PublishingFinding.self, SessionFinding.self,
    JudgingFinding.self, InputFinding.self, AccessFinding.self, AdaptiveFinding.self, PeopleFinding.self,
  ]

  /// Every code with its rule, in order of the codes.
  package static var rules: [(code: String, rule: Rule)] {
    families.flatMap { rules(of: $0) }.sorted { $0.code < $1.code }
  }

  private static func rules<F: Finding>(of family: F.Type) -> [(code: String, rule: Rule)] {
    family.allCases.map { ($0.rawValue, $0.rule) }
  }
}
