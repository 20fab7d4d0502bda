import Datasets
package import Diagnostics
import Expressions
package import Monitoring
import Psychometrics
import Texts
package import XML

/// Reads a file of indicators and finds every mistake in it, with its place.
package enum IndicatorSetReader {
  /// What came of a file.
  package struct Reading: Sendable {
    /// What could be understood; whole only where the findings have no errors. nil where the file isn't one of indicators.
    package var set: IndicatorSet?
    /// In the order of the file.
    package var findings: [Diagnostic]
    /// The text that places refer to; nil where the bytes are no text.
    package var text: CanonicalText?
  }

  package static let root = "indicators"

  /// Reads the bytes of a file. `file` is its name as the person gave it.
  package static func read(_ bytes: [UInt8], file: String) -> Reading {
    do throws(XMLRefusal) {
      return read(try Document.read(bytes), file: file)
    } catch {
      return Reading(set: nil, findings: error.problems.map { Diagnostic($0, file: file) }, text: error.text)
    }
  }

  /// Reads a document that is XML already.
  package static func read(_ document: Document, file: String) -> Reading {
    let reading = GrammarReader.read(document, file: file, grammar: .synak, roots: [root])
    guard let root = reading.root else {
      return Reading(set: nil, findings: reading.findings, text: document.text)
    }
    var builder = IndicatorSetBuilder()
    let set = builder.set(root, languages: reading.languages)
    return Reading(
      set: set, findings: (reading.findings + builder.findings).sortedByPlace, text: document.text)
  }

  /// Reads a file and checks all that it says; ready to run where nothing is wrong.
  package static func check(_ bytes: [UInt8], file: String) -> (set: CheckedIndicatorSet?, reading: Reading) {
    var reading = read(bytes, file: file)
    guard let set = reading.set else { return (nil, reading) }
    let isWhole = !reading.findings.hasErrors
    let checked = set.checked()
    // What couldn't be read seems not to be there; that it is missed isn't a second mistake.
    let found = isWhole ? checked.findings : checked.findings.filter { !$0.mayComeOfGaps }
    reading.findings = (reading.findings + found).sortedByPlace
    return (isWhole ? checked.set : nil, reading)
  }
}

extension Diagnostic {
  /// Whether a checker may have said it only because something couldn't be read.
  fileprivate var mayComeOfGaps: Bool {
    let codes: [MonitoringFinding] = [.unknownDataset, .unknownChoiceList, .unreadDataset, .valuesWithoutBand]
    return severity != .error || codes.contains { $0.rawValue == code }
      || code == ExpressionFinding.unknownName.rawValue || code == ExpressionFinding.codeNotInChoices.rawValue
  }
}

/// Makes a set of pieces that keep the grammar.
private struct IndicatorSetBuilder {
  private(set) var findings: [Diagnostic] = []
  private var lists: [ChoiceList] = []

  mutating func set(_ root: Piece, languages: [Language]) -> IndicatorSet {
    lists = root.children("choice-list").compactMap(\.choiceList)
    return IndicatorSet(
      id: root.symbol("id") ?? Symbol(""), version: root.word("version") ?? "", languages: languages,
      title: root.first("title")?.text ?? InstrumentBuilder.noText, choiceLists: lists,
      datasets: root.children("dataset").compactMap { dataset($0) },
      indicators: root.children("indicator").compactMap { indicator($0) }, place: root.place)
  }

  private mutating func dataset(_ piece: Piece) -> Dataset? {
    let fields = piece.children("dataset-field").compactMap { field($0) }
    guard let id = piece.symbol("id"), let source: Dataset.Source = piece.choice("from") else { return nil }
    return Dataset(
      id: id, title: piece.first("title")?.text ?? InstrumentBuilder.noText,
      row: piece.words("row").map { Symbol($0.word) }, source: source, fields: fields, place: piece.place)
  }

  private mutating func field(_ piece: Piece) -> Field? {
    guard let id = piece.symbol("id") else { return nil }
    let type: IndicatorRules.FieldType? = piece.choice("type")
    let list = piece.word("choices")
    guard (type == nil) != (list == nil) else {
      // One that is written wrongly is no field without a kind.
      let isWritten = piece.element.attribute("type") != nil || piece.element.attribute("choices") != nil
      if !isWritten || (type != nil && list != nil) {
        report(MonitoringFinding.fieldKind, at: piece.place, found: id.text)
      }
      return nil
    }
    if piece.attribute("decimals") != nil, type != .number {
      report(MonitoringFinding.decimalsWithoutNumber, at: piece.place(of: "decimals"), found: id.text)
    }
    if let list { return choiceField(piece, id, list) }
    switch type {
    case .number:
      return Field(
        id: id, kind: .number(decimals: piece.whole("decimals") ?? Field.defaultDecimals), place: piece.place)
    case .boolean: return Field(id: id, kind: .boolean, place: piece.place)
    case .text: return Field(id: id, kind: .text, place: piece.place)
    case .date: return Field(id: id, kind: .date, place: piece.place)
    case nil: return nil
    }
  }

  private mutating func choiceField(_ piece: Piece, _ id: Symbol, _ name: String) -> Field? {
    guard let list = lists.first(where: { $0.id.text == name }) else {
      report(
        MonitoringFinding.unknownChoiceList, at: piece.place(of: "choices"), found: name,
        suggestion: Similarity.nearest(to: name, among: lists.map(\.id.text)))
      return nil
    }
    return Field(id: id, kind: .choice(list.codes), place: piece.place)
  }

  private mutating func indicator(_ piece: Piece) -> Indicator? {
    let measure = measure(piece)
    let grades = piece.grades
    if piece.attribute("grades") != nil, grades == nil {
      report(ContentFinding.gradesReversed, at: piece.place(of: "grades"), found: piece.word("grades") ?? "")
    }
    guard let id = piece.symbol("id"), let aspect: Indicator.Aspect = piece.choice("aspect"),
      let dataset = piece.symbol("dataset"), let unit: Indicator.Unit = piece.choice("unit"),
      let better = piece.word("better"), let measure
    else { return nil }
    return Indicator(
      id: id, label: piece.text ?? InstrumentBuilder.noText, note: piece.first("indicator-note")?.text, aspect: aspect,
      area: piece.choice("sub"), dataset: dataset, unit: unit,
      better: better == "higher" ? .higherIsBetter : .lowerIsBetter, decimals: piece.whole("decimals"),
      since: piece.word("since"), reference: piece.word("ref"), readsPersons: piece.flag("person-data") ?? true,
      grades: grades, measure: measure,
      quality: piece.children.filter { $0.name == "quality" }.compactMap(\.value),
      bands: piece.children("band").compactMap { band($0) },
      targets: piece.children("target").compactMap { target($0) },
      breakdowns: piece.children("by").compactMap { by in
        by.value.map { Breakdown(name: String(Lexical.trimmed($0.text)), place: $0.place) }
      }, place: piece.place)
  }

  /// A ratio has a numerator and a denominator, a derived indicator a formula, and neither has the other's.
  private mutating func measure(_ piece: Piece) -> Indicator.Measure? {
    func formula(_ name: String) -> Piece? { piece.children.first { $0.name == name } }
    let isDerived = piece.word("kind") == "derived"
    let wanted = isDerived ? ["formula"] : ["numerator", "denominator"]
    let unwanted = isDerived ? ["numerator", "denominator"] : ["formula"]
    for name in unwanted {
      guard let extra = formula(name) else { continue }
      report(
        MonitoringFinding.formulaOfOtherKind, at: extra.place, found: name,
        arguments: ["kind": isDerived ? "derived" : "ratio"])
    }
    for name in wanted where formula(name) == nil {
      report(
        MonitoringFinding.formulaMissing, at: piece.place, found: piece.word("id") ?? "", arguments: ["element": name])
    }
    if isDerived { return formula("formula")?.value.map { .derived($0) } }
    guard let numerator = formula("numerator")?.value, let denominator = formula("denominator")?.value else {
      return nil
    }
    return .ratio(numerator: numerator, denominator: denominator)
  }

  private func band(_ piece: Piece) -> Band? {
    guard let from = piece.decimal("from"), let level: Band.Level = piece.choice("level") else { return nil }
    return Band(from: from, level: level, place: piece.place)
  }

  private func target(_ piece: Piece) -> Target? {
    guard let scope: Target.Scope = piece.choice("scope"), let value = piece.sourceText("value") else { return nil }
    return Target(
      scope: scope, grade: piece.whole("grade"), subject: piece.symbol("subject"), period: piece.symbol("period"),
      value: value, place: piece.place)
  }

  private mutating func report(
    _ finding: some Finding, at place: Place, found: String = "", suggestion: String? = nil,
    arguments: [String: String] = [:]
  ) {
    findings.append(Diagnostic(finding, at: place, found: found, suggestion: suggestion, arguments: arguments))
  }
}

extension Piece {
  /// `4`, or `1-4`; nil where there is none or it goes backwards.
  var grades: ClosedRange<Int>? {
    let parts = (word("grades") ?? "").split(separator: "-").compactMap { Int($0) }
    guard let first = parts.first, let last = parts.last, first <= last else { return nil }
    return first...last
  }

  /// A day; nil where there is none or it is written wrongly.
  func date(_ name: String) -> CalendarDate? { word(name).flatMap { CalendarDate($0) } }

  /// The name of something that stands elsewhere.
  func reference(_ name: String) -> Reference? {
    word(name).map { Reference($0, at: place(of: name)) }
  }
}
