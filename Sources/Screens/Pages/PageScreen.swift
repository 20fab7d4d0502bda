package import TerminalUI
package import Texts

/// A page on a screen: read by scrolling, in any of its languages, closed by Enter.
package struct PageScreen: Screen {
  /// How the reader left.
  package enum Result: Sendable, Hashable { case read, left }

  private let languages: [Language]
  private let content: @Sendable (Language) -> Page
  private let isKiosk: Bool
  package private(set) var language: Language
  package private(set) var result: Result?
  private var size = Size(columns: 0, rows: 0)
  private var scroll = 0
  private var page: Page

  /// - Parameters:
  ///   - languages: The languages to switch between, in order.
  ///   - content: The page in a language.
  package init(
    language: Language, languages: [Language] = Language.spoken, isKiosk: Bool = false,
    content: @escaping @Sendable (Language) -> Page
  ) {
    self.languages = languages
    self.language = language
    self.content = content
    self.isKiosk = isKiosk
    page = content(language)
  }

  package mutating func take(_ input: ScreenInput) {
    switch input {
    case .resize(let size):
      self.size = size
      move(by: 0)
    case .key(let key): take(key)
    case .paste, .tick, .hangup: break
    }
  }

  private mutating func take(_ key: Key) {
    let height = chrome(.unicode).layout(size).rows.count
    switch key {
    case .up: move(by: -1)
    case .down: move(by: 1)
    case .pageUp, .control("p"): move(by: -max(1, height - 1))
    case .pageDown, .control("n"), .character(" "): move(by: max(1, height - 1))
    case .home: scroll = 0
    case .end: move(by: .max / 2)
    case .function(4), .control("l"):
      language = languages.next(after: language)
      page = content(language)
      move(by: 0)
    case .enter: result = .read
    case .control("c"): if !isKiosk { result = .left }
    default: break
    }
  }

  private mutating func move(by lines: Int) {
    let layout = chrome(.unicode).layout(size)
    scroll = page.body(width: layout.width, glyphs: .unicode).clamped(scroll + lines, height: layout.rows.count)
  }

  private func chrome(_ glyphs: Glyphs) -> Chrome {
    var chrome = Chrome(title: page.title, subtitle: page.subtitle)
    chrome.hints = [
      Chrome.Hint(key: "Enter", action: RunnerPhrase.hintFinish.text(in: language)),
      Chrome.Hint(key: glyphs.up + glyphs.down, action: CommonPhrase.scroll.text(in: language)),
    ]
    if languages.count > 1 {
      chrome.hints.append(Chrome.Hint(key: "F4", action: CommonPhrase.language.text(in: language)))
    }
    return chrome
  }

  package func frame(size: Size, glyphs: Glyphs) -> Frame {
    guard Chrome.fits(size) else { return Chrome.tooSmall(size, in: language) }
    var frame = Frame(size: size)
    let chrome = chrome(glyphs)
    chrome.draw(into: &frame, glyphs: glyphs)
    let layout = chrome.layout(size)
    let body = page.body(width: layout.width, glyphs: glyphs)
    body.draw(into: &frame, rows: layout.rows, column: layout.column, scroll: scroll)
    frame.cursor = TerminalUI.Position(row: layout.rows.lowerBound, column: layout.column)
    return frame
  }
}
