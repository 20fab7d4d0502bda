/* Shared by the two halves of this shim. */
#ifndef SYNAK_DIE_BY_H
#define SYNAK_DIE_BY_H

/* Gives the terminal back if the guard is armed, then lets the signal take its default action. Async-signal-safe. */
void cterminal_die_by(int number);

#endif
