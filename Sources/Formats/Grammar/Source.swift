package import Diagnostics
package import Expressions
package import XML

/// The file that is read: turns byte offsets into places, and values into texts that know where they came from.
///
/// Every piece of a file refers to it, so it is one object for all of them.
package final class Source: Sendable {
  package let file: String
  package let text: CanonicalText
  private let lines: LineMap

  package init(file: String, text: CanonicalText) {
    self.file = file
    self.text = text
    lines = LineMap(text)
  }

  /// The place of a byte offset.
  package func place(_ offset: Int, length: Int = 0) -> Place {
    let place = lines.place(at: offset)
    return Place(file: file, line: place.line, column: place.column, length: length)
  }

  /// A value with a segment for its beginning and for every byte behind which the source jumps: a reference, a comment,
  /// a line end that XML reads as a space.
  package func sourceText(_ value: String, _ map: SourceMap) -> SourceText {
    let start = map.offset(ofByte: 0)
    var segments = [SourceText.Segment(offset: 0, place: place(start))]
    let bytes = text.bytes
    if map.isVerbatim, !bytes[map.source].contains(0x0A) { return SourceText(value, segments: segments) }
    var expected = start
    var previous: UInt8 = 0
    for (index, byte) in value.utf8.enumerated() {
      let offset = map.offset(ofByte: index)
      // A new segment only where a character begins; within a reference all bytes stand at its `&`.
      let isInside = byte & 0xC0 == 0x80
      let lineEnded = previous == 0x0A && value.utf8.count > 0
      if !isInside, index > 0, offset != expected || lineEnded {
        segments.append(SourceText.Segment(offset: index, place: place(offset)))
      }
      previous = offset < bytes.count ? bytes[offset] : 0
      expected = offset + 1
    }
    return SourceText(value, segments: segments)
  }
}
