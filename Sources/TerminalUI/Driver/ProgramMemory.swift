import CTerminal

/// What the program's code takes of the machine's memory.
package enum ProgramMemory {
  /// Gives the pages back that only the start needed: those still in use return from the page cache within microseconds.
  package static func giveBackCode() { cterminal_give_back_code() }
}
