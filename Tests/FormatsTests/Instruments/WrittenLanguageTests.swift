import Diagnostics
import Expressions
import Foundation
import Instruments
import Testing
import Texts
import XML

@testable import Formats

/// What is written reads back as what it was.
@Suite("Writing every part of the language")
struct WrittenLanguageTests {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "instruments")

  /// The model as text without its places: two files that say the same are laid out differently.
  static func saying(_ value: Any) -> String {
    switch value {
    case is Place: return "·"
    case let source as SourceText: return source.text
    case let symbol as Symbol: return symbol.text
    default: break
    }
    let mirror = Mirror(reflecting: value)
    let children = mirror.children.map { "\($0.label ?? ""):\(saying($0.value))" }
    guard !children.isEmpty else { return "\(value)" }
    // Dictionaries and sets have no order of their own.
    let isUnordered = mirror.displayStyle == .dictionary || mirror.displayStyle == .set
    return "\(mirror.subjectType)(" + (isUnordered ? children.sorted() : children).joined(separator: "\n") + ")"
  }

  static func reread(_ instrument: Instrument) throws -> Instrument {
    let bytes = try InstrumentWriter.write(instrument)
    let reading = InstrumentReader.read(bytes, file: "x.xml")
    #expect(reading.findings.isEmpty, "\(reading.findings.map { $0.text(in: .en) })")
    return try #require(reading.instrument, "\(String(decoding: bytes, as: UTF8.self))")
  }

  @Test(
    "The shipped instruments read back as they were",
    arguments: ["math-4-diagnostic.xml", "parent-survey.xml", "lesson-observation.xml"])
  func shipped(name: String) throws {
    let bytes = Array(try Data(contentsOf: Self.folder.appending(path: name)))
    let instrument = try #require(InstrumentReader.read(bytes, file: "x.xml").instrument)
    #expect(Self.saying(try Self.reread(instrument)) == Self.saying(instrument))
    #expect(try InstrumentWriter.write(try Self.reread(instrument)) == InstrumentWriter.write(instrument))
  }

  @Test("Every element and attribute of the language comes back, markup, braces and quotes included")
  func everything() throws {
    let xml = """
      <test xmlns="urn:synak:1" id="all-1" version="1.2" languages="ky en" subject="math" grades="3-5" time-limit="90s" respondent="pupil" observed="lesson" one-per-code="yes"><title><ky>Т</ky><en>T</en></title>
      <choice-list id="l"><title>List</title><option code="1" value="0.5">one</option><option code="dk" missing="dont-know" alone="yes">?</option></choice-list>
      <section id="s" show-if="c1 is answered" shuffle="yes" pick="3" time-limit="2h"><title>Part</title>
      <note id="n1">A <em>x</em> <strong>b<sup>2</sup></strong> H<sub>2</sub>O <frac><num>1</num><den>{c1}</den></frac> <code>a &lt; b</code><br/>{{no}} ${no} $${c1}</note>
      <choose id="c1" choices="l" required="yes"><ky>Б «"</ky><en>A &amp; 'q'</en><hint>Look</hint></choose>
      <choose id="c2" points="2" shuffle="yes"><ky>К</ky><en>K</en><option code="a" correct="yes">a</option><option code="b" ask="text">b</option></choose>
      <choose id="c3" choices="l" points="1"><ky>Ы</ky><en>Y</en><key>1</key></choose>
      <choose-many id="m" at-least="1" at-most="2" points="3" credit="per-option"><ky>М</ky><en>M</en><option code="a" correct="yes">a</option><option code="b" correct="yes">b</option><option code="c">c</option></choose-many>
      <number id="q" min="-1.5" max="10" unit="см" points="1" show-if="c1 eq '1'" time-limit="40m"><ky>С</ky><en>N</en><key tolerance="0.1">2.5</key><key>3</key><check that="q lt 9" else="ask"><ky>Ч</ky><en>Big</en></check></number>
      <number id="w" whole="yes"><ky>Б</ky><en>W</en><unit><ky>сом</ky><en>som</en></unit></number>
      <text id="t" lines="4" max-length="100" points="1"><ky>Ж</ky><en>X</en><key>Ош</key><key>Бишкек</key></text>
      <order id="o" points="3" credit="adjacent"><ky>Т</ky><en>O</en><option code="a" place="2">a</option><option code="b" place="1">b</option><option code="c" place="3">c</option></order>
      <grid id="g" choices="l" shuffle="rows"><ky>Г</ky><en>G</en><row id="g1" reverse="yes">r</row><row id="g2" required="yes" show-if="q is answered">s</row></grid>
      <rubric id="r"><ky>Р</ky><en>R</en><criterion id="r1"><ky>К</ky><en>C</en><hint>h</hint><descriptor points="0">zero</descriptor><descriptor points="1.5">more</descriptor></criterion></rubric>
      <tally id="y"><ky>Э</ky><en>Y</en></tally><time-sample id="z" every="10m" choices="l"><ky>У</ky><en>Z</en></time-sample>
      <stimulus id="st" items="q w"><ky>О</ky><en>Text</en></stimulus><compute id="k" value="q + 1" show-if="q ge 0"/></section>
      <scale id="sum" method="sum" of="c2 m"><ky>Ш</ky><en>S</en><level code="lo" from="0">low</level><level code="hi" from="2.5">high</level></scale>
      <scale id="avg" method="mean" of="g1 g2" at-least="1"><ky>О</ky><en>M</en></scale>
      <feeds dataset="diag"><field id="score" value="score(sum)"/></feeds>
      <example name="one &quot;q&quot;"><answers c1="1" q="2,5"/><answers q="3"/><expect sum="0" sum.level="lo" shown="q" hidden="w t"/></example>
      </test>
      """
    let reading = InstrumentReader.read(Array(xml.utf8), file: "x.xml")
    #expect(reading.findings.isEmpty, "\(reading.findings.map { $0.text(in: .en) })")
    let instrument = try #require(reading.instrument)
    #expect(Self.saying(try Self.reread(instrument)) == Self.saying(instrument))
  }
}
