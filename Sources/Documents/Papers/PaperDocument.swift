package import Expressions
import Instruments
import Texts

/// The paper itself: what a pupil, a parent, an observer or an expert gets into their hands.
package struct PaperDocument {
  package enum Manner: Sendable, Hashable {
    /// Letters in the marks and points at the questions: a test, answered here or on a sheet.
    case paper
    /// Empty marks, and the way through in words: a questionnaire, an observation, an assessment.
    case form
  }

  let paper: Paper
  let manner: Manner
  let wording: Wording
  let language: Language
  let words: PaperWords

  /// `wording` says what conditions name; questions get their numbers before their words.
  package init(_ paper: Paper, as manner: Manner, wording: Wording) {
    self.paper = paper
    self.manner = manner
    language = paper.language
    words = PaperWords(language: paper.language)
    var numbered = wording
    numbered.name = { slot in
      paper.label(ofSlot: slot).map { "\($0). \(wording.name(slot))" } ?? wording.name(slot)
    }
    self.wording = numbered
  }

  package var document: PrintedDocument {
    var document = PrintedDocument(paper, named: nil)
    document.blocks = opening
    var lastSection: Symbol?
    var passages = PassagePlaces(paper)
    for index in paper.entries.indices {
      let entry = paper.entries[index]
      if entry.section.section.id != lastSection {
        lastSection = entry.section.section.id
        document.blocks += heading(of: entry.section)
      }
      for passage in passages.take(before: index) { document.blocks.append(block(of: passage)) }
      document.blocks += blocks(of: entry, at: index)
    }
    return document
  }

  // MARK: Before the questions

  private var form: Form { paper.delivery.form }

  private var opening: [PrintBlock] {
    var blocks: [PrintBlock] = [.heading(1, [.words(form.title.version(in: language).filled())])]
    let variant = paper.variant.map { language.say(.variant, ["n": String($0)]) }
    if let variant { blocks.append(.paragraph([.strong(variant)])) }
    let fields = self.fields
    if !fields.isEmpty { blocks.append(.paragraph(fields, .fields)) }
    let facts = self.facts
    if !facts.isEmpty { blocks.append(.text(facts.joined(separator: " "))) }
    let advice = self.advice
    if !advice.isEmpty { blocks.append(.text(advice.joined(separator: " "), .note)) }
    return blocks
  }

  /// Who, where and when, to be filled in; nothing that would tell who answers an anonymous form.
  private var fields: [Run] {
    var fields: [(String, Int)] = []
    switch form.method {
    case .test: fields = [(language.say(.name), 34), (language.say(.schoolClass), 6), (language.say(.date), 12)]
    case .questionnaire: fields = []
    case .observation:
      fields = [
        (language.say(.teacher), 26), (language.say(.schoolClass), 6), (language.say(.subject), 16),
        (language.say(.observer), 26), (language.say(.date), 12),
      ]
    case .expertAssessment:
      fields = [(language.say(.assessed), 30), (language.say(.expert), 26), (language.say(.date), 12)]
    }
    if form.isAnonymous { fields = [] }
    // A class says its grade.
    let told = fields.isEmpty ? [] : ["class", "name", "grade"]
    let inputs = form.inputs.filter { !told.contains($0.id.text) }
    fields += inputs.map { ($0.title.plain(in: language), 10) }
    return fields.flatMap { [Run.text("\($0.0):\u{A0}"), .mark(.blank($0.1)), .text("  ")] }
  }

  private var facts: [String] {
    var facts: [String] = []
    if form.isAnonymous { facts.append(language.say(.anonymous)) }
    if manner == .paper {
      if let limit = form.timeLimit { facts.append(language.say(.time, ["time": words.time(limit)])) }
      let count = paper.entries.count { $0.number != nil }
      facts.append(language.say(.count, ["n": String(count)]))
      if let total = paper.totalPoints { facts.append(language.say(.total, ["points": words.points(total)])) }
    }
    return facts
  }

  /// How each kind of mark that occurs is to be used.
  private var advice: [String] {
    var kinds: Set<PaperPhrase> = []
    for question in paper.questions {
      switch question.item.item.kind {
      case .choose: kinds.insert(manner == .paper ? .tellOne : .tellFormOne)
      case .chooseMany: kinds.insert(manner == .paper ? .tellMany : .tellFormMany)
      case .order: kinds.insert(.tellOrder)
      case .match: kinds.insert(.tellMatch)
      case .number where manner == .paper: kinds.insert(.tellNumber)
      case .number, .text, .criterion, .tally, .timeSample, .date, .essay, .timedGrid: break
      }
    }
    if manner == .form {
      if paper.entries.indices.contains(where: { !Skips(paper: paper).targets(after: $0).isEmpty }) {
        kinds.insert(.tellSkip)
      }
      if paper.questions.contains(where: { $0.item.item.required == .yes }) { kinds.insert(.tellRequired) }
    }
    return PaperPhrase.allCases.filter(kinds.contains).map { language.say($0) }
  }

  private func heading(of section: DeliverySection) -> [PrintBlock] {
    var blocks: [PrintBlock] = []
    if let title = section.section.title { blocks.append(.heading(2, [.words(title.version(in: language).filled())])) }
    if let condition = section.showIf { blocks.append(routing(.fillIf, condition)) }
    if section.section.adaptation != nil { blocks.append(.text(language.say(.adaptivePart), .note)) }
    if paper.delivery.form.routed.contains(section.section.id) {
      blocks.append(.text(language.say(.routedPart), .note))
    }
    if let limit = section.section.timeLimit {
      blocks.append(.text(language.say(.sectionTime, ["time": words.time(limit)]), .note))
    }
    return blocks
  }

  func routing(_ phrase: PaperPhrase, _ condition: Formula) -> PrintBlock {
    .text(
      Capitalized.text(language.say(phrase, ["condition": condition.describeCondition(in: language, wording)])),
      .routing)
  }

  private func block(of passage: Passage) -> PrintBlock {
    var blocks: [PrintBlock] = []
    let range = paper.range(of: PassagePlaces.items(of: passage, in: paper))
    if manner == .paper, !range.isEmpty {
      blocks.append(.paragraph([.strong(language.say(.forQuestions, ["range": range]))]))
    }
    return .passage(blocks + AuthorsWords.blocks(passage.text.version(in: language)))
  }

  // MARK: Entries

  private func blocks(of entry: Paper.Entry, at index: Int) -> [PrintBlock] {
    var blocks: [PrintBlock] = []
    guard let number = entry.number else {
      guard case .note(let passage) = entry.element.block else { return [] }
      if let condition = entry.element.showIf { blocks.append(routing(.readIf, condition)) }
      return blocks + AuthorsWords.blocks(passage.text.version(in: language))
    }
    if let condition = entry.element.showIf { blocks.append(routing(.answerIf, condition)) }
    blocks += content(of: entry, at: index)
    let points = manner == .paper ? paper.points(of: entry).map(words.points) : nil
    return [.numbered("\(number).", remark: points, blocks)]
  }
}

/// Where passages stand on paper: before the first question that they belong to, wherever chance put that.
struct PassagePlaces {
  private var places: [Int: [Passage]] = [:]

  init(_ paper: Paper) {
    for (index, entry) in paper.entries.enumerated() {
      guard case .stimulus(let passage) = entry.element.block else { continue }
      let items = Self.items(of: passage, in: paper)
      let first = paper.entries.firstIndex { $0.questions.contains { items.contains($0.item.item.id) } }
      places[first ?? index, default: []].append(passage)
    }
  }

  mutating func take(before index: Int) -> [Passage] { places.removeValue(forKey: index) ?? [] }

  /// The items that a passage names, or all that follow it in its section as it was written.
  static func items(of passage: Passage, in paper: Paper) -> Set<Symbol> {
    var named: Set<Symbol> = []
    for section in paper.delivery.sections {
      guard let own = section.elements.firstIndex(where: { $0.block.id == passage.id }) else { continue }
      for (index, element) in section.elements.enumerated() {
        let isNamed = passage.items.contains(element.block.id)
        for item in element.items
        where isNamed || passage.items.contains(item.item.id) || (passage.items.isEmpty && index > own) {
          named.insert(item.item.id)
        }
      }
    }
    return named
  }
}

extension PrintedDocument {
  /// A document about a paper, titled by it and, where it isn't the paper itself, by what it is.
  init(_ paper: Paper, named name: String?) {
    let form = paper.delivery.form
    let title = form.title.plain(in: paper.language)
    let variant = paper.variant.map { paper.language.say(.variant, ["n": String($0)]) }
    self.init(
      title: [name, title].compactMap { $0 }.joined(separator: ": "), language: paper.language,
      footer: (["\(form.id) \(form.version)"] + [variant, name].compactMap { $0 }).joined(separator: ", "))
  }
}

/// Sentences that begin with a condition, which is said in small letters elsewhere.
enum Capitalized {
  static func text(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }
}

extension [Inline] {
  /// With blanks for the answers that it shows.
  func filled() -> [Inline] { map { $0.filled { _ in "______" } } }
}
