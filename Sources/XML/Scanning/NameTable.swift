/// The names of one document, each made a string once.
///
/// It also bounds how many different names there are: libxml2's dictionary grows slow with hundreds of thousands.
struct NameTable {
  /// A name as it stands in a tag.
  struct QualifiedName {
    /// Empty where the name has none.
    var prefix: String
    var local: String
  }

  private struct Entry {
    var start: Int
    var length: Int
    var hash: Int
    var name: QualifiedName
  }

  private var entries: [Entry] = []
  /// Open addressing; a slot holds an index into `entries`, or -1.
  private var slots = [Int32](repeating: -1, count: 256)

  var count: Int { entries.count }

  /// The name that stands at `range`.
  mutating func name(at range: Range<Int>, of bytes: [UInt8]) -> QualifiedName {
    let hash = Self.hash(range, of: bytes)
    let mask = slots.count - 1
    var slot = hash & mask
    while slots[slot] >= 0 {
      let entry = entries[Int(slots[slot])]
      if entry.hash == hash, entry.length == range.count, Self.isSame(entry.start, range, in: bytes) {
        return entry.name
      }
      slot = (slot + 1) & mask
    }
    let name = Self.split(range, of: bytes)
    slots[slot] = Int32(entries.count)
    entries.append(Entry(start: range.lowerBound, length: range.count, hash: hash, name: name))
    if entries.count * 2 > slots.count { grow() }
    return name
  }

  private mutating func grow() {
    slots = [Int32](repeating: -1, count: slots.count * 2)
    let mask = slots.count - 1
    for (index, entry) in entries.enumerated() {
      var slot = entry.hash & mask
      while slots[slot] >= 0 { slot = (slot + 1) & mask }
      slots[slot] = Int32(index)
    }
  }

  private static func split(_ range: Range<Int>, of bytes: [UInt8]) -> QualifiedName {
    // A colon at either end is no prefix; libxml2 refuses such names.
    guard let colon = bytes[range].firstIndex(of: UInt8(ascii: ":")), colon > range.lowerBound,
      colon + 1 < range.upperBound
    else { return QualifiedName(prefix: "", local: String(decoding: bytes[range], as: UTF8.self)) }
    return QualifiedName(
      prefix: String(decoding: bytes[range.lowerBound..<colon], as: UTF8.self),
      local: String(decoding: bytes[(colon + 1)..<range.upperBound], as: UTF8.self))
  }

  /// Seeded for each process by the standard library, so that no file can be made of colliding names.
  private static func hash(_ range: Range<Int>, of bytes: [UInt8]) -> Int {
    var hasher = Hasher()
    bytes.withUnsafeBytes { hasher.combine(bytes: UnsafeRawBufferPointer(rebasing: $0[range])) }
    return hasher.finalize()
  }

  private static func isSame(_ start: Int, _ range: Range<Int>, in bytes: [UInt8]) -> Bool {
    var a = start
    for b in range {
      if bytes[a] != bytes[b] { return false }
      a += 1
    }
    return true
  }
}
