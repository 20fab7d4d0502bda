import Foundation
import Testing

@testable import XML

@Suite("Schema validation")
struct SchemaTests {
  private static let schema = """
    <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:t" elementFormDefault="qualified">
      <xs:element name="test">
        <xs:complexType>
          <xs:sequence>
            <xs:element name="item" maxOccurs="unbounded">
              <xs:complexType>
                <xs:attribute name="points" type="xs:positiveInteger" use="required"/>
              </xs:complexType>
            </xs:element>
          </xs:sequence>
        </xs:complexType>
      </xs:element>
    </xs:schema>
    """

  @Test("A valid document has no problem; each mistake has its line, element and code")
  func verdicts() throws {
    let schema = try Schema(Array(Self.schema.utf8))
    let good = try read("<test xmlns='urn:t'>\n<item points='2'/></test>").get()
    #expect(try schema.validate(good).isEmpty)
    let bad = try read("<test xmlns='urn:t'>\n<item points='0'/>\n<item/>\n<other/></test>").get()
    let problems = try schema.validate(bad)
    #expect(Set(problems.map(\.line)) == [2, 3, 4])
    #expect(problems.contains { $0.element == "item" && $0.code == 1868 && $0.line == 3 })
    #expect(problems.contains { $0.element == "other" && $0.code == 1871 })
    #expect(problems.allSatisfy { !$0.message.isEmpty })
    let foreign = try read("<test/>").get()
    #expect(try schema.validate(foreign).count == 1)
  }

  @Test("A doubled xml:id, which is well-formed, is for the schema to judge")
  func doubledID() throws {
    let schema = try Schema(Array(Self.schema.utf8))
    let document = try read("<test xmlns='urn:t' xml:id='a'><item points='2' xml:id='a'/></test>").get()
    #expect(try Set(schema.validate(document).map(\.code)) == [1866])
  }

  @Test("One schema serves many threads")
  func threads() async throws {
    let schema = try Schema(Array(Self.schema.utf8))
    let good = try read("<test xmlns='urn:t'><item points='2'/></test>").get()
    let bad = try read("<test xmlns='urn:t'><item points='x'/></test>").get()
    await withTaskGroup(of: Bool.self) { group in
      for index in 0..<100 {
        group.addTask { (try? schema.validate(index % 2 == 0 ? good : bad).isEmpty) == (index % 2 == 0) }
      }
      for await isRight in group { #expect(isRight) }
    }
  }

  @Test("What isn't a schema, or isn't XML, is no schema")
  func notASchema() throws {
    #expect(throws: Schema.Fault.self) { try Schema(Array("<r/>".utf8)) }
    #expect(throws: Schema.Fault.self) { try Schema(Array("<r".utf8)) }
    #expect(throws: Schema.Fault.self) {
      try Schema(Array(Self.schema.replacing("positiveInteger", with: "nothing").utf8))
    }
  }

  @Test("A schema reads no other file")
  func includes() throws {
    let file = FileManager.default.temporaryDirectory.appending(path: "synak-\(UUID().uuidString).xsd")
    defer { try? FileManager.default.removeItem(at: file) }
    let included = Self.schema.replacing("name=\"test\"", with: "name=\"included\"")
    try Data(included.utf8).write(to: file)
    let schema = Self.schema.replacing(
      "<xs:element name=\"test\">", with: "<xs:include schemaLocation=\"\(file.path)\"/><xs:element name=\"test\">")
    // The include is either an error or ignored; what it declares is never known.
    guard let compiled = try? Schema(Array(schema.utf8)) else { return }
    let document = try read("<included xmlns='urn:t'><item points='2'/></included>").get()
    #expect(try !compiled.validate(document).isEmpty)
  }
}
