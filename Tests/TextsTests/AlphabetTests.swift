import Testing

@testable import Texts

@Suite("The alphabet")
struct AlphabetTests {
  @Test("Kyrgyz letters stand where people look for them")
  func kyrgyz() {
    let names = [
      "Үсөнова", "Өмүралиева", "Турдубаев", "Төлөгөнова", "Токтогулов", "Осмонов", "Паизова", "Усенов", "Фазылов",
    ]
    #expect(
      names.sorted(by: Alphabet.precedes) == [
        "Осмонов", "Өмүралиева", "Паизова", "Токтогулов", "Төлөгөнова", "Турдубаев", "Усенов", "Үсөнова", "Фазылов",
      ])
  }

  @Test("A name and one that goes on from it, and names that differ by case, have an order")
  func prefixes() {
    #expect(Alphabet.precedes("Асанов Нурбек", "Асанова Айпери"))
    #expect(!Alphabet.precedes("Асанов", "Асанов"))
    #expect(Alphabet.precedes("Ёлкина", "Жукова") && Alphabet.precedes("Елина", "Ёлкина"))
  }
}
