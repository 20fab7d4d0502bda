import Datasets
import Diagnostics
import Expressions
import Instruments
import Texts

/// Inputs, options taken from a list in part, and booklets.
extension InstrumentBuilder {
  mutating func input(_ piece: Piece) -> InputField {
    InputField(id: id(of: piece), title: piece.text ?? Self.noText, kind: inputKind(piece), place: piece.place)
  }

  private mutating func inputKind(_ piece: Piece) -> InputField.Kind {
    if piece.attribute("choices") != nil { return .choice(choices(of: piece)) }
    let type = piece.word("type") ?? "text"
    switch type {
    case "integer", "decimal":
      return .number(
        NumberForm(minimum: piece.decimal("min"), maximum: piece.decimal("max"), isWhole: type == "integer"))
    case "date": return .date
    default: return .text
    }
  }

  /// The options of a list that an item takes: those that it names, or all but those.
  mutating func included(_ list: ChoiceList, _ piece: Piece) -> [Option] {
    var options = list.options
    let known = Set(options.map(\.code))
    for (name, keeps) in [("include", true), ("exclude", false)] where piece.attribute(name) != nil {
      let codes = piece.words(name)
      for (word, place) in codes where !known.contains(Symbol(word)) {
        report(
          StructureFinding.notInList, at: place, found: word,
          suggestion: Similarity.nearest(to: word, among: list.options.map(\.code.text)),
          arguments: ["list": list.id.text])
      }
      let named = Set(codes.map { Symbol($0.word) })
      options = options.filter { named.contains($0.code) == keeps }
    }
    return options
  }

  func filter(_ piece: Piece) -> Choices.Filter? {
    piece.symbol("filter-by").map { Choices.Filter(item: $0, place: piece.place(of: "filter-by")) }
  }

  /// The booklets, written out or made of clusters; what they name must be sections.
  mutating func booklets(_ root: Piece, _ sections: [Section]) -> Booklets? {
    let ids = sections.map(\.id)
    func known(_ piece: Piece, _ name: String) -> [Symbol] {
      piece.words(name).compactMap { word, place in
        if ids.contains(Symbol(word)) { return Symbol(word) }
        report(
          StructureFinding.unknownSection, at: place, found: word,
          suggestion: Similarity.nearest(to: word, among: ids.map(\.text)))
        return nil
      }
    }
    let written = root.children("booklet")
    if let piece = root.first("booklets") {
      if let other = written.first { report(StructureFinding.bookletsTwice, at: other.place) }
      let clusters = known(piece, "clusters")
      let size = piece.whole("size") ?? 1
      guard !clusters.isEmpty else { return nil }
      if size > clusters.count {
        report(
          StructureFinding.bookletTooLarge, at: piece.place(of: "size"), found: String(size),
          arguments: ["count": String(clusters.count)])
        return nil
      }
      let spread = CyclicDesign.imbalance(clusters: clusters.count, size: size)
      if spread > 0 {
        report(StructureFinding.unbalancedPairs, at: piece.place, arguments: ["spread": String(spread)])
      }
      return Booklets(Booklets.Design(clusters: clusters, size: size), place: piece.place)
    }
    guard let first = written.first else { return nil }
    let booklets = written.map { piece in
      Booklets.Booklet(id: piece.symbol("id") ?? Symbol(""), sections: known(piece, "sections"))
    }
    return Booklets(booklets: booklets.filter { !$0.sections.isEmpty }, place: first.place)
  }
}
