import Datasets
package import Diagnostics
import Expressions
package import Instruments
import Texts
package import XML

/// Reads an instrument from Synak's own XML and finds every mistake in it, with its place.
package enum InstrumentReader {
  /// What came of a file.
  package struct Reading: Sendable {
    /// What could be understood. It is whole only where the findings have no errors; with errors it is good for finding
    /// more of them, and for nothing else. nil where the file is no instrument at all.
    package var instrument: Instrument?
    /// In the order of the file.
    package var findings: [Diagnostic]
    /// The text that places and the content hash refer to; nil where the bytes are no text.
    package var text: CanonicalText?
    /// What the checks that follow must know of the mistakes.
    package var trouble = ReadingTrouble.none
  }

  /// The names that an instrument's root may have.
  package static let roots = Method.allCases.map(\.rawValue)

  /// The most items that an instrument may have.
  package static let mostItems = 10_000

  /// Reads the bytes of a file. `file` is its name as the person gave it, for places.
  package static func read(_ bytes: [UInt8], file: String) -> Reading {
    do throws(XMLRefusal) {
      return read(try Document.read(bytes), file: file)
    } catch {
      let findings = error.problems.map { Diagnostic($0, file: file) }
      return Reading(instrument: nil, findings: findings, text: error.text)
    }
  }

  /// Reads a document that is XML already.
  package static func read(_ document: Document, file: String) -> Reading {
    let reading = GrammarReader.read(document, file: file, grammar: .synak, roots: roots)
    guard let root = reading.root, let method = Method(rawValue: root.name) else {
      return Reading(instrument: nil, findings: reading.findings, text: document.text)
    }
    var builder = InstrumentBuilder(reading)
    let instrument = builder.instrument(root, method)
    let findings = builder.findings.isEmpty ? reading.findings : (reading.findings + builder.findings).sortedByPlace
    return Reading(
      instrument: instrument, findings: findings, text: document.text,
      trouble: ReadingTrouble(of: instrument, from: document.root, hasErrors: findings.hasErrors))
  }
}

/// Makes an instrument of pieces that keep the grammar. What is still wrong are things that stand apart from one
/// another: lists that are named and don't exist, places of an order, points for nothing.
struct InstrumentBuilder {
  let reading: GrammarReader.Reading
  private(set) var findings: [Diagnostic] = []
  var lists: [String: ChoiceList] = [:]
  var keys: [ItemKey] = []
  var reversed: Set<Symbol> = []
  var feedback: [Symbol: [Feedback]] = [:]
  var specifications: [Symbol: Specification] = [:]
  private var items = 0
  /// Ids in small letters that are given or made up.
  private var taken: Set<String> = []
  /// How many ids were made up for elements of a name.
  private var made: [String: Int] = [:]

  init(_ reading: GrammarReader.Reading) { self.reading = reading }

  mutating func instrument(_ root: Piece, _ method: Method) -> Instrument {
    let choiceLists = root.children("choice-list").compactMap(\.choiceList)
    for list in choiceLists where lists[list.id.text] == nil { lists[list.id.text] = list }
    let sections = root.children("section").map { section($0) }
    if items == 0, !reading.findings.contains(where: Self.mayHideItems) {
      report(ContentFinding.noItems, at: root.place, found: root.name)
    }
    let inputs = root.children("input").map { input($0) }
    let booklets = booklets(root, sections)
    let bounded = bounded(sections, inputs)
    let pipes = reading.pipes.map { PipedReference(id: $0.id, owner: $0.owner.map { Symbol($0) }, place: $0.place) }
    var form = Form(
      id: root.symbol("id") ?? Symbol(""), version: root.word("version") ?? "", method: method,
      languages: reading.languages, title: root.first("title")?.text ?? Self.noText, subject: root.symbol("subject"),
      grades: grades(root), timeLimit: root.milliseconds("time-limit"), respondent: root.symbol("respondent"),
      observed: root.symbol("observed"), isAnonymous: root.flag("anonymous") ?? false,
      isOnePerCode: root.flag("one-per-code") ?? false, choiceLists: choiceLists, sections: bounded,
      pipedReferences: pipes, place: root.place)
    form.inputs = inputs
    form.shufflesSections = root.flag("shuffle-sections") ?? false
    form.booklets = booklets
    var scoring = ScoringRules(
      keys: keys, reversed: reversed, scales: root.children("scale").map { scale($0) },
      feeds: root.children("feeds").map { feed($0) })
    scoring.feedback = feedback
    scoring.calibration = root.first("calibration").map { calibration($0) }
    var instrument = Instrument(form: form, scoring: scoring, examples: root.children("example").map { example($0) })
    instrument.blueprint = blueprint(root)
    instrument.specifications = specifications
    return instrument
  }

  /// Where a text is missing, which is reported already.
  static let noText = LocalizedText(common: [])

  /// Whether an element that isn't understood may have been, or held, an item.
  private static func mayHideItems(_ finding: Diagnostic) -> Bool {
    let codes: [GrammarFinding] = [.unknownElement, .misplacedElement, .foreignElement]
    return codes.contains { $0.rawValue == finding.code }
  }

  mutating func report(
    _ finding: some Finding, at place: Place, found: String = "", suggestion: String? = nil,
    arguments: [String: String] = [:]
  ) {
    guard findings.count < GrammarReader.mostFindings else { return }
    findings.append(Diagnostic(finding, at: place, found: found, suggestion: suggestion, arguments: arguments))
  }

  private mutating func grades(_ root: Piece) -> ClosedRange<Int>? {
    let parts = (root.word("grades") ?? "").split(separator: "-").compactMap { Int($0) }
    guard let first = parts.first, let last = parts.last else { return nil }
    guard first <= last else {
      report(ContentFinding.gradesReversed, at: root.place(of: "grades"), found: root.word("grades") ?? "")
      return nil
    }
    return first...last
  }

  private mutating func section(_ piece: Piece) -> Section {
    let id = id(of: piece)
    var section = Section(
      id: id, title: piece.first("title")?.text, showIf: piece.sourceText("show-if"),
      isShuffled: piece.flag("shuffle") ?? false, pick: piece.whole("pick"),
      timeLimit: piece.milliseconds("time-limit"), blocks: [], place: piece.place)
    section.isFixed = piece.flag("fixed") ?? false
    section.stopRule = stopRule(piece)
    section.repetition = repetition(piece)
    section.adaptation = adaptation(piece)
    section.routes = routes(piece)
    for child in piece.children {
      guard let block = block(child) else { continue }
      section.blocks.append(block)
      if child.flag("fixed") == true { section.fixedBlocks.insert(block.id) }
    }
    return section
  }

  /// Counts an item; false where there are too many.
  mutating func countItem(_ piece: Piece) -> Bool {
    items += 1
    if items == InstrumentReader.mostItems + 1 {
      report(
        ContentFinding.tooManyItems, at: piece.place, arguments: ["limit": String(InstrumentReader.mostItems)])
    }
    return items <= InstrumentReader.mostItems
  }

  /// The id that is written, wrong or not, so that what refers to it isn't wrong too; else one that nothing else has.
  mutating func id(of piece: Piece) -> Symbol {
    if let attribute = piece.element.attribute("id") ?? piece.attribute("id") {
      let written = String(Lexical.trimmed(attribute.value))
      if !written.isEmpty, taken.insert(written.lowercased()).inserted { return Symbol(written) }
    }
    let kind = String(piece.name.map { $0 == "-" ? "_" : $0 })
    while true {
      made[kind, default: 0] += 1
      let id = "\(kind)_\(made[kind, default: 0])"
      if !reading.has(identifier: id), taken.insert(id).inserted { return Symbol(id) }
    }
  }
}
