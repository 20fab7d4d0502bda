package import Datasets
import Expressions

/// The rows that a value is of: those at the same values of some dimensions, whatever the others are.
///
/// A dimension that is kept may be nil at the rows themselves ("not known", "doesn't apply"); one that isn't kept is
/// pooled over. The two are never the same cell.
package struct Cell: Sendable, Hashable {
  /// The dimensions that are kept.
  package let dimensions: Dimensions
  /// The values of the kept dimensions; nil at all others.
  package let coordinates: Coordinates

  /// The cell of a place, seen by these dimensions.
  package init(of place: Coordinates, keeping dimensions: Dimensions) {
    self.dimensions = dimensions
    coordinates = place.keeping(dimensions)
  }

  /// The wider cell that this one is a part of.
  ///
  /// `wider` may hold only what this cell keeps.
  package func pooled(to wider: Dimensions) -> Cell {
    Cell(of: coordinates, keeping: dimensions.intersection(wider))
  }
}

extension Coordinates {
  /// These coordinates with nil at every dimension that isn't kept, and without the person.
  package func keeping(_ dimensions: Dimensions) -> Coordinates {
    func kept<T>(_ dimension: Dimensions, _ value: T?) -> T? { dimensions.contains(dimension) ? value : nil }
    return Coordinates(
      school: kept(.school, school), year: kept(.year, year), period: kept(.period, period),
      activity: kept(.activity, activity), instrument: kept(.instrument, instrument),
      schoolClass: kept(.schoolClass, schoolClass), grade: kept(.grade, grade), subject: kept(.subject, subject),
      sex: kept(.sex, sex), language: kept(.language, language))
  }

  /// The dimensions at which something is given.
  package var given: Dimensions {
    var result: Dimensions = []
    if school != nil { result.insert(.school) }
    if year != nil { result.insert(.year) }
    if period != nil { result.insert(.period) }
    if activity != nil { result.insert(.activity) }
    if instrument != nil { result.insert(.instrument) }
    if schoolClass != nil { result.insert(.schoolClass) }
    if grade != nil { result.insert(.grade) }
    if subject != nil { result.insert(.subject) }
    if sex != nil { result.insert(.sex) }
    if language != nil { result.insert(.language) }
    return result
  }

  /// The value at a dimension as text; nil where there is none.
  package func text(at dimension: Dimension) -> String? {
    switch dimension {
    case .school: school?.text
    case .year: year?.text
    case .period: period?.text
    case .activity: activity?.text
    case .instrument: instrument?.text
    case .grade: grade.map { String($0) }
    case .schoolClass: schoolClass?.text
    case .sex: sex?.text
    case .language: language?.text
    case .subject: subject?.text
    }
  }
}
