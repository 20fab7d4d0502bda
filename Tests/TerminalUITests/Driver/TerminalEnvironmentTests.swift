import TerminalUI
import Testing

@Suite("Terminal environment")
struct TerminalEnvironmentTests {
  private func environment(
    _ variables: [String: String], input: Bool = true, output: Bool = true,
    wishes: TerminalEnvironment.Wishes = TerminalEnvironment.Wishes()
  ) -> TerminalEnvironment {
    TerminalEnvironment(variables: variables, inputIsTerminal: input, outputIsTerminal: output, wishes: wishes)
  }

  @Test("A terminal with a name is full screen, a dumb or nameless one is line mode, a pipe is scripted")
  func modes() {
    #expect(environment(["TERM": "xterm-256color"]).mode == .fullScreen)
    #expect(environment(["TERM": "xterm-kitty"]).mode == .fullScreen)
    #expect(environment(["TERM": "dumb"]).mode == .lineMode)
    #expect(environment([:]).mode == .lineMode)
    #expect(environment(["TERM": "xterm"], input: false).mode == .scripted)
    #expect(environment(["TERM": "xterm"], output: false).mode == .scripted)
    #expect(environment(["TERM": "xterm"], wishes: .init(lineMode: true)).mode == .lineMode)
    #expect(environment([:], input: false, wishes: .init(lineMode: true)).mode == .scripted)
  }

  @Test("NO_COLOR counts when it isn't empty, and only terminals with colours get any")
  func colours() {
    #expect(environment(["TERM": "xterm"]).colours == .sixteen)
    #expect(environment(["TERM": "xterm", "NO_COLOR": ""]).colours == .sixteen)
    #expect(environment(["TERM": "xterm", "NO_COLOR": "0"]).colours == .none)
    #expect(environment(["TERM": "xterm"], wishes: .init(noColour: true)).colours == .none)
    #expect(environment(["TERM": "linux"]).colours == .eight)
    #expect(environment(["TERM": "xterm-256color"]).colours == .palette)
    #expect(environment(["TERM": "xterm-256color", "COLORTERM": "truecolor"]).colours == .full)
    #expect(environment(["TERM": "vt220"]).colours == .none)
    #expect(environment(["TERM": "xterm-mono"]).colours == .none)
    #expect(environment(["TERM": "xterm"], output: false).colours == .none)
  }

  @Test("The signs follow the character set of the locale, and the first variable that says something")
  func glyphs() {
    #expect(environment(["LANG": "ky_KG.UTF-8"]).glyphs == .unicode)
    #expect(environment(["LANG": "ky_KG.utf8"]).glyphs == .unicode)
    #expect(environment(["LANG": "ru_RU.KOI8-R"]).glyphs == .ascii)
    #expect(environment(["LANG": "ru_RU.UTF-8", "LC_ALL": "C"]).glyphs == .ascii)
    #expect(environment(["LANG": "C", "LC_ALL": "", "LC_CTYPE": "C.UTF-8"]).glyphs == .unicode)
    #expect(environment([:]).glyphs == .ascii)
    #expect(environment(["LANG": "ky_KG.UTF-8"], wishes: .init(ascii: true)).glyphs == .ascii)
  }

  @Test("COLUMNS and LINES count where they are sensible")
  func sizes() {
    #expect(environment(["COLUMNS": "100", "LINES": "30"]).fallbackSize == Size(columns: 100, rows: 30))
    #expect(environment(["COLUMNS": "-1", "LINES": "x"]).fallbackSize == Size(columns: 80, rows: 24))
  }

  @Test("A theme asked for in the command goes before the environment's, and before NO_COLOR")
  func themes() {
    #expect(environment(["TERM": "xterm"]).theme == .terminal)
    #expect(environment(["TERM": "xterm", "SYNAK_THEME": "Contrast"]).theme == .contrast)
    #expect(environment(["TERM": "xterm", "SYNAK_THEME": "pink"]).theme == .terminal)
    let light = environment(["TERM": "xterm", "SYNAK_THEME": "dark", "NO_COLOR": "1"], wishes: .init(theme: .light))
    #expect(light.theme == .light && light.colours == .sixteen)
    #expect(environment(["TERM": "xterm", "SYNAK_THEME": "dark", "NO_COLOR": "1"]).colours == .none)
    #expect(environment(["TERM": "xterm"], wishes: .init(theme: .plain)).colours == .none)
  }
}
