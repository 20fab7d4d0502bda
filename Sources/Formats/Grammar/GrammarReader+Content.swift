import Diagnostics
import Expressions
import Texts
import XML

/// What stands in an element against the particles of its rule: names, order, number, and stray words.
extension GrammarReader {
  /// What a name inside an element of some rule stands for.
  private enum Meaning {
    case child(particle: Int, rule: Int, name: String)
    case language(particle: Int, Language)
  }

  mutating func content(
    of parent: Element, rule: Int, _ particles: [Particle], owner: String?
  ) -> Piece.Content {
    var sequence = Sequence(count: particles.count)
    var texts = TextVersions(element: parent)
    var codes = SiblingCodes()
    var children: [Piece] = []
    var hasStrayText = false
    for node in parent.children {
      switch node {
      case .text(let run):
        if !run.isBlank, !hasStrayText {
          hasStrayText = true
          reportStray(run)
        }
      case .element(let element):
        guard let meaning = meaning(of: element, rule: rule, particles) else { continue }
        switch meaning {
        case .language(let particle, let language):
          place(element, particle, &sequence, particles)
          read(element, language, into: &texts, owner: owner)
        case .child(let particle, let index, let name):
          let isWelcome = place(element, particle, &sequence, particles)
          let child = self.piece(element, rule: index, name: name, owner: owner)
          if isWelcome, isUnique(child, rule: index, among: &codes) { children.append(child) }
        }
      }
    }
    let text = finish(texts)
    for position in particles.indices where sequence.counts[position] < particles[position].least {
      if !particles[position].isText {
        let names = particles[position].children.map(\.name).joined(separator: ">, <")
        report(GrammarFinding.missingElement, parent.nameOffset, parent.name, arguments: ["missing": names])
      } else if !hasStrayText {
        report(GrammarFinding.missingText, parent.nameOffset, parent.name)
      }
    }
    return Piece.Content(text: text, children: children)
  }

  /// How far a run of children has come among the particles.
  private struct Sequence {
    var counts: [Int]
    var position = 0
    /// The name of the child that came furthest.
    var name = ""
    /// The particle whose lateness is reported already.
    var late: Int?

    init(count: Int) { counts = [Int](repeating: 0, count: count) }
  }

  /// Counts a child; false where there is one too many.
  @discardableResult
  private mutating func place(
    _ element: Element, _ particle: Int, _ sequence: inout Sequence, _ particles: [Particle]
  ) -> Bool {
    sequence.counts[particle] += 1
    if let most = particles[particle].most, sequence.counts[particle] > most {
      report(GrammarFinding.repeatedElement, element.nameOffset, element.name)
      return false
    }
    if particle >= sequence.position {
      sequence.position = particle
      sequence.name = element.name
    } else if sequence.late != particle {
      sequence.late = particle
      report(
        GrammarFinding.elementOutOfOrder, element.nameOffset, element.name, arguments: ["before": sequence.name])
    }
    return true
  }

  /// What an element is here, a slip in its name forgiven; nil, with a finding, where it is nothing.
  private mutating func meaning(of element: Element, rule: Int, _ particles: [Particle]) -> Meaning? {
    guard isOurs(element) else { return nil }
    if let known = meaning(of: element.name, rule: rule, particles) { return known }
    let takesText = particles.contains(where: \.isText)
    let meant = unknown(
      element, rule: rule, candidates: grammar.children(of: rule) + (takesText ? TextMarkup.languageNames : []))
    return meant.flatMap { meaning(of: $0, rule: rule, particles) }
  }

  private func meaning(of name: String, rule: Int, _ particles: [Particle]) -> Meaning? {
    // Languages first: most elements are one, and no child is called like one.
    if name.utf8.count == 2, let language = Language(rawValue: name),
      let particle = particles.indices.first(where: { particles[$0].isText })
    {
      return .language(particle: particle, language)
    }
    guard let place = grammar.place(of: name, in: rule) else { return nil }
    return .child(particle: place.particle, rule: place.rule, name: name)
  }

  /// False, with a finding, where the element is from another namespace.
  mutating func isOurs(_ element: Element) -> Bool {
    if element.namespace == namespace { return true }
    report(
      GrammarFinding.foreignElement, element.nameOffset, element.name,
      arguments: ["namespace": Self.excerpt(element.namespace ?? "")])
    return false
  }

  /// Reports an element that has no place here, and gives the candidate that was probably meant.
  mutating func unknown(_ element: Element, rule: Int?, candidates: [String]) -> String? {
    let name = element.name
    var homes = grammar.parents(of: name)
    if TextMarkup.languageNames.contains(name) || TextMarkup.inlineNames.contains(name) {
      homes = candidates.filter { TextMarkup.languageNames.contains($0) }
      if homes.isEmpty { homes = candidates }
    }
    if !homes.isEmpty {
      let parent = rule.map { grammar.rules[$0].type } ?? ""
      report(
        GrammarFinding.misplacedElement, element.nameOffset, name,
        arguments: ["parent": parent, "words": homes.prefix(6).map { "<\($0)>" }.joined(separator: ", ")])
      return nil
    }
    var meant = Similarity.nearest(to: name, among: candidates)
    if let known = TextMarkup.fromHTML[name], candidates.contains(known) { meant = known }
    report(GrammarFinding.unknownElement, element.nameOffset, name, suggestion: meant)
    return meant
  }

  mutating func reportStray(_ run: TextRun) {
    let words = Lexical.trimmed(run.string)
    let offset = run.source.offset(ofByte: Lexical.range(of: words, in: run.string).lowerBound)
    report(GrammarFinding.strayText, offset, String(words))
  }

  /// An element that holds nothing: everything in it is out of place.
  mutating func refuseContent(of element: Element, rule: Int) {
    for node in element.children {
      switch node {
      case .text(let run): if !run.isBlank { reportStray(run) }
      case .element(let child): if isOurs(child) { _ = unknown(child, rule: rule, candidates: []) }
      }
    }
  }

  /// The one value that an element holds; nil where it has not its form.
  mutating func value(of element: Element, _ form: ValueForm, rule: Int) -> SourceText? {
    var runs: [TextRun] = []
    var isBroken = false
    for node in element.children {
      switch node {
      case .text(let run): runs.append(run)
      case .element(let child):
        isBroken = true
        if isOurs(child) { _ = unknown(child, rule: rule, candidates: []) }
      }
    }
    // With an element in it the value is not what was meant; that is reported already.
    guard !isBroken else { return nil }
    guard let run = runs.first else {
      let isFine = form.mistakes("").isEmpty
      if !isFine { report(GrammarFinding.emptyValue, element.nameOffset, length: element.name.count, "") }
      return isFine ? SourceText("", at: source.place(element.startTagEnd)) : nil
    }
    let mistakes = form.mistakes(run.string)
    for mistake in mistakes { report(mistake, in: run.string, from: run.source) }
    return mistakes.isEmpty ? source.sourceText(run.string, run.source) : nil
  }

  /// Values that must be one of a kind among brothers and sisters.
  private struct SiblingCodes {
    private var few: [(rule: Int, word: String, offset: Int)] = []
    private var many: [String: Int] = [:]

    /// The offset of the first brother of this rule with this word, or nil, and from then on this is the first.
    mutating func first(_ rule: Int, _ word: String, _ offset: Int) -> Int? {
      // Most lists are short, and comparing a few words is cheaper than hashing one.
      if few.count < 16 {
        if let known = few.first(where: { $0.rule == rule && $0.word == word }) { return known.offset }
        few.append((rule, word, offset))
        return nil
      }
      if many.isEmpty { for known in few { many["\(known.rule) \(known.word)"] = known.offset } }
      let key = "\(rule) \(word)"
      if let known = many[key] { return known }
      many[key] = offset
      return nil
    }
  }

  private mutating func isUnique(_ child: Piece, rule: Int, among codes: inout SiblingCodes) -> Bool {
    for unique in grammar.siblingAttributes(of: rule) {
      guard let attribute = child.attribute(unique.name) else { continue }
      let word = String(Lexical.trimmed(attribute.value))
      if let first = codes.first(rule, word, attribute.valueOffset) {
        report(
          unique.finding, attribute.source.offset(ofByte: 0), word,
          arguments: ["line": String(source.place(first).line)])
        return false
      }
    }
    return true
  }
}
