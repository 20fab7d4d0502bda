/// Columns of text, aligned by characters: letters of all three languages are one column wide each.
struct TextTable {
  enum Alignment { case leading, trailing }

  struct Column {
    var heading: String
    var alignment: Alignment

    init(_ heading: String, _ alignment: Alignment) {
      self.heading = heading
      self.alignment = alignment
    }
  }

  private enum Line {
    case heading(String)
    case cells([String])
    /// A first cell, and words in place of all others.
    case words(String, String)
  }

  private var columns: [Column]
  private var rows: [Line] = []
  private static let gap = 2
  /// The first column may wrap, but not to less than this.
  private static let leastFirst = 22

  init(columns: [Column]) { self.columns = columns }

  mutating func addHeading(_ text: String) { rows.append(.heading(text)) }

  mutating func add(_ cells: [String]) { rows.append(.cells(cells)) }

  mutating func add(_ first: String, words: String) { rows.append(.words(first, words)) }

  /// Leaves out columns in which nothing stands.
  mutating func dropEmptyColumns() {
    let cells = rows.compactMap { if case .cells(let cells) = $0 { cells } else { nil } }
    let kept = columns.indices.filter { column in column == 0 || cells.contains { !$0[column].isEmpty } }
    columns = kept.map { columns[$0] }
    rows = rows.map { line in
      guard case .cells(let cells) = line else { return line }
      return .cells(kept.map { cells[$0] })
    }
  }

  func lines(width: Int) -> [String] {
    var widths = columns.map(\.heading.count)
    var words = 0
    for row in rows {
      switch row {
      case .heading: continue
      case .cells(let cells):
        for (index, cell) in cells.enumerated() { widths[index] = max(widths[index], cell.count) }
      case .words(let first, let text):
        widths[0] = max(widths[0], first.count)
        words = max(words, text.count + Self.gap)
      }
    }
    let others = max(words, widths.dropFirst().reduce(0) { $0 + $1 + Self.gap })
    guard width - others >= min(Self.leastFirst, widths[0]) else { return stacked(width: width) }
    widths[0] = min(widths[0], width - others)
    var lines = aligned(columns.map(\.heading), widths)
    lines.append(String(repeating: "─", count: widths[0] + others))
    for row in rows {
      switch row {
      case .heading(let text): lines += Self.wrapped(text, width: width)
      case .cells(let cells): lines += aligned(cells, widths)
      case .words(let first, let text):
        let names = Self.wrapped(first, width: widths[0], indent: 2)
        lines.append(padded(names[0], widths[0] + Self.gap, .leading) + text)
        lines += names.dropFirst()
      }
    }
    return lines
  }

  /// A row as as many lines as its first cell needs.
  private func aligned(_ cells: [String], _ widths: [Int]) -> [String] {
    let first = Self.wrapped(cells[0], width: widths[0], indent: 2)
    return first.enumerated().map { number, text in
      guard number == 0 else { return text }
      var line = padded(text, widths[0], columns[0].alignment)
      for index in cells.indices.dropFirst() {
        line += String(repeating: " ", count: Self.gap) + padded(cells[index], widths[index], columns[index].alignment)
      }
      return Self.trimmed(line)
    }
  }

  private func padded(_ text: String, _ width: Int, _ alignment: Alignment) -> String {
    let space = String(repeating: " ", count: max(0, width - text.count))
    return alignment == .leading ? text + space : space + text
  }

  /// Each row as its name and a line a cell.
  private func stacked(width: Int) -> [String] {
    var lines: [String] = []
    for row in rows {
      switch row {
      case .heading(let text): lines += Self.wrapped(text, width: width)
      case .cells(let cells):
        lines += Self.wrapped(cells[0], width: width, indent: 2)
        for index in cells.indices.dropFirst() where !cells[index].isEmpty {
          lines += Self.wrapped("  \(columns[index].heading): \(cells[index])", width: width, indent: 4)
        }
      case .words(let first, let text):
        lines += Self.wrapped(first, width: width, indent: 2) + Self.wrapped("  " + text, width: width, indent: 4)
      }
    }
    return lines
  }

  /// A text broken between words so that no line is wider; a word that is wider itself is broken anywhere. Lines after the
  /// first are indented.
  static func wrapped(_ text: String, width: Int, indent: Int = 0) -> [String] {
    guard width > indent, text.count > width else { return [text] }
    var lines: [String] = []
    var line = String(text.prefix { $0 == " " })
    for word in text.split(separator: " ") {
      let isFirst = line.allSatisfy { $0 == " " }
      if !isFirst, line.count + 1 + word.count > width {
        lines.append(line)
        line = String(repeating: " ", count: indent) + word
      } else {
        line += (isFirst ? "" : " ") + word
      }
      while line.count > width {
        lines.append(String(line.prefix(width)))
        line = String(repeating: " ", count: indent) + line.dropFirst(width)
      }
    }
    return lines + [line]
  }

  private static func trimmed(_ line: String) -> String {
    var line = line
    while line.last == " " { line.removeLast() }
    return line
  }
}
