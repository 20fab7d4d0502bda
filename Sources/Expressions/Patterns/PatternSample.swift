extension Pattern {
  /// A shortest text that fits the pattern, of letters that people type; nil where a place takes none of these.
  ///
  /// For made-up respondents, who must write something that is taken.
  package var sample: String? {
    let letters = (Array(0x20...0x7E) + Array(0x400...0x4FF)).compactMap { Unicode.Scalar(UInt32($0)) }
    // Step by step outward from the start, so that the first way to the end is a shortest one.
    var ways: [Int: String] = [0: ""]
    var waiting = [0]
    var next = 0
    while next < waiting.count {
      let place = waiting[next]
      next += 1
      let text = ways[place] ?? ""
      func reach(_ target: Int, _ text: String) {
        guard ways[target] == nil else { return }
        ways[target] = text
        waiting.append(target)
      }
      switch steps[place] {
      case .end: return text
      case .jump(let target): reach(target, text)
      case .fork(let first, let second):
        reach(first, text)
        reach(second, text)
      case .letter(let set):
        let letter = letters.first { $0 != " " && set.contains($0) } ?? letters.first { set.contains($0) }
        if let letter { reach(place + 1, text + String(Character(letter))) }
      }
    }
    return nil
  }
}
