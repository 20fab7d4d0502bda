import Datasets
import Expressions
import Instruments
import Monitoring

/// Keeping the components of indicators: made anew where facts changed, read where they didn't.
extension Office {
  /// A class in a period of a year: what is computed at one go, since a person's rows are all in one of these.
  private struct Corner: Hashable {
    var year: Symbol?
    var period: Symbol?
    var schoolClass: Symbol?

    init(_ coordinates: Coordinates) {
      year = coordinates.year
      period = coordinates.period
      schoolClass = coordinates.schoolClass
    }

    func holds(_ coordinates: Coordinates) -> Bool { Corner(coordinates) == self }
  }

  /// Makes the components of a data set anew wherever its facts, the formulas or the expected rows have changed.
  func refreshComponents(of dataset: Symbol) throws(StoreFault) {
    _ = try components(of: dataset)
  }

  /// The components of a data set in this school, up to date. Facts are read only where they changed.
  func components(of dataset: Symbol) throws(StoreFault) -> ComponentTable {
    guard let program = indicators.program(of: dataset) else { return ComponentTable(dataset: dataset, views: []) }
    let place = FactPlace(school: school)
    let formula = fingerprint(of: program)
    let kept = try store.components(ComponentsQuery(indicators: [dataset], place: place))
    // More than one where a corner got a new first cell since: the versions tell which is of today.
    let archives = Dictionary(grouping: kept.filter { $0.formula == formula }) { Corner($0.cell.coordinates) }
      .mapValues { rows in rows.compactMap { ComponentsArchive(bytes: $0.parts) } }

    var table = ComponentTable(
      dataset: dataset,
      views: ComponentTable.usualViews.map { ComponentTable.View(dimensions: $0, cells: [:]) })
    var fresh: [ComponentsRow] = []
    let corners = Dictionary(grouping: try store.cells(of: dataset, at: place)) { Corner($0.coordinates) }
    for (corner, cells) in corners {
      let ordered = cells.sorted { $0.coordinates.orderingText < $1.coordinates.orderingText }
      let expected = try expectedRows(of: dataset, at: ordered)
      let versions = ordered.flatMap { [$0.version, $0.rows] } + [expected.reduce(0) { $0 + $1.count }]
      if let archive = archives[corner]?.first(where: { $0.versions == versions }) {
        table = table + archive.table(of: dataset)
        continue
      }
      let part = try rolledUp(program, corner, expected)
      table = table + part
      guard let parts = try? ComponentsArchive(of: part, versions: versions).encoded() else { continue }
      fresh.append(
        ComponentsRow(indicator: dataset, formula: formula, dataset: dataset, cell: ordered[0], parts: parts))
    }
    // Components that facts have overtaken meanwhile aren't kept; they are made anew at the next question.
    if !fresh.isEmpty { try store.putComponents(fresh) }
    return table
  }

  private func rolledUp(
    _ program: DatasetProgram, _ corner: Corner, _ expected: [Expected]
  ) throws(StoreFault) -> ComponentTable {
    let dataset = program.dataset
    let columns = try store.facts(
      FactQuery(
        dataset: dataset.id, fields: dataset.fields.map(\.id),
        place: FactPlace(
          school: school, year: corner.year, period: corner.period, schoolClass: corner.schoolClass),
        // Who answered is told from who was expected by name; else it is enough to tell persons apart.
        namesPersons: !expected.isEmpty))
    let facts: FactTable
    do throws(ColumnMismatch) {
      facts = try columns.table(of: dataset) { corner.holds($0) }
    } catch {
      throw StoreFault(.reading, .wrongMessage("\(error)"))
    }
    return RollUp.table(of: facts.completed(by: expected), by: program)
  }

  /// The rows of those who were asked: everybody in the class that a test was begun in. Who didn't sit it counts as
  /// unanswered, so that a share of few isn't taken for a share of all.
  private func expectedRows(of dataset: Symbol, at cells: [FactCell]) throws(StoreFault) -> [Expected] {
    guard let definition = indicators.dataset(dataset), definition.source == .instrument,
      definition.row.contains("pupil")
    else { return [] }
    let asked = Set(
      cells.map(\.coordinates).filter { $0.schoolClass != nil && $0.instrument != nil }.map { coordinates in
        var place = coordinates
        place.sex = nil
        place.language = nil
        place.person = nil
        return place
      })
    guard !asked.isEmpty else { return [] }
    let entries = try store.register(of: school)
    return asked.flatMap { place in
      entries.filter { $0.role == "pupil" && $0.schoolClass == place.schoolClass }.map { entry in
        var coordinates = place
        coordinates.sex = entry.sex
        coordinates.language = entry.language
        coordinates.person = entry.person
        return Expected(coordinates: coordinates)
      }
    }
  }

  /// What the formulas of a data set are known by: a change of any of them makes all its components anew.
  private func fingerprint(of program: DatasetProgram) -> Digest {
    let dataset = program.dataset
    let formulas = indicators.indicators.filter { $0.dataset == dataset.id }.map { "\($0.id) \($0.measure.formula)" }
    let fields = dataset.fields.map { "\($0.id) \($0.kind)" }
    return Digest(of: Array((["components 1", "\(dataset.id)"] + fields + formulas).joined(separator: "\n").utf8))
  }
}

extension Coordinates {
  /// A text by which coordinates can be put in one order on every machine.
  fileprivate var orderingText: String { Dimension.allCases.map { text(at: $0) ?? "" }.joined(separator: "\t") }
}

extension Indicator.Measure {
  /// The formulas as written.
  fileprivate var formula: String {
    switch self {
    case .ratio(let numerator, let denominator): "\(numerator.text) / \(denominator.text)"
    case .derived(let formula): formula.text
    }
  }
}
