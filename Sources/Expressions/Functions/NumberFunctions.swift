/// Functions of numbers.
extension Function {
  static let numbers: [Function] = [
    Function(
      "abs", Signature(Parameter(.number), gives: .number), ky: "|{1}|", ru: "|{1}|", en: "|{1}|",
      .one(Arithmetic.magnitude)),
    Function(
      "round", Signature(Parameter(.number), gives: .always(.integer)), ky: "бүтүнгө чейин тегеректелген {1}",
      ru: "{1}, округлённое до целых", en: "{1} rounded to a whole number",
      .one { Arithmetic.whole($0, .halfAwayFromZero) }),
    Function(
      "round", Signature(Parameter(.number), Parameter(.integer), gives: .always(.decimal)),
      ky: "үтүрдөн кийин {2} белгиге чейин тегеректелген {1}", ru: "{1}, округлённое до {2} знаков после запятой",
      en: "{1} rounded to {2} places",
      .two { number, places in
        guard let number = number.decimal, case .integer(let places) = places else { return Arithmetic.undefined }
        return number.rounded(to: max(-18, min(18, places))).map { .decimal($0) } ?? Arithmetic.overflow
      }),
    Function(
      "floor", Signature(Parameter(.number), gives: .always(.integer)), ky: "{1} санынан ашпаган эң чоң бүтүн сан",
      ru: "{1}, округлённое вниз до целых", en: "{1} rounded down", .one { Arithmetic.whole($0, .down) }),
    Function(
      "ceiling", Signature(Parameter(.number), gives: .always(.integer)),
      ky: "{1} санынан кем эмес эң кичине бүтүн сан",
      ru: "{1}, округлённое вверх до целых", en: "{1} rounded up", .one { Arithmetic.whole($0, .up) }),
    Function(
      "min", Signature(Parameter(.ordered(0), .oneOrMore), gives: .variable(0)), seesMissing: true,
      ky: "булардын эң кичинеси: {all}", ru: "наименьшее из: {all}", en: "the least of {all}", .many(Arithmetic.least)),
    Function(
      "max", Signature(Parameter(.ordered(0), .oneOrMore), gives: .variable(0)), seesMissing: true,
      ky: "булардын эң чоңу: {all}", ru: "наибольшее из: {all}", en: "the greatest of {all}",
      .many(Arithmetic.greatest)),
    Function(
      "sum", Signature(Parameter(.number, .oneOrMore), gives: .number), seesMissing: true,
      ky: "булардын суммасы: {all}", ru: "сумма: {all}", en: "the sum of {all}", .many(Arithmetic.sum)),
    Function(
      "mean", Signature(Parameter(.number, .oneOrMore), gives: .always(.decimal)), seesMissing: true,
      ky: "булардын орточосу: {all}", ru: "среднее: {all}", en: "the mean of {all}", .many(Arithmetic.mean)),
    Function(
      "rescale",
      Signature(
        Parameter(.number), Parameter(.number), Parameter(.number), Parameter(.number), Parameter(.number),
        gives: .always(.decimal)),
      ky: "{2}–{3} аралыгынан {4}–{5} аралыгына которулган {1}", ru: "{1}, переведённое из {2}–{3} в {4}–{5}",
      en: "{1} rescaled from {2}–{3} to {4}–{5}",
      .many { values in
        guard values.count == 5 else { return Arithmetic.undefined }
        let share = Arithmetic.divide(
          Arithmetic.multiply(
            Arithmetic.subtract(values[0], values[1]), Arithmetic.subtract(values[4], values[3])),
          Arithmetic.subtract(values[2], values[1]))
        return share.isMissing ? share : Arithmetic.add(values[3], share)
      }),
  ]
}
