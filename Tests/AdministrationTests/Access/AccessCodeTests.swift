import SeededTesting
import Testing

@testable import Administration

@Suite("Access codes")
struct AccessCodeTests {
  static func codes(_ seed: UInt64, _ count: Int) -> [AccessCode] {
    var random = Seeded(seed)
    return (0..<count).compactMap { _ in
      AccessCode(drawn: (0..<10).map { _ in UInt8(random.next() % 16) })
    }
  }

  private static func text(_ symbols: [UInt8]) -> String {
    String(symbols.map { AccessCode.alphabet[Int($0)] })
  }

  @Test("Every single slip and every swap of two symbols is found, in every place and with every symbol")
  func slips() {
    // The check is linear, so that a slip is found or not whatever stands elsewhere; fifty codes stand for all.
    var missed = 0
    for code in Self.codes(1, 50) {
      #expect(AccessCode.isSound(code.symbols))
      for place in 0..<11 {
        for symbol in 0..<16 as Range<UInt8> where symbol != code.symbols[place] {
          var typed = code.symbols
          typed[place] = symbol
          if AccessCode.isSound(typed) { missed += 1 }
        }
        for other in 0..<place where code.symbols[other] != code.symbols[place] {
          var typed = code.symbols
          typed.swapAt(place, other)
          if AccessCode.isSound(typed) { missed += 1 }
        }
      }
    }
    #expect(missed == 0)
  }

  @Test("All pairs of neighbours in all places are found when they are swapped")
  func neighbours() {
    for place in 0..<10 {
      for a in 0..<16 as Range<UInt8> {
        for b in 0..<16 as Range<UInt8> where a != b {
          var drawn = [UInt8](repeating: 3, count: 10)
          drawn[place] = a
          if place < 9 { drawn[place + 1] = b }
          guard var typed = AccessCode(drawn: drawn)?.symbols, typed[place] != typed[place + 1] else { continue }
          typed.swapAt(place, place + 1)
          #expect(throws: AccessCode.Slip.mistyped) { try AccessCode(typed: Self.text(typed)) }
        }
      }
    }
  }

  @Test("A code is read as it is printed, in small letters, in Cyrillic, with spaces or without hyphens")
  func typing() throws {
    let cyrillic: [Character: Character] = [
      "A": "А", "C": "С", "K": "К", "M": "М", "P": "Р", "T": "Т", "X": "Х", "Y": "У",
    ]
    for code in Self.codes(2, 200) {
      let printed = code.printed
      #expect(printed.count == 13 && printed.split(separator: "-").map(\.count) == [4, 4, 3])
      let plain = printed.filter { $0 != "-" }
      for typed in [
        printed, printed.lowercased(), plain, " " + printed.replacing("-", with: " ") + " ",
        printed.replacing("-", with: "–"), String(plain.map { cyrillic[$0] ?? $0 }),
        String(plain.map { cyrillic[$0] ?? $0 }).lowercased(), plain.replacing("8", with: "В"),
      ] {
        #expect(try AccessCode(typed: typed) == code, "\(typed)")
      }
    }
  }

  @Test("A keyboard in the other layout never gives another code")
  func layouts() {
    // What the keys of Latin letters give on ЙЦУКЕН, and the other way round.
    let latin = Array("QWERTYUIOPASDFGHJKLZXCVBNM")
    let cyrillic = Array("ЙЦУКЕНГШЩЗФЫВАПРОЛДЯЧСМИТЬ")
    for symbol in AccessCode.alphabet where symbol.isLetter {
      let index = latin.firstIndex(of: symbol) ?? 0
      for typed in [cyrillic[index]] {
        guard let read = try? AccessCode(typed: String(repeating: typed, count: 11)).symbols.first else { continue }
        #expect(AccessCode.alphabet[Int(read)] == symbol, "\(symbol) \(typed)")
      }
    }
    let looks: [Character: Character] = [
      "А": "A", "С": "C", "К": "K", "М": "M", "Р": "P", "Т": "T", "Х": "X", "У": "Y",
    ]
    for (letter, symbol) in looks {
      guard let index = cyrillic.firstIndex(of: letter) else { continue }  // Х has no Latin letter on its key
      guard let read = try? AccessCode(typed: String(repeating: latin[index], count: 11)).symbols.first else {
        continue
      }
      #expect(AccessCode.alphabet[Int(read)] == symbol, "\(letter) \(latin[index])")
    }
  }

  @Test("No two symbols are alike, and what is no symbol is named")
  func lookAlikes() {
    #expect(Set(AccessCode.alphabet).count == 16)
    for (a, b) in [("0", "O"), ("1", "I"), ("1", "L"), ("8", "B"), ("5", "S"), ("2", "Z"), ("6", "G")] {
      #expect(!(AccessCode.alphabet.contains(Character(a)) && AccessCode.alphabet.contains(Character(b))))
    }
    #expect(throws: AccessCode.Slip.unknown("O")) { try AccessCode(typed: "o234-5678-9AC") }
    #expect(throws: AccessCode.Slip.unknown("Ң")) { try AccessCode(typed: "ң") }
    #expect(throws: AccessCode.Slip.length(10)) { try AccessCode(typed: "2345-6789-AC") }
    #expect(throws: AccessCode.Slip.length(0)) { try AccessCode(typed: " - ") }
  }

  @Test("All symbols are equally likely in all ten places")
  func unbiased() throws {
    var random = Seeded(7)
    var counts = [[Int]](repeating: [Int](repeating: 0, count: 16), count: 11)
    for _ in 0..<16_000 {
      let code = try #require(AccessCode.drawn { count in (0..<count).map { _ in random.byte() } })
      for (place, symbol) in code.symbols.enumerated() { counts[place][Int(symbol)] += 1 }
    }
    // χ² with 15 degrees of freedom is above 44 once in ten thousand times; eleven places are looked at.
    for place in counts {
      let chi = place.reduce(0.0) { $0 + (Double($1) - 1000) * (Double($1) - 1000) / 1000 }
      #expect(chi < 44)
    }
  }
}
