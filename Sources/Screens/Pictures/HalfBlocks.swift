import TerminalUI

/// A picture in cells of two dots each: the upper in the colour of the letter "▀", the lower in the colour behind it.
struct HalfBlocks: Sendable, Hashable {
  /// Cells that a picture has at the most: more would leave no room for its question.
  static let columns = 72
  static let rows = 16

  let image: PixelImage
  /// Its lines where there is room: a screen is drawn with every key, a picture is cut once.
  private let natural: [[StyledText.Run]]

  init(image: PixelImage) {
    self.image = image
    natural = Self.lines(of: image)
  }

  /// Its lines in a width, the picture made smaller where it must be.
  func lines(width: Int) -> [[StyledText.Run]] {
    image.width <= width ? natural : Self.lines(of: image.reduced(toFit: max(1, width), 2 * Self.rows))
  }

  private static func lines(of fitted: PixelImage) -> [[StyledText.Run]] {
    stride(from: 0, to: fitted.height, by: 2).map { row in
      var runs: [StyledText.Run] = []
      var last: (style: Style, count: Int)?
      for column in 0..<fitted.width {
        let style = Self.style(fitted, column, row)
        if let run = last, run.style == style {
          last = (style, run.count + 1)
        } else {
          if let run = last { runs.append(Self.run(run.style, run.count)) }
          last = (style, 1)
        }
      }
      if let run = last { runs.append(Self.run(run.style, run.count)) }
      return runs
    }
  }

  private static func run(_ style: Style, _ count: Int) -> StyledText.Run {
    StyledText.Run(SafeText.line(String(repeating: "\u{2580}", count: count)), style)
  }

  /// The last line of an odd height has nothing below but the page.
  private static func style(_ image: PixelImage, _ column: Int, _ row: Int) -> Style {
    let upper = image.dot(column, row)
    let letters = Colour(red: upper.red, green: upper.green, blue: upper.blue)
    guard row + 1 < image.height else { return Style(foreground: letters) }
    let lower = image.dot(column, row + 1)
    return Style(foreground: letters, background: Colour(red: lower.red, green: lower.green, blue: lower.blue))
  }
}
