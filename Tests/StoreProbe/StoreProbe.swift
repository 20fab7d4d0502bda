/// A process that writes into a store until it is killed, and says on its standard output what was acknowledged: tests hold
/// the one against the other. With `figures` it measures instead.
import Diagnostics
import Dispatch
import Expressions
import Glibc
import Instruments
import Storage
import Texts

@main
enum StoreProbe {
  static func main() {
    let arguments = CommandLine.arguments
    guard arguments.count >= 4 else {
      say(
        "usage: StoreProbe append FOLDER THREADS | coded FOLDER CODE… | limited FOLDER BYTES | figures FOLDER FACTS\n")
      exit(2)
    }
    do {
      switch arguments[1] {
      case "limited":
        // Files may grow no further: writing fails as on a broken disk.
        signal(SIGXFSZ, SIG_IGN)
        var limit = rlimit()
        limit.rlim_cur = UInt(arguments[3]) ?? 0
        limit.rlim_max = limit.rlim_cur
        setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit)
        try append(folder: arguments[2], threads: 1)
      case "coded": try CodedWriter.run(folder: arguments[2], codes: Array(arguments[3...]))
      case "append": try append(folder: arguments[2], threads: Int(arguments[3]) ?? 1)
      case "figures": try Figures(folder: arguments[2], facts: Int(arguments[3]) ?? 100_000).run()
      default: exit(2)
      }
    } catch {
      say("fault \(error.diagnostic.text(in: .en))\n")
      exit(3)
    }
  }

  /// A session a thread, each continued where its journal ends. A line `session sequence key` after each ack, in one
  /// write, so that what is in the pipe was acknowledged.
  private static func append(folder: String, threads: Int) throws(StoreFault) {
    var environment = StoreEnvironment.system(folder: folder)
    environment.floor = 0
    let store = try SQLiteStore.open(environment)
    let instrument = try publish(store)
    let group = DispatchGroup()
    for number in 0..<threads {
      DispatchQueue.global().async(group: group) {
        do throws(StoreFault) {
          try append(store, instrument, number)
        } catch {
          say("fault \(error.diagnostic.code)\n")
          // The store says so for good, and never takes anything again.
          do throws(StoreFault) { _ = try publish(store) } catch { say("fault \(error.diagnostic.code)\n") }
          exit(3)
        }
      }
    }
    group.wait()
  }

  private static func append(
    _ store: SQLiteStore, _ instrument: Digest, _ number: Int
  ) throws(StoreFault) {
    let opening = try store.open(
      OpenSession(
        school: "s", activity: "a", respondent: .person(Symbol("u-\(number)")), instrument: instrument, seed: 1,
        terminal: "t\(number)"))
    guard case .opened(let session, let lease, _) = opening else { exit(4) }
    var sequence = session.nextSequence
    var random = SystemRandomNumberGenerator()
    while true {
      let event = NewEvent(
        key: Token(high: random.next(), low: random.next()), sequence: sequence, kind: "answered",
        payload: Array("q\(sequence)=\(random.next() as UInt64)".utf8), at: Int64(sequence))
      guard try store.append([event], lease: lease) == [.stored] else { exit(5) }
      say("\(session.id.hex) \(sequence) \(event.key.hex)\n")
      sequence += 1
    }
  }

  static func publish(_ store: SQLiteStore) throws(StoreFault) -> Digest {
    let source = Array("<test id=\"probe\" version=\"1\"/>".utf8)
    let hash = Digest(of: source)
    try store.publish(
      InstrumentRecord(hash: hash, id: "probe", version: "1", kind: "test", source: source, delivery: source))
    return hash
  }

  static func say(_ line: String) {
    let bytes = Array(line.utf8)
    _ = bytes.withUnsafeBytes { write(1, $0.baseAddress, $0.count) }
  }
}
