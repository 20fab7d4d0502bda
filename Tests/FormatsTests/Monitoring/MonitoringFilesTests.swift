import Datasets
import Diagnostics
import Expressions
import Foundation
import Monitoring
import Testing
import Texts
import XML

@testable import Formats

@Suite("Files of monitoring")
struct MonitoringFilesTests {
  private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  private static func shipped(_ name: String) throws -> [UInt8] {
    Array(try Data(contentsOf: root.appendingPathComponent("instruments/\(name)")))
  }

  private func words(_ findings: [Diagnostic]) -> [String] {
    findings.filter { $0.severity > .note }.map { Rendering(language: .en).text(of: $0) }
  }

  @Test("The shipped indicators, plan and register load and check clean")
  func shippedFiles() throws {
    let indicators = IndicatorSetReader.check(try Self.shipped("indicators.xml"), file: "indicators.xml")
    #expect(words(indicators.reading.findings) == [])
    #expect(indicators.set != nil)
    let plan = MonitoringPlanReader.check(
      try Self.shipped("plan-2026-2027.xml"), file: "plan.xml", against: indicators.reading.set)
    #expect(words(plan.findings) == [])
    #expect(plan.plan != nil)
    let register = RegisterReader.read(try Self.shipped("sample-register.csv"), file: "sample-register.csv")
    #expect(words(register.findings) == [])
    #expect(!register.register.people.isEmpty)
  }

  @Test("The published schema accepts what the reader accepts", arguments: ["indicators.xml", "plan-2026-2027.xml"])
  func schema(name: String) throws {
    let schema = try Schema(InstrumentSchema.xsd)
    #expect(try schema.validate(Document.read(try Self.shipped(name))) == [])
  }

  private static let indicators = """
    <?xml version="1.0" encoding="UTF-8"?>
    <indicators xmlns="urn:synak:1" id="set" version="1" languages="ky">
      <title><ky>Топтом</ky></title>
      <choice-list id="baa"><option code="4">4</option><option code="3">3</option></choice-list>
      <dataset id="marks" row="pupil subject" from="register">
        <title><ky>Баалар</ky></title>
        <field id="mark" choices="baa"/><field id="hours" type="number" decimals="1"/>
      </dataset>
      <indicator id="SAP" aspect="result" dataset="marks" unit="percent" better="higher">
        <ky>Сапат</ky>
        <numerator>count(mark in {4})</numerator>
        <denominator>count(mark in {3, 4})</denominator>
        <band from="0" level="low"/><band from="50" level="good"/>
        <target scope="school" value="55"/>
        <by>sex</by>
      </indicator>
    </indicators>
    """

  struct Edit: Sendable, CustomTestStringConvertible {
    var old: String
    var new: String
    var codes: [String]
    var testDescription: String { "\(old) → \(new)" }

    init(_ old: String, _ new: String, _ codes: String...) {
      self.old = old
      self.new = new
      self.codes = codes
    }
  }

  private func codes(_ text: String) -> [String] {
    IndicatorSetReader.check(Array(text.utf8), file: "i.xml").reading.findings.filter { $0.severity > .note }.map(
      \.code)
  }

  @Test("The file that the edits start from is clean")
  func unedited() { #expect(codes(Self.indicators) == []) }

  @Test(
    "One mistake in a file of indicators is one finding",
    arguments: [
      Edit("choices=\"baa\"", "choices=\"bba\"", "E403"),
      Edit("choices=\"baa\"/>", "/>", "E417"),
      Edit("choices=\"baa\"/>", "choices=\"baa\" type=\"number\"/>", "E417"),
      Edit("type=\"number\"", "type=\"boolean\"", "E420"),
      Edit("<numerator>count(mark in {4})</numerator>", "", "E418"),
      Edit("</denominator>", "</denominator><formula>1</formula>", "E419"),
      Edit("better=\"higher\"", "better=\"higher\" kind=\"derived\"", "E418", "E419", "E419"),
      Edit("count(mark in {4})", "count(mark in {5})", "E104"),
      Edit("count(mark in {4})", "count(mrak in {4})", "E101"),
      Edit("from=\"50\"", "from=\"0\"", "E406"),
      Edit("level=\"good\"", "level=\"low\"", "E407"),
      Edit("dataset=\"marks\"", "dataset=\"mark\"", "E402"),
      Edit("<by>sex</by>", "<by>gender</by>", "E224"),
      Edit("value=\"55\"", "value=\"155\"", "W403"),
      Edit("id=\"hours\"", "id=\"mark\"", "E401"),
    ])
  func indicatorEdits(edit: Edit) throws {
    let text = Self.indicators.replacing(edit.old, with: edit.new, maxReplacements: 1)
    #expect(text != Self.indicators)
    #expect(codes(text) == edit.codes)
  }

  @Test("A mistake inside a formula has its own line and column")
  func placeOfFormula() throws {
    let text = Self.indicators.replacing("count(mark in {4})", with: "count(mark in {5})")
    let finding = try #require(IndicatorSetReader.check(Array(text.utf8), file: "i.xml").reading.findings.first)
    #expect(finding.place?.line == 11)
    #expect(finding.place?.column == 31)
    #expect(finding.found == "5")
  }

  @Test("A file of another kind is told so")
  func otherKind() {
    let reading = MonitoringPlanReader.read(Array(Self.indicators.utf8), file: "i.xml")
    #expect(reading.plan == nil)
    #expect(reading.findings.count == 1)
  }

  @Test("In a plan every mistake of the file is found in its place")
  func planEdits() throws {
    let plan = String(decoding: try Self.shipped("plan-2026-2027.xml"), as: UTF8.self)
    let indicators = IndicatorSetReader.read(try Self.shipped("indicators.xml"), file: "indicators.xml").set
    func codes(_ old: String, _ new: String) -> [String] {
      let text = plan.replacing(old, with: new, maxReplacements: 1)
      #expect(text != plan, "\(old)")
      return MonitoringPlanReader.check(Array(text.utf8), file: "p.xml", against: indicators).findings
        .filter { $0.severity > .note }.map(\.code)
    }
    #expect(codes("collect=\"", "collect=\"x") == ["E421"])
    #expect(codes("<indicator ref=\"", "<indicator ref=\"X") == ["E422"])
    #expect(codes("<when period=\"", "<when period=\"x").contains("E423"))
    #expect(codes("due=\"10d\"", "due=\"ten\"") == ["E438"])
    #expect(codes("type=\"primary-basics\"", "type=\"other\"") == ["E427"])
    #expect(codes("kind=\"approve-plan\"", "kind=\"amend-plan\"") == ["E426"])
  }
}
