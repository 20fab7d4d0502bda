package import Diagnostics
package import Expressions
package import Texts

/// One thing that the cyclogram plans: what is monitored, when, with what, by whom, and which documents come of it.
package struct Activity: Sendable, Hashable {
  /// The types of monitoring that every plan has (6.1), and others.
  package enum Kind: String, Sendable, Hashable, CaseIterable {
    case primaryBasics = "primary-basics"
    case attestation9 = "attestation-9"
    case attestation11 = "attestation-11"
    case subjectAttainment = "subject-attainment"
    case leadershipObservation = "leadership-observation"
    case topicControl = "topic-control"
    case conditions
    case other

    /// Whether a plan must have one (6.1).
    package var isObligatory: Bool { self != .conditions && self != .other }
  }

  /// 3.2
  package enum Form: String, Sendable, Hashable, CaseIterable { case continuous, periodic }

  /// 5
  package enum Method: String, Sendable, Hashable, CaseIterable {
    case expert, test, questionnaire, rating, analysis, observation, interview
  }

  package var id: Symbol
  package var kind: Kind
  package var form: Form
  package var aspect: Indicator.Aspect
  package var object: Reference
  package var methods: [Method]
  /// The instrument's id and version: `math-4-diagnostic/1.0`.
  package var instrument: Reference?
  package var direction: Reference?
  package var isAnonymous: Bool
  package var name: LocalizedText
  package var windows: [Window]
  package var collects: Reference
  package var analyses: Reference
  package var approves: Reference
  package var sample: Sample?
  package var indicators: [IndicatorUse]
  package var documents: [PlannedDocument]
  package var audience: [Reference]
  package var place: Place

  package init(
    id: Symbol, kind: Kind, form: Form, aspect: Indicator.Aspect, object: Reference, methods: [Method],
    instrument: Reference? = nil, direction: Reference? = nil, isAnonymous: Bool = false, name: LocalizedText,
    windows: [Window], collects: Reference, analyses: Reference, approves: Reference, sample: Sample? = nil,
    indicators: [IndicatorUse] = [], documents: [PlannedDocument] = [], audience: [Reference] = [], place: Place
  ) {
    self.id = id
    self.kind = kind
    self.form = form
    self.aspect = aspect
    self.object = object
    self.methods = methods
    self.instrument = instrument
    self.direction = direction
    self.isAnonymous = isAnonymous
    self.name = name
    self.windows = windows
    self.collects = collects
    self.analyses = analyses
    self.approves = approves
    self.sample = sample
    self.indicators = indicators
    self.documents = documents
    self.audience = audience
    self.place = place
  }
}

/// When an activity takes place: a period, or some days of it.
package struct Window: Sendable, Hashable {
  package var period: Reference
  package var from: CalendarDate?
  /// The last day.
  package var to: CalendarDate?
  package var place: Place

  package init(period: Reference, from: CalendarDate? = nil, to: CalendarDate? = nil, place: Place) {
    self.period = period
    self.from = from
    self.to = to
    self.place = place
  }
}

/// How many are observed: at least so many of a unit for each of another, a share of them twice.
package struct Sample: Sendable, Hashable {
  package var unit: Symbol
  package var per: Symbol?
  package var atLeast: Int
  /// The share that two observers see, 0…1.
  package var doubled: Decimal64?

  package init(unit: Symbol, per: Symbol? = nil, atLeast: Int, doubled: Decimal64? = nil) {
    self.unit = unit
    self.per = per
    self.atLeast = atLeast
    self.doubled = doubled
  }
}

/// An indicator that an activity feeds, in a grade or in all.
package struct IndicatorUse: Sendable, Hashable {
  package var indicator: Reference
  package var grade: Int?

  package init(indicator: Reference, grade: Int? = nil) {
    self.indicator = indicator
    self.grade = grade
  }
}

/// A document that comes of an activity (6.2).
package struct PlannedDocument: Sendable, Hashable {
  package enum Due: Sendable, Hashable {
    /// So many days after the last day of a window.
    case days(Int)
    case on(CalendarDate)
  }

  package enum Kind: String, Sendable, Hashable, CaseIterable {
    case analyticNote = "analytic-note"
    case classReport = "class-report"
    case lessonAnalysis = "lesson-analysis"
    case councilReport = "council-report"
    case parentLetter = "parent-letter"
  }

  package var kind: Kind
  package var due: Due
  package var place: Place

  package init(kind: Kind, due: Due, place: Place) {
    self.kind = kind
    self.due = due
    self.place = place
  }
}

/// What is monitored, and why (4.1).
package struct MonitoringObject: Sendable, Hashable {
  package enum Kind: String, Sendable, Hashable, CaseIterable { case pupils, lessons, topic, parents, staff, other }

  package var id: Symbol
  package var kind: Kind
  package var grades: ClosedRange<Int>?
  package var name: LocalizedText
  package var why: LocalizedText
  package var place: Place

  package init(
    id: Symbol, kind: Kind, grades: ClosedRange<Int>? = nil, name: LocalizedText, why: LocalizedText, place: Place
  ) {
    self.id = id
    self.kind = kind
    self.grades = grades
    self.name = name
    self.why = why
    self.place = place
  }
}

/// Where the school wants to get better, drawn from last year's evidence (2.4).
package struct MonitoringDirection: Sendable, Hashable {
  package var id: Symbol
  package var aspect: Indicator.Aspect
  package var name: LocalizedText
  package var evidence: [Evidence]
  package var place: Place

  package init(id: Symbol, aspect: Indicator.Aspect, name: LocalizedText, evidence: [Evidence], place: Place) {
    self.id = id
    self.aspect = aspect
    self.name = name
    self.evidence = evidence
    self.place = place
  }
}

/// The value of an indicator that a direction cites.
package struct Evidence: Sendable, Hashable {
  package var indicator: Reference
  /// The school year that it is of.
  package var year: Reference
  package var scope: Target.Scope
  package var grade: Int?
  package var subject: Symbol?
  package var value: Decimal64
  package var place: Place

  package init(
    indicator: Reference, year: Reference, scope: Target.Scope, grade: Int? = nil, subject: Symbol? = nil,
    value: Decimal64, place: Place
  ) {
    self.indicator = indicator
    self.year = year
    self.scope = scope
    self.grade = grade
    self.subject = subject
    self.value = value
    self.place = place
  }
}
