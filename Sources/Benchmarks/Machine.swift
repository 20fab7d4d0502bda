import Foundation
import TerminalTesting

/// What programs take of the machine, as the system has it.
enum Memory {
  /// What a process takes together with those that it started.
  static func proportionalKilobytes(ofGroup process: Int32) -> Int {
    let path = "/proc/\(process)/task/\(process)/children"
    let children = (try? String(contentsOfFile: path, encoding: .utf8)) ?? ""
    return children.split(separator: " ").compactMap { Int32($0) }.reduce(proportionalKilobytes(of: process)) {
      $0 + proportionalKilobytes(ofGroup: $1)
    }
  }

  /// What a process takes, with its share of what it has together with others.
  static func proportionalKilobytes(of process: Int32) -> Int {
    let text = (try? String(contentsOfFile: "/proc/\(process)/smaps_rollup", encoding: .utf8)) ?? ""
    let line = text.split(separator: "\n").first { $0.hasPrefix("Pss:") }
    return line.flatMap { $0.split(separator: " ").dropFirst().first }.flatMap { Int($0) } ?? 0
  }
}

enum Processor {
  /// Processor time that all threads of a process have had: what a busy machine doesn't lengthen by much.
  static func milliseconds(of process: Int32) -> Double {
    let tasks = (try? FileManager.default.contentsOfDirectory(atPath: "/proc/\(process)/task")) ?? []
    return tasks.reduce(0) { sum, task in
      let text = (try? String(contentsOfFile: "/proc/\(process)/task/\(task)/schedstat", encoding: .utf8)) ?? ""
      return sum + (text.split(separator: " ").first.flatMap { Double($0) } ?? 0) / 1e6
    }
  }
}

extension Program {
  /// The program beside this one, without the practice question, so that a session begins with its first question.
  static func synak(_ arguments: [String]) -> Program {
    built("synak", arguments, environment: plainEnvironment.merging(["SYNAK_TUTORIAL": "no"]) { $1 })
  }
}
