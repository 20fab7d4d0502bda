import Diagnostics
import Expressions
import Texts
import XML

/// Words with inline markup, to trees. Spaces and line ends of the file run together as one space, so that an author may
/// break lines at will; a break that is meant is `<br/>`.
extension GrammarReader {
  /// The longest text, in bytes.
  static let longestText = 64 << 10

  /// One block of words: spaces at its ends don't count.
  private struct Flow {
    var owner: String?
    var candidates: [String]
    /// At the beginning, behind a space and behind a break, no further space counts.
    var endsWithSpace = true
    var bytes = 0
  }

  /// The words in an element.
  ///
  /// - Parameter candidates: the names that a slip may have meant.
  mutating func words(
    of element: Element, owner: String?, candidates: [String] = TextMarkup.inlineNames
  ) -> [Inline] {
    // Most texts are one run of words with nothing to look at.
    if element.children.count == 1, case .text(let run) = element.children[0], !Self.needsWork(run.string, true),
      let last = run.string.utf8.last, last != 0x20, run.string.utf8.count <= Self.longestText
    {
      return [.text(run.string)]
    }
    var flow = Flow(owner: owner, candidates: candidates)
    var words = inline(element, &flow)
    if flow.endsWithSpace { Self.trimEnd(&words) }
    if flow.bytes > Self.longestText {
      report(
        ContentFinding.textTooLong, element.nameOffset, element.name, arguments: ["limit": String(Self.longestText)])
    }
    return words
  }

  /// Finds what is wrong inside markup that itself can't stand where it does.
  mutating func check(_ markup: TextMarkup, _ element: Element, owner: String?) {
    var flow = Flow(owner: owner, candidates: TextMarkup.inlineNames)
    var nowhere: [Inline] = []
    append(markup, element, to: &nowhere, &flow)
  }

  private mutating func inline(_ element: Element, _ flow: inout Flow) -> [Inline] {
    var result: [Inline] = []
    for node in element.children {
      switch node {
      case .text(let run): append(run, to: &result, &flow)
      case .element(let child):
        guard isOurs(child) else { continue }
        let known = TextMarkup.inlineNames.contains(child.name) ? child.name : nil
        let name = known ?? unknown(child, rule: nil, candidates: flow.candidates)
        guard let name, let markup = TextMarkup(rawValue: name) else { continue }
        append(markup, child, to: &result, &flow)
      }
    }
    return result
  }

  private mutating func append(
    _ markup: TextMarkup, _ element: Element, to result: inout [Inline], _ flow: inout Flow
  ) {
    switch markup {
    case .br:
      plainAttributes(of: element, type: markup.type)
      if let rule = grammar.index(ofType: markup.type) { refuseContent(of: element, rule: rule) }
      if flow.endsWithSpace { Self.trimEnd(&result) }
      result.append(.lineBreak)
      flow.endsWithSpace = true
    case .frac, .code:
      guard let rule = grammar.index(ofType: markup.type) else { return }
      let piece = piece(element, rule: rule, name: markup.rawValue, owner: flow.owner)
      flow.endsWithSpace = false
      if markup == .code {
        if let code = piece.value?.text, !code.isEmpty { result.append(.code(code)) }
      } else {
        // Half a fraction is a mistake already, and not an empty text on top of it.
        let parts = piece.children.map { $0.text?.common ?? [] }
        result.append(.fraction(numerator: parts.first ?? [], denominator: parts.dropFirst().first ?? []))
      }
    case .list, .table, .image:
      guard let rule = grammar.index(ofType: markup.type) else { return }
      let piece = piece(element, rule: rule, name: markup.rawValue, owner: flow.owner)
      if flow.endsWithSpace { Self.trimEnd(&result) }
      if let figure = Self.figure(markup, piece) { result.append(figure) }
      flow.endsWithSpace = true
    case .p:
      plainAttributes(of: element, type: markup.type)
      if flow.endsWithSpace { Self.trimEnd(&result) }
      flow.endsWithSpace = true
      var inside = inline(element, &flow)
      if flow.endsWithSpace { Self.trimEnd(&inside) }
      flow.endsWithSpace = true
      if !inside.isEmpty { result.append(.paragraph(inside)) }
    case .em, .strong, .sup, .sub, .num, .den:
      plainAttributes(of: element, type: markup.type)
      let inside = inline(element, &flow)
      guard !inside.isEmpty else { return }
      switch markup {
      case .em: result.append(.emphasis(inside))
      case .strong: result.append(.strong(inside))
      case .sup: result.append(.superscript(inside))
      default: result.append(.subscript(inside))
      }
    }
  }

  /// Lists, tables and pictures; nil where nothing of one could be read.
  private static func figure(_ markup: TextMarkup, _ piece: Piece) -> Inline? {
    switch markup {
    case .list:
      let items = piece.children.compactMap { $0.text?.common }
      return items.isEmpty ? nil : .list(items, isNumbered: piece.flag("numbered") ?? false)
    case .table:
      let rows = piece.children.map { row in
        TextTable.Row(isHeading: row.flag("head") ?? false, cells: row.children.map { $0.text?.common ?? [] })
      }
      return rows.isEmpty ? nil : .table(TextTable(rows: rows))
    default:
      guard let source = piece.word("src") else { return nil }
      let alternative = piece.children.first { $0.name == "alt" }?.text?.common ?? []
      let drawing = piece.children.first { $0.name == "drawing" }?.value?.text
      return .picture(TextPicture(source: source, alternative: alternative, drawing: drawing))
    }
  }

  private mutating func append(_ run: TextRun, to result: inout [Inline], _ flow: inout Flow) {
    flow.bytes += run.string.utf8.count
    guard flow.bytes <= Self.longestText else { return }
    if !Self.needsWork(run.string, flow.endsWithSpace) {
      if let last = run.string.utf8.last { flow.endsWithSpace = last == 0x20 }
      Self.add(run.string, to: &result)
      return
    }
    let bytes = Array(run.string.utf8)
    var buffer: [UInt8] = []
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      if Lexical.isSpace(byte) {
        if !flow.endsWithSpace { buffer.append(0x20) }
        flow.endsWithSpace = true
        index += 1
        continue
      }
      flow.endsWithSpace = false
      switch Self.brace(in: bytes, at: index) {
      case .pipe(let id):
        Self.add(String(decoding: buffer, as: UTF8.self), to: &result)
        buffer = []
        result.append(.reference(id))
        let place = source.place(run.source.offset(ofByte: index + 1), length: id.count)
        pipes.append(Pipe(id: id, owner: flow.owner, place: place))
        index += id.utf8.count + 2
      case .literal(let text, let length):
        buffer += text
        index += length
      case .none:
        buffer.append(byte)
        index += 1
      }
    }
    Self.add(String(decoding: buffer, as: UTF8.self), to: &result)
  }

  private static func needsWork(_ text: String, _ endsWithSpace: Bool) -> Bool {
    var isSpaceBefore = endsWithSpace
    for byte in text.utf8 {
      if byte > 0x20 {
        if byte == UInt8(ascii: "{") { return true }
        isSpaceBefore = false
      } else {
        if byte != 0x20 || isSpaceBefore { return true }
        isSpaceBefore = true
      }
    }
    return false
  }

  /// What braces and the dollar before them stand for.
  private enum Brace {
    case pipe(String)
    case literal([UInt8], length: Int)
    case none
  }

  /// `{grade}` shows an answer; `{{` is a brace, `${` stands for itself, and `$${grade}` is a dollar before an answer. A
  /// brace before anything else is a brace.
  private static func brace(in bytes: [UInt8], at index: Int) -> Brace {
    let open = UInt8(ascii: "{")
    let dollar = UInt8(ascii: "$")
    func byte(_ offset: Int) -> UInt8 { index + offset < bytes.count ? bytes[index + offset] : 0 }
    if bytes[index] == dollar {
      if byte(1) == open { return .literal([dollar, open], length: 2) }
      if byte(1) == dollar, byte(2) == open { return .literal([dollar], length: 2) }
      return .none
    }
    guard bytes[index] == open else { return .none }
    if byte(1) == open { return .literal([open], length: 2) }
    guard let close = bytes[index...].prefix(66).firstIndex(of: UInt8(ascii: "}")) else { return .none }
    let id = String(decoding: bytes[(index + 1)..<close], as: UTF8.self)
    return ValueForm.identifier.mistakes(id).isEmpty && id == Lexical.trimmed(id) ? .pipe(id) : .none
  }

  private static func add(_ text: String, to result: inout [Inline]) {
    guard !text.isEmpty else { return }
    if case .text(let before) = result.last {
      result[result.count - 1] = .text(before + text)
    } else {
      result.append(.text(text))
    }
  }

  /// Takes the space off the end, wherever in the tree it stands.
  private static func trimEnd(_ words: inout [Inline]) {
    guard let last = words.popLast() else { return }
    switch last {
    case .text(let text):
      let rest = text.hasSuffix(" ") ? String(text.dropLast()) : text
      if !rest.isEmpty { words.append(.text(rest)) }
    case .emphasis(let inside): words += trimmed(inside).map { [.emphasis($0)] } ?? []
    case .strong(let inside): words += trimmed(inside).map { [.strong($0)] } ?? []
    case .superscript(let inside): words += trimmed(inside).map { [.superscript($0)] } ?? []
    case .subscript(let inside): words += trimmed(inside).map { [.subscript($0)] } ?? []
    case .fraction, .code, .reference, .lineBreak, .paragraph, .list, .table, .picture: words.append(last)
    }
  }

  private static func trimmed(_ words: [Inline]) -> [Inline]? {
    var words = words
    trimEnd(&words)
    return words.isEmpty ? nil : words
  }
}
