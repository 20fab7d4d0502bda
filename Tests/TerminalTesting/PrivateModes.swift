/// The private modes (`CSI ? n h`, `CSI ? n l`) that a program has left on, read from what it wrote.
package struct PrivateModes: Sendable, Equatable {
  /// At the start a terminal wraps at its edge (7) and shows its cursor (25).
  package private(set) var on: Set<Int> = [7, 25]
  private var pending: [UInt8] = []

  package init() {}

  package var isAlternateScreen: Bool { on.contains(1049) }
  package var isCursorShown: Bool { on.contains(25) }
  package var isPasteBracketed: Bool { on.contains(2004) }
  /// As a shell wants them.
  package var areAsBefore: Bool { on == PrivateModes().on }

  mutating func read(_ bytes: [UInt8]) {
    for byte in bytes {
      switch (pending.count, byte) {
      case (_, 0x1B): pending = [byte]
      case (1, UInt8(ascii: "[")), (2, UInt8(ascii: "?")), (3..., UInt8(ascii: "0")...UInt8(ascii: "9")),
        (3..., UInt8(ascii: ";")):
        pending.append(byte)
      case (4..., UInt8(ascii: "h")), (4..., UInt8(ascii: "l")):
        for number in String(decoding: pending.dropFirst(3), as: UTF8.self).split(separator: ";").compactMap({ Int($0) }
        ) {
          if byte == UInt8(ascii: "h") { on.insert(number) } else { on.remove(number) }
        }
        pending = []
      default: pending = []
      }
    }
  }
}
