import Diagnostics
import Instruments
import Testing
import Texts

@testable import Administration

@Suite("Examples of instruments")
struct ExampleRunTests {
  @Test(
    "The shipped instruments' examples come out as they say",
    arguments: [("math-4-diagnostic.xml", 2), ("parent-survey.xml", 2), ("lesson-observation.xml", 1)])
  func shipped(name: String, count: Int) throws {
    let instrument = try Shipped.instrument(name)
    #expect(instrument.instrument.examples.count == count)
    #expect(ExampleRun.findings(of: instrument).map { $0.text(in: .en) } == [])
  }

  @Test(
    "An example that comes out otherwise is told with its place",
    arguments: [
      (#"<answers a="y"/><expect total="2"/>"#, "E362"), (#"<answers a="y"/><expect total.level="low"/>"#, "E363"),
      (#"<answers a="y"/><expect hidden="b"/>"#, "E365"), (#"<answers a="n"/><expect shown="b"/>"#, "E364"),
      (#"<answers a="n" b="n"/><expect total="0"/>"#, "E361"), (#"<answers a="q"/><expect total="0"/>"#, "E360"),
    ])
  func failing(example: String, code: String) throws {
    let instrument = try Shipped.checkedIgnoringExamples(
      """
      <test xmlns="urn:synak:1" id="t" version="1" languages="en"><title><en>T</en></title>
      <section id="s"><choose id="a" points="1"><en>A?</en><option code="y" correct="yes">yes</option><option code="n">no</option></choose>
      <choose id="b" points="1" show-if="a eq 'y'"><en>B?</en><option code="y" correct="yes">yes</option><option code="n">no</option></choose></section>
      <scale id="total" method="sum" of="a b"><en>Total</en><level code="low" from="0"><en>Low</en></level><level code="high" from="1"><en>High</en></level></scale>
      <example name="e">\(example)</example></test>
      """)
    let findings = ExampleRun.findings(of: instrument)
    #expect(findings.map(\.code) == [code])
    #expect(findings.first?.place?.line == 5)
  }
}

extension ExampleRunTests {
  @Test(
    "A computed number is compared by its value", arguments: [("15", []), ("15.0", []), ("15,0", []), ("16", ["E362"])])
  func computed(expected: String, codes: [String]) throws {
    let instrument = try Shipped.checkedIgnoringExamples(
      """
      <test xmlns="urn:synak:1" id="t" version="1" languages="en"><title><en>T</en></title>
      <section id="s"><number id="pupils"><en>Pupils?</en></number><number id="computers"><en>Computers?</en></number>
      <compute id="each" value="round(pupils / computers, 1)"/></section>
      <example name="e"><answers pupils="600" computers="40"/><expect each="\(expected)"/></example></test>
      """)
    #expect(ExampleRun.findings(of: instrument).map(\.code) == codes)
  }
}

extension ExampleRunTests {
  @Test(
    "Of a pool an example sits the draw that asks what it answers; what no draw gives together, it is told",
    arguments: [
      (#"<answers b="1" d="1"/><expect total="2"/>"#, []), (#"<answers a="1"/><expect total="1" shown="c"/>"#, []),
      (#"<answers a="1" b="1" c="1"/><expect total="2"/>"#, ["E361"]),
      (#"<answers f="1"/><expect total="1" hidden="e"/>"#, []),
      (#"<answers a="1" b="1" e="0" f="1"/><expect total="3"/>"#, ["E361"]),
    ])
  func drawn(example: String, codes: [String]) throws {
    func number(_ id: String) -> String { "<number id=\"\(id)\" points=\"1\"><en>\(id)?</en><key>1</key></number>" }
    let instrument = try Shipped.checkedIgnoringExamples(
      """
      <test xmlns="urn:synak:1" id="t" version="1" languages="en"><title><en>T</en></title>
      <section id="s" pick="2" shuffle="yes">\(["a", "b", "c", "d"].map(number).joined())</section>
      <section id="t1">\(number("e"))</section><section id="t2">\(number("f"))</section>
      <booklet id="x" sections="t1"/><booklet id="y" sections="t2"/>
      <scale id="total" method="sum" of="a b c d e f"><en>Total</en></scale>
      <example name="e">\(example)</example></test>
      """)
    #expect(ExampleRun.findings(of: instrument).map(\.code) == codes)
  }
}

extension Shipped {
  /// The instrument, though the checker may see already that an example is impossible.
  static func checkedIgnoringExamples(_ text: String) throws -> CheckedInstrument {
    let whole = try read(text)
    var bare = whole
    bare.examples = []
    let outcome = bare.checked(hash: ContentHash(of: Array(text.utf8)), datasets: nil)
    let checked = try #require(outcome.instrument, "\(outcome.findings)")
    return CheckedInstrument(instrument: whole, delivery: checked.delivery, scoring: checked.scoring)
  }
}
