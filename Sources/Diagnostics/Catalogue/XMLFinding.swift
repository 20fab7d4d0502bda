import Texts

/// Why a file can't be read as XML at all: the file itself, its encoding, its tags.
package enum XMLFinding: String, Finding {
  case notFound = "E001"
  case notPermitted = "E002"
  case notAFile = "E003"
  case tooLarge = "E004"
  case empty = "E005"
  case unreadable = "E006"
  case foreignFormat = "E007"
  case notXML = "E008"
  case nulByte = "E009"
  case unsupportedEncoding = "E010"
  case encodingContradiction = "E011"
  case undeclaredEncoding = "E012"
  case undecodable = "E013"
  case cutCharacter = "E014"
  case badDeclaration = "E015"
  case unsupportedVersion = "E016"
  case doctype = "E017"
  case unclosed = "E018"
  case mismatchedTag = "E019"
  case unexpectedClosing = "E020"
  case contentAfterRoot = "E021"
  case unfinishedTag = "E022"
  case badTag = "E023"
  case badName = "E024"
  case attributeWithoutValue = "E025"
  case unquotedValue = "E026"
  case unclosedValue = "E027"
  case lessThanInValue = "E028"
  case missingSpace = "E029"
  case duplicateAttribute = "E030"
  case badCharacter = "E031"
  case undefinedEntity = "E032"
  case badReference = "E033"
  case cdataEndInText = "E034"
  case unclosedCDATA = "E035"
  case unclosedComment = "E036"
  case hyphensInComment = "E037"
  case unclosedInstruction = "E038"
  case reservedInstruction = "E039"
  case undeclaredPrefix = "E040"
  case badNamespace = "E041"
  case malformed = "E042"
  case tooDeep = "E043"
  case tooMany = "E044"
  case tooManyAttributes = "E045"
  case startTagTooLong = "E046"
  case textTooLong = "E047"

  package var rule: Rule { fileRule ?? encodingRule ?? tagRule ?? valueRule ?? textRule ?? limitRule }

  private var fileRule: Rule? {
    switch self {
    case .notFound: .error(ky: "«{found}» файлы жок.", ru: "Файла «{found}» нет.", en: "There is no file “{found}”.")
    case .notPermitted:
      .error(
        ky: "«{found}» файлын окууга уруксат жок.", ru: "Нет прав читать файл «{found}».",
        en: "The file “{found}” may not be read.")
    case .notAFile:
      .error(
        ky: "«{found}» — кадимки файл эмес.", ru: "«{found}» — не обычный файл.", en: "“{found}” is not a plain file.")
    case .tooLarge:
      .error(
        ky: "Файл өтө чоң: {limit} байттан ашпашы керек.", ru: "Файл слишком большой: можно не больше {limit} байтов.",
        en: "The file is too large: {limit} bytes at most.")
    case .empty: .error(ky: "Файл бош.", ru: "Файл пуст.", en: "The file is empty.")
    case .unreadable:
      .error(
        ky: "«{found}» файлы окулбайт (системанын катасы {errno}).",
        ru: "Файл «{found}» не читается (ошибка системы {errno}).",
        en: "The file “{found}” can't be read (system error {errno}).")
    case .foreignFormat:
      .error(
        ky: "Бул XML эмес, {found} түрүндөгү файл.", ru: "Это не XML, а файл вида {found}.",
        en: "This is not XML but a {found} file.",
        advice: Template(
          ky: "Файлды ачып же кысуудан чыгарып, XML катары сактаңыз.", ru: "Распакуйте файл или сохраните его как XML.",
          en: "Unpack the file, or save it as XML."))
    case .notXML:
      .error(
        ky: "Бул XML эмес: файл «<» менен башталбайт.", ru: "Это не XML: файл не начинается с «<».",
        en: "This is not XML: the file doesn't begin with “<”.")
    case .nulByte:
      .error(
        ky: "Файлда нөл байттар бар: ал бузулган.", ru: "В файле нулевые байты: он повреждён.",
        en: "The file has zero bytes in it: it is damaged.")
    default: nil
    }
  }

  private var encodingRule: Rule? {
    let advice = Template(
      ky: "Файлды UTF-8 коддоосунда сактаңыз.", ru: "Сохраните файл в кодировке UTF-8.", en: "Save the file as UTF-8.")
    return switch self {
    case .unsupportedEncoding:
      .error(
        ky: "«{found}» коддоосун Сынак окубайт.", ru: "Сынак не читает кодировку «{found}».",
        en: "Synak doesn't read the encoding “{found}”.", advice: advice)
    case .encodingContradiction:
      .error(
        ky: "Файлда «{found}» коддоосу жазылган, бирок ал чындыгында {actual}.",
        ru: "В файле указана кодировка «{found}», а на деле это {actual}.",
        en: "The file says that its encoding is “{found}”, but it is {actual}.", advice: advice)
    case .undeclaredEncoding:
      .error(
        ky: "Файл UTF-16да, бирок ал тууралуу белгиси жок.", ru: "Файл в UTF-16, но об этом в нём не сказано.",
        en: "The file is in UTF-16 but doesn't say so.", advice: advice)
    case .undecodable:
      .error(
        ky: "{found} байты {encoding} коддоосунда эч нерсени билдирбейт.",
        ru: "Байт {found} в кодировке {encoding} ничего не значит.",
        en: "The byte {found} means nothing in {encoding}.",
        advice: advice)
    case .cutCharacter:
      .error(
        ky: "Файл тамганын ортосунда үзүлгөн ({encoding}).", ru: "Файл обрывается посреди буквы ({encoding}).",
        en: "The file ends in the middle of a letter ({encoding}).")
    case .badDeclaration:
      .error(
        ky: "Файлдын биринчи сабы туура эмес.", ru: "Первая строка файла неверна.",
        en: "The first line of the file is wrong.",
        advice: Template(
          ky: "Мындай жазыңыз: <?xml version=\"1.0\" encoding=\"UTF-8\"?>",
          ru: "Напишите так: <?xml version=\"1.0\" encoding=\"UTF-8\"?>",
          en: "Write it like this: <?xml version=\"1.0\" encoding=\"UTF-8\"?>"))
    case .unsupportedVersion:
      .error(
        ky: "XML {found} версиясы окулбайт; 1.0 гана.", ru: "XML версии {found} не читается; только 1.0.",
        en: "XML {found} isn't read; only 1.0.")
    case .doctype:
      .error(
        ky: "DOCTYPE болбойт: курал башка файлдарга кайрылбайт.",
        ru: "DOCTYPE не допускается: инструмент не обращается к другим файлам.",
        en: "A DOCTYPE is not allowed: an instrument doesn't refer to other files.",
        advice: Template(
          ky: "DOCTYPE сабын өчүрүңүз.", ru: "Удалите строку DOCTYPE.", en: "Delete the DOCTYPE line."))
    default: nil
    }
  }

  private var tagRule: Rule? {
    switch self {
    case .unclosed:
      .error(
        ky: "<{found}> жабылган эмес ({line}-сапта ачылган).", ru: "<{found}> не закрыт (открыт в строке {line}).",
        en: "<{found}> is not closed (it was opened in line {line}).")
    case .mismatchedTag:
      .error(
        ky: "</{found}> турат, бирок {line}-сапта ачылган <{open}> жабылышы керек.",
        ru: "Стоит </{found}>, а закрыть нужно <{open}> из строки {line}.",
        en: "</{found}> stands where <{open}> of line {line} must be closed.")
    case .unexpectedClosing:
      .error(
        ky: "</{found}> жабат, бирок мындай элемент ачылган эмес.", ru: "</{found}> закрывает то, что не открыто.",
        en: "</{found}> closes what was never opened.")
    case .contentAfterRoot:
      .error(
        ky: "Файлдын акыркы элементинен кийин эч нерсе турбашы керек.",
        ru: "После последнего элемента файла ничего стоять не должно.",
        en: "Nothing may stand behind the last element of the file.")
    case .unfinishedTag:
      .error(ky: "Тег аягына чыкпай калган.", ru: "Тег не закончен.", en: "The tag is not finished.")
    case .badTag: .error(ky: "Тег туура жазылган эмес.", ru: "Тег записан неверно.", en: "The tag is written wrongly.")
    case .badName:
      .error(
        ky: "Бул жерде элементтин аты туура эмес.", ru: "Здесь неверное имя элемента.",
        en: "The name of an element is wrong here.")
    case .missingSpace:
      .error(
        ky: "Касиеттердин ортосунда боштук жок.", ru: "Между свойствами нет пробела.",
        en: "There is no space between attributes.")
    case .duplicateAttribute:
      .error(
        ky: "«{found}» касиети эки жолу жазылган.", ru: "Свойство «{found}» написано дважды.",
        en: "The attribute “{found}” is written twice.")
    default: nil
    }
  }

  private var valueRule: Rule? {
    switch self {
    case .attributeWithoutValue:
      .error(
        ky: "«{found}» касиетинин мааниси жок: {found}=\"…\" деп жазыңыз.",
        ru: "У свойства «{found}» нет значения: пишите {found}=\"…\".",
        en: "The attribute “{found}” has no value: write {found}=\"…\".")
    case .unquotedValue:
      .error(
        ky: "«{found}» маанисин тырмакчага алыңыз: {found}=\"…\".",
        ru: "Возьмите значение «{found}» в кавычки: {found}=\"…\".",
        en: "Put the value of “{found}” in quotes: {found}=\"…\".")
    case .unclosedValue:
      .error(
        ky: "«{found}» маанисинин тырмакчасы жабылган эмес.", ru: "Кавычка у значения «{found}» не закрыта.",
        en: "The quote of “{found}” is not closed.")
    case .lessThanInValue:
      .error(
        ky: "«{found}» маанисинде «<» турбайт: &lt; же lt деп жазыңыз.",
        ru: "В значении «{found}» не может быть «<»: пишите &lt; или lt.",
        en: "“<” can't stand in the value of “{found}”: write &lt; or lt.")
    case .undeclaredPrefix:
      .error(
        ky: "«{found}:» деген башталыш жарыяланган эмес.", ru: "Приставка «{found}:» не объявлена.",
        en: "The prefix “{found}:” is not declared.")
    case .badNamespace:
      .error(
        ky: "Аттар мейкиндиги туура эмес жарыяланган: «{found}».",
        ru: "Пространство имён объявлено неверно: «{found}».",
        en: "The namespace is declared wrongly: “{found}”.")
    default: nil
    }
  }

  private var textRule: Rule? {
    switch self {
    case .badCharacter:
      .error(
        ky: "{found} белгиси XMLде болбойт.", ru: "Символ {found} в XML недопустим.",
        en: "The character {found} is not allowed in XML.")
    case .undefinedEntity:
      .error(
        ky: "&{found}; XMLде жок: белгинин өзүн жазыңыз.", ru: "&{found}; в XML не существует: напишите сам знак.",
        en: "&{found}; doesn't exist in XML: write the character itself.")
    case .badReference:
      .error(
        ky: "«&» белгиси бул жерде &amp; деп жазылат.", ru: "Знак «&» здесь пишется &amp;.",
        en: "“&” is written &amp; here.")
    case .cdataEndInText:
      .error(
        ky: "Текстте «]]>» болбойт: ]]&gt; деп жазыңыз.", ru: "В тексте не может быть «]]>»: пишите ]]&gt;.",
        en: "“]]>” can't stand in a text: write ]]&gt;.")
    case .unclosedCDATA:
      .error(
        ky: "CDATA «]]>» менен жабылган эмес.", ru: "CDATA не закрыт знаками «]]>».",
        en: "CDATA is not closed by “]]>”.")
    case .unclosedComment:
      .error(
        ky: "Комментарий «-->» менен жабылган эмес.", ru: "Комментарий не закрыт знаками «-->».",
        en: "The comment is not closed by “-->”.")
    case .hyphensInComment:
      .error(
        ky: "Комментарийдин ичинде «--» болбойт.", ru: "Внутри комментария не может быть «--».",
        en: "“--” can't stand in a comment.")
    case .unclosedInstruction:
      .error(
        ky: "<?…?> көрсөтмөсү жабылган эмес.", ru: "Инструкция <?…?> не закрыта.",
        en: "The instruction <?…?> is not closed.")
    case .reservedInstruction:
      .error(
        ky: "<?xml …?> файлдын эң башында гана турат.", ru: "<?xml …?> может стоять только в самом начале файла.",
        en: "<?xml …?> can stand only at the very beginning of the file.")
    case .malformed:
      .error(
        ky: "Бул жерден баштап файл туура XML эмес.", ru: "Отсюда файл — не правильный XML.",
        en: "From here on the file is not proper XML.")
    default: nil
    }
  }

  private var limitRule: Rule {
    switch self {
    case .tooDeep:
      .error(
        ky: "Элементтер өтө терең салынган: {limit} кабаттан ашпайт.",
        ru: "Элементы вложены слишком глубоко: не больше {limit} уровней.",
        en: "Elements stand too deep in one another: {limit} levels at most.")
    case .tooManyAttributes:
      .error(
        ky: "Бир элементте өтө көп касиет бар: {limit} болот.",
        ru: "У одного элемента слишком много свойств: можно {limit}.",
        en: "One element has too many attributes: {limit} at most.")
    case .startTagTooLong:
      .error(
        ky: "Тег өтө узун: {limit} байттан ашпайт.", ru: "Тег слишком длинный: не больше {limit} байтов.",
        en: "The tag is too long: {limit} bytes at most.")
    case .textTooLong:
      .error(
        ky: "Текст өтө узун: {limit} байттан ашпайт.", ru: "Текст слишком длинный: не больше {limit} байтов.",
        en: "The text is too long: {limit} bytes at most.")
    default:
      .error(
        ky: "Файлда өтө көп элемент же ар башка ат бар: {limit} болот.",
        ru: "В файле слишком много элементов или разных имён: можно {limit}.",
        en: "The file has too many elements or different names: {limit} at most.")
    }
  }
}
