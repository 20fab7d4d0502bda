import Administration
import Datasets
import Expressions
import Foundation
import Instruments
import Screens
import Storage
import TerminalUI
import Texts

extension TerminalOptions {
  /// How a person sees and hears a session. Pupils try the keys before their first test; adults are asked.
  func looks(of session: Session, file: String, _ speaker: EspeakSpeaker?, isFirst: Bool = true) -> Looks {
    let form = session.plan.delivery.form
    // What the register says that this person needs.
    let needs = session.plan.respondent.accommodations
    let isSkipped = noTutorial || !isFirst || ProcessInfo.processInfo.environment["SYNAK_TUTORIAL"] == "no"
    return Looks(
      isLarge: large || needs.largePrint, pictures: PictureFolder.shelf(of: form, beside: file, on: environment),
      voices: voices(of: form, speaker, isGranted: aloud || needs.readAloud),
      practice: isSkipped ? .none : form.isForPupils ? .given : .offered)
  }

  /// In a test hearing instead of reading is another task: there it is for whom it was granted.
  private func voices(of form: Form, _ speaker: EspeakSpeaker?, isGranted: Bool) -> Set<Language> {
    guard let speaker, isGranted || form.method != .test else { return [] }
    return Set(form.languages.filter(speaker.speaks))
  }

  /// The voice of this machine.
  static var speaker: EspeakSpeaker? { EspeakSpeaker.found(in: ProcessInfo.processInfo.environment["PATH"] ?? "") }
}

extension Form {
  /// Who sits tests is a pupil; of the rest the instrument says it.
  fileprivate var isForPupils: Bool { method == .test || respondent?.text == "pupil" }
}

extension Conduct {
  /// Whether nothing that this person handed in is known. Of the unnamed nothing ever is.
  func isFirst(_ respondent: Respondent) throws -> Bool {
    guard let person = respondent.person else { return true }
    let filter = SessionFilter(school: office.school, person: person, state: .sealed)
    return try reportingFaults(in: language) { try office.store.sessions(filter) }.isEmpty
  }
}
