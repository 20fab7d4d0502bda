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

/// How many colours may be used.
///
/// Without any, attributes still show.
package enum ColourLevel: Sendable, Hashable, CaseIterable {
  /// NO_COLOR, or a terminal without.
  case none
  /// Bright colours become their plain ones.
  case eight
  case sixteen
  /// 256: the cube and the greys of xterm besides.
  case palette
  /// Any red, green and blue.
  case full

  /// Pictures can be seen.
  package var hasPictures: Bool { self == .palette || self == .full }
}

extension Style {
  /// The style as such a terminal can show it.
  func limited(to level: ColourLevel) -> Style {
    switch level {
    case .full: self
    case .palette: Style(attributes, foreground: foreground?.inPalette, background: background?.inPalette)
    case .sixteen: Style(attributes, foreground: foreground?.named, background: background?.named)
    case .none: Style(attributes)
    case .eight: Style(attributes, foreground: foreground?.named?.plain, background: background?.named?.plain)
    }
  }
}
