import Diagnostics
import Expressions
import Instruments
import Testing
import Texts
import XML

@testable import Formats

@Suite("Places of expressions and answers inside a file")
struct SourcePlacesTests {
  /// The place of a word in a text that was read.
  private func place(of word: String, in text: SourceText) throws -> String {
    let range = try #require(text.text.utf8.firstRange(of: word.utf8))
    let start = text.text.utf8.distance(from: text.text.startIndex, to: range.lowerBound)
    let place = text.place(of: start..<start + word.utf8.count)
    return "\(place.line):\(place.column)+\(place.length)"
  }

  private func showIf(_ attribute: String) throws -> (Marked, SourceText) {
    let marked = Marked(Marked.instrument(#"<note show-if="\#(attribute)">x</note>"#))
    let reading = InstrumentReader.read(marked.bytes, file: "x")
    #expect(reading.findings == [])
    let block = try #require(reading.instrument?.form.sections.first?.blocks.last)
    return (marked, try #require(block.showIf))
  }

  @Test(
    "A word is where it is written: behind references, line ends and letters of two bytes",
    arguments: [
      ("q lt 3 and ⟦word⟧", "word"), ("q &lt; 3 and ⟦word⟧ &gt; 2", "word"), ("q eq 'ү&#1200;' and ⟦word⟧", "word"),
      ("q eq 1\n      and ⟦word⟧", "word"), ("q eq 1 and\n⟦word⟧", "word"), ("&amp;&amp;⟦word⟧", "word"),
      ("q eq 'й' or ⟦word⟧\n  and x", "word"), ("⟦word⟧ &lt; 3", "word"), ("q&#10;and ⟦word⟧", "word"),
    ])
  func words(attribute: String, word: String) throws {
    let (marked, text) = try showIf(attribute)
    #expect(try [place(of: word, in: text)] == marked.places)
  }

  @Test("Keys, members of scales, examples and answers in texts have their places")
  func others() throws {
    let marked = Marked(
      Marked.instrument(
        #"<text id="a"><ky>{⟦q⟧} &amp; {⟦qq⟧}</ky><ru>б</ru><key> <!-- x -->⟦үй⟧ </key></text>"#,
        behind: ##"""
          <scale id="z" method="sum" of="q   ⟦a⟧"><ky>а</ky><ru>б</ru></scale>
          <example><answers a="⟦үй⟧"/><expect z="⟦1⟧" ⟦hidden="q"/></example>
          """##.replacing("⟦hidden=\"q\"", with: "hidden=\"⟦q⟧\"")))
    let reading = InstrumentReader.read(marked.bytes, file: "x")
    #expect(reading.findings == [])
    let instrument = try #require(reading.instrument)
    var places = instrument.form.pipedReferences.map(\.place)
    guard case .texts(let texts) = instrument.scoring.keys.first?.answer else { return #expect(Bool(false)) }
    places += texts.map(\.place)
    #expect(texts.map(\.text) == ["үй"])
    places += [try #require(instrument.scoring.scales.first?.members.last?.place)]
    let example = try #require(instrument.examples.first)
    places += example.steps.flatMap { $0.answers.map(\.typed.place) }
    for expectation in example.expectations {
      switch expectation {
      case .value(_, let text), .level(_, let text): places.append(text.place)
      case .shown(_, let place), .hidden(_, let place): places.append(place)
      }
    }
    #expect(Set(places.map { "\($0.line):\($0.column)+\($0.length)" }) == Set(marked.places))
    #expect(instrument.form.pipedReferences.map(\.owner) == ["a", "a"])
  }

  @Test("Spaces of the file run together, a break stays, braces that name nothing are braces")
  func texts() throws {
    let body = """
      <note><ky>  Бир
          эки <em> үч </em><br/> төрт {q} {1; 2} {{q}} ${q} $${q}</ky><ru>2<sup>3</sup> <frac><num>1</num><den>2</den></frac></ru></note>
      """
    let reading = InstrumentReader.read(Array(Marked.instrument(body).utf8), file: "x")
    #expect(reading.findings == [])
    guard case .note(let passage)? = reading.instrument?.form.sections.first?.blocks.last else {
      return #expect(Bool(false))
    }
    #expect(
      passage.text.version(in: .ky) == [
        .text("Бир эки "), .emphasis([.text("үч")]), .lineBreak, .text("төрт "), .reference("q"),
        .text(" {1; 2} {q}} ${q} $"), .reference("q"),
      ])
    #expect(
      passage.text.version(in: .ru) == [
        .text("2"), .superscript([.text("3")]), .text(" "),
        .fraction(numerator: [.text("1")], denominator: [.text("2")]),
      ])
  }

  @Test("Elements that need no id get one that nothing else has")
  func madeUpIDs() throws {
    let body = #"<note>a</note><tally id="Note_2"><ky>а</ky><ru>б</ru></tally><note>b</note><stimulus>c</stimulus>"#
    let reading = InstrumentReader.read(Array(Marked.instrument(body).utf8), file: "x")
    let ids = try #require(reading.instrument).form.sections.flatMap(\.blocks).map(\.id)
    #expect(ids == ["q", "note_1", "Note_2", "note_3", "stimulus_1"])
  }
}
