package import Expressions
package import TerminalUI
package import Texts

/// A person chooses who he is: first the class, then the name, then says yes.
///
/// Typing letters narrows a list of names; a number never chooses, and Enter never both chooses and confirms, so that no
/// held key makes a pupil somebody else.
package struct PickerScreen: Screen {
  package struct Person: Sendable, Hashable {
    package var id: Symbol
    package var name: String
    package var schoolClass: String
    /// What is known of this person's work: "handed in", "begun". Shown behind the name.
    package var standing: String

    package init(id: Symbol, name: String, schoolClass: String, standing: String = "") {
      self.id = id
      self.name = name
      self.schoolClass = schoolClass
      self.standing = standing
    }
  }

  package enum Result: Sendable, Hashable {
    /// The person, and the language in which the choice was made.
    case picked(Symbol, Language)
    case left
  }

  enum Mode: Sendable, Hashable {
    case classes
    case names(schoolClass: String)
    case confirm(Person)
  }

  private let title: String
  private let people: [Person]
  private let classes: [String]
  private let languages: [Language]
  private let isKiosk: Bool
  package private(set) var language: Language
  package private(set) var result: Result?
  var mode: Mode
  var cursor = 0
  /// Letters typed so far.
  var filter = ""
  private var size = Size(columns: 0, rows: 0)
  private var scroll = 0

  /// - Parameters:
  ///   - title: What is going to be sat.
  ///   - people: In the order in which they are listed.
  package init(
    title: String, people: [Person], language: Language, languages: [Language] = Language.spoken, isKiosk: Bool = false
  ) {
    self.title = title
    self.people = people
    self.language = language
    self.languages = languages
    self.isKiosk = isKiosk
    var classes: [String] = []
    for person in people where !classes.contains(person.schoolClass) { classes.append(person.schoolClass) }
    self.classes = classes
    mode = classes.count == 1 ? .names(schoolClass: classes[0]) : .classes
  }

  /// The names that are listed now.
  var listed: [Person] {
    guard case .names(let schoolClass) = mode else { return [] }
    let wanted = filter.lowercased()
    return people.filter { person in
      person.schoolClass == schoolClass
        && (wanted.isEmpty || person.name.lowercased().split(separator: " ").contains { $0.hasPrefix(wanted) })
    }
  }

  private var count: Int {
    switch mode {
    case .classes: classes.count
    case .names: listed.count
    case .confirm: 2
    }
  }

  // MARK: Input

  package mutating func take(_ input: ScreenInput) {
    switch input {
    case .resize(let size): self.size = size
    case .key(let key): if Chrome.fits(size) || key == .control("c") { take(key) }
    case .paste, .tick, .hangup: break
    }
    followFocus()
  }

  private mutating func take(_ key: Key) {
    switch key {
    case .up: cursor = max(0, cursor - 1)
    case .down: cursor = max(0, min(count - 1, cursor + 1))
    case .pageUp: cursor = max(0, cursor - max(1, height - 1))
    case .pageDown: cursor = max(0, min(count - 1, cursor + max(1, height - 1)))
    case .home: cursor = 0
    case .end: cursor = max(0, count - 1)
    case .function(4), .control("l"):
      language = languages.next(after: language)
    case .control("c"): if !isKiosk { result = .left }
    case .enter: choose()
    case .backspace: goBack()
    case .left, .backTab: stepBack()
    case .character(let character): type(character)
    default: break
    }
  }

  private mutating func type(_ character: Character) {
    switch mode {
    case .names:
      guard character.isLetter || (character == " " && !filter.isEmpty) else { return }
      let before = filter
      filter.append(character)
      // A letter with which no name goes on is a slip.
      if listed.isEmpty { filter = before } else { cursor = 0 }
    case .classes, .confirm:
      if let number = character.wholeNumberValue, (1...max(1, count)).contains(number) { cursor = number - 1 }
    }
  }

  private mutating func choose() {
    switch mode {
    case .classes:
      guard classes.indices.contains(cursor) else { return }
      enter(.names(schoolClass: classes[cursor]))
    case .names:
      let listed = listed
      guard listed.indices.contains(cursor) else { return }
      enter(.confirm(listed[cursor]))
    case .confirm(let person):
      if cursor == 1 { result = .picked(person.id, language) } else { stepBack() }
    }
  }

  private mutating func enter(_ mode: Mode) {
    self.mode = mode
    cursor = 0
    scroll = 0
    if case .confirm = mode { return }
    filter = ""
  }

  private mutating func goBack() {
    if filter.isEmpty { stepBack() } else { filter.removeLast() }
    cursor = min(cursor, max(0, count - 1))
  }

  private mutating func stepBack() {
    switch mode {
    case .classes: break
    case .names(let schoolClass):
      guard classes.count > 1 else { return }
      enter(.classes)
      cursor = classes.firstIndex(of: schoolClass) ?? 0
    case .confirm(let person):
      enter(.names(schoolClass: person.schoolClass))
      cursor = listed.firstIndex(of: person) ?? 0
    }
  }

  // MARK: View

  private var height: Int { chrome(.unicode).layout(size).rows.count }

  private mutating func followFocus() {
    let layout = chrome(.unicode).layout(size)
    scroll = body(width: layout.width, glyphs: .unicode).scroll(from: scroll, height: layout.rows.count)
  }

  private func words(_ phrase: PickerPhrase, _ arguments: [String: String] = [:]) -> String {
    phrase.text(in: language, arguments)
  }

  private func chrome(_ glyphs: Glyphs) -> Chrome {
    var chrome = Chrome(title: title)
    switch mode {
    case .classes: chrome.subtitle = words(.chooseClass)
    case .names(let schoolClass):
      chrome.subtitle = words(.chooseName, ["class": schoolClass])
      chrome.message = filter.isEmpty ? "" : words(.typed, ["letters": filter])
    case .confirm: break
    }
    chrome.hints = [
      Chrome.Hint(key: glyphs.up + glyphs.down, action: CommonPhrase.choose.text(in: language)),
      Chrome.Hint(key: "Enter", action: RunnerPhrase.hintTake.text(in: language)),
    ]
    if case .names = mode {
      chrome.hints.append(Chrome.Hint(key: words(.lettersKey), action: words(.find)))
      if classes.count > 1 {
        chrome.hints.append(Chrome.Hint(key: "Backspace", action: CommonPhrase.back.text(in: language)))
      }
    }
    if languages.count > 1 {
      chrome.hints.append(Chrome.Hint(key: "F4", action: CommonPhrase.language.text(in: language)))
    }
    return chrome
  }

  private func body(width: Int, glyphs: Glyphs) -> Body {
    var body = Body(width: width, glyphs: glyphs, isSpacious: false)
    switch mode {
    case .classes: for (index, name) in classes.enumerated() { add("\(index + 1)  \(name)", "", index, to: &body) }
    case .names: for (index, person) in listed.enumerated() { add(person.name, person.standing, index, to: &body) }
    case .confirm(let person):
      body.add(words(.isItYou, ["name": person.name, "class": person.schoolClass]), .bold)
      if !person.standing.isEmpty { body.add(person.standing) }
      body.blank()
      add("1  " + words(.notMe), "", 0, to: &body)
      add("2  " + words(.itIsMe), "", 1, to: &body)
    }
    return body
  }

  private func add(_ text: String, _ note: String, _ index: Int, to body: inout Body) {
    let isFocused = index == cursor
    body.focused(isFocused) { body in
      body.add(
        StyledText(text + (note.isEmpty ? "" : "  (\(note))"), isFocused ? .bold : .plain),
        before: isFocused ? body.glyphs.pointer + " " : "  ", .bold)
    }
  }

  package func frame(size: Size, glyphs: Glyphs) -> Frame {
    guard Chrome.fits(size) else { return Chrome.tooSmall(size, in: language) }
    var frame = Frame(size: size)
    let chrome = chrome(glyphs)
    chrome.draw(into: &frame, glyphs: glyphs)
    let layout = chrome.layout(size)
    body(width: layout.width, glyphs: glyphs).draw(
      into: &frame, rows: layout.rows, column: layout.column, scroll: scroll)
    return frame
  }
}

/// Words of the picker.
enum PickerPhrase: PhraseCatalogue {
  case chooseClass, chooseName, typed, isItYou, itIsMe, notMe, lettersKey, find

  var template: Template {
    switch self {
    case .chooseClass: Template(ky: "Классыңызды тандаңыз", ru: "Выберите свой класс", en: "Choose your class")
    case .chooseName:
      Template(ky: "{class}: атыңызды тандаңыз", ru: "{class}: выберите своё имя", en: "{class}: choose your name")
    case .typed: Template(ky: "Изделүүдө: {letters}", ru: "Поиск: {letters}", en: "Looking for: {letters}")
    case .isItYou:
      Template(ky: "Бул сизби: {name}, {class}?", ru: "Это вы: {name}, {class}?", en: "Is this you: {name}, {class}?")
    case .itIsMe: Template(ky: "Ооба, баштайм", ru: "Да, начать", en: "Yes, begin")
    case .notMe: Template(ky: "Жок, башка ат", ru: "Нет, другое имя", en: "No, another name")
    case .lettersKey: Template(ky: "А-Я", ru: "А-Я", en: "A-Z")
    case .find: Template(ky: "издөө", ru: "найти", en: "find")
    }
  }
}
