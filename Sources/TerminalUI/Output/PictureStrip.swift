/// A row's part of a picture for terminals with sixel graphics (DEC STD 070): dots over the cells that it covers.
///
/// Only painters send it, and only to a terminal that said that it can show it.
package struct PictureStrip: Sendable, Hashable {
  /// Cells that it covers, in one row.
  package let columns: Int
  /// The whole sequence, from DCS to ST.
  let sequence: [UInt8]

  /// A strip of dots. `colours` are shares of red, green and blue in percent; `dots` holds a number of a colour for each
  /// dot, row by row, `width` to a row.
  package init(columns: Int, width: Int, colours: [(red: Int, green: Int, blue: Int)], dots: [Int]) {
    self.columns = columns
    let height = width > 0 ? dots.count / width : 0
    // P2 = 1: dots that no colour covers stay as they are, so the last band may reach below the row.
    var out = "\u{1B}P0;1;0q\"1;1;\(width);\(height)"
    for (number, colour) in colours.enumerated() {
      out += "#\(number);2;\(colour.red);\(colour.green);\(colour.blue)"
    }
    var bytes = Array(out.utf8)
    for top in stride(from: 0, to: height, by: 6) {
      if top > 0 { bytes.append(UInt8(ascii: "-")) }
      Self.add(band: top..<min(top + 6, height), width, colours.count, dots, to: &bytes)
    }
    bytes += Array("\u{1B}\\".utf8)
    sequence = bytes
  }

  /// Six rows of dots: a line for each colour that is there, one over the other.
  private static func add(
    band rows: Range<Int>, _ width: Int, _ colours: Int, _ dots: [Int], to bytes: inout [UInt8]
  ) {
    var lines: [Int: [UInt8]] = [:]
    for (bit, row) in rows.enumerated() {
      for column in 0..<width {
        let colour = dots[row * width + column]
        guard (0..<colours).contains(colour) else { continue }
        lines[colour, default: [UInt8](repeating: 0, count: width)][column] |= 1 << bit
      }
    }
    for (index, colour) in lines.keys.sorted().enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: "$")) }
      bytes += Array("#\(colour)".utf8)
      var line = lines[colour] ?? []
      while line.last == 0 { line.removeLast() }
      var at = 0
      while at < line.count {
        let end = line[at...].firstIndex { $0 != line[at] } ?? line.count
        let sign = 63 + line[at]
        if end - at > 3 {
          bytes += Array("!\(end - at)".utf8) + [sign]
        } else {
          bytes += Array(repeating: sign, count: end - at)
        }
        at = end
      }
    }
  }
}

/// How many dots a cell has.
package struct CellDots: Sendable, Hashable {
  package var width: Int
  package var height: Int

  /// Nil where no honest cell is of that size.
  package init?(width: Int, height: Int) {
    guard (4...64).contains(width), (6...128).contains(height) else { return nil }
    self.width = width
    self.height = height
  }
}
