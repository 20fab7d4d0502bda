/// Instruments and answers that tests make.
enum Generated {
  /// A test of `count` questions that ask for a number: question n is answered right by n.
  static func numbers(_ count: Int, id: String = "numbers", timeLimit: String? = nil) -> String {
    let limit = timeLimit.map { " time-limit=\"\($0)\"" } ?? ""
    let items = (1...count).map { number in
      """
          <number id="n\(number)" points="1">
            <ky>\(number)-суроо</ky><ru>Вопрос \(number)</ru><en>Question \(number)</en>
            <key>\(number)</key>
          </number>
      """
    }
    return """
      <?xml version="1.0" encoding="UTF-8"?>
      <test xmlns="urn:synak:1" id="\(id)" version="1.0" languages="ky ru en"\(limit)>
        <title><ky>Сандар</ky><ru>Числа</ru><en>Numbers</en></title>
        <section id="all">
      \(items.joined(separator: "\n"))
        </section>
      </test>

      """
  }

  /// The mathematics test with every answer right.
  static let mathematics = """
    # a pupil
    m1 623
    m2 c
    m3 60

    m4 a c
    m5 b a d c
    m6 23
    """
}
