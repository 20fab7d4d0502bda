import Storage
import Texts

/// What a proctor reads.
enum ProctorPhrase: PhraseCatalogue {
  case name, stands, answered, idle, left, terminal, nobody, absent, counts, notBegun, toAll, cut, done, partlyDone
  case hintAct, hintMark, hintAll, hintLeave, no, whyAnnul, closeWarning, reopenWarning
  case free, working, paused, away, finished, timeUp, closed, annulled
  case begin, pause, goOn, extend, move, close, reopen, annul

  var template: Template { board ?? standing ?? action }

  private var board: Template? {
    switch self {
    case .name: Template(ky: "Аты", ru: "Имя", en: "Name")
    case .stands: Template(ky: "Абалы", ru: "Состояние", en: "State")
    case .answered: Template(ky: "Жооп", ru: "Ответы", en: "Done")
    case .idle: Template(ky: "Тынч", ru: "Тихо", en: "Quiet")
    case .left: Template(ky: "Калды", ru: "Осталось", en: "Left")
    case .terminal: Template(ky: "Компьютер", ru: "Компьютер", en: "Computer")
    case .nobody: Template(ky: "Азырынча эч ким жок.", ru: "Пока никого нет.", en: "Nobody is here yet.")
    case .absent: Template(ky: "Келе элек: {names}", ru: "Ещё не пришли: {names}", en: "Not here yet: {names}")
    case .counts:
      Template(
        ky: "Иштеп жатат {working} · токтотулган {paused} · жок {away} · бүттү {done} · келе элек {absent}",
        ru: "Работают {working} · остановлены {paused} · отошли {away} · закончили {done} · не пришли {absent}",
        en: "Working {working} · stopped {paused} · away {away} · finished {done} · not here {absent}")
    case .notBegun:
      Template(
        ky: "Баштала элек: F2 менен баштаңыз.", ru: "Ещё не начато: начните клавишей F2.",
        en: "Not begun yet: begin with F2.")
    case .toAll: Template(ky: "Баарына", ru: "Всем", en: "To all")
    case .cut:
      Template(
        ky: "Бөлмө менен байланыш жок: synak room иштеп турабы?", ru: "Нет связи с комнатой: работает ли synak room?",
        en: "The room can't be reached: is synak room running?")
    case .done:
      Template(ky: "Аткарылды: {n}", ru: "Сделано: {n}", en: "Done: {n}")
    case .partlyDone:
      Template(
        ky: "Аткарылды: {n}; мүмкүн болбогону: {m}", ru: "Сделано: {n}; нельзя было: {m}",
        en: "Done: {n}; not possible: {m}")
    case .hintAct: Template(ky: "аракет", ru: "действие", en: "act")
    case .hintMark: Template(ky: "белгилөө", ru: "отметить", en: "mark")
    case .hintAll: Template(ky: "баарына", ru: "всем", en: "for all")
    case .hintLeave: Template(ky: "чыгуу", ru: "выйти", en: "leave")
    case .no: Template(ky: "Жок, артка", ru: "Нет, назад", en: "No, back")
    case .whyAnnul:
      Template(
        ky: "Эмне үчүн жараксыз? Себеби протоколго жазылат.", ru: "Почему недействительно? Причина войдёт в протокол.",
        en: "Why is it void? The reason goes into the minutes.")
    case .closeWarning:
      Template(
        ky: "Иш кандай турса, ошондой жабылат. Аны кайра сиз гана ача аласыз.",
        ru: "Работа закроется как есть. Снова открыть её сможете только вы.",
        en: "The work is closed as it stands. Only you can open it again.")
    case .reopenWarning:
      Template(
        ky: "Тапшырылган иш кайра ачылат; убакыты бүткөнгө 5 мүнөт берилет. Бул журналда калат.",
        ru: "Сданная работа откроется снова; если время вышло, добавится 5 минут. Это останется в журнале.",
        en: "Handed-in work is opened again; where the time was up it gets 5 minutes. The journal keeps it.")
    default: nil
    }
  }

  private var standing: Template? {
    switch self {
    case .free: Template(ky: "бош", ru: "свободно", en: "free")
    case .working: Template(ky: "иштеп жатат", ru: "работает", en: "working")
    case .paused: Template(ky: "токтотулган", ru: "остановлено", en: "stopped")
    case .away: Template(ky: "жок", ru: "отошёл", en: "away")
    case .finished: Template(ky: "тапшырды", ru: "сдано", en: "handed in")
    case .timeUp: Template(ky: "убакыт бүттү", ru: "время вышло", en: "time up")
    case .closed: Template(ky: "жабылды", ru: "закрыто", en: "closed")
    case .annulled: Template(ky: "жараксыз", ru: "недейств.", en: "void")
    default: nil
    }
  }

  private var action: Template {
    switch self {
    case .begin: Template(ky: "Баштоо", ru: "Начать", en: "Begin")
    case .pause: Template(ky: "Токтотуп туруу", ru: "Остановить", en: "Stop for a while")
    case .goOn: Template(ky: "Улантуу", ru: "Продолжить", en: "Let go on")
    case .extend: Template(ky: "5 мүнөт кошуу", ru: "Добавить 5 минут", en: "Give 5 more minutes")
    case .move:
      Template(
        ky: "Башка компьютерге которууга уруксат берүү", ru: "Разрешить перейти за другой компьютер",
        en: "Let another computer take it")
    case .close: Template(ky: "Ишти жабуу", ru: "Закрыть работу", en: "Close the work")
    case .reopen: Template(ky: "Кайра ачуу", ru: "Открыть снова", en: "Open again")
    default: Template(ky: "Жараксыз деп табуу…", ru: "Признать недействительной…", en: "Declare void…")
    }
  }
}

extension RoomPlace.State {
  var phrase: ProctorPhrase {
    switch self {
    case .free: .free
    case .working: .working
    case .paused: .paused
    case .away: .away
    case .finished: .finished
    case .timeUp: .timeUp
    case .closed: .closed
    case .annulled: .annulled
    }
  }
}

extension ProctorState.Choice {
  var phrase: ProctorPhrase {
    switch self {
    case .begin: .begin
    case .pause: .pause
    case .goOn: .goOn
    case .extend: .extend
    case .move: .move
    case .close: .close
    case .reopen: .reopen
    case .annul: .annul
    }
  }
}
