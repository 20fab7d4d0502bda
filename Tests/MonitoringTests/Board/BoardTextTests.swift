import Datasets
import Expressions
import Testing
import Texts

@testable import Monitoring

@Suite("The board as text")
struct BoardTextTests {
  private func board() throws -> Board {
    let set = try #require(SampleIndicators.checked())
    func marks(_ year: Symbol, _ marks: [(String, Int)]) -> [Fact] {
      marks.flatMap { mark, count in
        (0..<count).map { number in
          Fact(
            dataset: "marks",
            coordinates: Coordinates(
              school: "kg-1", year: year, period: "q1", schoolClass: "9-а", grade: 9, person: Symbol("\(mark)\(number)")
            ),
            values: [.code(Symbol(mark))], source: "\(mark)\(number)")
        }
      }
    }
    let facts =
      marks("2025-2026", [("5", 12), ("4", 8), ("3", 9), ("2", 1)]) + marks("2024-2025", [("4", 5), ("3", 25)])
    var tables: [Symbol: ComponentTable] = [:]
    for program in set.programs {
      tables[program.dataset.id] = RollUp.table(of: FactTable(dataset: program.dataset, facts: facts), by: program)
    }
    let names = PlaceNames([.period: ["q1": LocalizedText(versions: [.ky: [.text("1-чейрек")]])]])
    return BoardMaker(set: set, tables: tables, names: names)
      .board(at: Coordinates(school: "kg-1", year: "2025-2026", period: "q1"))
  }

  @Test("In Kyrgyz it is a table with the numbers that people write")
  func kyrgyz() throws {
    let lines = BoardText(language: .ky, width: 110).lines(of: try board())
    #expect(lines[1] == "kg-1 мектеби, 2025-2026-окуу жылы, 1-чейрек")
    let quality = try #require(lines.first { $0.contains("(SAP)") })
    #expect(quality.contains("66,7\u{A0}%"))
    #expect(quality.contains("48,8…80,8"))
    #expect(quality.contains("■■■■ жакшы"))
    #expect(quality.contains("55 [x]"))
    #expect(quality.contains("+50,0, жакшырды"))
    #expect(lines.contains { $0.contains("маалымат жок") })
    #expect(lines.contains("Натыйжанын сапаты"))
    #expect(lines.allSatisfy { $0.count <= 110 })
  }

  @Test("Columns stand one under another in every language", arguments: Language.spoken)
  func alignment(language: Language) throws {
    let lines = BoardText(language: language, width: 120).lines(of: try board())
    let rows = lines.filter { $0.contains("(SAP)") || $0.contains("(OZD)") || $0.contains("(SOU)") }
    let ends = rows.compactMap { row in row.firstIndex(of: "%").map { row.distance(from: row.startIndex, to: $0) } }
    #expect(ends.count == 3)
    #expect(Set(ends).count == 1)
  }

  @Test("No line is wider than the screen, however narrow it is", arguments: [20, 33, 47, 60, 80, 200])
  func narrow(width: Int) throws {
    for language in Language.spoken {
      let lines = BoardText(language: language, width: width).lines(of: try board())
      #expect(lines.allSatisfy { $0.count <= width }, "\(lines.filter { $0.count > width })")
      #expect(lines.contains { $0.contains("66") })
    }
  }

  @Test("Every phrase of the board has all its arguments in every language")
  func phrases() {
    func check(_ phrases: some Sequence<some PhraseCatalogue>) {
      for phrase in phrases {
        let names = phrase.template.argumentNames(in: .ky)
        for language in Language.spoken {
          #expect(!phrase.template.wording(in: language).isEmpty)
          #expect(phrase.template.argumentNames(in: language) == names, "\(phrase)")
        }
      }
    }
    check(BoardPhrase.allCases)
    check(PlaceWord.allCases)
    check(AspectWord.allCases)
    check(LevelWord.allCases)
  }

  @Test("Text is broken between words, and words only where they don't fit")
  func wrapping() {
    #expect(TextTable.wrapped("бир эки үч", width: 7) == ["бир эки", "үч"])
    #expect(TextTable.wrapped("узунсөзузун", width: 5) == ["узунс", "өзузу", "н"])
    #expect(TextTable.wrapped("бир эки үч", width: 7, indent: 2) == ["бир эки", "  үч"])
    #expect(TextTable.wrapped("", width: 7) == [""])
  }
}
