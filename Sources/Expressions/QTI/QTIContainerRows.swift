/// QTI's operators of containers, as rows of the function table.
extension Function {
  static let qtiContainers: [Function] = [
    .qti("multiple", seesMissing: true, .many { gathered(.multiple, $0) }),
    .qti("ordered", seesMissing: true, .many { gathered(.ordered, $0) }),
    // Nothing holds no values.
    .qti(
      "containerSize", seesMissing: true,
      .one { value in
        switch value {
        case .missing: .integer(0)
        case .container(let container): .integer(container.elements.count)
        default: Arithmetic.undefined
        }
      }),
    .qti(
      "member",
      .two { one, several in
        guard case .container(let container) = several else { return Arithmetic.undefined }
        return .boolean(container.holds([one]))
      }),
    .qti(
      "delete",
      .two { one, several in
        guard case .container(let container) = several else { return Arithmetic.undefined }
        return QTIValue.container(container.cardinality, container.elements.filter { $0.matches(one) != true })
      }),
    .qti(
      "contains",
      .two { whole, part in
        guard case .container(let whole) = whole, case .container(let part) = part,
          whole.cardinality == part.cardinality
        else { return Arithmetic.undefined }
        return .boolean(whole.cardinality == .ordered ? whole.holdsInOrder(part.elements) : whole.holds(part.elements))
      }),
    // Counted from 1.
    .qti(
      "index",
      .two { several, place in
        guard case .container(let container) = several, case .integer(let place) = place,
          container.elements.indices.contains(place - 1)
        else { return Arithmetic.undefined }
        return container.elements[place - 1]
      }),
    .qti(
      "repeat", seesMissing: true,
      .many { values in
        guard case .integer(let times)? = values.last, times >= 1, times * values.count <= 100_000 else {
          return QTIValue.null
        }
        let once = QTIValue.flattened(values.dropLast()).filter { !$0.isMissing }
        return QTIValue.container(.ordered, (0..<times).flatMap { _ in once })
      }),
    .qti(
      "fieldValue",
      .two { record, field in
        guard case .container(let record) = record, case .text(let name) = field,
          let place = record.names.firstIndex(of: Symbol(name)), record.elements.indices.contains(place)
        else { return Arithmetic.undefined }
        return record.elements[place]
      }),
  ]

  /// What isn't missing, containers opened.
  private static func gathered(_ cardinality: Cardinality, _ values: [Value]) -> Value {
    QTIValue.container(cardinality, QTIValue.flattened(values).filter { !$0.isMissing })
  }
}

extension Container {
  /// Whether `part` stands somewhere inside, one after another.
  func holdsInOrder(_ part: [Value]) -> Bool {
    guard part.count <= elements.count else { return false }
    return (0...(elements.count - part.count)).contains { start in
      zip(elements[start...], part).allSatisfy { $0.matches($1) == true }
    }
  }
}
