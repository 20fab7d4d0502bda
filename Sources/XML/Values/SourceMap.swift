/// Where each byte of a text or attribute value stands in the canonical text of its file.
///
/// Most values stand there verbatim, and one number is enough. A value with references (`&amp;`, `&#1200;`), or a text
/// that comments, instructions or CDATA sections interrupt, is made of pieces.
package struct SourceMap: Sendable, Equatable {
  /// A stretch of the value that begins at `value` and stands at `source`, up to the next piece.
  struct Piece: Sendable, Equatable {
    /// Offset in the value, in UTF-8 bytes.
    var value: Int32
    /// Offset in the canonical text, in bytes.
    var source: Int32
    /// A reference: all bytes of the stretch come from the `&` at `source`.
    var isReference: Bool
  }

  private let first: Int32
  private let last: Int32
  private let length: Int32
  private let pieces: [Piece]

  /// - Parameters:
  ///   - source: what the value takes in the canonical text, without quotes.
  ///   - length: UTF-8 bytes of the value.
  ///   - pieces: ordered by `value`; empty where the value stands verbatim.
  init(source: Range<Int>, length: Int, pieces: [Piece] = []) {
    // Offsets fit into 32 bits because a file has at most 16 MB.
    first = Int32(truncatingIfNeeded: source.lowerBound)
    last = Int32(truncatingIfNeeded: source.upperBound)
    self.length = Int32(truncatingIfNeeded: length)
    self.pieces = pieces
  }

  /// Bytes of the canonical text from the value's first to behind its last.
  package var source: Range<Int> { Int(first)..<Int(last) }

  /// True where the bytes of the value follow one another in the canonical text, none of them written as a reference.
  package var isVerbatim: Bool { pieces.isEmpty }

  /// The offset in the canonical text of the value's UTF-8 byte with this index; behind the value, the end of its source.
  package func offset(ofByte index: Int) -> Int {
    guard index > 0 else { return pieces.first.map { Int($0.source) } ?? Int(first) }
    guard index < Int(length) else { return Int(last) }
    guard !pieces.isEmpty else { return Int(first) + index }
    var low = 0
    var high = pieces.count
    while low + 1 < high {
      let middle = (low + high) / 2
      if Int(pieces[middle].value) <= index { low = middle } else { high = middle }
    }
    let piece = pieces[low]
    return piece.isReference ? Int(piece.source) : Int(piece.source) + index - Int(piece.value)
  }
}
