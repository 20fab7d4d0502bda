/// Gathers a text or an attribute value that doesn't stand verbatim in its file, and remembers where each piece stood.
struct RunBuilder {
  private var buffer: [UInt8] = []
  private var pieces: [SourceMap.Piece] = []
  /// What the run takes in the file so far.
  private var source: Range<Int>?
  /// While the run is one verbatim stretch, nothing is copied.
  private var only: Range<Int>?
  private var hasInk = false

  /// UTF-8 bytes of the run.
  var count: Int { only?.count ?? buffer.count }

  /// Adds a stretch that stands verbatim.
  /// - Parameter isBlank: it is white space only.
  mutating func append(_ range: Range<Int>, of bytes: [UInt8], isBlank: Bool) {
    guard !range.isEmpty else { return }
    if source == nil {
      only = range
    } else {
      spill(bytes)
      add(range, of: bytes)
    }
    hasInk = hasInk || !isBlank
    cover(range)
  }

  /// Adds what a reference at `range` stands for.
  mutating func append(_ scalar: Unicode.Scalar, for range: Range<Int>, of bytes: [UInt8]) {
    spill(bytes)
    pieces.append(piece(at: range.lowerBound, isReference: true))
    buffer.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
    hasInk = hasInk || !(scalar.value < 0x80 && UInt8(scalar.value).isXMLSpace)
    cover(range)
  }

  /// The finished run, or nil where nothing was added; the builder is empty afterwards.
  mutating func finish(of bytes: [UInt8]) -> TextRun? {
    guard let source, count > 0 else { return nil }
    defer { reset() }
    if let only {
      return TextRun(
        string: String(decoding: bytes[only], as: UTF8.self),
        source: SourceMap(source: only, length: only.count), isBlank: !hasInk)
    }
    return TextRun(
      string: String(decoding: buffer, as: UTF8.self),
      source: SourceMap(source: source, length: buffer.count, pieces: pieces), isBlank: !hasInk)
  }

  private mutating func reset() {
    buffer.removeAll(keepingCapacity: true)
    pieces.removeAll(keepingCapacity: true)
    source = nil
    only = nil
    hasInk = false
  }

  private mutating func spill(_ bytes: [UInt8]) {
    guard let range = only else { return }
    only = nil
    add(range, of: bytes)
  }

  private mutating func add(_ range: Range<Int>, of bytes: [UInt8]) {
    pieces.append(piece(at: range.lowerBound, isReference: false))
    buffer.append(contentsOf: bytes[range])
  }

  private func piece(at offset: Int, isReference: Bool) -> SourceMap.Piece {
    SourceMap.Piece(value: Int32(buffer.count), source: Int32(truncatingIfNeeded: offset), isReference: isReference)
  }

  private mutating func cover(_ range: Range<Int>) {
    source = (source?.lowerBound ?? range.lowerBound)..<range.upperBound
  }
}
