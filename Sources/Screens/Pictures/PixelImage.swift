/// A picture as dots: red, green and blue of 0…255 each, row by row.
package struct PixelImage: Sendable, Hashable {
  package let width: Int
  package let height: Int
  /// `3 * width * height` bytes.
  package let bytes: [UInt8]

  /// `bytes` has three for each dot.
  init(width: Int, height: Int, bytes: [UInt8]) {
    self.width = width
    self.height = height
    self.bytes = bytes
  }

  func dot(_ column: Int, _ row: Int) -> (red: UInt8, green: UInt8, blue: UInt8) {
    let start = 3 * (row * width + column)
    return (bytes[start], bytes[start + 1], bytes[start + 2])
  }

  /// The picture within so many dots, its shape kept; never enlarged. Each dot is the mean of those that it stands for.
  func reduced(toFit columns: Int, _ rows: Int) -> PixelImage {
    guard width > columns || height > rows, columns > 0, rows > 0 else { return self }
    let byWidth = width * rows >= height * columns
    let newWidth = byWidth ? columns : max(1, width * rows / height)
    let newHeight = byWidth ? max(1, height * columns / width) : rows
    var out: [UInt8] = []
    out.reserveCapacity(3 * newWidth * newHeight)
    for row in 0..<newHeight {
      let top = row * height / newHeight
      let bottom = max(top + 1, (row + 1) * height / newHeight)
      for column in 0..<newWidth {
        let left = column * width / newWidth
        let right = max(left + 1, (column + 1) * width / newWidth)
        var (red, green, blue) = (0, 0, 0)
        for y in top..<bottom {
          for x in left..<right {
            let start = 3 * (y * width + x)
            red += Int(bytes[start])
            green += Int(bytes[start + 1])
            blue += Int(bytes[start + 2])
          }
        }
        let count = (bottom - top) * (right - left)
        out.append(UInt8(red / count))
        out.append(UInt8(green / count))
        out.append(UInt8(blue / count))
      }
    }
    return PixelImage(width: newWidth, height: newHeight, bytes: out)
  }
}
