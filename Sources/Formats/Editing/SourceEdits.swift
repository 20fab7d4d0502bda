/// Changes of a file that leave every byte alone that they don't name: comments and layout stay their author's.
package struct SourceEdits: Sendable {
  private var edits: [(range: Range<Int>, text: String)] = []

  package init() {}

  package var isEmpty: Bool { edits.isEmpty }

  /// Ranges must not overlap; what is inserted at the same place stands in the order in which it was added.
  package mutating func replace(_ range: Range<Int>, with text: String) { edits.append((range, text)) }
  package mutating func insert(_ text: String, at offset: Int) { edits.append((offset..<offset, text)) }

  package func applied(to bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var position = 0
    let ordered = edits.enumerated().sorted {
      ($0.element.range.lowerBound, $0.offset) < ($1.element.range.lowerBound, $1.offset)
    }
    for (_, edit) in ordered {
      result += bytes[position..<edit.range.lowerBound]
      result += edit.text.utf8
      position = edit.range.upperBound
    }
    return result + bytes[position...]
  }
}
