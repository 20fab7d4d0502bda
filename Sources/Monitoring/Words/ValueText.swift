import Datasets
package import Expressions
import Psychometrics
package import Texts

/// Indicator values as people read them.
extension IndicatorValue {
  /// The number with its unit, or the word for why there is none: "66,0 %", "маалымат жок".
  package func text(of indicator: Indicator, in language: Language) -> String {
    switch outcome {
    case .value(let number): indicator.text(of: number, in: language)
    case .hidden: BoardPhrase.hidden.text(in: language)
    case .empty(let reason): reason.text(in: language)
    }
  }
}

extension EmptyReason {
  package func text(in language: Language) -> String {
    let phrase: BoardPhrase =
      switch self {
      case .noRows: .noRows
      case .nothingCounted: .nothingCounted
      case .notApplicable: .notApplicable
      case .noOther: .nothingToCompare
      case .notComputable: .notComputable
      }
    return phrase.text(in: language)
  }
}

extension Indicator {
  /// A number in the indicator's unit and with its digits.
  package func text(of number: Decimal64, in language: Language) -> String {
    let plain = NumberFormat.text(number.text(places: decimals), in: language)
    switch unit {
    case .percent: return language.spoken == .en ? plain + "%" : plain + "\u{A0}%"
    case .percentagePoints: return plain + "\u{A0}" + BoardPhrase.percentagePoints.text(in: language)
    case .points, .index: return plain
    }
  }

  /// The number without its unit, with a sign where it is more than nothing.
  package func signedText(of number: Decimal64, in language: Language) -> String {
    let plain = NumberFormat.text(number.text(places: decimals), in: language)
    return number.isNegative || number.isZero ? plain : "+" + plain
  }

  /// The two ends of an interval without unit: "62,4…69,5".
  func text(of interval: Interval, in language: Language) -> String {
    let ends = [interval.lower, interval.upper].map { end in
      Decimal64(end).map { NumberFormat.text($0.text(places: decimals), in: language) } ?? "…"
    }
    return ends.joined(separator: "…") + (interval.caution == nil ? "" : "*")
  }
}

extension ValueInterval {
  func text(of indicator: Indicator, in language: Language) -> String {
    switch self {
    case .known(let interval, _, _): indicator.text(of: interval, in: language)
    case .unknown(.noValue): ""
    case .unknown(.notEnough(let needed)): BoardPhrase.notEnough.text(in: language, ["needed": "n ≥ \(needed)"])
    case .unknown(.clustersUnknown): BoardPhrase.clustersUnknown.text(in: language)
    case .unknown(.notMadeOfRows), .unknown(.notComputable): BoardPhrase.noInterval.text(in: language)
    }
  }
}

extension QualityFinding {
  func text(of indicator: Indicator, in language: Language) -> String {
    switch self {
    case .ruleFailed(let rule):
      BoardPhrase.ruleFailed.text(in: language, ["id": indicator.id.text, "rule": rule])
    case .moreThanAll: BoardPhrase.moreThanAll.text(in: language, ["id": indicator.id.text])
    case .outOfRange: BoardPhrase.outOfRange.text(in: language, ["id": indicator.id.text])
    }
  }
}

extension Cell {
  /// What the cell is of, in words: "4-а классы, кыздар". Names stand where they are known, ids elsewhere.
  package func text(in language: Language, names: PlaceNames = PlaceNames()) -> String {
    let words = dimensions.members.compactMap { dimension -> String? in
      guard let value = coordinates.text(at: dimension) else { return nil }
      return names.text(at: dimension, value, in: language) ?? Self.text(of: dimension, value, in: language)
    }
    return words.isEmpty ? BoardPhrase.allSchool.text(in: language) : words.joined(separator: ", ")
  }

  private static func text(of dimension: Dimension, _ value: String, in language: Language) -> String {
    switch dimension {
    case .sex where value == "f": return PlaceWord.girls.text(in: language)
    case .sex where value == "m": return PlaceWord.boys.text(in: language)
    case .sex: return value
    case .language:
      return PlaceWord.language.text(in: language, ["value": Language(rawValue: value)?.ownName ?? value])
    case .school: return PlaceWord.school.text(in: language, ["value": value])
    case .year: return PlaceWord.year.text(in: language, ["value": value])
    case .period: return PlaceWord.period.text(in: language, ["value": value])
    case .activity: return PlaceWord.activity.text(in: language, ["value": value])
    case .instrument: return PlaceWord.instrument.text(in: language, ["value": value])
    case .grade: return PlaceWord.grade.text(in: language, ["value": value])
    case .schoolClass: return PlaceWord.schoolClass.text(in: language, ["value": value])
    case .subject: return PlaceWord.subject.text(in: language, ["value": value])
    }
  }
}
