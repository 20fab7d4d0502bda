import Administration
import Datasets
import Expressions
import Instruments
import TerminalUI
import Testing
import Texts

@testable import Screens

/// Every way of asking as people see it, in three languages, on the full screen and line by line: files for people to
/// review, and beside them what holds of every screen however it is laid out.
@Suite("Every kind of question, in three languages and both modes")
struct KindGoldenTests {
  static let large = Size(columns: 80, rows: 24)
  static let small = Size(columns: 40, rows: 12)
  static let views = Language.spoken.flatMap { language in [large, small].map { (language, $0) } }

  private static func folder(_ language: Language, _ size: Size) -> String {
    "Kinds/\(language)-\(size.columns)x\(size.rows)"
  }

  /// Screens of one stop, from untouched to answered.
  private func film(_ stop: KindStop, _ instrument: CheckedInstrument, _ language: Language, _ size: Size) -> (
    film: Film, typist: Typist, first: String
  ) {
    var typist = Typist(instrument, language: language, size: size)
    var film = Film()
    stop.before(&typist)
    typist.go(to: stop.id)
    let first = typist.screen
    film.take("untouched", typist)
    for (title, act) in stop.steps {
      act(&typist)
      film.take(title, typist)
    }
    return (film, typist, first)
  }

  @Test("The screens of every kind", arguments: views)
  func screens(language: Language, size: Size) throws {
    let instrument = try KindTour.instrument()
    for stop in KindTour.stops {
      let (film, typist, first) = film(stop, instrument, language, size)
      try Golden.expect(film.text, "\(Self.folder(language, size))/\(stop.id)")
      guard size == Self.large else { continue }
      // However it is laid out, all that is asked stands on the usual screen.
      let words = Set(Self.words(first))
      for item in typist.state.items {
        for word in Self.words(typist.state.plain(item.item.prompt)) {
          #expect(words.contains(word), "\(stop.id): \(word)")
        }
      }
    }
  }

  @Test("The screens around the questions", arguments: views)
  func around(language: Language, size: Size) throws {
    let instrument = try KindTour.instrument()
    func expect(_ name: String, _ play: (inout Typist, inout Film) -> Void) throws {
      var typist = Typist(instrument, language: language, size: size)
      var film = Film()
      play(&typist, &film)
      try Golden.expect(film.text, "\(Self.folder(language, size))/\(name)")
    }
    try expect("a-note") { $1.take("a note that begins", $0) }
    try expect("a-sum") { typist, film in
      typist.go(to: "age")
      typist.type("9")
      typist.go(to: "asked")
      typist.type("++")
      typist.go(to: "letters")
      typist.press(.pageDown)
      film.take("a note with a computed number", typist)
    }
    try expect("overview") { typist, film in
      typist.go(to: "fruit")
      typist.type("2")
      typist.press(.enter, .function(3), .function(2))
      film.take("the list: one answered, one marked", typist)
    }
    try expect("help") { typist, film in
      typist.go(to: "fruit")
      typist.press(.function(1))
      film.take("help", typist)
    }
    try expect("languages") { typist, film in
      typist.go(to: "fruit")
      typist.press(.function(4))
      film.take("languages", typist)
    }
    try expect("handing-in") { typist, film in
      typist.go(to: "letters")
      typist.press(.pageDown, .pageDown)
      film.take("the end", typist)
      typist.press(.function(10))
      film.take("asked once more", typist)
      typist.press(.down, .enter)
      film.take("handed in", typist)
    }
    try expect("leaving") { typist, film in
      typist.press(.control("c"))
      film.take("asked once more", typist)
    }
    try expect("time") { typist, film in
      typist.go(to: "fruit")
      typist.wait(milliseconds: 35 * 60_000)
      film.take("five minutes left", typist)
      typist.wait(milliseconds: 4 * 60_000)
      film.take("one minute left", typist)
      typist.wait(milliseconds: 60_000)
      film.take("the time is up", typist)
    }
  }

  @Test("A window that is too small, in each language", arguments: Language.spoken)
  func tooSmall(language: Language) throws {
    var film = Film()
    film.take("20x5", Typist(try KindTour.instrument(), language: language, size: Size(columns: 20, rows: 5)))
    try Golden.expect(film.text, "Kinds/\(language)-too-small")
  }

  @Test("The same line by line", arguments: Language.spoken)
  func lines(language: Language) throws {
    let instrument = try KindTour.instrument()
    for stop in KindTour.stops {
      var player = try lines(to: stop, instrument, language)
      var text = player.printed
      for line in stop.lines { text += "\u{25B8} \(line)\n" + player.say(line) }
      try Golden.expect(text, "Kinds/\(language)-lines/\(stop.id)")
    }
    var player = LinePlayer(instrument, language)
    var text = player.printed
    for word in ["/help", "/list", "/mark", "/language", "/submit", "2"] {
      text += "\u{25B8} \(word)\n" + player.say(word)
    }
    try Golden.expect(text, "Kinds/\(language)-lines/around")
  }

  /// A line runner at a stop, with what it printed there.
  private func lines(to stop: KindStop, _ instrument: CheckedInstrument, _ language: Language) throws -> LinePlayer {
    var player = LinePlayer(instrument, language)
    func go(_ id: String) throws {
      let state = player.runner.state
      let index = state.questions.firstIndex { state.session.plan.element(at: $0).block.id.text == id }
      player.say("/\(try #require(index, "\(id)") + 1)")
    }
    if stop.id == "district" {
      try go("region")
      player.say("1")
    } else {
      try go(stop.id)
    }
    return player
  }

  // MARK: What holds however screens are laid out

  @Test("Every golden screen fits its window", arguments: views)
  func fits(language: Language, size: Size) throws {
    for (name, text) in try Golden.texts(in: Self.folder(language, size)) {
      for screen in text.split(separator: "== ") {
        let rows = screen.split(separator: "\n", omittingEmptySubsequences: false).dropFirst().dropLast()
        #expect(rows.count == size.rows, "\(name): \(screen)")
        for row in rows {
          #expect(row.unicodeScalars.reduce(0) { $0 + cellWidth($1) } <= size.columns, "\(name): \(row)")
        }
      }
    }
  }

  @Test("Line mode asks with the same words and options, and takes the same answers", arguments: Language.spoken)
  func sameInBothModes(language: Language) throws {
    let instrument = try KindTour.instrument()
    for stop in KindTour.stops {
      var (_, typist, _) = film(stop, instrument, language, Self.large)
      typist.press(.pageDown)
      var player = try lines(to: stop, instrument, language)
      var printed = player.printed
      let asked = player.runner.state.items.flatMap { item in
        [item.item.prompt] + player.runner.state.options(of: item).map(\.text)
      }
      for line in stop.lines { printed += player.say(line) }
      let words = Set(Self.words(printed))
      for text in asked {
        for word in Self.words(player.runner.state.plain(text)) { #expect(words.contains(word), "\(stop.id): \(word)") }
      }
      for id in stop.items where stop.id != "letters" {
        #expect(typist.answer(id)?.isMissing == false, "\(stop.id) \(id)")
        #expect(typist.answer(id) == player.answer(id), "\(stop.id) \(id)")
      }
    }
  }

  /// Letters and digits that stand together: what is left of a text when it is broken into lines and framed.
  private static func words(_ text: String) -> [Substring] {
    text.split { !$0.isLetter && !$0.isNumber }
  }
}
