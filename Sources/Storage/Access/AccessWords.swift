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

extension Redemption {
  /// Why the code opens nothing now; nil where it does.
  package var diagnostic: Diagnostic? {
    switch self {
    case .opens: nil
    case .unknown(let wait): Diagnostic(AccessFinding.unknownCode, at: nil, arguments: Self.seconds(wait))
    case .wait(let wait): Diagnostic(AccessFinding.waitBeforeCode, at: nil, arguments: Self.seconds(wait))
    case .revoked: Diagnostic(AccessFinding.revokedCode, at: nil)
    case .used: Diagnostic(AccessFinding.usedCode, at: nil)
    }
  }

  /// Whole seconds, upwards, from milliseconds.
  private static func seconds(_ wait: Int64) -> [String: String] { ["seconds": String((wait + 999) / 1000)] }
}
