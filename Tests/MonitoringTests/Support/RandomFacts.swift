import Datasets
import Expressions
import Psychometrics

/// Facts of a school that never was.
struct RandomFacts {
  var generator: SeededGenerator

  init(seed: UInt64) { generator = SeededGenerator(seed: seed) }

  private mutating func pick<T>(_ choices: [T]) -> T { choices[generator.integer(in: 0..<choices.count)] }

  /// Rows of a data set: a few classes, pupils with one class, sex and language each, several subjects and periods.
  mutating func facts(of dataset: Dataset, count: Int) -> [Fact] {
    (0..<count).map { number in
      let pupil = generator.integer(in: 0..<20)
      let grade = 4 + pupil % 3
      let hasPerson = dataset.id != "parents" && dataset.id != "lessons"
      let coordinates = Coordinates(
        school: pupil % 5 == 0 ? "s-2" : "s-1", year: "2025-2026", period: pick(["q1", "q2"]),
        activity: dataset.id == "diag" ? pick(["t1", "t6"]) : nil,
        instrument: dataset.id == "diag" ? pick(["a/1", "b/1"]) : nil,
        schoolClass: Symbol("\(grade)-\(pupil % 2 == 0 ? "а" : "б")"), grade: grade,
        subject: dataset.row.contains("subject") ? pick(["math", "ky", "ru"]) : nil,
        sex: pupil % 3 == 0 ? "f" : "m", language: pupil % 4 == 0 ? "ru" : "ky",
        person: hasPerson ? Symbol("p\(pupil)") : nil)
      return Fact(
        dataset: dataset.id, coordinates: coordinates, values: dataset.fields.map { value(of: $0) },
        source: "\(dataset.id)#\(number)")
    }
  }

  private mutating func value(of field: Field) -> Value {
    switch field.kind {
    case .choice(let codes): return .code(pick(codes.codes).symbol)
    case .boolean: return pick([.boolean(true), .boolean(false), .unanswered])
    case .number(let decimals):
      if generator.integer(in: 0..<8) == 0 { return .unanswered }
      // More digits than the field keeps, so that rounding is on the road.
      let digits = Int64(generator.integer(in: 0..<4_000_000))
      return .decimal(Decimal64(mantissa: digits, scale: UInt8(min(decimals + 2, 7))))
    case .text, .date: return .unanswered
    }
  }

  /// The facts dealt into some heaps at random.
  mutating func dealt(_ facts: [Fact], by key: (Fact) -> String? = { _ in nil }) -> [[Fact]] {
    let heaps = generator.integer(in: 1..<6)
    var result = [[Fact]](repeating: [], count: heaps)
    var known: [String: Int] = [:]
    for fact in generator.shuffled(facts) {
      let heap: Int
      if let name = key(fact) {
        heap = known[name] ?? generator.integer(in: 0..<heaps)
        known[name] = heap
      } else {
        heap = generator.integer(in: 0..<heaps)
      }
      result[heap].append(fact)
    }
    return result
  }
}
