import Expressions
import Foundation
import Instruments
import Screens
import TerminalUI
import Texts

extension TerminalOptions {
  /// How a person sees and hears a session of this form. Pupils try the keys before a test; adults are asked.
  func looks(of form: Form, file: String, _ speaker: EspeakSpeaker?) -> Looks {
    let isSkipped = noTutorial || ProcessInfo.processInfo.environment["SYNAK_TUTORIAL"] == "no"
    return Looks(
      isLarge: large, pictures: PictureFolder.shelf(of: form, beside: file, on: environment),
      voices: voices(of: form, speaker),
      practice: isSkipped ? .none : form.isForPupils ? .given : .offered)
  }

  /// In a test hearing instead of reading is another task: there it is for whom it was granted.
  private func voices(of form: Form, _ speaker: EspeakSpeaker?) -> Set<Language> {
    guard let speaker, aloud || form.method != .test else { return [] }
    return Set(form.languages.filter(speaker.speaks))
  }

  /// The voice of this machine.
  static var speaker: EspeakSpeaker? { EspeakSpeaker.found(in: ProcessInfo.processInfo.environment["PATH"] ?? "") }
}

extension Form {
  /// Who sits tests is a pupil; of the rest the instrument says it.
  fileprivate var isForPupils: Bool { method == .test || respondent?.text == "pupil" }
}
