import Datasets
import Formats
import Foundation
import Monitoring

/// The repository's own files.
enum Inputs {
  static func bytes(_ path: String) throws -> [UInt8] { Array(try Data(contentsOf: file(path))) }

  static func indicators() throws -> CheckedIndicatorSet {
    let path = "instruments/indicators.xml"
    guard let set = IndicatorSetReader.check(try bytes(path), file: path).set else { throw Unusable(what: path) }
    return set
  }

  static func plan(against set: CheckedIndicatorSet) throws -> MonitoringPlan {
    let path = "instruments/plan-2026-2027.xml"
    let reading = MonitoringPlanReader.check(try bytes(path), file: path, against: set.definition)
    guard let plan = reading.plan else { throw Unusable(what: path) }
    return plan
  }

  private static func file(_ path: String) -> URL {
    URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: path)
  }
}

/// Why a benchmark can't run.
struct Unusable: Error { var what: String }
