/// A questionnaire of any length in three languages, with the mix of questions that real ones have: choices of a shared list,
/// numbers, texts, conditions on earlier answers, a scale.
enum GeneratedInstrument {
  static func xml(questions: Int) -> [UInt8] {
    var text = """
      <?xml version="1.0" encoding="UTF-8"?>
      <questionnaire xmlns="urn:synak:1" id="generated" version="1" languages="ky ru en">
      <title><ky>Узун сурамжылоо</ky><ru>Длинный опрос</ru><en>A long survey</en></title>
      <choice-list id="agree4">
      <option code="1"><ky>Таптакыр макул эмесмин</ky><ru>Совсем не согласен</ru><en>Strongly disagree</en></option>
      <option code="2"><ky>Макул эмесмин</ky><ru>Не согласен</ru><en>Disagree</en></option>
      <option code="3"><ky>Макулмун</ky><ru>Согласен</ru><en>Agree</en></option>
      <option code="4"><ky>Толук макулмун</ky><ru>Полностью согласен</ru><en>Strongly agree</en></option>
      <option code="dk" missing="dont-know"><ky>Билбейм</ky><ru>Не знаю</ru><en>Don't know</en></option>
      </choice-list>

      """
    for number in 0..<questions {
      if number % 20 == 0 {
        text += number == 0 ? "<section id=\"s0\">\n" : "</section>\n<section id=\"s\(number)\">\n"
      }
      text += item(number)
    }
    let members = stride(from: 0, to: questions, by: 4).map { "q\($0)" }.joined(separator: " ")
    text += """
      </section>
      <scale id="climate" method="mean" of="\(members)" at-least="1"><ky>Чөйрө</ky><ru>Климат</ru><en>Climate</en></scale>
      <example name="first"><answers q0="4"/><expect climate="4"/></example>
      </questionnaire>
      """
    return Array(text.utf8)
  }

  private static func item(_ number: Int) -> String {
    let words =
      "<ky>\(number)-суроо: бул жерде эмне өзгөрдү?</ky><ru>Вопрос \(number): что здесь изменилось?</ru>"
      + "<en>Question \(number): what has changed here?</en>"
    let earlier = (number - number % 4) - 4
    let condition =
      earlier >= 0 && number % 4 != 0 ? " show-if=\"q\(earlier) in {3, 4} or q\(earlier) is missing\"" : ""
    return switch number % 4 {
    case 0: "<choose id=\"q\(number)\" choices=\"agree4\">\(words)</choose>\n"
    case 1:
      "<number id=\"q\(number)\" min=\"0\" max=\"300\"\(condition)>\(words)"
        + "<check that=\"q\(number) le 200\" else=\"ask\">\(words)</check></number>\n"
    case 2:
      "<choose-many id=\"q\(number)\"\(condition)>\(words)"
        + "<option code=\"a\"><ky>Ооба</ky><ru>Да</ru><en>Yes</en></option>"
        + "<option code=\"b\"><ky>Жок</ky><ru>Нет</ru><en>No</en></option>"
        + "<option code=\"c\" alone=\"yes\"><ky>Эч бири</ky><ru>Ничего</ru><en>None</en></option></choose-many>\n"
    default: "<text id=\"q\(number)\" lines=\"2\"\(condition)>\(words)</text>\n"
    }
  }
}
