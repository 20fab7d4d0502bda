import Diagnostics
import Expressions
import Instruments
import Texts
import XML

/// Scales with their tables and levels, blueprints, feedback.
extension InstrumentBuilder {
  mutating func scale(_ piece: Piece) -> Scale {
    var scale = Scale(
      id: id(of: piece), title: piece.text ?? Self.noText, method: piece.choice("method") ?? .sum,
      members: piece.words("of").map { Scale.Member(id: Symbol($0.word), place: $0.place) },
      atLeast: piece.whole("at-least"), place: piece.place)
    scale.weights = piece.words("weights").compactMap { Decimal64($0.word) }
    scale.ends = ends(piece)
    scale.by = piece.words("by").first.map { Scale.Member(id: Symbol($0.word), place: $0.place) }
    scale.rows = piece.children("scale-row").compactMap { row($0) }
    scale.levels = piece.children("level").compactMap { level($0) }
    return scale
  }

  private mutating func ends(_ piece: Piece) -> Scale.Ends? {
    guard let attribute = piece.attribute("rescale") else { return nil }
    let numbers = piece.words("rescale").compactMap { Decimal64($0.word) }
    let written = Lexical.collapsed(attribute.value[...])
    guard numbers.count == 2 else {
      // A number without its form is reported already.
      if piece.words("rescale").count == numbers.count {
        report(MeasureFinding.rescaleNeedsTwo, at: piece.place(of: "rescale"), found: written)
      }
      return nil
    }
    guard numbers[0] < numbers[1] else {
      report(MeasureFinding.rescaleReversed, at: piece.place(of: "rescale"), found: written)
      return nil
    }
    return Scale.Ends(least: numbers[0], most: numbers[1])
  }

  private mutating func row(_ piece: Piece) -> Scale.Row? {
    guard let from = Self.border(piece), let value = piece.decimal("value") else { return nil }
    return Scale.Row(from: from, value: value, holdsFor: holdsFor(piece), place: piece.place)
  }

  private mutating func level(_ piece: Piece) -> Level? {
    guard let code = piece.symbol("code"), let from = Self.border(piece) else { return nil }
    return Level(
      code: code, from: from, holdsFor: holdsFor(piece), title: piece.text ?? Self.noText, place: piece.place)
  }

  static func border(_ piece: Piece) -> Level.Border? {
    guard let from = piece.word("from") else { return nil }
    let isShare = from.hasSuffix("%")
    return Decimal64(isShare ? String(from.dropLast()) : from).map { isShare ? .percent($0) : .score($0) }
  }

  private mutating func holdsFor(_ piece: Piece) -> ClosedRange<Int>? {
    let numbers = (piece.word("for") ?? "").split(separator: "-").compactMap { Int($0) }
    guard let first = numbers.first, let last = numbers.last else { return nil }
    guard first <= last else {
      report(MeasureFinding.spreadReversed, at: piece.place(of: "for"), found: piece.word("for") ?? "")
      return nil
    }
    return first...last
  }

  // MARK: Keys

  static func tolerance(_ key: Piece) -> NumberKey.Tolerance {
    guard let word = key.word("tolerance") else { return .none }
    if word.hasSuffix("%") { return Decimal64(String(word.dropLast())).map { .percent($0) } ?? .none }
    return Decimal64(word).map { .absolute($0) } ?? .none
  }

  static func spelling(_ piece: Piece) -> Spelling {
    Spelling(
      piece.choice("typo") ?? .no, worth: percentage("typo-worth", of: piece) ?? Spelling.exact.worth)
  }

  mutating func feedback(of item: Symbol, _ piece: Piece) {
    let all = piece.children("feedback").map { said in
      Feedback(said.choice("when") ?? .always, text: said.text ?? Self.noText, place: said.place)
    }
    if !all.isEmpty { feedback[item] = all }
  }

  // MARK: Blueprints

  func blueprint(_ root: Piece) -> Blueprint? {
    guard let piece = root.first("blueprint") else { return nil }
    func parts(_ name: String) -> [Blueprint.Part] {
      piece.children(name).compactMap { part in
        guard let code = part.symbol("code") else { return nil }
        return Blueprint.Part(
          code: code, title: part.text ?? Self.noText, share: Self.percentage("share", of: part), place: part.place)
      }
    }
    let cells = piece.children("cell").compactMap { cell -> Blueprint.Cell? in
      guard let area = cell.symbol("area"), let process = cell.symbol("process"),
        let share = Self.percentage("share", of: cell)
      else { return nil }
      return Blueprint.Cell(area: area, process: process, share: share, place: cell.place)
    }
    return Blueprint(
      areas: parts("area"), processes: parts("process"), cells: cells,
      tolerance: Self.percentage("tolerance", of: piece) ?? Blueprint.defaultTolerance, place: piece.place)
  }

  mutating func specify(_ item: Symbol, _ piece: Piece) {
    let (area, process) = (piece.symbol("area"), piece.symbol("process"))
    guard area != nil || process != nil else { return }
    specifications[item] = Specification(
      area: area, process: process, place: piece.place(of: area == nil ? "process" : "area"))
  }

  private static func percentage(_ name: String, of piece: Piece) -> Decimal64? {
    piece.word(name).flatMap { $0.hasSuffix("%") ? Decimal64(String($0.dropLast())) : nil }
  }
}
