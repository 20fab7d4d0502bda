import XML

/// The published contract for editors: an XSD written from the grammar by which the reader reads.
package enum InstrumentSchema {
  /// The schema as the bytes of a file, the same on every run.
  package static let xsd: [UInt8] = {
    do throws(MarkupWriter.Fault) {
      return try SchemaWriter.schema(of: .synak)
    } catch {
      // The table holds names and values that XML allows; a test writes the schema and compiles it.
      preconditionFailure("The grammar can't be written as XML: \(error)")
    }
  }()
}
