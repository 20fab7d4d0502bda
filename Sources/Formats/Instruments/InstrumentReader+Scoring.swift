import Diagnostics
import Expressions
import Instruments
import Texts
import XML

/// Feeds and examples.
extension InstrumentBuilder {
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
          Example.Given(
            item: Symbol($0.name), typed: answers.source.sourceText($0.value, $0.source),
            place: answers.source.place($0.nameOffset, length: $0.name.count))
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
