import Administration
import SeededTesting
import Testing

@testable import Storage

@Suite("What a code gives, and what nobody else sees")
struct CodeSecretsTests {
  @Test("A code shows itself to nobody by accident")
  func hidden() throws {
    let code = try #require(AccessCode.drawn { _ in [0x01, 0x23, 0x45, 0x67, 0x89] })
    var dumped = ""
    dump(RedeemCode(code: code, terminal: "t"), to: &dumped)
    #expect(!"\(code) \(dumped)".contains("2345"))
  }

  @Test("Stretching agrees with the published figures of PBKDF2")
  func stretching() {
    // RFC 7914, §11 (the first 32 of its 64 bytes), and Python's hashlib.
    func hex(_ password: String, _ salt: String, _ rounds: Int) -> String {
      Stretching.key(of: Array(password.utf8), salt: Array(salt.utf8), rounds: rounds)
        .map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }
    #expect(hex("passwd", "salt", 1) == "55ac046e56e3089fec1691c22544b605f94185216dde0465e68b9d57c20dacbc")
    #expect(hex("password", "salt", 4096) == "c5e478d59288c841aa530db6845c4c8d962893a001ce4e11a4963873aa98134a")
  }

  @Test("What a code gives differs by code, key and label, and is always the same")
  func secrets() throws {
    var random = Seeded(3)
    let codes = try (0..<2).map { _ in try #require(AccessCode.drawn { _ in (0..<5).map { _ in random.byte() } }) }
    let key = AccessKey(bytes: Array(0..<32), rounds: 3)
    let other = AccessKey(bytes: Array(1..<33), rounds: 3)
    let all = [key.secrets(of: codes[0]), key.secrets(of: codes[1]), other.secrets(of: codes[0])]
    var parts: Set<[UInt8]> = []
    for secrets in all {
      parts.insert(Array(secrets.tag.prefix(16)))
      parts.insert(try #require(secrets.draft).bytes)
      parts.insert(try #require(secrets.mark).bytes)
      parts.insert(Array(secrets.key.bytes.prefix(16)))
    }
    #expect(parts.count == 12)
    #expect(key.secrets(of: codes[0]).tag == all[0].tag)
  }

  @Test("A draft is opened by its key and its name alone, and its length tells little")
  func encryption() throws {
    let key = DraftKey(bytes: [UInt8](repeating: 7, count: 32))
    let name = Token(high: 1, low: 2)
    let short = try key.sealed([1, 2, 3], draft: name, nonce: [UInt8](repeating: 1, count: 12))
    let long = try key.sealed([UInt8](repeating: 9, count: 900), draft: name, nonce: [UInt8](repeating: 2, count: 12))
    #expect(short.count == long.count && short.count == 1024 + 28)
    #expect(key.opened(short, draft: name) == [1, 2, 3])
    #expect(key.opened(short, draft: Token(high: 1, low: 3)) == nil)
    #expect(DraftKey(bytes: [UInt8](repeating: 8, count: 32)).opened(short, draft: name) == nil)
    for place in stride(from: 0, to: short.count, by: 97) {
      var changed = short
      changed[place] ^= 1
      #expect(key.opened(changed, draft: name) == nil)
    }
    #expect(key.opened([], draft: name) == nil)
  }
}
