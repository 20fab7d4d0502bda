/// How a cell looks.
///
/// What it means must be seen without colour and on one-colour terminals too: say it with a sign or a word first, and
/// let style only help.
package struct Style: Sendable, Hashable {
  package var attributes: Attributes
  package var foreground: Colour?
  package var background: Colour?

  /// None of a colour is the terminal's own.
  package init(_ attributes: Attributes = [], foreground: Colour? = nil, background: Colour? = nil) {
    self.attributes = attributes
    self.foreground = foreground
    self.background = background
  }

  package static let plain = Style()
  package static let bold = Style(.bold)
  package static let dim = Style(.dim)
  package static let underline = Style(.underline)
  package static let reverse = Style(.reverse)

  package struct Attributes: OptionSet, Sendable, Hashable {
    package let rawValue: UInt8
    package init(rawValue: UInt8) { self.rawValue = rawValue }
    package static let bold = Attributes(rawValue: 1)
    package static let dim = Attributes(rawValue: 2)
    package static let underline = Attributes(rawValue: 4)
    package static let reverse = Attributes(rawValue: 8)
  }
}

/// The sixteen colours of terminals: eight, and their bright ones.
package enum Colour: UInt8, Sendable, Hashable, CaseIterable {
  case black, red, green, yellow, blue, magenta, cyan, white
  case brightBlack, brightRed, brightGreen, brightYellow, brightBlue, brightMagenta, brightCyan, brightWhite
}

/// How many colours may be used.
///
/// Without any, attributes still show.
package enum ColourLevel: Sendable, Hashable, CaseIterable {
  /// NO_COLOR, or a terminal without.
  case none
  /// Bright colours become their plain ones.
  case eight
  case sixteen
}

extension Style {
  /// The style as such a terminal can show it.
  func limited(to level: ColourLevel) -> Style {
    switch level {
    case .sixteen: self
    case .none: Style(attributes)
    case .eight: Style(attributes, foreground: foreground?.plain, background: background?.plain)
    }
  }
}

extension Colour {
  var plain: Colour { Colour(rawValue: rawValue & 7) ?? self }
}
