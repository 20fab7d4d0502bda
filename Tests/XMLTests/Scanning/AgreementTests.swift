import CLibXML2
import Foundation
import SeededTesting
import Testing

@testable import XML

/// Synak's scanner gives the values and libxml2 the verdict, so the two must never differ about a document.
@Suite("The scanner and libxml2 agree")
struct AgreementTests {
  @Test("Random documents with every way of writing are read as libxml2 reads them", arguments: seeds(20))
  func randomDocuments(seed: UInt64) throws {
    var markup = RandomMarkup(seed: seed)
    for _ in 0..<50 {
      let source = markup.document()
      switch read(source) {
      case .success(let document): expectAgreement(document)
      case .failure(let refusal):
        // The generator may give two prefixes one namespace, and so one attribute twice.
        let isRepeated = refusal.problems.contains { if case .duplicateAttribute = $0.kind { true } else { false } }
        #expect(isRepeated, "\(refusal.problems) \(source)")
        #expect(refusal.problems.allSatisfy { $0.libxml2Code != 0 }, "\(source)")
      }
    }
  }

  @Test("A damaged document is read alike or refused by both, never by the scanner alone", arguments: seeds(20))
  func damagedDocuments(seed: UInt64) {
    var markup = RandomMarkup(seed: seed)
    for _ in 0..<100 {
      let bytes = markup.damaged(Array(markup.document().utf8))
      switch read(bytes) {
      case .success(let document): expectAgreement(document)
      case .failure(let refusal):
        #expect(!refusal.problems.isEmpty)
        guard let text = refusal.text, refusal.problems[0].libxml2Code == 0 else { continue }
        switch refusal.problems[0].kind {
        case .nulByte, .undecodable, .cutCharacter, .unsupportedEncoding, .encodingContradiction, .unsupportedVersion,
          .overLimit:
          continue
        default:
          #expect(!isAcceptedByLibXML(text), "\(refusal.problems): \(String(decoding: bytes, as: UTF8.self))")
        }
      }
    }
  }

  @Test("The QTI, XForms and Synak files at hand are read as libxml2 reads them", .enabled(if: Conformance.root != nil))
  func corpora() {
    var accepted = 0
    for url in Conformance.honest {
      guard case .success(let document) = verdict(of: url) else { continue }
      accepted += 1
      expectAgreement(document)
    }
    #expect(accepted > 1000)
  }

  @Test("Every offset of a value leads to the bytes that gave it", arguments: seeds(10))
  func offsets(seed: UInt64) throws {
    var markup = RandomMarkup(seed: seed)
    for _ in 0..<50 {
      guard case .success(let document) = read(markup.document()) else { continue }
      expectTrueOffsets(document.root, in: document.text.bytes)
    }
  }

  private func isAcceptedByLibXML(_ text: CanonicalText) -> Bool {
    let parsed = ParsedDocument(text)
    return parsed != nil
  }

  private func expectAgreement(_ document: Document) {
    let ours = Outline(document.root)
    let theirs = ParsedDocument(document.text)?.withTree { tree in xmlDocGetRootElement(tree).map { Outline($0) } }
    #expect(ours == (theirs ?? nil), "\(document.text.string(0..<2000))")
  }

  private func expectTrueOffsets(_ element: Element, in bytes: [UInt8]) {
    #expect(bytes[element.offset] == UInt8(ascii: "<"))
    #expect(bytes[element.startTagEnd - 1] == UInt8(ascii: ">"))
    #expect(bytes[element.endOffset - 1] == UInt8(ascii: ">"))
    #expect(has(element.name, after: element.nameOffset, in: bytes))
    for attribute in element.attributes {
      #expect(has(attribute.name, after: attribute.nameOffset, in: bytes))
      #expect(bytes[attribute.valueOffset - 1] == bytes[attribute.source.source.upperBound])
      expectTrueOffsets(attribute.value, attribute.source, in: bytes)
    }
    for child in element.children {
      switch child {
      case .element(let child): expectTrueOffsets(child, in: bytes)
      case .text(let run): expectTrueOffsets(run.string, run.source, in: bytes)
      }
    }
  }

  /// The name, perhaps behind a prefix.
  private func has(_ name: String, after offset: Int, in bytes: [UInt8]) -> Bool {
    let found = bytes[offset...].prefix { !$0.isXMLSpace && !"=/>".utf8.contains($0) }
    return found.elementsEqual(name.utf8) || found.reversed().starts(with: (":" + name).utf8.reversed())
  }

  private func expectTrueOffsets(_ value: String, _ source: SourceMap, in bytes: [UInt8]) {
    for (index, byte) in value.utf8.enumerated() {
      let place = source.offset(ofByte: index)
      #expect(source.source.contains(place))
      let written = bytes[place]
      #expect(
        written == byte || written == UInt8(ascii: "&") || (byte == 0x20 && written.isXMLSpace),
        "byte \(index) of \(value.debugDescription)")
      if source.isVerbatim { #expect(place == source.source.lowerBound + index) }
    }
    #expect(source.offset(ofByte: value.utf8.count) == source.source.upperBound)
  }
}

/// What a document says, without places, from either reader.
struct Outline: Equatable {
  var name: String
  /// As bytes: two strings that look the same may differ.
  var attributes: [[UInt8]]
  var children: [Child]

  enum Child: Equatable {
    case element(Outline)
    case text([UInt8])
  }

  init(_ element: Element) {
    name = "{\(element.namespace ?? "")}\(element.name)"
    attributes = element.attributes.map { Array("{\($0.namespace ?? "")}\($0.name)=\($0.value)".utf8) }
    children = element.children.map { child in
      switch child {
      case .element(let element): .element(Outline(element))
      case .text(let run): .text(Array(run.string.utf8))
      }
    }
  }

  init(_ node: xmlNodePtr) {
    func string(_ pointer: UnsafePointer<xmlChar>?) -> String { pointer.map { String(cString: $0) } ?? "" }
    func name(_ name: UnsafePointer<xmlChar>?, _ namespace: xmlNsPtr?) -> String {
      "{\(string(namespace?.pointee.href))}\(string(name))"
    }
    self.name = name(node.pointee.name, node.pointee.ns)
    attributes = []
    var attribute = node.pointee.properties
    while let current = attribute {
      let value = current.pointee.children.map { string($0.pointee.content) } ?? ""
      attributes.append(Array("\(name(current.pointee.name, current.pointee.ns))=\(value)".utf8))
      attribute = current.pointee.next
    }
    children = []
    var child = node.pointee.children
    while let current = child {
      if current.pointee.type == XML_ELEMENT_NODE {
        children.append(.element(Outline(current)))
      } else if let content = current.pointee.content, content.pointee != 0 {
        let bytes = Array(UnsafeBufferPointer(start: content, count: Int(xmlStrlen(content))))
        if case .text(let before) = children.last {
          children[children.count - 1] = .text(before + bytes)
        } else {
          children.append(.text(bytes))
        }
      }
      child = current.pointee.next
    }
  }
}
