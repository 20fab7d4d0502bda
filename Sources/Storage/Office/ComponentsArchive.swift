import Datasets
import Expressions
import Foundation
import Monitoring

/// The components of one class in one period, as the store keeps them: every view of the table, exactly.
///
/// Formulas and the versions of the facts that were read are part of it, so that components of another formula or of older
/// facts are told from current ones.
struct ComponentsArchive: Codable {
  /// The versions of the cells that were read, in the order of their coordinates.
  var versions: [Int]
  private var cells: [Entry]

  private struct Entry: Codable {
    var view: UInt16
    var place: [String?]
    var rows: Int
    var totals: [PartTotal]
    var spreads: [SpreadEntry]
  }

  private struct SpreadEntry: Codable {
    var rows: [String]?
    var persons: [String]?
    var classes: [String]?
    var rowsOfPersons: Int
  }

  init(of table: ComponentTable, versions: [Int]) {
    self.versions = versions
    cells = table.views.flatMap { view in
      view.cells.map { cell, components in
        Entry(
          view: view.dimensions.rawValue, place: cell.coordinates.fields, rows: components.rows,
          totals: components.totals,
          spreads: components.spreads.map {
            SpreadEntry(
              rows: $0.rows?.fields, persons: $0.persons?.fields, classes: $0.classes?.fields,
              rowsOfPersons: $0.rowsOfPersons)
          })
      }
    }
  }

  /// The table that was kept.
  func table(of dataset: Symbol) -> ComponentTable {
    var views: [UInt16: [Cell: Components]] = [:]
    for entry in cells {
      let dimensions = Dimensions(rawValue: entry.view)
      let cell = Cell(of: Coordinates(fields: entry.place), keeping: dimensions)
      views[entry.view, default: [:]][cell] = Components(
        rows: entry.rows, totals: entry.totals,
        spreads: entry.spreads.map {
          Spread(
            rows: $0.rows.flatMap { UnitSums(fields: $0) }, persons: $0.persons.flatMap { UnitSums(fields: $0) },
            classes: $0.classes.flatMap { UnitSums(fields: $0) }, rowsOfPersons: $0.rowsOfPersons)
        })
    }
    return ComponentTable(
      dataset: dataset,
      views: ComponentTable.usualViews.map {
        ComponentTable.View(dimensions: $0, cells: views[$0.rawValue] ?? [:])
      })
  }

  func encoded() throws -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    return Array(try encoder.encode(self))
  }

  /// The archive that `encoded` gave; nil for anything else, and then the components are made anew.
  init?(bytes: [UInt8]) {
    guard let archive = try? JSONDecoder().decode(ComponentsArchive.self, from: Data(bytes)) else { return nil }
    self = archive
  }
}

extension UnitSums {
  /// Whole numbers as text: they may be larger than any number of JSON.
  fileprivate var fields: [String] {
    [
      "\(units)", "\(numerator)", "\(denominator)", "\(numeratorSquares)", "\(products)", "\(denominatorSquares)",
      "\(scale)",
    ]
  }

  fileprivate init?(fields: [String]) {
    guard fields.count == 7, let units = Int(fields[0]), let scale = UInt8(fields[6]) else { return nil }
    let sums = fields[1...5].compactMap { Int128($0) }
    guard sums.count == 5 else { return nil }
    self.init(
      units: units, numerator: sums[0], denominator: sums[1], numeratorSquares: sums[2], products: sums[3],
      denominatorSquares: sums[4], scale: scale)
  }
}

extension Coordinates {
  /// All coordinates but the person, as texts in a fixed order.
  fileprivate var fields: [String?] { Monitoring.Dimension.allCases.map { text(at: $0) } }

  fileprivate init(fields: [String?]) {
    func text(_ dimension: Monitoring.Dimension) -> String? {
      Monitoring.Dimension.allCases.firstIndex(of: dimension).flatMap { fields.indices.contains($0) ? fields[$0] : nil }
    }
    func symbol(_ dimension: Monitoring.Dimension) -> Symbol? { text(dimension).map { Symbol($0) } }
    self.init(
      school: symbol(.school), year: symbol(.year), period: symbol(.period), activity: symbol(.activity),
      instrument: symbol(.instrument), schoolClass: symbol(.schoolClass), grade: text(.grade).flatMap { Int($0) },
      subject: symbol(.subject), sex: symbol(.sex), language: symbol(.language))
  }
}
