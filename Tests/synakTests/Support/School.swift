import Foundation
import TerminalTesting

@testable import Storage

/// A school of its own for a test: the shipped sample with a store in a temporary folder, on one and the same day.
final class School {
  /// In the second quarter, in the window in which the plan has the mathematics test.
  static let today = "2026-11-25"

  private let temporary: TemporaryFolder
  /// Files of the test.
  var folder: String { temporary.path }
  /// Where the store lies; the program makes it.
  var store: String { temporary.path + "/results" }

  init() throws { temporary = try TemporaryFolder() }

  /// The program with arguments, told of the store and the day.
  func program(_ arguments: [String], environment: [String: String] = [:]) -> Program {
    let knowsDay =
      ["take", "demo", "board", "export", "list"].contains(arguments.first)
      || arguments.starts(with: ["codes", "issue"])
    var variables = Program.plainEnvironment
    variables["SYNAK_STORE"] = store
    variables["TMPDIR"] = folder
    variables.merge(environment) { $1 }
    var program = Program.built(
      "synak", arguments + (knowsDay ? ["--today", Self.today] : []), environment: variables)
    program.directory = folder
    return program
  }

  /// Runs the program without a terminal.
  func run(_ arguments: String..., input: String? = nil, environment: [String: String] = [:]) throws -> Run {
    try Run(program(arguments, environment: environment), input: input)
  }

  /// Starts the program on a terminal. The school lives as long as that.
  func terminal(
    _ arguments: [String], columns: Int = 80, rows: Int = 24, environment: [String: String] = [:]
  ) throws -> PseudoTerminal {
    let terminal = try PseudoTerminal(program(arguments, environment: environment), columns: columns, rows: rows)
    terminal.belongings = self
    return terminal
  }

  /// Writes a file into the school's folder and gives its path.
  @discardableResult
  func file(_ name: String, _ text: String) throws -> String {
    let path = folder + "/" + name
    try text.write(toFile: path, atomically: false, encoding: .utf8)
    return path
  }

  /// Opens the store in this process, while no program has it.
  func reading<T>(_ path: String? = nil, _ body: (SQLiteStore) throws -> T) throws -> T {
    let store = try SQLiteStore.open(.system(folder: path ?? self.store))
    defer { store.close() }
    return try body(store)
  }

  /// The rows of an export, by the names of its columns.
  func exported(_ subject: String) throws -> [[String: String]] {
    let run = try run("export", subject)
    let lines = run.output.replacing("\r\n", with: "\n").split(separator: "\n").map { line in
      line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    guard let head = lines.first else { return [] }
    return lines.dropFirst().map { Dictionary(zip(head, $0)) { first, _ in first } }
  }
}
