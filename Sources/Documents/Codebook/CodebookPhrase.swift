import Texts

/// What codebooks say in Synak's own words.
enum CodebookPhrase: PhraseCatalogue {
  case codebook, answersTable, scoresTable, factsTable, aboutAnswers, aboutScores, aboutFacts
  case name, question, values, asked, goesTo
  case everyone, drawn, inBooklet, ifChosen, knownBefore, computed, whereComputed
  case code, severalCodes, codesInOrder, pairs, wholeNumber, number, isoDate, text, points, truth, scoreOf
  case least, most, required, missingCodes, otherText, reversed, scale, feeds, earns, level, method, members, needs,
    table, weights, rescaled,
    row
  case sum, mean, percentage, ability, adaptive, routed, errorOf

  var template: Template { heading ?? storage ?? destination }

  private var heading: Template? {
    switch self {
    case .codebook: Template(ky: "Өзгөрмөлөрдүн сүрөттөмөсү", ru: "Описание переменных", en: "Codebook")
    case .answersTable: Template(ky: "Жооптор", ru: "Ответы", en: "Answers")
    case .scoresTable: Template(ky: "Шкалалар", ru: "Шкалы", en: "Scales")
    case .factsTable:
      Template(ky: "Көрсөткүчтөр үчүн маалымат", ru: "Данные для показателей", en: "Data for indicators")
    case .aboutAnswers:
      Template(
        ky: "«synak export answers» файлынын мамычалары: бир сап — бир отурум.",
        ru: "Столбцы файла «synak export answers»: строка — один сеанс.",
        en: "The columns of “synak export answers”: a row is one session.")
    case .aboutScores:
      Template(
        ky: "«synak export scores» файлында name мамычасындагы аттар.",
        ru: "Имена в столбце name файла «synak export scores».",
        en: "The names in the column “name” of “synak export scores”.")
    case .aboutFacts:
      Template(
        ky: "«synak export facts» файлынын мамычалары: бир сап — бааланган бир отурум.",
        ru: "Столбцы файла «synak export facts»: строка — один оценённый сеанс.",
        en: "The columns of “synak export facts”: a row is one scored session.")
    case .name: Template(ky: "Аты", ru: "Имя", en: "Name")
    case .question: Template(ky: "Эмне суралат", ru: "О чём спрашивают", en: "What is asked")
    case .values: Template(ky: "Маанилери", ru: "Значения", en: "Values")
    case .asked: Template(ky: "Кимден суралат", ru: "Кого спрашивают", en: "Who is asked")
    case .goesTo: Template(ky: "Кайда барат", ru: "Куда идёт", en: "Where it goes")
    case .everyone: Template(ky: "баарынан", ru: "всех", en: "everyone")
    case .drawn:
      Template(
        ky: "ар бир отурумга {all} ичинен {pick} тандалат", ru: "в каждом сеансе {pick} из {all}, по жребию",
        en: "{pick} of {all} in each session, drawn by chance")
    case .errorOf:
      Template(
        ky: "{title}: стандарттык катасы", ru: "{title}: стандартная ошибка", en: "{title}: standard error")
    case .adaptive:
      Template(
        ky: "жоопторго жараша бирден тандалат, {all} ичинен эң көп {most}",
        ru: "выбирается по одному по ответам, не больше {most} из {all}",
        en: "chosen one by one after the answers, at most {most} of {all}")
    case .routed:
      Template(
        ky: "мурунку бөлүмдүн упайы ушул бөлүмгө алып келгендерден",
        ru: "тех, кого привели сюда баллы прошлого раздела",
        en: "those whom the points of an earlier section lead here")
    case .inBooklet:
      Template(ky: "дептерчесинде болгондордон", ru: "тех, у кого есть в буклете", en: "those whose booklet has it")
    case .ifChosen:
      Template(ky: "«{option}» тандалса", ru: "если выбрано «{option}»", en: "if “{option}” was chosen")
    case .knownBefore:
      Template(
        ky: "суралбайт: алдын ала белгилүү", ru: "не спрашивают: известно заранее", en: "nobody: it is known beforehand"
      )
    case .computed: Template(ky: "эсептелет: {formula}", ru: "вычисляется: {formula}", en: "computed: {formula}")
    case .whereComputed: Template(ky: "эсептелген маани", ru: "вычисляемое значение", en: "a computed value")
    default: nil
    }
  }

  private var storage: Template? {
    switch self {
    case .code: Template(ky: "код", ru: "код", en: "a code")
    case .severalCodes:
      Template(ky: "коддор, ортосунда боштук", ru: "коды через пробел", en: "codes with spaces between")
    case .codesInOrder:
      Template(
        ky: "ирети менен коддор, ортосунда боштук", ru: "коды по порядку через пробел",
        en: "codes in their order with spaces between")
    case .pairs:
      Template(ky: "түгөйлөр: сол>оң", ru: "пары: левое>правое", en: "pairs: left>right")
    case .wholeNumber: Template(ky: "бүтүн сан", ru: "целое число", en: "a whole number")
    case .number: Template(ky: "сан, бөлчөгү чекит менен", ru: "число, дробь через точку", en: "a number")
    case .isoDate: Template(ky: "дата: ЖЖЖЖ-АА-КК", ru: "дата: ГГГГ-ММ-ДД", en: "a date: YYYY-MM-DD")
    case .text: Template(ky: "текст", ru: "текст", en: "a text")
    case .points: Template(ky: "деңгээлдин упайы", ru: "баллы уровня", en: "the points of a level")
    case .truth: Template(ky: "true же false", ru: "true или false", en: "true or false")
    case .scoreOf: Template(ky: "сан", ru: "число", en: "a number")
    case .least: Template(ky: "эң азы {n}", ru: "не меньше {n}", en: "at least {n}")
    case .most: Template(ky: "эң көбү {n}", ru: "не больше {n}", en: "at most {n}")
    case .missingCodes: Template(ky: "Маани жок болсо", ru: "Если значения нет", en: "Where there is no value")
    case .otherText:
      Template(ky: "«{option}» үчүн жазылган текст", ru: "текст к варианту «{option}»", en: "the text for “{option}”")
    default: nil
    }
  }

  private var destination: Template {
    switch self {
    case .required: Template(ky: "милдеттүү", ru: "обязательный", en: "required")
    case .reversed: Template(ky: "тескери", ru: "обратный", en: "reversed")
    case .scale: Template(ky: "шкала {id}", ru: "шкала {id}", en: "scale {id}")
    case .feeds: Template(ky: "маалымат {id}", ru: "данные {id}", en: "data {id}")
    case .earns:
      Template(
        ky: "{n} {n:упайга} чейин", ru: "до {n} {n:балла|баллов|баллов}", en: "up to {n} {n:point|points}")
    case .level:
      Template(
        ky: "{code} — {title}: {from} баштап", ru: "{code} — {title}: от {from}", en: "{code} – {title}: from {from}")
    case .ability:
      Template(ky: "калибровка боюнча (EAP)", ru: "по калибровке (EAP)", en: "ability by the calibration (EAP)")
    case .table: Template(ky: "таблица боюнча", ru: "по таблице", en: "by a table")
    case .weights: Template(ky: "салмактары: {numbers}", ru: "веса: {numbers}", en: "weights: {numbers}")
    case .rescaled:
      Template(
        ky: "{least} – {most} аралыгына келтирилет", ru: "приводится к границам {least} – {most}",
        en: "stretched to {least} – {most}")
    case .row: Template(ky: "{from} баштап {value}", ru: "от {from}: {value}", en: "from {from}: {value}")
    case .method: Template(ky: "{method}: {members}", ru: "{method}: {members}", en: "{method} of {members}")
    case .members: Template(ky: "{id} (тескери)", ru: "{id} (обратный)", en: "{id} (reversed)")
    case .needs:
      Template(
        ky: "кеминде {n} мүчөсүнүн мааниси керек", ru: "нужны значения хотя бы {n}",
        en: "at least {n} of them with a value")
    case .sum: Template(ky: "сумма", ru: "сумма", en: "the sum")
    case .mean: Template(ky: "орточо", ru: "среднее", en: "the mean")
    default: Template(ky: "эң чоңунан пайыз", ru: "процент от наибольшего", en: "the percentage")
    }
  }
}
