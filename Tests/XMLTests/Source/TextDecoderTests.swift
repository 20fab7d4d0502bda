import Foundation
import Glibc
import Testing

@testable import XML

@Suite("Decoding")
struct TextDecoderTests {
  private static let body = "<r ат=\"Ёж, №7\"><ky>Сынак жөнүндө</ky>\r\n<ru>Опрос — «да»</ru></r>"
  /// Without letters that the single-byte encodings lack.
  private static let plainBody = "<r ат=\"Ёж\"><ru>Опрос да</ru>\n</r>"

  private func document(_ encoding: String?, _ body: String) -> String {
    "<?xml version=\"1.0\"" + (encoding.map { " encoding=\"\($0)\"" } ?? "") + "?>\n" + body
  }

  private func utf16(_ text: String, mark: Bool, bigEnd: Bool) -> [UInt8] {
    (mark ? [0xFEFF] + Array(text.utf16) : Array(text.utf16)).flatMap { unit in
      bigEnd ? [UInt8(unit >> 8), UInt8(unit & 0xFF)] : [UInt8(unit & 0xFF), UInt8(unit >> 8)]
    }
  }

  /// By the C library's converter: an independent oracle for our tables.
  private func converted(_ text: String, to name: String) throws -> [UInt8] {
    let converter = try #require(iconv_open(name, "UTF-8"))
    defer { iconv_close(converter) }
    var input = Array(text.utf8CString)
    var output = [CChar](repeating: 0, count: input.count)
    var inputLeft = input.count - 1
    var outputLeft = output.count
    let result = input.withUnsafeMutableBufferPointer { input in
      output.withUnsafeMutableBufferPointer { output in
        var from = input.baseAddress
        var to = output.baseAddress
        return iconv(converter, &from, &inputLeft, &to, &outputLeft)
      }
    }
    try #require(result == 0)
    return output[..<(output.count - outputLeft)].map { UInt8(bitPattern: $0) }
  }

  private func kinds(_ bytes: [UInt8]) -> [XMLProblem.Kind] {
    switch read(bytes) {
    case .success: []
    case .failure(let refusal): refusal.problems.map(\.kind)
    }
  }

  @Test("One document says the same in UTF-8, with and without mark, and in UTF-16 of both ends")
  func unicodeEncodings() throws {
    let expected = try Outline(read(document("UTF-8", Self.body)).get().root)
    let files: [[UInt8]] = [
      Array(document(nil, Self.body).utf8),
      [0xEF, 0xBB, 0xBF] + Array(document("utf-8", Self.body).utf8),
      utf16(document("UTF-16", Self.body), mark: true, bigEnd: false),
      utf16(document("UTF-16", Self.body), mark: true, bigEnd: true),
      utf16(document(nil, Self.body), mark: true, bigEnd: true),
      utf16(document("UTF-16LE", Self.body), mark: false, bigEnd: false),
      utf16(document("UTF-16BE", Self.body), mark: false, bigEnd: true),
      utf16(document("UTF-16", Self.body), mark: false, bigEnd: false),
    ]
    for file in files { #expect(try Outline(read(file).get().root) == expected) }
  }

  @Test(
    "One document says the same in the single-byte encodings",
    arguments: ["windows-1251", "cp1251", "KOI8-R", "koi8-r", "ISO-8859-5"])
  func singleByteEncodings(name: String) throws {
    let expected = try Outline(read(document("UTF-8", Self.plainBody)).get().root)
    let bytes = try converted(document(name, Self.plainBody), to: name)
    #expect(try Outline(read(bytes).get().root) == expected)
  }

  @Test("Each byte of the code pages means what the C library says it means")
  func codePages() throws {
    for (name, encoding) in [
      ("CP1251", TextEncoding.windows1251), ("KOI8-R", .koi8R), ("ISO-8859-5", .iso8859Part5),
    ] {
      let table = try #require(CyrillicCodePage.upperHalf(of: encoding))
      #expect(table.count == 128)
      for (index, value) in table.enumerated() where value != 0 {
        let scalar = try #require(Unicode.Scalar(value))
        #expect(try converted(String(Character(scalar)), to: name) == [UInt8(0x80 + index)], "\(name) \(index)")
      }
      #expect(table.filter { $0 == 0 }.count == (encoding == .windows1251 ? 1 : 0))
    }
  }

  @Test("Line ends of Windows and of the old Macintosh, and a mark, don't change the canonical text")
  func canonicalForm() throws {
    let expected = try read("<r>\n<a/>\n\n</r>").get().text
    #expect(try read("<r>\r\n<a/>\r\n\r\n</r>").get().text == expected)
    #expect(try read("<r>\r<a/>\r\r</r>").get().text == expected)
    #expect(try read("<r>\r\n<a/>\r\r\n</r>").get().text == expected)
    #expect(try read([0xEF, 0xBB, 0xBF] + Array("<r>\n<a/>\n\n</r>".utf8)).get().text == expected)
  }

  @Test("A mark and a declaration that contradict each other are refused, whichever is right")
  func contradictions() {
    let plain = document("UTF-16", "<r/>")
    #expect(kinds(Array(plain.utf8)) == [.encodingContradiction(declared: "UTF-16", found: .utf8)])
    let marked = [0xEF, 0xBB, 0xBF] + Array(document("windows-1251", "<r/>").utf8)
    #expect(kinds(marked) == [.encodingContradiction(declared: "windows-1251", found: .utf8)])
    let little = utf16(document("UTF-16BE", "<r/>"), mark: true, bigEnd: false)
    #expect(kinds(little) == [.encodingContradiction(declared: "UTF-16BE", found: .utf16LittleEndian)])
    let lying = utf16(document("UTF-8", "<r/>"), mark: false, bigEnd: true)
    #expect(kinds(lying) == [.encodingContradiction(declared: "UTF-8", found: .utf16BigEndian)])
    #expect(kinds(utf16("<r/>", mark: false, bigEnd: false)) == [.undeclaredUTF16])
    #expect(kinds([0xEF, 0xBB, 0xBF, 0xEF, 0xBB, 0xBF] + Array("<r/>".utf8)) == [.notXML])
  }

  @Test(
    "Encodings that aren't on the list are refused by name",
    arguments: ["UTF-7", "UTF-32", "ISO-2022-JP", "IBM037", "UCS-4", "HZ-GB-2312", "x", "", "utf-8 ", "ISO-8859-1"])
  func foreignEncodings(name: String) {
    #expect(kinds(Array(document(name, "<r/>").utf8)) == [.unsupportedEncoding(name)])
  }

  @Test("Bytes that are no characters are refused with their place")
  func brokenBytes() throws {
    let broken: [[UInt8]] = [
      [0xC0, 0xBC], [0xED, 0xA0, 0x80], [0xF8, 0x88, 0x80, 0x80, 0x80], [0x80], [0xF4, 0x90, 0x80, 0x80], [0xFF],
      [0xCF, 0x20],
    ]
    for bytes in broken {
      let file = Array("<r>\nңx".utf8) + bytes + Array("</r>".utf8)
      guard case .failure(let refusal) = read(file) else {
        Issue.record("\(bytes) was read")
        continue
      }
      #expect(refusal.problems.map(\.kind) == [.undecodable(byte: bytes[0], .utf8)])
      #expect(refusal.problems.map(\.place) == [TextPlace(line: 2, column: 3)])
      #expect(refusal.text?.bytes == Array("<r>\nңx".utf8))
    }
    #expect(kinds(Array("<r>ң".utf8).dropLast()) == [.cutCharacter(.utf8)])
    #expect(kinds(Array(document("US-ASCII", "<r>é</r>").utf8)) == [.undecodable(byte: 0xC3, .ascii)])
    let undefined = Array(document("windows-1251", "<r>").utf8) + [0x98]
    #expect(kinds(undefined) == [.undecodable(byte: 0x98, .windows1251)])
  }

  @Test("UTF-16 with half a surrogate pair, half a unit or a NUL is refused")
  func brokenUTF16() {
    let start = utf16("<r>", mark: true, bigEnd: true)
    #expect(kinds(start + [0xD8, 0x00, 0x00, 0x41]) == [.undecodable(byte: 0x00, .utf16BigEndian)])
    #expect(kinds(start + [0xDC, 0x00]) == [.undecodable(byte: 0xDC, .utf16BigEndian)])
    #expect(kinds(start + [0xD8, 0x00]) == [.cutCharacter(.utf16BigEndian)])
    #expect(kinds(utf16("<r/>", mark: true, bigEnd: true) + [0x00]) == [.cutCharacter(.utf16BigEndian)])
    #expect(kinds(start + [0x00, 0x00]) == [.nulByte])
  }

  @Test("Text that grows over the limit when it becomes UTF-8 is refused")
  func growth() {
    var limits = Limits()
    limits.bytes = 100
    let file = Array("<?xml version='1.0' encoding='KOI8-R'?><r>".utf8) + [UInt8](repeating: 0x80, count: 40)
    #expect(file.count < limits.bytes)
    #expect(throws: XMLRefusal.self) { try read(file, limits: limits).get() }
    guard case .failure(let refusal) = read(file, limits: limits) else { return }
    #expect(refusal.problems.map(\.kind) == [.overLimit(.bytes, limit: 100)])
  }

  @Test("An XML declaration that breaks its grammar is refused")
  func declarations() {
    for start in [
      "<?xml encoding='UTF-8'?>", "<?xml version='1.0' standalone='maybe'?>", "<?xml version=1.0?>",
      "<?xml version='1.0' encoding='UTF-8'>", "<?xml version='1.0'encoding='UTF-8'?>", "<?xml version='1.0' x='y'?>",
      "<?xml version='1.0'" + String(repeating: " ", count: 2000) + "?>",
    ] {
      #expect(kinds(Array((start + "<r/>").utf8)) == [.badDeclaration], "\(start)")
    }
    #expect(kinds(Array("<?xml version='1.1'?><r/>".utf8)) == [.unsupportedVersion("1.1")])
    #expect(kinds(Array("<?xml\tversion = \"1.0\"\nstandalone = 'no' ?><r/>".utf8)) == [])
  }

  @Test("Other kinds of files are called by their names")
  func foreignFormats() {
    #expect(kinds([0x1F, 0x8B, 8, 0]) == [.foreignFormat(.gzip)])
    #expect(kinds(Array("PK\u{3}\u{4}".utf8)) == [.foreignFormat(.zip)])
    #expect(kinds(Array("%PDF-1.7".utf8)) == [.foreignFormat(.pdf)])
    #expect(kinds(Array("SQLite format 3\0".utf8)) == [.foreignFormat(.sqlite)])
    #expect(kinds(Array("Балдар".utf8)) == [.notXML])
    #expect(kinds([]) == [.empty])
    #expect(kinds([0, 0, 0, 0]) == [.nulByte])
    #expect(kinds(Array("<r>\0</r>".utf8)) == [.nulByte])
  }
}
