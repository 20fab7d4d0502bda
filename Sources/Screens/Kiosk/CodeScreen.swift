import Administration
package import TerminalUI
package import Texts

/// A person types an access code.
///
/// What is typed stands in groups as on the slip. Nothing is remembered of a code that was sent.
package struct CodeScreen: Screen {
  package enum Result: Sendable, Hashable {
    case typed(String, Language)
    /// Nobody typed for so long.
    case timeOut
  }

  private let title: @Sendable (Language) -> String
  private let languages: [Language]
  /// What was wrong with the last code; in each language.
  private let problem: (@Sendable (Language) -> String)?
  private let patience: Int?
  private var ticks = 0
  package private(set) var language: Language
  package private(set) var result: Result?
  private var size = Size(columns: 0, rows: 0)
  private(set) var typed = ""

  private static let longest = 24

  package init(
    language: Language, languages: [Language], patience: Int? = nil,
    problem: (@Sendable (Language) -> String)? = nil, title: @escaping @Sendable (Language) -> String
  ) {
    self.language = language
    self.languages = languages
    self.patience = patience
    self.problem = problem
    self.title = title
  }

  package mutating func take(_ input: ScreenInput) {
    switch input {
    case .resize(let size): self.size = size
    case .tick:
      ticks += 1
      if let patience, ticks >= patience { result = .timeOut }
    case .paste(let text): for character in text { type(character) }
    case .key(let key):
      ticks = 0
      guard Chrome.fits(size) else { return }
      switch key {
      case .enter: if !typed.isEmpty { result = .typed(typed, language) }
      case .backspace: if !typed.isEmpty { typed.removeLast() }
      case .function(4), .control("l"):
        language = languages.next(after: language)
      case .control("u"): typed = ""
      case .character(let character): type(character)
      default: break
      }
    case .hangup: break
    }
  }

  private mutating func type(_ character: Character) {
    guard character.isLetter || character.isNumber, typed.count < Self.longest else { return }
    typed += String(character).uppercased()
  }

  private var grouped: String { AccessCode.grouped(typed) }

  private func chrome(_ glyphs: Glyphs) -> Chrome {
    var chrome = Chrome(title: title(language))
    if typed.isEmpty, let problem { chrome.message = problem(language) }
    chrome.hints = [Chrome.Hint(key: "Enter", action: RunnerPhrase.hintTake.text(in: language))]
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
    var body = Body(width: layout.width, glyphs: glyphs, isSpacious: true)
    body.add(KioskPhrase.typeCode.text(in: language), .bold)
    body.add(KioskPhrase.howToType.text(in: language))
    body.blank()
    let line = body.lines.count
    body.add(StyledText(grouped + "_"), before: glyphs.pointer + " ", .bold)
    body.place(cursorAt: line, column: 2 + grouped.count)
    body.draw(into: &frame, rows: layout.rows, column: layout.column, scroll: 0)
    return frame
  }
}
