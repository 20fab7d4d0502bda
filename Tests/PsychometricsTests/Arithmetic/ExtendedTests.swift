import Testing

@testable import Psychometrics

@Suite("Extended numbers")
struct ExtendedTests {
  @Test("A difference of products keeps what doubles lose")
  func differencesAreExact() {
    let a = 134_217_729.0  // 2²⁷ + 1: its square needs 55 bits
    #expect(a * a - (a - 1) * (a + 1) == 0)
    #expect((Extended(a, times: a) - Extended(a - 1, times: a + 1)).value == 1)
    #expect(((Extended(a, times: a) * a) - (Extended(a - 1, times: a + 1) * a)).value == a)
  }
}
