import Diagnostics
import Foundation
import Texts

/// Findings for other programs: a list as JSON, or SARIF 2.1.0 (OASIS 2020), which editors and code-review tools read.
enum FindingsDocument {
  static func json(_ findings: [Diagnostic], in language: Language) throws -> [UInt8] {
    try JSONDocument.bytes(findings.map { Entry($0, language) })
  }

  static func sarif(_ findings: [Diagnostic], in language: Language) throws -> [UInt8] {
    try JSONDocument.bytes(SarifLog(findings, language))
  }

  private struct Entry: Encodable {
    var code: String
    var severity: String
    var file: String?
    var line: Int?
    var column: Int?
    var length: Int?
    var found: String
    var message: String
    var advice: String?
    var suggestion: String?

    init(_ finding: Diagnostic, _ language: Language) {
      code = finding.code
      severity = "\(finding.severity)"
      file = finding.place?.file
      line = finding.place?.line
      column = finding.place?.column
      length = finding.place.flatMap { $0.length > 0 ? $0.length : nil }
      found = finding.found
      message = finding.text(in: language)
      advice = finding.adviceText(in: language)
      suggestion = finding.suggestion
    }
  }
}

extension Diagnostic {
  /// What may be done about it, in words; nil where there is nothing general to say.
  func adviceText(in language: Language) -> String? {
    advice?.text(in: language, arguments.merging(["found": found]) { given, _ in given })
  }
}

/// The parts of a SARIF log that findings fill.
private struct SarifLog: Encodable {
  struct Message: Encodable { var text: String }
  struct Rule: Encodable {
    var id: String
    var shortDescription: Message
    var help: Message?
    var defaultConfiguration: [String: String]
  }
  struct Driver: Encodable {
    var name = "Synak"
    var rules: [Rule]
  }
  struct Tool: Encodable { var driver: Driver }
  struct Region: Encodable {
    var startLine: Int
    var startColumn: Int
    var endColumn: Int?
  }
  struct Artifact: Encodable { var uri: String }
  struct Physical: Encodable {
    var artifactLocation: Artifact
    var region: Region?
  }
  struct Location: Encodable { var physicalLocation: Physical }
  struct Replacement: Encodable {
    var deletedRegion: Region
    var insertedContent: Message
  }
  struct Change: Encodable {
    var artifactLocation: Artifact
    var replacements: [Replacement]
  }
  struct Fix: Encodable { var artifactChanges: [Change] }
  struct Result: Encodable {
    var ruleId: String
    var ruleIndex: Int
    var level: String
    var message: Message
    var locations: [Location]
    var fixes: [Fix]?
  }
  struct Run: Encodable {
    var tool: Tool
    var columnKind = "unicodeCodePoints"
    var results: [Result]
  }

  let schema = "https://json.schemastore.org/sarif-2.1.0.json"
  let version = "2.1.0"
  let runs: [Run]

  enum CodingKeys: String, CodingKey {
    case schema = "$schema"
    case version, runs
  }

  init(_ findings: [Diagnostic], _ language: Language) {
    var rules: [Rule] = []
    var places: [String: Int] = [:]
    for finding in findings where places[finding.code] == nil {
      places[finding.code] = rules.count
      rules.append(
        Rule(
          id: finding.code, shortDescription: Message(text: finding.message.wording(in: language)),
          help: finding.advice.map { Message(text: $0.wording(in: language)) },
          defaultConfiguration: ["level": "\(finding.severity)"]))
    }
    let results = findings.map { finding in
      Result(
        ruleId: finding.code, ruleIndex: places[finding.code] ?? 0, level: "\(finding.severity)",
        message: Message(text: finding.text(in: language)), locations: Self.locations(of: finding),
        fixes: Self.fix(of: finding).map { [$0] })
    }
    runs = [Run(tool: Tool(driver: Driver(rules: rules)), results: results)]
  }

  private static func region(_ place: Place) -> Region? {
    guard place.line > 0 else { return nil }
    return Region(
      startLine: place.line, startColumn: max(1, place.column),
      endColumn: place.length > 0 ? max(1, place.column) + place.length : nil)
  }

  private static func locations(of finding: Diagnostic) -> [Location] {
    guard let place = finding.place else { return [] }
    return [
      Location(
        physicalLocation: Physical(artifactLocation: Artifact(uri: place.file), region: region(place)))
    ]
  }

  /// What was probably meant, where the place is exactly the piece that is wrong.
  private static func fix(of finding: Diagnostic) -> Fix? {
    guard let suggestion = finding.suggestion, let place = finding.place, place.length == finding.found.count,
      let region = region(place)
    else { return nil }
    return Fix(artifactChanges: [
      Change(
        artifactLocation: Artifact(uri: place.file),
        replacements: [Replacement(deletedRegion: region, insertedContent: Message(text: suggestion))])
    ])
  }
}
