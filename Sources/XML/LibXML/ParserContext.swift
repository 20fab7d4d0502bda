internal import CLibXML2

/// One parse by libxml2: options and callbacks that let nothing in but the text itself, and its messages as data.
struct ParserContext: ~Copyable {
  /// What libxml2 said of one parse.
  ///
  /// Reached from its callbacks through the context's private pointer.
  final class Log {
    struct Message {
      var code: Int32
      /// In the parsed text, in bytes: where the parser stood.
      var offset: Int
      /// What the message is about: names, as libxml2 gives them.
      var subject: String
      var value: Int32
    }

    var messages: [Message] = []
    /// After the first fatal message the parser no longer knows where it is; nothing it says then is worth reading.
    var isOver = false
    var sawDoctype = false
  }

  private let context: xmlParserCtxtPtr
  private let log = Log()

  /// - Parameter buildsTree: false where only the verdict is wanted.
  /// - Returns: nil where memory is out.
  private init?(buildsTree: Bool) {
    guard LibXML.isReady, let context = xmlNewParserCtxt() else { return nil }
    guard let sax = context.pointee.sax else {
      xmlFreeParserCtxt(context)
      return nil
    }
    self.context = context
    if !buildsTree {
      sax.pointee = xmlSAXHandler()
      sax.pointee.initialized = UInt32(XML_SAX2_MAGIC)
    }
    context.pointee._private = Unmanaged.passUnretained(log).toOpaque()
    sax.pointee.serror = { context, error in ParserContext.note(context, error) }
    sax.pointee.error = nil
    sax.pointee.warning = nil
    sax.pointee.fatalError = nil
    // A DOCTYPE ends the parse before its subset is read: no entity is ever declared.
    sax.pointee.internalSubset = { context, _, _, _ in ParserContext.refuseDoctype(context) }
    sax.pointee.externalSubset = { context, _, _, _ in ParserContext.refuseDoctype(context) }
    sax.pointee.entityDecl = { context, _, _, _, _, _ in ParserContext.refuseDoctype(context) }
    sax.pointee.resolveEntity = nil
    sax.pointee.getEntity = nil
    sax.pointee.getParameterEntity = nil
    sax.pointee.comment = nil
    sax.pointee.processingInstruction = nil
  }

  deinit { xmlFreeParserCtxt(context) }

  /// What a parse came to.
  struct Verdict {
    /// Well-formed, with well-formed namespaces, and without DOCTYPE.
    var isAccepted: Bool
    var messages: [Log.Message]
    var sawDoctype: Bool
  }

  /// What libxml2 says of a canonical text; nil where memory is out.
  static func verdict(on text: CanonicalText) -> Verdict? {
    guard let context = ParserContext(buildsTree: false) else { return nil }
    let tree = context.parse(text)
    if let tree { xmlFreeDoc(tree) }
    return context.verdict
  }

  /// The tree of an accepted text, which the caller must free; nil where the text isn't accepted.
  static func tree(of text: CanonicalText) -> xmlDocPtr? {
    guard let context = ParserContext(buildsTree: true), let tree = context.parse(text) else { return nil }
    guard context.verdict.isAccepted else {
      xmlFreeDoc(tree)
      return nil
    }
    return tree
  }

  /// Parses once.
  ///
  /// The encoding that the text's declaration names is past: the text is UTF-8.
  private borrowing func parse(_ text: CanonicalText) -> xmlDocPtr? {
    // NONET and what isn't here matter: no NOENT, DTDLOAD, DTDATTR, DTDVALID, XINCLUDE, RECOVER, HUGE.
    let options =
      XML_PARSE_NONET.rawValue | XML_PARSE_NOCDATA.rawValue | XML_PARSE_BIG_LINES.rawValue
      | XML_PARSE_IGNORE_ENC.rawValue
    xmlCtxtUseOptions(context, Int32(options))
    // Parsed in place, as a string: libxml2's own buffers give up ("huge input lookup") where a tag ends a text of more
    // than 10 MB. The decoder lets no NUL through, so the one appended here is the only one.
    let terminated = text.bytes + [0]
    terminated.withUnsafeBufferPointer { buffer in
      guard let input = xmlNewStringInputStream(context, buffer.baseAddress) else { return }
      inputPush(context, input)
      xmlParseDocument(context)
    }
    let tree = context.pointee.myDoc
    context.pointee.myDoc = nil
    return tree
  }

  private var verdict: Verdict {
    Verdict(
      isAccepted: context.pointee.wellFormed == 1 && context.pointee.nsWellFormed == 1 && !log.sawDoctype
        && log.messages.isEmpty,
      messages: log.messages, sawDoctype: log.sawDoctype)
  }

  // MARK: Callbacks

  private static func log(of context: xmlParserCtxtPtr) -> Log? {
    guard let opaque = context.pointee._private else { return nil }
    return Unmanaged<Log>.fromOpaque(opaque).takeUnretainedValue()
  }

  private static func refuseDoctype(_ raw: UnsafeMutableRawPointer?) {
    guard let context = raw?.assumingMemoryBound(to: xmlParserCtxt.self), let log = log(of: context) else { return }
    if !log.isOver { log.sawDoctype = true }
    log.isOver = true
    xmlStopParser(context)
  }

  private static func note(_ raw: UnsafeMutableRawPointer?, _ error: UnsafeMutablePointer<xmlError>?) {
    guard let error, let context = raw?.assumingMemoryBound(to: xmlParserCtxt.self), let log = log(of: context),
      !log.isOver, error.pointee.level.rawValue >= XML_ERR_ERROR.rawValue,
      // Whether an xml:id is one of a kind is a question of validity, which only a tree raises: the grammar answers it.
      error.pointee.domain != Int32(XML_FROM_VALID.rawValue)
    else { return }
    var offset = 0
    if let input = context.pointee.input, let current = input.pointee.cur, let base = input.pointee.base {
      offset = current - base
    }
    log.messages.append(
      Log.Message(
        code: error.pointee.code, offset: offset, subject: error.pointee.str1.map { String(cString: $0) } ?? "",
        value: error.pointee.int1))
    // Stopping at once also keeps what lies behind from being parsed without the scanner's limits.
    if error.pointee.level == XML_ERR_FATAL || log.messages.count >= 100 {
      log.isOver = true
      xmlStopParser(context)
    }
  }
}
