import Testing
import Texts

@testable import Expressions

@Suite("Formulas in words")
struct DescriptionTests {
  static func label(_ code: Symbol, _ language: Language) -> String {
    let words: [String: [Language: String]] = [
      "no": [.ky: "Жок", .ru: "Нет", .en: "No"], "yes": [.ky: "Ооба", .ru: "Да", .en: "Yes"],
      "dk": [.ky: "Билбейм", .ru: "Не знаю", .en: "Don't know"],
      "price": [.ky: "Кымбат", .ru: "Дорого", .en: "Too expensive"],
    ]
    return words[code.text]?[language] ?? code.text
  }

  static func words(
    _ text: String, _ language: Language, _ scope: Scope = School.questionnaire, as use: Scope.Use = .compute
  ) throws -> String {
    let formula = try #require(School.compile(text, scope, as: use).compiled?.formula)
    return formula.describe(in: language, Wording(scope, in: language, code: { label($1, language) }))
  }

  @Test("A condition of showing is a sentence")
  func condition() throws {
    let formula = try #require(School.compile("meals eq 'no'").compiled?.formula)
    func said(_ language: Language) -> String {
      formula.describeCondition(
        in: language, Wording(School.questionnaire, in: language, code: { Self.label($1, language) }))
    }
    #expect(said(.ky) == "«Балаңыз мектепте тамактанабы?» — «Жок» болсо")
    #expect(said(.ru) == "если «Ваш ребёнок питается в школе?» — «Нет»")
    #expect(said(.en) == "if “Does your child eat at school?” is “No”")
  }

  @Test(
    "Each node has its words",
    arguments: [
      (
        "grade ge 5 and (x lt 2.5 or y is missing)",
        "“Grade” is at least 5 and (“x” is less than 2.5 or “y” is not answered)",
        "«Класс» — 5 же андан көп жана («x» — 2,5 санынан аз же «y» — жооп жок)",
        "«Класс» не меньше 5 и («x» меньше 2,5 или «y» — нет ответа)"
      ),
      (
        "g_bully in {3, dk}", "“g_bully” is “3” or “Don't know”", "«g_bully» — «3» же «Билбейм»",
        "«g_bully» — «3» или «Не знаю»"
      ),
      ("g_bully ne 'dk'", "“g_bully” is not “Don't know”", "«g_bully» — «Билбейм» эмес", "«g_bully» — не «Не знаю»"),
      (
        "why_not includes 'price'", "“why_not” includes “Too expensive”", "«why_not» — «Кымбат» белгиленген",
        "«why_not» — отмечено «Дорого»"
      ),
      ("x between 1 and 5", "“x” is between 1 and 5", "«x» — 1 менен 5 аралыгында", "«x» — от 1 до 5"),
      (
        "round((x + y) * 2, 1)", "(“x” + “y”) × 2 rounded to 1 places",
        "үтүрдөн кийин 1 белгиге чейин тегеректелген («x» + «y») × 2",
        "(«x» + «y») × 2, округлённое до 1 знаков после запятой"
      ),
      (
        "if(agreed, x, 0)", "if “agreed”, “x”, otherwise 0", "«agreed» болсо — «x», болбосо — 0",
        "если «agreed», то «x», иначе 0"
      ),
      (
        "score(total) ge 3", "the score on “total” is at least 3", "«total» шкаласы боюнча балл — 3 же андан көп",
        "балл по шкале «total» не меньше 3"
      ),
      ("contains(city, 'Ош')", "“city” contains “Ош”", "«city» ичинде «Ош» бар", "«city» содержит «Ош»"),
      ("born lt today()", "“born” is before today", "«born» — бүгүнкү күндөн мурун", "«born» раньше, чем сегодня"),
    ] as [(String, String, String, String)])
  func nodes(text: String, en: String, ky: String, ru: String) throws {
    #expect(try Self.words(text, .en) == en)
    #expect(try Self.words(text, .ky) == ky)
    #expect(try Self.words(text, .ru) == ru)
  }

  @Test("An indicator is said as what it counts")
  func indicators() throws {
    #expect(
      try Self.words("count(mark in {4, 5}) / count()", .ru, School.register, as: .numerator)
        == "(число строк, где «mark» — «4» или «5») ÷ число всех строк")
    #expect(
      try Self.words("sum(points where max is answered)", .ky, School.register, as: .numerator)
        == "«points» — саптардагы суммасы («max» — жооп берилген болгон саптарда)")
    #expect(try Self.words("indicator('SAP', 'last-year')", .en, School.register, as: .derived) == "“SAP” (last year)")
  }

  @Test(
    "Every random formula can be said in every language, with nothing left to fill in",
    arguments: 600..<606 as Range<UInt64>)
  func everything(seed: UInt64) throws {
    var formulas = RandomFormulas(seed: seed)
    for _ in 0..<30 {
      let text = formulas.condition(3)
      for language in Language.spoken {
        let said = try Self.words(text, language, as: .scoring)
        #expect(!said.contains("{") && !said.isEmpty, "\(text): \(said)")
      }
    }
  }

  @Test("No phrase lost a part in a language")
  func phrases() {
    for phrase in DescriptionPhrase.allCases {
      let names = phrase.template.argumentNames(in: .ky)
      for language in Language.spoken { #expect(phrase.template.argumentNames(in: language) == names, "\(phrase)") }
    }
  }
}
