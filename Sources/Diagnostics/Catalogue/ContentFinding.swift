import Texts

/// What can be wrong with a file of Synak's own XML that keeps its grammar, and that shows only in the file: languages,
/// texts, keys. No XSD sees these; what the instrument itself can't mean is in `InstrumentFinding`.
package enum ContentFinding: String, Finding {
  case optionsAndChoices = "E232"
  case noItems = "E233"
  case tooManyItems = "E234"
  case nothingIsRight = "E235"
  case gradesReversed = "E236"
  case keyTwice = "E237"
  case otherKindOfFile = "E238"
  case manyFindings = "N239"
  case languageDeclaredTwice = "E240"
  case doubledTranslation = "E241"
  case languageNotDeclared = "E242"
  case missingTranslation = "E243"
  case mixedText = "E244"
  case emptyText = "E245"
  case textTooLong = "E246"
  case reservedAttribute = "E247"
  case languageNeverUsed = "E248"

  package var rule: Rule {
    switch self {
    case .languageDeclaredTwice, .doubledTranslation, .languageNotDeclared, .missingTranslation, .mixedText,
      .languageNeverUsed, .emptyText, .textTooLong:
      textRule
    case .reservedAttribute, .otherKindOfFile, .manyFindings: fileRule
    default: itemRule
    }
  }

  private var textRule: Rule {
    switch self {
    case .languageDeclaredTwice:
      .error(
        ky: "«{found}» тили эки жолу жарыяланган.", ru: "Язык «{found}» объявлен дважды.",
        en: "The language “{found}” is declared twice.")
    case .doubledTranslation:
      .error(
        ky: "<{element}> элементинде <{found}> тексти эки жолу турат.",
        ru: "В элементе <{element}> текст <{found}> дважды.",
        en: "<{element}> has its <{found}> text twice.")
    case .languageNotDeclared:
      .error(
        ky: "«{found}» тили languages касиетинде жарыяланган эмес.", ru: "Язык «{found}» не объявлен в languages.",
        en: "The language “{found}” is not declared in languages.")
    case .missingTranslation:
      .error(
        ky: "<{found}> элементинин тексти бул тилде жок: {languages}.",
        ru: "У текста элемента <{found}> нет перевода: {languages}.",
        en: "The text of <{found}> lacks a translation: {languages}.")
    case .mixedText:
      .error(
        ky: "<{found}> элементинин тексти тил ичинде да, тилсиз да жазылган.",
        ru: "Текст элемента <{found}> написан и внутри языков, и без языка.",
        en: "The text of <{found}> stands both inside languages and without a language.")
    case .languageNeverUsed:
      .error(
        ky: "«{found}» тили жарыяланган, бирок ал тилде бир да текст жок.",
        ru: "Язык «{found}» объявлен, но на нём нет ни одного текста.",
        en: "The language “{found}” is declared, but no text is in it.")
    case .emptyText:
      .error(ky: "<{found}> тексти бош.", ru: "Текст <{found}> пуст.", en: "The text of <{found}> is empty.")
    default:
      .error(
        ky: "Бул текст өтө узун: бир текст {limit} байттан ашпайт.",
        ru: "Этот текст слишком длинный: один текст — не больше {limit} байтов.",
        en: "This text is too long: a text has at most {limit} bytes.")
    }
  }

  private var fileRule: Rule {
    switch self {
    case .reservedAttribute:
      .error(
        ky: "«{found}» касиетин Сынак колдонбойт.", ru: "Свойство «{found}» в Сынаке не используется.",
        en: "Synak doesn't use the attribute “{found}”.",
        advice: Template(
          ky: "Ат үчүн id, тил үчүн <ky>, <ru>, <en> жазыңыз.", ru: "Для имени есть id, для языка — <ky>, <ru>, <en>.",
          en: "Use id for a name, and <ky>, <ru>, <en> for a language."))
    case .otherKindOfFile:
      .error(
        ky: "Бул <{found}> файлы; бул жерде башка түрдөгү файл күтүлөт: {words}.",
        ru: "Это файл <{found}>, а здесь нужен другой: {words}.",
        en: "This is a file of the kind <{found}>; another is expected here: {words}.")
    default:
      .note(
        ky: "Каталар өтө көп; биринчи {limit} гана көрсөтүлдү.", ru: "Ошибок слишком много; показаны первые {limit}.",
        en: "There are too many mistakes; the first {limit} are shown.")
    }
  }

  private var itemRule: Rule {
    switch self {
    case .optionsAndChoices:
      .error(
        ky: "<{found}> элементинде өз варианттары да, choices тизмеси да бар; бирөөсү калсын.",
        ru: "У <{found}> есть и свои варианты, и список choices; оставьте что-то одно.",
        en: "<{found}> has both options of its own and a list in choices; keep one.")
    case .noItems:
      .error(
        ky: "Куралда бир да суроо жок.", ru: "В инструменте нет ни одного вопроса.", en: "The instrument asks nothing.")
    case .tooManyItems:
      .error(
        ky: "Куралда өтө көп суроо бар: {limit} суроого чейин болот.",
        ru: "В инструменте слишком много вопросов: можно не больше {limit}.",
        en: "The instrument has too many questions: {limit} at most.")
    case .nothingIsRight:
      .error(
        ky: "«{found}» үчүн упай бар, бирок туура жооп көрсөтүлгөн эмес.",
        ru: "За «{found}» есть балл, но не сказано, какой ответ верен.",
        en: "“{found}” earns points, but nothing says what is right.")
    case .gradesReversed:
      .error(
        ky: "«{found}»: биринчи класс экинчисинен чоң.", ru: "«{found}»: первый класс больше второго.",
        en: "“{found}”: the first grade is above the second.")
    default:
      .error(
        ky: "«{found}» үчүн туура жооп эки жерде айтылган: <key> жана вариантта.",
        ru: "Верный ответ на «{found}» указан дважды: в <key> и у варианта.",
        en: "What is right for “{found}” is said twice: in <key> and at an option.")
    }
  }
}
