import Diagnostics
import Expressions
import Monitoring

/// What is probably not as meant with the people of a register, though each line by itself can be read.
struct RegisterNameCheck {
  struct Row {
    var id: Symbol
    var name: PersonName
    var schoolClass: Symbol?
    var place: Place
    var namePlaces: [(text: String, place: Place)]
  }

  /// The findings about these lines, in their order.
  static func findings(_ rows: [Row]) -> [Diagnostic] { alphabets(rows) + doubles(rows) }

  /// A Latin letter among Cyrillic ones is seen by nobody, and the name is another one for every search.
  private static func alphabets(_ rows: [Row]) -> [Diagnostic] {
    rows.flatMap { row in
      row.namePlaces.compactMap { text, place in
        let isMixed = text.split { !$0.isLetter }.contains { word in
          word.contains(where: isLatin) && word.contains(where: isCyrillic)
        }
        guard isMixed else { return nil }
        return Diagnostic(PeopleFinding.mixedAlphabets, at: place, found: text, suggestion: repaired(text))
      }
    }
  }

  private static func isLatin(_ character: Character) -> Bool { character.isASCII && character.isLetter }
  private static func isCyrillic(_ character: Character) -> Bool {
    character.unicodeScalars.first.map { (0x400...0x52F).contains($0.value) } ?? false
  }

  /// With the letters of the other alphabet that look the same; nil where one has none.
  private static func repaired(_ text: String) -> String? {
    let looks: [Character: Character] = [
      "A": "А", "B": "В", "C": "С", "E": "Е", "H": "Н", "K": "К", "M": "М", "O": "О", "P": "Р", "T": "Т", "X": "Х",
      "Y": "У", "a": "а", "c": "с", "e": "е", "o": "о", "p": "р", "x": "х", "y": "у",
    ]
    let result = String(text.map { looks[$0] ?? $0 })
    return result.contains(where: isLatin) ? nil : result
  }

  /// Two codes for one name: in one class, or with one day of birth.
  private static func doubles(_ rows: [Row]) -> [Diagnostic] {
    var first: [PersonName: [Row]] = [:]
    var findings: [Diagnostic] = []
    for row in rows where !row.name.family.isEmpty {
      var plain = row.name
      plain.birth = nil
      let others = first[plain] ?? []
      let double = others.first { other in
        guard other.id != row.id else { return false }
        if let birth = row.name.birth, let known = other.name.birth { return birth == known }
        return other.schoolClass != nil && other.schoolClass == row.schoolClass
      }
      if let double {
        findings.append(
          Diagnostic(
            PeopleFinding.samePersonTwice, at: row.place, found: row.name.listed,
            arguments: ["first": String(double.place.line), "id": row.id.text, "other": double.id.text]))
      }
      first[plain, default: []].append(row)
    }
    return findings
  }
}
