import Administration
import Diagnostics
import Expressions
import Instruments
import Storage

extension Conduct {
  /// Somebody unnamed of a class: what the register says alike of all its pupils, and nothing that tells one of them.
  func respondent(ofClass name: String) throws -> Respondent {
    let entries = try reportingFaults(in: language) { try office.store.register(of: office.school) }
      .filter { $0.role == "pupil" && $0.isThere(on: today) }
    let pupils = entries.filter { $0.schoolClass?.text == name }
    guard !pupils.isEmpty else {
      let known = Set(entries.compactMap { $0.schoolClass?.text })
      throw Failure(
        .unknownClass, found: name, suggestion: Similarity.nearest(to: name, among: known), in: language)
    }
    if instrument.delivery.form.isAnonymous, Set(pupils.map(\.person)).count < BallotBox.batch {
      throw Failure(
        of: InputFinding.smallClass, found: name, arguments: ["least": String(BallotBox.batch)], in: language)
    }
    return Respondent(unnamedOf: Symbol(name), entries, on: today)
  }
}
