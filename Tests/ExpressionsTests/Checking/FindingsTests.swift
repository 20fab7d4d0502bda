import Diagnostics
import Testing
import Texts

@testable import Expressions

@Suite("What is found in a formula")
struct FindingsTests {
  @Test(
    "What is right says nothing",
    arguments: [
      "meals eq 'no'", "meals = \"no\"", "$meals = 'no'", "${meals} eq ‘no’", "meals eq «no»", "meals in {yes, no}",
      "g_bully ge 3 and grade ge 5", "grade eq 9", "why_not includes 'price'", "selected(why_not, 'price')",
      "not why_not includes 'price'", "why_not not includes 'price'", "x between 1 and 5", "x is answered",
      "x is not answered", "x is missing or x lt 10", "x\u{A0}≥\u{A0}5", "x lt −5", "g_bully eq 'dk'",
      "g_bully in {3, dk}",
      "born lt date('2015-09-01')", "age(born) ge 6", "score(total) gt 3", "level(total) in {base, above}",
      "total.level eq 'base'", "why_not.oth is answered", "contains(city, 'Ош')", "agreed", "not agreed",
      "agreed eq true",
      "x div 2 gt 1 and x is answered", "coalesce(x, 0) + coalesce(y, 0) gt 3", "selected-count(why_not) gt 1",
      "if(agreed, grade, 3) eq 3", "count(agreed, meals eq 'yes') ge 1",
    ])
  func right(text: String) {
    #expect(School.findings(text, expecting: .boolean) == [])
  }

  @Test(
    "What is wrong is found, with its column and what was meant",
    arguments: [
      ("ктас eq 4", ["E101@1 ктас"]), ("meels eq 'no'", ["E101@1 meels → meals"]),
      ("Grade eq 4", ["E117@1 Grade → grade"]),
      ("grаde eq 4", ["E101@1 grаde → grade"]), ("nosuchfn(1) eq 1", ["E102@1 nosuchfn"]),
      ("roud(x) eq 1", ["E102@1 roud → round"]), ("avg(x, y) gt 1", ["E102@1 avg → mean"]),
      ("(x gt 5", ["E103@8 "]), ("meals eq 'maybe'", ["E104@10 'maybe'"]),
      ("meals eq 'ye'", ["E104@10 'ye' → yes"]), ("meals in {yes, nо}", ["E104@16 nо → no"]),
      ("g_bully eq 7", ["E104@12 7"]), ("x gt", ["E105@5 "]), ("x gt 5 5", ["E106@8 5"]), ("x gt 5)", ["E106@7 )"]),
      ("city eq 'Ош", ["E107@9 'Ош"]), ("x gt 3,5", ["E108@6 3,5 → 3.5"]), ("x gt 5abc", ["E108@6 5abc"]),
      ("x gt 5 ; y", ["E109@8 ;"]), ("x gt 5 && y gt 5", ["E110@8 && → and"]),
      ("x gt 5 AND y gt 5", ["E110@8 AND → and"]), ("x == 5", ["E110@3 == → ="]), ("x <> 5", ["E110@3 <> → !="]),
      ("x is 5", ["E110@3 is → eq"]), ("1 lt x lt 5", ["E111@1 1 lt x lt 5 → x between 1 and 5"]),
      ("5 ge x gt 1", ["E111@1 5 ge x gt 1 → x between 1 and 5"]),
      ("born lt 2015-09-01", ["E112@9 2015-09-01 → date('2015-09-01')"]), ("   ", ["E115@1 "]),
      ("meals in ('yes', 'no')", ["E116@10 ('yes', 'no') → {'yes', 'no'}"]),
      ("total gt 3", ["E118@1 total → score(total)"]),
      ("born lt today", ["E118@9 today → today()"]), ("meals eq no", ["E119@10 no → 'no'"]),
      ("score(totl) gt 1", ["E120@7 totl → total"]), ("level(lesson) eq 'base'", ["E121@7 lesson"]),
      ("indicator('SAP') gt 3", ["E130@1 indicator"]), ("born lt date('2025-02-30')", ["E125@14 '2025-02-30'"]),
      ("meals in {}", ["E126@1 meals in {}"]), ("round() eq 1", ["E127@1 round()"]),
      ("agreed + 1 gt 1", ["E140@1 agreed"]),
      ("round(x, 1.5) gt 1", ["E141@10 1.5"]), ("x and agreed", ["E142@1 x → x is answered"]),
      ("length(x) gt 3", ["E143@8 x → text(x)"]), ("year(city) eq 2000", ["E144@6 city"]),
      ("meals includes 'no'", ["E145@1 meals → meals eq 'no'"]), ("x eq '5'", ["E147@1 x eq '5' → 5"]),
      ("city gt 'А'", ["E148@1 city"]), ("meals lt 'no'", ["E148@1 meals"]), ("g_bully ge 'dk'", ["E148@12 'dk'"]),
      ("born gt '2015-09-01'", ["E147@1 born gt '2015-09-01' → date('2015-09-01')"]),
      ("why_not eq 'price'", ["E149@1 why_not → why_not includes 'price'"]),
      ("why_not in {taste, price}", ["E149@1 why_not → why_not includes 'taste' or why_not includes 'price'"]),
      ("if(agreed, 1, 'a') eq 1", ["E150@1 if(agreed, 1, 'a')"]), ("x / 0 gt 1", ["E151@5 0"]),
      ("sum(x where y gt 1) gt 1", ["E133@1 sum"]),
      ("meels eq 'no' and ctiy eq 'a'", ["E101@1 meels → meals", "E101@19 ctiy → city"]),
      ("max-scor(total) gt 1", ["E102@1 max-scor → max-score"]), ("x-round(y) gt 1", []),
      ("meals eq 'no' and", ["E105@18 "]), ("if(agreed, x", ["E103@13 "]), ("x gt y gt", ["E105@10 "]),
      ("meals in yes", ["E103@10 yes → {yes}"]), ("meals in {yes no}", ["E103@15 n"]),
      ("x in [1, 2]", ["E116@6 [1, 2] → {1, 2}"]),
      ("agreed = 'true'", ["E147@1 agreed = 'true' → true"]),
      ("born < 01.09.2015", ["E125@8 01.09.2015 → date('2015-09-01')"]),
      ("total.levl eq 'base'", ["E101@1 total.levl → total.level"]), ("why_not includes {price}", ["E106@18 {price}"]),
      ("x between 1 , 5", ["E103@13 ,"]), ("why_not = price", ["E149@1 why_not → why_not includes 'price'"]),
      ("round(x 1) gt 1", ["E103@9 1"]), ("!agreed", ["E110@1 ! → not"]),
    ] as [(String, [String])])
  func wrong(text: String, expected: [String]) {
    let found = School.findings(text, expecting: .boolean).filter { $0.hasPrefix("E") }
    #expect(found == expected)
    #expect(expected.isEmpty == (School.compile(text, expecting: .boolean).compiled != nil))
  }

  @Test(
    "What can never be so, or always is, is found only where that is certain",
    arguments: [
      ("x lt 3 and x gt 5", ["W201"]), ("meals eq 'yes' and meals eq 'no'", ["W201"]), ("grade gt 11", ["W201"]),
      ("grade gt 3 and grade lt 4", ["W201"]), ("x gt 3 and x lt 4", []), ("grade ge 1", ["W203"]),
      ("x ge 1 or x lt 1", []),
      ("spend lt 0", ["W201"]), ("meals in {yes} and meals in {no}", ["W201"]), ("not (meals in {yes, no})", ["W201"]),
      ("x is answered and x is missing", ["W201"]), ("x is answered or x is missing", ["W203"]),
      ("g_bully gt 4", ["W201"]), ("g_bully gt 3 and g_bully eq '3'", ["W201"]),
      ("g_bully eq 'dk' and g_bully ge 1", ["W201"]),
      ("g_bully in {1, 2, 3, 4, dk}", []), ("grade ne 5 and grade between 5 and 5", ["W201"]),
      ("born lt date('2015-01-01') and born gt date('2016-01-01')", ["W201"]), ("agreed and not agreed", ["W201"]),
      ("x lt y and x gt y", []), ("(x lt 3 or x gt 5) and x between 3 and 5", ["W201"]), ("false", ["W201"]),
      ("true", []),
      ("5 lt x and x le 5", ["W201"]), ("x eq x", ["W207"]), ("grade in {5, 5}", ["W206"]),
      ("x in {1, 2} and x gt 2", ["W201"]), ("not (x lt 3) and x lt 3", ["W201"]),
    ] as [(String, [String])])
  func certain(text: String, expected: [String]) {
    let codes = School.compile(text, expecting: .boolean).findings.map(\.code)
    #expect(codes == expected)
  }

  @Test("Arithmetic over what may be blank is doubted, unless that is asked")
  func blanks() {
    #expect(School.findings("x + y gt 3") == ["W205@1 x → coalesce(x, 0)", "W205@5 y → coalesce(y, 0)"])
    #expect(School.findings("x is answered and x + 1 gt 3") == [])
    #expect(School.findings("grade + 1 gt 3") == [])
    #expect(School.findings("sum(x, y) gt 3") == [])
    #expect(School.findings("x + y", as: .compute) == [])
  }

  @Test("A name that is asked later is doubted, and one's own answer decides nothing about being asked")
  func order() {
    var scope = School.questionnaire
    scope.position = 3
    #expect(School.findings("city eq 'Ош'", scope) == ["W204@1 city"])
    #expect(School.findings("spend gt 3", scope) == ["E128@1 spend"])
    #expect(School.findings("spend gt 3", scope, as: .check) == [])
    #expect(School.findings("city eq 'Ош'", scope, as: .scoring) == [])
  }

  @Test(
    "Formulas over rows see fields inside aggregates only",
    arguments: [
      ("count(mark in {4, 5})", []), ("count()", []), ("1.00*count(mark in {5}) + 0.64*count(mark in {4})", []),
      ("sum(mark where mark in {2, 3, 4, 5})", []), ("count(mark eq annual)", []),
      ("sum(points where max is answered)", []),
      ("count(points ge 0.6 * max)", []), ("count(answered) / count()", []), ("sum(min(points, max))", []),
      ("mark", ["E131@1 mark → count(mark is answered)"]), ("count(count(answered))", ["E132@7 count(answered)"]),
      ("count(mark)", ["E142@7 mark → mark is answered"]), ("count(mark in {6})", ["E104@16 6"]),
      ("sum(level)", ["E140@5 level"]), ("score(total)", ["E130@1 score"]), ("sum()", ["E127@1 sum()"]),
      ("indicator('SAP')", ["E130@1 indicator"]), ("distinct(level where answered)", []),
      ("count(mark in {3, 4)", ["E103@20 )"]),
      ("count(mark in {4, 5} and mark in {2})", ["W202@7 mark in {4, 5} and mark in {2}"]),
    ] as [(String, [String])])
  func rows(text: String, expected: [String]) {
    #expect(School.findings(text, School.register) == expected)
  }

  @Test(
    "Derived indicators see indicators",
    arguments: [
      ("indicator('SAP') - indicator('SAP', 'last-year')", []), ("indicator('SAP') - target('SAP')", []),
      ("indicator('SAB')", ["E122@11 'SAB' → SAP"]),
      ("indicator('SAP', 'last-yaer')", ["E123@18 'last-yaer' → last-year"]),
      ("indicator(SAP)", ["E124@11 SAP → 'SAP'"]), ("count(mark in {4})", ["E130@7 mark"]),
      ("distinct(mark)", ["E130@1 distinct"]),
    ] as [(String, [String])])
  func derived(text: String, expected: [String]) {
    #expect(School.findings(text, School.register, as: .derived) == expected)
  }

  @Test("A place takes its type: codes of the list, whole numbers, and nothing silently converted")
  func expectations() {
    let levels = ValueType(.choice(School.levels))
    #expect(School.findings("if(x gt 3, 'base', 'below')", as: .feeds, expecting: .type(levels)) == [])
    #expect(School.findings("level(total)", as: .feeds, expecting: .type(levels)) == [])
    #expect(
      School.findings("if(x gt 3, 'base', 'belw')", as: .feeds, expecting: .type(levels)) == ["E104@20 'belw' → below"])
    #expect(School.findings("x", as: .feeds, expecting: .type(levels)) == ["E146@1 x"])
    #expect(School.findings("x", as: .feeds, expecting: .type(.integer)) == ["E141@1 x → round(x)"])
    #expect(School.findings("grade", as: .feeds, expecting: .type(.decimal)) == [])
    #expect(School.findings("g_bully", as: .feeds, expecting: .number) == [])
    #expect(School.findings("meals", as: .feeds, expecting: .number) == ["E140@1 meals"])
    #expect(School.findings("x", as: .feeds, expecting: .type(.text)) == ["E143@1 x → text(x)"])
  }

  @Test("Depth and length have an end, and say so")
  func limits() {
    let deep = String(repeating: "(", count: 300) + "x" + String(repeating: ")", count: 300)
    #expect(School.compile(deep).findings.map(\.code) == ["E114"])
    let nested = String(repeating: "(", count: 190) + "x gt 1" + String(repeating: ")", count: 190)
    #expect(School.compile(nested, expecting: .boolean).compiled != nil)
    let long = String(repeating: "x gt 1 or ", count: 2000) + "x gt 1"
    #expect(School.compile(long).findings.map(\.code) == ["E113"])
  }

  @Test("Every finding has words of its own, and a place in the catalogue")
  func words() {
    for language in Language.spoken {
      let wordings = ExpressionFinding.allCases.map { $0.rule.message.wording(in: language) }
      #expect(Set(wordings).count == wordings.count, "\(language)")
    }
  }
}
