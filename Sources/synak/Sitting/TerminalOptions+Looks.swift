import Expressions
import Foundation
import Instruments
import Screens
import TerminalUI

extension TerminalOptions {
  /// How a person sees and hears a session of this form. Pupils try the keys before a test; adults are asked.
  func looks(of form: Form, file: String, _ speaker: EspeakSpeaker?) -> Looks {
    let isSkipped = noTutorial || ProcessInfo.processInfo.environment["SYNAK_TUTORIAL"] == "no"
    return Looks(
      isLarge: large, pictures: PictureFolder.shelf(of: form, beside: file, on: environment), canRead: speaker != nil,
      practice: isSkipped ? .none : form.isForPupils ? .given : .offered)
  }

  /// The voice of this machine.
  static var speaker: EspeakSpeaker? { EspeakSpeaker.found(in: ProcessInfo.processInfo.environment["PATH"] ?? "") }
}

extension Form {
  /// Who sits tests is a pupil; of the rest the instrument says it.
  fileprivate var isForPupils: Bool { method == .test || respondent?.text == "pupil" }
}
