import Diagnostics
import Expressions
import Instruments
import XML

/// What is right: `correct` and `place` at options, `<key>`, and the points for it.
extension InstrumentBuilder {
  mutating func key(of item: Item, _ piece: Piece) {
    let answer: ItemKey.Answer?
    var worth: Decimal64?
    switch item.kind {
    case .choose, .chooseMany: answer = optionsKey(piece)
    case .order: answer = orderKey(piece)
    case .number: answer = numbersKey(piece)
    case .text: answer = textsKey(piece)
    case .date: answer = datesKey(piece)
    case .match: answer = pairsKey(piece)
    case .essay:
      let judged = judgement(piece)
      answer = judged?.answer
      worth = judged?.points
    case .criterion, .tally, .timeSample: answer = nil
    }
    if let answer {
      var key = ItemKey(
        item: item.id, points: worth ?? piece.decimal("points") ?? Decimal64(1),
        credit: piece.choice("credit") ?? .all, answer: answer, place: piece.place)
      key.spelling = Self.spelling(piece)
      keys.append(key)
    } else if let attribute = ["points", "credit"].first(where: { piece.attribute($0) != nil }), !saysWhatIsRight(piece)
    {
      report(ContentFinding.nothingIsRight, at: piece.place(of: attribute), found: item.id.text)
    } else if piece.attribute("typo") != nil, !saysWhatIsRight(piece) {
      report(MeasureFinding.typoWithoutKey, at: piece.place(of: "typo"), found: item.id.text)
    }
    feedback(of: item.id, piece)
    specify(item.id, piece)
  }

  /// Whether the author said what is right, well or badly: what is badly said is reported already.
  private func saysWhatIsRight(_ piece: Piece) -> Bool {
    piece.element.elements.contains { element in
      element.name == "key" || element.attribute("place") != nil
        || element.attribute("correct").map { Lexical.trimmed($0.value) != "no" } ?? false
    }
  }

  private mutating func optionsKey(_ piece: Piece) -> ItemKey.Answer? {
    let marked = piece.children("keyed-option").filter { $0.flag("correct") == true }.compactMap { $0.symbol("code") }
    let keys = piece.children("option-key")
    let named = keys.flatMap { Lexical.words($0.value?.text ?? "").map { Symbol(String($0)) } }
    if !marked.isEmpty, let key = keys.first { reportTwice(piece, at: key) }
    let codes = marked.isEmpty ? named : marked
    return codes.isEmpty ? nil : .options(codes)
  }

  private mutating func orderKey(_ piece: Piece) -> ItemKey.Answer? {
    let options = piece.children("placed-option")
    let placed = options.filter { $0.element.attribute("place") != nil }
    let keys = piece.children("option-key")
    if let key = placed.isEmpty ? keys.dropFirst().first : keys.first { reportTwice(piece, at: key) }
    guard !placed.isEmpty else {
      return keys.first?.value.map { .order(Lexical.words($0.text).map { Symbol(String($0)) }) }
    }
    let places = placed.compactMap { $0.whole("place") }
    // A place without its form is reported already.
    guard places.count == placed.count else { return nil }
    guard placed.count == options.count, places.sorted().elementsEqual(1...options.count) else {
      report(
        ScoringFinding.placesNotPermutation, at: piece.place, found: piece.word("id") ?? piece.name,
        arguments: ["count": String(options.count)])
      return nil
    }
    let order = zip(places, placed).sorted { $0.0 < $1.0 }
    return .order(order.compactMap { $0.1.symbol("code") })
  }

  private func numbersKey(_ piece: Piece) -> ItemKey.Answer? {
    let numbers = piece.children("number-key").compactMap { key -> NumberKey? in
      guard let typed = key.value.map({ Lexical.trimmed($0.text).map { $0 == "," ? "." : $0 } }),
        let value = Decimal64(String(typed))
      else { return nil }
      return NumberKey(value: value, tolerance: Self.tolerance(key))
    }
    return numbers.isEmpty ? nil : .numbers(numbers)
  }

  private func textsKey(_ piece: Piece) -> ItemKey.Answer? {
    let texts = piece.children("text-key").compactMap { $0.value?.trimmed }
    return texts.isEmpty ? nil : .texts(texts)
  }

  private mutating func reportTwice(_ piece: Piece, at key: Piece) {
    report(ContentFinding.keyTwice, at: key.place, found: piece.word("id") ?? piece.name)
  }
}

extension SourceText {
  /// Without the spaces around it.
  var trimmed: SourceText {
    let words = Lexical.trimmed(text)
    let range = Lexical.range(of: words, in: text)
    if range.count == text.utf8.count { return self }
    var place = place(of: range)
    place.length = 0
    let later = segments.filter { range.lowerBound < $0.offset && $0.offset < range.upperBound }
    return SourceText(
      String(words),
      segments: [Segment(offset: 0, place: place)]
        + later.map { Segment(offset: $0.offset - range.lowerBound, place: $0.place) })
  }
}
