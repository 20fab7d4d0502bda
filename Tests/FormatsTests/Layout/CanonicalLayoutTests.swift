import Foundation
import Instruments
import Testing
import Texts
import XML

@testable import Formats

@Suite("The layout of files")
struct CanonicalLayoutTests {
  private func laidOut(_ text: String) throws -> String {
    CanonicalLayout.text(of: try Document.read(Array(text.utf8)))
  }

  @Test("A file of every kind of thing, as it comes out")
  func sample() throws {
    let text = """
      <?xml version="1.0" encoding="UTF-8"?>
      <!-- Башы -->
      <test version='1' xmlns="urn:synak:1"   id="t" languages="ky ru">
      <title>
         <ky>Т</ky>
         <ru>Т!</ru></title>


      <section id="s"><!-- ичинде --><choose points="2" id="q" ><ky>Кайсы   сан
      чоң?</ky><ru>Какое число больше?</ru><option correct="yes" code="a">2/3</option> <!-- туурасы -->
      <option code="b"><ky>бир</ky><ru>один</ru></option></choose>

      <number id="n"><ky>LONG</ky><ru>Коротко</ru><key>
      5</key></number>
      </section></test>
      """.replacing("LONG", with: String(repeating: "узун сөз ", count: 20))
    let expected = """
      <?xml version="1.0" encoding="UTF-8"?>
      <!-- Башы -->
      <test xmlns="urn:synak:1" id="t" version="1" languages="ky ru">
        <title><ky>Т</ky><ru>Т!</ru></title>

        <section id="s"> <!-- ичинде -->
          <choose id="q" points="2">
            <ky>Кайсы сан чоң?</ky><ru>Какое число больше?</ru>
            <option code="a" correct="yes">2/3</option> <!-- туурасы -->
            <option code="b"><ky>бир</ky><ru>один</ru></option>
          </choose>

          <number id="n">
            <ky>узун сөз узун сөз узун сөз узун сөз узун сөз узун сөз узун сөз узун сөз узун сөз узун сөз узун сөз узун сөз
              узун сөз узун сөз узун сөз узун сөз узун сөз узун сөз узун сөз узун сөз</ky>
            <ru>Коротко</ru>
            <key>5</key>
          </number>
        </section>
      </test>

      """
    #expect(try laidOut(text) == expected)
  }

  private static var files: [String] {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../../instruments").standardizedFileURL.path
    return ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).filter { $0.hasSuffix(".xml") }
      .sorted().map { folder + "/" + $0 }
  }

  @Test("Every shipped file says the same when it is laid out, and is left alone the second time", arguments: files)
  func shipped(file: String) throws {
    let document = try Document.read(Array(try Data(contentsOf: URL(filePath: file))))
    let text = CanonicalLayout.text(of: document)
    let again = try Document.read(Array(text.utf8))
    #expect(MarkupMeaning.isSame(document, again))
    #expect(CanonicalLayout.text(of: again) == text)
    #expect(
      text.split(separator: "\n").allSatisfy {
        $0.count <= 120 || $0.contains("<code>") || $0.contains("<!--") || $0.contains("<image")
      })
    let (old, new) = (InstrumentReader.read(document, file: "a"), InstrumentReader.read(again, file: "a"))
    #expect(old.instrument?.placeless == new.instrument?.placeless)
    func comments(_ text: String) -> Int { text.ranges(of: "<!--").count }
    #expect(comments(text) == comments(document.text.string(0..<document.text.bytes.count)))
  }

  @Test("Random instruments read the same, however their spaces were", arguments: 1...150)
  func random(seed: UInt64) throws {
    var random = RandomInstrument(seed: seed)
    let bytes = try InstrumentWriter.write(random.make())
    let document = try Document.read(bytes)
    let text = CanonicalLayout.text(of: document)
    let again = try Document.read(Array(text.utf8))
    #expect(MarkupMeaning.isSame(document, again), "\(text)")
    #expect(CanonicalLayout.text(of: again) == text)
    let (old, new) = (InstrumentReader.read(document, file: "a"), InstrumentReader.read(again, file: "a"))
    #expect(old.instrument?.placeless == new.instrument?.placeless)
  }

  @Test("A file that says something else isn't the same")
  func meaning() throws {
    func isSame(_ a: String, _ b: String) throws -> Bool {
      MarkupMeaning.isSame(try Document.read(Array(a.utf8)), try Document.read(Array(b.utf8)))
    }
    #expect(try isSame("<a><b> x  y </b></a>", "<a>\n<b>x\ny</b></a>"))
    #expect(try !isSame("<a>x<em>y</em></a>", "<a>x <em>y</em></a>"))
    #expect(try !isSame("<a><code>x  y</code></a>", "<a><code>x y</code></a>"))
    #expect(try !isSame("<a b=\"1\"/>", "<a b=\"2\"/>"))
    #expect(try !isSame("<a><b/></a>", "<a/>"))
  }
}
