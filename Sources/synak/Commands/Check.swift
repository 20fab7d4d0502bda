import ArgumentParser
import Datasets
import Diagnostics
import Formats
import Foundation
import Instruments
import Monitoring
import Screens
import Storage
import Texts
import XML

/// `synak check`: everything that is wrong with files, at once.
struct Check: SpeakingCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Find every mistake in instruments, indicators, plans and registers.",
    discussion: """
      Each mistake is told with its file, line and column, in plain words, with what was probably meant. An instrument's
      own examples are run as well. Where an indicators file is among the files, or stands beside an instrument, the
      instrument's feeds are checked against it.

      --format sarif writes for editors and review tools; --explain E101 says what a code means.

      Example:  synak check instruments/math-4-diagnostic.xml instruments/indicators.xml -l ky
      """)

  /// How findings are told.
  enum Format: String, ExpressibleByArgument, CaseIterable { case text, json, sarif }

  @Argument(help: ArgumentHelp("The files to check.", valueName: "file"))
  var files: [String] = []

  @ArgumentParser.Option(
    help: ArgumentHelp("For people (text), or for other programs (json, sarif).", valueName: "text|json|sarif"))
  var format: Format = .text

  @ArgumentParser.Option(help: ArgumentHelp("Say what a finding means.", valueName: "code"))
  var explain: String?

  @OptionGroup var languages: LanguageOptions

  @Flag(help: "Check again whenever a file is saved, until Ctrl-C.")
  var watch = false

  func validate() throws {
    if files.isEmpty, explain == nil { throw ValidationError("Give the files to check.") }
  }

  func run() throws {
    if let explain { return try Output.print(explanation(of: explain)) }
    if watch { return watchFiles() }
    let report = checked()
    switch format {
    case .text: Output.print(report.text)
    case .json: Output.raw(try FindingsDocument.json(report.findings, in: report.language))
    case .sarif: Output.raw(try FindingsDocument.sarif(report.findings, in: report.language))
    }
    if report.errors > 0 { throw ExitCode(Status.mistakes) }
  }

  /// Ends by Ctrl-C, as the shell has it: there is nothing to put in order.
  private func watchFiles() {
    var watches = Set(files).sorted().map { FileWatch(path: $0) }
    var watched = Set(files)
    while true {
      // Home and clear: the newest findings stand where the last ones stood.
      if isatty(STDOUT_FILENO) == 1 { Output.raw(Array("\u{1B}[H\u{1B}[2J\u{1B}[3J".utf8)) }
      let started = ContinuousClock.now
      let report = checked()
      let text = report.text
      // What the files lead to counts as well: indicators beside them, pictures that they name.
      for path in report.companions.subtracting(watched).sorted() { watches.append(FileWatch(path: path)) }
      watched.formUnion(report.companions)
      let took = ContinuousClock.now - started
      let milliseconds = took.components.seconds * 1000 + took.components.attoseconds / 1_000_000_000_000_000
      Output.print(text + "\n" + CheckPhrase.watching.text(in: languages.language, ["ms": String(milliseconds)]))
      if Output.failure != nil { return }
      while watches.filter({ $0.isOther() }).isEmpty { usleep(300_000) }
    }
  }

  private func checked() -> CheckReport {
    var report = CheckReport(language: languages.language)
    var inputs = files.map { CheckInput($0) }
    for index in inputs.indices { inputs[index].open(&report) }
    // Indicators first: the feeds of instruments lead there.
    let sets = inputs.compactMap { $0.indicators(&report) }
    let plans = inputs.filter { $0.root == MonitoringPlanReader.root }
    for input in plans { input.checkPlan(against: sets.first?.definition, &report) }
    for input in inputs { input.checkOther(datasets: sets.first?.definition.datasets, &report) }
    return report
  }
}

extension Check {
  /// What a code stands for: how much it matters, what is said, what may be done.
  private func explanation(of code: String) throws -> String {
    let language = languages.language
    let rules = Catalogue.rules
    guard let rule = rules.first(where: { $0.code == code.uppercased() })?.rule else {
      throw Failure(
        of: WorkshopFinding.unknownCode, found: code,
        suggestion: Similarity.nearest(to: code.uppercased(), among: rules.map(\.code)), in: language)
    }
    let severity: CheckPhrase =
      switch rule.severity {
      case .error: .isError
      case .warning: .isWarning
      case .note: .isNote
      }
    let advice = rule.advice.map { "\n→ " + $0.wording(in: language) } ?? ""
    return "\(code.uppercased()): \(severity.text(in: language))\n\n\(rule.message.wording(in: language))\(advice)"
  }
}

/// One of the files to check.
private struct CheckInput {
  let path: String
  private(set) var bytes: [UInt8] = []
  private(set) var document: Document?
  private(set) var root: String?

  init(_ path: String) { self.path = path }

  private var isRegister: Bool { path.lowercased().hasSuffix(".csv") }

  /// Reads the file as far as its root.
  mutating func open(_ report: inout CheckReport) {
    do throws(SourceFile.Fault) {
      bytes = try SourceFile.read(path)
    } catch {
      report.add([Diagnostic(error, path: path)], of: path, text: nil)
      return
    }
    guard !isRegister else { return }
    do throws(XMLRefusal) {
      let document = try Document.read(bytes)
      self.document = document
      root = document.root.name
    } catch {
      report.add(error.problems.map { Diagnostic($0, file: path) }, of: path, text: error.text?.bytes)
    }
  }

  func indicators(_ report: inout CheckReport) -> CheckedIndicatorSet? {
    guard root == IndicatorSetReader.root else { return nil }
    let outcome = IndicatorSetReader.check(bytes, file: path)
    report.add(outcome.reading.findings, of: path, text: document?.text.bytes)
    return outcome.set
  }

  func checkPlan(against indicators: IndicatorSet?, _ report: inout CheckReport) {
    let reading = MonitoringPlanReader.check(bytes, file: path, against: indicators ?? neighbour?.definition)
    report.add(reading.findings, of: path, text: document?.text.bytes)
  }

  func checkOther(datasets: [Dataset]?, _ report: inout CheckReport) {
    if isRegister, !bytes.isEmpty {
      report.add(RegisterReader.read(bytes, file: path).findings, of: path, text: bytes)
      return
    }
    guard let document, root != IndicatorSetReader.root, root != MonitoringPlanReader.root else { return }
    let folder = URL(filePath: path).deletingLastPathComponent()
    report.companions.insert(folder.appending(path: "indicators.xml").path)
    let outcome = InstrumentCheck.check(
      document, file: path, datasets: datasets ?? neighbour?.definition.datasets)
    for name in outcome.instrument.map({ PictureCheck.names(in: $0.instrument.form) }) ?? [] {
      report.companions.insert(folder.appending(path: name).path)
    }
    let pictures = outcome.instrument.map { PictureCheck.findings(of: $0.instrument.form, file: path) } ?? []
    let fit = outcome.instrument.map { ScreenFit.findings(of: $0) } ?? []
    report.add(outcome.findings + pictures + fit, of: path, text: document.text.bytes)
  }

  /// The indicators that stand beside the file, where they are in order.
  private var neighbour: CheckedIndicatorSet? {
    let folder = URL(filePath: path).deletingLastPathComponent()
    let beside = folder.appending(path: "indicators.xml").path
    guard let bytes = try? SourceFile.read(beside) else { return nil }
    return IndicatorSetReader.check(bytes, file: beside).set
  }
}

/// What was found so far, and how it is told.
private struct CheckReport {
  let language: Language
  private(set) var errors = 0
  private var warnings = 0
  private var files = 0
  private var lines: [String] = []
  /// Files that the checked ones lead to.
  fileprivate(set) var companions: Set<String> = []
  /// In the order in which they are told.
  private(set) var findings: [Diagnostic] = []

  init(language: Language) { self.language = language }

  mutating func add(_ findings: [Diagnostic], of path: String, text: [UInt8]?) {
    files += 1
    self.findings += findings.sortedByPlace
    errors += findings.count { $0.severity == .error }
    warnings += findings.count { $0.severity == .warning }
    guard !findings.isEmpty else {
      lines.append(CheckPhrase.clean.text(in: language, ["file": path]))
      return
    }
    let source = text.map {
      String(decoding: $0, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    }
    let rendering = Rendering(language: language, sources: source.map { [path: $0] } ?? [:])
    lines += findings.sortedByPlace.map { rendering.text(of: $0) }
  }

  var text: String {
    let counts = ["files": String(files), "errors": String(errors), "warnings": String(warnings)]
    let summary =
      errors + warnings == 0
      ? CheckPhrase.summaryClean.text(in: language, counts) : CheckPhrase.summary.text(in: language, counts)
    let next = errors > 0 ? CheckPhrase.nextMend : CheckPhrase.nextTake
    return (lines + ["", summary, next.text(in: language)]).joined(separator: "\n")
  }
}

/// What `check` says around the findings.
enum CheckPhrase: PhraseCatalogue {
  case isError, isWarning, isNote, watching
  case clean, summary, summaryClean, nextMend, nextTake

  var template: Template {
    switch self {
    case .isError:
      Template(
        ky: "ката: файлды колдонууга болбойт", ru: "ошибка: файлом пользоваться нельзя",
        en: "an error: the file can't be used")
    case .isWarning:
      Template(
        ky: "эскертүү: файл колдонулат, бирок бир нерсе ойлогондой эместир",
        ru: "предупреждение: файл годится, но что-то, вероятно, не так, как задумано",
        en: "a warning: the file can be used, but something is probably not as meant")
    case .watching:
      Template(
        ky: "{ms} мс. Файл сакталганда кайра текшерилет; чыгуу: Ctrl-C.",
        ru: "{ms} мс. Проверю снова, когда файл сохранят; выход: Ctrl-C.",
        en: "{ms} ms. Checked again when a file is saved; Ctrl-C ends.")
    case .isNote: Template(ky: "эскертме", ru: "заметка", en: "a note: worth knowing")
    case .clean: Template(ky: "{file}: баары туура.", ru: "{file}: всё в порядке.", en: "{file}: all is well.")
    case .summary:
      Template(
        ky: "{files} {files:файл}: {errors} {errors:ката}, {warnings} {warnings:эскертүү}.",
        ru:
          "{files} {files:файл|файла|файлов}: {errors} {errors:ошибка|ошибки|ошибок}, {warnings} {warnings:предупреждение|предупреждения|предупреждений}.",
        en:
          "{files} {files:file|files}: {errors} {errors:mistake|mistakes}, {warnings} {warnings:warning|warnings}.")
    case .summaryClean:
      Template(
        ky: "{files} {files:файл}, {errors} {errors:ката}, {warnings} {warnings:эскертүү}.",
        ru:
          "{files} {files:файл|файла|файлов}, {errors} {errors:ошибка|ошибки|ошибок}, {warnings} {warnings:предупреждение|предупреждения|предупреждений}.",
        en:
          "{files} {files:file|files}, {errors} {errors:mistakes|mistakes}, {warnings} {warnings:warnings|warnings}.")
    case .nextMend:
      Template(
        ky: "Каталарды оңдоп, кайра текшериңиз.", ru: "Исправьте ошибки и проверьте ещё раз.",
        en: "Mend the mistakes and check again.")
    case .nextTake:
      Template(
        ky: "Куралды байкап көрүү үчүн: synak take ФАЙЛ", ru: "Попробовать инструмент: synak take ФАЙЛ",
        en: "To try an instrument: synak take FILE")
    }
  }
}
