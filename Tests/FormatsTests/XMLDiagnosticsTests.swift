import Diagnostics
import Testing
import Texts

@testable import Formats
@testable import XML

@Suite("What is wrong with a file as XML, in words")
struct XMLDiagnosticsTests {
  static let kinds: [XMLProblem.Kind] = [
    .empty, .foreignFormat(.gzip), .notXML, .nulByte, .unsupportedEncoding("UTF-7"),
    .encodingContradiction(declared: "UTF-8", found: .utf16LittleEndian), .undeclaredUTF16,
    .undecodable(byte: 0x98, .utf8),
    .cutCharacter(.utf8), .badDeclaration, .unsupportedVersion("1.1"), .doctype, .unclosed(element: "a"),
    .mismatchedTag(open: "a", close: "b"), .unexpectedClosing(element: "a"), .contentAfterRoot, .unfinishedTag, .badTag,
    .badName, .attributeWithoutValue("a"), .unquotedValue(attribute: "a"), .unclosedValue(attribute: "a"),
    .lessThanInValue(attribute: "a"), .missingSpace, .duplicateAttribute("a"), .badCharacter(0x1B),
    .undefinedEntity("nbsp"), .badReference, .cdataEndInText, .unclosedCDATA, .unclosedComment, .hyphensInComment,
    .unclosedInstruction, .reservedInstruction, .undeclaredPrefix("x"), .badNamespace("x"), .malformed,
  ]

  static let faults: [SourceFile.Fault] = [
    .notFound, .notPermitted, .notRegular, .tooLarge(limit: 16 << 20), .empty, .unreadable(errno: 5),
  ]

  private func check(_ diagnostic: Diagnostic) {
    for language in Language.spoken {
      let words = Rendering(language: language).text(of: diagnostic)
      #expect(!words.contains("{") && !words.contains("“”") && !words.contains("«»"), "\(words)")
      #expect(diagnostic.severity == .error)
    }
  }

  @Test("Every kind of problem and every fault has a finding of its own, with all its words filled in")
  func words() {
    let place = TextPlace(line: 3, column: 4)
    var codes: [String] = []
    let limits = Limits.Name.allCases.map { XMLProblem.Kind.overLimit($0, limit: 48) }
    for kind in Self.kinds + limits {
      let problem = XMLProblem(
        kind: kind, offset: 0, place: place, related: TextPlace(line: 1, column: 1), libxml2Code: 0)
      let diagnostic = Diagnostic(problem, file: "a.xml")
      check(diagnostic)
      #expect(diagnostic.place?.description == "a.xml:3:4")
      codes.append(diagnostic.code)
    }
    #expect(Set(codes.prefix(Self.kinds.count)).count == Self.kinds.count)
    for fault in Self.faults {
      let diagnostic = Diagnostic(fault, path: "a.xml")
      check(diagnostic)
      codes.append(diagnostic.code)
    }
    #expect(Set(codes) == Set(XMLFinding.allCases.map(\.rawValue)))
  }

  @Test("A file that is no XML gives its findings and no instrument")
  func reading() {
    let reading = InstrumentReader.read(Array("<test>\n <a>\n</test>".utf8), file: "a.xml")
    #expect(reading.instrument == nil)
    #expect(reading.findings.map { $0.summary(withLength: false) } == ["E019 3:1 test"])
    #expect(reading.text != nil)
  }
}
