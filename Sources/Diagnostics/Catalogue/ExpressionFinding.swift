import Texts

/// What can be wrong with an expression.
package enum ExpressionFinding: String, Finding {
  // How it is written
  case syntax = "E103"
  case valueExpected = "E105"
  case operatorExpected = "E106"
  case unclosedText = "E107"
  case badNumber = "E108"
  case strayCharacter = "E109"
  case wrongWord = "E110"
  case chainedComparison = "E111"
  case bareDate = "E112"
  case tooLong = "E113"
  case tooDeep = "E114"
  case emptyFormula = "E115"
  case listInBrackets = "E116"

  // What it names
  case unknownName = "E101"
  case unknownFunction = "E102"
  case codeNotInChoices = "E104"
  case nameDiffersInCase = "E117"
  case nameNeedsBrackets = "E118"
  case codeNeedsQuotes = "E119"
  case unknownScale = "E120"
  case scaleWithoutLevels = "E121"
  case unknownIndicator = "E122"
  case unknownReading = "E123"
  case literalNeeded = "E124"
  case invalidDate = "E125"
  case emptySet = "E126"
  case argumentCount = "E127"
  case attributeValue = "E152"

  // Where it stands
  case selfReference = "E128"
  case cycle = "E129"
  case functionNotHere = "E130"
  case fieldOutsideAggregate = "E131"
  case nestedAggregate = "E132"
  case whereNotHere = "E133"
  case repeatedOutside = "E134"

  // What types it joins
  case numberNeeded = "E140"
  case wholeNumberNeeded = "E141"
  case conditionNeeded = "E142"
  case textNeeded = "E143"
  case dateNeeded = "E144"
  case severalNeeded = "E145"
  case choiceNeeded = "E146"
  case notComparable = "E147"
  case noOrder = "E148"
  case equalsOnSeveral = "E149"
  case branchesDiffer = "E150"
  case divisionByZero = "E151"

  // What is probably not meant
  case neverShown = "W201"
  case neverTrue = "W202"
  case alwaysTrue = "W203"
  case laterReference = "W204"
  case blankUnsafe = "W205"
  case codeTwice = "W206"
  case sameBothSides = "W207"

  package var rule: Rule {
    switch self {
    case .syntax, .valueExpected, .operatorExpected, .unclosedText, .badNumber, .strayCharacter, .wrongWord,
      .chainedComparison, .bareDate, .tooLong, .tooDeep, .emptyFormula, .listInBrackets:
      writing
    case .unknownName, .unknownFunction, .codeNotInChoices, .nameDiffersInCase, .nameNeedsBrackets, .codeNeedsQuotes,
      .unknownScale, .scaleWithoutLevels, .unknownIndicator, .unknownReading, .literalNeeded, .invalidDate, .emptySet,
      .argumentCount, .attributeValue:
      naming
    case .selfReference, .cycle, .functionNotHere, .fieldOutsideAggregate, .nestedAggregate, .whereNotHere,
      .repeatedOutside:
      standing
    case .numberNeeded, .wholeNumberNeeded, .conditionNeeded, .textNeeded, .dateNeeded, .severalNeeded, .choiceNeeded,
      .notComparable, .noOrder, .equalsOnSeveral, .branchesDiffer, .divisionByZero:
      typing
    case .neverShown, .neverTrue, .alwaysTrue, .laterReference, .blankUnsafe, .codeTwice, .sameBothSides: doubting
    }
  }
}
