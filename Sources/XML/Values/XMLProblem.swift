/// Why a file is not the XML that Synak reads: data only, for the floor above to put into words.
package struct XMLProblem: Error, Sendable, Equatable {
  package var kind: Kind
  /// Byte offset in the canonical text.
  package var offset: Int
  package var place: TextPlace
  /// Another place that explains the problem: where the unclosed element was opened.
  package var related: TextPlace?
  /// The number of libxml2's message (`xmlParserErrors`), or 0 where Synak found the problem itself.
  package var libxml2Code: Int32

  /// The closed list of what can be wrong.
  package enum Kind: Sendable, Equatable {
    // The file as a whole.
    case empty
    case foreignFormat(ForeignFormat)
    case overLimit(Limits.Name, limit: Int)
    case notXML
    case nulByte

    // How it is encoded.
    case unsupportedEncoding(String)
    /// The declaration says one encoding, the bytes show another.
    case encodingContradiction(declared: String, found: TextEncoding)
    /// UTF-16 with neither byte order mark nor declaration.
    case undeclaredUTF16
    /// A byte, or a group that begins with it, that means nothing in the encoding.
    case undecodable(byte: UInt8, TextEncoding)
    /// The file ends in the middle of a character.
    case cutCharacter(TextEncoding)

    // Its beginning.
    case badDeclaration
    case unsupportedVersion(String)
    case doctype

    // Its tags.
    case unclosed(element: String)
    case mismatchedTag(open: String, close: String)
    case unexpectedClosing(element: String)
    case contentAfterRoot
    case unfinishedTag
    case badTag
    case badName
    case attributeWithoutValue(String)
    case unquotedValue(attribute: String)
    case unclosedValue(attribute: String)
    case lessThanInValue(attribute: String)
    case missingSpace
    case duplicateAttribute(String)

    // Its texts.
    case badCharacter(UInt32)
    case undefinedEntity(String)
    case badReference
    case cdataEndInText
    case unclosedCDATA
    case unclosedComment
    case hyphensInComment
    case unclosedInstruction
    /// An instruction named `xml`, such as a second XML declaration.
    case reservedInstruction

    // Its namespaces.
    case undeclaredPrefix(String)
    case badNamespace(String)

    /// Not well-formed in another way; `libxml2Code` says which.
    case malformed
  }
}

/// A refused file: every problem that was found, at least one, in the order of the file.
package struct XMLRefusal: Error, Sendable, Equatable {
  package var problems: [XMLProblem]
  /// What could be decoded, for showing the line of a problem; nil where there is no text.
  package var text: CanonicalText?
}
