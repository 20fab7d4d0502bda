import Texts

/// What can be wrong with the store, or stand in the way of a session that lives in it.
package enum StoreFinding: String, Finding {
  case noFolder = "E801"
  case noPermission = "E802"
  case unreadable = "E803"
  case notAStore = "E804"
  case damaged = "E805"
  case newerSchema = "E806"
  case inUse = "E807"
  case diskFull = "E808"
  case lowSpace = "E809"
  case brokenDisk = "E810"
  case notDurable = "E811"
  case stopped = "E812"
  case unknownSession = "E813"
  case unknownInstrument = "E814"
  case differentInstrument = "E815"
  case existsAlready = "E816"
  case badCopy = "E817"
  case wrongMessage = "E818"
  case engine = "E819"
  case busy = "E821"
  case takenOver = "E822"
  case closed = "E823"
  case finished = "E824"
  case staleSequence = "E825"
  case tooMuch = "E826"
  case brokenChain = "E827"
  case noRoom = "E829"
  case needsCode = "E828"

  package var rule: Rule {
    switch self {
    case .noFolder, .noPermission, .unreadable, .notAStore, .damaged, .newerSchema, .inUse, .noRoom: openingRule
    case .diskFull, .lowSpace, .brokenDisk, .notDurable, .stopped, .engine: diskRule
    case .busy, .takenOver, .closed, .finished, .staleSequence, .tooMuch, .unknownSession, .needsCode: sessionRule
    case .unknownInstrument, .differentInstrument, .existsAlready, .badCopy, .wrongMessage, .brokenChain: contentRule
    }
  }

  private var openingRule: Rule {
    switch self {
    case .noPermission:
      .error(
        ky: "«{path}» дегенге жазууга уруксат жок.", ru: "Нет права писать в «{path}».",
        en: "There is no permission to write to “{path}”.", advice: .otherFolder)
    case .unreadable:
      .error(
        ky: "«{path}» окулбай жатат: {reason}.", ru: "«{path}» не читается: {reason}.",
        en: "“{path}” can't be read: {reason}.", advice: .otherFolder)
    case .noRoom:
      .error(
        ky: "Жооптор сакталуучу программага жетүүгө болбой жатат ({path}).",
        ru: "Нет связи с программой, которая хранит ответы ({path}).",
        en: "The program that keeps the answers can't be reached ({path}).",
        advice: Template(
          ky: "Мугалимге айтыңыз: synak room иштеп турушу керек. Сакталган жооптор ордунда.",
          ru: "Скажите учителю: должна работать команда synak room. Сохранённые ответы на месте.",
          en: "Tell the teacher: synak room must be running. The answers that were kept are in place."))
    case .notAStore:
      .error(
        ky: "«{path}» — Сынактын сактагычы эмес. Ал өзгөртүлгөн жок.",
        ru: "«{path}» — не хранилище Сынака. Файл не изменён.",
        en: "“{path}” is not a store of Synak. It was left as it is.", advice: .otherFolder)
    case .damaged:
      .error(
        ky: "«{path}» бузулган: кээ бир жооптор окулбашы мүмкүн.",
        ru: "«{path}» повреждён: часть ответов может не читаться.",
        en: "“{path}” is damaged: some answers may not be readable.",
        advice: Template(
          ky: "Папканы көчүрүп коюп, акыркы көчүрмөнү калыбына келтириңиз.",
          ru: "Сохраните копию папки и восстановите последнюю резервную копию.",
          en: "Keep a copy of the folder and restore the last backup."))
    case .newerSchema:
      .error(
        ky: "«{path}» Сынактын жаңыраак версиясы менен жазылган ({has}; бул программа {knows} чейин билет).",
        ru: "«{path}» записан более новой версией Сынака ({has}; эта программа знает до {knows}).",
        en: "“{path}” was written by a newer Synak ({has}; this program knows up to {knows}).",
        advice: Template(
          ky: "Программаны жаңыртыңыз. Жооптор ордунда, эч нерсе өзгөргөн жок.",
          ru: "Обновите программу. Ответы на месте, ничего не изменено.",
          en: "Update the program. The answers are in place, nothing was changed."))
    case .inUse:
      .error(
        ky: "«{path}» башка Сынакта ачык турат (процесс {pid}).",
        ru: "«{path}» открыт в другом Сынаке (процесс {pid}).",
        en: "“{path}” is open in another Synak (process {pid}).",
        advice: Template(
          ky: "Аны жабыңыз же башка папканы тандаңыз.", ru: "Закройте его или выберите другую папку.",
          en: "Close that one, or choose another folder."))
    default:
      .error(
        ky: "«{path}» папкасы жок, аны түзүүгө да болбойт.", ru: "Папки «{path}» нет, и создать её нельзя.",
        en: "There is no folder “{path}”, and it can't be made.", advice: .otherFolder)
    }
  }

  private var diskRule: Rule {
    switch self {
    case .diskFull:
      .error(
        ky: "Дискте орун калган жок («{path}»): бул жооп сакталган жок.",
        ru: "На диске нет места («{path}»): этот ответ не сохранён.",
        en: "The disk is full (“{path}”): this answer was not stored.", advice: .freeSpace)
    case .lowSpace:
      .error(
        ky: "Дискте {free} МБ гана орун калды («{path}»), жаңы сеанс үчүн {floor} МБ керек.",
        ru: "На диске осталось {free} МБ («{path}»), для нового сеанса нужно {floor} МБ.",
        en: "The disk has only {free} MB left (“{path}”); a new session needs {floor} MB.", advice: .freeSpace)
    case .brokenDisk:
      .error(
        ky: "Диск буйрукту аткарган жок («{path}», код {code}): бул жооп сакталган жок, жаңылары алынбайт.",
        ru: "Диск не выполнил команду («{path}», код {code}): этот ответ не сохранён, новые не принимаются.",
        en: "The disk failed (“{path}”, code {code}): this answer was not stored, and no more are taken.",
        advice: .acknowledgedIsSafe)
    case .notDurable:
      .error(
        ky: "«{path}» жоопторду ток өчкөндө да сактай тургандай ачылбай койду.",
        ru: "«{path}» не удалось открыть так, чтобы ответы пережили отключение тока.",
        en: "“{path}” could not be opened so that answers outlive a power cut.", advice: .otherFolder)
    case .stopped:
      .error(
        ky: "Сактагыч токтотулган («{path}»), жооптор алынбайт.",
        ru: "Хранилище остановлено («{path}»), ответы не принимаются.",
        en: "The store is stopped (“{path}”) and takes no answers.", advice: .acknowledgedIsSafe)
    default:
      .error(
        ky: "Маалымат базасы ката кайтарды (код {code}): {words}.",
        ru: "База данных вернула ошибку (код {code}): {words}.",
        en: "The database reported an error (code {code}): {words}.", advice: .acknowledgedIsSafe)
    }
  }

  private var sessionRule: Rule {
    switch self {
    case .busy:
      .error(
        ky: "Бул сеанс башка терминалда жүрүп жатат ({holder}).", ru: "Этот сеанс идёт на другом терминале ({holder}).",
        en: "This session is going on at another terminal ({holder}).",
        advice: Template(
          ky: "Бул жерде улантуу үчүн байкоочу ырастасын.",
          ru: "Чтобы продолжить здесь, нужно подтверждение наблюдателя.",
          en: "To go on here, a proctor has to confirm."))
    case .takenOver:
      .error(
        ky: "Сеанс башка терминалга өттү ({holder}). Бул жерде токтоңуз.",
        ru: "Сеанс перешёл на другой терминал ({holder}). Остановитесь здесь.",
        en: "The session has moved to another terminal ({holder}). Stop here.", advice: .acknowledgedIsSafe)
    case .closed:
      .error(
        ky: "Сеанс жабылган, жооп кошууга болбойт.", ru: "Сеанс закрыт, ответ добавить нельзя.",
        en: "The session is closed; no answer can be added.")
    case .finished:
      .error(
        ky: "Бул адам тапшырманы бүтүргөн.", ru: "Этот человек уже закончил.", en: "This person has finished already.")
    case .staleSequence:
      .error(
        ky: "Журналда {have} окуя бар, терминал башка санды күтөт. Сеансты кайра ачыңыз.",
        ru: "В журнале событий: {have}, терминал ждёт другого числа. Откройте сеанс заново.",
        en: "The journal has {have} events, not what the terminal expects. Open the session again.")
    case .needsCode:
      .error(
        ky: "Бул сурамжылоого код менен гана кирүүгө болот.", ru: "В этот опрос можно войти только с кодом.",
        en: "This survey opens with a code only.",
        advice: Template(
          ky: "Кагаздагы кодду териңиз.", ru: "Введите код со своего листка.", en: "Type the code of your slip."))
    case .tooMuch:
      .error(
        ky: "Жооп өтө узун же сеанста окуялар өтө көп.",
        ru: "Ответ слишком длинный или в сеансе слишком много событий.",
        en: "The answer is too long, or the session has too many events.")
    default:
      .error(ky: "Сеанс табылган жок: {id}.", ru: "Сеанс не найден: {id}.", en: "There is no session {id}.")
    }
  }

  private var contentRule: Rule {
    switch self {
    case .differentInstrument:
      .error(
        ky: "{id} куралы сактагычта бар, бирок мазмуну башка. Чыккан версия өзгөрбөйт.",
        ru: "Инструмент {id} уже есть в хранилище с другим содержанием. Изданная версия не меняется.",
        en: "The store has instrument {id} with other content. A published version never changes.")
    case .existsAlready:
      .error(
        ky: "«{path}» мурунтан бар, анын үстүнө жазылбайт.", ru: "«{path}» уже есть, поверх него запись не ведётся.",
        en: "“{path}” is there already and is not written over.")
    case .badCopy:
      .error(
        ky: "Көчүрмө даяр болгон жок («{path}»): {reason}.", ru: "Копия не получилась («{path}»): {reason}.",
        en: "The copy was not made (“{path}”): {reason}.", advice: .acknowledgedIsSafe)
    case .wrongMessage:
      .error(
        ky: "Сактагыч билдирүүнү түшүнгөн жок: {what}.", ru: "Хранилище не поняло сообщение: {what}.",
        en: "The store did not understand a message: {what}.")
    case .brokenChain:
      .error(
        ky: "{id} сеансынын журналы сырттан өзгөртүлгөн.", ru: "Журнал сеанса {id} изменён извне.",
        en: "The journal of session {id} was changed from outside.")
    default:
      .error(
        ky: "Сактагычта {id} куралы жок.", ru: "В хранилище нет инструмента {id}.",
        en: "The store has no instrument {id}.")
    }
  }
}

extension Template {
  fileprivate static let acknowledgedIsSafe = Template(
    ky: "Мурда кабыл алынган жооптор сакталып турат.", ru: "Принятые ранее ответы сохранены.",
    en: "Answers acknowledged before are safe.")
  fileprivate static let freeSpace = Template(
    ky: "Орун бошотуп, кайра аракет кылыңыз. Мурда кабыл алынган жооптор сакталып турат.",
    ru: "Освободите место и повторите. Принятые ранее ответы сохранены.",
    en: "Free some space and try again. Answers acknowledged before are safe.")
  fileprivate static let otherFolder = Template(
    ky: "Башка папканы көрсөтүңүз же мунун укуктарын текшериңиз.",
    ru: "Укажите другую папку или проверьте права на эту.",
    en: "Name another folder, or check the rights of this one.")
}
