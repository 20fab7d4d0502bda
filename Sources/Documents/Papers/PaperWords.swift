import Expressions
import Instruments
import Texts

/// Numbers, points and times as papers say them.
struct PaperWords {
  let language: Language

  func number(_ decimal: Decimal64) -> String {
    NumberFormat.text("\((decimal.rounded(to: 2) ?? decimal).normalized)", in: language)
  }

  /// `2 балла`, `1,5 балла`
  func points(_ points: Decimal64) -> String {
    guard let whole = points.integer else { return language.say(.pointsPart, ["n": number(points)]) }
    return language.say(.points, ["n": String(whole)])
  }

  /// Minutes where they are whole, else seconds.
  func time(_ milliseconds: Int64) -> String {
    let seconds = (milliseconds + 999) / 1_000
    return seconds % 60 == 0
      ? language.say(.minutes, ["n": String(seconds / 60)]) : language.say(.seconds, ["n": String(seconds)])
  }

  /// How many options may be marked; nil where it is free.
  func count(atLeast least: Int?, atMost most: Int?) -> String? {
    switch (least, most) {
    case (let least?, let most?): language.say(.fromTo, ["least": String(least), "most": String(most)])
    case (let least?, nil): language.say(.atLeast, ["n": String(least)])
    case (nil, let most?): language.say(.atMost, ["n": String(most)])
    case (nil, nil): nil
    }
  }

  /// How many words are wanted; nil where nobody says.
  func words(_ form: EssayForm) -> String? {
    switch (form.minimumWords, form.maximumWords) {
    case (let least?, let most?): language.say(.wordsFromTo, ["least": String(least), "most": String(most)])
    case (let least?, nil): language.say(.wordsAtLeast, ["n": String(least)])
    case (nil, let most?): language.say(.wordsAtMost, ["n": String(most)])
    case (nil, nil): nil
    }
  }

  /// How many squares a number needs; nil where a blank serves better.
  func cells(_ form: NumberForm) -> Int? {
    guard form.isWhole, let most = form.maximum, form.minimum?.isNegative != true else { return nil }
    return (most.rounded(to: 0, .down) ?? most).integer.map { max(1, String($0).count) }
  }
}
