/// Lines of text that fit into a width, broken by cells.
extension SafeText {
  /// The text in lines of at most `width` cells.
  ///
  /// Lines break at spaces, which go, after the hyphen of a word and between wide characters; a word that is wider than
  /// a line is broken where it must be; "\n" always ends a line. At least one line, and with `width` below 1 as with 1
  /// (a wide character then stands over the edge: nothing narrower could hold it).
  package func wrapped(width: Int) -> [SafeText] {
    let limit = max(1, width)
    var lines: [SafeText] = []
    for paragraph in string.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false) {
      Self.wrap(paragraph, limit, &lines)
    }
    return lines
  }

  private static func wrap(_ paragraph: Substring.UnicodeScalarView, _ limit: Int, _ lines: inout [SafeText]) {
    var start = paragraph.startIndex
    var width = 0
    /// The last place where the line may end, and the beginning of the next.
    var breakable: (end: Substring.Index, next: Substring.Index, widthToNext: Int)?
    var inSpaces = false
    var previous: Unicode.Scalar?
    var index = paragraph.startIndex
    while index < paragraph.endIndex {
      let scalar = paragraph[index]
      let next = paragraph.index(after: index)
      let taken = cellWidth(scalar)
      if scalar == " " {
        breakable = (inSpaces ? (breakable?.end ?? index) : index, next, width + taken)
        inSpaces = true
        previous = scalar
        width += taken
        index = next
        continue
      }
      inSpaces = false
      if taken > 0, width + taken > limit, index > start {
        if let place = breakable {
          // An indentation as wide as the line makes no line of its own.
          if place.end > start { lines.append(SafeText(piece: paragraph[start..<place.end])) }
          start = place.next
          width -= place.widthToNext
        } else {
          lines.append(SafeText(piece: paragraph[start..<index]))
          start = index
          width = 0
        }
        breakable = nil
        continue
      }
      width += taken
      if taken == 2 || (isHyphen(scalar) && previous?.properties.isAlphabetic == true) {
        breakable = (next, next, width)
      } else if taken == 0, let place = breakable, place.next == index {
        // A mark stays with its letter.
        breakable = (next, next, width)
      }
      previous = scalar
      index = next
    }
    // Spaces at the end of a paragraph don't make a line of their own.
    let end = inSpaces && width > limit ? (breakable?.end ?? paragraph.endIndex) : paragraph.endIndex
    lines.append(SafeText(piece: paragraph[start..<end]))
  }

  /// The text if it fits into `width` cells, otherwise its beginning with the ellipsis (`Glyphs.ellipsis`) after it.
  package func shortened(to width: Int, ellipsis: String) -> SafeText {
    if self.width <= width { return self }
    let end = SafeText.line(ellipsis)
    var left = width - end.width
    guard left >= 0 else { return SafeText(piece: string.unicodeScalars[...].prefix(0)) }
    let kept = string.unicodeScalars.prefix { scalar in
      left -= cellWidth(scalar)
      return left >= 0
    }
    return SafeText.line(String(kept) + end.string)
  }

  private static func isHyphen(_ scalar: Unicode.Scalar) -> Bool { scalar == "-" || scalar == "\u{2010}" }
}

/// Text that isn't known to be safe, filtered and wrapped: see `SafeText.wrapped`.
package func wrap(_ text: some StringProtocol, width: Int) -> [SafeText] {
  SafeText.block(text).wrapped(width: width)
}
