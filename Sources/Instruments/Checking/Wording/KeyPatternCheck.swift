import Datasets
import Diagnostics
import Expressions
import Texts

/// Answer keys that stand out: the right option is the longest too often, or in the same place; options that speak of the
/// others, or overlap; questions that ask by a negation.
struct KeyPatternCheck {
  /// Fewer items show no pattern.
  private static let leastItems = 6
  /// A pattern as strong by chance in fewer than one test of a hundred.
  private static let rareChance = 0.01
  private static let longestRun = 5

  private let language: Language
  private var findings = FindingList()
  private var items: [Keyed] = []

  /// A question with one right option among its own.
  private struct Keyed {
    let place: Place
    let options: Int
    /// Which of the options is right, from 1; nil where each session has an order of its own.
    let position: Int?
    let isLongest: Bool
  }

  static func findings(_ index: InstrumentIndex) -> [Diagnostic] {
    let form = index.instrument.form
    var check = KeyPatternCheck(language: form.languages.first ?? .ky)
    for item in index.allItems { check.look(at: item, key: index.keys[item.id], isTest: form.method == .test) }
    check.judge(at: form.place)
    return check.findings.diagnostics
  }

  private init(language: Language) { self.language = language }

  private mutating func look(at item: Item, key: ItemKey?, isTest: Bool) {
    if isTest, key != nil { checkNegation(of: item) }
    guard let choices = item.choices else { return }
    let options = choices.options.filter { $0.missing == nil }
    if key == nil {
      if choices.list == nil, case .choose = item.kind { checkRanges(options, of: item) }
      return
    }
    guard choices.list == nil, case .choose = item.kind, case .options(let right)? = key?.answer, right.count == 1,
      let position = options.firstIndex(where: { $0.code == right[0] }), options.count > 2
    else { return }
    let texts = options.map { $0.text.plain(in: language) }
    for (option, text) in zip(options, texts) where text.utf8.count > 10 && Self.speaksOfOthers(text) {
      findings.add(WordingFinding.allOfTheAbove, at: option.place, text)
    }
    let lengths = texts.map(\.count)
    let isLongest = lengths.indices.allSatisfy { $0 == position || lengths[$0] < lengths[position] }
    items.append(
      Keyed(
        place: item.place, options: options.count, position: choices.isShuffled ? nil : position + 1,
        isLongest: isLongest))
  }

  // MARK: Over the whole test

  private mutating func judge(at place: Place) {
    guard items.count >= Self.leastItems else { return }
    let longest = items.count(where: \.isLongest)
    if Self.chance(of: longest, items.map { 1 / Double($0.options) }) < Self.rareChance {
      findings.add(
        WordingFinding.keyIsLongest, at: place, "",
        ["count": String(longest), "all": String(items.count)])
    }
    let placed = items.filter { $0.position != nil }
    for position in 1...(items.map(\.options).max() ?? 1) {
      let count = placed.count { $0.position == position }
      let chances = placed.map { $0.options >= position ? 1 / Double($0.options) : 0 }
      // Each place is looked at, so each must be rarer.
      if placed.count >= Self.leastItems, Self.chance(of: count, chances) < Self.rareChance / 4 {
        findings.add(
          WordingFinding.keyInOnePlace, at: place, "",
          ["count": String(count), "all": String(placed.count), "place": String(position)])
      }
    }
    checkRuns(placed)
  }

  private mutating func checkRuns(_ placed: [Keyed]) {
    guard !placed.isEmpty else { return }
    var start = 0
    for end in 1...placed.count where end == placed.count || placed[end].position != placed[start].position {
      if end - start >= Self.longestRun, let position = placed[start].position {
        findings.add(
          WordingFinding.keysInARow, at: placed[start].place, "",
          ["count": String(end - start), "place": String(position)])
      }
      start = end
    }
  }

  /// How likely at least `count` of independent things happen by chance, each with its own (Poisson's binomial).
  static func chance(of count: Int, _ chances: [Double]) -> Double {
    var exactly = [1.0]
    for chance in chances {
      var next = Array(repeating: 0.0, count: exactly.count + 1)
      for (happened, likelihood) in exactly.enumerated() {
        next[happened] += likelihood * (1 - chance)
        next[happened + 1] += likelihood * chance
      }
      exactly = next
    }
    return exactly.dropFirst(count).reduce(0, +)
  }

  // MARK: Words

  private static let aboutOthers = [
    "баары туура", "бардыгы туура", "туура жооп жок", "все перечисленное", "всё перечисленное", "все ответы верны",
    "все варианты верны", "ничего из перечисленного", "нет верного ответа", "нет правильного ответа",
    "all of the above",
    "none of the above",
  ]

  private static func speaksOfOthers(_ text: String) -> Bool {
    let text = text.lowercased()
    return aboutOthers.contains { text.hasPrefix($0) }
  }

  private static let negations: [Language: Set<String>] = [
    .ky: ["эмес"], .ru: ["не", "кроме"], .en: ["not", "except"],
  ]

  private static let which = ["кайс", "каки", "како", "кака", "кто", "что", "ким", "эмне", "which", "what", "who"]

  /// A negation in plain words is overlooked; emphasised it is seen.
  private mutating func checkNegation(of item: Item) {
    var found: String?
    item.prompt.forEachVersion { language, words in
      guard found == nil, let language, let negations = Self.negations[language] else { return }
      // The question is the last sentence: what stands before it may well say what isn't.
      for case .text(let text) in words.suffix(1) {
        guard text.utf8.last == UInt8(ascii: "?") else { continue }
        let sentence = text.dropLast().split { $0 == "." || $0 == "!" || $0 == "?" || $0 == ":" }.last ?? ""
        let said = sentence.split { !$0.isLetter }
        // "Why does nothing remain?" asks about what isn't; "Which isn't …?" turns the answer round. In capitals it is seen.
        guard let first = said.first?.lowercased(), Self.which.contains(where: { first.hasPrefix($0) }) else {
          continue
        }
        found = said.map(String.init).first { negations.contains($0) }
      }
    }
    if let found {
      findings.add(WordingFinding.negation, at: item.place, item.id.text, ["word": found])
    }
  }

  // MARK: Ranges

  private mutating func checkRanges(_ options: [Option], of item: Item) {
    var last: (range: ClosedRange<Int>, text: String)?
    for option in options {
      let text = option.text.plain(in: language)
      guard let range = Self.range(in: text) else {
        last = nil
        continue
      }
      if let last, last.range.overlaps(range) {
        findings.add(
          WordingFinding.rangesOverlap, at: item.place, item.id.text,
          ["number": String(max(last.range.lowerBound, range.lowerBound)), "first": last.text, "second": text])
        return
      }
      last = (range, text)
    }
  }

  /// "1–5 саат": two whole numbers with a dash between them, at the beginning.
  private static func range(in text: String) -> ClosedRange<Int>? {
    guard let first = text.utf8.first, (0x30...0x39).contains(first) else { return nil }
    let digits = text.prefix(while: \.isNumber)
    let rest = text.dropFirst(digits.count).drop(while: \.isWhitespace)
    guard let dash = rest.first, "-–—".contains(dash) else { return nil }
    let other = rest.dropFirst().drop(while: \.isWhitespace).prefix(while: \.isNumber)
    guard let least = Int(digits), let most = Int(other), least <= most else { return nil }
    return least...most
  }
}
