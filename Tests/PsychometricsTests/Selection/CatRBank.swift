import Foundation
import Testing

@testable import Psychometrics

/// The 85 items of catR's `tcals`, with their five content groups as areas.
enum CatRBank {
  static let path = "data/catR_tcals_bank.csv"

  static func items() throws -> [AdaptiveSelection.Item] {
    let rows = try Conformance.rows(path)
    let groups = Array(Set(rows.compactMap { $0["Group"] })).sorted()
    return try rows.map { row in
      func number(_ name: String) throws -> Double { try #require(row[name].flatMap(Double.init)) }
      return AdaptiveSelection.Item(
        .logistic(
          ThreeParameterLogistic(slope: try number("a"), difficulty: try number("b"), guessing: try number("c"))),
        area: row["Group"].flatMap(groups.firstIndex))
    }
  }
}
