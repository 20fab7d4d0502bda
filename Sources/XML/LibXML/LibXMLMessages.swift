internal import CLibXML2

/// libxml2's numbered messages as kinds of problem: one table.
extension XMLProblem.Kind {
  init(_ message: ParserContext.Log.Message) {
    self = Self.table[UInt32(bitPattern: message.code)]?(message) ?? .malformed
  }

  private typealias Row = (xmlParserErrors, @Sendable (ParserContext.Log.Message) -> XMLProblem.Kind)

  private static let table: [UInt32: @Sendable (ParserContext.Log.Message) -> XMLProblem.Kind] = {
    var table: [UInt32: @Sendable (ParserContext.Log.Message) -> XMLProblem.Kind] = [:]
    for (code, kind) in document + tags + texts + namespaces { table[code.rawValue] = kind }
    return table
  }()

  private static let document: [Row] = [
    (XML_ERR_DOCUMENT_EMPTY, { _ in .notXML }),
    (XML_ERR_DOCUMENT_START, { _ in .notXML }),
    (XML_ERR_DOCUMENT_END, { _ in .contentAfterRoot }),
    (XML_ERR_XMLDECL_NOT_STARTED, { _ in .badDeclaration }),
    (XML_ERR_XMLDECL_NOT_FINISHED, { _ in .badDeclaration }),
    (XML_ERR_STANDALONE_VALUE, { _ in .badDeclaration }),
    (XML_ERR_ENCODING_NAME, { _ in .badDeclaration }),
    (XML_ERR_VERSION_MISSING, { _ in .badDeclaration }),
    (XML_ERR_UNKNOWN_VERSION, { .unsupportedVersion($0.subject) }),
    (XML_ERR_RESERVED_XML_NAME, { _ in .reservedInstruction }),
    (XML_ERR_PI_NOT_STARTED, { _ in .badName }),
    (XML_ERR_PI_NOT_FINISHED, { _ in .unclosedInstruction }),
    // Its dictionary is full: names within the limits, but all of them long.
    (XML_ERR_NO_MEMORY, { _ in .overLimit(.names, limit: Limits.standard.names) }),
    (XML_ERR_NAME_TOO_LONG, { _ in .overLimit(.names, limit: Limits.standard.names) }),
    (XML_ERR_COMMENT_NOT_FINISHED, { _ in .unclosedComment }),
    (XML_ERR_HYPHEN_IN_COMMENT, { _ in .hyphensInComment }),
  ]

  private static let tags: [Row] = [
    (XML_ERR_TAG_NOT_FINISHED, { .unclosed(element: $0.subject) }),
    (XML_ERR_TAG_NAME_MISMATCH, { _ in .badTag }),
    (XML_ERR_GT_REQUIRED, { _ in .badTag }),
    (XML_ERR_LTSLASH_REQUIRED, { _ in .badTag }),
    (XML_ERR_NAME_REQUIRED, { _ in .badName }),
    (XML_ERR_SPACE_REQUIRED, { _ in .missingSpace }),
    (XML_ERR_ATTRIBUTE_WITHOUT_VALUE, { .attributeWithoutValue($0.subject) }),
    (XML_ERR_ATTRIBUTE_NOT_STARTED, { .unquotedValue(attribute: $0.subject) }),
    (XML_ERR_ATTRIBUTE_NOT_FINISHED, { .unclosedValue(attribute: $0.subject) }),
    (XML_ERR_LT_IN_ATTRIBUTE, { .lessThanInValue(attribute: $0.subject) }),
    (XML_ERR_ATTRIBUTE_REDEFINED, { .duplicateAttribute($0.subject) }),
    (XML_NS_ERR_ATTRIBUTE_REDEFINED, { .duplicateAttribute($0.subject) }),
  ]

  private static let texts: [Row] = [
    (XML_ERR_INVALID_CHAR, { .badCharacter(UInt32(bitPattern: $0.value)) }),
    (XML_ERR_INVALID_CHARREF, { _ in .badReference }),
    (XML_ERR_INVALID_HEX_CHARREF, { _ in .badReference }),
    (XML_ERR_INVALID_DEC_CHARREF, { _ in .badReference }),
    (XML_ERR_ENTITYREF_SEMICOL_MISSING, { _ in .badReference }),
    (XML_ERR_UNDECLARED_ENTITY, { .undefinedEntity($0.subject) }),
    (XML_ERR_MISPLACED_CDATA_END, { _ in .cdataEndInText }),
    (XML_ERR_CDATA_NOT_FINISHED, { _ in .unclosedCDATA }),
  ]

  private static let namespaces: [Row] = [
    (XML_NS_ERR_UNDEFINED_NAMESPACE, { .undeclaredPrefix($0.subject) }),
    (XML_NS_ERR_XML_NAMESPACE, { .badNamespace($0.subject) }),
    (XML_WAR_NS_URI, { .badNamespace($0.subject) }),
    (XML_NS_ERR_EMPTY, { .badNamespace($0.subject) }),
    (XML_NS_ERR_QNAME, { _ in .badName }),
    (XML_NS_ERR_COLON, { _ in .badName }),
  ]
}
