/// A language that an instrument may be written in.
///
/// Synak's own words exist in Kyrgyz, Russian and English; schools also teach in Uzbek and Tajik, so instruments may
/// declare these two, and the engine then speaks Russian around them.
package enum Language: String, Sendable, Hashable, CaseIterable, Codable {
  case ky, ru, en, uz, tg

  /// The languages that Synak itself speaks, in the order in which they are offered.
  package static let spoken: [Language] = [.ky, .ru, .en]

  /// The language in which Synak itself speaks where people read this one.
  package var spoken: Language { Self.spoken.contains(self) ? self : .ru }

  /// The language's name in itself, as a person looks for it in a list.
  package var ownName: String {
    switch self {
    case .ky: "Кыргызча"
    case .ru: "Русский"
    case .en: "English"
    case .uz: "Oʻzbekcha"
    case .tg: "Тоҷикӣ"
    }
  }
}
