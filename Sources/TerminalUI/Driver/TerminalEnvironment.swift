/// What the surroundings say about the terminal, as a value.
///
/// Whoever owns the process reads them; nothing here does.
package struct TerminalEnvironment: Sendable, Equatable {
  /// How a session can be held here.
  package enum Mode: Sendable, Hashable {
    /// Frames on a terminal that can address its cells.
    case fullScreen
    /// A line at a time: dumb terminals, screen readers, whoever asks for it.
    case lineMode
    /// Standard input or output is no terminal: answers come from a file or a pipe, and nobody is asked anything.
    case scripted
  }

  package var mode: Mode
  package var colours: ColourLevel
  package var theme: Theme
  package var glyphs: Glyphs
  /// What COLUMNS and LINES say, for terminals that don't tell their size; 80×24 where these say nothing.
  package var fallbackSize: Size

  /// What a person asked for on the command line, which goes before what is found.
  package struct Wishes: Sendable, Equatable {
    package var lineMode: Bool
    package var ascii: Bool
    package var noColour: Bool
    package var theme: Theme?

    package init(lineMode: Bool = false, ascii: Bool = false, noColour: Bool = false, theme: Theme? = nil) {
      self.lineMode = lineMode
      self.ascii = ascii
      self.noColour = noColour
      self.theme = theme
    }
  }

  package init(
    variables: [String: String], inputIsTerminal: Bool, outputIsTerminal: Bool, wishes: Wishes = Wishes()
  ) {
    let term = variables["TERM"] ?? ""
    mode =
      if !inputIsTerminal || !outputIsTerminal { .scripted } else if wishes.lineMode || Self.dumb.contains(term) {
        .lineMode
      } else { .fullScreen }
    theme = wishes.theme ?? variables["SYNAK_THEME"].flatMap { Theme(rawValue: $0.lowercased()) } ?? .terminal
    // no-color.org: set and not empty. A theme that was asked for by name for this run goes before it.
    let noColour = !(variables["NO_COLOR"] ?? "").isEmpty && (wishes.theme ?? .plain) == .plain
    let isColourless = wishes.noColour || noColour || theme == .plain || !outputIsTerminal
    colours = isColourless ? .none : Self.colours(of: term, variables)
    glyphs = wishes.ascii || !Self.isUTF8(variables) ? .ascii : .unicode
    fallbackSize = Size(
      columns: Self.count(variables["COLUMNS"]) ?? 80, rows: Self.count(variables["LINES"]) ?? 24)
  }

  private static let dumb: Set<String> = ["", "dumb", "unknown", "emacs"]

  private static func colours(of term: String, _ variables: [String: String]) -> ColourLevel {
    if dumb.contains(term) || term.hasSuffix("-m") || term.hasSuffix("-mono") || term.hasPrefix("vt1")
      || term.hasPrefix("vt2") || term.hasPrefix("vt5")
    {
      return .none
    }
    // The console with a font of 512 glyphs, as Kyrgyz needs, has no bright colours.
    if term.hasPrefix("linux") || term == "ansi" || term == "cygwin" { return .eight }
    if ["truecolor", "24bit"].contains((variables["COLORTERM"] ?? "").lowercased()) || term.hasSuffix("-direct") {
      return .full
    }
    return term.contains("256color") ? .palette : .sixteen
  }

  /// The locale's character set, from the first variable that says something (POSIX, Base Definitions §8.2).
  private static func isUTF8(_ variables: [String: String]) -> Bool {
    for name in ["LC_ALL", "LC_CTYPE", "LANG"] {
      guard let value = variables[name], !value.isEmpty else { continue }
      let codeset = value.lowercased()
      return codeset.contains("utf-8") || codeset.contains("utf8")
    }
    return false
  }

  private static func count(_ text: String?) -> Int? {
    guard let text, let number = Int(text), (1...10_000).contains(number) else { return nil }
    return number
  }
}
