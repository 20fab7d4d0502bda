/// The order in which people look for names: ң after н, ө after о, ү after у, ё after е, whatever the letters' numbers.
package enum Alphabet {
  private static let letters = Array("abcdefghijklmnopqrstuvwxyzабвгдеёжзийклмнңоөпрстуүфхцчшщъыьэюя")
  private static let places = Dictionary(
    letters.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })

  /// Whether `a` stands before `b` in a list of names. Case makes no difference; other characters stand before letters.
  package static func precedes(_ a: String, _ b: String) -> Bool {
    let (first, second) = (key(a), key(b))
    return first == second ? a < b : first.lexicographicallyPrecedes(second)
  }

  private static func key(_ text: String) -> [Int] {
    text.lowercased().map { places[$0] ?? ($0.isLetter ? letters.count : -1) }
  }
}
