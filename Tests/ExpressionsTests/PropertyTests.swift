import Diagnostics
import SeededTesting
import Testing

@testable import Expressions

@Suite("Whatever the formula")
struct PropertyTests {
  @Test("What is printed is read back to the same formula", arguments: 0..<12 as Range<UInt64>)
  func printed(seed: UInt64) throws {
    var formulas = RandomFormulas(seed: seed)
    let printer = Printer(School.questionnaire)
    for index in 0..<60 {
      let text = index.isMultiple(of: 2) ? formulas.condition(3) : formulas.number(3)
      let (compiled, findings) = School.compile(text, as: .scoring)
      let formula = try #require(compiled?.formula, "\(text): \(findings.map(\.code))")
      let again = printer.text(of: formula)
      #expect(School.compile(again, as: .scoring).compiled?.formula == formula, "\(text) printed \(again)")
    }
  }

  @Test("Aggregates are printed and read back too", arguments: 0..<6 as Range<UInt64>)
  func printedAggregates(seed: UInt64) throws {
    var formulas = RandomFormulas(seed: seed, isOverRows: true)
    let printer = Printer(School.register)
    for _ in 0..<40 {
      let text = formulas.aggregates(3)
      let (compiled, findings) = School.compile(text, School.register)
      let formula = try #require(compiled?.formula, "\(text): \(findings.map(\.code))")
      #expect(School.compile(printer.text(of: formula), School.register).compiled?.formula == formula)
    }
  }

  @Test(
    "A formula always comes to a value of its type, or to a reason why there is none",
    arguments: 100..<112 as Range<UInt64>)
  func evaluated(seed: UInt64) throws {
    var formulas = RandomFormulas(seed: seed)
    for index in 0..<60 {
      let text = index.isMultiple(of: 2) ? formulas.condition(4) : formulas.number(4)
      let compiled = try #require(School.compile(text, as: .scoring).compiled)
      for _ in 0..<5 {
        let value = compiled.formula.evaluate(in: formulas.questionnaireRow())
        switch (value, compiled.type.base) {
        case (.missing, _), (.boolean, .boolean), (.integer, .integer), (.integer, .decimal), (.decimal, .decimal):
          break
        default: Issue.record("\(text): \(value) isn't \(compiled.type.base)")
        }
      }
    }
  }

  @Test("Logic obeys Kleene's laws", arguments: 200..<208 as Range<UInt64>)
  func logic(seed: UInt64) throws {
    var formulas = RandomFormulas(seed: seed)
    func value(_ text: String, _ row: Row) throws -> Bool? {
      let formula = try #require(School.compile(text, as: .scoring).compiled?.formula)
      return if case .boolean(let known) = formula.evaluate(in: row) { known } else { nil }
    }
    for _ in 0..<25 {
      let (a, b) = (formulas.condition(2), formulas.condition(2))
      let row = formulas.questionnaireRow()
      #expect(try value("not ((\(a)) and (\(b)))", row) == value("not (\(a)) or not (\(b))", row))
      #expect(try value("(\(a)) and (\(b))", row) == value("(\(b)) and (\(a))", row))
      #expect(try value("(\(a)) or (\(b))", row) == value("(\(b)) or (\(a))", row))
      #expect(try value("not (not (\(a)))", row) == value(a, row))
      #expect(try value("(\(a)) and (\(a))", row) == value(a, row))
      if try value(b, row) == false { #expect(try value("(\(a)) and (\(b))", row) == false) }
      if try value(b, row) == true { #expect(try value("(\(a)) or (\(b))", row) == true) }
    }
  }

  @Test("What is called impossible never happens", arguments: 300..<310 as Range<UInt64>)
  func impossible(seed: UInt64) throws {
    var formulas = RandomFormulas(seed: seed)
    var doubted = 0
    for _ in 0..<150 {
      let text = formulas.condition(2)
      let (compiled, findings) = School.compile(text, as: .showIf)
      let formula = try #require(compiled?.formula)
      let isNever = findings.contains { $0.code == "W201" }
      let isAlways = findings.contains { $0.code == "W203" }
      guard isNever || isAlways else { continue }
      doubted += 1
      for _ in 0..<40 {
        var row = formulas.questionnaireRow()
        // The scope says that the grade is always known, and what is spent not below zero.
        if row.values[0].isMissing { row.values[0] = .integer(5) }
        row.values[4] = Arithmetic.magnitude(row.values[4])
        let value = formula.evaluate(in: row)
        if isNever { #expect(value != .boolean(true), "\(text)") }
        if isAlways { #expect(value == .boolean(true), "\(text)") }
      }
    }
    #expect(doubted > 0)
  }

  @Test("Any text at all is read or refused with findings, never a crash", arguments: 400..<410 as Range<UInt64>)
  func garbage(seed: UInt64) {
    var formulas = RandomFormulas(seed: seed)
    let pieces = [
      "(", ")", "{", "}", ",", "'", "“", "and", "in", "is", "not", "1.5", "x", "meals", "-", "$", "${", "ө", "where",
      "between", "eq", "\u{A0}", "🙂", "if(", "sum(", "\\", "\n",
    ]
    for _ in 0..<150 {
      var text = ""
      for _ in 0..<Int.random(in: 1...14, using: &formulas.random) {
        text += formulas.random.pick(pieces) + (Bool.random(using: &formulas.random) ? " " : "")
      }
      let (compiled, findings) = School.compile(text)
      #expect((compiled != nil) != findings.hasErrors, "\(text)")
      for finding in findings { #expect((finding.place?.column ?? 0) >= 1) }
    }
  }

  @Test(
    "Parts of any partition merge and finish to the direct value",
    arguments: 500..<512 as Range<UInt64>)
  func split(seed: UInt64) throws {
    var formulas = RandomFormulas(seed: seed, isOverRows: true)
    for _ in 0..<25 {
      let text = formulas.aggregates(2)
      let formula = try #require(School.compile(text, School.register).compiled?.formula)
      let rows = (0..<Int.random(in: 0...60, using: &formulas.random)).map { _ in formulas.registerRow() }
      let cells = rows.map { _ in Int32.random(in: 0..<5, using: &formulas.random) }
      let direct = formula.evaluate(in: RowsEnvironment(rows))
      let split = formula.split()

      var merged = split.empty
      for cell in (0..<5).shuffled(using: &formulas.random) {
        let members = zip(rows, cells).filter { $0.1 == Int32(cell) }.map(\.0)
        for (index, total) in split.totals(over: members).enumerated() { merged[index].merge(total) }
      }
      #expect(split.value(of: merged).canonical == direct.canonical, "\(text)")
    }
  }
}
