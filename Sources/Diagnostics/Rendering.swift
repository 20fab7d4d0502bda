package import Texts

/// How a diagnostic looks as plain text: place, severity, words, the line with the piece underlined, and what may be meant.
package struct Rendering: Sendable {
  package var language: Language
  /// The lines of the files that diagnostics point into, by file name.
  package var sources: [String: [String]]

  package init(language: Language, sources: [String: [String]] = [:]) {
    self.language = language
    self.sources = sources
  }

  /// The diagnostic in as many lines as it needs, without a line end at the end.
  package func text(of diagnostic: Diagnostic) -> String {
    var lines: [String] = []
    let severity = SeverityWord(diagnostic.severity).text(in: language)
    let place = diagnostic.place.map { "\($0): " } ?? ""
    lines.append("\(place)\(severity) \(diagnostic.code): \(diagnostic.text(in: language))")
    if let excerpt = excerpt(of: diagnostic.place) { lines += excerpt }
    if let suggestion = diagnostic.suggestion {
      lines.append("  → " + RenderingPhrase.didYouMean.text(in: language, ["suggestion": suggestion]))
    }
    if let advice = diagnostic.advice { lines.append("  → " + advice.text(in: language, diagnostic.words)) }
    return lines.joined(separator: "\n")
  }

  /// The line of the place with the piece underlined; a window of a very long line.
  private func excerpt(of place: Place?) -> [String]? {
    guard let place, let source = sources[place.file], source.indices.contains(place.line - 1) else { return nil }
    let line = Array(source[place.line - 1])
    guard place.column >= 1, place.column <= line.count + 1 else { return nil }
    let width = 100
    let start = max(0, min(place.column - 1 - width / 3, line.count - width))
    let window = line[start..<min(line.count, start + width)].map { $0 == "\t" ? " " : $0 }
    let offset = place.column - 1 - start
    let length = max(1, min(place.length, window.count - offset))
    let number = String(place.line)
    let margin = String(repeating: " ", count: number.count)
    return [
      "  \(number) │ \(String(window))",
      "  \(margin) │ \(String(repeating: " ", count: offset))\(String(repeating: "^", count: length))",
    ]
  }
}

/// The word for a severity.
enum SeverityWord: PhraseCatalogue {
  case error, warning, note

  init(_ severity: Diagnostic.Severity) {
    switch severity {
    case .error: self = .error
    case .warning: self = .warning
    case .note: self = .note
    }
  }

  var template: Template {
    switch self {
    case .error: Template(ky: "ката", ru: "ошибка", en: "error")
    case .warning: Template(ky: "эскертүү", ru: "предупреждение", en: "warning")
    case .note: Template(ky: "белги", ru: "заметка", en: "note")
    }
  }
}

/// What the rendering itself says.
enum RenderingPhrase: PhraseCatalogue {
  case didYouMean

  var template: Template {
    switch self {
    case .didYouMean:
      Template(ky: "балким, «{suggestion}»?", ru: "возможно, «{suggestion}»?", en: "did you mean “{suggestion}”?")
    }
  }
}
