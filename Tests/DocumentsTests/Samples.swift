// Instruments for the tests of documents: those that the repository ships, and small ones written in place.
import Diagnostics
import Formats
import Foundation
import Instruments
import Testing
import Texts

enum Samples {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "instruments")

  static let shipped = [
    "math-4-diagnostic", "reading-4", "world-4", "fractions-5-topic", "science-5-year-end", "math-9-diagnostic",
    "math-11-diagnostic", "kyrgyz-language-9", "russian-language-11", "history-9", "history-11", "parent-survey",
    "lesson-observation", "expert-conditions", "pupil-wellbeing", "teacher-conditions",
  ]

  static func instrument(_ name: String) throws -> CheckedInstrument {
    try checked(Array(Data(contentsOf: folder.appending(path: "\(name).xml"))), file: "\(name).xml")
  }

  static func instrument(xml: String) throws -> CheckedInstrument { try checked(Array(xml.utf8), file: "own.xml") }

  private static func checked(_ bytes: [UInt8], file: String) throws -> CheckedInstrument {
    let reading = InstrumentReader.read(bytes, file: file)
    let instrument = try #require(reading.instrument, "\(reading.findings)")
    let outcome = instrument.checked(hash: ContentHash(of: bytes), datasets: nil, after: reading.trouble)
    return try #require(
      outcome.instrument,
      "\((reading.findings + outcome.findings).filter { $0.severity == .error }.map { "\($0.code) \($0.found)" })")
  }

  /// Every kind of question once, with texts that try to be markup.
  static let everyKind = """
    <?xml version="1.0" encoding="UTF-8"?>
    <test xmlns="urn:synak:1" id="every-kind" version="1.0" languages="ru en" time-limit="30m">
      <title><ru>Всё &lt;script&gt;alert("1")&lt;/script&gt; &amp; 'всё'</ru><en>Every kind</en></title>
      <section id="one">
        <note id="hello"><ru>Читайте внимательно.</ru><en>Read with care.</en></note>
        <stimulus id="story" items="c1 c2"><ru><p>Первый абзац.</p><p>Второй абзац.</p></ru><en>A story.</en></stimulus>
        <choose id="c1" points="1" shuffle="yes"><ru>Один?</ru><en>One?</en>
          <option code="a" correct="yes"><ru>верный</ru><en>right one</en></option>
          <option code="b"><ru>кривой</ru><en>crooked</en></option><option code="c"><ru>пустой</ru><en>empty</en></option>
        </choose>
        <choose-many id="c2" points="2" credit="hits" at-most="2" shuffle="yes"><ru>Много?</ru><en>Many?</en>
          <option code="a" correct="yes"><ru>первое</ru><en>first</en></option>
          <option code="b"><ru>второе</ru><en>second</en></option>
          <option code="c" correct="yes"><ru>третье</ru><en>third</en></option>
        </choose-many>
        <number id="n1" points="1" min="0" max="120" whole="yes"><ru>Сколько?</ru><en>How many?</en><key>42</key></number>
        <text id="t1" points="1"><ru>Чья столица?</ru><en>Whose capital?</en><key>Бишкек</key></text>
        <essay id="e1" points="3" lines="9" min-words="20" max-words="60"><ru>Напишите.</ru><en>Write.</en></essay>
        <date id="d1"><ru>Когда?</ru><en>When?</en></date>
        <order id="o1" points="2" credit="per-place" shuffle="yes"><ru>По порядку</ru><en>In order</en>
          <option code="a" place="2"><ru>два</ru><en>two</en></option><option code="b" place="1"><ru>раз</ru><en>one</en></option>
          <option code="c" place="3"><ru>три</ru><en>three</en></option>
        </order>
      </section>
    </test>
    """
}
