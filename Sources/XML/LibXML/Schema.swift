internal import CLibXML2

/// A compiled XSD 1.0, the contract for editors; tests hold our own reader and it to one verdict.
package final class Schema: @unchecked Sendable {
  // Unchecked: libxml2 only reads a compiled schema while it validates (8 threads sharing one: no wrong verdict).

  /// What is wrong with a schema itself.
  package enum Fault: Error, Sendable, Equatable {
    case unreadable(XMLRefusal)
    case notASchema([SchemaProblem])
    case outOfMemory
  }

  private let document: ParsedDocument
  private let compiled: xmlSchemaPtr

  /// Compiles an XSD that includes and imports nothing: no file but these bytes is read.
  package init(_ bytes: [UInt8]) throws(Fault) {
    let text: CanonicalText
    do throws(XMLRefusal) { text = try Document.read(bytes).text } catch { throw .unreadable(error) }
    guard let document = ParsedDocument(text) else { throw .outOfMemory }
    let log = SchemaLog()
    // The schema keeps pointing into its document, which must therefore live as long.
    let compiled: xmlSchemaPtr? = document.withTree { tree in
      guard let context = xmlSchemaNewDocParserCtxt(tree) else { return nil }
      defer { xmlSchemaFreeParserCtxt(context) }
      return withExtendedLifetime(log) {
        xmlSchemaSetParserStructuredErrors(
          context, { SchemaLog.note($0, $1) }, Unmanaged.passUnretained(log).toOpaque())
        return xmlSchemaParse(context)
      }
    }
    guard let compiled else { throw .notASchema(log.problems) }
    self.document = document
    self.compiled = compiled
  }

  deinit { xmlSchemaFree(compiled) }

  /// Everything that the schema finds wrong with the document; empty where it is valid.
  package func validate(_ document: Document) throws(Fault) -> [SchemaProblem] {
    guard let parsed = ParsedDocument(document.text), let context = xmlSchemaNewValidCtxt(compiled) else {
      throw .outOfMemory
    }
    defer { xmlSchemaFreeValidCtxt(context) }
    let log = SchemaLog()
    let result = withExtendedLifetime(log) {
      xmlSchemaSetValidStructuredErrors(
        context, { SchemaLog.note($0, $1) }, Unmanaged.passUnretained(log).toOpaque())
      return parsed.withTree { xmlSchemaValidateDoc(context, $0) }
    }
    if result != 0, log.problems.isEmpty {
      // libxml2 says no and gives no reason; the verdict must not be lost.
      return [SchemaProblem(code: result, line: 1, element: nil, message: "")]
    }
    return log.problems
  }
}

/// One finding of a schema, in libxml2's English words: for tests and editors, not for people who write instruments.
package struct SchemaProblem: Sendable, Equatable {
  /// `xmlParserErrors`, such as 1824 for a value that its type doesn't allow.
  package var code: Int32
  /// Where the start tag of the element ends.
  package var line: Int
  package var element: String?
  package var message: String
}

/// Gathers what libxml2 finds; reached from its callback through the user data.
private final class SchemaLog {
  var problems: [SchemaProblem] = []

  static func note(_ raw: UnsafeMutableRawPointer?, _ error: UnsafeMutablePointer<xmlError>?) {
    guard let raw, let error = error?.pointee, error.level.rawValue >= XML_ERR_ERROR.rawValue else { return }
    let log = Unmanaged<SchemaLog>.fromOpaque(raw).takeUnretainedValue()
    guard log.problems.count < 10_000 else { return }
    let node = error.node?.assumingMemoryBound(to: xmlNode.self)
    var message = error.message.map { String(cString: $0) } ?? ""
    while message.last == "\n" { message.removeLast() }
    log.problems.append(
      SchemaProblem(
        code: error.code, line: node.map { max(1, xmlGetLineNo($0)) } ?? max(1, Int(error.line)),
        element: node?.pointee.name.map { String(cString: $0) }, message: message))
  }
}
