package import Diagnostics

/// Codes in the words of the catalogue. None of it holds a code.
extension AccessCode.Slip {
  package var diagnostic: Diagnostic {
    switch self {
    case .unknown(let character): Diagnostic(AccessFinding.unknownLetter, at: nil, found: String(character))
    case .length(let count):
      Diagnostic(
        AccessFinding.wrongLength, at: nil,
        arguments: ["given": String(count), "wanted": String(AccessCode.length)])
    case .mistyped: Diagnostic(AccessFinding.mistyped, at: nil)
    }
  }
}
