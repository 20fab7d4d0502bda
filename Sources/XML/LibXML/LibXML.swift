internal import CLibXML2

/// What libxml2 must be told once in a process, before any document is parsed.
enum LibXML {
  /// Silent, and unable to load anything: no parse, schema or stylesheet of this process reads a file or a network
  /// through libxml2, whatever its options say.
  static let isReady: Bool = {
    xmlInitParser()
    synak_xml_silence()
    xmlCatalogSetDefaults(XML_CATA_ALLOW_NONE)
    xmlSetExternalEntityLoader { _, _, _ in nil }
    return true
  }()
}
