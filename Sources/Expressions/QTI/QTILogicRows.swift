/// QTI's operators of logic, texts and places, as rows of the function table.
extension Function {
  /// A row that only a reader of QTI makes.
  ///
  /// Its signature is checked by `QTIOperator`.
  static func qti(_ name: String, seesMissing: Bool = false, _ evaluate: Evaluate) -> Function {
    Function(
      "qti:" + name, Signature(Parameter(.anything, .oneOrMore), gives: .always(.boolean)), notation: .foreign,
      seesMissing: seesMissing, evaluate)
  }

  static let qtiLogic: [Function] = [
    .qti("value", .one(QTIValue.emptied)),
    .qti("isNull", seesMissing: true, .one { .boolean(QTIValue.emptied($0).isMissing) }),
    .qti("anyN", seesMissing: true, .many(Self.anyN)),
    .qti("match", .two { a, b in a.matches(b).map { .boolean($0) } ?? .boolean(false) }),
    .qti("equal", .many(QTIMath.equal)),
    .qti(
      "equalRounded",
      .many { values in
        guard values.count == 4, let a = QTIMath.rounded(values[0], values[2], values[3]),
          let b = QTIMath.rounded(values[1], values[2], values[3])
        else { return Arithmetic.undefined }
        return .boolean(a == b)
      }),
    .qti("inside", .three(QTIShape.inside)),
  ]

  /// Whether from `min` to `max` of the conditions are true; unknown where the missing ones could decide.
  private static func anyN(_ values: [Value]) -> Value {
    let conditions = values.dropLast(2)
    guard values.count >= 2, case .integer(let least) = values[values.count - 2],
      case .integer(let most) = values[values.count - 1]
    else { return Arithmetic.undefined }
    let known = conditions.count { $0 == .boolean(true) }
    let possible = known + conditions.count { $0.isMissing }
    if known > most || possible < least { return .boolean(false) }
    return known >= least && possible <= most ? .boolean(true) : QTIValue.null
  }

  static let qtiTexts: [Function] = [
    .qti(
      "stringMatch",
      .many { values in
        guard let (a, b) = texts(values, isCaseSensitive: 2), values.count == 4 else { return Arithmetic.undefined }
        return .boolean(values[3] == .boolean(true) ? a.holds(b) : a == b)
      }),
    // Whether the first text is a piece of the second.
    .qti(
      "substring",
      .three { a, b, isCaseSensitive in
        guard let (piece, whole) = texts([a, b, isCaseSensitive], isCaseSensitive: 2) else {
          return Arithmetic.undefined
        }
        return .boolean(whole.holds(piece))
      }),
    .qti(
      "patternMatch",
      .two { text, pattern in
        guard let text = text.characters, case .text(let source) = pattern,
          case .success(let pattern) = Pattern.parse(source)
        else { return Arithmetic.undefined }
        return .boolean(pattern.matches(text))
      }),
  ]

  private static func texts(_ values: [Value], isCaseSensitive place: Int) -> (String, String)? {
    guard values.count > place, let a = values[0].characters, let b = values[1].characters else { return nil }
    return values[place] == .boolean(false) ? (a.lowercased(), b.lowercased()) : (a, b)
  }
}

extension Value {
  /// The letters of a text or an identifier.
  fileprivate var characters: String? {
    switch self {
    case .text(let text): text
    case .code(let code): code.text
    default: nil
    }
  }
}

/// Areas of a picture.
enum QTIShape {
  /// Whether a point, or any of several, lies in an area; its border belongs to it.
  @Sendable static func inside(_ points: Value, _ shape: Value, _ coordinates: Value) -> Value {
    guard case .text(let name) = shape, case .container(let container) = coordinates else {
      return Arithmetic.undefined
    }
    let numbers = container.elements.compactMap(\.double)
    var isInside = false
    for point in QTIValue.flattened([points]) {
      guard case .point(let x, let y) = point,
        let answer = contains(name, numbers, Double(x), Double(y))
      else { return Arithmetic.undefined }
      isInside = isInside || answer
    }
    return .boolean(isInside)
  }

  static func contains(_ shape: String, _ c: [Double], _ x: Double, _ y: Double) -> Bool? {
    switch shape {
    case "default": return true
    case "rect" where c.count == 4: return x >= c[0] && x <= c[2] && y >= c[1] && y <= c[3]
    case "circle" where c.count == 3:
      return (x - c[0]) * (x - c[0]) + (y - c[1]) * (y - c[1]) <= c[2] * c[2]
    case "ellipse" where c.count == 4 && c[2] > 0 && c[3] > 0:
      let (dx, dy) = ((x - c[0]) / c[2], (y - c[1]) / c[3])
      return dx * dx + dy * dy <= 1
    case "poly" where c.count >= 6 && c.count.isMultiple(of: 2): return isInPolygon(c, x, y)
    default: return nil
    }
  }

  /// Even-odd rule (Shimrat 1962), the border included.
  private static func isInPolygon(_ c: [Double], _ x: Double, _ y: Double) -> Bool {
    let corners = stride(from: 0, to: c.count, by: 2).map { (x: c[$0], y: c[$0 + 1]) }
    var isInside = false
    for (index, a) in corners.enumerated() {
      let b = corners[(index + 1) % corners.count]
      let cross = (b.x - a.x) * (y - a.y) - (b.y - a.y) * (x - a.x)
      let isWithin = min(a.x, b.x) <= x && x <= max(a.x, b.x) && min(a.y, b.y) <= y && y <= max(a.y, b.y)
      if cross == 0 && isWithin { return true }
      if (a.y > y) != (b.y > y), x < (b.x - a.x) * (y - a.y) / (b.y - a.y) + a.x { isInside.toggle() }
    }
    return isInside
  }
}
