import Datasets
import Expressions
import Formats
import Foundation
import Monitoring
import TerminalUI
import Testing
import Texts

@testable import Screens

@Suite struct BoardPageTests {
  /// The shipped indicators before anything was answered.
  private func board() throws -> Board {
    let file = Sample.root.appending(path: "instruments/indicators.xml")
    let outcome = IndicatorSetReader.check(Array(try Data(contentsOf: file)), file: "indicators.xml")
    let set = try #require(outcome.set, "\(outcome.reading.findings)")
    return BoardMaker(set: set, tables: [:]).board(at: Coordinates(school: "school-1"))
  }

  @Test("The board fits every width, names its indicators and scrolls", arguments: Language.spoken)
  func board(language: Language) throws {
    let board = try board()
    for size in [Size(columns: 80, rows: 24), Size(columns: 40, rows: 12), Size(columns: 160, rows: 50)] {
      var screen = PageScreen(language: language) { board.page(in: $0) }
      screen.take(.resize(size))
      var seen = ""
      for _ in 0..<40 {
        let frame = screen.frame(size: size, glyphs: .unicode)
        #expect(frame.size == size)
        seen += frame.text
        screen.take(.key(.pageDown))
      }
      for row in board.rows { #expect(seen.contains("(\(row.indicator.id))"), "\(row.indicator.id) at \(size)") }
    }
  }
}
