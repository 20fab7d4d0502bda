import SeededTesting
import TerminalUI
import Testing

@Suite("Key parser")
struct KeyParserTests {
  private static let prompt: [UInt8] = Array("Zй".utf8)
  private static let promptEvents: [TerminalEvent] = [.key(.character("Z")), .key(.character("й"))]

  /// All events of bytes given in pieces at one moment.
  private func events(_ pieces: [ArraySlice<UInt8>]) -> [TerminalEvent] {
    var parser = KeyParser()
    return pieces.flatMap { parser.feed($0, at: 0) }
  }

  @Test("Each spelling means its key, and nothing else comes of it", arguments: Spelling.keys + Spelling.noise)
  func spellings(spelling: Spelling) {
    #expect(events([spelling.bytes[...]]) == spelling.meaning)
    let followed = spelling.bytes + Self.prompt
    #expect(events([followed[...]]) == spelling.meaning + Self.promptEvents)
  }

  @Test("Wherever a sequence is cut, the events are the same", arguments: Spelling.keys + Spelling.noise)
  func cuts(spelling: Spelling) {
    let bytes = spelling.bytes + Self.prompt
    let whole = events([bytes[...]])
    for cut in 1..<bytes.count { #expect(events([bytes[..<cut], bytes[cut...]]) == whole, "cut at \(cut)") }
    #expect(events(bytes.indices.map { bytes[$0...$0] }) == whole)
  }

  @Test("Random control sequences, cut at random, type no character", arguments: 1...UInt64(30))
  func noSequenceTypesACharacter(seed: UInt64) {
    var random = Seeded(seed)
    for _ in 0..<500 {
      let sequence = RandomInput.controlSequence(using: &random)
      let cut = Int.random(in: 0...sequence.count, using: &random)
      let found = events([sequence[..<cut], sequence[cut...], Self.prompt[...]])
      #expect(found.suffix(2) == Self.promptEvents, "\(sequence)")
      for event in found.dropLast(2) {
        if case .key(.character) = event { Issue.record("\(sequence) typed \(event)") }
        if case .paste = event { Issue.record("\(sequence) pasted") }
      }
    }
  }

  @Test("Random bytes are survived: no controls come out, and the keyboard is alive afterwards")
  func randomBytes() {
    var random = Seeded(7)
    var parser = KeyParser()
    var now: Int64 = 0
    for _ in 0..<2_000 {
      let bytes = (0..<50).map { _ in RandomInput.byte(using: &random) }
      now += Int64.random(in: 0...300, using: &random)
      for event in parser.feed(bytes, at: now) {
        switch event {
        case .key(.character(let character)):
          #expect(SafeText.line(String(character)).string == String(character))
        case .paste(let text): #expect(SafeText.block(text).string == text && text.utf8.count <= KeyParser.pasteLimit)
        default: break
        }
      }
    }
    _ = parser.flush(at: now + 5_000)
    _ = parser.flush(at: now + 10_000)
    #expect(parser.deadline == nil)
    #expect(parser.feed(Self.prompt, at: now + 10_000) == Self.promptEvents)
  }
}

@Suite("Key parser: time")
struct KeyParserTimeTests {
  @Test("A lone ESC is Escape after half a second, not earlier")
  func loneEscape() {
    var parser = KeyParser()
    #expect(parser.feed([0x1B], at: 1_000).isEmpty)
    #expect(parser.deadline == 1_500)
    #expect(parser.flush(at: 1_499).isEmpty)
    #expect(parser.flush(at: 1_500) == [.key(.escape)])
    #expect(parser.feed(Array("2".utf8), at: 1_600) == [.key(.character("2"))])
  }

  @Test("A key after a lone ESC, typed slowly, is itself and no Alt pair")
  func keyAfterEscape() {
    var parser = KeyParser()
    _ = parser.feed([0x1B], at: 0)
    #expect(parser.feed(Array("O".utf8), at: 700) == [.key(.escape), .key(.character("O"))])
  }

  @Test("The rest of a sequence that a slow line cut after ESC still types nothing")
  func slowLine() {
    var parser = KeyParser()
    _ = parser.feed([0x1B], at: 0)
    #expect(parser.feed(Array("[3~2".utf8), at: 900) == [.key(.escape), .key(.delete), .key(.character("2"))])
  }

  @Test("Alt-[ and Alt-P make the keyboard deaf for five seconds at most", arguments: ["[", "P", "]", "O", "[1;"])
  func introducers(introducer: String) {
    var parser = KeyParser()
    _ = parser.feed(Array("\u{1B}\(introducer)".utf8), at: 0)
    #expect(parser.feed(Array("2".utf8), at: 5_000) == [.key(.character("2"))])
  }

  @Test("Enter breaks an unfinished sequence off and is obeyed", arguments: ["[1", "P12", "]0;", "[[", "[M2"])
  func enterInterrupts(introducer: String) {
    var parser = KeyParser()
    #expect(parser.feed(Array("\u{1B}\(introducer)\r2".utf8), at: 0) == [.key(.enter), .key(.character("2"))])
  }
}

@Suite("Key parser: pastes")
struct KeyParserPasteTests {
  private func paste(_ text: String) -> [TerminalEvent] {
    var parser = KeyParser()
    return parser.feed(Array("\u{1B}[200~\(text)\u{1B}[201~".utf8), at: 0)
  }

  @Test("A paste comes in one piece, its line ends as newlines")
  func lines() {
    #expect(paste("бир\r\nэки\rүч\nтөрт") == [.paste("бир\nэки\nүч\nтөрт")])
  }

  @Test("Controls and escapes in a paste are dropped, keys in it are no keys")
  func controls() {
    #expect(paste("a\u{1B}[Ab\u{3}c\u{9B}31md\u{202E}e\tf") == [.paste("a[Abc31mde f")])
  }

  @Test("A paste is cut at its limit, and what follows is typed")
  func limit() {
    var parser = KeyParser()
    let long = String(repeating: "ө", count: 100_000)
    let events = parser.feed(Array("\u{1B}[200~\(long)\u{1B}[201~2".utf8), at: 0)
    #expect(events == [.paste(String(repeating: "ө", count: KeyParser.pasteLimit / 2)), .key(.character("2"))])
  }

  @Test("A paste may be as slow as it likes, but five silent seconds end it")
  func slow() {
    var parser = KeyParser()
    _ = parser.feed(Array("\u{1B}[200~a".utf8), at: 0)
    #expect(parser.feed(Array("b".utf8), at: 4_000).isEmpty)
    #expect(parser.feed(Array("c".utf8), at: 8_000).isEmpty)
    #expect(parser.flush(at: 13_000) == [.paste("abc")])
  }

  @Test("What looks like the end but isn't belongs to the paste")
  func falseEnds() {
    #expect(paste("a\u{1B}[20\u{1B}[201") == [.paste("a[20[201")])
  }
}
