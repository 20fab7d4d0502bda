import SeededTesting
import Testing

@testable import Expressions

@Suite("Order of computing")
struct DependenciesTests {
  @Test("Each thing comes after all that it reads, and else by number")
  func order() throws {
    #expect(try Dependencies.order([[1], [2], [], []]).get() == [2, 1, 0, 3])
    #expect(try Dependencies.order([[], [], []]).get() == [0, 1, 2])
    #expect(try Dependencies.order([]).get() == [])
    #expect(try Dependencies.order([[1, 1, 7], []]).get() == [1, 0])
  }

  @Test("A circle is named, the shortest through its first member")
  func cycles() {
    #expect(Dependencies.order([[1], [0]]) == .failure(.init(members: [0, 1])))
    #expect(Dependencies.order([[0]]) == .failure(.init(members: [0])))
    #expect(Dependencies.order([[], [2], [3, 1], [1]]) == .failure(.init(members: [1, 2])))
    #expect(Dependencies.order([[1], [2], [3], [1]]) == .failure(.init(members: [1, 2, 3])))
  }

  @Test("Random readings without a circle are always ordered", arguments: 0..<20 as Range<UInt64>)
  func random(seed: UInt64) throws {
    var random = Seeded(seed)
    let names = Array(0..<40).shuffled(using: &random)
    var reads: [[Int]] = Array(repeating: [], count: 40)
    for place in 1..<40 {
      for _ in 0..<Int.random(in: 0...3, using: &random) {
        reads[names[place]].append(names[Int.random(in: 0..<place, using: &random)])
      }
    }
    let order = try Dependencies.order(reads).get()
    #expect(order.sorted() == Array(0..<40))
    for (reader, read) in reads.enumerated() {
      for thing in read { #expect(try #require(order.firstIndex(of: thing)) < #require(order.firstIndex(of: reader))) }
    }
  }
}
