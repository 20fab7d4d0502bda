import Expressions

/// A codebook as one table for programs: a row a code, and one row for a variable without codes. Column names are the same
/// in all languages.
package enum CodebookRows {
  package static let columns = [
    "table", "variable", "dataset", "label", "heading", "kind", "storage", "minimum", "maximum", "unit", "code",
    "code_label", "code_number", "missing", "asked_if", "asked_if_source", "required", "points", "scales",
    "reversed_in",
    "feeds", "formula", "formula_source", "remarks",
  ]

  /// The columns that hold numbers or nothing.
  package static let numbers: Set = ["minimum", "maximum", "code_number", "points"]

  /// As many cells a row as there are columns.
  package static func rows(_ codebook: Codebook) -> [[String]] {
    codebook.variables.flatMap { variable in
      variable.codes.isEmpty ? [row(variable, nil)] : variable.codes.map { row(variable, $0) }
    }
  }

  private static func row(_ variable: Codebook.Variable, _ code: Codebook.Code?) -> [String] {
    func text(_ number: Decimal64?) -> String { number.map { "\($0.normalized)" } ?? "" }
    func joined(_ texts: [String]) -> String { texts.joined(separator: "; ") }
    let shown = [
      variable.table.rawValue, variable.name, variable.dataset ?? "", variable.label, variable.heading ?? "",
      variable.kind, variable.storage, text(variable.minimum), text(variable.maximum), variable.unit ?? "",
    ]
    let coded = [code?.stored ?? "", code?.label ?? "", text(code?.number), code?.missing ?? ""]
    let routed = [
      joined(variable.asked.map(\.words)), joined(variable.asked.compactMap(\.source)),
      variable.isRequired ? "yes" : "no", text(variable.points),
    ]
    let destined = [
      joined(variable.scales.map(\.scale)), joined(variable.scales.filter(\.isReversed).map(\.scale)),
      joined(variable.feeds), variable.formula?.words ?? "", variable.formula?.source ?? "", joined(variable.remarks),
    ]
    return shown + coded + routed + destined
  }
}
