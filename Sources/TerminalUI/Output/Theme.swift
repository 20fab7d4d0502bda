/// What colours a screen wears. Meaning never hangs on it: every screen says the same in signs and words.
///
/// Screens ask for few colours: red for what is wrong, yellow for what is said, dim for rules and what is past. A theme
/// turns these into what is read well on its page. `terminal` leaves the page to the terminal, whose own colours nobody
/// knows; the others paint every cell, so that a projector or a weak eye gets what was asked for.
package enum Theme: String, Sendable, Hashable, CaseIterable {
  case terminal, light, dark, contrast
  /// No colours at all.
  case plain = "none"

  /// The page behind and the letters on it; nil where they are the terminal's own.
  package var page: (letters: Colour, paper: Colour)? {
    switch self {
    case .terminal, .plain: nil
    case .light: (.black, .brightWhite)
    case .dark: (.white, .black)
    case .contrast: (.brightWhite, .black)
    }
  }

  /// What is wrong.
  package var wrong: Colour? {
    switch self {
    case .terminal, .light: .red
    case .dark: .brightRed
    // On black the brightest is yellow: the sign before it says that it is wrong.
    case .contrast: .brightYellow
    case .plain: nil
    }
  }

  /// What is said. On an unknown page no colour but red can be read on black and on white alike, so it is bold alone.
  package var said: Colour? {
    switch self {
    case .terminal, .plain: nil
    case .light: .blue
    case .dark, .contrast: .brightYellow
    }
  }

  /// A style as the theme shows it.
  package func dressed(_ style: Style) -> Style {
    var style = style
    switch style.foreground {
    case Colour.red?: style.foreground = wrong
    case Colour.yellow?: style.foreground = said
    default: break
    }
    guard let page else { return style }
    if style.foreground == nil { style.foreground = page.letters }
    if style.background == nil { style.background = page.paper }
    // How pale a terminal makes what is dim is its own affair; a page that is painted is to be read.
    style.attributes.remove(.dim)
    if self == .contrast { style.attributes.insert(.bold) }
    return style
  }
}
