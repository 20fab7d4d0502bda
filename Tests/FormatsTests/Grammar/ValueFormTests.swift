import Testing
import XML

@testable import Formats

@Suite("Forms of values")
struct ValueFormTests {
  /// Values that people write, right and wrong, for forms of all kinds.
  static let values = [
    "", " ", "\t", "yes", "no", " yes ", "Yes", "y es", "0", "-0", "1", " 1 ", "+1", "-1", "01", "007", "40", "41",
    "99",
    "100", "1000", "1001", "10000", "20001", "1.5", "-1.5", "1,5", "-1,5", ".5", "5.", "1.1234567", "1.123456",
    "123456789012", "1234567890123", "12345678901234567890", "0.0", "00.5", "1e3", "45%", "-45%", "45.5%", "4 5%", "%",
    "90s", "40m", "2h", "10d", "0m", "05m", "1000000s", "999999d", "40 m", "m", "1w", "ky", "ky ru", " ky  ru ",
    "ky ky",
    "kg", "kyru", "a", "A1_", "a-b", "a.b", "_a", "1a", "-a", "a b", "a  b", "é", "тест", "mаth", "a\u{A0}", "x\u{301}",
    String(repeating: "a", count: 32), String(repeating: "a", count: 33), String(repeating: "a", count: 64),
    String(repeating: "a", count: 65), String(repeating: "ү", count: 200), String(repeating: "ү ", count: 201),
    String(repeating: "ү", count: 201), String(repeating: "x", count: 2_001), "4", "1-4", "4-1", "1-100", "0-4", "1--4",
    "-4", "9-", "2025-09-01", "2025-02-29", "2024-02-29", "2025-9-1", "25-09-01", "2025-13-01", "2025-09-01Z",
    "0000-01-01",
    "2025-2026", "dont-know", "text", "rows", "all", "hits", "sum", "mean", "refuse", "ask", "count(x) > 1", "*",
    "head teachers", "negizgi/2025.1", "ge 75", "school", "class", "result",
  ]

  @Test("The reader and the schema think the same of every value, form by form")
  func agree() throws {
    let forms = SchemaWriter.forms(of: .synak) + [.date]
    #expect(forms.count > 30)
    for form in forms {
      let grammar = Grammar(roots: ["v"], rules: [ElementRule("v", [.required("a", form)], .nothing)])
      let schema = try Schema(SchemaWriter.schema(of: grammar))
      for value in Self.values {
        var root = MarkupElement("v")
        root.add("xmlns", GrammarReader.namespace)
        root.add("a", value)
        let document = try Document.read(try MarkupWriter.write(root))
        let isRight = GrammarReader.read(document, file: "x", grammar: grammar, roots: ["v"]).findings.isEmpty
        #expect(try schema.validate(document).isEmpty == isRight, "\(form.name): “\(value.prefix(40))”")
      }
    }
  }

  @Test(
    "What was meant is suggested",
    arguments: [
      ("id", "ѕcore", "score"), ("decimal", "3,5", "3.5"), ("credit-all-hits-per-option", "hit", "hits"),
      ("code", "а1", "a1"), ("language", "kgy", "ky"),
    ])
  func suggestions(form: String, value: String, meant: String) throws {
    let form = try #require(SchemaWriter.forms(of: .synak).first { $0.name == form })
    #expect(form.mistakes(value).map(\.suggestion) == [meant])
  }
}
