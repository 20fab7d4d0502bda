import Datasets
import Diagnostics
import Expressions
import Instruments
import SampleInstruments
import Testing
import Texts

@Suite("Tables and drawings against the screen")
struct FigureCheckTests {
  private func codes(_ words: [Inline]) -> [String] {
    var instrument = Sample.math
    instrument.form.sections[0].blocks.append(
      .note(Passage(id: "figure", text: LocalizedText(common: words), place: Sample.place())))
    return instrument.checked(hash: ContentHash(of: [] as [UInt8]), datasets: nil).findings.map(\.code)
      .filter { $0.hasPrefix("W50") }
  }

  private func table(columns: Int, letters: Int) -> Inline {
    let cell = [Inline.text(String(repeating: "w", count: letters) + " and more words that wrap")]
    return .table(TextTable(rows: [TextTable.Row(cells: Array(repeating: cell, count: columns))]))
  }

  @Test("A table is too wide only where its longest words don't fit side by side")
  func tables() {
    #expect(codes([table(columns: 4, letters: 16)]) == [])
    #expect(codes([table(columns: 4, letters: 17)]) == ["W506"])
  }

  @Test("A drawing is too wide where a line of it is")
  func drawings() {
    func drawing(_ width: Int) -> Inline {
      .picture(
        TextPicture(
          source: "a.svg", alternative: [.text("a line")], drawing: "    " + String(repeating: "-", count: width)))
    }
    #expect(codes([drawing(75)]) == [])
    #expect(codes([drawing(76)]) == ["W505"])
  }
}
