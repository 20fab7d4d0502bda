import Datasets
import Expressions
import Monitoring
import Testing

@Suite("What an audience may see")
struct DisclosureTests {
  private func values(_ rows: [Int]) -> [IndicatorValue] {
    rows.enumerated().map { number, rows in
      IndicatorValue(
        indicator: "SAP", cell: Cell(of: Coordinates(schoolClass: Symbol("\(number + 1)-а")), keeping: .schoolClass),
        outcome: rows == 0 ? .empty(.noRows) : .value(Decimal64(50)), rows: rows, interval: .unknown(.noValue))
    }
  }

  private func hidden(_ rows: [Int], least: Int, complement: Bool = true) -> [Int] {
    let seen = DisclosureRule(audience: "parents", least: least, hidesComplements: complement)
      .applied(toParts: values(rows))
    return rows.indices.filter { seen[$0].isHidden }
  }

  @Test("Small cells are hidden, empty ones are not")
  func smallCells() {
    #expect(hidden([2, 30, 0, 9], least: 10, complement: false) == [0, 3])
    #expect(hidden([10, 30], least: 10) == [])
    #expect(hidden([0, 0], least: 10) == [])
  }

  @Test("A single hidden cell takes the smallest other with it, since the total tells it")
  func complements() {
    #expect(hidden([2, 30, 12, 0], least: 10) == [0, 2])
    #expect(hidden([2, 3, 30, 12], least: 10) == [0, 1, 3])
    #expect(hidden([6, 7, 30, 12], least: 10) == [0, 1])
  }

  @Test("A hidden value keeps nothing of what it was")
  func nothingIsKept() throws {
    let value = try #require(values([3]).first).hidden
    #expect(value.number == nil)
    #expect(value.rows == 0)
    #expect(value.numerator.isMissing)
    #expect(value.interval == .unknown(.noValue))
  }
}
