import Texts

/// What can be wrong with what a register says of people themselves: their names, their days, what they need. `E530`–`E539`
package enum PeopleFinding: String, Finding {
  case badPercent = "E530"
  case badYesNo = "E531"
  case nameless = "E532"
  case samePersonTwice = "W530"
  case mixedAlphabets = "W531"
  case distantDate = "W532"

  package var rule: Rule {
    switch self {
    case .badPercent:
      .error(
        ky: "Кошумча убакыт 0дөн {most}га чейинки пайыз болот, «{found}» эмес.",
        ru: "Дополнительное время — проценты от 0 до {most}, а не «{found}».",
        en: "Extra time is a percentage from 0 to {most}, not “{found}”.",
        advice: Template(
          ky: "Мисалы, 25 — убакыт төрттөн бирге узарат.", ru: "Например, 25 — времени на четверть больше.",
          en: "25, say, is a quarter more time."))
    case .badYesNo:
      .error(
        ky: "Бул жерде yes же no жазылат, «{found}» эмес.", ru: "Здесь пишется yes или no, а не «{found}».",
        en: "This is yes or no, not “{found}”.")
    case .nameless:
      .error(
        ky: "Бул сапта код да, ат да жок: ким экени белгисиз.",
        ru: "В этой строке нет ни кода, ни имени: неясно, кто это.",
        en: "There is neither a code nor a name in this line: nobody knows who it is.")
    case .samePersonTwice:
      .warning(
        ky: "«{found}» эки коддо турат: бул жерде {id}, {first} сабында {other}.",
        ru: "«{found}» записан под двумя кодами: здесь {id}, в строке {first} — {other}.",
        en: "“{found}” stands under two codes: {id} here, {other} in line {first}.",
        advice: Template(
          ky: "Бир адам болсо, бир код калтырыңыз; аттары бирдей болсо, туулган күнүн (birth) жазыңыз.",
          ru: "Если это один человек, оставьте один код; если тёзки — укажите день рождения (birth).",
          en: "Leave one code if it is one person; give the days of birth (birth) if they are namesakes."))
    case .mixedAlphabets:
      .warning(
        ky: "«{found}» деген сөздө латын жана кирилл тамгалары аралаш.",
        ru: "В «{found}» смешаны латинские и кириллические буквы.",
        en: "“{found}” mixes Latin and Cyrillic letters.")
    case .distantDate:
      .warning(
        ky: "{found} — өтө алыс күн, балким жылы ката.", ru: "{found} — слишком далёкая дата, вероятно, ошибка в годе.",
        en: "{found} is far away: the year is probably wrong.")
    }
  }
}
