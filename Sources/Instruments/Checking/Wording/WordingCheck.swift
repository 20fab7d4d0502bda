import Diagnostics
import Expressions
import Texts

/// Letters of two alphabets, characters that nobody sees, placeholders lost in a language, and whether there is time to
/// read: each text is looked at once.
struct WordingCheck {
  private let instrument: Instrument
  private var findings = FindingList()
  /// Letters and figures by language, of everything that a respondent reads; of what not every session gets, a share.
  private var letters: [Int] = Array(repeating: 0, count: Language.allCases.count)

  static func findings(_ index: InstrumentIndex) -> [Diagnostic] {
    var check = WordingCheck(instrument: index.instrument)
    let shares = index.instrument.form.readShares
    for text in index.texts {
      let share = text.section.map { shares[$0] } ?? 1_000
      text.forEachText { check.look(at: $0, of: text.owner, place: text.place, share: share) }
    }
    for scale in index.instrument.scoring.scales {
      check.look(at: scale.title, of: scale.id, place: scale.place, share: 0)
      for level in scale.levels { check.look(at: level.title, of: level.code, place: level.place, share: 0) }
    }
    check.checkTime()
    return check.findings.diagnostics
  }

  private init(instrument: Instrument) { self.instrument = instrument }

  /// - Parameter share: How much of it a session reads, in thousandths.
  private mutating func look(at text: LocalizedText, of owner: Symbol, place: Place, share: Int) {
    var references: [(language: Language, ids: [String])] = []
    text.forEachVersion { language, words in
      let scan = TextScan(words)
      if share > 0 {
        for each in Language.allCases.indices where language == nil || Language.allCases[each] == language {
          letters[each] += scan.letters * share / 1_000
        }
      }
      if let language, !scan.references.isEmpty || !references.isEmpty {
        references.append((language, scan.references))
      }
      if scan.isSuspicious { lookClosely(at: words, of: owner, language, place) }
    }
    guard !references.isEmpty else { return }
    // A version before the first with a reference had none.
    text.forEachVersion { language, _ in
      guard let language, !references.contains(where: { $0.language == language }) else { return }
      references.append((language, []))
    }
    checkReferences(references, of: owner, place)
  }

  private mutating func lookClosely(at words: [Inline], of owner: Symbol, _ language: Language?, _ place: Place) {
    // Piece by piece: "<em>k</em>нын" is a letter and an ending.
    let pieces = TextScan.pieces(of: words)
    let language = language?.rawValue ?? "—"
    if let (word, letter) = pieces.lazy.compactMap(Characters.mixed).first {
      findings.add(
        WordingFinding.mixedLetters, at: place, owner.text,
        ["word": word, "letter": String(letter), "language": language])
    }
    if let scalar = pieces.lazy.compactMap(Characters.invisible).first {
      findings.add(
        WordingFinding.invisibleCharacter, at: place, owner.text,
        ["code": Characters.name(scalar), "language": language])
    }
  }

  private mutating func checkReferences(
    _ references: [(language: Language, ids: [String])], of owner: Symbol, _ place: Place
  ) {
    let all = references.flatMap(\.ids)
    let gaps = instrument.form.gapIDs(of: owner)
    for (language, ids) in references.sorted(by: { $0.language.rawValue < $1.language.rawValue }) {
      guard let lost = all.first(where: { !ids.contains($0) && !gaps.contains($0) }) else { continue }
      findings.add(
        WordingFinding.placeholderLost, at: place, owner.text, ["name": "{\(lost)}", "language": language.rawValue])
    }
  }

  // MARK: Time

  /// Words of six characters that are read aloud in a minute at the end of a grade: the middle of the norms by Hasbrouck and
  /// Tindal (2017) for grades 1 to 6, then a little more a year, up to silent reading of adults (Brysbaert, 2019). A rule of
  /// thumb: they were measured in English.
  private static let wordsPerMinute = [60, 100, 112, 133, 146, 146, 160, 175, 190, 205, 220]
  private static let charactersPerWord = 6
  /// The part of the time that reading may take.
  private static let mostForReading = 60

  private mutating func checkTime() {
    let form = instrument.form
    guard let limit = form.timeLimit, form.method == .test else { return }
    let grade = min(max(form.grades?.lowerBound ?? 11, 1), Self.wordsPerMinute.count)
    let most =
      form.languages.compactMap { language in
        Language.allCases.firstIndex(of: language).map { letters[$0] }
      }.max() ?? 0
    // A space stands behind each word.
    let words = most * (Self.charactersPerWord + 1) / Self.charactersPerWord / Self.charactersPerWord
    let milliseconds = words * 60_000 / Self.wordsPerMinute[grade - 1]
    guard milliseconds * 100 > Int(limit) * Self.mostForReading else { return }
    findings.add(
      WordingFinding.tooLongToRead, at: form.place, form.id.text,
      ["minutes": String((milliseconds + 30_000) / 60_000), "limit": String(limit / 60_000)])
  }
}

extension Form {
  /// How much of each section a session gets, in thousandths: by its draw and its booklets.
  fileprivate var readShares: [Int] {
    sections.indices.map { index in
      guard booklets != nil || sections[index].pick != nil else { return 1_000 }
      let draw = SectionDraw(sections[index])
      let booklet = chance(ofSection: index)
      return Int(1_000 * booklet.numerator / booklet.denominator) * draw.count / max(draw.questions.count, 1)
    }
  }

  /// The gaps that stand in a text, whose places in it are another check's.
  fileprivate func gapIDs(of owner: Symbol) -> Set<String> {
    for section in sections {
      for case .gaps(let gaps) in section.blocks where gaps.id == owner { return Set(gaps.rows.map(\.id.text)) }
    }
    return []
  }
}
