import Diagnostics
import Testing

@testable import Expressions

@Suite("Source texts")
struct SourceTextTests {
  @Test("A range has its true line and column across line ends and jumps")
  func places() {
    let start = Place(file: "a.xml", line: 3, column: 10)
    let text = SourceText(
      "өсүү lt\n 5",
      segments: [
        .init(offset: 0, place: start), .init(offset: 9, place: Place(file: "a.xml", line: 3, column: 20)),
      ])
    #expect(text.place(of: 0..<8) == Place(file: "a.xml", line: 3, column: 10, length: 4))
    #expect(text.place(of: 9..<11) == Place(file: "a.xml", line: 3, column: 20, length: 2))
    #expect(text.place(of: 13..<14) == Place(file: "a.xml", line: 4, column: 2, length: 1))
  }
}
