import ArgumentParser
import Formats

/// `synak schema`: the contract of the instrument language, for editors that complete while one writes.
struct SchemaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema",
    abstract: "Print the XML schema (XSD 1.0) of Synak's files, for editors.",
    discussion: "Example:  synak schema > synak.xsd")

  func run() { Output.raw(InstrumentSchema.xsd) }
}
