import Administration
import Expressions
import Instruments
import Psychometrics
import SeededTesting
import TerminalUI
import Testing
import Texts

@testable import Screens

@Suite("How people see and hear it")
struct LooksTests {
  @Test(
    "No key changes the looks of a screen alone: whatever is marked has a sign or a letter, or moves the cursor",
    arguments: seeds(24))
  func neverByColourAlone(seed: UInt64) throws {
    let instruments = try [Sample.everything(), Sample.shipped("parent-survey"), Sample.paced()]
    var keys = RandomKeys(seed: seed)
    let looks = Looks(isLarge: seed % 5 == 0, practice: seed % 3 == 0 ? .given : .none)
    var typist = Typist(instruments[Int(seed) % 3], seed: seed, looks: looks)
    let size = Size(columns: keys.pick([40, 80, 120]), rows: keys.pick([12, 24, 40]))
    typist.give(.resize(size))
    for number in 0..<150 {
      let before = typist.state.frame(size: size, glyphs: .unicode)
      typist.press(keys.key())
      let after = typist.state.frame(size: size, glyphs: .unicode)
      let changesLooksAlone = before != after && before.text == after.text && before.cursor == after.cursor
      #expect(!changesLooksAlone, "seed \(seed), key \(number)\n\(after.text)")
      if typist.state.exit != nil { break }
    }
  }

  @Test("Moving the choice takes at most 200 bytes, and a letter no more than its line, in every theme")
  func bytes() throws {
    for theme in Theme.allCases {
      for isLarge in [false, true] {
        var typist = Typist(try Sample.shipped("math-4-diagnostic"), looks: Looks(isLarge: isLarge))
        var painter = Painter(colours: .full, theme: theme)
        func paint(_ typist: Typist) -> Int {
          painter.paint(typist.state.frame(size: typist.state.size, glyphs: .unicode)).count
        }
        typist.press(.pageDown)
        _ = paint(typist)
        for key in [Key.down, .down, .up, .character("1")] {
          typist.press(key)
          let count = paint(typist)
          if key != .character("1") { #expect(count <= 200, "\(theme), large \(isLarge): \(count)") }
        }
        typist.press(.pageUp)
        _ = paint(typist)
        typist.type("6")
        _ = paint(typist)
        typist.type("2")
        let count = paint(typist)
        #expect(count <= 100, "\(theme), large \(isLarge): \(count)")
      }
    }
  }

  @Test("Letters that come many in one read are typed one by one, also cut in the middle of one")
  func manyInOneRead() throws {
    var typist = Typist(try Sample.everything())
    typist.go(to: "word")
    let bytes = Array("Өсүңү и\u{306}ок 漢字".utf8)
    for cut in [3, 7, bytes.count - 1] {
      var other = typist
      var parser = KeyParser()
      for event in parser.feed(bytes[..<cut], at: 0) + parser.feed(bytes[cut...], at: 30) {
        other.give(ScreenInput(event))
      }
      let text = other.state.entry(at: other.slot("word")).text
      #expect(Array(text.unicodeScalars) == Array("Өсүңү \u{439}ок 漢字".unicodeScalars))
    }
  }

  // MARK: Large print

  @Test("In large print one row of a grid stands on the screen, bold, and Enter leads through the rows")
  func largeGrid() throws {
    var typist = Typist(try Sample.everything(), looks: Looks(isLarge: true))
    typist.go(to: "g")
    #expect(typist.screen.contains("1 / 3") && typist.screen.contains("Winter is long"))
    #expect(!typist.screen.contains("Summer is short"))
    typist.type("2")
    #expect(typist.screen.contains("2 (•) Two"))
    typist.press(.enter)
    #expect(typist.screen.contains("2 / 3") && typist.screen.contains("Summer is short"))
    typist.type("1")
    typist.press(.enter)
    typist.type("3")
    typist.press(.enter)
    #expect(typist.answer("g1") == .code("2"))
    #expect(typist.answer("g2") == .code("1"))
    #expect(typist.answer("g3") == .code("3"))
    #expect(typist.place == "r")
  }

  @Test("Nothing is dim in large print, and every letter is bold", arguments: [40, 80, 120])
  func largeStyle(columns: Int) throws {
    var typist = Typist(
      try Sample.everything(), size: Size(columns: columns, rows: 24), looks: Looks(isLarge: true))
    for _ in 0..<12 {
      let frame = typist.state.frame(size: typist.state.size, glyphs: .unicode)
      for row in 0..<24 {
        for column in 0..<columns where frame[row: row, column: column].text != " " {
          let attributes = frame[row: row, column: column].style.attributes
          #expect(attributes.contains(.bold) && !attributes.contains(.dim))
        }
      }
      if typist.place == "age" { typist.type("7") }
      typist.press(.pageDown)
    }
  }

  @Test("F12 changes the print at any time, with the same thing in focus and every draft kept")
  func toggled() throws {
    var typist = Typist(try Sample.everything())
    typist.go(to: "g")
    typist.type("2")
    typist.press(.down)
    let focus = typist.state.focusedRow?.slot
    let drafts = typist.state.drafts
    typist.press(.function(12))
    #expect(typist.state.looks.isLarge && typist.state.focusedRow?.slot == focus && typist.state.drafts == drafts)
    typist.press(.function(12))
    #expect(typist.state.focusedRow?.slot == focus && typist.state.drafts == drafts)
    #expect(typist.screen.contains("Winter is long") && typist.screen.contains("Spring is green"))
  }

  // MARK: Reading aloud

  @Test("F9 reads the question with its options in the language of the session, and the next key hushes")
  func aloud() throws {
    var typist = Typist(try Sample.everything(), language: .ru, looks: Looks(voices: [.ky, .ru, .en]))
    typist.go(to: "one")
    typist.type("2")
    var step = typist.state.taking(.key(.function(9)), at: typist.now)
    guard case .say(let text, let language)? = step.speech else {
      Issue.record("nothing is said")
      return
    }
    #expect(language == .ru)
    #expect(text == "Выбери одно.\n1. Apple.\n2. Bread.\n3. Other.\n4. Do not know.\nВаш ответ: Bread")
    step = step.state.taking(.key(.down), at: typist.now)
    #expect(step.speech == .hush)
    #expect(step.state.taking(.tick, at: typist.now).speech == nil)
  }

  @Test("Without a voice F9 says so, and the last row doesn't offer it")
  func noVoice() throws {
    var typist = Typist(try Sample.everything(), size: Size(columns: 120, rows: 24))
    typist.go(to: "one")
    #expect(!typist.screen.contains("F9"))
    typist.press(.function(9))
    #expect(typist.screen.contains("can't be read aloud"))
    let voiced = Typist(
      try Sample.everything(), size: Size(columns: 120, rows: 24), looks: Looks(voices: [.ky, .ru, .en]))
    #expect(voiced.screen.contains("F9"))
  }

  @Test("Every page has something to say and no sign of the screen in it")
  func spokenPages() throws {
    var typist = Typist(try Sample.everything(), looks: Looks(voices: [.ky, .ru, .en], practice: .given))
    func check(_ typist: Typist) {
      let words = typist.state.spokenWords
      #expect(words.contains { $0.isLetter })
      #expect(Set(words).isDisjoint(with: "()[]│▶•_"), "\(words)")
    }
    check(typist)
    typist.press(.pageDown)
    for _ in 0..<16 {
      check(typist)
      if typist.place == "age" { typist.type("7") }
      if typist.place == "g" { typist.type("111") }
      typist.press(.pageDown)
    }
    typist.press(.function(2))
    check(typist)
    typist.press(.function(10))
    check(typist)
  }
}
