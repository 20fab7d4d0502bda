package import Diagnostics

/// What came of a code, in the words of the catalogue. None of it holds a code.
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
