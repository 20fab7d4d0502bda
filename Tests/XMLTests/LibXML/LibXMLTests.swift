import CLibXML2
import Foundation
import Testing

@testable import XML

@Suite("libxml2 is kept in")
struct LibXMLTests {
  private func inFolder(_ body: (URL) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "synak-xml-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try body(folder)
  }

  @Test("No file is loaded, even when libxml2 itself is asked to")
  func externalLoader() throws {
    try inFolder { folder in
      let file = folder.appending(path: "secret.xml")
      try Data("<secret/>".utf8).write(to: file)
      #expect(LibXML.isReady)
      let context = try #require(xmlNewParserCtxt())
      defer { xmlFreeParserCtxt(context) }
      #expect(xmlLoadExternalEntity(file.path, nil, context) == nil)
      #expect(xmlLoadExternalEntity("file://" + file.path, nil, context) == nil)
    }
  }

  @Test("A DOCTYPE ends the parse in the callback, before any of its declarations")
  func doctypeCallback() throws {
    for source in [
      "<!DOCTYPE r [<!ENTITY a 'b'>]><r>&a;</r>", "<!DOCTYPE r SYSTEM 'http://127.0.0.1:9/x'><r/>",
      "<!DOCTYPE r [<!ENTITY % p SYSTEM 'file:///dev/random'> %p;]><r/>",
    ] {
      let text = CanonicalText(canonical: Array(source.utf8))
      let verdict = try #require(ParserContext.verdict(on: text))
      #expect(!verdict.isAccepted)
      #expect(verdict.sawDoctype)
      #expect(verdict.messages.isEmpty)
      let isTree = ParsedDocument(text) != nil
      #expect(!isTree)
    }
  }

  @Test("An XInclude, a schema location and a model instruction are values like others and load nothing")
  func inclusions() throws {
    try inFolder { folder in
      let file = folder.appending(path: "key.txt")
      try Data("the answer".utf8).write(to: file)
      let source = """
        <?xml-model href="\(file.path)"?><r xmlns:xi="http://www.w3.org/2001/XInclude" \
        xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="urn:x file://\(file.path)">\
        <xi:include href="\(file.path)" parse="text"/></r>
        """
      let root = try read(source).get().root
      #expect(root.joinedText.isEmpty)
      #expect(root.elements.map(\.name) == ["include"])
      #expect(root.elements[0].children.isEmpty)
    }
  }

  @Test("Many documents at once on many threads are each judged by themselves")
  func threads() async {
    await withTaskGroup(of: Bool.self) { group in
      for index in 0..<200 {
        group.addTask {
          let good = read("<r a='\(index)'><b>ң</b></r>")
          let bad = read("<r a='\(index)'><b>ң</c></r>")
          guard case .success(let document) = good, case .failure(let refusal) = bad else { return false }
          return document.root.attribute("a")?.value == "\(index)"
            && refusal.problems.map(\.kind) == [.mismatchedTag(open: "b", close: "c")]
        }
      }
      for await isRight in group { #expect(isRight) }
    }
  }
}
