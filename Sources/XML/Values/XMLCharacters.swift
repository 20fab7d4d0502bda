/// Which characters XML 1.0 (fifth edition) allows where.
package enum XMLCharacters {
  /// Whether a text or value may hold the scalar at all (§2.2).
  ///
  /// A reference allows no more than this either.
  package static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A, 0x0D, 0x20...0xD7FF, 0xE000...0xFFFD, 0x10000...0x10FFFF: true
    default: false
    }
  }

  /// Whether `name` may name an element or attribute: one or two parts without colon, joined by one (§2.3,
  /// Namespaces §4).
  package static func isQualifiedName(_ name: String) -> Bool {
    let parts = name.unicodeScalars.split(separator: ":", omittingEmptySubsequences: false)
    return parts.count <= 2
      && parts.allSatisfy { part in
        guard let first = part.first, startsName(first) else { return false }
        return part.dropFirst().allSatisfy(continuesName)
      }
  }

  /// Byte for byte, as XML compares names; Swift's `==` would also take `й` in one scalar for `й` in two.
  static func isSame(_ a: String, _ b: String) -> Bool {
    a == b && a.utf8.elementsEqual(b.utf8)
  }

  static func startsName(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x41...0x5A, 0x5F, 0x61...0x7A, 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x2FF, 0x370...0x37D, 0x37F...0x1FFF,
      0x200C...0x200D, 0x2070...0x218F, 0x2C00...0x2FEF, 0x3001...0xD7FF, 0xF900...0xFDCF, 0xFDF0...0xFFFD,
      0x10000...0xEFFFF:
      true
    default: false
    }
  }

  static func continuesName(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x2D, 0x2E, 0x30...0x39, 0xB7, 0x300...0x36F, 0x203F...0x2040: true
    default: startsName(scalar)
    }
  }
}
