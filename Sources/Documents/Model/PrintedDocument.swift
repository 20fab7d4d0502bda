package import Texts

/// A document before it is a file: what stands on its pages, in order, without a word on how a format says it.
///
/// Writers for HTML and Flat ODF render it; what an author wrote comes in as inline trees and goes out through their one
/// escaping writer.
package struct PrintedDocument: Sendable, Hashable {
  package var title: String
  package var language: Language
  /// Stands at the foot of each page, beside its number: which instrument and variant it is.
  package var footer: String
  /// Black corners to lay a template over, or to find the page's edges by.
  package var hasCornerMarks = false
  /// Wide pages, for tables of many columns.
  package var isLandscape = false
  package var blocks: [PrintBlock]

  package init(title: String, language: Language, footer: String, blocks: [PrintBlock] = []) {
    self.title = title
    self.language = language
    self.footer = footer
    self.blocks = blocks
  }
}

/// What stands on a page by itself.
package indirect enum PrintBlock: Sendable, Hashable {
  /// From 1, the document's title, to 3.
  case heading(Int, [Run])
  case paragraph([Run], Style = .body)
  case list([[PrintBlock]], isNumbered: Bool)
  case table(PrintTable)
  case picture(TextPicture)
  /// Ruled lines to write on.
  case lines(Int)
  /// An open frame to write or count in; its height in millimetres.
  case frame(height: Int)
  /// What begins with a number in the margin, and may have a remark at the other side; never split over pages.
  case numbered(String, remark: String?, [PrintBlock])
  /// Options, side by side in so many columns where they are short.
  case choices([[PrintBlock]], columns: Int)
  /// Set off from what is around it: a passage to read.
  case passage([PrintBlock])
  /// Columns side by side.
  case columns([[PrintBlock]])
  /// To be cut apart, two beside one another, ten a page.
  case slips([[PrintBlock]])
  case pageBreak

  package enum Style: Sendable, Hashable {
    case body
    /// Smaller, and less in the foreground.
    case note
    /// How to go on: when a question is asked, where to go next.
    case routing
    /// Places to fill in at the top of a page.
    case fields
    /// Large, sign by sign: what is to be typed.
    case code
  }

  package static func text(_ text: String, _ style: Style = .body) -> PrintBlock {
    .paragraph([.text(text)], style)
  }
}

/// A piece of a paragraph.
package enum Run: Sendable, Hashable {
  /// Pieces that words run around; what stands apart has been made a block of its own.
  case words([Inline])
  case mark(Mark)

  package static func text(_ text: String) -> Run { .words([.text(text)]) }
  package static func strong(_ text: String) -> Run { .words([.strong([.text(text)])]) }
  package static let space = Run.text("\u{A0}")
}

/// What is filled in by hand.
package enum Mark: Sendable, Hashable {
  /// One of several may be marked; the letter stands inside.
  case circle(String)
  /// Any number of them may be marked, or something small is written in.
  case square(String)
  /// Squares side by side, one for each digit.
  case cells(Int)
  /// A ruled blank, as wide as so many letters.
  case blank(Int)
}

/// Rows and columns.
package struct PrintTable: Sendable, Hashable {
  package struct Row: Sendable, Hashable {
    package var isHeading: Bool
    package var cells: [Cell]

    package init(isHeading: Bool = false, _ cells: [Cell]) {
      self.isHeading = isHeading
      self.cells = cells
    }
  }

  package struct Cell: Sendable, Hashable {
    package var blocks: [PrintBlock]
    package var isCentred: Bool

    package init(_ blocks: [PrintBlock], isCentred: Bool = false) {
      self.blocks = blocks
      self.isCentred = isCentred
    }

    package init(_ text: String, isCentred: Bool = false) {
      self.init(text.isEmpty ? [] : [.text(text)], isCentred: isCentred)
    }
  }

  package var rows: [Row]
  /// How wide the columns are, in parts of a whole; empty where the writer is to decide.
  package var widths: [Int]
  /// Small type, for reference tables.
  package var isDense: Bool

  package init(widths: [Int] = [], isDense: Bool = false, rows: [Row]) {
    self.rows = rows
    self.widths = widths
    self.isDense = isDense
  }

  package var columns: Int { rows.map(\.cells.count).max() ?? 0 }
}
