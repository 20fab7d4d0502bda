import Foundation
import Testing

@Suite("The rules of the house")
struct HouseTests {
  /// From the ground up. Modules of one storey know nothing of one another.
  static let storeys: [Set<String>] = [
    ["Texts", "Psychometrics", "TerminalUI", "XML"], ["Diagnostics"], ["Expressions"], ["Datasets"], ["Instruments"],
    ["Scoring", "Monitoring"], ["Administration", "Formats"], ["Storage"], ["Screens", "Documents"], ["synak"],
    ["Benchmarks"],
  ]

  /// What few may import: everything that touches the outer world, and what would make the others slow to start.
  static let reserved: [String: Set<String>] = [
    "Foundation": ["Storage", "Documents", "synak", "Benchmarks"],
    "FoundationEssentials": ["Storage", "Documents", "synak", "Benchmarks"],
    "FoundationXML": [], "FoundationNetworking": [],
    "GRDB": ["Storage"], "GRDBSQLite": ["Storage"],
    "CLibXML2": ["XML"], "CTerminal": ["TerminalUI"],
    "XML": ["Formats", "Storage", "Documents", "synak", "Benchmarks"],
    "TerminalUI": ["Screens", "synak", "Benchmarks"],
    "ArgumentParser": ["synak"],
  ]

  /// What reads a clock, the environment or a random source.
  static let outerWorld = [
    "getenv", "ProcessInfo", "clock_gettime", "gettimeofday", "time(nil)", "Date()", "ContinuousClock",
    "SuspendingClock", "SystemRandomNumberGenerator", "arc4random", "getrandom", ".shuffled()", ".randomElement()",
  ]

  /// The driver of the terminal keeps time-outs while it waits for keys; no state is made of them.
  static let keepsTime: Set = ["Sources/TerminalUI/Driver/Descriptor.swift"]

  static func storey(of target: String) -> Int? { storeys.firstIndex { $0.contains(target) } }

  let tree: SourceTree

  init() throws { tree = try SourceTree() }

  @Test("Every module has its storey")
  func complete() {
    #expect(tree.targets.count > 12)
    for target in tree.targets.keys { #expect(Self.storey(of: target) != nil, "\(target)") }
  }

  @Test("Imports only go down")
  func down() {
    for (target, files) in tree.targets {
      guard let own = Self.storey(of: target) else { continue }
      for file in files {
        for name in file.imports {
          if let other = Self.storey(of: name) { #expect(other < own, "\(file.path) imports \(name)") }
        }
      }
    }
  }

  @Test("Databases, terminals, XML and Foundation are imported only where they belong")
  func reservedImports() {
    for (target, files) in tree.targets {
      for file in files {
        for name in file.imports {
          if let few = Self.reserved[name] { #expect(few.contains(target), "\(file.path) imports \(name)") }
        }
      }
    }
  }

  @Test("Nothing below the store and the screens reads the clock, the environment or a random source")
  func noOuterWorld() throws {
    let store = try #require(Self.storey(of: "Storage"))
    for (target, files) in tree.targets {
      guard let own = Self.storey(of: target), own < store else { continue }
      for file in files where !Self.keepsTime.contains(file.path) {
        for name in Self.outerWorld { #expect(!file.code.contains(name), "\(file.path) has \(name)") }
      }
    }
  }

  @Test("A file says first what it is for, and is no longer than 500 lines")
  func files() {
    for file in tree.targets.values.joined() {
      #expect(file.lines.count <= 501, "\(file.path)")
      #expect(file.lines.contains { $0.drop { $0 == " " }.hasPrefix("//") }, "\(file.path) says nothing")
    }
  }

  @Test("The reader of imports sees all spellings of them")
  func spellings() {
    let text = """
      import A
      @testable import B
      package import C
      @preconcurrency internal import struct D.Part
      // import E
      let important = "import F"
      """
    #expect(SourceTree.File(path: "x.swift", text: text).imports == ["A", "B", "C", "D"])
  }
}
