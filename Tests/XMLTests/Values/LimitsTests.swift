import Testing

@testable import XML

@Suite("Limits")
struct LimitsTests {
  private func kinds(_ text: String, _ limits: Limits = .standard) -> [XMLProblem.Kind] {
    switch read(Array(text.utf8), limits: limits) {
    case .success: []
    case .failure(let refusal): refusal.problems.map(\.kind)
    }
  }

  private func repeated(_ text: String, _ count: Int) -> String { String(repeating: text, count: count) }

  @Test("48 levels are read, 49 are not")
  func depth() {
    #expect(kinds(repeated("<a>", 48) + repeated("</a>", 48)) == [])
    #expect(kinds(repeated("<a>", 47) + "<b/>" + repeated("</a>", 47)) == [])
    #expect(kinds(repeated("<a>", 48) + "<b/>" + repeated("</a>", 48)) == [.overLimit(.depth, limit: 48)])
    #expect(kinds(repeated("<a>", 100_000)) == [.overLimit(.depth, limit: 48)])
  }

  @Test("512 attributes are read, 513 are not; declarations count")
  func attributes() {
    let many = (0..<511).map { " a\($0)=''" }.joined()
    #expect(kinds("<r xmlns:p='urn:p'\(many)/>") == [])
    #expect(kinds("<r xmlns:p='urn:p' b=''\(many)/>") == [.overLimit(.attributes, limit: 512)])
  }

  @Test("A start tag of 64 KB is read, a byte more is not, and never ends in a search for its end")
  func startTag() {
    let room = 65536 - "<r a=''/>".utf8.count
    #expect(kinds("<r a='\(repeated("x", room))'/>") == [])
    #expect(kinds("<r a='\(repeated("x", room + 1))'/>") == [.overLimit(.startTag, limit: 65536)])
    #expect(kinds("<r \(repeated(" ", 70000))/>") == [.overLimit(.startTag, limit: 65536)])
    #expect(kinds("<\(repeated("r", 70000))/>") == [.overLimit(.startTag, limit: 65536)])
    #expect(kinds("<r></r\(repeated(" ", 70000))>") == [.overLimit(.startTag, limit: 65536)])
  }

  @Test("A text of 64 KB is read, a byte more is not, however it is written")
  func text() {
    #expect(kinds("<r>\(repeated("x", 65536))</r>") == [])
    for long in [
      repeated("x", 65537), repeated("&lt;", 65537), "x<![CDATA[\(repeated("x", 65536))]]>",
      repeated("x<!-- -->", 65537), repeated("ң", 32769), repeated(" ", 65537),
    ] {
      #expect(kinds("<r>\(long)</r>") == [.overLimit(.text, limit: 65536)])
    }
    #expect(kinds("<r>\(repeated("<b>\(repeated("x", 60000))</b>", 3))</r>") == [])
    #expect(kinds("<r/>" + repeated("\n", 70000)) == [.overLimit(.text, limit: 65536)])
  }

  @Test("Elements, children, names, namespaces and attributes are counted over the whole document")
  func counts() {
    var limits = Limits()
    limits.elements = 10
    limits.children = 5
    limits.names = 6
    limits.namespaces = 3
    limits.allAttributes = 7
    let group = "<g><z/><z/><z/></g>"
    #expect(kinds("<r>\(repeated(group, 2))</r>", limits) == [])
    #expect(kinds("<r>\(repeated(group, 3))</r>", limits) == [.overLimit(.elements, limit: 10)])
    #expect(kinds("<r>\(repeated("<z/>", 5))</r>", limits) == [])
    #expect(kinds("<r>\(repeated("<z/>", 6))</r>", limits) == [.overLimit(.children, limit: 5)])
    #expect(kinds("<r a='' b=''><c/><d/><e/></r>", limits) == [])
    #expect(kinds("<r a='' b=''><c/><d/><e/><f/></r>", limits) == [.overLimit(.names, limit: 6)])
    #expect(kinds("<r><?a?><?b?><?c?><?d?><?e?><?f?></r>", limits) == [.overLimit(.names, limit: 6)])
    #expect(kinds("<r><a xmlns='u:1'/><a xmlns='u:2'/><a xmlns='u:3'/></r>", limits) == [])
    let uris = (1...5).map { "<a xmlns='u:\($0)'/>" }.joined()
    #expect(kinds("<r>\(uris)</r>", limits) == [.overLimit(.names, limit: 6)])
    #expect(
      kinds("<r xmlns='u'><a xmlns='u'><a xmlns='u'><a xmlns='u'/></a></a></r>", limits)
        == [.overLimit(.namespaces, limit: 3)])
    #expect(kinds("<r a='' b=''>\(repeated("<z a='' b=''/>", 2))</r>", limits) == [])
    #expect(
      kinds("<r a='' b=''>\(repeated("<z a='' b=''/>", 3))</r>", limits) == [.overLimit(.allAttributes, limit: 7)])
  }

  @Test("A document of more than 10 MB is read, also where a long tag ends it")
  func large() {
    let comment = "<!--" + repeated("x", 5_200_000) + "-->"
    let tag = "<r \((0..<100).map { "attribute\($0)=''" }.joined(separator: " "))/>"
    #expect(kinds(comment + comment + tag) == [])
  }

  @Test("A file over the limit of bytes is refused before anything is decoded")
  func bytes() {
    var limits = Limits()
    limits.bytes = 4
    #expect(kinds("<r/>", limits) == [])
    #expect(kinds("<rr/>", limits) == [.overLimit(.bytes, limit: 4)])
  }
}
