import Testing

@testable import Expressions

@Suite("Patterns")
struct PatternTests {
  @Test(
    "The whole text must fit",
    arguments: [
      ("[A-Z]{2}\\d{4}", "AB1234", true), ("[A-Z]{2}\\d{4}", "AB12345", false), ("a|bc", "abc", false),
      ("a|bc", "bc", true),
      ("(ab)+", "ababab", true), ("(ab)+", "aba", false), ("a{2,3}", "aaaa", false), ("a{2,3}", "aaa", true),
      ("a{2,}", "aaaaa", true),
      ("a{0}", "", true), ("^a", "a", false), ("^a", "^a", true), ("\\p{L}+", "Чүй", true),
      ("\\p{Lu}\\p{Ll}+", "чүй", false),
      ("[а-яөүң]+", "көчө", true), ("[a-z-[aeiou]]+", "bcd", true), ("[a-z-[aeiou]]+", "bad", false),
      ("[^0-9]+", "a1", false),
      ("\\+996 \\d{3}", "+996 555", true), ("", "", true), ("", "a", false), (".", "\n", false), ("[-a]+", "-a", true),
      ("[a-]+", "a-", true),
      ("\\P{L}", "1", true), ("\\S+\\s\\S+", "а б", true), ("x*y?z+", "xxz", true), ("(a|b|)c", "c", true),
      ("\\i\\c*", "a-1.b", true),
      ("\\p{IsCyrillic}+", "сабак", true), ("((a*)*)*b", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaac", false),
    ])
  func fits(pattern: String, text: String, expected: Bool) throws {
    #expect(try Pattern.parse(pattern).get().matches(text) == expected)
  }

  @Test(
    "What is no pattern says where",
    arguments: [
      ("a(b", 3), ("a)", 1), ("*a", 0), ("[a", 2), ("a{2,1}", 6), ("[b-a]", 4), ("\\q", 1), ("\\p{Xx}", 6), ("a{", 2),
      ("[]", 2),
    ])
  func mistakes(pattern: String, offset: Int) {
    #expect(Pattern.parse(pattern) == .failure(.init(offset: offset)))
  }

  @Test("Large patterns are refused, and a long text takes its time once")
  func bounded() throws {
    #expect(Pattern.parse("(a{1000}){1000}") == .failure(.init(offset: 0)))
    let nested = try Pattern.parse("((a+)+)+b").get()
    #expect(!nested.matches(String(repeating: "a", count: 5_000)))
    #expect(Pattern.parse(String(repeating: "(", count: 5_000)) == .failure(.init(offset: 50)))
  }
}
