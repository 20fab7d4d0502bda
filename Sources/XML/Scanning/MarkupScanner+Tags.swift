/// Start and end tags: names, attributes, namespaces and the element that they enclose.
extension MarkupScanner {
  /// An attribute whose namespace can't be told before the whole tag is read.
  struct PendingAttribute {
    var name: NameTable.QualifiedName
    var nameRange: Range<Int>
    var value: String
    var source: SourceMap
  }

  // MARK: Start tag

  mutating func startTag() throws(Stop) {
    let start = cursor
    guard open.count < limits.depth else { throw overLimit(.depth, at: start) }
    elements += 1
    guard elements <= limits.elements else { throw overLimit(.elements, at: start) }
    guard root == nil else { throw Stop(kind: .contentAfterRoot, offset: start) }
    finishText()

    // Behind this offset the tag is too long, wherever it would end.
    let end = min(bytes.count, start + limits.startTag)
    cursor += 1
    let nameRange = try nameRange(before: end, of: start)
    let qualified = try name(at: nameRange)
    let outerBindings = scope.count
    var declarations: [NamespaceDeclaration] = []
    pending.removeAll(keepingCapacity: true)
    let isEmptyElement = try attributes(before: end, of: start, declarations: &declarations)

    let namespace = meaning(of: qualified.prefix, at: nameRange.lowerBound)
    let attributes = try resolved()
    let element = OpenElement(
      name: qualified.local, namespace: namespace, qualifiedName: nameRange, attributes: attributes,
      declarations: declarations, startTag: start..<cursor, firstNode: nodes.count, outerBindings: outerBindings)
    if let last = open.indices.last {
      open[last].childElements += 1
      guard open[last].childElements <= limits.children else { throw overLimit(.children, at: start) }
    }
    if isEmptyElement { close(element) } else { open.append(element) }
  }

  /// Attributes up to the end of the tag; true where it ends with `/>`.
  private mutating func attributes(
    before end: Int, of start: Int, declarations: inout [NamespaceDeclaration]
  ) throws(Stop) -> Bool {
    var count = 0
    while true {
      while cursor < end, bytes[cursor].isXMLSpace { cursor += 1 }
      guard cursor < end else { throw unfinished(start, at: end) }
      if bytes[cursor] == UInt8(ascii: ">") {
        cursor += 1
        return false
      }
      if bytes[cursor] == UInt8(ascii: "/") {
        guard cursor + 1 < end else { throw unfinished(start, at: end) }
        guard bytes[cursor + 1] == UInt8(ascii: ">") else { throw Stop(kind: .badTag, offset: cursor) }
        cursor += 2
        return true
      }
      count += 1
      allAttributes += 1
      guard count <= limits.attributes else { throw overLimit(.attributes, at: start) }
      guard allAttributes <= limits.allAttributes else { throw overLimit(.allAttributes, at: start) }
      let attribute = try attribute(before: end, of: start)
      if let prefix = declaredPrefix(attribute.name) {
        let declaration = NamespaceDeclaration(prefix: prefix, uri: attribute.value)
        // Counted among the names: libxml2 keeps namespaces in the same dictionary.
        _ = try name(at: attribute.source.source)
        if !NamespaceScope.allows(declaration) {
          note(Stop(kind: .badNamespace(prefix), offset: attribute.nameRange.lowerBound))
        }
        scope.declare(declaration)
        guard scope.count <= limits.namespaces else { throw overLimit(.namespaces, at: start) }
        declarations.append(declaration)
      } else {
        pending.append(attribute)
      }
    }
  }

  private func declaredPrefix(_ name: NameTable.QualifiedName) -> String? {
    if name.prefix == "xmlns" { return name.local }
    return name.prefix.isEmpty && name.local == "xmlns" ? "" : nil
  }

  private mutating func attribute(before end: Int, of start: Int) throws(Stop) -> PendingAttribute {
    let nameRange = try nameRange(before: end, of: start)
    let name = try name(at: nameRange)
    while cursor < end, bytes[cursor].isXMLSpace { cursor += 1 }
    guard cursor < end else { throw unfinished(start, at: end) }
    guard bytes[cursor] == UInt8(ascii: "=") else {
      throw Stop(kind: .attributeWithoutValue(string(nameRange)), offset: nameRange.lowerBound)
    }
    cursor += 1
    while cursor < end, bytes[cursor].isXMLSpace { cursor += 1 }
    guard cursor < end else { throw unfinished(start, at: end) }
    let quote = bytes[cursor]
    guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
      throw Stop(kind: .unquotedValue(attribute: string(nameRange)), offset: cursor)
    }
    cursor += 1
    let from = cursor
    var isPlain = true
    scan: while cursor < end {
      switch bytes[cursor] {
      case quote: break scan
      case UInt8(ascii: "<"):
        throw Stop(kind: .lessThanInValue(attribute: string(nameRange)), offset: cursor)
      case UInt8(ascii: "&"), 0x09, 0x0A, 0x0D: isPlain = false
      default: break
      }
      cursor += 1
    }
    guard cursor < end else {
      throw cursor == bytes.count
        ? Stop(kind: .unclosedValue(attribute: string(nameRange)), offset: from - 1) : unfinished(start, at: end)
    }
    let range = from..<cursor
    cursor += 1
    guard !isPlain else {
      return PendingAttribute(
        name: name, nameRange: nameRange, value: string(range), source: SourceMap(source: range, length: range.count))
    }
    let (value, source) = try normalized(range)
    return PendingAttribute(name: name, nameRange: nameRange, value: value, source: source)
  }

  /// The value of the quoted `range`: references resolved, white space read as spaces (XML 1.0 §3.3.3).
  private mutating func normalized(_ range: Range<Int>) throws(Stop) -> (String, SourceMap) {
    let behind = cursor
    defer { cursor = behind }
    cursor = range.lowerBound
    var value: [UInt8] = []
    value.reserveCapacity(range.count)
    var pieces: [SourceMap.Piece] = []
    var isPieceOpen = false
    func piece(isReference: Bool, at offset: Int) -> SourceMap.Piece {
      SourceMap.Piece(value: Int32(value.count), source: Int32(truncatingIfNeeded: offset), isReference: isReference)
    }
    while cursor < range.upperBound {
      let byte = bytes[cursor]
      guard byte == UInt8(ascii: "&") else {
        if !isPieceOpen { pieces.append(piece(isReference: false, at: cursor)) }
        isPieceOpen = true
        value.append(byte.isXMLSpace ? 0x20 : byte)
        cursor += 1
        continue
      }
      pieces.append(piece(isReference: true, at: cursor))
      isPieceOpen = false
      let scalar = try reference(before: range.upperBound)
      value.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
    }
    // Line ends alone change no offset.
    let isVerbatim = !pieces.contains(where: \.isReference)
    return (
      String(decoding: value, as: UTF8.self),
      SourceMap(source: range, length: value.count, pieces: isVerbatim ? [] : pieces)
    )
  }

  /// The pending attributes with their namespaces, no two the same.
  private mutating func resolved() throws(Stop) -> [Attribute] {
    guard !pending.isEmpty else { return [] }
    var result: [Attribute] = []
    result.reserveCapacity(pending.count)
    for attribute in pending {
      let namespace =
        attribute.name.prefix.isEmpty ? nil : meaning(of: attribute.name.prefix, at: attribute.nameRange.lowerBound)
      for other in result where other.isNamed(attribute.name.local, in: namespace) {
        throw Stop(
          kind: .duplicateAttribute(string(attribute.nameRange)), offset: attribute.nameRange.lowerBound,
          related: other.nameOffset)
      }
      result.append(
        Attribute(
          name: attribute.name.local, namespace: namespace, value: attribute.value,
          nameOffset: attribute.nameRange.lowerBound, source: attribute.source))
    }
    return result
  }

  private mutating func meaning(of prefix: String, at offset: Int) -> String? {
    switch scope.meaning(of: prefix) {
    case .namespace(let uri): return uri
    case .none: return nil
    case .undeclared:
      note(Stop(kind: .undeclaredPrefix(prefix), offset: offset))
      return nil
    }
  }

  // MARK: End tag

  mutating func endTag() throws(Stop) {
    let start = cursor
    let end = min(bytes.count, start + limits.startTag)
    cursor += 2
    let nameRange = try nameRange(before: end, of: start)
    while cursor < end, bytes[cursor].isXMLSpace { cursor += 1 }
    guard cursor < end else { throw unfinished(start, at: end) }
    guard let element = open.last else {
      throw Stop(
        kind: root == nil ? .unexpectedClosing(element: string(nameRange)) : .contentAfterRoot, offset: start)
    }
    guard bytes[nameRange].elementsEqual(bytes[element.qualifiedName]) else {
      throw Stop(
        kind: .mismatchedTag(open: qualifiedName(of: element), close: string(nameRange)), offset: start,
        related: element.startTag.lowerBound)
    }
    guard bytes[cursor] == UInt8(ascii: ">") else { throw Stop(kind: .badTag, offset: cursor) }
    cursor += 1
    finishText()
    open.removeLast()
    close(element)
  }

  /// Makes an element of what is open and of its finished nodes.
  private mutating func close(_ element: OpenElement) {
    let children = element.firstNode < nodes.count ? Array(nodes[element.firstNode...]) : []
    nodes.removeLast(children.count)
    scope.leave(to: element.outerBindings)
    let finished = Element(
      name: element.name, namespace: element.namespace, attributes: element.attributes,
      declarations: element.declarations, children: children, startTag: element.startTag, end: cursor)
    if open.isEmpty { root = finished } else { nodes.append(.element(finished)) }
  }

  // MARK: Names

  /// The bytes of a name at the cursor; which characters a name may hold is libxml2's judgement.
  private mutating func nameRange(before end: Int, of start: Int) throws(Stop) -> Range<Int> {
    let from = cursor
    scan: while cursor < end {
      switch bytes[cursor] {
      case 0x20, 0x09, 0x0A, 0x0D, UInt8(ascii: "="), UInt8(ascii: ">"), UInt8(ascii: "/"), UInt8(ascii: "<"),
        UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "&"):
        break scan
      default: cursor += 1
      }
    }
    guard cursor < end else { throw unfinished(start, at: end) }
    guard cursor > from else { throw Stop(kind: .badTag, offset: from) }
    return from..<cursor
  }

  /// A tag that begins at `start` and doesn't end before `end`.
  private func unfinished(_ start: Int, at end: Int) -> Stop {
    end < bytes.count ? overLimit(.startTag, at: start) : Stop(kind: .unfinishedTag, offset: start)
  }

  private func string(_ range: Range<Int>) -> String {
    String(decoding: bytes[range], as: UTF8.self)
  }
}

extension Attribute {
  fileprivate func isNamed(_ name: String, in namespace: String?) -> Bool {
    guard XMLCharacters.isSame(self.name, name) else { return false }
    guard let own = self.namespace, let namespace else { return (self.namespace == nil) == (namespace == nil) }
    return XMLCharacters.isSame(own, namespace)
  }
}
