import Texts

/// What can be wrong with a monitoring plan. Each rule that stands in the regulation names its clause.
package enum PlanFinding: String, Finding {
  case unknownRole = "E421"
  case unknownIndicator = "E422"
  case unknownPeriod = "E423"
  case unknownObject = "E424"
  case unknownDirection = "E425"
  case noOrder = "E426"
  case noActivityOfKind = "E427"
  case noActivityOfAspect = "E428"
  case noEvidence = "E429"
  case windowOutsidePeriod = "E430"
  case periodOutsideParent = "E431"
  case datesReversed = "E432"
  case otherIndicatorSet = "E433"
  case evidenceNotEarlier = "E434"
  case periodCircle = "E435"
  case gradeMissing = "E436"
  case badReference = "E437"
  case badDue = "E438"
  case lateOrder = "W421"
  case noRoleOfLeadership = "W422"
  case noRoleOfAssociation = "W423"
  case noRoleOfTeachers = "W424"
  case documentBeforeEnd = "W425"
  case noIndicator = "W426"
  case gradeOutsideObject = "W427"
  case doubledAudience = "W428"
  case collectorApproves = "W429"
  case periodOutsideYear = "W430"
  case audienceWithoutRule = "N421"

  package var rule: Rule {
    switch self {
    case .unknownRole:
      .error(
        ky: "«{found}» деген жооптуу адам жок.", ru: "Нет ответственного «{found}».",
        en: "There is no responsible role “{found}”.",
        advice: clause(
          "3.4", ky: "Жооптуулар <responsible> ичинде аталат.", ru: "Ответственные названы в <responsible>.",
          en: "Roles are named in <responsible>."))
    case .unknownIndicator:
      .error(
        ky: "«{found}» деген көрсөткүч топтомдо жок.", ru: "В наборе нет показателя «{found}».",
        en: "There is no indicator “{found}” in the set.")
    case .unknownPeriod:
      .error(ky: "«{found}» деген мезгил жок.", ru: "Нет периода «{found}».", en: "There is no period “{found}”.")
    case .unknownObject:
      .error(
        ky: "«{found}» деген объект жок.", ru: "Нет объекта «{found}».", en: "There is no object “{found}”.",
        advice: clause(
          "4.1", ky: "Объект негиздемеси менен <objects> ичинде аталат.",
          ru: "Объект с обоснованием называют в <objects>.", en: "An object is named with its reason in <objects>."))
    case .unknownDirection:
      .error(
        ky: "«{found}» деген багыт жок.", ru: "Нет направления «{found}».", en: "There is no direction “{found}”.")
    case .noOrder:
      .error(
        ky: "План бекитилген деп белгиленген, бирок бекитүү буйругу жок.",
        ru: "План помечен утверждённым, но приказа об утверждении нет.",
        en: "The plan is marked approved, but there is no order that approves it.",
        advice: clause(
          "3.1", ky: "<order kind=\"approve-plan\"> кошуңуз.", ru: "Добавьте <order kind=\"approve-plan\">.",
          en: "Add <order kind=\"approve-plan\">."))
    case .noActivityOfKind:
      .error(
        ky: "Мониторингдин «{kind}» түрү боюнча иш-чара жок.", ru: "Нет мероприятия вида «{kind}».",
        en: "There is no activity of the type “{kind}”.",
        advice: clause(
          "6.1", ky: "Планда алты негизги түр тең болушу керек.", ru: "В плане должны быть все шесть основных видов.",
          en: "A plan has all six main types."))
    case .noActivityOfAspect:
      .error(
        ky: "Сапаттын «{aspect}» аспектиси боюнча иш-чара жок.", ru: "Нет мероприятия по аспекту «{aspect}».",
        en: "There is no activity for the aspect “{aspect}”.",
        advice: clause(
          "2.3", ky: "Натыйжа, шарттар жана процесс бааланат.", ru: "Оценивают результат, условия и процесс.",
          en: "Result, conditions and process are monitored."))
    case .noEvidence:
      .error(
        ky: "Өткөн жылдын жыйынтыгына таянган багыт жок.", ru: "Нет направления, опирающегося на итоги прошлого года.",
        en: "No direction is drawn from last year's results.",
        advice: clause(
          "2.4", ky: "Багытка <evidence> кошуңуз.", ru: "Добавьте направлению <evidence>.",
          en: "Add <evidence> to a direction."))
    case .windowOutsidePeriod:
      .error(
        ky: "Бул күндөр «{period}» мезгилинен тышкары ({from} – {to}).",
        ru: "Эти дни вне периода «{period}» ({from} – {to}).",
        en: "These days are outside the period “{period}” ({from} to {to}).")
    case .periodOutsideParent:
      .error(
        ky: "«{found}» мезгили «{period}» мезгилинин ичине батпайт ({from} – {to}).",
        ru: "Период «{found}» выходит за период «{period}» ({from} – {to}).",
        en: "The period “{found}” isn't inside “{period}” ({from} to {to}).")
    case .datesReversed:
      .error(
        ky: "Аягы ({to}) башынан ({from}) мурун турат.", ru: "Конец ({to}) раньше начала ({from}).",
        en: "The end ({to}) is before the beginning ({from}).")
    case .otherIndicatorSet:
      .error(
        ky: "План «{found}» топтомуна таянат, бул болсо «{actual}».",
        ru: "План опирается на набор «{found}», а это «{actual}».",
        en: "The plan uses the set “{found}”, but this is “{actual}”.")
    case .evidenceNotEarlier:
      .error(
        ky: "Далил «{found}» жылынан алынган; ал пландын жылынан мурунку окуу жылы болушу керек.",
        ru: "Основание взято из «{found}»; это должен быть учебный год до года плана.",
        en: "The evidence is of “{found}”; it must be of a school year before the plan's.",
        advice: clause("2.4", ky: "Мисалы: {example}.", ru: "Например: {example}.", en: "For example {example}."))
    case .periodCircle:
      .error(
        ky: "«{found}» мезгили өзүнүн ичинде жатат.", ru: "Период «{found}» лежит внутри себя самого.",
        en: "The period “{found}” lies inside itself.")
    case .gradeMissing:
      .error(
        ky: "Чөйрө — класс, бирок кайсы класс экени айтылган жок.", ru: "Область — параллель, но не сказано, какая.",
        en: "The scope is a grade, but which one isn't said.")
    case .badReference:
      .error(
        ky: "«{found}» — «аты/версиясы» түрүндө эмес.", ru: "«{found}» — не в виде «имя/версия».",
        en: "“{found}” is not of the form “name/version”.")
    case .badDue:
      .error(
        ky: "«{found}» мөөнөт эмес.", ru: "«{found}» — не срок.", en: "“{found}” is not a due date.",
        advice: Template(
          ky: "Чогултуу бүткөндөн кийинки күндөр (10d) же күн (2026-08-27).",
          ru: "Дни после сбора (10d) или день (2026-08-27).",
          en: "Days after collecting ends (10d), or a day (2026-08-27)."))
    case .lateOrder:
      .warning(
        ky: "Бекитүү буйругу {date} күнү чыккан, бирок биринчи иш-чара {first} башталат.",
        ru: "Приказ об утверждении — от {date}, а первое мероприятие начинается {first}.",
        en: "The approving order is of {date}, but the first activity begins on {first}.")
    case .noRoleOfLeadership:
      .warning(
        ky: "Жооптуулардын арасында мектеп жетекчилиги жок.", ru: "Среди ответственных нет руководства школы.",
        en: "Nobody of the school's leadership is among the responsible.",
        advice: clause(
          "3.4", ky: "head же deputy ролун кошуңуз.", ru: "Добавьте роль head или deputy.",
          en: "Add a role head or deputy."))
    case .noRoleOfAssociation:
      .warning(
        ky: "Жооптуулардын арасында усулдук бирикмелердин жетекчилери жок.",
        ru: "Среди ответственных нет руководителей методических объединений.",
        en: "No head of a methodical association is among the responsible.",
        advice: clause(
          "3.4", ky: "ub- менен башталган ролду кошуңуз.", ru: "Добавьте роль, начинающуюся с ub-.",
          en: "Add a role that begins with ub-."))
    case .noRoleOfTeachers:
      .warning(
        ky: "Жооптуулардын арасында мугалимдер жок.", ru: "Среди ответственных нет учителей.",
        en: "No teachers are among the responsible.",
        advice: clause("3.4", ky: "teacher ролун кошуңуз.", ru: "Добавьте роль teacher.", en: "Add a role teacher."))
    case .documentBeforeEnd:
      .warning(
        ky: "Документтин мөөнөтү ({date}) маалымат чогулта турган акыркы күндөн ({last}) мурун.",
        ru: "Срок документа ({date}) раньше последнего дня сбора данных ({last}).",
        en: "The document is due on {date}, before the last day of collecting ({last}).")
    case .noIndicator:
      .warning(
        ky: "Иш-чара бир да көрсөткүчкө маалымат бербейт.", ru: "Мероприятие не даёт данных ни одному показателю.",
        en: "The activity feeds no indicator.")
    case .gradeOutsideObject:
      .warning(
        ky: "{found}-класс иш-чаранын объектисине ({grades}) кирбейт.",
        ru: "{found} класс не входит в объект мероприятия ({grades}).",
        en: "Grade {found} isn't among the activity's object ({grades}).")
    case .doubledAudience:
      .warning(
        ky: "«{found}» үчүн ачуу эрежеси мурда берилген.", ru: "Для «{found}» правило раскрытия уже есть.",
        en: "There is already a rule of disclosure for “{found}”.")
    case .collectorApproves:
      .warning(
        ky: "«{found}» маалыматты өзү чогултуп, өзү бекитет.", ru: "«{found}» сам собирает данные и сам утверждает.",
        en: "“{found}” both collects the data and approves them.",
        advice: clause(
          "3.3", ky: "Бекитүүнү башка адамга тапшырыңыз.", ru: "Поручите утверждение другому.",
          en: "Let someone else approve."))
    case .periodOutsideYear:
      .warning(
        ky: "«{found}» мезгили {year} окуу жылынан тышкары.", ru: "Период «{found}» вне учебного года {year}.",
        en: "The period “{found}” is outside the school year {year}.")
    case .audienceWithoutRule:
      .note(
        ky: "«{found}» үчүн ачуу эрежеси жок: чакан топтор жашырылбайт.",
        ru: "Для «{found}» нет правила раскрытия: малые группы не скрываются.",
        en: "There is no rule of disclosure for “{found}”: small groups won't be hidden.")
    }
  }

  private func clause(_ number: String, ky: String, ru: String, en: String) -> Template {
    Template(
      ky: "\(ky) Жобонун \(number)-пункту.", ru: "\(ru) Пункт \(number) положения.",
      en: "\(en) Clause \(number) of the regulation.")
  }
}
