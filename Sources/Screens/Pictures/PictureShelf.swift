import TerminalUI

/// The pictures of an instrument, by the name of their file, ready to be shown.
///
/// They are kept no larger than a screen shows them, so that a shelf is small and a frame is quick. Where there is no
/// picture, or the terminal can't show one, people read its text; the text stands under a picture that is shown, too.
package struct PictureShelf: Sendable, Hashable {
  private var pictures: [String: ShownPicture] = [:]

  /// Nothing but words.
  package init() {}

  /// The pictures that can be read of these files; what isn't a PNG is shown by its text.
  package init(files: [String: [UInt8]]) {
    pictures = files.compactMapValues { file in (try? PNGReader.read(file)).map { ShownPicture($0) } }
  }

  package var isEmpty: Bool { pictures.isEmpty }

  func picture(_ source: String) -> ShownPicture? { pictures[source] }

  /// Makes the pictures ready for a terminal with graphics, whose cells have so many dots; nil goes back to half blocks.
  mutating func fit(_ dots: CellDots?) {
    pictures = pictures.mapValues { picture in
      var picture = picture
      picture.fit(dots)
      return picture
    }
  }
}

/// A picture as it is shown: coarse for half blocks, and in strips of dots where the terminal has graphics.
struct ShownPicture: Sendable, Hashable {
  let blocks: HalfBlocks
  private let fine: PixelImage
  private var strips: [PictureStrip] = []

  /// Dots that are kept of a cell: finer than this is seen on few screens.
  private static let fineness = (width: 6, height: 12)

  init(_ image: PixelImage) {
    blocks = HalfBlocks(image: image.reduced(toFit: HalfBlocks.columns, 2 * HalfBlocks.rows))
    fine = image.reduced(toFit: HalfBlocks.columns * Self.fineness.width, HalfBlocks.rows * Self.fineness.height)
  }

  mutating func fit(_ dots: CellDots?) {
    let image = blocks.image
    strips =
      dots.map { SixelStrips.strips(of: fine, columns: image.width, rows: (image.height + 1) / 2, $0) } ?? []
  }

  /// Its lines in a width; where it must be made narrower, in half blocks.
  func lines(width: Int) -> [[StyledText.Run]] {
    guard !strips.isEmpty, blocks.image.width <= width else { return blocks.lines(width: width) }
    return strips.map { strip in
      var run = StyledText.Run(SafeText.line(String(repeating: " ", count: strip.columns)), .plain)
      run.strip = strip
      return [run]
    }
  }
}
