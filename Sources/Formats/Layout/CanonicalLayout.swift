import Texts
package import XML

/// The one way in which a file is laid out: two spaces a level, attributes in the order of the grammar, short texts in a line,
/// long ones broken at 120 columns. Comments stand where they stood, and a free line stays one.
///
/// Changes nothing that a reader sees, and what it made it leaves alone.
package struct CanonicalLayout {
  private static let width = 120

  private let grammar: Grammar
  private var lines: [String] = []

  package static func text(of document: Document, grammar: Grammar = .synak) -> String {
    var layout = CanonicalLayout(grammar: grammar)
    let tree = MarkupTree(document.text)
    if let declaration = tree.declaration { layout.lines.append(declaration) }
    layout.lay(tree.nodes, level: 0) { name in
      grammar.roots.first { $0.name == name }.flatMap { grammar.index(ofType: $0.type) }
    }
    while layout.lines.last == "" { layout.lines.removeLast() }
    return layout.lines.joined(separator: "\n") + "\n"
  }

  private init(grammar: Grammar) { self.grammar = grammar }

  private static func indent(_ level: Int) -> String { String(repeating: " ", count: 2 * level) }

  // MARK: Elements that hold elements

  private mutating func lay(_ nodes: [MarkupTree.Node], level: Int, _ rule: (String) -> Int?) {
    var index = 0
    while index < nodes.count {
      switch nodes[index] {
      case .blank: if lines.last != "", !lines.isEmpty { lines.append("") }
      case .text(let text):
        // Words that shouldn't stand here, which is told by whoever reads them.
        let words = Self.collapsed(text)
        if !words.isEmpty { lines.append(Self.indent(level) + words) }
      case .raw(let text): lines.append(Self.indent(level) + text)
      case .comment(let text, let isTrailing):
        if isTrailing, let last = lines.last, last != "" {
          lines[lines.count - 1] = last + " " + text
        } else {
          lines.append(Self.indent(level) + text)
        }
      case .element(let element):
        let group = Self.languages(in: nodes[index...])
        if group.count > 1 {
          if let line = inline(group), Self.fits(line, level) {
            lines.append(Self.indent(level) + line)
          } else {
            for language in group { lay(language, level: level, rule: nil) }
          }
          index += Self.extent(of: group.count, in: nodes[index...])
          continue
        }
        lay(element, level: level, rule: rule(element.name))
      }
      index += 1
    }
  }

  private mutating func lay(_ element: MarkupNode, level: Int, rule: Int?) {
    if let line = inline(element, rule: rule), Self.fits(line, level) || element.isEmpty && element.attributes.isEmpty {
      lines.append(Self.indent(level) + line)
      return
    }
    if element.isEmpty { return open(element, level: level, rule: rule, end: "/>") }
    if Self.holdsWords(element) { return layWords(element, level: level, rule: rule) }
    open(element, level: level, rule: rule, end: ">")
    var children = element.children
    // Free lines inside stand between things, not around them.
    while case .blank? = children.first { children.removeFirst() }
    while case .blank? = children.last { children.removeLast() }
    let grammar = grammar
    lay(children, level: level + 1) { name in rule.flatMap { grammar.place(of: name, in: $0)?.rule } }
    while lines.last == "" { lines.removeLast() }
    lines.append(Self.indent(level) + "</\(element.name)>")
  }

  private mutating func open(_ element: MarkupNode, level: Int, rule: Int?, end: String) {
    var line = Self.indent(level) + "<" + element.name
    for (name, value) in ordered(element, rule) {
      let attribute = " \(name)=\"\(value)\""
      if line.count + attribute.count + end.count > Self.width, !line.hasSuffix("<" + element.name) {
        lines.append(line)
        line = Self.indent(level) + String(repeating: " ", count: 5)
      }
      line += attribute
    }
    lines.append(line + end)
  }

  /// The attributes in the order of the grammar; what it doesn't know behind them, as it stood.
  private func ordered(_ element: MarkupNode, _ rule: Int?) -> [(name: String, value: String)] {
    guard let rule else { return element.attributes }
    let names = grammar.rules[rule].attributes.map(\.name)
    let known = names.compactMap { name in element.attributes.first { $0.name == name } }
    let others = element.attributes.filter { !names.contains($0.name) }
    let spaces = others.filter { $0.name.hasPrefix("xmlns") }
    return spaces + known + others.filter { !$0.name.hasPrefix("xmlns") }
  }

  private func tag(_ element: MarkupNode, _ rule: Int?) -> String {
    "<" + element.name + ordered(element, rule).map { " \($0.name)=\"\($0.value)\"" }.joined()
  }

  // MARK: In one line

  /// The element in one line; nil where it holds comments, or elements that are no short texts.
  private func inline(_ element: MarkupNode, rule: Int?) -> String? {
    if element.isEmpty { return tag(element, rule) + "/>" }
    let head = tag(element, rule) + ">"
    let tail = "</\(element.name)>"
    if Self.holdsWords(element) {
      guard !Self.holdsBlocks(element) else { return nil }
      return Self.words(element).map { head + $0 + tail }
    }
    let inside = element.children.filter { if case .text = $0 { false } else { true } }
    let group = Self.languages(in: inside[...])
    guard group.count == inside.count, let words = inline(group) else { return nil }
    return head + words + tail
  }

  private func inline(_ languages: [MarkupNode]) -> String? {
    var result = ""
    for language in languages {
      guard let words = inline(language, rule: nil) else { return nil }
      result += words
    }
    return result
  }

  /// The languages that follow one another from here, with nothing but space between.
  private static func languages(in nodes: ArraySlice<MarkupTree.Node>) -> [MarkupNode] {
    var result: [MarkupNode] = []
    for node in nodes {
      switch node {
      case .element(let element) where Language(rawValue: element.name) != nil: result.append(element)
      case .text(let text) where text.utf8.allSatisfy({ Lexical.isSpace($0) }): continue
      default: return result
      }
    }
    return result
  }

  /// How many nodes so many elements take.
  private static func extent(of count: Int, in nodes: ArraySlice<MarkupTree.Node>) -> Int {
    var left = count
    for (offset, node) in nodes.enumerated() {
      if case .element = node { left -= 1 }
      if left == 0 { return offset + 1 }
    }
    return nodes.count
  }

  private static func fits(_ line: String, _ level: Int) -> Bool { line.count + 2 * level <= width }

  // MARK: Words

  /// Whether words stand in it, with or without marks.
  private static func holdsWords(_ element: MarkupNode) -> Bool {
    if Language(rawValue: element.name) != nil { return true }
    return element.children.contains { node in
      switch node {
      case .text(let text): !text.utf8.allSatisfy { Lexical.isSpace($0) }
      case .raw: true
      case .element(let child): TextMarkup.inlineNames.contains(child.name) && element.name != "section"
      case .comment, .blank: false
      }
    }
  }

  private static let blocks: Set<String> = ["p", "list", "table", "image"]

  private static func holdsBlocks(_ element: MarkupNode) -> Bool {
    element.children.contains { if case .element(let child) = $0 { blocks.contains(child.name) } else { false } }
  }

  /// What is between the tags, in one line; nil where a comment stands in it or space must stay.
  private static func words(_ element: MarkupNode) -> String? {
    guard let words = flow(element.children, keepsSpace: TranslationContent.keepsSpace(element.name)) else {
      return nil
    }
    return TranslationContent.keepsSpace(element.name) ? words : trimmed(words)
  }

  private static func flow(_ nodes: [MarkupTree.Node], keepsSpace: Bool) -> String? {
    var result = ""
    for node in nodes {
      switch node {
      case .text(let text): result += keepsSpace ? text : collapsedKeepingEnds(text)
      case .blank: result += keepsSpace ? "\n\n" : " "
      case .raw(let raw): result += raw
      case .comment: return nil
      case .element(let child):
        if child.isEmpty {
          result += start(child) + "/>"
          continue
        }
        let keeps = keepsSpace || TranslationContent.keepsSpace(child.name)
        guard let inside = flow(child.children, keepsSpace: keeps) else { return nil }
        result += start(child) + ">" + inside + "</\(child.name)>"
      }
    }
    return result
  }

  private static func start(_ element: MarkupNode) -> String {
    "<" + element.name + element.attributes.map { " \($0.name)=\"\($0.value)\"" }.joined()
  }

  /// Words too long for a line, or with tables and the like among them.
  private mutating func layWords(_ element: MarkupNode, level: Int, rule: Int?) {
    let tail = "</\(element.name)>"
    // Where space must stay, or a comment stands among words, all stays as it is.
    guard !Self.isDelicate(element) else {
      lines.append(Self.indent(level) + tag(element, rule) + ">" + Self.raw(element.children) + tail)
      return
    }
    // Words before the first table stand behind the tag, those behind the last before the other.
    var words = tag(element, rule) + ">"
    var run: [MarkupTree.Node] = []
    var isFirst = true
    for node in element.children {
      guard case .element(let child) = node, Self.blocks.contains(child.name) else {
        run.append(node)
        continue
      }
      words += Self.trimmed(Self.flow(run, keepsSpace: false) ?? "")
      wrap(words, level: isFirst ? level : level + 1, hanging: level + 1)
      (run, words, isFirst) = ([], "", false)
      layBlock(child, level: level + 1)
    }
    words += Self.trimmed(Self.flow(run, keepsSpace: false) ?? "")
    if isFirst || !words.isEmpty {
      wrap(words + tail, level: isFirst ? level : level + 1, hanging: level + 1)
    } else if let last = lines.last {
      lines[lines.count - 1] = last + tail
    }
  }

  private mutating func layBlock(_ element: MarkupNode, level: Int) {
    if let words = Self.flow([.element(element)], keepsSpace: false), element.name == "p" {
      return wrap(Self.trimmed(words), level: level)
    }
    guard element.name != "image", let line = Self.flow([.element(element)], keepsSpace: false) else {
      lines.append(Self.indent(level) + Self.raw([.element(element)]))
      return
    }
    guard !Self.fits(line, level) || element.name == "table" else {
      lines.append(Self.indent(level) + line)
      return
    }
    lines.append(Self.indent(level) + Self.start(element) + ">")
    for case .element(let row) in element.children {
      wrap(Self.trimmed(Self.flow([.element(row)], keepsSpace: false) ?? ""), level: level + 1)
    }
    lines.append(Self.indent(level) + "</\(element.name)>")
  }

  /// Breaks at spaces between words, never inside a tag.
  private mutating func wrap(_ words: String, level: Int, hanging: Int? = nil) {
    guard !words.isEmpty else { return }
    var line = Self.indent(level)
    var isEmpty = true
    for piece in Self.unbreakable(words) {
      if !isEmpty, line.count + 1 + piece.count > Self.width {
        lines.append(line)
        line = Self.indent(hanging ?? level)
        isEmpty = true
      }
      line += (isEmpty ? "" : " ") + piece
      isEmpty = false
    }
    lines.append(line)
  }

  /// The words between spaces; tags with their attributes, and what keeps its space, are parts of a word.
  private static func unbreakable(_ words: String) -> [String] {
    var result: [String] = []
    var word = ""
    var isInTag = false
    var kept = 0
    var rest = words[...]
    while let character = rest.first {
      if character == "<" {
        isInTag = true
        for name in ["code", "drawing"] {
          if rest.hasPrefix("<\(name)>") { kept += 1 }
          if rest.hasPrefix("</\(name)>") { kept -= 1 }
        }
      }
      if character == " ", !isInTag, kept == 0 {
        if !word.isEmpty { result.append(word) }
        word = ""
      } else {
        word.append(character)
      }
      if character == ">" { isInTag = false }
      rest = rest.dropFirst()
    }
    return word.isEmpty ? result : result + [word]
  }

  /// Whether a comment stands among the words, or a text keeps its spaces over lines.
  private static func isDelicate(_ element: MarkupNode) -> Bool {
    element.children.contains { node in
      switch node {
      case .comment, .raw: true
      case .element(let child):
        TranslationContent.keepsSpace(child.name) && raw(child.children).contains("\n") || isDelicate(child)
      case .text, .blank: false
      }
    } || TranslationContent.keepsSpace(element.name)
  }

  /// As it stood.
  private static func raw(_ nodes: [MarkupTree.Node]) -> String {
    nodes.map { node in
      switch node {
      case .text(let text), .raw(let text), .comment(let text, _): text
      case .blank: "\n\n"
      case .element(let element):
        element.isEmpty
          ? start(element) + "/>" : start(element) + ">" + raw(element.children) + "</\(element.name)>"
      }
    }.joined()
  }

  // MARK: Spaces

  private static func collapsed(_ text: String) -> String { trimmed(collapsedKeepingEnds(text)) }

  private static func collapsedKeepingEnds(_ text: String) -> String {
    var result = ""
    var isSpace = false
    for scalar in text.unicodeScalars {
      if scalar == " " || scalar == "\n" || scalar == "\t" || scalar == "\r" {
        if !isSpace { result.unicodeScalars.append(" ") }
        isSpace = true
      } else {
        isSpace = false
        result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  private static func trimmed(_ text: String) -> String {
    var result = text[...]
    while result.hasPrefix(" ") { result = result.dropFirst() }
    while result.hasSuffix(" ") { result = result.dropLast() }
    return String(result)
  }
}
