import TerminalUI

/// A picture as strips of dots, one for each row of cells that half blocks would take: the same place on the screen, in the
/// terminal's full fineness.
enum SixelStrips {
  /// Steps of red, green and blue: 216 colours, which every terminal with 256 registers can hold.
  private static let steps = 6

  static func strips(of image: PixelImage, columns: Int, rows: Int, _ dots: CellDots) -> [PictureStrip] {
    let (width, height) = (columns * dots.width, rows * dots.height)
    return (0..<rows).map { row in
      var numbers: [Int: Int] = [:]
      var colours: [(red: Int, green: Int, blue: Int)] = []
      var out: [Int] = []
      out.reserveCapacity(width * dots.height)
      for line in row * dots.height..<(row + 1) * dots.height {
        let y = line * image.height / height
        for column in 0..<width {
          let dot = image.dot(column * image.width / width, y)
          let parts = [dot.red, dot.green, dot.blue].map { (Int($0) * (steps - 1) + 127) / 255 }
          let code = (parts[0] * steps + parts[1]) * steps + parts[2]
          if numbers[code] == nil {
            numbers[code] = colours.count
            let percent = parts.map { $0 * 100 / (steps - 1) }
            colours.append((percent[0], percent[1], percent[2]))
          }
          out.append(numbers[code] ?? 0)
        }
      }
      return PictureStrip(columns: columns, width: width, colours: colours, dots: out)
    }
  }
}
