import Psychometrics

/// Seeds of a property test.
func seeds(_ count: Int) -> ClosedRange<UInt64> { 1...UInt64(count) }
