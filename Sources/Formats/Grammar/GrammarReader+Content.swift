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

  mutating func content(of piece: inout Piece, rule: Int, _ particles: [Particle], owner: String?) {
    var sequence = Sequence(count: particles.count)
    var texts = TextVersions(element: piece.element)
    var codes = SiblingCodes()
    var hasStrayText = false
    for node in piece.element.children {
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
          if isWelcome, isUnique(child, rule: index, among: &codes) { piece.children.append(child) }
        }
      }
    }
    piece.text = finish(texts)
    for (position, particle) in particles.enumerated() where sequence.counts[position] < particle.least {
      let element = piece.element
      if !particle.isText {
        let names = particle.children.map(\.name).joined(separator: ">, <")
        report(GrammarFinding.missingElement, element.nameOffset, element.name, arguments: ["missing": names])
      } else if !hasStrayText {
        report(GrammarFinding.missingText, element.nameOffset, element.name)
      }
    }
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
    if let place = grammar.place(of: name, in: rule) {
      return .child(particle: place.particle, rule: place.rule, name: name)
    }
    guard let language = Language(rawValue: name), let particle = particles.firstIndex(where: \.isText) else {
      return nil
    }
    return .language(particle: particle, language)
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

  /// Values that must be one of a kind among brothers and sisters, by their rules, with the offset of the first.
  private struct SiblingCodes {
    var seen: [Int: [String: Int]] = [:]
  }

  private mutating func isUnique(_ child: Piece, rule: Int, among codes: inout SiblingCodes) -> Bool {
    for unique in grammar.siblingAttributes(of: rule) {
      guard let attribute = child.attribute(unique.name) else { continue }
      let word = String(Lexical.trimmed(attribute.value))
      if let first = codes.seen[rule]?[word] {
        report(
          unique.finding, attribute.source.offset(ofByte: 0), word,
          arguments: ["line": String(source.place(first).line)])
        return false
      }
      codes.seen[rule, default: [:]][word] = attribute.valueOffset
    }
    return true
  }
}
