import Foundation

/// Measures what Synak promises of its speed and prints each figure beside its limit and its anchor's.
///
/// One process, everything warm, CPU time where a figure is CPU. Exits 1 where a limit is missed.
@main
enum Benchmarks {
  static func main() throws {
    let arguments = Array(CommandLine.arguments.dropFirst())
    if arguments.first == "layout", arguments.count == 2 { return try CodeLayout.write(to: arguments[1]) }
    let wanted = Set(arguments)
    // The terminal comes first: what the others write would still be on its way to the disk.
    let suites: [(name: String, run: () throws -> [Figure])] = [
      ("terminal", AtTerminal.figures), ("room", Rooms.figures), ("crowd", Crowd.figures),
      ("reading", Reading.figures), ("show-ifs", ShowIfs.figures),
      ("facts", Facts.figures),
    ]
    var figures: [Figure] = []
    var failed = false
    for suite in suites where wanted.isEmpty || wanted.contains(suite.name) {
      FileHandle.standardError.write(Data("measuring \(suite.name) …\n".utf8))
      do {
        figures += try suite.run()
      } catch {
        // The other figures stand.
        FileHandle.standardError.write(Data("\(suite.name) can't be measured: \(error)\n".utf8))
        failed = true
      }
    }
    print(Figure.table(figures))
    if failed || figures.contains(where: \.isMissed) { exit(1) }
  }
}
