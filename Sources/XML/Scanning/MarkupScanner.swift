/// Reads canonical text into values, with every offset, and holds it to the limits on the way.
///
/// The scanner knows the shape of XML 1.0 without DOCTYPE, not every rule of it: whether a name or a character is
/// allowed is libxml2's judgement, which every document must pass as well. So the scanner only ever has to be right
/// about documents that libxml2 accepts, and libxml2 only ever sees documents within the limits.
struct MarkupScanner {
  /// How the scan ended.
  struct Outcome {
    /// Nil where the scan couldn't go on to the end.
    var root: Element?
    /// In the order of the file; only the last can be one that ended the scan.
    var stops: [Stop]
  }

  /// Something wrong, and where.
  struct Stop: Error {
    /// Nil where only libxml2 can say what is wrong.
    var kind: XMLProblem.Kind?
    var offset: Int
    /// Where the element that isn't closed was opened.
    var related: Int?

    /// Whether the document is refused whatever libxml2 would say of it.
    var isLimit: Bool {
      if case .overLimit = kind { true } else { false }
    }
  }

  /// An element whose end tag hasn't come yet.
  struct OpenElement {
    var name: String
    var namespace: String?
    var qualifiedName: Range<Int>
    var attributes: [Attribute]
    var declarations: [NamespaceDeclaration]
    var startTag: Range<Int>
    /// Where its children begin in `nodes`.
    var firstNode: Int
    var childElements = 0
    /// How many namespace declarations were in force outside it.
    var outerBindings: Int
  }

  let bytes: [UInt8]
  let limits: Limits
  var cursor = 0
  var open: [OpenElement] = []
  /// Finished nodes of all open elements, the innermost last.
  var nodes: [Node] = []
  var root: Element?
  var elements = 0
  var allAttributes = 0
  var names = NameTable()
  var scope = NamespaceScope()
  var run = RunBuilder()
  /// Attributes of the start tag that is being read.
  var pending: [PendingAttribute] = []
  /// Mistakes with namespaces, which don't hinder reading on.
  private var namespaceMistakes: [Stop] = []

  private init(_ text: CanonicalText, limits: Limits) {
    bytes = text.bytes
    self.limits = limits
  }

  static func scan(_ text: CanonicalText, limits: Limits) -> Outcome {
    var scanner = MarkupScanner(text, limits: limits)
    do throws(Stop) {
      let root = try scanner.document()
      return Outcome(root: root, stops: scanner.namespaceMistakes)
    } catch {
      return Outcome(root: nil, stops: scanner.namespaceMistakes + [error])
    }
  }

  // MARK: The document

  private mutating func document() throws(Stop) -> Element {
    let count = bytes.count
    while cursor < count {
      guard bytes[cursor] == UInt8(ascii: "<") else {
        try text()
        continue
      }
      switch cursor + 1 < count ? bytes[cursor + 1] : 0 {
      case UInt8(ascii: "/"): try endTag()
      case UInt8(ascii: "!"): try declarationLike()
      case UInt8(ascii: "?"): try instruction()
      default: try startTag()
      }
    }
    if let innermost = open.last {
      throw Stop(
        kind: .unclosed(element: qualifiedName(of: innermost)), offset: count, related: innermost.startTag.lowerBound)
    }
    guard let root else { throw Stop(kind: .notXML, offset: 0) }
    return root
  }

  /// Text up to the next tag, comment, instruction or CDATA section.
  private mutating func text() throws(Stop) {
    let count = bytes.count
    var start = cursor
    while cursor < count, bytes[cursor].isXMLSpace { cursor += 1 }
    var isBlank = true
    guard !open.isEmpty else {
      // libxml2 gives up on more than 10 MB of it, without a word that helps.
      guard cursor - start <= limits.text else { throw overLimit(.text, at: start) }
      if cursor < count, bytes[cursor] != UInt8(ascii: "<") {
        throw Stop(kind: root == nil ? .notXML : .contentAfterRoot, offset: cursor)
      }
      return
    }
    while cursor < count {
      let byte = bytes[cursor]
      if byte == UInt8(ascii: "<") { break }
      guard byte == UInt8(ascii: "&") else {
        isBlank = false
        cursor += 1
        continue
      }
      try append(start..<cursor, isBlank: isBlank)
      let from = cursor
      let scalar = try reference(before: count)
      run.append(scalar, for: from..<cursor, of: bytes)
      try checkText(from: from)
      start = cursor
      isBlank = true
    }
    try append(start..<cursor, isBlank: isBlank)
  }

  private mutating func append(_ range: Range<Int>, isBlank: Bool) throws(Stop) {
    run.append(range, of: bytes, isBlank: isBlank)
    try checkText(from: range.lowerBound)
  }

  private func checkText(from offset: Int) throws(Stop) {
    if run.count > limits.text { throw overLimit(.text, at: offset) }
  }

  /// Makes the gathered text a node of the innermost element.
  mutating func finishText() {
    if let text = run.finish(of: bytes) { nodes.append(.text(text)) }
  }

  /// `&name;` or `&#number;` at the cursor.
  mutating func reference(before end: Int) throws(Stop) -> Unicode.Scalar {
    let start = cursor
    cursor += 1
    let from = cursor
    while cursor < end, bytes[cursor] != UInt8(ascii: ";"), bytes[cursor] > 0x20, bytes[cursor] != UInt8(ascii: "<"),
      bytes[cursor] != UInt8(ascii: "&"), cursor - from < 64
    {
      cursor += 1
    }
    guard cursor < end, bytes[cursor] == UInt8(ascii: ";"), cursor > from else {
      throw Stop(kind: .badReference, offset: start)
    }
    let name = bytes[from..<cursor]
    cursor += 1
    guard name.first == UInt8(ascii: "#") else {
      guard let scalar = Self.predefined(name) else {
        throw Stop(kind: .undefinedEntity(String(decoding: name, as: UTF8.self)), offset: start)
      }
      return scalar
    }
    guard let scalar = Self.number(name.dropFirst()) else { throw Stop(kind: .badReference, offset: start) }
    guard XMLCharacters.isAllowed(scalar) else { throw Stop(kind: .badCharacter(scalar.value), offset: start) }
    return scalar
  }

  /// The five entities that XML 1.0 §4.6 defines; without a DOCTYPE there are no others.
  private static func predefined(_ name: ArraySlice<UInt8>) -> Unicode.Scalar? {
    if name.elementsEqual("amp".utf8) { return "&" }
    if name.elementsEqual("lt".utf8) { return "<" }
    if name.elementsEqual("gt".utf8) { return ">" }
    if name.elementsEqual("quot".utf8) { return "\"" }
    if name.elementsEqual("apos".utf8) { return "'" }
    return nil
  }

  /// The scalar of `1200` or `x4B0`; nil where the digits are none, or name no scalar.
  private static func number(_ digits: ArraySlice<UInt8>) -> Unicode.Scalar? {
    let isHex = digits.first == UInt8(ascii: "x")
    let digits = isHex ? digits.dropFirst() : digits
    guard !digits.isEmpty else { return nil }
    var value: UInt32 = 0
    for byte in digits {
      let digit: UInt32
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): digit = UInt32(byte) - 0x30
      case UInt8(ascii: "a")...UInt8(ascii: "f") where isHex: digit = UInt32(byte) - 0x61 + 10
      case UInt8(ascii: "A")...UInt8(ascii: "F") where isHex: digit = UInt32(byte) - 0x41 + 10
      default: return nil
      }
      value = value * (isHex ? 16 : 10) + digit
      guard value <= 0x10FFFF else { return nil }
    }
    return Unicode.Scalar(value)
  }

  // MARK: What begins with `<!` or `<?`

  private mutating func declarationLike() throws(Stop) {
    let start = cursor
    if starts(with: "<!--") {
      guard let end = find("-->", from: start + 4) else { throw Stop(kind: .unclosedComment, offset: start) }
      cursor = end + 3
    } else if !open.isEmpty, starts(with: "<![CDATA[") {
      guard let end = find("]]>", from: start + 9) else { throw Stop(kind: .unclosedCDATA, offset: start) }
      let content = (start + 9)..<end
      guard run.count + content.count <= limits.text else { throw overLimit(.text, at: start) }
      try append(content, isBlank: bytes[content].allSatisfy(\.isXMLSpace))
      cursor = end + 3
    } else {
      throw Stop(kind: starts(with: "<!DOCTYPE") ? .doctype : nil, offset: start)
    }
  }

  private mutating func instruction() throws(Stop) {
    let start = cursor
    guard let end = find("?>", from: start + 2) else { throw Stop(kind: .unclosedInstruction, offset: start) }
    var nameEnd = start + 2
    while nameEnd < end, !bytes[nameEnd].isXMLSpace { nameEnd += 1 }
    _ = try name(at: (start + 2)..<nameEnd)
    cursor = end + 2
  }

  private func starts(with token: StaticString) -> Bool {
    guard cursor + token.utf8CodeUnitCount <= bytes.count else { return false }
    return token.withUTF8Buffer { $0.elementsEqual(bytes[cursor..<(cursor + $0.count)]) }
  }

  /// The first place of `token` at or behind `start`.
  private func find(_ token: StaticString, from start: Int) -> Int? {
    let length = token.utf8CodeUnitCount
    guard start + length <= bytes.count else { return nil }
    return token.withUTF8Buffer { token in
      let first = token[0]
      for index in start...(bytes.count - length) where bytes[index] == first {
        if bytes[index..<(index + length)].elementsEqual(token) { return index }
      }
      return nil
    }
  }

  // MARK: Help for the parts in other files

  mutating func note(_ mistake: Stop) {
    if namespaceMistakes.count < 100 { namespaceMistakes.append(mistake) }
  }

  func overLimit(_ name: Limits.Name, at offset: Int) -> Stop {
    Stop(kind: .overLimit(name, limit: limits[name]), offset: offset)
  }

  /// The name at `range`, counted among the document's names.
  mutating func name(at range: Range<Int>) throws(Stop) -> NameTable.QualifiedName {
    let result = names.name(at: range, of: bytes)
    guard names.count <= limits.names else { throw overLimit(.names, at: range.lowerBound) }
    return result
  }

  func qualifiedName(of element: OpenElement) -> String {
    String(decoding: bytes[element.qualifiedName], as: UTF8.self)
  }
}
