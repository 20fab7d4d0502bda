import ArgumentParser
import Foundation
import Texts

extension Language: ExpressibleByArgument {}

/// In which language Synak speaks.
struct LanguageOptions: ParsableArguments {
  @Option(
    name: [.customShort("l"), .customLong("language")],
    help: ArgumentHelp("The language of messages: ky, ru or en.", valueName: "ky|ru|en"))
  var chosen: Language?

  /// The language that was asked for, else that of the environment, else English.
  var language: Language { (chosen ?? Self.ofProcess).spoken }

  /// The language of the environment, else English.
  static var ofProcess: Language { (ofEnvironment(ProcessInfo.processInfo.environment) ?? .en).spoken }

  static func ofEnvironment(_ variables: [String: String]) -> Language? {
    for name in ["SYNAK_LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"] {
      guard let value = variables[name], !value.isEmpty else { continue }
      return Language(rawValue: String(value.prefix(2)))
    }
    return nil
  }
}

/// A command that speaks the language that is asked for.
protocol SpeakingCommand: ParsableCommand {
  var languages: LanguageOptions { get }
}
