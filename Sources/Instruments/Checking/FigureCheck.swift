import Diagnostics
import Expressions
import Texts

/// Tables and drawings against the width of a screen of 80 columns. Words wrap inside cells, so only the longest word of
/// each column counts.
enum FigureCheck {
  /// Columns of the 80 that a text may take: margins and the arrow at the edge are left.
  static let room = 75

  static func findings(_ index: InstrumentIndex) -> [Diagnostic] {
    var findings: [Diagnostic] = []
    for element in index.texts {
      element.forEachText { text in
        guard !text.allVersions(\.isOneRun), let finding = finding(in: text, at: element.place) else { return }
        findings.append(finding)
      }
    }
    return findings
  }

  private static func finding(in text: LocalizedText, at place: Place) -> Diagnostic? {
    for version in text.versions {
      for inline in version {
        switch inline {
        case .table(let table):
          let width = leastWidth(of: table)
          if width > room { return finding(.wideTable, width, at: place) }
        case .picture(let picture):
          let width = picture.drawingLines.map(\.count).max() ?? 0
          if width > room { return finding(.wideDrawing, width, at: place) }
        default: break
        }
      }
    }
    return nil
  }

  private static func finding(_ finding: PictureFinding, _ width: Int, at place: Place) -> Diagnostic {
    Diagnostic(finding, at: place, arguments: ["width": String(width), "limit": String(room)])
  }

  private static func leastWidth(of table: TextTable) -> Int {
    let columns = (0..<table.columns).map { column in
      table.rows.compactMap { row in
        row.cells.indices.contains(column)
          ? row.cells[column].plain().split(whereSeparator: \.isWhitespace).map(\.count).max() : nil
      }.max() ?? 1
    }
    return columns.reduce(0, +) + 3 * max(0, columns.count - 1)
  }
}

extension [Inline] {
  fileprivate var isOneRun: Bool {
    if count == 1, case .text = self[0] { true } else { isEmpty }
  }
}
