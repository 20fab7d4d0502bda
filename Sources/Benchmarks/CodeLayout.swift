import CTracer
import Foundation
import TerminalTesting

/// The order of the program's code: sessions are sat, and the functions that they run are written down for the linker.
///
/// A page that is touched brings its neighbours with it, 64 KB at a time. Half a megabyte of functions that are strewn over
/// the whole program so came to take twelve.
enum CodeLayout {
  static func write(to path: String) throws {
    let program = Program.built("synak").path
    let functions = try Functions(of: program)
    var order: [Int] = []
    var sittings = [Int](repeating: 0, count: functions.addresses.count)
    let folder = try Folder()
    let walks = try Walk.all(in: folder)
    for walk in walks {
      FileHandle.standardError.write(Data("sitting \(walk.arguments[1]) …\n".utf8))
      for index in try trace(walk, functions, in: folder) {
        if sittings[index] == 0 { order.append(index) }
        sittings[index] += 1
      }
    }
    // What every session runs stands closest together.
    let places = order.indices.sorted {
      let (one, other) = (sittings[order[$0]], sittings[order[$1]])
      return one == other ? $0 < $1 : one > other
    }
    // What only a start needs stands behind, in its order, so that a start too touches few pages.
    let start = try walks.first.map { try trace($0, functions, in: folder, fromStart: true) } ?? []
    let all = places.map { order[$0] } + start.filter { sittings[$0] == 0 }
    let names = all.flatMap { functions.names[$0] }
    try Data((names.joined(separator: "\n") + "\n").utf8).write(to: URL(filePath: path))
    print("\(names.count) functions in \(path)")
  }

  /// Indices of the functions that a sitting entered, in their order: after its first screen, or only up to it.
  private static func trace(
    _ walk: Walk, _ functions: Functions, in folder: Folder, fromStart: Bool = false
  ) throws -> [Int] {
    let terminal = try PseudoTerminal(walk.program(in: folder))
    if !fromStart {
      try terminal.waitFor(walk.begins)
      // The start is over, and what it alone needed is given back.
      for _ in 0..<20 { terminal.pump(milliseconds: 50) }
    }
    let base = try base(of: terminal.process, functions)
    let tracer = Tracer(terminal.process, functions.addresses.map { $0 + base })
    tracer.start()
    while !tracer.isReady { terminal.pump(milliseconds: 20) }
    // Nothing may wait for the process here but the tracer.
    for key in fromStart ? [] : walk.keys {
      terminal.send(key)
      for _ in 0..<6 { terminal.pump(milliseconds: 50) }
    }
    terminal.resize(columns: 100, rows: 30)
    for _ in 0..<30 { terminal.pump(milliseconds: 100) }
    terminal.kill(SIGKILL)
    return try tracer.entered()
  }

  /// Where a program that may lie anywhere lies in this process.
  private static func base(of process: Int32, _ functions: Functions) throws -> UInt64 {
    let end = Clock.wall + 10
    while functions.movesAbout {
      guard Clock.wall < end else { throw Unusable(what: "a program that ended at once") }
      let maps = (try? String(contentsOfFile: "/proc/\(process)/maps", encoding: .utf8)) ?? ""
      // Before that it still is the program that starts it.
      if maps.prefix(while: { $0 != "\n" }).hasSuffix("/synak") {
        return UInt64(maps.prefix { $0 != "-" }, radix: 16) ?? 0
      }
    }
    return 0
  }
}

/// The functions of a program, by ascending address.
private struct Functions {
  var addresses: [UInt64] = []
  /// Several where the linker found them to be the same.
  var names: [[String]] = []
  /// It is loaded at another address each time.
  var movesAbout: Bool

  init(of program: String) throws {
    movesAbout = try Self.output(of: ["-hW", program]).contains("DYN (")
    let text = try Self.output(of: ["-SW", program]).split(separator: "\n").first { $0.contains(" .text ") }
    let columns = text?.split(separator: "]").last?.split(separator: " ") ?? []
    guard columns.count > 4, let low = UInt64(columns[2], radix: 16), let size = UInt64(columns[4], radix: 16) else {
      throw Unusable(what: "no code in \(program)")
    }
    var named: [UInt64: [String]] = [:]
    for line in try Self.output(of: ["-sW", program]).split(separator: "\n") {
      let columns = line.split(separator: " ")
      guard columns.count == 8, columns[3] == "FUNC", let address = UInt64(columns[1], radix: 16),
        (low..<low + size).contains(address)
      else { continue }
      named[address, default: []].append(String(columns[7]))
    }
    for (address, names) in named.sorted(by: { $0.key < $1.key }) {
      addresses.append(address)
      self.names.append(Array(Set(names)).sorted())
    }
  }

  private static func output(of arguments: [String]) throws -> String {
    let reader = Process()
    reader.executableURL = URL(filePath: "/usr/bin/readelf")
    reader.arguments = arguments
    let pipe = Pipe()
    reader.standardOutput = pipe
    try reader.run()
    let data = try pipe.fileHandleForReading.readToEnd() ?? Data()
    reader.waitUntilExit()
    return String(decoding: data, as: UTF8.self)
  }
}

/// Traces a process on a thread of its own; the system wants all of it from one.
private final class Tracer: @unchecked Sendable {
  private let process: Int32
  private let addresses: [UInt64]
  private let lock = NSLock()
  private var indices: [Int] = []
  private var ready = false
  private var result: Int32?

  init(_ process: Int32, _ addresses: [UInt64]) {
    self.process = process
    self.addresses = addresses
  }

  /// Whether keys may be typed, or it has failed.
  var isReady: Bool { lock.withLock { ready || result != nil } }

  func start() {
    Thread.detachNewThread { [self] in
      let result = ctracer_run(
        process, addresses, addresses.count,
        { Tracer.of($0)?.makeReady() }, { Tracer.of($1)?.enter($0) },
        Unmanaged.passUnretained(self).toOpaque())
      lock.withLock { self.result = result }
    }
  }

  /// Waits for the end of the process.
  func entered() throws -> [Int] {
    while true {
      if let result = lock.withLock({ result }) {
        guard result == 0 else { throw Unusable(what: "tracing: \(String(cString: strerror(-result)))") }
        return indices
      }
      usleep(10_000)
    }
  }

  private static func of(_ context: UnsafeMutableRawPointer?) -> Tracer? {
    context.map { Unmanaged<Tracer>.fromOpaque($0).takeUnretainedValue() }
  }

  private func makeReady() { lock.withLock { ready = true } }
  private func enter(_ index: Int) { lock.withLock { indices.append(index) } }
}
