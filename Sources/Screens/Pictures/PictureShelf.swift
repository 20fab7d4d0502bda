/// The pictures of an instrument, by the name of their file, ready to be shown.
///
/// They are kept no larger than a screen shows them, so that a shelf is small and a frame is quick. Where there is no
/// picture, or the terminal can't show one, people read its text; the text stands under a picture that is shown, too.
package struct PictureShelf: Sendable, Hashable {
  private let images: [String: PixelImage]

  /// Nothing but words.
  package init() { images = [:] }

  /// The pictures that can be read of these files; what isn't a PNG is shown by its text.
  package init(files: [String: [UInt8]]) {
    images = files.compactMapValues { file in
      (try? PNGReader.read(file))?.reduced(toFit: HalfBlocks.columns, 2 * HalfBlocks.rows)
    }
  }

  package var isEmpty: Bool { images.isEmpty }

  func image(_ source: String) -> PixelImage? { images[source] }
}
