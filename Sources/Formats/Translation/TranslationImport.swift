package import Diagnostics
import Texts
import XML

/// Takes translations into the file that they were made of, and leaves all else of it as it is.
package struct TranslationImport {
  package struct Outcome: Sendable {
    package var bytes: [UInt8]
    /// Texts that were there and changed, and texts that are new.
    package var changed = 0
    package var added = 0
    /// Texts without a translation yet.
    package var open = 0
    package var findings: [Diagnostic] = []
  }

  private let units: TranslationUnits
  private let file: XLIFFReader.File
  private var edits = SourceEdits()
  private var outcome: Outcome

  /// The file with the translations in it. Where something is wrong with one of them, nothing is changed.
  package static func apply(_ file: XLIFFReader.File, to units: TranslationUnits) -> Outcome {
    var run = TranslationImport(units: units, file: file)
    run.run()
    return run.outcome
  }

  private init(units: TranslationUnits, file: XLIFFReader.File) {
    self.units = units
    self.file = file
    outcome = Outcome(bytes: units.document.text.bytes)
  }

  private mutating func run() {
    let known = Dictionary(units.units.map { ($0.id, $0) }) { first, _ in first }
    for given in file.units {
      guard let unit = known[given.id] else {
        let meant = Similarity.nearest(to: given.id, among: units.units.map(\.id))
        report(.unknownUnit, given, suggestion: meant)
        continue
      }
      guard units.content(of: unit, in: file.source) == given.source else {
        report(.sourceChanged, given)
        continue
      }
      guard let target = given.target else {
        outcome.open += 1
        continue
      }
      // What stands already isn't judged again: another language may well emphasise other words.
      guard units.content(of: unit, in: file.target) != target else { continue }
      if marksAreKept(given, target) { take(target, into: unit) }
    }
    guard outcome.findings.isEmpty else { return }
    if !edits.isEmpty { declareLanguage() }
    outcome.bytes = edits.applied(to: units.document.text.bytes)
  }

  /// Whether every placeholder and mark came through; what is lost or new is told.
  private mutating func marksAreKept(_ given: XLIFFReader.Unit, _ target: TranslationContent) -> Bool {
    var wanted = given.source.marks
    var isKept = true
    for mark in target.marks {
      if let index = wanted.firstIndex(of: mark) {
        wanted.remove(at: index)
      } else {
        report(.markAdded, given, arguments: ["mark": mark])
        isKept = false
      }
    }
    if let lost = wanted.first {
      report(.markLost, given, arguments: ["mark": lost])
      isKept = false
    }
    return isKept
  }

  private mutating func take(_ target: TranslationContent, into unit: TranslationUnits.Unit) {
    guard let element = unit.version(file.target) else {
      outcome.added += 1
      return insert(target, into: unit)
    }
    outcome.changed += 1
    let bytes = units.document.text.bytes
    guard element.startTagEnd < element.endOffset else {
      edits.replace(element.offset..<element.endOffset, with: Self.element(target, file.target))
      return
    }
    var end = element.endOffset - 1
    while end > element.startTagEnd, bytes[end] != UInt8(ascii: "<") { end -= 1 }
    edits.replace(element.startTagEnd..<end, with: target.markup)
  }

  /// Behind the language that comes before it, on a line of its own where that one has one.
  private mutating func insert(_ target: TranslationContent, into unit: TranslationUnits.Unit) {
    let rank = Language.allCases.firstIndex(of: file.target) ?? 0
    let earlier = unit.versions.last { (Language.allCases.firstIndex(of: $0.language) ?? 0) < rank }
    let text = Self.element(target, file.target)
    if let earlier {
      edits.insert(indent(before: earlier.element.offset) + text, at: earlier.element.endOffset)
    } else if let first = unit.versions.first {
      edits.insert(text + indent(before: first.element.offset), at: first.element.offset)
    }
  }

  /// The line end and the spaces before an element that begins a line; nothing where something stands before it.
  private func indent(before offset: Int) -> String {
    let bytes = units.document.text.bytes
    var start = offset
    while start > 0, bytes[start - 1] == UInt8(ascii: " ") || bytes[start - 1] == UInt8(ascii: "\t") { start -= 1 }
    guard start > 0, bytes[start - 1] == UInt8(ascii: "\n") else { return "" }
    return "\n" + units.document.text.string(start..<offset)
  }

  private static func element(_ content: TranslationContent, _ language: Language) -> String {
    "<\(language.rawValue)>\(content.markup)</\(language.rawValue)>"
  }

  /// A file that gets a new language says so.
  private mutating func declareLanguage() {
    guard let attribute = units.document.root.attribute("languages"), !units.languages.contains(file.target) else {
      return
    }
    edits.insert(" " + file.target.rawValue, at: attribute.source.source.upperBound)
  }

  private mutating func report(
    _ finding: TranslationFinding, _ unit: XLIFFReader.Unit, suggestion: String? = nil,
    arguments: [String: String] = [:]
  ) {
    outcome.findings.append(
      Diagnostic(finding, at: unit.place, found: unit.id, suggestion: suggestion, arguments: arguments))
  }
}
