import Instruments
import Texts

/// What an explanation of an instrument says; the labels stand before a colon.
enum ExplanationPhrase: PhraseCatalogue {
  // Labels.
  case asked, sectionAsked, drawn, holds, standsBeside, required, answers, order, howMany, refuses, asksBack
  case weighs, rescaled, chosenBy, row, area, process, said
  case right, worth, credit, forExample, unanswered, countsIn, feeds, readBy, comesTo, needs, level
  // What is said.
  case title, quoted, always, pick, amongPicked, shuffled, keepsPlace, mayBeLeft, mustBeAnswered,
    optionsShuffled, textOf, counted, everySoOften
  case noLimit, fromTo, unless, alone, asksText, wholeNumber, number, between, atLeast, atMost
  case points, earns, earnsNothing, staysOut, noScale, methodSum, methodMean, methodPercent, atLeastMembers, levelFrom
  case reversed, methodTable, rowFrom, onlyFor, oneTypo, kyrgyzLetters, ofPoints, ends, when
  // Stops and time.
  case kindTimedGrid, cellsIn, seenAs, stops, time, sectionTime, stopWrong, stopMissing, unreachedWrong, unreachedAside,
    atMostTime
  // Rules of credit.
  case creditOne, creditAll, creditHits, creditPerOption, creditPerPlace, creditPerPair, creditAdjacent,
    creditAllInOrder
  case creditNumbers, creditTexts, creditLevels, creditJudgement, creditAllPairs
  // Kinds.
  case section, scale
  case kindDate, kindEssay, kindMatch, kindGaps, kindAllocate, dateOf, wordsOf, addUp
  case kindInput, knownBefore
  case kindGrid, kindRubric, kindNote, kindStimulus, kindCompute
  case kindChoose, kindChooseMany, kindNumber, kindText, kindOrder, kindCriterion, kindTally, kindTimeSample

  var template: Template {
    label ?? words ?? pace ?? credit ?? kind
  }

  init(credit key: KeyedItem) {
    switch (key.answer, key.credit) {
    case (.levels, _): self = .creditLevels
    case (.numbers, _): self = .creditNumbers
    case (.texts, _): self = .creditTexts
    case (.dates, _): self = .creditOne
    case (.judgement, _): self = .creditJudgement
    case (.pairs, .all): self = .creditAllPairs
    case (.options(let right), .all): self = right.count == 1 ? .creditOne : .creditAll
    case (.order, .all): self = .creditAllInOrder
    case (_, .hits): self = .creditHits
    case (_, .perOption): self = .creditPerOption
    case (_, .perPlace): self = .creditPerPlace
    case (_, .perPair): self = .creditPerPair
    case (_, .adjacent): self = .creditAdjacent
    }
  }
}

// In four lists, so that each is read and compiled at once.
extension ExplanationPhrase {
  private var label: Template? {
    switch self {
    case .asked: Template(ky: "Качан суралат", ru: "Когда спрашивают", en: "Asked")
    case .sectionAsked: Template(ky: "Бөлүм качан", ru: "Раздел показан", en: "Its section is shown")
    case .drawn: Template(ky: "Тандоо", ru: "Отбор", en: "Drawn")
    case .holds: Template(ky: "Ичинде", ru: "Внутри", en: "Holds")
    case .standsBeside: Template(ky: "Кайсыларга", ru: "К заданиям", en: "Stands beside")
    case .required: Template(ky: "Милдеттүүбү", ru: "Обязательно ли", en: "Required")
    case .answers: Template(ky: "Жооптор", ru: "Ответы", en: "Answers")
    case .order: Template(ky: "Ирети", ru: "Порядок", en: "Order")
    case .howMany: Template(ky: "Канча", ru: "Сколько", en: "How many")
    case .refuses: Template(ky: "Кабыл алынбайт", ru: "Не принимается", en: "Refused")
    case .asksBack: Template(ky: "Кайра суралат", ru: "Переспрашивают", en: "Asked again")
    case .right: Template(ky: "Туурасы", ru: "Верно", en: "Right")
    case .worth: Template(ky: "Баасы", ru: "Цена", en: "Worth")
    case .credit: Template(ky: "Упай эрежеси", ru: "Правило баллов", en: "Credit")
    case .forExample: Template(ky: "Мисалы", ru: "Например", en: "For example")
    case .unanswered: Template(ky: "Жооп жок болсо", ru: "Без ответа", en: "Unanswered")
    case .countsIn: Template(ky: "Кайсы шкалада", ru: "Входит в шкалу", en: "Counts in")
    case .feeds: Template(ky: "Маалыматка", ru: "Идёт в данные", en: "Feeds")
    case .readBy: Template(ky: "Муну окуйт", ru: "Его читают", en: "Read by")
    case .comesTo: Template(ky: "Эсеби", ru: "Считается как", en: "Comes to")
    case .needs: Template(ky: "Керек", ru: "Нужно", en: "Needs")
    case .level: Template(ky: "Деңгээл", ru: "Уровень", en: "Level")
    case .weighs: Template(ky: "Салмактар", ru: "Веса", en: "Weights")
    case .rescaled: Template(ky: "Чектерге келтирилет", ru: "Приводится к", en: "Stretched to")
    case .chosenBy: Template(ky: "Эмнеге жараша", ru: "В зависимости от", en: "Depends on")
    case .row: Template(ky: "Сап", ru: "Строка", en: "Row")
    case .area: Template(ky: "Мазмун бөлүгү", ru: "Содержание", en: "Area")
    case .process: Template(ky: "Ой жүгүртүү", ru: "Вид деятельности", en: "Thinking")
    case .said: Template(ky: "Аягында айтылат", ru: "В конце говорится", en: "Said at the end")
    default: nil
    }
  }

  private var words: Template? {
    switch self {
    case .title:
      Template(ky: "{id} · {kind} · {line}-сап", ru: "{id} · {kind} · строка {line}", en: "{id} · {kind} · line {line}")
    case .quoted: Template(ky: "«{text}»", ru: "«{text}»", en: "“{text}”")
    case .always: Template(ky: "дайыма", ru: "всегда", en: "always")
    case .pick:
      Template(
        ky: "ар бир отурумга {all} ичинен {pick} тандалат", ru: "для каждого сеанса отбирается {pick} из {all}",
        en: "{pick} of {all} are drawn for each session")
    case .amongPicked:
      Template(
        ky: "ар бир отурумга {all} ичинен {pick} тандалат, бул — дайыма",
        ru: "для каждого сеанса отбирается {pick} из {all}, это — всегда",
        en: "{pick} of {all} are drawn for each session, this one always")
    case .keepsPlace:
      Template(
        ky: "башкалардын ирети ар бир отурумда башкача, бул өз ордунда калат",
        ru: "порядок остальных в каждом сеансе свой, это остаётся на месте",
        en: "keeps its place; the others come in an order of their own in each session")
    case .shuffled:
      Template(
        ky: "ирети ар бир отурумда башкача", ru: "порядок в каждом сеансе свой",
        en: "in an order of its own in each session")
    case .mayBeLeft:
      Template(ky: "жоопсуз калтырса болот", ru: "можно оставить без ответа", en: "may be left unanswered")
    case .mustBeAnswered:
      Template(ky: "жоопсуз өтүүгө болбойт", ru: "без ответа дальше не пройти", en: "must be answered to go on")
    case .optionsShuffled:
      Template(
        ky: "варианттардын ирети ар бир отурумда башкача", ru: "порядок вариантов в каждом сеансе свой",
        en: "the options stand in an order of their own in each session")
    case .textOf:
      Template(
        ky: "текст: {lines} {lines:сап}, {length} {length:белгиге} чейин",
        ru: "текст: {lines} {lines:строка|строки|строк}, до {length} {length:знака|знаков|знаков}",
        en: "a text of {lines} {lines:line|lines}, up to {length} {length:character|characters}")
    case .counted: Template(ky: "баскыч менен саналат", ru: "считают нажатием клавиши", en: "counted up by a key")
    case .everySoOften:
      Template(
        ky: "ар {minutes} мүнөттө бир белгиленет", ru: "отмечают каждые {minutes} мин", en: "noted every {minutes} min")
    case .noLimit: Template(ky: "чексиз", ru: "без предела", en: "no limit")
    case .fromTo: Template(ky: "{least} – {most}", ru: "от {least} до {most}", en: "{least} to {most}")
    case .unless:
      Template(
        ky: "мындай болбосо: {condition}. Айтылат: «{message}»", ru: "если не так: {condition}. Говорится: «{message}»",
        en: "unless {condition}. It says: “{message}”")
    case .alone: Template(ky: "башкалар менен тандалбайт", ru: "только один", en: "stands alone")
    case .asksText: Template(ky: "текст сурайт", ru: "просит текст", en: "asks for a text")
    case .wholeNumber: Template(ky: "бүтүн сан", ru: "целое число", en: "a whole number")
    case .number: Template(ky: "сан", ru: "число", en: "a number")
    case .between: Template(ky: ", {least} – {most}", ru: " от {least} до {most}", en: " from {least} to {most}")
    case .atLeast: Template(ky: ", {least} же көп", ru: " от {least}", en: " of at least {least}")
    case .atMost: Template(ky: ", {most} же аз", ru: " до {most}", en: " of at most {most}")
    case .points:
      Template(
        ky: "{points} {points:упай}", ru: "{points} {points:балл|балла|баллов}", en: "{points} {points:point|points}")
    case .earns:
      Template(
        ky: "{answer} — {points} {points:упай}", ru: "{answer} — {points} {points:балл|балла|балла}",
        en: "{answer} earns {points} {points:point|points}")
    case .earnsNothing: Template(ky: "0 упай", ru: "0 баллов", en: "earns nothing")
    case .staysOut: Template(ky: "эсепке кирбейт", ru: "не учитывается", en: "doesn't count")
    case .noScale: Template(ky: "эч кайсы шкалада эмес", ru: "ни в одну", en: "no scale")
    case .methodSum: Template(ky: "суммасы", ru: "сумма", en: "the sum")
    case .methodMean: Template(ky: "орточосу", ru: "среднее", en: "the mean")
    case .methodPercent:
      Template(ky: "эң чоңунан пайызы", ru: "процент от наибольшего", en: "the percentage of the most")
    case .atLeastMembers:
      Template(
        ky: "кеминде {count} мүчөсүнүн мааниси болсо", ru: "значения хотя бы у {count}",
        en: "at least {count} with a value")
    case .levelFrom:
      Template(ky: "«{level}» — {border} баштап", ru: "«{level}» — от {border}", en: "“{level}” from {border}")
    case .dateOf: Template(ky: "дата ({precision})", ru: "дата ({precision})", en: "a date ({precision})")
    case .wordsOf:
      Template(
        ky: "{least} – {most} сөз, {length} белгиге чейин", ru: "от {least} до {most} слов, до {length} знаков",
        en: "{least} to {most} words, up to {length} characters")
    case .knownBefore:
      Template(
        ky: "суралбайт: реестрден алдын ала белгилүү", ru: "не спрашивают: известно заранее из реестра",
        en: "never: the register knows it beforehand")
    case .addUp: Template(ky: "суммасы {total} болушу керек", ru: "в сумме {total}", en: "must add up to {total}")
    case .methodTable: Template(ky: "таблица боюнча", ru: "по таблице", en: "by a table")
    case .rowFrom: Template(ky: "{border} баштап — {value}", ru: "от {border} — {value}", en: "from {border}: {value}")
    case .onlyFor: Template(ky: "{numbers} үчүн гана", ru: "только для {numbers}", en: "only for {numbers}")
    case .oneTypo:
      Template(
        ky: "беш тамгадан узун сөздө бир тамга ката болсо да алынат",
        ru: "принимается и с одной ошибкой в слове от пяти букв",
        en: "one slip in a word of five letters or more is forgiven")
    case .kyrgyzLetters:
      Template(
        ky: "ө, ү, ң ордуна о, у, н жазылса да алынат", ru: "принимаются о, у, н вместо ө, ү, ң",
        en: "о, у, н are taken for ө, ү, ң")
    case .ofPoints: Template(ky: "упайдын {share}%", ru: "за {share}% баллов", en: "for {share}% of the points")
    case .ends: Template(ky: "{least} – {most}", ru: "от {least} до {most}", en: "{least} to {most}")
    case .when: Template(ky: "{when}: «{text}»", ru: "{when}: «{text}»", en: "{when}: “{text}”")
    case .reversed: Template(ky: "тескери", ru: "обратный", en: "reversed")
    default: nil
    }
  }

  private var credit: Template? {
    switch self {
    case .creditOne:
      Template(
        ky: "туура жооп бардык упайды берет", ru: "верный ответ даёт все баллы", en: "the right answer earns all points"
      )
    case .creditAll:
      Template(
        ky: "так ушул варианттар тандалганда гана", ru: "только если выбраны ровно эти варианты",
        en: "only when exactly these options are chosen")
    case .creditHits:
      Template(
        ky: "ар бир туура вариант өз үлүшүн берет, ар бир ашыкча вариант бир үлүштү алып салат, нөлдөн төмөн болбойт",
        ru: "каждый верный вариант даёт свою долю, каждый лишний отнимает одну, но не ниже нуля",
        en: "each right option earns its share, each wrong one takes one share away, never below zero")
    case .creditPerOption:
      Template(
        ky: "ар бир вариант боюнча туура чечим (тандоо же калтыруу) өз үлүшүн берет",
        ru: "свою долю даёт каждое верное решение: выбрать вариант или оставить",
        en: "each option rightly chosen or rightly left out earns its share")
    case .creditPerPlace:
      Template(
        ky: "өз ордунда турган ар бир вариант үлүшүн берет", ru: "свою долю даёт каждый вариант на своём месте",
        en: "each option in its right place earns its share")
    case .creditPerPair:
      Template(
        ky: "ар бир туура түгөй өз үлүшүн берет", ru: "свою долю даёт каждая верная пара",
        en: "each right pair earns its share")
    case .creditAdjacent:
      Template(
        ky: "катар турган ар бир туура коңшу түгөй үлүшүн берет", ru: "свою долю даёт каждое верное соседство",
        en: "each pair of neighbours in the right order earns its share")
    case .creditAllInOrder:
      Template(
        ky: "ирети толук туура болгондо гана", ru: "только за полностью верный порядок",
        en: "only when the whole order is right")
    case .creditNumbers:
      Template(
        ky: "туура сан бардык упайды берет; 3,5 да, 3.5 да болот",
        ru: "верное число даёт все баллы; годится и 3,5, и 3.5",
        en: "a right number earns all points; 3,5 and 3.5 are the same")
    case .creditTexts:
      Template(
        ky: "саналган жазылыштардын бири бардык упайды берет; чоң-кичине тамга, ашыкча боштук, ё/е эске алынбайт",
        ru: "любое из этих написаний даёт все баллы; регистр, лишние пробелы и ё/е не важны",
        en: "any of these spellings earns all points; case, extra spaces and ё/е don't matter")
    case .creditJudgement:
      Template(
        ky: "адам баалайт; ага чейин упай жок", ru: "оценивает человек; до этого баллов нет",
        en: "a person judges it; until then there are no points")
    case .creditAllPairs:
      Template(
        ky: "бардык түгөйлөр туура болгондо гана", ru: "только если верны все пары", en: "only when all pairs are right"
      )
    case .creditLevels:
      Template(
        ky: "тандалган деңгээлдин упайы", ru: "баллы выбранного уровня", en: "the points of the level that is chosen")
    default: nil
    }
  }

  private var kind: Template {
    switch self {
    case .section: Template(ky: "бөлүм", ru: "раздел", en: "section")
    case .scale: Template(ky: "шкала", ru: "шкала", en: "scale")
    case .kindInput: Template(ky: "белгилүү маалымат", ru: "известное о человеке", en: "input")
    case .kindDate: Template(ky: "дата", ru: "дата", en: "date")
    case .kindEssay: Template(ky: "дилбаян", ru: "сочинение", en: "essay")
    case .kindMatch: Template(ky: "дал келтирүү", ru: "сопоставление", en: "matching")
    case .kindGaps: Template(ky: "бош орундар", ru: "пропуски", en: "gaps")
    case .kindAllocate: Template(ky: "бөлүштүрүү", ru: "распределение", en: "allocation")
    case .kindGrid: Template(ky: "таблица", ru: "таблица", en: "grid")
    case .kindRubric: Template(ky: "критерийлер", ru: "критерии", en: "rubric")
    case .kindNote: Template(ky: "эскертме", ru: "пояснение", en: "note")
    case .kindStimulus: Template(ky: "окуй турган текст", ru: "текст к заданиям", en: "passage")
    case .kindCompute: Template(ky: "эсептелген маани", ru: "вычисляемое значение", en: "computed value")
    case .kindChoose: Template(ky: "бир жооп тандоо", ru: "выбор одного", en: "one choice")
    case .kindChooseMany: Template(ky: "бир нече жооп тандоо", ru: "выбор нескольких", en: "several choices")
    case .kindNumber: Template(ky: "сан", ru: "число", en: "number")
    case .kindText: Template(ky: "текст", ru: "текст", en: "text")
    case .kindOrder: Template(ky: "иретке келтирүү", ru: "упорядочивание", en: "ordering")
    case .kindCriterion: Template(ky: "критерий", ru: "критерий", en: "criterion")
    case .kindTally: Template(ky: "санак", ru: "подсчёт", en: "tally")
    default: Template(ky: "убакыт боюнча белгилөө", ru: "отметки по времени", en: "time sample")
    }
  }
}
