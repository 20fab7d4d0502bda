package import Datasets
package import Diagnostics
package import Expressions
package import Texts

/// What asks for one answer.
package struct Item: Sendable, Hashable {
  package var id: Symbol
  package var prompt: LocalizedText
  package var hint: LocalizedText?
  package var kind: Kind
  package var showIf: SourceText?
  package var required: Requirement
  package var checks: [AnswerCheck]
  package var timeLimit: Int64?
  package var place: Place

  package init(
    id: Symbol, prompt: LocalizedText, hint: LocalizedText? = nil, kind: Kind, showIf: SourceText? = nil,
    required: Requirement = .no, checks: [AnswerCheck] = [], timeLimit: Int64? = nil, place: Place
  ) {
    self.id = id
    self.prompt = prompt
    self.hint = hint
    self.kind = kind
    self.showIf = showIf
    self.required = required
    self.checks = checks
    self.timeLimit = timeLimit
    self.place = place
  }

  /// Whether an answer must be given before going on.
  package enum Requirement: Sendable, Hashable {
    case no, yes
    case when(SourceText)
  }

  /// What is asked, and what answers it takes.
  ///
  /// Indirect, since checks and sessions hand items around a lot, and a list of options has many parts.
  package indirect enum Kind: Sendable, Hashable {
    case choose(Choices)
    case chooseMany(Choices, atLeast: Int?, atMost: Int?)
    case number(NumberForm)
    case text(TextForm)
    case order(Choices)
    /// A criterion of a rubric: described levels, each worth its points.
    case criterion([Descriptor])
    /// How often something was seen: counted up by a key.
    case tally
    /// What was seen every so often: an answer of the list a time.
    case timeSample(every: Int64, Choices)
    case date(DateForm)
    /// A text that a person judges afterwards.
    case essay(EssayForm)
    /// Pairs to be joined.
    case match(MatchForm)
    /// Cells read aloud against the clock.
    case timedGrid(TimedGridForm)
  }
}

/// The options of an item: its own, or a list shared by name.
package struct Choices: Sendable, Hashable {
  package var options: [Option]
  /// The list that the options were taken from.
  package var list: Symbol?
  /// Options in an order drawn for each session.
  package var isShuffled: Bool
  /// The question whose answer says which options are there: those that belong under it.
  package var filter: Filter?

  package struct Filter: Sendable, Hashable {
    package var item: Symbol
    package var place: Place

    package init(item: Symbol, place: Place) {
      self.item = item
      self.place = place
    }
  }

  package init(options: [Option], list: Symbol? = nil, isShuffled: Bool = false, filter: Filter? = nil) {
    self.options = options
    self.list = list
    self.isShuffled = isShuffled
    self.filter = filter
  }
}

/// What a number may be.
package struct NumberForm: Sendable, Hashable {
  package var minimum: Decimal64?
  package var maximum: Decimal64?
  package var isWhole: Bool
  package var unit: LocalizedText?

  package init(minimum: Decimal64? = nil, maximum: Decimal64? = nil, isWhole: Bool = false, unit: LocalizedText? = nil)
  {
    self.minimum = minimum
    self.maximum = maximum
    self.isWhole = isWhole
    self.unit = unit
  }
}

/// How a text is asked for.
package struct TextForm: Sendable, Hashable {
  /// Lines shown to write in.
  package var lines: Int
  /// The longest answer, in characters.
  package var maximumLength: Int
  /// What the whole text must look like; nil where it may be anything.
  package var pattern: TextPattern?

  package static let defaultLength = 2_000

  package init(lines: Int = 1, maximumLength: Int = TextForm.defaultLength, pattern: TextPattern? = nil) {
    self.lines = lines
    self.maximumLength = maximumLength
    self.pattern = pattern
  }
}

/// What a text must look like: a regular expression whose time grows with the text alone.
package struct TextPattern: Sendable, Hashable {
  package var source: SourceText
  package var pattern: Pattern
  /// What is said where a text doesn't look like it; nil for the program's own words.
  package var message: LocalizedText?

  package init(source: SourceText, pattern: Pattern, message: LocalizedText? = nil) {
    self.source = source
    self.pattern = pattern
    self.message = message
  }
}

/// A described level of a criterion. Its code is its points as written.
package struct Descriptor: Sendable, Hashable {
  package var points: Decimal64
  package var text: LocalizedText
  package var place: Place

  package init(points: Decimal64, text: LocalizedText, place: Place) {
    self.points = points
    self.text = text
    self.place = place
  }
}

/// A rule that an answer must keep, or that asks back where it doesn't.
package struct AnswerCheck: Sendable, Hashable {
  package enum Otherwise: String, Sendable, Hashable, CaseIterable {
    /// The answer isn't taken.
    case refuse
    /// The respondent is asked once and may confirm.
    case ask
  }

  package var that: SourceText
  package var otherwise: Otherwise
  package var message: LocalizedText
  package var place: Place

  package init(that: SourceText, otherwise: Otherwise, message: LocalizedText, place: Place) {
    self.that = that
    self.otherwise = otherwise
    self.message = message
    self.place = place
  }
}

extension Item.Kind {
  /// The element that an item of the kind is written as.
  package var elementName: String {
    switch self {
    case .choose: "choose"
    case .chooseMany: "choose-many"
    case .number: "number"
    case .text: "text"
    case .order: "order"
    case .criterion: "criterion"
    case .tally: "tally"
    case .timeSample: "time-sample"
    case .timedGrid: "timed-grid"
    case .date: "date"
    case .essay: "essay"
    case .match: "match"
    }
  }
}
