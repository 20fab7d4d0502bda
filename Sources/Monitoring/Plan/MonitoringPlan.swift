package import Diagnostics
package import Expressions
package import Texts

/// What is monitored in a year, when, by whom and with what: the plan and cyclogram that the head approves by an order
/// (regulation 3.1), as written.
package struct MonitoringPlan: Sendable, Hashable {
  /// The raw values are what authors write.
  package enum Cycle: String, Sendable, Hashable, CaseIterable {
    case year
    case halfYear = "half-year"
  }

  package enum State: String, Sendable, Hashable, CaseIterable { case draft, agreed, approved, closed, archived }

  package var id: Symbol
  package var version: String
  package var languages: [Language]
  package var title: LocalizedText
  /// The school year: `2025-2026`.
  package var year: Reference
  package var cycle: Cycle
  /// The set of indicators that it uses: `negizgi/2025.1`.
  package var indicators: Reference
  package var state: State
  package var school: School
  package var orders: [Order]
  package var periods: [Period]
  package var roles: [Role]
  package var directions: [MonitoringDirection]
  package var objects: [MonitoringObject]
  package var activities: [Activity]
  package var disclosures: [Disclosure]
  package var place: Place

  package init(
    id: Symbol, version: String, languages: [Language], title: LocalizedText, year: Reference, cycle: Cycle,
    indicators: Reference, state: State, school: School, orders: [Order] = [], periods: [Period] = [],
    roles: [Role] = [], directions: [MonitoringDirection] = [], objects: [MonitoringObject] = [],
    activities: [Activity] = [], disclosures: [Disclosure] = [], place: Place
  ) {
    self.id = id
    self.version = version
    self.languages = languages
    self.title = title
    self.year = year
    self.cycle = cycle
    self.indicators = indicators
    self.state = state
    self.school = school
    self.orders = orders
    self.periods = periods
    self.roles = roles
    self.directions = directions
    self.objects = objects
    self.activities = activities
    self.disclosures = disclosures
    self.place = place
  }

  /// The period with this id.
  package func period(_ id: String) -> Period? { periods.first { $0.id.text == id } }

  /// What stands before each period in the same year, by dates: the previous of `q2` is `q1`, among periods inside the
  /// same one.
  package var periodsBefore: [Symbol: Symbol] {
    var result: [Symbol: Symbol] = [:]
    for period in periods {
      let before = periods.filter { $0.parent?.text == period.parent?.text && $0.to < period.from }
      result[period.id] = before.max { $0.to < $1.to }?.id
    }
    return result
  }
}

/// The name of something that stands elsewhere, as written, with its place.
package struct Reference: Sendable, Hashable {
  package var text: String
  package var place: Place

  package init(_ text: String, at place: Place) {
    self.text = text
    self.place = place
  }
}

package struct School: Sendable, Hashable {
  package var id: Symbol
  package var name: LocalizedText

  package init(id: Symbol, name: LocalizedText) {
    self.id = id
    self.name = name
  }
}

/// A numbered order of the head: plans are approved and amended by orders only (3.1, 3.4).
package struct Order: Sendable, Hashable {
  package enum Kind: String, Sendable, Hashable, CaseIterable {
    case approvePlan = "approve-plan"
    case amendPlan = "amend-plan"
    case appoint
    case decide
  }

  package var number: String
  package var date: CalendarDate
  package var kind: Kind
  package var signedBy: Reference
  package var text: LocalizedText
  package var place: Place

  package init(
    number: String, date: CalendarDate, kind: Kind, signedBy: Reference, text: LocalizedText, place: Place
  ) {
    self.number = number
    self.date = date
    self.kind = kind
    self.signedBy = signedBy
    self.text = text
    self.place = place
  }
}

/// A stretch of the school year, dated by order: quarters are unequal.
package struct Period: Sendable, Hashable {
  package var id: Symbol
  /// The period that it lies in.
  package var parent: Reference?
  package var from: CalendarDate
  /// The last day.
  package var to: CalendarDate
  package var name: LocalizedText
  package var place: Place

  package init(
    id: Symbol, parent: Reference? = nil, from: CalendarDate, to: CalendarDate, name: LocalizedText, place: Place
  ) {
    self.id = id
    self.parent = parent
    self.from = from
    self.to = to
    self.name = name
    self.place = place
  }
}

/// Who is responsible (3.4).
package struct Role: Sendable, Hashable {
  package var id: Symbol
  /// A pseudonym of the register; nil where it is everybody of that kind (`*`).
  package var person: Symbol?
  package var name: LocalizedText
  package var place: Place

  package init(id: Symbol, person: Symbol?, name: LocalizedText, place: Place) {
    self.id = id
    self.person = person
    self.name = name
    self.place = place
  }
}

/// Which cells an audience may see.
package struct Disclosure: Sendable, Hashable {
  package var audiences: [Reference]
  package var least: Int
  package var hidesComplements: Bool
  package var place: Place

  package init(audiences: [Reference], least: Int, hidesComplements: Bool, place: Place) {
    self.audiences = audiences
    self.least = least
    self.hidesComplements = hidesComplements
    self.place = place
  }
}

extension MonitoringPlan {
  /// The rule for an audience; nil where the plan has none.
  package func disclosure(for audience: String) -> DisclosureRule? {
    disclosures.first { $0.audiences.contains { $0.text == audience } }.map {
      DisclosureRule(audience: audience, least: $0.least, hidesComplements: $0.hidesComplements)
    }
  }
}
