import Texts

/// What a file of Synak's own XML can do against the grammar: what the published XSD refuses too.
///
/// What no XSD can see (texts, languages, one id twice) is in `ContentFinding`.
package enum GrammarFinding: String, Finding {
  case wrongRoot = "E201"
  case wrongNamespace = "E202"
  case unknownElement = "E203"
  case misplacedElement = "E204"
  case elementOutOfOrder = "E205"
  case repeatedElement = "E206"
  case missingElement = "E207"
  case foreignElement = "E208"
  case unknownAttribute = "E209"
  case missingAttribute = "E210"
  case foreignAttribute = "E211"
  case strayText = "E212"
  case missingText = "E213"
  case notAnIdentifier = "E214"
  case lookalikeLetters = "E215"
  case notAName = "E216"
  case notACode = "E217"
  case notYesOrNo = "E218"
  case notAWholeNumber = "E219"
  case numberOutOfRange = "E220"
  case notANumber = "E221"
  case notADuration = "E222"
  case notANumberOrPercent = "E223"
  case notOneOf = "E224"
  case notALanguage = "E225"
  case notGrades = "E226"
  case emptyValue = "E227"
  case notAVersion = "E228"
  case valueTooLong = "E229"
  case notADate = "E230"
  case noNamespace = "E231"
  case notAPictureFile = "E249"

  package var rule: Rule {
    switch self {
    case .wrongRoot, .wrongNamespace, .noNamespace, .unknownElement, .misplacedElement, .elementOutOfOrder,
      .repeatedElement,
      .missingElement, .foreignElement, .strayText, .missingText:
      elementRule
    case .unknownAttribute, .missingAttribute, .foreignAttribute: attributeRule
    default: valueRule
    }
  }

  private var elementRule: Rule {
    switch self {
    case .wrongRoot:
      .error(
        ky: "Файл <{found}> элементи менен башталат, бирок төмөнкүлөрдүн бири күтүлөт: {words}.",
        ru: "Файл начинается с элемента <{found}>, а ожидается один из этих: {words}.",
        en: "The file begins with <{found}>, but one of these is expected: {words}.")
    case .wrongNamespace:
      .error(
        ky: "Аттар мейкиндиги «{found}» — Сынактыкы эмес.", ru: "Пространство имён «{found}» — не Сынака.",
        en: "The namespace “{found}” is not Synak's.",
        advice: Template(
          ky: "Биринчи элементке xmlns=\"urn:synak:1\" деп так ушундай жазыңыз.",
          ru: "Напишите в первом элементе точно так: xmlns=\"urn:synak:1\".",
          en: "Write exactly this in the first element: xmlns=\"urn:synak:1\"."))
    case .noNamespace:
      .error(
        ky: "<{found}> элементинде аттар мейкиндиги жок.", ru: "У элемента <{found}> нет пространства имён.",
        en: "<{found}> has no namespace.",
        advice: Template(
          ky: "Биринчи элементке xmlns=\"urn:synak:1\" кошуңуз.",
          ru: "Добавьте в первый элемент xmlns=\"urn:synak:1\".",
          en: "Add xmlns=\"urn:synak:1\" to the first element."))
    case .unknownElement:
      .error(
        ky: "<{found}> деген элемент жок.", ru: "Элемента <{found}> не существует.",
        en: "There is no element <{found}>.")
    case .misplacedElement:
      .error(
        ky: "<{found}> элементи <{parent}> ичинде турбайт; анын орду: {words}.",
        ru: "Элемент <{found}> не может стоять в <{parent}>; его место: {words}.",
        en: "<{found}> can't stand in <{parent}>; its place is in {words}.")
    case .elementOutOfOrder:
      .error(
        ky: "<{found}> элементи <{before}> элементинен мурда турушу керек.",
        ru: "Элемент <{found}> должен стоять раньше, чем <{before}>.",
        en: "<{found}> must stand before <{before}>.")
    case .repeatedElement:
      .error(
        ky: "<{found}> элементи бул жерде бир эле жолу турат.", ru: "Элемент <{found}> здесь может быть только один.",
        en: "There can be only one <{found}> here.")
    case .missingElement:
      .error(
        ky: "<{found}> элементинде <{missing}> жетишпейт.", ru: "В элементе <{found}> не хватает <{missing}>.",
        en: "<{found}> lacks <{missing}>.")
    case .foreignElement:
      .error(
        ky: "<{found}> элементи башка аттар мейкиндигинен («{namespace}»); Сынак аны окубайт.",
        ru: "Элемент <{found}> из чужого пространства имён («{namespace}»); Сынак его не читает.",
        en: "<{found}> is from another namespace (“{namespace}”); Synak doesn't read it.")
    case .strayText:
      .error(
        ky: "«{found}» деген сөздөр бул жерде турбайт.", ru: "Словам «{found}» здесь не место.",
        en: "The words “{found}” can't stand here.",
        advice: Template(
          ky: "Текстти тилинин ичине жазыңыз: <ky>…</ky>.", ru: "Пишите текст внутри его языка: <ru>…</ru>.",
          en: "Write a text inside its language: <en>…</en>."))
    default:
      .error(
        ky: "<{found}> элементинин тексти жок.", ru: "У элемента <{found}> нет текста.", en: "<{found}> has no text.",
        advice: Template(
          ky: "Текстти биринчи жазыңыз: <ky>…</ky>.", ru: "Напишите сначала текст: <ru>…</ru>.",
          en: "Write the text first: <en>…</en>."))
    }
  }

  private var attributeRule: Rule {
    switch self {
    case .unknownAttribute:
      .error(
        ky: "<{element}> элементинде «{found}» деген касиет жок.", ru: "У элемента <{element}> нет свойства «{found}».",
        en: "<{element}> has no attribute “{found}”.")
    case .missingAttribute:
      .error(
        ky: "<{found}> элементинде «{attribute}» касиети жетишпейт.",
        ru: "У элемента <{found}> не хватает свойства «{attribute}».",
        en: "<{found}> lacks the attribute “{attribute}”.")
    default:
      .error(
        ky: "«{found}» касиети башка аттар мейкиндигинен; Сынак аны окубайт.",
        ru: "Свойство «{found}» из чужого пространства имён; Сынак его не читает.",
        en: "The attribute “{found}” is from another namespace; Synak doesn't read it.")
    }
  }

  private var valueRule: Rule {
    switch self {
    case .notAnIdentifier:
      .error(
        ky: "«{found}» ат боло албайт: латын тамгасы менен башталып, 64 белгиге чейинки тамга, сан жана «_» болот.",
        ru: "«{found}» не годится как имя: нужна латинская буква, за ней буквы, цифры и «_», всего до 64.",
        en: "“{found}” can't be an id: a Latin letter, then letters, digits and “_”, 64 at most.")
    case .lookalikeLetters:
      .error(
        ky: "«{found}» деген атта латын тамгасына окшош «{letter}» тамгасы бар.",
        ru: "В имени «{found}» буква «{letter}» только похожа на латинскую.",
        en: "In the name “{found}” the letter “{letter}” only looks like a Latin one.")
    case .notAName:
      .error(
        ky:
          "«{found}» ат боло албайт: латын тамгасы менен башталып, 64 белгиге чейинки тамга, сан, «_» жана «-» болот.",
        ru: "«{found}» не годится как имя: нужна латинская буква, за ней буквы, цифры, «_» и «-», всего до 64.",
        en: "“{found}” can't be a name: a Latin letter, then letters, digits, “_” and “-”, 64 at most.")
    case .notACode:
      .error(
        ky: "«{found}» код боло албайт: латын тамгалары, сандар, «_», «-» жана «.», 64 белгиге чейин.",
        ru: "«{found}» не годится как код: латинские буквы, цифры, «_», «-» и «.», до 64 знаков.",
        en: "“{found}” can't be a code: Latin letters, digits, “_”, “-” and “.”, 64 at most.")
    case .notYesOrNo:
      .error(
        ky: "Бул жерде yes же no турат, бирок «{found}» жазылган.",
        ru: "Здесь должно стоять yes или no, а стоит «{found}».",
        en: "This must be yes or no, but it is “{found}”.")
    case .notAWholeNumber:
      .error(
        ky: "«{found}» бүтүн сан эмес: сандар гана, алдында нөл жок.",
        ru: "«{found}» — не целое число: только цифры, без нулей впереди.",
        en: "“{found}” is not a whole number: digits only, no zeros in front.")
    case .numberOutOfRange:
      .error(
        ky: "{found} саны {min} менен {max} аралыгында болушу керек.",
        ru: "Число {found} должно быть от {min} до {max}.",
        en: "The number {found} must be from {min} to {max}.")
    case .notANumber:
      .error(
        ky: "«{found}» сан эмес: «3» же «3.5» түрүндө жазылат.", ru: "«{found}» — не число: пишется «3» или «3.5».",
        en: "“{found}” is not a number: it is written “3” or “3.5”.")
    case .notADuration:
      .error(
        ky: "«{found}» убакыттын узактыгы эмес: 90s, 40m, 2h же 10d түрүндө жазылат.",
        ru: "«{found}» — не длительность: пишется 90s, 40m, 2h или 10d.",
        en: "“{found}” is not a length of time: it is written 90s, 40m, 2h or 10d.")
    case .notANumberOrPercent:
      .error(
        ky: "«{found}» сан да, пайыз да эмес: «12» же «45%» түрүндө жазылат.",
        ru: "«{found}» — не число и не процент: пишется «12» или «45%».",
        en: "“{found}” is neither a number nor a percentage: it is written “12” or “45%”.")
    default: listRule
    }
  }

  private var listRule: Rule {
    switch self {
    case .notOneOf:
      .error(
        ky: "«{found}» бул жерде болбойт; мүмкүн болгондору: {words}.",
        ru: "«{found}» здесь не бывает; возможны: {words}.",
        en: "“{found}” is not possible here; possible are: {words}.")
    case .notALanguage:
      .error(
        ky: "«{found}» тилин Сынак билбейт; мүмкүн болгондору: {words}.",
        ru: "Сынак не знает языка «{found}»; возможны: {words}.",
        en: "Synak doesn't know the language “{found}”; possible are: {words}.")
    case .notGrades:
      .error(
        ky: "«{found}» класстар эмес: «4» же «1-4» түрүндө жазылат.",
        ru: "«{found}» — не классы: пишется «4» или «1-4».",
        en: "“{found}” is not grades: they are written “4” or “1-4”.")
    case .emptyValue:
      .error(ky: "Бул жер бош.", ru: "Здесь пусто.", en: "This is empty.")
    case .notAVersion:
      .error(
        ky: "«{found}» версия боло албайт: «1.0» сыяктуу, тамга, сан, «.», «_» жана «-», 32 белгиге чейин.",
        ru: "«{found}» не годится как версия: как «1.0», буквы, цифры, «.», «_» и «-», до 32 знаков.",
        en: "“{found}” can't be a version: like “1.0”, letters, digits, “.”, “_” and “-”, 32 at most.")
    case .notAPictureFile:
      .error(
        ky:
          "«{found}» сүрөттүн файлы боло албайт: «figures/rect.svg» сыяктуу, куралдын папкасынын ичинде, латын тамгасы менен.",
        ru: "«{found}» не годится как файл рисунка: как «figures/rect.svg», внутри папки инструмента, латиницей.",
        en:
          "“{found}” can't be a picture's file: like “figures/rect.svg”, inside the instrument's folder, in Latin letters.",
        advice: Template(
          ky: "svg, png же jpg; «..» жана «/» менен баштоого болбойт.",
          ru: "svg, png или jpg; без «..» и без «/» в начале.",
          en: "svg, png or jpg; without “..”, and no “/” at the start."))
    case .valueTooLong:
      .error(
        ky: "Бул өтө узун: {limit} белгиден ашпашы керек.", ru: "Это слишком длинно: не больше {limit} знаков.",
        en: "This is too long: {limit} characters at most.")
    default:
      .error(
        ky: "«{found}» күн эмес: 2025-09-01 түрүндө жазылат.", ru: "«{found}» — не дата: пишется 2025-09-01.",
        en: "“{found}” is not a date: it is written 2025-09-01.")
    }
  }
}
