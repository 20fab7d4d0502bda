/// Bytes such as terminals send, at random.
package enum RandomInput {
  /// Every byte can come, those with a meaning more often.
  package static func byte(using random: inout Seeded) -> UInt8 {
    let telling = Array("\u{1B}\u{1B}\u{1B}[[[O]PX^_\\;0123456789~MmuR$<?\r\u{7}".utf8)
    if Bool.random(using: &random) { return telling.randomElement(using: &random) ?? 0x1B }
    return UInt8.random(in: 0...255, using: &random)
  }

  /// A whole control sequence by the grammar of ECMA-48 §5.4 and §5.6 (but no beginning of a paste), or one of the
  /// spellings outside of it: X10 mouse reports, the console's function keys, Alt pairs.
  package static func controlSequence(using random: inout Seeded) -> [UInt8] {
    switch Int.random(in: 0..<10, using: &random) {
    case 0...5: return csi(using: &random)
    case 6: return [0x1B, UInt8(ascii: "O")] + some(0x30...0x39, upTo: 2, &random) + [one(0x40...0x7E, &random)]
    case 7, 8:
      let introducer = Array("PX]^_".utf8).randomElement(using: &random) ?? UInt8(ascii: "P")
      let text = Array("12 a;:/ңө漢=".utf8)
      let content = (0..<Int.random(in: 0...20, using: &random)).compactMap { _ in text.randomElement(using: &random) }
      let ends: [[UInt8]] = [[0x1B, UInt8(ascii: "\\")], [0x07]]
      return [0x1B, introducer] + content + (ends.randomElement(using: &random) ?? [0x07])
    default:
      let introducers = Array("[OPX]^_".utf8)
      let letter = one(0x20...0x7E, &random)
      return introducers.contains(letter) ? [0x1B, UInt8(ascii: "3")] : [0x1B, letter]
    }
  }

  private static func csi(using random: inout Seeded) -> [UInt8] {
    let parameters = some(0x30...0x3F, upTo: 6, &random)
    let intermediates = Int.random(in: 0..<4, using: &random) == 0 ? some(0x20...0x2F, upTo: 2, &random) : []
    let final = one(0x40...0x7E, &random)
    if final == UInt8(ascii: "~"), parameters.starts(with: Array("200".utf8)) { return csi(using: &random) }
    var bytes = [0x1B, UInt8(ascii: "[")] + parameters + intermediates + [final]
    if parameters.isEmpty, intermediates.isEmpty {
      if final == UInt8(ascii: "M") { bytes += (0..<3).map { _ in one(0x20...0xFF, &random) } }
      if final == UInt8(ascii: "[") { bytes.append(one(0x41...0x5A, &random)) }
    }
    return bytes
  }

  private static func one(_ range: ClosedRange<UInt8>, _ random: inout Seeded) -> UInt8 {
    UInt8.random(in: range, using: &random)
  }

  private static func some(_ range: ClosedRange<UInt8>, upTo limit: Int, _ random: inout Seeded) -> [UInt8] {
    (0..<Int.random(in: 0...limit, using: &random)).map { _ in one(range, &random) }
  }
}
