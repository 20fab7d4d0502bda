extension Function {
  static let qtiLogic: [Function] = []
  static let qtiNumbers: [Function] = []
  static let qtiContainers: [Function] = []
  static let qtiTexts: [Function] = []
}
