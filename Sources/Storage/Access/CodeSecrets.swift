import Administration
import Crypto
import Foundation

/// The key of a store, without which no code can be tried: 32 bytes that chance made, and how often a code is stretched.
///
/// It lies in the file of the keys, never beside the codes.
struct AccessKey: Sendable, Hashable {
  var bytes: [UInt8]
  /// How often the hash is repeated. A code has 40 bits: whoever holds all files, this key too, could try them all, and
  /// each try costs so many hashes. 20,000 make 2·10¹⁶ of the whole, and some hundredths of a second of one code.
  var rounds: Int

  static let size = 32

  /// All that a code gives: HMAC-SHA-256(key, code), stretched by PBKDF2 (RFC 8018, §5.2), then a part a label by HKDF
  /// (RFC 5869). No part tells another, and none tells the code.
  func secrets(of code: AccessCode) -> CodeSecrets {
    let keyed = HMAC<SHA256>.authenticationCode(for: code.symbols, using: SymmetricKey(data: bytes))
    let root = Stretching.key(of: Array(keyed), salt: Array("synak access 1".utf8), rounds: rounds)
    return CodeSecrets(root: SymmetricKey(data: root))
  }
}

/// What one code gives, and nothing else does.
struct CodeSecrets: Sendable {
  let root: SymmetricKey

  /// By this the code is known in the store.
  var tag: [UInt8] { part("tag", 32) }
  /// The name of its unfinished anonymous session. Nothing leads from the tag to it.
  var draft: Token? { Token(bytes: part("draft", 16)) }
  /// What says that an anonymous session was begun with it, which outlives the draft. Nothing leads from the tag to it, or
  /// from the draft.
  var mark: Token? { Token(bytes: part("mark", 16)) }
  /// What the unfinished session is encrypted under.
  var key: DraftKey { DraftKey(bytes: part("draft content", 32)) }

  private func part(_ label: String, _ count: Int) -> [UInt8] {
    HKDF<SHA256>.expand(pseudoRandomKey: root, info: Array("synak access 1 \(label)".utf8), outputByteCount: count)
      .withUnsafeBytes { Array($0) }
  }
}

/// PBKDF2 with HMAC-SHA-256 and one block of output (RFC 8018, §5.2): the library keeps it in a module that would bring
/// three times its size into the program, and these are ten lines.
enum Stretching {
  static func key(of password: [UInt8], salt: [UInt8], rounds: Int) -> [UInt8] {
    let keyed = HMAC<SHA256>(key: SymmetricKey(data: password))
    var first = keyed
    first.update(data: salt + [0, 0, 0, 1])
    var last = Array(first.finalize())
    var sum = last
    for _ in 1..<max(1, rounds) {
      var next = keyed
      next.update(data: last)
      let code = next.finalize()
      code.withUnsafeBytes { bytes in
        for index in 0..<32 {
          last[index] = bytes[index]
          sum[index] ^= bytes[index]
        }
      }
    }
    return sum
  }
}
