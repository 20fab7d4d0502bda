import Foundation
import Texts
package import XML

/// Documents as Flat ODF text (OASIS OpenDocument 1.3, one XML file), which LibreOffice opens: for those who want to change
/// a paper before they print it.
///
/// Marks are characters here (○ А, ☐, ____), so that they can be edited like text.
package struct FlatODFWriter {
  private let pictures: [String: PictureFile]

  package init(pictures: [String: PictureFile] = [:]) { self.pictures = pictures }

  package func bytes(_ document: PrintedDocument) throws(MarkupWriter.Fault) -> [UInt8] {
    var body = FlatODFBody(pictures: pictures)
    let width = document.isLandscape ? 267.0 : 180.0
    let text = body.content(document.blocks, FlatODFBody.Place(width: width))
    var root = MarkupElement("office:document")
    root.attributes = FlatODFStyles.namespaces
    root.add("office:version", "1.3")
    root.add("office:mimetype", "application/vnd.oasis.opendocument.text")
    root.add(
      MarkupElement(
        "office:meta", [:],
        [.element(MarkupElement("dc:title", [:], [.text(PlainCharacters.text(document.title))]))]))
    root.add(FlatODFStyles.styles(document.language))
    root.add(FlatODFStyles.automatic(body.styles, isLandscape: document.isLandscape))
    root.add(FlatODFStyles.master(footer: document.footer, width: width, hasCorners: document.hasCornerMarks))
    root.add(
      MarkupElement("office:body", [:], [.element(MarkupElement("office:text", [:], text.map { .element($0) }))]))
    return try MarkupWriter.write(root)
  }
}
