import Administration
import Datasets
import Expressions

/// What a replay needs of who answered, as it stood when the session began: kept beside the seed, as a line of text.
struct SessionContext: Hashable {
  var respondent: Respondent
  var today: CalendarDate?
  /// Inputs that were given at the opening, as they were typed.
  var inputs: [Symbol: String] = [:]

  /// Fields with tabs between; what is unknown is empty. Behind them the inputs, `id=typed` each, and what the respondent
  /// needs under names that no input can have.
  var bytes: [UInt8] {
    let fields = [
      respondent.person?.text, respondent.schoolClass?.text, respondent.grade.map { String($0) }, respondent.sex?.text,
      respondent.language?.text, today.map { String($0.days) },
    ]
    let given = inputs.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
    return Array((fields.map { $0 ?? "" } + needs + given).joined(separator: "\t").utf8)
  }

  private var needs: [String] {
    let needs = respondent.accommodations
    return [
      needs.extraTime > 0 ? "@extra-time=\(needs.extraTime)" : nil, needs.largePrint ? "@large-print=yes" : nil,
      needs.readAloud ? "@read-aloud=yes" : nil,
    ].compactMap { $0 }
  }

  init(respondent: Respondent, today: CalendarDate?, inputs: [Symbol: String] = [:]) {
    self.respondent = respondent
    self.today = today
    self.inputs = inputs.mapValues { $0.split(whereSeparator: \.isWhitespace).joined(separator: " ") }
  }

  /// The context that `bytes` gave; nil for any others.
  init?(bytes: [UInt8]) {
    let fields = String(decoding: bytes, as: UTF8.self).split(separator: "\t", omittingEmptySubsequences: false)
      .map(String.init)
    guard fields.count >= 6 else { return nil }
    for field in fields[6...] {
      guard let equals = field.firstIndex(of: "=") else { return nil }
      inputs[Symbol(String(field[..<equals]))] = String(field[field.index(after: equals)...])
    }
    let accommodations = Accommodations(
      extraTime: inputs.removeValue(forKey: "@extra-time").flatMap { Int($0) } ?? 0,
      largePrint: inputs.removeValue(forKey: "@large-print") != nil,
      readAloud: inputs.removeValue(forKey: "@read-aloud") != nil)
    func symbol(_ index: Int) -> Symbol? { fields[index].isEmpty ? nil : Symbol(fields[index]) }
    respondent = Respondent(
      person: symbol(0), schoolClass: symbol(1), grade: Int(fields[2]), sex: symbol(3), language: symbol(4))
    respondent.accommodations = accommodations
    today = Int32(fields[5]).map { CalendarDate(days: $0) }
  }
}
