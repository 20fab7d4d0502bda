/// Characters that a document may hold: those that show something. Controls, marks that turn the writing around and
/// characters that show nothing stay out of pages as they stay off the screen.
package enum PlainCharacters {
  package static func text(_ text: String) -> String {
    if text.unicodeScalars.allSatisfy(isPlain) { return text }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars where isPlain(scalar) { result.append(scalar) }
    return String(result)
  }

  private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A: true
    case 0x00...0x1F, 0x7F...0x9F: false
    case 0x200B, 0x200E, 0x200F, 0x2028...0x202E, 0x2060...0x206F, 0xFEFF, 0xFFF9...0xFFFB, 0xE0000...0xE007F: false
    default: scalar.value & 0xFFFE != 0xFFFE
    }
  }
}
