/// Functions of answers whatever their type: which were given, how many, the first that was.
extension Function {
  static let answers: [Function] = [
    Function(
      "coalesce", Signature(Parameter(.variable(0)), Parameter(.variable(0), .oneOrMore), gives: .variable(0)),
      seesMissing: true, ky: "булардын биринчи берилгени: {all}", ru: "первое известное из: {all}",
      en: "the first known of {all}",
      .many { values in values.first { !$0.isMissing } ?? values.first ?? Arithmetic.undefined }),
    Function(
      "count-answered", Signature(Parameter(.anything, .oneOrMore), gives: .always(.integer)), seesMissing: true,
      ky: "жооп берилгендердин саны: {all}", ru: "число данных ответов из: {all}",
      en: "how many of {all} are answered", .many { values in .integer(values.count { !$0.isMissing }) }),
    // In rows an aggregate; of several conditions a function. It counts what is true, so missing isn't counted.
    Function(
      "count", Signature(Parameter(.boolean, .oneOrMore), gives: .always(.integer)), seesMissing: true,
      ky: "булардын канчасы туура: {all}", ru: "сколько верно из: {all}", en: "how many of {all} are true",
      .many { values in .integer(values.count { $0 == .boolean(true) }) }),
    Function(
      "selected-count", Signature(Parameter(.several), gives: .always(.integer)), ky: "{1} — белгиленгендердин саны",
      ru: "{1} — число отмеченных", en: "how many are chosen in {1}",
      .one { several in
        guard case .container(let container) = several else { return Arithmetic.undefined }
        return .integer(container.elements.count)
      }),
  ]
}
