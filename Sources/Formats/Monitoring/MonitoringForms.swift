import Diagnostics
import Monitoring

/// The forms of values that only monitoring files have.
extension ValueForm {
  /// `2025-2026`; that the years follow one another is the checker's business.
  static let schoolYear = word(
    "school-year", .patterns(["[0-9]{4}-[0-9]{4}"]), MonitoringFinding.badSchoolYear,
    accepts: { bytes in
      let parts = bytes.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
      return parts.count == 2 && parts.allSatisfy { $0.count == 4 && $0.allSatisfy(Lexical.isDigit) }
    })

  /// What stands elsewhere at one version: `negizgi/2025.1`.
  static let versioned = word(
    "versioned", .patterns(["[A-Za-z][A-Za-z0-9_\\-]{0,63}/[A-Za-z0-9][A-Za-z0-9_.\\-]{0,31}"]),
    PlanFinding.badReference,
    accepts: { bytes in
      let parts = bytes.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
      return parts.count == 2 && Lexical.isCode(parts[1], most: 32)
        && Lexical.isIdentifier(parts[0], extra: { $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: "-") })
    })

  /// A person's pseudonym, or `*` for everybody of a kind.
  static let person = word(
    "person", .patterns(["\\*", "[A-Za-z0-9][A-Za-z0-9_.\\-]{0,63}"]), GrammarFinding.notACode,
    accepts: { $0.elementsEqual("*".utf8) || Lexical.isCode($0, most: 64) })

  /// `10d` after the last day of collecting, or a day: `2026-08-27`.
  static let due = word(
    "due", .patterns(["[1-9][0-9]{0,2}d", "[0-9]{4}-[0-9]{2}-[0-9]{2}"]), PlanFinding.badDue,
    accepts: { bytes in
      if bytes.last == UInt8(ascii: "d") {
        return Lexical.isWhole(bytes.dropLast(), digits: 3, isSigned: false) && bytes.first != UInt8(ascii: "0")
      }
      return bytes.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false).map(\.count) == [4, 2, 2]
        && bytes.allSatisfy { $0 == UInt8(ascii: "-") || Lexical.isDigit($0) }
    })

  /// The grade of a class.
  static let grade = whole(1...99)

  static let scope = oneOf("scope", Target.Scope.allCases.map(\.rawValue))

  static let aspect = oneOf("aspect", Indicator.Aspect.allCases.map(\.rawValue))
}
