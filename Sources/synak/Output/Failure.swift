import Diagnostics
import Glibc
import Storage
import TerminalUI
import Texts

/// Why a command ends without having done what it was asked, with its words and its exit code.
struct Failure: Error {
  var text: String
  var code: Int32

  /// Somebody's mistake.
  init(_ findings: [Diagnostic], in language: Language, code: Int32 = Status.mistakes) {
    let rendering = Rendering(language: language)
    text = findings.map { rendering.text(of: $0) }.joined(separator: "\n")
    self.code = code
  }

  init(
    _ finding: CommandFinding, found: String = "", suggestion: String? = nil, arguments: [String: String] = [:],
    in language: Language, code: Int32 = Status.mistakes
  ) {
    self.init(of: finding, found: found, suggestion: suggestion, arguments: arguments, in: language, code: code)
  }

  /// A mistake of any catalogue.
  init(
    of finding: some Finding, found: String = "", suggestion: String? = nil, arguments: [String: String] = [:],
    in language: Language, code: Int32 = Status.mistakes
  ) {
    self.init(
      [Diagnostic(finding, at: nil, found: found, suggestion: suggestion, arguments: arguments)], in: language,
      code: code)
  }

  /// Standard output took not all that was printed.
  static func outputLost(_ number: Int32, in language: Language) -> Failure {
    Failure(
      .cannotWrite, found: "/dev/stdout", arguments: ["why": String(cString: strerror(number))], in: language,
      code: Status.fault)
  }

  /// A fault of the store.
  init(_ fault: StoreFault, in language: Language) {
    self.init([fault.diagnostic], in: language, code: Status.fault)
  }
}

/// Runs `body` and turns what a store throws into its words.
func reportingFaults<T>(in language: Language, _ body: () throws -> T) throws -> T {
  do {
    return try body()
  } catch let fault as StoreFault {
    throw Failure(fault, in: language)
  } catch let error as TerminalError {
    throw Failure(.terminalFault, arguments: ["why": "\(error)"], in: language, code: Status.fault)
  }
}
