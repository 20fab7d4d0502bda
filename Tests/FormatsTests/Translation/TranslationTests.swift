import Diagnostics
import Foundation
import Instruments
import Testing
import Texts
import XML

@testable import Formats

@Suite("Texts out to translators and back")
struct TranslationTests {
  private static let file = """
    <?xml version="1.0" encoding="UTF-8"?>
    <!-- Башында түшүндүрмө -->
    <questionnaire xmlns="urn:synak:1" id="q" version="1" languages="ky ru">
      <title><ky>Сурамжылоо</ky><ru>Опрос</ru></title>
      <section id="s">
        <choose id="grade">
          <ky>Кайсы класс?</ky>
          <ru>Какой   класс?</ru> <!-- жанында -->
          <option code="4">4</option><option code="5"><ky>беш</ky><ru>пять</ru></option>
        </choose>
        <number id="n" min="0" max="9"><ky><strong>{grade}</strong> класста канча окуучу, x<sup>2</sup> &lt; 9?</ky><ru>Сколько учеников в классе {grade}, x<sup>2</sup> &lt; 9?</ru><hint><ky>Сан жазыңыз</ky><ru>Напишите число</ru></hint></number>
      </section>
    </questionnaire>

    """

  private func units(_ text: String) throws -> TranslationUnits {
    TranslationUnits(try Document.read(Array(text.utf8)))
  }

  private func exported(_ text: String, _ from: Language = .ky, _ to: Language = .ru) throws -> String {
    String(decoding: try XLIFFWriter.write(units(text), from: from, to: to, original: "q.xml"), as: UTF8.self)
  }

  private func imported(_ xliff: String, into text: String) throws -> TranslationImport.Outcome {
    let reading = XLIFFReader.read(try Document.read(Array(xliff.utf8)), file: "q.xlf")
    #expect(reading.findings == [])
    return TranslationImport.apply(try #require(reading.file), to: try units(text))
  }

  @Test("Each text has a name of its own, which doesn't depend on its words")
  func names() throws {
    #expect(try units(Self.file).units.map(\.id) == ["title", "grade", "grade.option.5", "n", "n.hint"])
    #expect(try units(Self.file).units[2].context == "questionnaire › section s › choose grade › option 5")
  }

  @Test("Nothing changed is nothing changed, to the byte")
  func unchanged() throws {
    let outcome = try imported(exported(Self.file), into: Self.file)
    #expect(outcome.findings == [])
    #expect(outcome.bytes == Array(Self.file.utf8))
    #expect(outcome.changed == 0 && outcome.added == 0)
  }

  @Test("What is changed is changed where it stands; comments and layout stay")
  func changed() throws {
    let xliff = try exported(Self.file).replacing("Какой класс?", with: "Который класс &amp; год?")
    let outcome = try imported(xliff, into: Self.file)
    let expected = Self.file.replacing("Какой   класс?", with: "Который класс &amp; год?")
    #expect(String(decoding: outcome.bytes, as: UTF8.self) == expected)
    #expect(outcome.changed == 1)
  }

  @Test("A new language stands behind the others, on a line of its own where they do, and the file declares it")
  func added() throws {
    let xliff = try exported(Self.file, .ky, .en)
    #expect(!xliff.contains("<target"))
    let translated = ["Сурамжылоо": "Survey", "Кайсы класс?": "Which grade?"].reduce(xliff) { text, pair in
      text.replacing(
        "\(pair.key)</source>", with: "\(pair.key)</source><target>\(pair.value)</target>")
    }
    let outcome = try imported(translated, into: Self.file)
    #expect(outcome.findings == [] && outcome.added == 2 && outcome.open == 3)
    let text = String(decoding: outcome.bytes, as: UTF8.self)
    #expect(text.contains("languages=\"ky ru en\""))
    #expect(text.contains("<ru>Опрос</ru><en>Survey</en>"))
    #expect(text.contains("<ru>Какой   класс?</ru>\n      <en>Which grade?</en> <!-- жанында -->"))
    let status = try TranslationStatus.all(of: units(text))
    #expect(status.map(\.translated) == [5, 5, 2])
    #expect(status[2].missing == ["grade.option.5", "n", "n.hint"])
  }

  @Test("A placeholder or mark that is lost, or one too many, is refused, and nothing is written")
  func marks() throws {
    let xliff = try exported(Self.file)
    let source = try #require(xliff.range(of: "Сколько учеников"))
    let placeholder = try #require(xliff[source.lowerBound...].firstRange(of: "<ph "))
    let end = try #require(xliff[placeholder.lowerBound...].firstRange(of: "/>"))
    var lost = xliff
    lost.replaceSubrange(placeholder.lowerBound..<end.upperBound, with: "")
    let outcome = try imported(lost, into: Self.file)
    #expect(outcome.findings.map(\.code) == ["E723", "E723"] || outcome.findings.map(\.code) == ["E723"])
    #expect(outcome.findings[0].text(in: .en).contains("n"))
    #expect(outcome.bytes == Array(Self.file.utf8))
    let extra = xliff.replacing("Напишите число", with: "Напишите число {grade}")
    #expect(try imported(extra, into: Self.file).findings.map(\.code) == ["E724"])
  }

  @Test("A translation of words that changed since is refused; so is one of a text that isn't there")
  func changedSource() throws {
    let xliff = try exported(Self.file)
    let newer = Self.file.replacing("Кайсы класс?", with: "Кайсы класста окуйсуз?")
    #expect(try imported(xliff, into: newer).findings.map(\.code) == ["E722"])
    let stray = xliff.replacing("id=\"n.hint\"", with: "id=\"n.hnt\"")
    let finding = try #require(try imported(stray, into: Self.file).findings.first)
    #expect(finding.code == "E725" && finding.suggestion == "n.hint")
  }

  @Test("What tools do to a file is understood: groups, sentences as segments, their own marks, codes without data")
  func tools() throws {
    let xliff = """
      <xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.1" srcLang="ky-KG" trgLang="ru"><file id="f"><group id="g">
      <unit id="grade"><segment id="1"><source>Кайсы </source><target>Какой </target></segment><segment id="2"><source>класс?</source><target><mrk id="m" type="comment">год?</mrk></target></segment></unit>
      <unit id="n"><originalData><data id="a">&lt;strong></data><data id="b">&lt;/strong></data><data id="c">{grade}</data><data id="d">&lt;sup></data><data id="e">&lt;/sup></data></originalData>
      <segment state="final"><source><pc id="1" dataRefStart="a" dataRefEnd="b"><ph id="2" dataRef="c"/></pc> класста канча окуучу, x<pc id="3" dataRefStart="d" dataRefEnd="e">2</pc> &lt; 9?</source>
      <target>В <pc id="1"><ph id="2"/></pc>: сколько, x<pc id="3">2</pc> &lt; 9?</target></segment></unit></group></file></xliff>
      """
    let outcome = try imported(xliff, into: Self.file)
    #expect(outcome.findings == [])
    let text = String(decoding: outcome.bytes, as: UTF8.self)
    #expect(text.contains("<ru>Какой год?</ru>"))
    #expect(text.contains("<ru>В <strong>{grade}</strong>: сколько, x<sup>2</sup> &lt; 9?</ru>"))
  }

  @Test("Every random instrument comes back as it was, from any of its languages to any other", arguments: 1...60)
  func random(seed: UInt64) throws {
    var random = RandomInstrument(seed: seed)
    let bytes = try InstrumentWriter.write(random.make())
    let units = TranslationUnits(try Document.read(bytes))
    #expect(Set(units.units.map(\.id)).count == units.units.count)
    for from in units.languages {
      for to in units.languages where to != from {
        let xliff = try XLIFFWriter.write(units, from: from, to: to, original: "r")
        let reading = XLIFFReader.read(try Document.read(xliff), file: "r.xlf")
        let file = try #require(reading.file)
        let outcome = TranslationImport.apply(file, to: units)
        #expect(outcome.findings == [], "\(outcome.findings.map { $0.text(in: .en) })")
        #expect(outcome.bytes == units.document.text.bytes)
      }
    }
  }

  @Test("What is no translation file says so")
  func foreign() throws {
    let reading = XLIFFReader.read(try Document.read(Array(Self.file.utf8)), file: "q.xlf")
    #expect(reading.file == nil && reading.findings.map(\.code) == ["E720"])
    let old = "<xliff xmlns=\"urn:oasis:names:tc:xliff:document:2.0\" version=\"2.1\" srcLang=\"ky\"/>"
    #expect(XLIFFReader.read(try Document.read(Array(old.utf8)), file: "q.xlf").findings.map(\.code) == ["E721"])
  }
}
