import Datasets
import Diagnostics
import Expressions
import SampleInstruments
import Testing
import Texts

@testable import Instruments

@Suite("What texts and keys give away or hide")
struct WordingTests {
  private func codes(
    _ blocks: [Block], keys: [ItemKey] = [], method: Method = .questionnaire, _ change: (inout Form) -> Void = { _ in }
  ) -> [String] {
    var instrument = Sample.instrument(blocks, method: method, scoring: ScoringRules(keys: keys))
    change(&instrument.form)
    let own = Set(WordingFinding.allCases.map(\.rawValue))
    return instrument.checked(hash: ContentHash(of: [] as [UInt8]), datasets: nil).findings
      .filter { own.contains($0.code) }.map { $0.text(in: .en) }
  }

  private func number(_ id: String, _ prompt: LocalizedText) -> Block {
    var item = Sample.item(id, Sample.number(0, 9))
    item.prompt = prompt
    return .item(item)
  }

  @Test(
    "A letter of another alphabet in a word is named; figures, endings and words of two alphabets are not",
    arguments: [
      ("Окyучу", "y"), ("мeктеп", "e"), ("schoоl", "о"), ("Окуучу", nil), ("9-а", nil), ("USB-га", nil), ("PDFти", nil),
      ("x осу", nil), ("100 км", nil), ("2026ж", nil),
    ] as [(String, String?)])
  func letters(word: String, letter: String?) {
    let found = codes([number("q", Sample.texts("Бул — \(word)?", "а", "b"))])
    #expect(found.count == (letter == nil ? 0 : 1), "\(found)")
    if let letter { #expect(found.first?.contains("the letter “\(letter)”") == true, "\(found)") }
  }

  @Test("A letter in marks is a word of its own")
  func marked() {
    let prompt = LocalizedText(versions: [.ky: [.emphasis([.text("k")]), .text("нын мааниси")], .ru: [.text("k")]])
    #expect(codes([number("q", prompt)]) == [])
  }

  @Test("What can't be seen is named by its number")
  func invisible() {
    let found = codes([number("q", Sample.texts("Окуу\u{200B}чу — кто?", "а\u{AD}б", "“Tea” – c…"))])
    #expect(found.count == 2)
    #expect(found[0].contains("U+200B") && found[1].contains("U+00AD"))
  }

  @Test("A placeholder that one language lost")
  func placeholders() {
    let kept = LocalizedText(versions: [
      .ky: [.reference("a"), .text(" жаш")], .ru: [.text("лет: "), .reference("a")], .en: [.reference("a")],
    ])
    let lost = LocalizedText(versions: [
      .ky: [.text("жаш")], .ru: [.text("лет: "), .reference("a")], .en: [.reference("a")],
    ])
    let first = number("a", LocalizedText("A"))
    #expect(codes([first, number("q", kept)]) == [])
    #expect(codes([first, number("q", lost)]) == ["“q”: the text in “ky” lost {a}, which another language has."])
  }

  @Test("There must be time to read: 2,400 letters are some 470 words, eight minutes of a first grade")
  func reading() {
    let prompt = LocalizedText(String(repeating: "сөздүк ", count: 400))
    func found(_ minutes: Int64, grade: Int) -> [String] {
      codes([number("q", prompt)], method: .test) {
        $0.timeLimit = minutes * 60_000
        $0.grades = grade...grade
      }
    }
    #expect(found(20, grade: 1) == [])
    #expect(found(10, grade: 1).count == 1)
    #expect(found(10, grade: 1).first?.contains("about 8 minutes of the 10") == true, "\(found(10, grade: 1))")
    #expect(found(10, grade: 5) == [])
  }

  // MARK: Keys

  private func choose(_ id: String, _ texts: [String], shuffled: Bool = false) -> Block {
    let options = zip(["a", "b", "c", "d"], texts).map { Sample.option($0, $1) }
    return .item(Sample.item(id, .choose(Choices(options: options, isShuffled: shuffled))))
  }

  private func test(
    _ count: Int, shuffled: Bool = false, right: (Int) -> Int, longest: (Int) -> Int = { ($0 + 1) % 4 }
  ) -> [String] {
    let blocks = (0..<count).map { index in
      choose(
        "q\(index)", (0..<4).map { $0 == longest(index) ? "жооп, узунураак \($0)" : "жооп \($0)" }, shuffled: shuffled)
    }
    let keys = (0..<count).map { Sample.key("q\($0)", .options([Symbol(["a", "b", "c", "d"][right($0) % 4])])) }
    return codes(blocks, keys: keys, method: .test)
  }

  @Test("A test whose right option is always “c”, or mostly")
  func places() {
    #expect(test(8, right: { $0 }) == [])
    let always = test(8, right: { _ in 2 })
    #expect(always.contains("In 8 of 8 items the right option stands in place 3."))
    #expect(always.contains("In 8 items in a row the right option stands in place 3."))
    #expect(test(8, shuffled: true, right: { _ in 2 }, longest: { $0 % 4 }) == [])
    #expect(test(4, right: { _ in 2 }, longest: { $0 % 4 }) == [], "four items show no pattern")
  }

  @Test("A test whose right option is always the longest")
  func longest() {
    #expect(
      test(8, right: { $0 }, longest: { $0 % 4 })
        == ["In 8 of 8 items the right option is the longest: it can be guessed without reading."])
  }

  @Test(
    "Chances of independent things: by hand for two, by the binomial for ten",
    arguments: [
      (1, [0.5, 0.25], 0.625), (2, [0.5, 0.25], 0.125), (0, [0.5], 1),
      (8, Array(repeating: 0.25, count: 10), 0.000415802001953125),
    ] as [(Int, [Double], Double)])
  func chances(count: Int, chances: [Double], expected: Double) {
    #expect(abs(KeyPatternCheck.chance(of: count, chances) - expected) < 1e-12)
  }

  @Test("Options that speak of the others")
  func aboutOthers() {
    #expect(
      codes(
        [choose("q", ["жайында", "кышында", "Баары туура"])], keys: [Sample.key("q", .options(["c"]))], method: .test
      ) == ["The option “Баары туура” speaks of the others: it measures test-taking rather than knowledge."])
  }

  @Test(
    "A negation that turns the answer round, unless it is seen",
    arguments: [
      ("Какое число не делится на 3?", true), ("Почему снег не тает?", false), ("В каком слове пишется НЕ?", false),
      ("Снег не тает. Какая температура?", false),
    ])
  func negation(prompt: String, isFound: Bool) {
    var item = Sample.item("q", Sample.number(0, 9))
    item.prompt = LocalizedText(versions: [.ky: [.text("Кайсы?")], .ru: [.text(prompt)]])
    let found = codes([.item(item)], keys: [Sample.key("q", Sample.numberKey("1"))], method: .test)
    #expect(found.isEmpty == !isFound, "\(found)")
  }

  @Test("Ranges that share a number fit two answers; years of a question with a key are another thing")
  func ranges() {
    let overlapping = ["0–1 саат", "1–2 саат", "2 сааттан көп"]
    #expect(codes([choose("q", overlapping)]) == ["“q”: 1 fits two options (“0–1 саат” and “1–2 саат”)."])
    #expect(codes([choose("q", ["0–1 саат", "2–3 саат", "4 - 5 саат"])]) == [])
    #expect(
      codes([choose("q", ["1914–1918", "1917–1922", "1941–1945"])], keys: [Sample.key("q", .options(["a"]))]) == [])
  }
}
