import Datasets
import Dispatch
import Expressions
import Glibc
import Instruments
import Storage
import Synchronization

/// The store's figures, beside a bare fdatasync of the same disk.
struct Figures {
  let folder: String
  let facts: Int

  func run() throws(StoreFault) {
    let bare = sorted((0..<1000).map { _ in 0 }, measuring: bareSync())
    print("fdatasync, 8 KB             ", bare)
    let start = now()
    let store = try SQLiteStore.open(.system(folder: folder + "/figures"))
    StoreProbe.say("open, new store              \((now() - start) / 1000) µs\n")
    let instrument = try StoreProbe.publish(store)
    let single = try appends(store, instrument, threads: 1, each: 1000)
    print("append, 1 thread            ", single.0, "\(single.1)/s")
    for threads in [4, 16, 64] {
      let many = try appends(store, instrument, threads: threads, each: 4000 / threads)
      print("append, \(threads) threads", many.0, "\(many.1)/s")
    }
    try measureFacts(store)
    var began = now()
    let verification = try store.verify()
    print("verify", verification.events, "events", (now() - began) / 1_000_000, "ms", verification.isSound)
    began = now()
    let bytes = try store.backup(to: folder + "/copy")
    print("backup", bytes >> 20, "MB", (now() - began) / 1_000_000, "ms")
    store.close()
    began = now()
    let again = try SQLiteStore.open(.system(folder: folder + "/figures"))
    print("open, old store", (now() - began) / 1000, "µs")
    again.close()
  }

  private func measureFacts(_ store: SQLiteStore) throws(StoreFault) {
    let codes: [Symbol] = ["low", "basic", "above", "high"]
    var began = now()
    let block = 10_000
    for start in stride(from: 0, to: facts, by: block) {
      let rows = (start..<min(start + block, facts)).map { index in
        FactRow(
          coordinates: Coordinates(
            school: Symbol("school-\(index / 20_000)"), year: "2025-2026", period: "q1", activity: "a",
            schoolClass: Symbol("\(index / 25 % 40)-а"), grade: index / 25 % 11 + 1, subject: "math",
            sex: index % 2 == 0 ? "f" : "m", language: "ky", person: Symbol("u-\(index)")),
          values: [
            .integer(index % 20), .decimal(Decimal64(mantissa: Int64(index % 1000), scale: 1)),
            .code(codes[index % 4]), .boolean(index % 3 == 0),
            index % 20 == 0 ? .unanswered : .integer(index % 5), .code(codes[index / 3 % 4]),
          ])
      }
      try store.putFacts(
        [FactSet(dataset: "marks", fields: ["points", "share", "level", "passed", "mark", "before"], rows: rows)],
        source: "block \(start)")
    }
    print("put", facts, "facts", (now() - began) / 1_000_000, "ms")
    for _ in 0..<3 {
      began = now()
      let columns = try store.facts(
        FactQuery(dataset: "marks", fields: ["points", "share", "level", "passed", "mark", "before"]))
      print("read", columns.count, "facts,", columns.cells.count, "cells", (now() - began) / 1_000_000, "ms")
    }
    began = now()
    let school = try store.facts(
      FactQuery(dataset: "marks", fields: ["points", "mark"], place: FactPlace(school: "school-0")))
    print("read", school.count, "facts of one school", (now() - began) / 1_000_000, "ms")
  }

  private func appends(
    _ store: SQLiteStore, _ instrument: Digest, threads: Int, each: Int
  ) throws(StoreFault) -> (Spread, Int) {
    let times = Mutex<[Int]>([])
    let began = now()
    let group = DispatchGroup()
    for number in 0..<threads {
      let thread = Thread64 {
        var random = SystemRandomNumberGenerator()
        guard
          case .opened(let session, let lease, _)? = try? store.open(
            OpenSession(
              school: "s", activity: Symbol("a-\(threads)"), respondent: .person(Symbol("u-\(number)")),
              instrument: instrument, seed: 1, terminal: "t\(number)"))
        else { return }
        var mine: [Int] = []
        for sequence in session.nextSequence..<session.nextSequence + each {
          let event = NewEvent(
            key: Token(high: random.next(), low: random.next()), sequence: sequence, kind: "answered",
            payload: [UInt8](repeating: 65, count: 120), at: Int64(sequence))
          let start = now()
          _ = try? store.append([event], lease: lease)
          mine.append(now() - start)
        }
        times.withLock { $0 += mine }
      }
      thread.start(in: group)
    }
    group.wait()
    let seconds = Double(now() - began) / 1e9
    let all = times.withLock { $0 }
    return (Spread(all), Int(Double(all.count) / seconds))
  }

  /// A write and a sync of a file of its own.
  private func bareSync() -> () -> Void {
    mkdir(folder, 0o700)
    let file = open(folder + "/bare", O_RDWR | O_CREAT, 0o600)
    posix_fallocate(file, 0, 1 << 24)
    fsync(file)
    let block = [UInt8](repeating: 1, count: 8192)
    nonisolated(unsafe) var offset: off_t = 0
    return {
      pwrite(file, block, block.count, offset)
      fdatasync(file)
      offset = (offset + 8192) % (1 << 24)
    }
  }

  private func sorted(_ runs: [Int], measuring work: () -> Void) -> Spread {
    Spread(
      runs.map { _ in
        let start = now()
        work()
        return now() - start
      })
  }
}

/// A thread of its own, since a queue's threads are few.
private struct Thread64 {
  let work: @Sendable () -> Void

  init(_ work: @escaping @Sendable () -> Void) { self.work = work }

  func start(in group: DispatchGroup) {
    group.enter()
    let box = Unmanaged.passRetained(Box(work: work, group: group))
    var thread = pthread_t()
    pthread_create(
      &thread, nil,
      { raw in
        guard let raw else { return nil }
        let box = Unmanaged<Box>.fromOpaque(raw).takeRetainedValue()
        box.work()
        box.group.leave()
        return nil
      }, box.toOpaque())
    pthread_detach(thread)
  }

  private final class Box {
    let work: @Sendable () -> Void
    let group: DispatchGroup
    init(work: @escaping @Sendable () -> Void, group: DispatchGroup) {
      self.work = work
      self.group = group
    }
  }
}

/// Nanoseconds in the middle and at the end of a sample.
struct Spread: CustomStringConvertible {
  let times: [Int]
  init(_ times: [Int]) { self.times = times.sorted() }

  var description: String {
    guard let last = times.last else { return "none" }
    return
      "p50 \(times[times.count / 2] / 1000) µs, p99 \(times[times.count * 99 / 100] / 1000) µs, max \(last / 1000) µs"
  }
}

func now() -> Int {
  var time = timespec()
  clock_gettime(CLOCK_MONOTONIC, &time)
  return time.tv_sec * 1_000_000_000 + time.tv_nsec
}
