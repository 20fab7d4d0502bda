import Texts

/// The words around stops and limits of time.
extension RunnerPhrase {
  var paceTemplate: Template? {
    switch self {
    case .partStopped:
      Template(
        ky: "Бул бөлүм ушул жерден бүтөт: калган суроолору берилбейт.",
        ru: "Этот раздел на этом закончен: остальные вопросы не задаются.",
        en: "This part ends here: its other questions aren't asked.")
    default: nil
    }
  }
}
