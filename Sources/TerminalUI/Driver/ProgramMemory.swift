import CTerminal

/// What the program takes of the machine's memory.
package enum ProgramMemory {
  /// Gives the pages of code back that only the start needed, the program's and its libraries': those still in use return
  /// from the page cache within microseconds.
  package static func giveBackCode() { cterminal_give_back_code() }

  /// Gives back what the start allocated and freed: reading and checking an instrument takes more than sitting it.
  package static func giveBackHeap() { cterminal_give_back_heap() }

  /// Both, when the start is over.
  package static func settle() {
    giveBackHeap()
    giveBackCode()
  }
}
