import Testing

@testable import Instruments

@Suite("Content hashes")
struct ContentHashTests {
  @Test("The hash is SHA-256 (FIPS 180-4, example B.1)")
  func standardExample() {
    let hash = ContentHash(of: "abc".utf8).digest
    #expect(hash.hex == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    #expect(hash.short == "ba7816bf8f01")
    #expect(Digest(bytes: hash.bytes) == hash && Digest(hex: hash.hex) == hash)
    #expect(Digest(bytes: [1, 2, 3]) == nil && Digest(hex: "abc") == nil)
  }

  @Test(
    "Line ends and the byte order mark don't make another version",
    arguments: ["a\r\nb\r\n", "a\rb\r", "\u{FEFF}a\nb\n", "\u{FEFF}a\r\nb\n"])
  func sameVersion(text: String) {
    #expect(ContentHash(of: text.utf8) == ContentHash(of: "a\nb\n".utf8))
  }

  @Test("Any other change does", arguments: ["a\n\nb\n", "a\nb", "A\nb\n", "a\nb\n\u{FEFF}", "a\r\r\nb\n"])
  func otherVersion(text: String) {
    #expect(ContentHash(of: text.utf8) != ContentHash(of: "a\nb\n".utf8))
  }
}
