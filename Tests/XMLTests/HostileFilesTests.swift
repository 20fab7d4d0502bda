import Testing

@testable import XML

@Suite("Hostile files", .enabled(if: Conformance.root != nil, "SYNAK_CONFORMANCE names no folder"))
struct HostileFilesTests {
  @Test("A file that this layer must notice is refused, and an honest or hostile text inside honest markup is read")
  func manifest() {
    #expect(Conformance.hostile.count > 100)
    for file in Conformance.hostile {
      let verdict = verdict(of: file.url)
      let isOurs = ["file", "xml", "policy"].contains(file.layer)
      switch verdict {
      case .success:
        // XInclude is a foreign element, for the reader of the grammar to refuse; here it must only never be run.
        let isForeignElement = file.name.contains("xinclude")
        if isOurs, !isForeignElement { #expect(file.expected != "reject", "\(file.name) was read") }
      case .failure(let refusal):
        let isLimit = refusal.problems.contains { if case .overLimit = $0.kind { true } else { false } }
        if isOurs || !isLimit {
          #expect(file.expected == "reject" && isOurs, "\(file.name): \(refusal.problems)")
        }
      }
    }
  }
}
