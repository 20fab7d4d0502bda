package import Psychometrics
package import Texts

/// The words of the bands, with a sign for each, so that a board is read without colours.
package enum LevelWord: PhraseCatalogue {
  case critical, low, fair, good

  package init(_ level: Band.Level) {
    switch level {
    case .critical: self = .critical
    case .low: self = .low
    case .fair: self = .fair
    case .good: self = .good
    }
  }

  package var template: Template {
    switch self {
    case .critical: Template(ky: "өтө төмөн", ru: "критический", en: "critical")
    case .low: Template(ky: "төмөн", ru: "низкий", en: "low")
    case .fair: Template(ky: "орто", ru: "средний", en: "fair")
    case .good: Template(ky: "жакшы", ru: "хороший", en: "good")
    }
  }

  package var sign: String {
    switch self {
    case .critical: "■░░░"
    case .low: "■■░░"
    case .fair: "■■■░"
    case .good: "■■■■"
    }
  }
}

/// The words of a change's verdict.
extension Verdict {
  package func text(in language: Language) -> String {
    let phrase: BoardPhrase =
      switch self {
      case .better: .better
      case .worse: .worse
      case .noDemonstrableChange: .noDemonstrableChange
      case .withheld: .fewClusters
      }
    return phrase.text(in: language)
  }
}
