import Diagnostics
import Texts

/// The forms that values of instruments and monitoring files have.
extension ValueForm {
  /// An id that expressions see: `[A-Za-z][A-Za-z0-9_]{0,63}`.
  package static let identifier = named(
    "id", "[A-Za-z][A-Za-z0-9_]{0,63}", .notAnIdentifier, extra: { $0 == UInt8(ascii: "_") })

  /// A name that files, exports and people use, but no expression: hyphens too.
  package static let name = named(
    "name", "[A-Za-z][A-Za-z0-9_\\-]{0,63}", .notAName,
    extra: { $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: "-") })

  /// What a scale may count: an id, or a number that is seen of a timed grid: `letters.per_minute`.
  package static let member = ValueForm(
    "member", .patterns(["[A-Za-z][A-Za-z0-9_]{0,63}(\\.(attempted|wrong|seconds|per_minute))?"])
  ) { value in
    let word = Lexical.trimmed(value)
    let part = [".attempted", ".wrong", ".seconds", ".per_minute"].first { word.hasSuffix($0) }
    return identifier.mistakes(part.map { String(word.dropLast($0.count)) } ?? value)
  }

  package static let members = list("members", of: member)
  package static let identifiers = list("ids", of: identifier)
  /// How often: a whole number, or the id of what counts.
  package static let times = ValueForm(
    "times", .patterns(["[1-9][0-9]?", "[A-Za-z][A-Za-z0-9_]{0,63}"])
  ) { value in
    let word = Lexical.trimmed(value)
    let isNumber = Lexical.isWhole(word.utf8, digits: 2, isSigned: false) && word.utf8.first != UInt8(ascii: "0")
    return isNumber ? [] : identifier.mistakes(value)
  }

  /// An id, or that of one occurrence of what is repeated: `age.2`.
  package static let occurrence = ValueForm(
    "occurrence", .patterns(["[A-Za-z][A-Za-z0-9_]{0,63}(\\.[1-9][0-9]?)?"])
  ) { value in
    let parts = Lexical.trimmed(value).split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, let first = parts[1].utf8.first, first != UInt8(ascii: "0"),
      Lexical.isWhole(parts[1].utf8, digits: 2, isSigned: false)
    else { return identifier.mistakes(value) }
    return identifier.mistakes(String(parts[0]))
  }

  package static let occurrences = list("occurrences", of: occurrence)
  package static let names = list("names", of: name)

  /// What is stored when an option is chosen: `a`, `4`, `dk`.
  package static let code = word(
    "code", .patterns(["[A-Za-z0-9][A-Za-z0-9_.\\-]{0,63}"]), GrammarFinding.notACode,
    suggest: { word in Lexical.latin(word).flatMap { Lexical.isCode($0.word[...].utf8, most: 64) ? $0.word : nil } },
    accepts: { Lexical.isCode($0, most: 64) })

  package static let codes = list("codes", of: code)

  /// A picture beside the instrument: a relative path that never leads out of its folder.
  package static let pictureFile = word(
    "picture-file", .patterns(["([A-Za-z0-9_\\-]+/)*[A-Za-z0-9_\\-][A-Za-z0-9_.\\-]*\\.(svg|png|jpg|jpeg)"]),
    GrammarFinding.notAPictureFile, accepts: Lexical.isPictureFile)

  package static let version = word(
    "version", .patterns(["[A-Za-z0-9][A-Za-z0-9_.\\-]{0,31}"]), GrammarFinding.notAVersion,
    accepts: { Lexical.isCode($0, most: 32) })

  package static let yesNo = oneOf("yes-no", ["yes", "no"], GrammarFinding.notYesOrNo)

  /// A whole number within a range; its limits are part of the form's name.
  package static func whole(_ range: ClosedRange<Int>) -> ValueForm {
    let limits = ["min": String(range.lowerBound), "max": String(range.upperBound)]
    return ValueForm("whole-\(range.lowerBound)-\(range.upperBound)", .whole(range)) { value in
      let word = Lexical.trimmed(value)
      guard !word.isEmpty else { return [empty(value)] }
      let place = Lexical.range(of: word, in: value)
      guard Lexical.isWhole(word.utf8, digits: 18, isSigned: true), let number = Int(word) else {
        return [Mistake(GrammarFinding.notAWholeNumber, place)]
      }
      return range.contains(number) ? [] : [Mistake(GrammarFinding.numberOutOfRange, place, arguments: limits)]
    }
  }

  /// A number with a point: `-3.5`.
  package static let decimal = word(
    "decimal", .patterns(["-?\(digits)"]), GrammarFinding.notANumber, suggest: Self.point,
    accepts: { Lexical.isDecimal($0) })

  /// A number that isn't below zero.
  package static let amount = word(
    "amount", .patterns([digits]), GrammarFinding.notANumber, suggest: Self.point,
    accepts: { $0.first != UInt8(ascii: "-") && Lexical.isDecimal($0) })

  /// A number as persons type it: `3,5` or `3.5`.
  package static let typedNumber = word(
    "typed-number", .patterns(["-?(0|[1-9][0-9]{0,11})([.,][0-9]{1,6})?"]), GrammarFinding.notANumber,
    accepts: { Lexical.isDecimal($0, comma: true) })

  /// `12`, or a share of the whole: `45%`.
  package static let numberOrPercent = word(
    "number-or-percent", .patterns(["-?\(digits)%?"]), GrammarFinding.notANumberOrPercent, suggest: Self.point,
    accepts: { bytes in
      Lexical.isDecimal(bytes.last == UInt8(ascii: "%") ? bytes.dropLast() : bytes)
    })

  /// A number that isn't below zero, or a share of what is right: `0.5`, `2%`.
  package static let amountOrPercent = word(
    "amount-or-percent", .patterns(["\(digits)%?"]), GrammarFinding.notANumberOrPercent, suggest: Self.point,
    accepts: { bytes in
      bytes.first != UInt8(ascii: "-")
        && Lexical.isDecimal(bytes.last == UInt8(ascii: "%") ? bytes.dropLast() : bytes)
    })

  /// A share of the whole: `40%`.
  package static let percentage = word(
    "percentage", .patterns(["\(digits)%"]), MeasureFinding.notAPercentage,
    suggest: { word in Lexical.isDecimal(word[...].utf8) && word.first != "-" ? word + "%" : nil },
    accepts: { bytes in
      bytes.last == UInt8(ascii: "%") && bytes.first != UInt8(ascii: "-") && Lexical.isDecimal(bytes.dropLast())
    })

  package static let amounts = list("amounts", of: amount)
  package static let decimals = list("decimals", of: decimal)

  /// `90s`, `40m`, `2h`, `10d`; from one second to 999,999 days.
  package static let duration = word(
    "duration", .patterns(["[1-9][0-9]{0,5}[smhd]"]), GrammarFinding.notADuration,
    accepts: { bytes in
      guard let unit = bytes.last, "smhd".utf8.contains(unit), bytes.first != UInt8(ascii: "0") else { return false }
      return Lexical.isWhole(bytes.dropLast(), digits: 6, isSigned: false)
    })

  package static let date = word(
    "date", .date, GrammarFinding.notADate, accepts: { Lexical.isDate($0) })

  /// A day, or the one on which the session began: `2026-05-25`, `today`.
  package static let dateBorder = word(
    "date-border", .patterns(["today", dayPattern]), GrammarFinding.notADate,
    accepts: { bytes in bytes.elementsEqual("today".utf8) || Lexical.isPartOfDate(bytes, parts: 3...3) })

  /// A day, a month or a year: `2026-05-25`, `2026-05`, `2026`.
  package static let partOfDate = word(
    "part-of-date", .patterns([dayPattern, "[0-9]{4}-(0[1-9]|1[0-2])", "[0-9]{4}"]), GrammarFinding.notADate,
    accepts: { Lexical.isPartOfDate($0, parts: 1...3) })

  private static let dayPattern = "[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])"

  /// `4`, or `1-4`: from 1 to 99.
  package static let grades = word(
    "grades", .patterns(["[1-9][0-9]?(-[1-9][0-9]?)?"]), GrammarFinding.notGrades,
    accepts: { bytes in
      let parts = bytes.split(separator: UInt8(ascii: "-"), maxSplits: 1, omittingEmptySubsequences: false)
      return parts.allSatisfy { Lexical.isWhole($0, digits: 2, isSigned: false) && $0.first != UInt8(ascii: "0") }
    })

  package static let languages = list(
    "languages", of: oneOf("language", Language.allCases.map(\.rawValue), GrammarFinding.notALanguage))

  /// An expression: only whether there is one; what it says is the checker's business.
  package static let expression = text("expression", limit: 10_000)

  /// Words that are shown or kept as they are.
  package static let words = text("short-text", limit: 200)

  /// Words as a person types them, of any length up to the limit of a text.
  package static let typed = text("typed", limit: 2_000)

  /// Anything, the empty value too.
  package static let anything = ValueForm("anything", .anything) { _ in [] }

  private static let digits = "(0|[1-9][0-9]{0,11})(\\.[0-9]{1,6})?"

  /// The number with a point where a person typed the comma.
  @Sendable private static func point(_ word: String) -> String? {
    let changed = String(word.map { $0 == "," ? "." : $0 })
    return changed != word && Lexical.isDecimal(changed[...].utf8) ? changed : nil
  }

  private static func text(_ name: String, limit: Int) -> ValueForm {
    ValueForm(name, .length(1...limit)) { value in
      let words = Lexical.trimmed(value)
      if words.isEmpty { return [empty(value)] }
      // A shorter text can't be too long, however its letters are counted.
      if words.utf8.count <= limit || Lexical.collapsed(words).unicodeScalars.count <= limit { return [] }
      let place = Lexical.range(of: words, in: value)
      return [Mistake(GrammarFinding.valueTooLong, place, arguments: ["limit": String(limit)])]
    }
  }

  private static func named(
    _ name: String, _ pattern: String, _ finding: GrammarFinding, extra: @escaping @Sendable (UInt8) -> Bool
  ) -> ValueForm {
    ValueForm(name, .patterns([pattern])) { value in
      let word = Lexical.trimmed(value)
      if Lexical.isIdentifier(word.utf8, extra: extra) { return [] }
      if word.isEmpty { return [empty(value)] }
      let place = Lexical.range(of: word, in: value)
      if let latin = Lexical.latin(String(word)), Lexical.isIdentifier(latin.word[...].utf8, extra: extra) {
        return [
          Mistake(
            GrammarFinding.lookalikeLetters, place, suggestion: latin.word, arguments: ["letter": String(latin.letter)])
        ]
      }
      return [Mistake(finding, place)]
    }
  }
}
