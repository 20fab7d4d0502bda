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
    return lines
  }

  /// A limit in minutes and seconds, as a clock shows it.
  func time(_ milliseconds: Int64, _ label: ExplanationPhrase = .time) -> Explanation.Line {
    let seconds = milliseconds / 1_000
    let rest = "\(seconds % 60)"
    return line(label, say(.atMostTime, ["time": "\(seconds / 60):\(rest.count < 2 ? "0" + rest : rest)"]))
  }
}
