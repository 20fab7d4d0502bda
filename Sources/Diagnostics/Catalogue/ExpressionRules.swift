import Texts

/// The words of what can be wrong with an expression.
extension ExpressionFinding {
  /// How it is written.
  var writing: Rule {
    switch self {
    case .valueExpected:
      .error(
        ky: "Бул жерде маани жетишпейт.", ru: "Здесь не хватает значения.", en: "A value is missing here.",
        advice: Template(
          ky: "Суроонун аты, сан же тырмакчадагы текст жазылышы керек.",
          ru: "Должно стоять имя вопроса, число или текст в кавычках.",
          en: "A question's name, a number or a text in quotes should stand here."))
    case .operatorExpected:
      .error(
        ky: "«{found}» бул жерге туура келбейт: алдындагы менен эч нерсе байланыштырбайт.",
        ru: "«{found}» здесь лишнее: с предыдущим его ничто не связывает.",
        en: "“{found}” doesn't fit here: nothing joins it to what stands before.")
    case .unclosedText:
      .error(
        ky: "Тексттин тырмакчасы жабылган эмес.", ru: "Кавычка текста не закрыта.",
        en: "The quote of this text is never closed.")
    case .badNumber:
      .error(
        ky: "«{found}» сан катары жазылган эмес.", ru: "«{found}» — так числа не пишут.",
        en: "“{found}” is not how a number is written.",
        advice: Template(
          ky: "Сандар чекит менен жазылат: 3.5. Эң көп дегенде 18 цифра.",
          ru: "Числа пишут с точкой: 3.5. Не больше 18 цифр.", en: "Write numbers with a point: 3.5. At most 18 digits."
        ))
    case .strayCharacter:
      .error(
        ky: "«{found}» белгиси туюнтмада колдонулбайт.", ru: "Знак «{found}» в выражениях не используется.",
        en: "The sign “{found}” is not used in expressions.")
    case .wrongWord:
      .error(
        ky: "«{found}» деп жазылбайт.", ru: "«{found}» здесь так не пишут.", en: "“{found}” is not written so here.")
    case .chainedComparison:
      .error(
        ky: "Бир эле учурда эки салыштыруу жазылбайт: «{found}».",
        ru: "Два сравнения подряд не пишут: «{found}».", en: "Two comparisons in a row can't be written: “{found}”.",
        advice: Template(
          ky: "«between» эки четин тең камтыйт; камтылбасын десеңиз, эки салыштырууну «and» менен байланыштырыңыз.",
          ru: "«between» включает оба края; если они не входят, соедините два сравнения словом «and».",
          en: "“between” includes both ends; if they are not meant, join two comparisons by “and”."))
    case .bareDate:
      .error(
        ky: "«{found}» кемитүү катары окулат.", ru: "«{found}» читается как вычитание.",
        en: "“{found}” is read as a subtraction.")
    case .tooLong:
      .error(
        ky: "Туюнтма өтө узун: эң көп дегенде {limit} байт.", ru: "Выражение слишком длинное: не больше {limit} байт.",
        en: "The expression is too long: at most {limit} bytes.")
    case .tooDeep:
      .error(
        ky: "Туюнтма өтө терең: кашаалар жана тизмек {limit} кабаттан ашпасын.",
        ru: "Выражение слишком глубокое: скобок и звеньев подряд не больше {limit}.",
        en: "The expression goes too deep: at most {limit} levels of brackets and links in a row.")
    case .emptyFormula:
      .error(ky: "Туюнтма бош.", ru: "Выражение пустое.", en: "The expression is empty.")
    case .listInBrackets:
      .error(
        ky: "Коддордун тизмеси фигуралык кашаада жазылат.", ru: "Список кодов пишут в фигурных скобках.",
        en: "A list of codes is written in braces.")
    default:
      .error(
        ky: "Бул жерде «{expected}» күтүлгөн, бирок «{found}» турат.",
        ru: "Здесь ожидается «{expected}», а стоит «{found}».", en: "Expected “{expected}” here, but found “{found}”.")
    }
  }

  /// What it names.
  var naming: Rule {
    switch self {
    case .unknownFunction:
      .error(ky: "«{found}» деген функция жок.", ru: "Нет функции «{found}».", en: "There is no function “{found}”.")
    case .codeNotInChoices:
      .error(
        ky: "«{found}» коду жооптордун тизмесинде жок.", ru: "Кода «{found}» нет среди вариантов ответа.",
        en: "The code “{found}” is not among the options.")
    case .nameDiffersInCase:
      .error(
        ky: "«{found}» башкача жазылат: чоң жана кичине тамгалар айырмаланат.",
        ru: "«{found}» пишется иначе: заглавные и строчные буквы различаются.",
        en: "“{found}” is spelt otherwise: capital and small letters differ.")
    case .nameNeedsBrackets:
      .error(
        ky: "«{found}» суроо эмес; ал функция же шкала катары жазылат.",
        ru: "«{found}» — не вопрос; это функция или шкала, и пишется иначе.",
        en: "“{found}” is not a question; a function or a scale is written otherwise.")
    case .codeNeedsQuotes:
      .error(
        ky: "«{found}» — жооптун коду, аны тырмакчага алыңыз.", ru: "«{found}» — код ответа, возьмите его в кавычки.",
        en: "“{found}” is an option's code; put it in quotes.")
    case .unknownScale:
      .error(ky: "«{found}» деген шкала жок.", ru: "Нет шкалы «{found}».", en: "There is no scale called “{found}”.")
    case .scaleWithoutLevels:
      .error(
        ky: "«{found}» шкаласынын деңгээлдери жок.", ru: "У шкалы «{found}» нет уровней.",
        en: "The scale “{found}” has no levels.")
    case .unknownIndicator:
      .error(
        ky: "«{found}» деген көрсөткүч жок.", ru: "Нет показателя «{found}».",
        en: "There is no indicator called “{found}”.")
    case .unknownReading:
      .error(
        ky: "«{found}» деген мезгил жок.", ru: "Нет такого времени: «{found}».",
        en: "There is no such time: “{found}”.",
        advice: Template(
          ky:
            "Мүмкүн болгондору: 'last-year' (өткөн жыл), 'previous' (мурунку мезгил), 'cohort-last-year' (ошол эле балдар, өткөн жыл).",
          ru:
            "Возможны 'last-year' (прошлый год), 'previous' (прошлый период), 'cohort-last-year' (те же дети год назад).",
          en: "It can be 'last-year', 'previous' or 'cohort-last-year' (the same children a year ago)."))
    case .literalNeeded:
      .error(
        ky: "Бул жерге тырмакчадагы текст жазылышы керек.", ru: "Здесь должен стоять текст в кавычках.",
        en: "A text in quotes should stand here.")
    case .invalidDate:
      .error(
        ky: "«{found}» деген күн жок.", ru: "Нет такого дня: «{found}».", en: "There is no such day: “{found}”.",
        advice: Template(
          ky: "Күндү жыл-ай-күн деп жазыңыз: '2025-09-01'.", ru: "Пишите год-месяц-день: '2025-09-01'.",
          en: "Write year-month-day: '2025-09-01'."))
    case .emptySet:
      .error(ky: "Коддордун тизмеси бош.", ru: "Список кодов пуст.", en: "The list of codes is empty.")
    case .argumentCount:
      .error(
        ky: "«{name}» функциясына {expected} маани берилет, {count} эмес.",
        ru: "Функции «{name}» дают значений: {expected}, а не {count}.",
        en: "“{name}” takes {expected} values, not {count}.")
    case .attributeValue:
      .error(
        ky: "«{name}» үчүн «{found}» деген маани болбойт.", ru: "У «{name}» не может быть значения «{found}».",
        en: "“{name}” can't be “{found}”.")
    default:
      .error(
        ky: "«{found}» деген суроо же шкала жок.", ru: "Нет вопроса или шкалы с именем «{found}».",
        en: "There is no question or scale called “{found}”.")
    }
  }

  /// Where it stands.
  var standing: Rule {
    switch self {
    case .cycle:
      .error(
        ky: "Туюнтмалар бири-бирин айланып окуйт: {found}.", ru: "Выражения ссылаются друг на друга по кругу: {found}.",
        en: "Expressions read one another in a circle: {found}.")
    case .functionNotHere:
      .error(
        ky: "«{found}» бул жерден көрүнбөйт.", ru: "«{found}» отсюда не видно.",
        en: "“{found}” can't be seen from here.")
    case .fieldOutsideAggregate:
      .error(
        ky: "«{found}» ар бир сапта өзүнчө: аны count, sum, mean, min, max же distinct ичине жазыңыз.",
        ru: "У «{found}» своё значение в каждой строке: возьмите его в count, sum, mean, min, max или distinct.",
        en: "“{found}” differs from row to row: put it inside count, sum, mean, min, max or distinct.")
    case .nestedAggregate:
      .error(
        ky: "«{found}» башка эсептөөнүн ичинде: саптар бир гана жолу жыйналат.",
        ru: "«{found}» стоит внутри другого подсчёта: строки собирают только один раз.",
        en: "“{found}” stands inside another aggregate: rows are gathered only once.")
    case .repeatedOutside:
      .error(
        ky: "«{found}» бир нече жолу суралат: бул жерде анын кайсынысы экени белгисиз.",
        ru: "«{found}» спрашивают несколько раз: здесь неясно, который из ответов имеется в виду.",
        en: "“{found}” is asked several times: here it isn't clear which answer is meant.",
        advice: Template(
          ky: "sum, mean, min, max же count ичине алыңыз.", ru: "Возьмите его внутрь sum, mean, min, max или count.",
          en: "Put it into sum, mean, min, max or count."))
    case .whereNotHere:
      .error(
        ky: "«where» саптарды жыйнаган функцияларда гана колдонулат.",
        ru: "«where» бывает только в функциях, собирающих строки.",
        en: "“where” stands only in functions that gather rows.")
    default:
      .error(
        ky: "«{found}» өзүнө шилтейт: анын көрсөтүлүшү өз жообунан көз каранды.",
        ru: "«{found}» ссылается на себя: показ зависит от собственного ответа.",
        en: "“{found}” refers to itself: whether it is asked depends on its own answer.")
    }
  }

  /// What types it joins.
  var typing: Rule {
    switch self {
    case .wholeNumberNeeded:
      .error(ky: "«{found}» бүтүн сан эмес.", ru: "«{found}» — не целое число.", en: "“{found}” is not a whole number.")
    case .conditionNeeded:
      .error(
        ky: "«{found}» шарт эмес: ал ооба же жок деп жооп бербейт.",
        ru: "«{found}» — не условие: оно не отвечает «да» или «нет».",
        en: "“{found}” is no condition: it doesn't say yes or no.")
    case .textNeeded:
      .error(ky: "«{found}» текст эмес.", ru: "«{found}» — не текст.", en: "“{found}” is not a text.")
    case .dateNeeded:
      .error(ky: "«{found}» күн (дата) эмес.", ru: "«{found}» — не дата.", en: "“{found}” is not a date.")
    case .severalNeeded:
      .error(
        ky: "«{found}» бир нече жооптуу суроо эмес.", ru: "«{found}» — не вопрос с несколькими ответами.",
        en: "“{found}” is no question with several answers.")
    case .choiceNeeded:
      .error(
        ky: "«{found}» «{list}» тизмесинин коду эмес.", ru: "«{found}» — не код из списка «{list}».",
        en: "“{found}” is not a code of the list “{list}”.")
    case .notComparable:
      .error(
        ky: "«{left}» менен «{right}» салыштырылбайт: алар ар башка түрдө.",
        ru: "«{left}» и «{right}» нельзя сравнить: они разного рода.",
        en: "“{left}” and “{right}” can't be compared: they are of different kinds.")
    case .noOrder:
      .error(
        ky: "«{found}» мааниден чоң же кичине деген түшүнүк жок.", ru: "Для «{found}» нет понятий «больше» и «меньше».",
        en: "There is no more or less of “{found}”.")
    case .equalsOnSeveral:
      .error(
        ky: "«{found}» бир нече жооп камтыйт: ал бир кодго барабар боло албайт.",
        ru: "В «{found}» несколько ответов: равенство с одним кодом не имеет смысла.",
        en: "“{found}” holds several answers: it can't equal one code.")
    case .branchesDiffer:
      .error(
        ky: "«{left}» жана «{right}» ар башка түрдө, бирок биринин ордуна бири келиши керек.",
        ru: "«{left}» и «{right}» разного рода, а должны заменять друг друга.",
        en: "“{left}” and “{right}” are of different kinds, but stand for one another.")
    case .divisionByZero:
      .error(ky: "Нөлгө бөлүүгө болбойт.", ru: "На ноль делить нельзя.", en: "Nothing can be divided by zero.")
    default:
      .error(ky: "«{found}» сан эмес.", ru: "«{found}» — не число.", en: "“{found}” is not a number.")
    }
  }

  /// What is probably not meant.
  var doubting: Rule {
    switch self {
    case .neverTrue:
      .warning(
        ky: "«{found}» эч качан туура болбойт.", ru: "«{found}» никогда не бывает верным.",
        en: "“{found}” can never be true.")
    case .alwaysTrue:
      .warning(ky: "«{found}» дайыма туура.", ru: "«{found}» верно всегда.", en: "“{found}” is always true.")
    case .laterReference:
      .warning(
        ky: "«{found}» кийинчерээк суралат: бул жерде анын жообу азырынча жок.",
        ru: "«{found}» спрашивают позже: здесь ответа ещё нет.",
        en: "“{found}” is asked later: its answer isn't there yet.")
    case .blankUnsafe:
      .warning(
        ky: "«{found}» жоопсуз калса, бүт эсептөө белгисиз болот.",
        ru: "Если на «{found}» нет ответа, неизвестен и весь результат.",
        en: "If “{found}” is left blank, the whole result is unknown.")
    case .codeTwice:
      .warning(ky: "«{found}» эки жолу жазылган.", ru: "«{found}» стоит дважды.", en: "“{found}” stands twice.")
    case .sameBothSides:
      .warning(
        ky: "«{found}» өзү менен салыштырылат.", ru: "«{found}» сравнивается с самим собой.",
        en: "“{found}” is compared with itself.")
    default:
      .warning(
        ky: "Бул эч качан көрсөтүлбөйт: «{found}» туура боло албайт.",
        ru: "Это никогда не покажут: «{found}» не может быть верным.",
        en: "This is never shown: “{found}” can't be true.")
    }
  }
}
