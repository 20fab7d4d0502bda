/// One of the coordinates by which facts are grouped into cells. The person isn't one: no cell is a single pupil.
package enum Dimension: String, Sendable, Hashable, CaseIterable {
  case school, year, period, activity
  case instrument
  case grade
  case schoolClass = "class"
  case sex
  case language = "lang"
  case subject
}

/// A set of coordinates.
package struct Dimensions: OptionSet, Sendable, Hashable {
  package let rawValue: UInt16

  package init(rawValue: UInt16) { self.rawValue = rawValue }

  package init(_ dimension: Dimension) {
    switch dimension {
    case .school: self = .school
    case .year: self = .year
    case .period: self = .period
    case .activity: self = .activity
    case .instrument: self = .instrument
    case .grade: self = .grade
    case .schoolClass: self = .schoolClass
    case .sex: self = .sex
    case .language: self = .language
    case .subject: self = .subject
    }
  }

  package static let school = Dimensions(rawValue: 1 << 0)
  package static let year = Dimensions(rawValue: 1 << 1)
  package static let period = Dimensions(rawValue: 1 << 2)
  package static let activity = Dimensions(rawValue: 1 << 3)
  package static let instrument = Dimensions(rawValue: 1 << 4)
  package static let grade = Dimensions(rawValue: 1 << 5)
  package static let schoolClass = Dimensions(rawValue: 1 << 6)
  package static let sex = Dimensions(rawValue: 1 << 7)
  package static let language = Dimensions(rawValue: 1 << 8)
  package static let subject = Dimensions(rawValue: 1 << 9)

  package static let all = Dimensions(rawValue: (1 << 10) - 1)

  /// Those in which one person's rows may stand at several values: a pupil has marks in many subjects and periods, but is
  /// in one class.
  package static let crossing: Dimensions = [.year, .period, .activity, .instrument, .subject]

  /// The dimensions in the set, in the order of `Dimension`.
  package var members: [Dimension] { Dimension.allCases.filter { contains(Dimensions($0)) } }
}
