package import Datasets
package import Expressions

/// The road from facts to components: all indicators of a data set in one pass over its rows.
package enum RollUp {
  /// The components of all cells of `facts`, in each of the views.
  ///
  /// Time is linear in the rows, and formulas are evaluated once a distinct row. `today` is the day on which formulas that
  /// ask for it are asked.
  package static func table(
    of facts: FactTable, by program: DatasetProgram, views: [Dimensions] = ComponentTable.usualViews,
    today: CalendarDate? = nil
  ) -> ComponentTable {
    let kinds = RowKinds(of: facts, fields: program.fields)
    let parts = KindParts(kinds: kinds.rows(of: facts), of: program, facts: facts.facts, today: today)
    var table: [ComponentTable.View] = []
    var known: [(groups: [Int32], components: [Components])] = []
    for dimensions in views {
      let (cells, groups) = cells(of: facts.places, keeping: dimensions)
      // Where nothing more is pooled than in a view before, the cells are the same.
      let components =
        known.first { $0.groups == groups }?.components
        ?? CellPass(facts: facts, kinds: kinds, parts: parts, program: program)
        .components(groups: groups, count: cells.count)
      known.append((groups, components))
      table.append(
        ComponentTable.View(
          dimensions: dimensions, cells: Dictionary(zip(cells, components)) { first, _ in first }))
    }
    return ComponentTable(dataset: facts.dataset.id, views: table)
  }

  /// The distinct cells of places, and for each place its cell.
  private static func cells(of places: [Coordinates], keeping dimensions: Dimensions) -> ([Cell], [Int32]) {
    var cells: [Cell] = []
    var numbers: [Cell: Int32] = [:]
    let groups = places.map { place -> Int32 in
      let cell = Cell(of: place, keeping: dimensions)
      if let known = numbers[cell] { return known }
      let number = Int32(cells.count)
      numbers[cell] = number
      cells.append(cell)
      return number
    }
    return (cells, groups)
  }
}

/// One pass over the rows, cell by cell.
private struct CellPass {
  var facts: FactTable
  var kinds: RowKinds
  var parts: KindParts
  var program: DatasetProgram

  /// The components of each of `count` cells; `groups` gives the cell of each place.
  func components(groups: [Int32], count: Int) -> [Components] {
    let order = RowGroups(keys: facts.place, group: groups, count: count)
    var kindCounts = [Int](repeating: 0, count: kinds.count)
    var met: [Int32] = []
    var units = PersonUnits(persons: facts.persons.count, ratios: parts.ratioCount)
    var result: [Components] = []
    result.reserveCapacity(count)
    for cell in 0..<count {
      var components = program.nothing
      for index in components.spreads.indices {
        let empty = parts.scales[index].map { UnitSums(scale: $0) }
        components.spreads[index] = Spread(rows: empty, persons: empty, classes: .zero, rowsOfPersons: 0)
      }
      met.removeAll(keepingCapacity: true)
      units.begin()
      for position in order.starts[cell]..<order.starts[cell + 1] {
        let row = Int(order.rows[position])
        let copies = facts.copies.isEmpty ? 1 : Int(facts.copies[row])
        let kind = kinds.kind[row]
        if kindCounts[Int(kind)] == 0 { met.append(kind) }
        kindCounts[Int(kind)] += copies
        let person = facts.person[row]
        if person >= 0 {
          units.add(person: Int(person), kind: Int(kind), copies: copies, of: parts)
        } else {
          units.addAlone(kind: Int(kind), copies: copies, of: parts, to: &components)
        }
      }
      for kind in met {
        add(kind: Int(kind), copies: kindCounts[Int(kind)], to: &components)
        kindCounts[Int(kind)] = 0
      }
      units.close(to: &components)
      result.append(components)
    }
    return result
  }

  private func add(kind: Int, copies: Int, to components: inout Components) {
    components.rows += copies
    for part in 0..<parts.partCount {
      components.totals[part].add(parts.additions[kind * parts.partCount + part], copies: copies)
    }
    for ratio in 0..<parts.ratioCount {
      let share = (kind * parts.ratioCount + ratio) * 2
      components.spreads[ratio].rows?.add(
        numerator: parts.shares[share], denominator: parts.shares[share + 1], copies: copies)
    }
  }
}

/// The shares of each person in one cell after another, in arrays that are used again.
private struct PersonUnits {
  /// For each person the cell in which they were last met, and their place among the persons of that cell.
  private var metIn: [Int32]
  private var placeOf: [Int32]
  /// By place · 2 · ratios + 2 · ratio (+ 1): Σy and Σx of the person.
  private var shares: [Int64] = []
  /// By place · ratios + ratio: how many of the person's rows take part.
  private var rows: [Int32] = []
  private var cell: Int32 = -1
  private var count = 0
  private let ratios: Int

  init(persons: Int, ratios: Int) {
    metIn = [Int32](repeating: -1, count: persons)
    placeOf = [Int32](repeating: 0, count: persons)
    self.ratios = ratios
  }

  mutating func begin() {
    cell += 1
    count = 0
    shares.removeAll(keepingCapacity: true)
    rows.removeAll(keepingCapacity: true)
  }

  mutating func add(person: Int, kind: Int, copies: Int, of parts: KindParts) {
    if metIn[person] != cell {
      metIn[person] = cell
      placeOf[person] = Int32(count)
      count += 1
      for _ in 0..<(2 * ratios) { shares.append(0) }
      for _ in 0..<ratios { rows.append(0) }
    }
    let place = Int(placeOf[person])
    let from = kind * ratios * 2
    for ratio in 0..<ratios {
      let y = parts.shares[from + 2 * ratio]
      let x = parts.shares[from + 2 * ratio + 1]
      shares[(place * ratios + ratio) * 2] &+= y &* Int64(copies)
      shares[(place * ratios + ratio) * 2 + 1] &+= x &* Int64(copies)
      if y != 0 || x != 0 { rows[place * ratios + ratio] &+= Int32(copies) }
    }
  }

  /// Rows without a person are units of their own.
  func addAlone(kind: Int, copies: Int, of parts: KindParts, to components: inout Components) {
    for ratio in 0..<ratios {
      let share = (kind * ratios + ratio) * 2
      components.spreads[ratio].persons?.add(
        numerator: parts.shares[share], denominator: parts.shares[share + 1], copies: copies)
    }
  }

  func close(to components: inout Components) {
    for ratio in 0..<ratios {
      for place in 0..<count {
        let share = (place * ratios + ratio) * 2
        components.spreads[ratio].persons?.add(numerator: shares[share], denominator: shares[share + 1])
        components.spreads[ratio].rowsOfPersons += Int(rows[place * ratios + ratio])
      }
    }
  }
}
