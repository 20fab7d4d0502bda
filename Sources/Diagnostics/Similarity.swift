/// "Did you mean": the name that is nearest to one that doesn't exist.
package enum Similarity {
  /// The candidate nearest to `word` by edits (Damerau 1964, optimal string alignment), or nil where none is near enough:
  /// at most a third of the longer word's letters may differ, and one letter where words are short.
  package static func nearest(to word: String, among candidates: some Sequence<String>) -> String? {
    let letters = Array(word.lowercased())
    var best: (distance: Int, difference: Int, candidate: String)?
    for candidate in candidates where candidate != word {
      let others = Array(candidate.lowercased())
      let allowed = max(1, max(letters.count, others.count) / 3)
      guard abs(letters.count - others.count) <= allowed else { continue }
      let distance = edits(letters, others)
      guard distance <= allowed, distance < max(letters.count, others.count) else { continue }
      let found = (distance: distance, difference: abs(letters.count - others.count), candidate: candidate)
      if let known = best, known <= found { continue }
      best = found
    }
    return best?.candidate
  }

  static func edits(_ a: [Character], _ b: [Character]) -> Int {
    if a.isEmpty || b.isEmpty { return max(a.count, b.count) }
    var beforeLast = [Int](repeating: 0, count: b.count + 1)
    var last = Array(0...b.count)
    for i in 1...a.count {
      var current = [i] + [Int](repeating: 0, count: b.count)
      for j in 1...b.count {
        let change = a[i - 1] == b[j - 1] ? 0 : 1
        current[j] = min(last[j] + 1, current[j - 1] + 1, last[j - 1] + change)
        if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] {
          current[j] = min(current[j], beforeLast[j - 2] + 1)
        }
      }
      beforeLast = last
      last = current
    }
    return last[b.count]
  }
}
