import Datasets
package import Diagnostics
import Expressions
package import Monitoring
import Texts

/// Reads the register of a school's people, a table as every office program saves it, and finds every mistake in it.
package enum RegisterReader {
  /// What came of a file.
  package struct Reading: Sendable {
    /// Those who could be read; all of them only where the findings have no errors.
    package var register: Register
    /// In the order of the file.
    package var findings: [Diagnostic]
  }

  /// The names of the columns, in any order.
  package static let columns = [
    "person", "role", "family_name", "given_name", "birth", "sex", "language", "class", "from", "to", "extra_time",
    "large_print", "read_aloud",
  ]

  /// Without these nobody can be placed.
  static let requiredColumns = ["person", "role", "class", "from"]

  package static let mostBytes = 16 << 20

  /// Reads the bytes of a file. `file` is its name as the person gave it. Where `pseudonyms` are given, the column `person`
  /// may be missing or empty: whoever has no code gets one.
  package static func read(_ bytes: [UInt8], file: String, pseudonyms: Pseudonyms? = nil) -> Reading {
    var builder = RegisterBuilder(file: file, pseudonyms: pseudonyms)
    builder.read(bytes)
    builder.checkNames()
    return Reading(register: builder.register, findings: builder.findings.sortedByPlace)
  }
}

private struct RegisterBuilder {
  let file: String
  private(set) var findings: [Diagnostic] = []
  private var people: [Person] = []
  private var names: [Symbol: PersonName] = [:]
  private var positions: [Symbol: Int] = [:]
  /// The line in which each person was met first, and that of each enrolment.
  private var firstLines: [Symbol: Int] = [:]
  private var enrolmentLines: [Symbol: [Int]] = [:]
  private var pseudonyms: Pseudonyms?
  private var nameRows: [RegisterNameCheck.Row] = []

  init(file: String, pseudonyms: Pseudonyms?) {
    self.file = file
    self.pseudonyms = pseudonyms
  }

  var register: Register { Register(people: people, names: names) }

  mutating func read(_ bytes: [UInt8]) {
    guard bytes.count <= RegisterReader.mostBytes else {
      report(.tooLarge, at: start, arguments: ["limit": String(RegisterReader.mostBytes)])
      return
    }
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let bytes = bytes.starts(with: mark) ? Array(bytes.dropFirst(3)) : bytes
    if let offset = CommaSeparated.firstBadByte(in: bytes) {
      report(.notUTF8, at: start, arguments: ["offset": String(offset + 1)])
      return
    }
    let text = String(decoding: bytes, as: UTF8.self)
    let head = text.prefix { !$0.isNewline }
    let hasSemicolons = !head.contains(",") && head.contains(";")
    let table = CommaSeparated(text, separator: hasSemicolons ? ";" : ",")
    for problem in table.problems {
      let finding: RegisterFinding = problem.kind == .unclosedQuote ? .unclosedQuote : .strayQuote
      report(finding, at: Place(file: file, line: problem.line, column: problem.column, length: 1))
    }
    guard let header = table.records.first else {
      report(.emptyFile, at: start)
      return
    }
    if hasSemicolons { report(.semicolons, at: start) }
    guard let columns = columns(of: header) else { return }
    for record in table.records.dropFirst() { read(record, columns) }
    if table.records.count == 1 { report(.noPeople, at: start) }
  }

  private var start: Place { Place(file: file, line: 1, column: 1) }

  /// The position of each column; nil where one is missing that is needed.
  private mutating func columns(of header: [CommaSeparated.Cell]) -> [String: Int]? {
    var columns: [String: Int] = [:]
    let known = RegisterReader.columns.joined(separator: ", ")
    for (position, cell) in header.enumerated() {
      let name = cleaned(cell).lowercased()
      if !RegisterReader.columns.contains(name) {
        report(
          .unknownColumn, at: place(of: cell), found: cell.text,
          suggestion: Similarity.nearest(to: name, among: RegisterReader.columns), arguments: ["columns": known])
      } else if columns[name] != nil {
        report(.doubledColumn, at: place(of: cell), found: name)
      } else {
        columns[name] = position
      }
    }
    let missing = RegisterReader.requiredColumns.filter {
      columns[$0] == nil && ($0 != "person" || pseudonyms == nil)
    }
    for name in missing { report(.missingColumn, at: start, found: name, arguments: ["columns": known]) }
    guard missing.isEmpty else { return nil }
    // A row has as many values as the header has names, unknown ones too.
    columns[""] = header.count
    return columns
  }

  private mutating func read(_ record: [CommaSeparated.Cell], _ columns: [String: Int]) {
    let expected = columns[""] ?? 0
    guard record.count == expected else {
      report(
        .wrongFieldCount, at: place(of: record[0]),
        arguments: ["given": String(record.count), "expected": String(expected)])
      return
    }
    var row = RegisterRow()
    for (name, position) in columns where !name.isEmpty { row.cells[name] = record[position] }
    let hasCode = pseudonyms == nil || given("person", of: row) != nil
    let id = hasCode ? code(row) : nil
    guard let role = role(row), id != nil || !hasCode else {
      // The other values are read for their mistakes.
      _ = (sex(row), language(row), enrolment(row, role: nil), accommodations(row))
      return
    }
    let name = PersonName(
      family: text(row, "family_name"), given: text(row, "given_name"), birth: date(row, "birth"))
    var person = Person(id: id ?? "", role: role, sex: sex(row), language: language(row))
    person.accommodations = accommodations(row)
    let enrolment = enrolment(row, role: role)
    if id == nil {
      guard !name.family.isEmpty || !name.given.isEmpty else {
        tell(PeopleFinding.nameless, at: place(of: record[0]))
        return
      }
      person.id = pseudonyms?.pseudonym(of: name, role: role) ?? ""
    }
    nameRows.append(
      RegisterNameCheck.Row(
        id: person.id, name: name, schoolClass: enrolment?.schoolClass.name, place: place(of: record[0]),
        namePlaces: ["family_name", "given_name"].compactMap { column in
          given(column, of: row).map { (text(row, column), place(of: $0)) }
        }))
    add(person, name, enrolment, at: record[0])
  }

  /// What only shows when all lines are known.
  mutating func checkNames() {
    findings += RegisterNameCheck.findings(nameRows).prefix(max(0, 1_000 - findings.count))
  }

  private mutating func accommodations(_ row: RegisterRow) -> Accommodations {
    var extra = 0
    if let cell = given("extra_time", of: row) {
      let text = cleaned(cell)
      let digits = text.hasSuffix("%") ? String(text.dropLast()).trimmed : text
      if let number = Int(digits), (0...Accommodations.mostExtraTime).contains(number) {
        extra = number
      } else {
        tell(
          PeopleFinding.badPercent, at: place(of: cell), found: text,
          arguments: ["most": String(Accommodations.mostExtraTime)])
      }
    }
    return Accommodations(
      extraTime: extra, largePrint: yesNo(row, "large_print"), readAloud: yesNo(row, "read_aloud"))
  }

  private mutating func yesNo(_ row: RegisterRow, _ name: String) -> Bool {
    guard let cell = given(name, of: row) else { return false }
    let text = cleaned(cell)
    switch text.lowercased() {
    case "yes", "да", "ооба", "1", "+": return true
    case "no", "нет", "жок", "0", "-": return false
    default:
      tell(PeopleFinding.badYesNo, at: place(of: cell), found: text)
      return false
    }
  }

  // What stands in one column.

  private mutating func code(_ row: RegisterRow) -> Symbol? {
    guard let cell = required("person", of: row) else { return nil }
    let text = cleaned(cell)
    guard Lexical.isCode(text[...].utf8, most: 64) else {
      let latin = Lexical.latin(text)?.word
      let suggestion = latin.flatMap { Lexical.isCode($0[...].utf8, most: 64) ? $0 : nil }
      report(.badPersonCode, at: place(of: cell), found: text, suggestion: suggestion)
      return nil
    }
    return Symbol(text)
  }

  private mutating func role(_ row: RegisterRow) -> Person.Role? {
    guard let cell = required("role", of: row) else { return nil }
    let text = cleaned(cell)
    if let role = Person.Role(rawValue: text.lowercased()) { return role }
    let known = Person.Role.allCases.map(\.rawValue)
    report(
      .unknownRole, at: place(of: cell), found: text, suggestion: Similarity.nearest(to: text, among: known),
      arguments: ["known": known.joined(separator: ", ")])
    return nil
  }

  private mutating func sex(_ row: RegisterRow) -> Person.Sex? {
    guard let cell = given("sex", of: row) else { return nil }
    let text = cleaned(cell)
    if let sex = Person.Sex(rawValue: text.lowercased()) { return sex }
    report(
      .unknownSex, at: place(of: cell), found: text,
      suggestion: Lexical.latin(text).flatMap { Person.Sex(rawValue: $0.word.lowercased())?.rawValue })
    return nil
  }

  private mutating func language(_ row: RegisterRow) -> Language? {
    guard let cell = given("language", of: row) else { return nil }
    let text = cleaned(cell)
    if let language = Language(rawValue: text.lowercased()) { return language }
    let known = Language.allCases.map(\.rawValue)
    report(
      .unknownLanguage, at: place(of: cell), found: text, suggestion: Similarity.nearest(to: text, among: known),
      arguments: ["known": known.joined(separator: ", ")])
    return nil
  }

  private mutating func date(_ row: RegisterRow, _ name: String) -> CalendarDate? {
    guard let cell = given(name, of: row) else { return nil }
    let text = cleaned(cell)
    if let date = CalendarDate(text) {
      let years = name == "birth" ? 1900...2100 : 1990...2100
      if !years.contains(date.civil.year) { tell(PeopleFinding.distantDate, at: place(of: cell), found: text) }
      return date
    }
    report(.badDate, at: place(of: cell), found: text, suggestion: Self.nearestDate(text))
    return nil
  }

  /// `1.9.2025` and `01/09/2025` as the day that they mean.
  private static func nearestDate(_ text: String) -> String? {
    let parts = text.split { !$0.isNumber }.compactMap { Int($0) }
    guard parts.count == 3, let date = CalendarDate(year: parts[2], month: parts[1], day: parts[0]) else { return nil }
    return date.description
  }

  private mutating func enrolment(_ row: RegisterRow, role: Person.Role?) -> Enrolment? {
    let from = date(row, "from")
    let to = date(row, "to")
    if let from, let to, to < from, let cell = row.cells["to"] {
      report(
        .datesReversed, at: place(of: cell), arguments: ["from": from.description, "to": to.description])
      return nil
    }
    guard let cell = given("class", of: row) else {
      if role == .pupil, let first = row.cells["class"] { report(.pupilWithoutClass, at: place(of: first)) }
      return nil
    }
    let text = cleaned(cell)
    guard let schoolClass = SchoolClass(text) else {
      report(.badClass, at: place(of: cell), found: text, suggestion: Self.nearestClass(text))
      return nil
    }
    guard let from else {
      if given("from", of: row) == nil, let cell = row.cells["from"] {
        report(.missingValue, at: place(of: cell), arguments: ["column": "from"])
      }
      return nil
    }
    return Enrolment(schoolClass: schoolClass, from: from, to: to)
  }

  /// `4а`, `4 А` and `4–а` as the class that they mean.
  private static func nearestClass(_ text: String) -> String? {
    let digits = text.prefix { $0.isNumber }
    let letters = text.dropFirst(digits.count).filter { $0.isLetter || $0.isNumber }
    let candidate = "\(digits)-\(letters.lowercased())"
    return SchoolClass(candidate) == nil ? nil : candidate
  }

  // One person may stand in several rows: a class each.

  private mutating func add(
    _ person: Person, _ name: PersonName, _ enrolment: Enrolment?, at cell: CommaSeparated.Cell
  ) {
    guard let position = positions[person.id] else {
      positions[person.id] = people.count
      firstLines[person.id] = cell.line
      enrolmentLines[person.id] = enrolment == nil ? [] : [cell.line]
      var person = person
      person.enrolments = enrolment.map { [$0] } ?? []
      people.append(person)
      if !name.family.isEmpty || !name.given.isEmpty { names[person.id] = name }
      return
    }
    let first = String(firstLines[person.id] ?? 1)
    let known = people[position]
    var differs: [String] = []
    if known.role != person.role { differs.append("role") }
    if let sex = person.sex, let before = known.sex, sex != before { differs.append("sex") }
    if let language = person.language, let before = known.language, language != before { differs.append("language") }
    let before = names[person.id]
    if before?.family != name.family || before?.given != name.given, !name.family.isEmpty {
      differs.append("family_name, given_name")
    }
    if let birth = name.birth, let known = before?.birth, birth != known { differs.append("birth") }
    if person.accommodations != .none, person.accommodations != known.accommodations {
      differs.append("extra_time, large_print, read_aloud")
    }
    if let column = differs.first {
      report(
        .personDiffers, at: place(of: cell), found: person.id.text, arguments: ["column": column, "first": first])
      return
    }
    guard let enrolment else { return }
    let lines = enrolmentLines[person.id] ?? []
    for (other, line) in zip(known.enrolments, lines) {
      if other.schoolClass == enrolment.schoolClass, other.from == enrolment.from {
        report(.doubledPerson, at: place(of: cell), found: person.id.text, arguments: ["first": String(line)])
        return
      }
      // Teachers teach several classes at a time.
      if person.role == .pupil, other.holds(on: enrolment.from) || enrolment.holds(on: other.from) {
        report(.overlappingEnrolment, at: place(of: cell), found: person.id.text, arguments: ["first": String(line)])
        return
      }
    }
    people[position].enrolments.append(enrolment)
    enrolmentLines[person.id] = lines + [cell.line]
  }

  // Cells.

  private func text(_ row: RegisterRow, _ name: String) -> String {
    row.cells[name].map { Self.visible($0.text) } ?? ""
  }

  private func given(_ name: String, of row: RegisterRow) -> CommaSeparated.Cell? {
    guard let cell = row.cells[name], !Self.visible(cell.text).isEmpty else { return nil }
    return cell
  }

  private mutating func required(_ name: String, of row: RegisterRow) -> CommaSeparated.Cell? {
    if let cell = given(name, of: row) { return cell }
    if let cell = row.cells[name] { report(.missingValue, at: place(of: cell), arguments: ["column": name]) }
    return nil
  }

  /// The value without spaces around it and without what nobody can see.
  private mutating func cleaned(_ cell: CommaSeparated.Cell) -> String {
    let visible = Self.visible(cell.text)
    if cell.text.unicodeScalars.contains(where: Self.isInvisible) {
      report(.invisibleCharacter, at: place(of: cell), found: visible)
    }
    return visible
  }

  private static func visible(_ text: String) -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in text.unicodeScalars where !isInvisible(scalar) {
      scalars.append(scalar == "\u{A0}" || scalar == "\u{202F}" || scalar == "\t" ? " " : scalar)
    }
    return String(Lexical.trimmed(String(scalars)))
  }

  /// Control characters, soft hyphens, zero-width and direction marks, which office programs leave behind.
  private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control: scalar != "\t" && scalar != "\n" && scalar != "\r"
    case .format: true
    default: false
    }
  }

  private func place(of cell: CommaSeparated.Cell) -> Place {
    Place(file: file, line: cell.line, column: cell.column, length: cell.text.count)
  }

  private mutating func report(
    _ finding: RegisterFinding, at place: Place, found: String = "", suggestion: String? = nil,
    arguments: [String: String] = [:]
  ) {
    tell(finding, at: place, found: found, suggestion: suggestion, arguments: arguments)
  }

  private mutating func tell(
    _ finding: some Finding, at place: Place, found: String = "", suggestion: String? = nil,
    arguments: [String: String] = [:]
  ) {
    guard findings.count < 1_000 else { return }
    findings.append(
      Diagnostic(
        finding, at: place, found: GrammarReader.excerpt(found), suggestion: suggestion, arguments: arguments))
  }
}

/// The values of one line by column.
private struct RegisterRow {
  var cells: [String: CommaSeparated.Cell] = [:]
}

extension String {
  /// Without spaces around it.
  fileprivate var trimmed: String { String(Lexical.trimmed(self)) }
}
