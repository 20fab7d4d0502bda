package import Datasets
package import Diagnostics
package import Expressions
package import Texts

/// The delivery form of an instrument: all that a respondent or observer may see, and nothing of what is right.
package struct Form: Sendable, Hashable {
  package var id: Symbol
  package var version: String
  package var method: Method
  package var languages: [Language]
  package var title: LocalizedText
  /// The school subject that it measures.
  package var subject: Symbol?
  /// The grades that it is made for.
  package var grades: ClosedRange<Int>?
  /// How long a session may run, in milliseconds of session time.
  package var timeLimit: Int64?
  /// Who answers: `pupil`, `parent`, `observer`.
  package var respondent: Symbol?
  /// What is observed: `lesson`.
  package var observed: Symbol?
  package var isAnonymous: Bool
  /// One submission for each access code.
  package var isOnePerCode: Bool
  package var choiceLists: [ChoiceList]
  /// What is known of the respondent from the start.
  package var inputs: [InputField] = []
  package var sections: [Section]
  /// Sections in an order drawn for each session, those that are fixed aside.
  package var shufflesSections = false
  /// Where a session gets some of the sections only.
  package var booklets: Booklets?
  /// Ids that texts show in braces, with their places.
  package var pipedReferences: [PipedReference]
  package var place: Place

  package init(
    id: Symbol, version: String, method: Method, languages: [Language], title: LocalizedText, subject: Symbol? = nil,
    grades: ClosedRange<Int>? = nil, timeLimit: Int64? = nil, respondent: Symbol? = nil, observed: Symbol? = nil,
    isAnonymous: Bool = false, isOnePerCode: Bool = false, choiceLists: [ChoiceList] = [], sections: [Section],
    pipedReferences: [PipedReference] = [], place: Place
  ) {
    self.id = id
    self.version = version
    self.method = method
    self.languages = languages
    self.title = title
    self.subject = subject
    self.grades = grades
    self.timeLimit = timeLimit
    self.respondent = respondent
    self.observed = observed
    self.isAnonymous = isAnonymous
    self.isOnePerCode = isOnePerCode
    self.choiceLists = choiceLists
    self.sections = sections
    self.pipedReferences = pipedReferences
    self.place = place
  }
}

/// `{grade}` in a text: which answer is shown, in a text of which element.
package struct PipedReference: Sendable, Hashable {
  package var id: String
  /// The element whose text it is; nil in titles of the instrument.
  package var owner: Symbol?
  package var place: Place

  package init(id: String, owner: Symbol?, place: Place) {
    self.id = id
    self.owner = owner
    self.place = place
  }
}

/// A part of a form: blocks shown in order, together hidden or shown.
package struct Section: Sendable, Hashable {
  package var id: Symbol
  package var title: LocalizedText?
  package var showIf: SourceText?
  /// Blocks in an order drawn for each session.
  package var isShuffled: Bool
  /// Blocks that keep their places while the others are shuffled.
  package var fixedBlocks: Set<Symbol> = []
  /// The section keeps its place while the others are shuffled.
  package var isFixed = false
  /// How many of the blocks are drawn for each session; nil for all.
  package var pick: Int?
  package var timeLimit: Int64?
  /// When the rest of the section isn't asked any more.
  package var stopRule: StopRule?
  /// How often it is asked; nil for once.
  package var repetition: Repetition?
  /// Which occurrence this is, where a repeated section is written out.
  package var occurrence: SectionOccurrence?
  /// How its questions are chosen one by one; nil where all are asked, or as they are drawn.
  package var adaptation: Adaptation?
  /// Where the way leads behind it, from the lowest border up; empty where it leads on.
  package var routes: [Route] = []
  package var blocks: [Block]
  package var place: Place

  package init(
    id: Symbol, title: LocalizedText? = nil, showIf: SourceText? = nil, isShuffled: Bool = false, pick: Int? = nil,
    timeLimit: Int64? = nil, blocks: [Block], place: Place
  ) {
    self.id = id
    self.title = title
    self.showIf = showIf
    self.isShuffled = isShuffled
    self.pick = pick
    self.timeLimit = timeLimit
    self.blocks = blocks
    self.place = place
  }
}
