import Expressions
import Instruments
import Texts

/// When a section stops, and how much time there is.
extension InstrumentExplainer {
  func pace(of section: Section) -> [Explanation.Line] {
    var lines: [Explanation.Line] = []
    if let rule = section.stopRule {
      var words = [
        rule.afterWrong.map { say(.stopWrong, ["n": String($0)]) },
        rule.afterMissing.map { say(.stopMissing, ["n": String($0)]) },
      ].compactMap { $0 }
      words.append(say(rule.unreached == .wrong ? .unreachedWrong : .unreachedAside))
      lines.append(line(.stops, words.joined(separator: "; ")))
    }
    if let limit = section.timeLimit { lines.append(time(limit, .sectionTime)) }
    return lines + adaptive(section)
  }

  /// The cells, the early stop, and the names under which the result is known.
  func timedGrid(_ form: TimedGridForm, of item: Item) -> [Explanation.Line] {
    var lines = [line(.answers, say(.cellsIn, ["count": String(form.count), "time": clock(form.time)]))]
    if let limit = form.stopAfterWrong { lines.append(line(.stops, say(.stopWrong, ["n": String(limit)]))) }
    let names = [item.id.text] + item.parts.map { item.partID($0).text }
    return lines + [line(.seenAs, names.joined(separator: ", "))]
  }

  func time(_ milliseconds: Int64, _ label: ExplanationPhrase = .time) -> Explanation.Line {
    line(label, say(.atMostTime, ["time": clock(milliseconds)]))
  }

  /// Minutes and seconds, as a clock shows them.
  private func clock(_ milliseconds: Int64) -> String {
    let seconds = milliseconds / 1_000
    let rest = "\(seconds % 60)"
    return "\(seconds / 60):\(rest.count < 2 ? "0" + rest : rest)"
  }
}
