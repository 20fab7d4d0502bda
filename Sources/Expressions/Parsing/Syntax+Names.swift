/// Which names stand in a piece, before anything is known of them.
extension Syntax {
  /// In the order in which they are written; what is inside brackets of other calls too.
  var names: [String] {
    switch self {
    case .name(let id, _): [id]
    case .negate(let inner, _), .not(let inner, _), .answered(let inner, _): inner.names
    case .binary(_, let left, let right, _): left.names + right.names
    case .membership(let inner, _, _): inner.names
    case .between(let value, let least, let most, _): value.names + least.names + most.names
    case .call(let call, _): call.arguments.flatMap(\.names) + (call.condition?.names ?? [])
    case .pieces(let pieces, _): pieces.flatMap(\.names)
    case .number, .text, .boolean, .date, .broken: []
    }
  }
}
