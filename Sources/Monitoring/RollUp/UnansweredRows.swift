package import Datasets
package import Expressions

/// The rows of those who were asked and gave nothing: without them a response rate is always 100 %.
///
/// The register supplies them by name, the issued codes of an anonymous survey as counts.
package struct Expected: Sendable, Hashable {
  /// Where their rows would stand. The person is given where answers have names, nil where they have none.
  package var coordinates: Coordinates
  /// How many are expected there; 1 for a person.
  package var count: Int

  package init(coordinates: Coordinates, count: Int = 1) {
    self.coordinates = coordinates
    self.count = count
  }
}

extension FactTable {
  /// These facts and a blank row for everyone expected who has none: every field missing for the given reason.
  ///
  /// Persons are matched by pseudonym at the same place, counts place by place: invited less answered.
  package func completed(by expected: [Expected], reason: Missing.Reason = .unanswered) -> FactTable {
    var result = self
    var present: [PersonAtPlace: Bool] = [:]
    var answered = [Int](repeating: 0, count: places.count)
    for row in 0..<count {
      answered[Int(place[row])] += copies.isEmpty ? 1 : Int(copies[row])
      if person[row] >= 0 { present[PersonAtPlace(place: place[row], person: person[row])] = true }
    }
    let blank = dataset.fields.map { field in field.blank(for: reason) }
    for one in expected where one.count > 0 {
      let place = result.place(one.coordinates)
      if one.coordinates.person != nil {
        let person = result.person(one.coordinates.person)
        let key = PersonAtPlace(place: place, person: person)
        guard present[key] == nil else { continue }
        present[key] = true
        result.append(place: place, person: person, values: blank)
      } else {
        let missing = one.count - (answered.indices.contains(Int(place)) ? answered[Int(place)] : 0)
        guard missing > 0, let copies = Int32(exactly: missing) else { continue }
        result.append(place: place, values: blank, copies: copies)
      }
    }
    return result
  }

  private struct PersonAtPlace: Hashable {
    var place: Int32
    var person: Int32
  }
}

extension Field {
  /// The value of a field in which nothing stands for `reason`: the list's own code for it, where it has one.
  func blank(for reason: Missing.Reason) -> Value {
    if case .choice(let codes) = kind, let code = codes.codes.first(where: { $0.missing == reason }) {
      return .missing(Missing(reason, code: code.symbol))
    }
    return .missing(Missing(reason))
  }
}
