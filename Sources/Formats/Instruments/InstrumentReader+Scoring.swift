import Diagnostics
import Expressions
import Instruments
import Texts
import XML

/// Scales, feeds and examples.
extension InstrumentBuilder {
  mutating func scale(_ piece: Piece) -> Scale {
    Scale(
      id: id(of: piece), title: piece.text ?? Self.noText, method: piece.choice("method") ?? .sum,
      members: piece.words("of").map { Scale.Member(id: Symbol($0.word), place: $0.place) },
      atLeast: piece.whole("at-least"), levels: piece.children("level").compactMap(Self.level), place: piece.place)
  }

  private static func level(_ piece: Piece) -> Level? {
    guard let code = piece.symbol("code"), let from = piece.word("from") else { return nil }
    let isShare = from.hasSuffix("%")
    guard let number = Decimal64(isShare ? String(from.dropLast()) : from) else { return nil }
    return Level(
      code: code, from: isShare ? .percent(number) : .score(number), title: piece.text ?? noText, place: piece.place)
  }

  func feed(_ piece: Piece) -> Feed {
    let fields = piece.children("feeds-field").compactMap { field -> Feed.Field? in
      guard let id = field.symbol("id"), let value = field.sourceText("value") else { return nil }
      return Feed.Field(id: id, value: value, place: field.place)
    }
    return Feed(dataset: piece.symbol("dataset") ?? Symbol(""), fields: fields, place: piece.place)
  }

  func example(_ piece: Piece) -> Example {
    let steps = piece.children("answers").map { answers in
      Example.Step(
        answers: answers.openAttributes(except: []).map {
          Example.Given(item: Symbol($0.name), typed: answers.source.sourceText($0.value, $0.source))
        })
    }
    let name = piece.attribute("name").map { Lexical.collapsed($0.value[...]) } ?? ""
    return Example(
      name: name, steps: steps, expectations: piece.first("expect").map(expectations) ?? [], place: piece.place)
  }

  private func expectations(_ piece: Piece) -> [Example.Expectation] {
    var result: [Example.Expectation] = []
    for (name, make) in [("shown", Example.Expectation.shown), ("hidden", Example.Expectation.hidden)]
    where piece.attribute(name) != nil {
      result.append(make(piece.words(name).map { Symbol($0.word) }, piece.place(of: name)))
    }
    for attribute in piece.openAttributes(except: ["shown", "hidden"]) {
      let value = piece.source.sourceText(attribute.value, attribute.source)
      if attribute.name.hasSuffix(".level") {
        result.append(.level(of: Symbol(String(attribute.name.dropLast(6))), value))
      } else {
        result.append(.value(of: Symbol(attribute.name), value))
      }
    }
    return result
  }
}
