import Testing

@testable import Formats

@Suite("The grammar as one table")
struct GrammarTests {
  @Test("Every type that a parent names has a rule")
  func nothingDangles() {
    #expect(Grammar.synak.danglingTypes == [])
  }

  @Test("Types and the names inside a parent are one of a kind, and no element has more attributes than are counted")
  func namesAreUnique() {
    let types = Grammar.synak.rules.map(\.type)
    #expect(Set(types).count == types.count)
    for rule in Grammar.synak.rules {
      let children = rule.particles.flatMap { $0.children.map(\.name) }
      #expect(Set(children).count == children.count, "\(rule.type)")
      #expect(Set(rule.attributes.map(\.name)).count == rule.attributes.count, "\(rule.type)")
      #expect(rule.attributes.count <= 64, "\(rule.type)")
    }
  }

  @Test("Forms of one name are one form")
  func formsAreUnique() {
    var seen: [String: String] = [:]
    for rule in Grammar.synak.rules {
      for form in rule.attributes.map(\.form) {
        let schema = "\(form.schema)"
        #expect(seen[form.name, default: schema].count == schema.count, "\(form.name)")
        seen[form.name] = schema
      }
    }
  }
}
