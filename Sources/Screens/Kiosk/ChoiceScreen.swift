package import TerminalUI
package import Texts

/// A page of words with a few numbered answers under them: the welcome of a kiosk, its consent, its notices.
///
/// A number only points; Enter takes what is pointed at. Where something is agreed to, Enter that came with the screen
/// takes nothing: a key held on the page before must not agree.
package struct ChoiceScreen: Screen {
  package struct Content: Sendable {
    package var title: String
    package var words: [String]
    package var choices: [String]

    package init(title: String, words: [String], choices: [String]) {
      self.title = title
      self.words = words
      self.choices = choices
    }
  }

  package enum Result: Sendable, Hashable {
    /// The number of the answer, from 0, and the language in which it was read.
    case chosen(Int, Language)
    /// Nobody did anything for so long.
    case timeOut
  }

  private let languages: [Language]
  private let content: @Sendable (Language) -> Content
  /// Ticks until `timeOut`; nil waits for ever.
  private let patience: Int?
  private var ticks = 0
  package private(set) var language: Language
  package private(set) var result: Result?
  private var size = Size(columns: 0, rows: 0)
  private(set) var cursor: Int
  private var scroll = 0
  /// A key other than Enter came, or a moment passed: Enter is meant for this page.
  private var isSeen: Bool

  /// - Parameters:
  ///   - patience: How many ticks without a key are waited for.
  ///   - cursor: The answer that is pointed at first.
  ///   - isAgreement: Enter takes only after a moment, or after another key.
  package init(
    language: Language, languages: [Language], patience: Int? = nil, cursor: Int = 0, isAgreement: Bool = false,
    content: @escaping @Sendable (Language) -> Content
  ) {
    self.language = language
    self.languages = languages
    self.patience = patience
    self.cursor = cursor
    isSeen = !isAgreement
    self.content = content
  }

  package mutating func take(_ input: ScreenInput) {
    switch input {
    case .resize(let size): self.size = size
    case .tick:
      isSeen = true
      ticks += 1
      if let patience, ticks >= patience { result = .timeOut }
    case .key(let key):
      ticks = 0
      if Chrome.fits(size) { take(key) }
    case .paste, .hangup: break
    }
    followFocus()
  }

  private mutating func take(_ key: Key) {
    let count = content(language).choices.count
    switch key {
    case .enter:
      if isSeen, count > 0 { result = .chosen(cursor, language) }
    case .up, .backTab: cursor = max(0, cursor - 1)
    case .down, .tab: cursor = min(max(0, count - 1), cursor + 1)
    case .pageUp: scroll = max(0, scroll - 5)
    case .pageDown: scroll += 5
    case .function(4), .control("l"):
      language = languages.next(after: language)
    case .character(let character):
      if let number = character.wholeNumberValue, (1...max(1, count)).contains(number) { cursor = number - 1 }
    default: break
    }
    if key != .enter { isSeen = true }
  }

  private mutating func followFocus() {
    guard Chrome.fits(size) else { return }
    let layout = chrome(.unicode).layout(size)
    scroll = body(width: layout.width, glyphs: .unicode).scroll(from: scroll, height: layout.rows.count)
  }

  private func chrome(_ glyphs: Glyphs) -> Chrome {
    let content = content(language)
    var chrome = Chrome(title: content.title)
    if content.choices.count > 1 {
      chrome.hints.append(
        Chrome.Hint(
          key: "1-\(content.choices.count) " + glyphs.up + glyphs.down, action: CommonPhrase.choose.text(in: language)))
    }
    if !content.choices.isEmpty {
      chrome.hints.append(Chrome.Hint(key: "Enter", action: RunnerPhrase.hintTake.text(in: language)))
    }
    if languages.count > 1 {
      chrome.hints.append(Chrome.Hint(key: "F4", action: CommonPhrase.language.text(in: language)))
    }
    return chrome
  }

  private func body(width: Int, glyphs: Glyphs) -> Body {
    let content = content(language)
    var body = Body(width: width, glyphs: glyphs, isSpacious: true)
    for words in content.words {
      body.add(words)
      body.blank()
    }
    for (index, choice) in content.choices.enumerated() {
      let isFocused = index == cursor
      body.focused(isFocused) { body in
        body.add(
          StyledText(choice, isFocused ? .bold : .plain),
          before: (isFocused ? glyphs.pointer : " ") + " \(index + 1)  ", .bold)
      }
      body.space()
    }
    return body
  }

  package func frame(size: Size, glyphs: Glyphs) -> Frame {
    guard Chrome.fits(size) else { return Chrome.tooSmall(size, in: language) }
    var frame = Frame(size: size)
    let chrome = chrome(glyphs)
    chrome.draw(into: &frame, glyphs: glyphs)
    let layout = chrome.layout(size)
    body(width: layout.width, glyphs: glyphs).draw(
      into: &frame, rows: layout.rows, column: layout.column, scroll: scroll)
    if frame.cursor == nil { frame.cursor = TerminalUI.Position(row: layout.rows.lowerBound, column: layout.column) }
    return frame
  }
}
