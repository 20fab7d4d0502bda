import Texts

/// What the comments of a new file teach, a sentence each. No two hyphens may follow one another in them.
enum TemplateComment: PhraseCatalogue {
  case whole, languages, section, choose, credit, scale, feeds, example
  case list, showIf, grid, mean, tally, timeSample, rubric, requiredIf

  var template: Template {
    switch self {
    case .whole:
      Template(
        ky: "Жаңы курал: {kind}. Мисалдагы тексттерди өзүңүздүкүнө алмаштырып, «synak check ФАЙЛ» деп текшериңиз.",
        ru: "Новый инструмент: {kind}. Замените тексты примера своими и проверяйте: «synak check ФАЙЛ».",
        en: "A new instrument: {kind}. Put your own texts in place of these and let “synak check FILE” read them.")
    case .languages:
      Template(
        ky: "Ар бир текст бардык тилде жазылат; сан же формула тилсиз эле турса болот.",
        ru: "Каждый текст пишут на всех языках; число или формула может стоять и без языка.",
        en: "Every text stands in all languages; a number or a formula may stand without one.")
    case .section:
      Template(
        ky: "Бөлүм: суроолор ушул ирет менен көрсөтүлөт. id латын тамгасы менен жазылып, кайталанбайт.",
        ru: "Раздел: вопросы идут в этом порядке. id пишут латиницей, он не повторяется.",
        en: "A section: its questions are shown in this order. An id is written in Latin letters and stands once.")
    case .choose:
      Template(
        ky: "Бир туура жооп: correct=\"yes\". shuffle=\"yes\" варианттарды ар бир окуучуга башка ирет менен коёт.",
        ru: "Один верный ответ: correct=\"yes\". shuffle=\"yes\" ставит варианты каждому ученику в своём порядке.",
        en: "One right answer: correct=\"yes\". shuffle=\"yes\" gives each pupil the options in another order.")
    case .credit:
      Template(
        ky: "credit=\"hits\": ар бир туура вариант үлүш берет, ашыкчасы алып салат. «all» болсо — баары же эч нерсе.",
        ru: "credit=\"hits\": верный вариант даёт долю, лишний отнимает. С «all» — всё или ничего.",
        en: "credit=\"hits\": each right option earns its share, a wrong one takes one away. “all” is all or nothing.")
    case .scale:
      Template(
        ky: "Шкала: кайсы суроолор кошулат. Деңгээлдин чеги пайыз же балл менен жазылат.",
        ru: "Шкала: какие вопросы складываются. Граница уровня пишется в процентах или баллах.",
        en: "A scale: which questions are added up. The border of a level is a percentage or a score.")
    case .feeds:
      Template(
        ky: "Жыйынтык көрсөткүчтөргө кетсин десеңиз, indicators.xml файлында мындай топтом болгондо муну ачыңыз.",
        ru: "Чтобы итог пошёл в показатели, откройте это, когда в indicators.xml есть такой набор данных.",
        en: "To send the result to the indicators, open this once indicators.xml has such a data set.")
    case .example:
      Template(
        ky: "Мисалдар: «synak check» ушундай жооп берип көрүп, күткөндөй чыкканын текшерет.",
        ru: "Примеры: «synak check» отвечает так сам и смотрит, вышло ли ожидаемое.",
        en: "Examples: “synak check” answers like this itself and sees whether it comes to what is expected.")
    case .list:
      Template(
        ky: "Көп суроого ортоктош жооптор. missing деген жооп орточого кирбейт.",
        ru: "Общие ответы для многих вопросов. Ответ с missing в среднее не входит.",
        en: "Answers that many questions share. One with missing doesn't count in a mean.")
    case .showIf:
      Template(
        ky: "show-if: шарт аткарылганда гана суралат. alone=\"yes\" деген вариант башкалар менен тандалбайт.",
        ru: "show-if: спрашивают, только если условие верно. Вариант с alone=\"yes\" выбирают только отдельно.",
        en: "show-if: asked only where the condition holds. An option with alone=\"yes\" is chosen by itself.")
    case .grid:
      Template(
        ky: "Таблица: саптардын ар бири өзүнчө суроо. reverse=\"yes\" — терс маанидеги сап, тескери эсептелет.",
        ru: "Таблица: каждая строка — отдельный вопрос. reverse=\"yes\" — строка с обратным смыслом.",
        en: "A grid: each row is a question of its own. reverse=\"yes\" is a row that counts from the other end.")
    case .mean:
      Template(
        ky: "Орточо: кеминде эки сапка жооп болсо эсептелет (at-least).",
        ru: "Среднее считается, если есть ответы хотя бы на две строки (at-least).",
        en: "A mean, once at least two rows are answered (at-least).")
    case .tally:
      Template(
        ky: "Санак: ар бир окуяда бир баскыч басылат.", ru: "Подсчёт: одно нажатие на каждый случай.",
        en: "A tally: one key for each time that it happens.")
    case .timeSample:
      Template(
        ky: "Ар 10 мүнөттө бир белгиленет.", ru: "Отмечают раз в 10 минут.", en: "Noted once every ten minutes.")
    case .rubric:
      Template(
        ky: "Критерийлер: ар бир деңгээл сөз менен сүрөттөлөт, упайы points деп жазылат.",
        ru: "Критерии: каждый уровень описан словами, его баллы — points.",
        en: "Criteria: each level is described in words and worth its points.")
    case .requiredIf:
      Template(
        ky: "required шарт да боло алат: эң төмөн баа коюлса, далил милдеттүү.",
        ru: "required может быть условием: при низшей оценке доказательство обязательно.",
        en: "required may be a condition: the lowest level needs evidence.")
    }
  }
}
