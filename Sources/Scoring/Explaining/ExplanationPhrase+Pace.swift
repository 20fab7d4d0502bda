import Texts

/// What an explanation says of stops and of time.
extension ExplanationPhrase {
  var pace: Template? {
    switch self {
    case .stops: Template(ky: "Токтойт", ru: "Остановка", en: "Stops")
    case .time: Template(ky: "Убакыт", ru: "Время", en: "Time")
    case .sectionTime: Template(ky: "Бөлүмдүн убактысы", ru: "Время раздела", en: "Time of its section")
    case .stopWrong:
      Template(
        ky: "катары менен {n} катадан кийин", ru: "после {n} {n:ошибки|ошибок|ошибок} подряд",
        en: "after {n} wrong in a row")
    case .stopMissing:
      Template(
        ky: "катары менен {n} жоопсуздан кийин", ru: "после {n} без ответа подряд", en: "after {n} left in a row")
    case .unreachedWrong:
      Template(
        ky: "калгандары 0 упай", ru: "остальные по 0 баллов", en: "what is left earns nothing")
    case .unreachedAside:
      Template(ky: "калгандары эсепке кирбейт", ru: "остальные не учитываются", en: "what is left doesn't count")
    case .atMostTime: Template(ky: "эң көп {time}", ru: "не больше {time}", en: "at most {time}")
    default: nil
    }
  }
}
