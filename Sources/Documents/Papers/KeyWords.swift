import Datasets
import Expressions
import Instruments
import Texts

/// What is right, as it is found on paper: by the letters of the variant, with the words beside them.
struct KeyWords {
  let paper: Paper

  private var language: Language { paper.language }
  private var words: PaperWords { PaperWords(language: language) }

  func text(_ key: KeyedItem, _ question: Paper.Question) -> String {
    let item = question.item.item
    switch key.answer {
    case .options(let codes):
      let right = question.options.enumerated().filter { codes.contains($0.element.code) }
      return right.map { "\(paper.letter($0.offset)) (\($0.element.text.plain(in: language)))" }.joined(separator: ", ")
    case .order(let codes):
      let places = question.options.enumerated().compactMap { place, option in
        codes.firstIndex(of: option.code).map { "\(paper.letter(place))\u{A0}–\u{A0}\($0 + 1)" }
      }
      return places.joined(separator: ", ") + " (" + item.print(.ordered(codes), in: language) + ")"
    case .numbers(let keys):
      return alternatives(
        keys.map { key in
          let number = item.print(.decimal(key.value), in: language)
          let off = words.number(key.tolerance.number)
          switch key.tolerance {
          case .absolute(let most): return most.isZero ? number : "\(number) ± \(off)"
          case .percent: return "\(number) ± \(off) %"
          }
        })
    case .texts(let texts): return alternatives(texts.map { "«\($0.text)»" })
    case .dates(let dates): return alternatives(dates.map { item.print(.date($0), in: language) })
    case .pairs(let pairs): return joined(pairs, question)
    case .levels: return language.say(.byLevels)
    case .judgement: return language.say(.judged)
    }
  }

  private func alternatives(_ texts: [String]) -> String {
    texts.joined(separator: " \(language.say(.or)) ")
  }

  private func joined(_ pairs: [MatchPair], _ question: Paper.Question) -> String {
    guard case .match(let form) = question.item.item.kind else { return "" }
    return form.lefts.enumerated().compactMap { place, left -> String? in
      let rights = pairs.filter { $0.left == left.code }.map { paper.letter(of: $0.right, in: question) }
      return rights.isEmpty ? nil : "\(place + 1)\u{A0}–\u{A0}" + rights.joined(separator: "/")
    }.joined(separator: ", ")
  }
}
