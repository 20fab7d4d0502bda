import Expressions

/// What exports write beside stored values.
enum ExportText {
  /// Numbers need no guard against spreadsheets, and stay numbers in JSON.
  static func isNumber(_ value: Value) -> Bool {
    switch value {
    case .integer, .decimal: true
    case .float(let float): float.isFinite
    default: false
    }
  }

  /// `2026-05-14T08:30:15Z`
  static func text(ofInstant milliseconds: Int64) -> String {
    let day: Int64 = 86_400_000
    let days = milliseconds >= 0 ? milliseconds / day : (milliseconds - day + 1) / day
    let seconds = Int((milliseconds - days * day) / 1000)
    func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    let date = CalendarDate(days: Int32(truncatingIfNeeded: days))
    return "\(date)T\(padded(seconds / 3600)):\(padded(seconds / 60 % 60)):\(padded(seconds % 60))Z"
  }
}
