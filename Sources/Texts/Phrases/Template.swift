/// One thing that Synak says, in the three languages that it speaks.
///
/// `{name}` stands for an argument. `{n:балл|балла|баллов}` stands for the noun form that goes with the whole number
/// `n`; each language gives as many forms as it has (Kyrgyz one, Russian three, English two).
package struct Template: Sendable, Hashable {
  package let ky: String
  package let ru: String
  package let en: String

  package init(ky: String, ru: String, en: String) {
    self.ky = ky
    self.ru = ru
    self.en = en
  }

  /// The wording before its arguments are filled in.
  package func wording(in language: Language) -> String {
    switch language.spoken {
    case .ky: ky
    case .ru: ru
    default: en
    }
  }

  /// The wording with its arguments. A placeholder without an argument stays visible, so that tests and people see it.
  package func text(in language: Language, _ arguments: [String: String] = [:]) -> String {
    var result = ""
    var rest = wording(in: language)[...]
    while let open = rest.firstIndex(of: "{") {
      result += rest[..<open]
      guard let close = rest[open...].firstIndex(of: "}") else { break }
      let placeholder = Placeholder(rest[rest.index(after: open)..<close])
      result += placeholder.text(in: language, arguments) ?? String(rest[open...close])
      rest = rest[rest.index(after: close)...]
    }
    return result + rest
  }

  /// The names of the arguments in one language, for the test that no language lost one.
  package func argumentNames(in language: Language) -> Set<String> {
    var names: Set<String> = []
    var rest = wording(in: language)[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      names.insert(Placeholder(rest[rest.index(after: open)..<close]).name)
      rest = rest[rest.index(after: close)...]
    }
    return names
  }
}

/// What stands between braces in a template: a name, and noun forms where the argument is counted.
private struct Placeholder {
  var name: String
  var forms: [String] = []

  init(_ inside: Substring) {
    guard let colon = inside.firstIndex(of: ":") else {
      name = String(inside)
      return
    }
    name = String(inside[..<colon])
    forms = inside[inside.index(after: colon)...].split(separator: "|", omittingEmptySubsequences: false).map(
      String.init)
  }

  func text(in language: Language, _ arguments: [String: String]) -> String? {
    guard let value = arguments[name] else { return nil }
    guard !forms.isEmpty else { return value }
    guard let count = Int(value) else { return forms.last }
    let index = PluralForm.index(of: count, in: language)
    return forms[min(index, forms.count - 1)]
  }
}
