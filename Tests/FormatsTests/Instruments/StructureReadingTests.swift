import Datasets
import Diagnostics
import Expressions
import Instruments
import Testing
import XML

@testable import Formats

@Suite("Inputs, lists in part and booklets in a file")
struct StructureReadingTests {
  private static func file(_ content: String) -> String {
    """
    <questionnaire xmlns="urn:synak:1" id="q" version="1" languages="en" shuffle-sections="yes"><title><en>Q</en></title>
    <choice-list id="l"><option code="a">A</option><option code="b" of="x" show-if="grade gt 4">B</option><option code="c">C</option></choice-list>
    <input id="grade" type="integer" min="1" max="11"><en>Grade</en></input><input id="kind" choices="l"><en>Kind</en></input>
    \(content)<section id="s1" fixed="yes"><choose id="q1" choices="l" include="a c" fixed="yes"><en>Q?</en></choose></section>
    <section id="s2"><number id="q2"><en>N?</en></number></section></questionnaire>
    """
  }

  @Test("What is written is read, and written back the same")
  func roundTrip() throws {
    for content in [
      "", "<booklet id=\"1\" sections=\"s1\"/><booklet id=\"2\" sections=\"s2\"/>",
      "<booklets clusters=\"s1 s2\" size=\"1\"/>",
    ] {
      let bytes = Array(Self.file(content).utf8)
      let reading = InstrumentReader.read(bytes, file: "q.xml")
      let first = try #require(reading.instrument)
      #expect(reading.findings == [])
      #expect(first.form.inputs.map(\.id) == ["grade", "kind"] && first.form.sections[0].isFixed)
      #expect(first.form.sections[0].blocks[0].items[0].options.map(\.code) == ["a", "c"])
      #expect(try Schema(InstrumentSchema.xsd).validate(Document.read(bytes)) == [])
      let second = InstrumentReader.read(try InstrumentWriter.write(first), file: "q.xml")
      #expect(second.findings == [])
      #expect(second.instrument?.form.inputs.map(\.kind).count == 2)
      #expect(second.instrument?.form.booklets?.booklets == first.form.booklets?.booklets)
      #expect(second.instrument?.form.sections[0].fixedBlocks == ["q1"])
      #expect(second.instrument?.form.sections[0].isFixed == true && second.instrument?.form.shufflesSections == true)
    }
  }

  @Test(
    "Mistakes in the structure are told",
    arguments: [
      ("<booklets clusters=\"s1 s9\" size=\"1\"/>", "E392"), ("<booklets clusters=\"s1 s2\" size=\"3\"/>", "E394"),
      ("<booklets clusters=\"s1 s2\" size=\"1\"/><booklet id=\"1\" sections=\"s1\"/>", "E393"),
      ("<section id=\"s3\"><choose id=\"z\" choices=\"l\" exclude=\"d\"><en>Z?</en></choose></section>", "E390"),
      (
        "<section id=\"s3\"><choose id=\"z\" include=\"a\"><en>Z?</en><option code=\"a\">A</option><option code=\"b\">B</option></choose></section>",
        "E391"
      ),
    ])
  func mistakes(content: String, code: String) {
    #expect(InstrumentReader.read(Array(Self.file(content).utf8), file: "q.xml").findings.map(\.code) == [code])
  }
}
