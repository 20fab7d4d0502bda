/// The one way from bytes to values: decode, scan within the limits, let libxml2 judge, and give what both agree on.
extension Document {
  /// Reads a whole file.
  /// - Parameter bytes: as they stand on disk, in any of the encodings of `TextEncoding`.
  /// - Throws: every problem that could be told apart, at least one. Usually it is the first of the file: what stands
  ///   behind broken markup can't be judged.
  package static func read(
    _ bytes: [UInt8], limits: Limits = .standard
  ) throws(XMLRefusal) -> Document {
    let decoded = try TextDecoder.decode(bytes, limits: limits)
    let text = decoded.text
    if let declaration = decoded.declaration, declaration.version != "1.0" {
      let stop = MarkupScanner.Stop(
        kind: .unsupportedVersion(declaration.version), offset: declaration.versionOffset)
      throw refusal([problem(stop, LineMap(text))], text)
    }
    let root = try judged(text, limits: limits)
    return Document(root: root, text: text, encoding: decoded.encoding)
  }

  private static func judged(_ text: CanonicalText, limits: Limits) throws(XMLRefusal) -> Element {
    let outcome = MarkupScanner.scan(text, limits: limits)
    if case .stopped(let stop) = outcome, stop.isLimit { throw refusal([problem(stop, LineMap(text))], text) }
    let verdict = ParserContext(buildsTree: false)?.parse(text)
    switch (outcome, verdict) {
    case (.complete(let root), .some(let verdict)) where verdict.isAccepted: return root
    case (.complete, let verdict): throw refusal(problems(nil, verdict, text), text)
    case (.stopped(let stop), let verdict): throw refusal(problems(stop, verdict, text), text)
    }
  }

  /// What both readers found, each mistake once.
  ///
  /// The scanner knows the exact place and libxml2 all the rules, so the
  /// scanner's account holds where it found something at or before the place where libxml2 gave up.
  private static func problems(
    _ stop: MarkupScanner.Stop?, _ verdict: ParserContext.Result?, _ text: CanonicalText
  ) -> [XMLProblem] {
    let map = LineMap(text)
    let end = text.bytes.count
    var result = (verdict?.messages ?? []).map { message in
      let offset = min(max(0, message.offset), end)
      return XMLProblem(
        kind: XMLProblem.Kind(message), offset: offset, place: map.place(at: offset), related: nil,
        libxml2Code: message.code)
    }
    if verdict?.sawDoctype == true, stop?.kind != .doctype {
      result.append(problem(MarkupScanner.Stop(kind: .doctype, offset: stop?.offset ?? 0), map))
    }
    if let stop, stop.kind != nil {
      switch result.last {
      case .none: result.append(problem(stop, map))
      case .some(let last) where stop.offset <= last.offset:
        if case .undeclaredPrefix = stop.kind { break }
        var own = problem(stop, map)
        own.libxml2Code = last.libxml2Code
        result[result.count - 1] = own
      case .some: break
      }
    }
    if result.isEmpty { result.append(problem(stop ?? MarkupScanner.Stop(kind: .malformed, offset: 0), map)) }
    return result
  }

  private static func problem(_ stop: MarkupScanner.Stop, _ map: LineMap) -> XMLProblem {
    XMLProblem(
      kind: stop.kind ?? .malformed, offset: stop.offset, place: map.place(at: stop.offset),
      related: stop.related.map { map.place(at: $0) }, libxml2Code: 0)
  }

  private static func refusal(_ problems: [XMLProblem], _ text: CanonicalText) -> XMLRefusal {
    XMLRefusal(problems: problems, text: text)
  }
}
