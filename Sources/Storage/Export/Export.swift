import Datasets
package import Expressions
import Instruments

/// The tables that can be exported.
package enum Export {
  /// One row a session, one column an answer's name, the answers in the order in which instruments have them.
  package static func answers(_ sessions: [ScoredSession]) -> ExportTable {
    let names = columns(sessions.map(\.score.answers))
    return ExportTable(
      columns: sessionColumns + titles(names, beside: sessionColumns),
      rows: sessions.map { cells($0.session) + cells($0.score.answers, names) })
  }

  /// One row an anonymous ballot, in the order of names that chance gave.
  package static func answers(_ ballots: [Ballot]) -> ExportTable {
    let names = columns(ballots.map(\.answers))
    return ExportTable(
      columns: ballotColumns + titles(names, beside: ballotColumns),
      rows: ballots.map { ballot in
        [.text(ballot.id.hex), .init(ballot.schoolClass), .init(ballot.about)] + cells(ballot.answers, names)
      })
  }

  /// The column in which the answers of a name stand, of sessions or of anonymous ballots.
  package static func column(ofAnswer name: Symbol, isAnonymous: Bool) -> String {
    titles([name], beside: isAnonymous ? ballotColumns : sessionColumns)[0]
  }

  /// One row a scored item or scale of a session.
  package static func scores(_ sessions: [ScoredSession]) -> ExportTable {
    ExportTable(
      columns: sessionColumns + ["kind", "name", "score", "maximum", "level", "scorer"],
      rows: sessions.flatMap { scored in
        let session = cells(scored.session)
        return scored.score.lines.map { line in
          session + [
            .text(line.kind == .item ? "item" : "scale"), .text(line.name.text), .value(line.score),
            .value(line.maximum), .init(line.level), .text(scored.score.scorer),
          ]
        }
      })
  }

  /// One row a fact: its coordinates, then its fields.
  package static func facts(_ facts: FactColumns) -> ExportTable {
    let places = [
      "school", "year", "period", "activity", "instrument", "class", "grade", "subject", "sex", "language", "person",
    ]
    return ExportTable(
      columns: places + titles(facts.columns.map(\.field), beside: places),
      rows: (0..<facts.count).map { row in
        cells(facts.coordinates(of: row)) + facts.columns.map { .value($0[row]) }
      })
  }

  private static let sessionColumns = [
    "session", "school", "activity", "class", "person", "about", "instrument", "attempt", "opened", "sealed",
  ]

  private static let ballotColumns = ["ballot", "class", "about"]

  private static func cells(_ session: SessionRecord) -> [ExportTable.Cell] {
    [
      .text(session.id.hex), .text(session.school.text), .text(session.activity.text), .init(session.schoolClass),
      .init(session.person), .init(session.about), .text(session.instrument.short), .integer(session.attempt),
      session.opened.map { .instant($0) } ?? .none, session.sealed.map { .instant($0) } ?? .none,
    ]
  }

  private static func cells(_ place: Coordinates) -> [ExportTable.Cell] {
    let before = [place.school, place.year, place.period, place.activity, place.instrument, place.schoolClass]
    let after = [place.subject, place.sex, place.language, place.person]
    return before.map { .init($0) } + [place.grade.map { .integer($0) } ?? .none] + after.map { .init($0) }
  }

  /// All names, in the order in which they first come.
  private static func columns(_ records: [[NamedValue]]) -> [Symbol] {
    var seen: Set<Symbol> = []
    return records.joined().map(\.name).filter { seen.insert($0).inserted }
  }

  /// An answer or a field that is called like a column of ours is told from it.
  private static func titles(_ names: [Symbol], beside columns: [String]) -> [String] {
    names.map { columns.contains($0.text) ? "value.\($0.text)" : $0.text }
  }

  private static func cells(_ answers: [NamedValue], _ names: [Symbol]) -> [ExportTable.Cell] {
    let values = Dictionary(answers.map { ($0.name, $0.value) }) { first, _ in first }
    return names.map { name in values[name].map { .value($0) } ?? .none }
  }
}
