import ArgumentParser
import Diagnostics
import Expressions
import Formats
import Foundation
import Monitoring
import Storage
import Texts
import XML

/// Whose school it is: the files that describe it, and where its store lies. Without options it is the shipped sample.
struct SchoolOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("Where the store lies (else $SYNAK_STORE, else ./results).", valueName: "folder"))
  var store: String?

  @Option(help: ArgumentHelp("The school's indicators, in place of the shipped ones.", valueName: "file"))
  var indicators: String?

  @Option(help: ArgumentHelp("The school's plan and cyclogram, in place of the shipped sample.", valueName: "file"))
  var plan: String?

  @Option(help: ArgumentHelp("The school's register, in place of the shipped sample.", valueName: "file"))
  var register: String?

  @Option(help: ArgumentHelp("The day to reckon from, in place of today.", valueName: "2026-11-25"))
  var today: String?

  var storeFolder: String {
    store ?? ProcessInfo.processInfo.environment["SYNAK_STORE"].flatMap { $0.isEmpty ? nil : $0 } ?? "results"
  }

  func validate() throws {
    if let today, CalendarDate(today) == nil {
      throw ValidationError("--today must be a date like 2026-11-25, not “\(today)”.")
    }
  }

  /// The day that is reckoned from: the one that was asked for, else this one in the machine's time zone.
  var day: CalendarDate {
    today.flatMap { CalendarDate($0) } ?? .ofMachine
  }

  /// Reads the school's files. What is wrong with them is told as `check` tells it.
  func school(in language: Language) throws -> School {
    let indicatorFile = try file(indicators, or: Shipped.indicators, in: language)
    let checkedSet = IndicatorSetReader.check(indicatorFile.bytes, file: indicatorFile.name)
    guard let set = checkedSet.set else { throw broken(indicatorFile, checkedSet.reading.findings, language) }

    let planFile = try file(plan, or: Shipped.plan, in: language)
    let planReading = MonitoringPlanReader.check(planFile.bytes, file: planFile.name, against: set.definition)
    guard let plan = planReading.plan, !planReading.findings.hasErrors else {
      throw broken(planFile, planReading.findings, language)
    }

    let registerFile = try file(register, or: Shipped.register, in: language)
    let registerReading = RegisterReader.read(registerFile.bytes, file: registerFile.name)
    guard !registerReading.findings.hasErrors else { throw broken(registerFile, registerReading.findings, language) }
    return School(
      indicators: set, plan: plan, register: registerReading.register, isRegisterGiven: register != nil)
  }

  private func file(_ path: String?, or shipped: Shipped.File, in language: Language) throws -> Shipped.File {
    guard let path else { return shipped }
    let bytes = try InputFile.read(path, in: language)
    return Shipped.File(name: path, bytes: bytes)
  }

  private func broken(_ file: Shipped.File, _ findings: [Diagnostic], _ language: Language) -> Failure {
    let errors = findings.filter { $0.severity == .error }
    return Failure(
      errors
        + [
          Diagnostic(
            CommandFinding.notChecked, at: nil, found: file.name, arguments: ["n": String(errors.count)])
        ], in: language)
  }
}

/// A school as its files describe it.
struct School {
  var indicators: CheckedIndicatorSet
  var plan: MonitoringPlan
  var register: Monitoring.Register
  /// The register's file was named; else it is the shipped sample, which never stands in the place of an imported one.
  var isRegisterGiven = false
}

/// Files that people name on the command line.
enum InputFile {
  /// The bytes of a file, or why there are none, in words. Standard input where the path is `-`.
  static func read(_ path: String, in language: Language) throws -> [UInt8] {
    do throws(SourceFile.Fault) {
      return try SourceFile.read(path)
    } catch {
      throw Failure([Diagnostic(error, path: path)], in: language)
    }
  }
}

extension CalendarDate {
  /// This day in the machine's time zone.
  static var ofMachine: CalendarDate {
    var now = time(nil)
    var local = tm()
    localtime_r(&now, &local)
    return CalendarDate(year: Int(local.tm_year) + 1900, month: Int(local.tm_mon) + 1, day: Int(local.tm_mday))
      ?? CalendarDate(days: Int32(now / 86_400))
  }
}
