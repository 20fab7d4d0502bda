import Texts

/// What can be wrong with a register of people.
package enum RegisterFinding: String, Finding {
  case notUTF8 = "E501"
  case emptyFile = "E502"
  case missingColumn = "E503"
  case unknownColumn = "E504"
  case doubledColumn = "E505"
  case wrongFieldCount = "E506"
  case unclosedQuote = "E507"
  case strayQuote = "E508"
  case missingValue = "E509"
  case doubledPerson = "E510"
  case badPersonCode = "E511"
  case unknownRole = "E512"
  case unknownSex = "E513"
  case unknownLanguage = "E514"
  case badClass = "E515"
  case badDate = "E516"
  case datesReversed = "E517"
  case overlappingEnrolment = "E518"
  case personDiffers = "E519"
  case tooLarge = "E520"
  case pupilWithoutClass = "E521"
  case semicolons = "W501"
  case noPeople = "W502"
  case invisibleCharacter = "W503"

  package var rule: Rule {
    switch self {
    case .notUTF8:
      .error(
        ky: "Файл UTF-8 менен жазылган эмес: {offset}-байт окулбайт.",
        ru: "Файл не в UTF-8: байт {offset} не читается.", en: "The file isn't UTF-8: byte {offset} can't be read.",
        advice: Template(
          ky: "Таблицаны «CSV UTF-8» катары сактаңыз.", ru: "Сохраните таблицу как «CSV UTF-8».",
          en: "Save the table as “CSV UTF-8”."))
    case .emptyFile:
      .error(ky: "Файл бош.", ru: "Файл пуст.", en: "The file is empty.")
    case .missingColumn:
      .error(
        ky: "«{found}» тилкеси жок.", ru: "Нет столбца «{found}».", en: "There is no column “{found}”.",
        advice: Template(
          ky: "Биринчи сапта мындай тилкелер болот: {columns}.", ru: "В первой строке должны быть столбцы: {columns}.",
          en: "The first line names the columns {columns}."))
    case .unknownColumn:
      .error(
        ky: "«{found}» деген тилке белгисиз.", ru: "Неизвестный столбец «{found}».", en: "Unknown column “{found}”.",
        advice: Template(
          ky: "Белгилүү тилкелер: {columns}.", ru: "Известные столбцы: {columns}.", en: "The columns are {columns}."))
    case .doubledColumn:
      .error(
        ky: "«{found}» тилкеси эки жолу турат.", ru: "Столбец «{found}» указан дважды.",
        en: "The column “{found}” stands twice.")
    case .wrongFieldCount:
      .error(
        ky: "Бул сапта {given} маани бар, тилке болсо {expected}.",
        ru: "В этой строке {given:значение|значения|значений}: {given}, а столбцов {expected}.",
        en: "This line has {given} {given:value|values}, but there are {expected} columns.")
    case .unclosedQuote:
      .error(
        ky: "Тырмакча ачылган, бирок жабылган жок.", ru: "Кавычка открыта, но не закрыта.",
        en: "A quotation mark is opened but not closed.")
    case .strayQuote:
      .error(
        ky: "Тырмакча бул жерде турбайт.", ru: "Кавычка здесь не на месте.",
        en: "A quotation mark can't stand here.",
        advice: Template(
          ky: "Маанини толугу менен тырмакчага алыңыз, ичиндегисин эки жолу жазыңыз.",
          ru: "Возьмите всё значение в кавычки, а внутренние удвойте.",
          en: "Put the whole value in quotation marks and write those inside twice."))
    case .missingValue:
      .error(ky: "«{column}» мааниси жок.", ru: "Нет значения «{column}».", en: "There is no “{column}”.")
    case .doubledPerson:
      .error(
        ky: "«{found}» коду {first} сабында бар, ошол эле класс жана күн менен.",
        ru: "Код «{found}» уже стоит в строке {first} с тем же классом и датой.",
        en: "The code “{found}” is already in line {first}, with the same class and date.")
    case .badPersonCode:
      .error(
        ky: "«{found}» адамдын коду боло албайт.", ru: "«{found}» не может быть кодом человека.",
        en: "“{found}” can't be a person's code.",
        advice: Template(
          ky: "Латын тамгалары, сандар жана сызыкча: u-0001.", ru: "Латинские буквы, цифры и дефис: u-0001.",
          en: "Latin letters, digits and hyphens: u-0001."))
    case .unknownRole:
      .error(
        ky: "«{found}» деген роль жок.", ru: "Нет роли «{found}».", en: "There is no role “{found}”.",
        advice: Template(ky: "Ролдор: {known}.", ru: "Роли: {known}.", en: "The roles are {known}."))
    case .unknownSex:
      .error(
        ky: "Жынысы f же m болушу керек, «{found}» эмес.", ru: "Пол — f или m, а не «{found}».",
        en: "The sex is f or m, not “{found}”.")
    case .unknownLanguage:
      .error(
        ky: "«{found}» деген тил жок.", ru: "Нет языка «{found}».", en: "There is no language “{found}”.",
        advice: Template(ky: "Тилдер: {known}.", ru: "Языки: {known}.", en: "The languages are {known}."))
    case .badClass:
      .error(
        ky: "«{found}» класстын аты эмес.", ru: "«{found}» — не название класса.",
        en: "“{found}” is not the name of a class.",
        advice: Template(
          ky: "Класс, сызыкча, тамга: 4-а.", ru: "Номер, дефис, буква: 4-а.", en: "Grade, hyphen, letter: 4-а."))
    case .badDate:
      .error(
        ky: "«{found}» — мындай күн жок.", ru: "Нет такого дня: «{found}».", en: "There is no such day: “{found}”.",
        advice: Template(
          ky: "Мындай жазыңыз: 2025-09-01.", ru: "Пишите так: 2025-09-01.", en: "Write it like 2025-09-01."))
    case .datesReversed:
      .error(
        ky: "Аягы ({to}) башынан ({from}) мурун турат.", ru: "Конец ({to}) раньше начала ({from}).",
        en: "The end ({to}) is before the beginning ({from}).")
    case .overlappingEnrolment:
      .error(
        ky: "«{found}» бир эле күнү эки класста: {first} сабындагы класс бүтө элек.",
        ru: "«{found}» в один день в двух классах: класс из строки {first} ещё не закончен.",
        en: "“{found}” is in two classes on one day: that of line {first} hasn't ended.",
        advice: Template(
          ky: "Мурунку сапка чыккан күнүн жазыңыз.", ru: "Укажите в прежней строке дату выбытия.",
          en: "Write the last day into the earlier line."))
    case .personDiffers:
      .error(
        ky: "«{found}» кодунун {column} мааниси {first} сабындагыдан башка.",
        ru: "У кода «{found}» {column} не та, что в строке {first}.",
        en: "The {column} of “{found}” isn't that of line {first}.",
        advice: Template(
          ky: "Бир код — бир адам.", ru: "Один код — один человек.", en: "One code is one person."))
    case .tooLarge:
      .error(
        ky: "Файл өтө чоң: эң көбү {limit} байт.", ru: "Файл слишком велик: не больше {limit} байт.",
        en: "The file is too large: at most {limit} bytes.")
    case .pupilWithoutClass:
      .error(
        ky: "Окуучунун классы жок.", ru: "У ученика нет класса.", en: "A pupil must have a class.")
    case .semicolons:
      .warning(
        ky: "Маанилер үтүрлүү чекит менен бөлүнгөн; ошондой окулду.",
        ru: "Значения разделены точкой с запятой; так и прочитано.",
        en: "Values are set apart by semicolons; they were read so.")
    case .noPeople:
      .warning(ky: "Тизмеде эч ким жок.", ru: "В списке никого нет.", en: "Nobody is in the list.")
    case .invisibleCharacter:
      .warning(
        ky: "Бул мааниде көрүнбөгөн белги бар, ал алынып салынды.",
        ru: "В этом значении есть невидимый знак, он убран.",
        en: "There is an invisible character in this value; it was taken out.")
    }
  }
}
