import Foundation

/// One measured figure with the limit that it keeps and what the program that Synak is measured against needs.
struct Figure {
  var name: String
  var value: Double
  var unit: String
  /// nil where the figure stands for comparison only.
  var limit: Double?
  /// Whether more is better: a rate.
  var isRate = false
  var anchor = ""

  var isMissed: Bool {
    guard let limit else { return false }
    return isRate ? value < limit : value > limit
  }

  static func table(_ figures: [Figure]) -> String {
    let rows =
      [["figure", "measured", "limit", "anchor"]]
      + figures.map { figure in
        [
          figure.name, "\(digits(figure.value)) \(figure.unit)\(figure.isMissed ? "  MISSED" : "")",
          figure.limit.map { "\(figure.isRate ? "≥" : "≤") \(digits($0)) \(figure.unit)" } ?? "–", figure.anchor,
        ]
      }
    let widths = (0..<4).map { column in rows.map { $0[column].count }.max() ?? 0 }
    return rows.map { row in
      zip(row, widths).map { $0.padding(toLength: $1, withPad: " ", startingAt: 0) }.joined(separator: "  ")
    }.joined(separator: "\n")
  }

  private static func digits(_ value: Double) -> String {
    value >= 100 ? String(Int(value.rounded())) : String((value * 1000).rounded() / 1000)
  }
}
