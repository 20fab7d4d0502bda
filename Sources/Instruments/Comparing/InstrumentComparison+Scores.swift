import Expressions
import Texts

/// Keys, scales, feeds, feedback and the blueprint.
extension InstrumentComparison {
  mutating func compareScoring() {
    let olds = Dictionary(old.scoring.keys.map { ($0.item, $0) }) { first, _ in first }
    let news = Dictionary(new.scoring.keys.map { ($0.item, $0) }) { first, _ in first }
    let ids = Set(old.form.placedItems.map(\.item.id)).intersection(new.form.placedItems.map(\.item.id))
    for id in ids.sorted() {
      let (was, now) = (olds[id], news[id])
      if was?.answerText != now?.answerText {
        add(.key, .scores, .breaks, id, was?.answerText ?? "–", now?.answerText ?? "–")
      }
      guard let was, let now else { continue }
      compareGuides(was.guide, now.guide, of: id)
      if was.points != now.points { add(.points, .scores, .breaks, id, "\(was.points)", "\(now.points)") }
      compare(was.credit.rawValue, now.credit.rawValue, .credit, .scores, .breaks, of: id)
      compare(was.spelling.text, now.spelling.text, .spelling, .scores, .breaks, of: id)
    }
    for id in old.scoring.reversed.symmetricDifference(new.scoring.reversed).intersection(ids).sorted() {
      add(.reversal, .scores, .breaks, id)
    }
    compareScales()
    compareCalibrations()
    compareFeeds()
    compareFeedback()
    compareBlueprint(ids)
  }

  private mutating func compareScales() {
    let olds = Dictionary(old.scoring.scales.map { ($0.id, $0) }) { first, _ in first }
    let news = Set(new.scoring.scales.map(\.id))
    for scale in old.scoring.scales where !news.contains(scale.id) { add(.scaleRemoved, .scores, .breaks, scale.id) }
    for now in new.scoring.scales {
      guard let was = olds[now.id] else {
        add(.scaleAdded, .scores, .none, now.id)
        continue
      }
      compareWords(was.title, now.title, of: now.id, .none)
      compareLevelWords(was, now)
      let (before, after) = (was.members.map(\.id.text), now.members.map(\.id.text))
      if Set(before) != Set(after) {
        add(.scaleMembers, .scores, .breaks, now.id, before.joined(separator: " "), after.joined(separator: " "))
      }
      compare(was.methodText, now.methodText, .scaleMethod, .scores, .breaks, of: now.id)
      compare(was.tableText, now.tableText, .scaleTable, .scores, .breaks, of: now.id)
      compare(was.levelText, now.levelText, .levels, .scores, .levels, of: now.id)
    }
  }

  private mutating func compareCalibrations() {
    let (was, now) = (old.scoring.calibration, new.scoring.calibration)
    let id = new.form.id
    compare(was?.text ?? "–", now?.text ?? "–", .calibration, .scores, .breaks, of: id)
    func items(_ calibration: Calibration?) -> [Symbol: String] {
      Dictionary((calibration?.items ?? []).map { ($0.item, $0.text) }) { first, _ in first }
    }
    let (before, after) = (items(was), items(now))
    for item in Set(before.keys).union(after.keys).sorted() {
      compare(before[item] ?? "–", after[item] ?? "–", .calibration, .scores, .breaks, of: item)
    }
  }

  /// A level may stand several times, with other borders; its name is told once.
  private mutating func compareLevelWords(_ was: Scale, _ now: Scale) {
    let olds = Dictionary(was.levels.map { ($0.code, $0.title) }) { first, _ in first }
    var told: Set<Symbol> = []
    for level in now.levels where told.insert(level.code).inserted {
      if let title = olds[level.code] {
        compareWords(title, level.title, of: now.id, .none, as: .levelWords, code: level.code)
      }
    }
  }

  private mutating func compareGuides(_ was: MarkingGuide?, _ now: MarkingGuide?, of id: Symbol) {
    guard let was, let now else { return }
    compareWords(was.text, now.text, of: id, .judgement, as: .guide)
    let olds = Dictionary(was.criteria.map { ($0.id, $0) }) { first, _ in first }
    for criterion in now.criteria {
      guard let earlier = olds[criterion.id] else { continue }
      compareWords(earlier.text, criterion.text, of: id, .judgement, as: .guide)
      for (before, after) in zip(earlier.levels, criterion.levels) {
        compareWords(before.text, after.text, of: id, .judgement, as: .guide)
      }
    }
  }

  private mutating func compareFeedback() {
    let ids = Set(old.scoring.feedback.keys).union(new.scoring.feedback.keys)
    for id in ids.sorted() {
      let (was, now) = (old.scoring.feedback[id] ?? [], new.scoring.feedback[id] ?? [])
      let (before, after) = (was.map(\.occasion.rawValue), now.map(\.occasion.rawValue))
      if before != after {
        add(.feedback, .scores, .none, id, before.joined(separator: " "), after.joined(separator: " "))
      }
      for (earlier, later) in zip(was, now) { compareWords(earlier.text, later.text, of: id, .none, as: .feedback) }
    }
  }

  private mutating func compareBlueprint(_ items: Set<Symbol>) {
    let id = new.form.id
    compare(old.blueprint?.text ?? "–", new.blueprint?.text ?? "–", .blueprint, .scores, .none, of: id)
    if let was = old.blueprint, let now = new.blueprint {
      let olds = Dictionary((was.areas + was.processes).map { ($0.code, $0.title) }) { first, _ in first }
      for part in now.areas + now.processes {
        if let title = olds[part.code] { compareWords(title, part.title, of: part.code, .none, as: .blueprint) }
      }
    }
    for item in items.sorted() {
      compare(
        old.specifications[item]?.text ?? "–", new.specifications[item]?.text ?? "–", .specification, .scores, .none,
        of: item)
    }
  }

  private mutating func compareFeeds() {
    func fields(_ feed: Feed) -> [String] { feed.fields.map { "\($0.id) = \($0.value.text)" } }
    let olds = Dictionary(old.scoring.feeds.map { ($0.dataset, fields($0)) }) { first, _ in first }
    let news = Dictionary(new.scoring.feeds.map { ($0.dataset, fields($0)) }) { first, _ in first }
    for id in Set(olds.keys).union(news.keys).sorted() where olds[id] != news[id] {
      add(
        .feeds, .scores, .none, id, (olds[id] ?? ["–"]).joined(separator: "; "),
        (news[id] ?? ["–"]).joined(separator: "; "))
    }
  }
}

extension Calibration {
  fileprivate var text: String { "\(mean) \(deviation)" + (sample.map { " " + $0 } ?? "") }
}

extension Calibration.Parameters {
  fileprivate var text: String {
    let hardness = difficulties.map { "\($0)" }.joined(separator: " ")
    return "a \(slope), b \(hardness)" + (guessing.isZero ? "" : ", c \(guessing)")
  }
}
