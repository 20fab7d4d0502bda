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
    if let last = outcome.stops.last, last.isLimit { throw refusal([problem(last, LineMap(text))], text) }
    let verdict = ParserContext.verdict(on: text)
    guard let root = outcome.root, outcome.stops.isEmpty, let verdict, verdict.isAccepted else {
      throw refusal(problems(outcome.stops, verdict, text), text)
    }
    return root
  }

  /// What both readers found, each mistake once.
  ///
  /// The scanner knows the exact place and libxml2 all the rules, so the scanner's account replaces libxml2's where it
  /// found the same thing, or something at or before the place where libxml2 gave up.
  private static func problems(
    _ stops: [MarkupScanner.Stop], _ verdict: ParserContext.Verdict?, _ text: CanonicalText
  ) -> [XMLProblem] {
    let map = LineMap(text)
    var messages = (verdict?.messages ?? []).map { message in
      let offset = min(max(0, message.offset), text.bytes.count)
      return XMLProblem(
        kind: XMLProblem.Kind(message), offset: offset, place: map.place(at: offset), related: nil,
        libxml2Code: message.code)
    }
    var result: [XMLProblem] = []
    for stop in stops where stop.kind != nil {
      var own = problem(stop, map)
      if let same = messages.firstIndex(where: { own.explains($0) }) {
        own.libxml2Code = messages.remove(at: same).libxml2Code
        result.append(own)
      } else if messages.isEmpty || own.kind.isAboutNamespaces {
        result.append(own)
      }
    }
    if verdict?.sawDoctype == true, result.last?.kind != .doctype {
      result.append(problem(MarkupScanner.Stop(kind: .doctype, offset: stops.last?.offset ?? 0), map))
    }
    result.append(contentsOf: messages)
    if result.isEmpty { result.append(problem(stops.last ?? MarkupScanner.Stop(kind: .malformed, offset: 0), map)) }
    return result.sorted { $0.offset < $1.offset }
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

extension XMLProblem.Kind {
  fileprivate var isAboutNamespaces: Bool {
    switch self {
    case .undeclaredPrefix, .badNamespace: true
    default: false
    }
  }
}

extension XMLProblem {
  /// Whether a message of libxml2, which stands where libxml2 noticed, is about this problem.
  fileprivate func explains(_ message: XMLProblem) -> Bool {
    guard offset <= message.offset else { return false }
    switch (kind, message.kind) {
    case (.undeclaredPrefix(let own), .undeclaredPrefix(let other)): return XMLCharacters.isSame(own, other)
    case (.badNamespace, .badNamespace): return true
    default: return !kind.isAboutNamespaces && !message.kind.isAboutNamespaces
    }
  }
}
