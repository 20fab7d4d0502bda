import Texts

/// A map as lines of a terminal: a tree with the conditions before what they lead to.
package enum RouteMapText {
  /// Lines of at most `width` columns.
  package static func lines(_ map: RouteMap, width: Int = 80) -> [String] {
    var writer = Writer(width: width)
    writer.put(map.title)
    let sections = map.rows.indices.filter { map.rows[$0].kind == .section }
    for (place, start) in sections.enumerated() {
      let end = place + 1 < sections.count ? sections[place + 1] : map.rows.count
      let isLast = place + 1 == sections.count
      writer.put("", first: "│")
      writer.put(heading(map.rows[start]), first: isLast ? "└─ " : "├─ ", rest: isLast ? "   " : "│  ")
      let stem = isLast ? "   " : "│  "
      for condition in map.rows[start].conditions { writer.put(condition, first: stem + "│ ◇ ", rest: stem + "│   ") }
      for index in (start + 1)..<max(end, start + 1) {
        put(map.rows[index], map.language, stem: stem, isLast: index + 1 == end, to: &writer)
      }
    }
    return writer.lines
  }

  private static func heading(_ row: RouteMap.Row) -> String {
    var parts = ["[\(row.text)]"]
    parts += row.remarks.map { "(\($0))" }
    return parts.joined(separator: " ")
  }

  private static func put(
    _ row: RouteMap.Row, _ language: Language, stem: String, isLast: Bool, to writer: inout Writer
  ) {
    let branch = isLast ? "└" : "├"
    let below = stem + (isLast ? " " : "│")
    let mark =
      switch row.kind {
      case .question, .section: row.number.map { "\($0). " } ?? ""
      case .note: "i  "
      case .passage: "¶  "
      case .computation: "=  "
      }
    let never = row.isNeverShown ? " ✗ \(MapPhrase.neverShown.text(in: language))" : ""
    let text = mark + row.text + never + (row.kind == .computation ? "" : "  ·\u{A0}\(row.id)")
    if row.conditions.isEmpty {
      writer.put(text, first: stem + branch + "─ ", rest: below + "     ")
    } else {
      for condition in row.conditions { writer.put(condition, first: stem + "│ ◇ ", rest: stem + "│   ") }
      writer.put(text, first: stem + branch + "─► ", rest: below + "      ")
    }
    for jump in row.jumps {
      writer.put(jump.replacing("→", with: "─►"), first: below + "      ", rest: below + "        ")
    }
  }

  private struct Writer {
    let width: Int
    var lines: [String] = []

    mutating func put(_ text: String, first: String = "", rest: String = "") {
      let parts = LineBreaks.lines(text, fits: { $0.count <= width - max(first.count, rest.count) })
      for (index, part) in parts.enumerated() {
        let line = (index == 0 ? first : rest) + part
        lines.append(String(line.reversed().drop { $0 == " " }.reversed()))
      }
    }
  }
}

/// Texts broken between words.
enum LineBreaks {
  /// The lines of a text; a word that fits no line is broken inside.
  static func lines(_ text: String, atMost limit: Int = .max, fits: (String) -> Bool) -> [String] {
    var lines: [String] = []
    var line = ""
    for word in text.split(separator: " ", omittingEmptySubsequences: true) {
      let longer = line.isEmpty ? String(word) : line + " " + word
      if fits(longer) {
        line = longer
        continue
      }
      if !line.isEmpty { lines.append(line) }
      line = String(word)
      while line.count > 1, !fits(line) {
        var piece = line
        while piece.count > 1, !fits(piece) { piece.removeLast() }
        lines.append(piece)
        line = String(line.dropFirst(piece.count))
      }
    }
    if !line.isEmpty || lines.isEmpty { lines.append(line) }
    guard lines.count > limit else { return lines }
    var last = lines[limit - 1] + "…"
    while last.count > 1, !fits(last) { last = String(last.dropLast(2)) + "…" }
    return lines.prefix(limit - 1) + [last]
  }
}
