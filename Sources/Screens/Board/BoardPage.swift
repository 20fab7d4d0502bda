package import Monitoring
package import Texts

/// The indicator board as a page: the table of monitoring, for whatever width the screen has.
extension Board {
  package func page(in language: Language) -> Page {
    Page(
      title: definition.title.plain(in: language), subtitle: cell.text(in: language, names: names),
      blocks: [
        .lines { width in
          // The heading, up to the first empty line, is the page's.
          Array(BoardText(language: language, width: width).lines(of: self).drop { !$0.isEmpty }.dropFirst())
        }
      ])
  }
}
