import Testing

@testable import Storage

@Suite("Guessing")
struct GuessBookTests {
  @Test("Each wrong code doubles the wait up to a minute, and ten quiet minutes are forgotten")
  func growing() {
    let book = GuessBook()
    var now: Int64 = 1_000_000
    var waits: [Int64] = []
    for _ in 0..<9 {
      #expect(book.begin("t1", at: now) == nil)
      waits.append(book.end("t1", wasWrong: true, at: now))
      #expect(book.begin("t1", at: now) == waits.last)
      #expect(book.begin("t2", at: now) == nil)
      book.end("t2", wasWrong: false, at: now)
      now += waits.last ?? 0
    }
    #expect(waits == [1000, 2000, 4000, 8000, 16_000, 32_000, 60_000, 60_000, 60_000])
    now += GuessBook.quiet
    #expect(book.begin("t1", at: now) == nil)
    #expect(book.end("t1", wasWrong: true, at: now) == 1000)
  }

  @Test("One terminal tries one code at a time, and a right one takes no wait away")
  func oneAtATime() {
    let book = GuessBook()
    #expect(book.begin("t", at: 0) == nil)
    #expect(book.begin("t", at: 0) == 1000)
    #expect(book.end("t", wasWrong: true, at: 0) == 1000)
    #expect(book.begin("t", at: 1000) == nil)
    #expect(book.end("t", wasWrong: false, at: 1000) == 0)
    #expect(book.begin("t", at: 1000) == nil)
    #expect(book.end("t", wasWrong: true, at: 1000) == 2000)
  }

  @Test("More than a hundred wrong codes a minute slow everybody by a second, however they name themselves")
  func everybody() {
    let book = GuessBook()
    for number in 0...100 {
      #expect(book.begin("t\(number)", at: 5000) == nil)
      book.end("t\(number)", wasWrong: true, at: 5000)
    }
    #expect(book.begin("new", at: 5500) == 1000)
    #expect(book.begin("new", at: 6000) == 500)
    #expect(book.begin("new", at: 6500) == nil)
    book.end("new", wasWrong: false, at: 6500)
    #expect(book.begin("later", at: 5000 + 60_000) == nil)
  }

  @Test("In eight hours ten terminals that guess without pause try fewer than five thousand codes")
  func attacker() {
    let book = GuessBook()
    var tries = 0
    for terminal in 0..<10 {
      var now: Int64 = 0
      while now < 8 * 3_600_000 {
        if let wait = book.begin("t\(terminal)", at: now) {
          now += wait
          continue
        }
        tries += 1
        now += max(1, book.end("t\(terminal)", wasWrong: true, at: now))
      }
    }
    // 300 live codes among 2⁴⁰: 5,000 tries find one with a chance of 1.4·10⁻⁶.
    #expect(tries < 5000)
  }

  @Test("What the audit says of a terminal is taken up again after a new start")
  func takenUp() {
    let book = GuessBook()
    #expect(!book.knows("t"))
    book.takeUp("t", wrong: 4, at: 10_000)
    #expect(book.knows("t"))
    #expect(book.begin("t", at: 10_000) == 8000)
    book.takeUp("u", wrong: 0, at: 10_000)
    #expect(book.begin("u", at: 10_000) == nil)
  }
}
