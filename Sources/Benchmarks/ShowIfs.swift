import Diagnostics
import Expressions
import Psychometrics

/// Evaluating conditions: a thousand show-ifs over a session's values, a fifth of which are missing.
enum ShowIfs {
  static func figures() throws -> [Figure] {
    let codes = ChoiceCodes(
      name: "agree", codes: (1...4).map { ChoiceCodes.Code(symbol: Symbol("\($0)"), number: Decimal64($0)) })
    let names = (0..<1000).map { slot in
      Name(
        id: "q\(slot)", type: slot % 2 == 0 ? ValueType(.choice(codes)) : ValueType(.integer), slot: slot,
        position: slot)
    }
    let scope = Scope(use: .showIf, names: names)
    var formulas: [Formula] = []
    for number in 0..<1000 {
      let (a, b) = ((number * 7) % 500 * 2, (number * 13) % 500 * 2 + 1)
      let text =
        switch number % 4 {
        case 0: "q\(a) eq '2' and q\(b) ge 3"
        case 1: "q\(a) in {3, 4} or q\(b) lt 2 and q\(b) is answered"
        case 2: "not (q\(b) + 1 gt 4) and q\(a) ne '1'"
        default: "q\(b) between 1 and 3 or q\(a) eq '4'"
        }
      let source = SourceText(text, at: Place(file: "bench", line: 1, column: 1))
      guard let compiled = Formula.compile(source, in: scope, expecting: .boolean).compiled else {
        throw Unusable(what: text)
      }
      formulas.append(compiled.formula)
    }
    var chance = SeededGenerator(seed: 1)
    let row = Row(
      (0..<1000).map { slot in
        if chance.happens(withProbability: 0.2) { return .unanswered }
        let number = chance.integer(in: 1..<5)
        return slot % 2 == 0 ? .code(Symbol("\(number)")) : .integer(number)
      })
    var nodes = 0
    for formula in formulas { formula.forEach { _ in nodes += 1 } }
    var shown = 0
    let milliseconds = Clock.median(of: 1000) {
      for formula in formulas where formula.evaluate(in: row) == .boolean(true) { shown += 1 }
    }
    guard shown > 0 else { throw Unusable(what: "no condition is ever true") }
    return [
      Figure(
        name: "show-ifs evaluated (\(Double(nodes) / 1000) nodes each, 20 % missing)", value: 1 / milliseconds,
        unit: "M/s", limit: 10, isRate: true, anchor: "JavaRosa 0.21 M/s, libxml2 5.2 M/s")
    ]
  }
}
