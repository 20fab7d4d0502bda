package import Diagnostics

/// A piece of text as it stands in a file, able to say where each of its bytes came from: an expression inside an
/// attribute, with its entities resolved, still has its true line and column.
package struct SourceText: Sendable, Hashable {
  package var text: String
  /// The place of the first character, and of every character after which the source jumps (an entity, a line end, a
  /// comment inside the text).
  ///
  /// Sorted by offset; never empty.
  package var segments: [Segment]

  /// From the UTF-8 `offset` in `text` on, characters stand one after another from `place` on.
  package struct Segment: Sendable, Hashable {
    package var offset: Int
    package var place: Place

    package init(offset: Int, place: Place) {
      self.offset = offset
      self.place = place
    }
  }

  package init(_ text: String, segments: [Segment]) {
    self.text = text
    self.segments = segments
  }

  /// A text that stands in one piece from `place` on.
  package init(_ text: String, at place: Place) {
    self.init(text, segments: [Segment(offset: 0, place: place)])
  }

  /// Where the whole text begins.
  package var place: Place { place(of: 0..<text.utf8.count) }

  /// The place of a range of UTF-8 offsets.
  ///
  /// Columns and lengths count characters.
  package func place(of range: Range<Int>) -> Place {
    let bytes = text.utf8
    let segment = segments.last { $0.offset <= range.lowerBound } ?? segments[0]
    func characters(_ from: Int, _ to: Int) -> Substring {
      let start = bytes.index(bytes.startIndex, offsetBy: min(max(from, 0), bytes.count))
      let end = bytes.index(start, offsetBy: min(max(to - from, 0), bytes.distance(from: start, to: bytes.endIndex)))
      return text[start..<end]
    }
    var place = segment.place
    for character in characters(segment.offset, range.lowerBound) {
      if character == "\n" {
        place.line += 1
        place.column = 1
      } else {
        place.column += 1
      }
    }
    place.length = characters(range.lowerBound, range.upperBound).count
    return place
  }
}
