package import Diagnostics
package import XML

/// What is wrong with a file as XML, as something that people can read.
extension Diagnostic {
  /// - Parameter file: as the person named it.
  package init(_ problem: XMLProblem, file: String) {
    let words = Self.words(for: problem.kind)
    var arguments = words.arguments
    arguments["line"] = String(problem.related?.line ?? problem.place.line)
    let place = Place(file: file, line: problem.place.line, column: problem.place.column)
    self.init(words.finding, at: place, found: GrammarReader.excerpt(words.found), arguments: arguments)
  }

  /// Why the file at `path` gave no bytes.
  package init(_ fault: SourceFile.Fault, path: String) {
    let place = Place(file: path, line: 1, column: 1)
    switch fault {
    case .notFound: self.init(XMLFinding.notFound, at: place, found: path)
    case .notPermitted: self.init(XMLFinding.notPermitted, at: place, found: path)
    case .notRegular: self.init(XMLFinding.notAFile, at: place, found: path)
    case .tooLarge(let limit): self.init(XMLFinding.tooLarge, at: place, arguments: ["limit": String(limit)])
    case .empty: self.init(XMLFinding.empty, at: place)
    case .unreadable(let errno):
      self.init(XMLFinding.unreadable, at: place, found: path, arguments: ["errno": String(errno)])
    }
  }

  private struct Words {
    var finding: XMLFinding
    var found = ""
    var arguments: [String: String] = [:]
  }

  private static func words(for kind: XMLProblem.Kind) -> Words {
    fileWords(for: kind) ?? markupWords(for: kind)
  }

  private static func fileWords(for kind: XMLProblem.Kind) -> Words? {
    switch kind {
    case .empty: Words(finding: .empty)
    case .foreignFormat(let format): Words(finding: .foreignFormat, found: format.rawValue)
    case .overLimit(let name, let limit): Words(finding: finding(for: name), arguments: ["limit": String(limit)])
    case .notXML: Words(finding: .notXML)
    case .nulByte: Words(finding: .nulByte)
    case .unsupportedEncoding(let name): Words(finding: .unsupportedEncoding, found: name)
    case .encodingContradiction(let declared, let found):
      Words(finding: .encodingContradiction, found: declared, arguments: ["actual": found.rawValue])
    case .undeclaredUTF16: Words(finding: .undeclaredEncoding)
    case .undecodable(let byte, let encoding):
      Words(
        finding: .undecodable, found: "0x" + String(byte, radix: 16, uppercase: true),
        arguments: ["encoding": encoding.rawValue])
    case .cutCharacter(let encoding): Words(finding: .cutCharacter, arguments: ["encoding": encoding.rawValue])
    case .badDeclaration: Words(finding: .badDeclaration)
    case .unsupportedVersion(let version): Words(finding: .unsupportedVersion, found: version)
    case .doctype: Words(finding: .doctype)
    default: nil
    }
  }

  private static func markupWords(for kind: XMLProblem.Kind) -> Words {
    switch kind {
    case .unclosed(let element): Words(finding: .unclosed, found: element)
    case .mismatchedTag(let open, let close): Words(finding: .mismatchedTag, found: close, arguments: ["open": open])
    case .unexpectedClosing(let element): Words(finding: .unexpectedClosing, found: element)
    case .contentAfterRoot: Words(finding: .contentAfterRoot)
    case .unfinishedTag: Words(finding: .unfinishedTag)
    case .badTag: Words(finding: .badTag)
    case .badName: Words(finding: .badName)
    case .attributeWithoutValue(let name): Words(finding: .attributeWithoutValue, found: name)
    case .unquotedValue(let name): Words(finding: .unquotedValue, found: name)
    case .unclosedValue(let name): Words(finding: .unclosedValue, found: name)
    case .lessThanInValue(let name): Words(finding: .lessThanInValue, found: name)
    case .missingSpace: Words(finding: .missingSpace)
    case .duplicateAttribute(let name): Words(finding: .duplicateAttribute, found: name)
    case .badCharacter(let scalar):
      Words(finding: .badCharacter, found: "U+" + hexadecimal(scalar))
    case .undefinedEntity(let name): Words(finding: .undefinedEntity, found: name)
    case .badReference: Words(finding: .badReference)
    case .cdataEndInText: Words(finding: .cdataEndInText)
    case .unclosedCDATA: Words(finding: .unclosedCDATA)
    case .unclosedComment: Words(finding: .unclosedComment)
    case .hyphensInComment: Words(finding: .hyphensInComment)
    case .unclosedInstruction: Words(finding: .unclosedInstruction)
    case .reservedInstruction: Words(finding: .reservedInstruction)
    case .undeclaredPrefix(let prefix): Words(finding: .undeclaredPrefix, found: prefix)
    case .badNamespace(let uri): Words(finding: .badNamespace, found: uri)
    default: Words(finding: .malformed)
    }
  }

  /// At least four digits, as Unicode writes its scalars.
  private static func hexadecimal(_ scalar: UInt32) -> String {
    let digits = String(scalar, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }

  private static func finding(for limit: Limits.Name) -> XMLFinding {
    switch limit {
    case .bytes: .tooLarge
    case .depth: .tooDeep
    case .attributes, .allAttributes, .namespaces: .tooManyAttributes
    case .elements, .children, .names: .tooMany
    case .startTag: .startTagTooLong
    case .text: .textTooLong
    }
  }
}
