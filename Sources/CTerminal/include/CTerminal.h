/* What the terminal driver needs of C: signal handlers, which Swift can't write, and calls that its Glibc module lacks. */
#ifndef SYNAK_CTERMINAL_H
#define SYNAK_CTERMINAL_H

#include <spawn.h>
#include <stddef.h>
#include <stdint.h>
#include <termios.h>

/* -- Signals as data ------------------------------------------------------------------------------------------------
 * Handlers only note that a signal came; the loop takes the notes when `poll` says that there are some. Handlers rather
 * than signalfd: a signalfd needs the signals blocked in every thread, and threads of libraries that started earlier
 * would still take them with the default action, which ends the process with the terminal left raw. */

/* Begins to note SIGINT, TERM, HUP, QUIT, TSTP, CONT and WINCH, and makes SIGPIPE harmless (write gives EPIPE).
 * Gives a descriptor that is readable while notes wait, or -1 with errno (EBUSY: already open). */
int cterminal_signals_open(void);

/* The notes since the last call, a bit a signal (1 << number), none if 0. They are taken away. */
uint64_t cterminal_signals_take(void);

/* The notes so far, left where they are. */
uint64_t cterminal_signals_peek(void);

/* Puts the earlier handlers back and closes the descriptor. */
void cterminal_signals_close(void);

/* Stops this process as SIGTSTP does by default and returns when it was continued. Where nobody could continue it (an
 * orphaned process group: a login without a shell), the kernel doesn't stop it, and this returns at once. */
void cterminal_stop_until_continued(void);

/* -- The crash guard ------------------------------------------------------------------------------------------------
 * While armed, a fatal signal (SEGV, ABRT, ILL, BUS, FPE, TRAP) and a plain exit() first write `bytes` to `descriptor`
 * and set `modes`; then the signal takes its default action. One at a time. */

enum { CTERMINAL_GUARD_LIMIT = 512 };

/* Arms the guard. 0, or -1 with errno (EBUSY: armed already; EMSGSIZE: more than CTERMINAL_GUARD_LIMIT bytes). */
int cterminal_guard_arm(int descriptor, const struct termios *modes, const uint8_t *bytes, size_t count);

/* Disarms it and puts the earlier handlers back. Writes nothing. */
void cterminal_guard_disarm(void);

/* -- Calls that Swift's Glibc module lacks --------------------------------------------------------------------------- */

/* The terminal's size in cells; 0, or -1 with errno. */
int cterminal_get_size(int descriptor, int *columns, int *rows);

/* The size of one cell in dots, where the terminal tells it; 0, or -1. */
int cterminal_get_cell(int descriptor, int *width, int *height);

/* For those who start programs on a pseudo-terminal: */

/* Sets the terminal's size in cells, which makes SIGWINCH; 0, or -1 with errno. */
int cterminal_set_size(int descriptor, int columns, int rows);

/* Says how many dots a cell has, at the size that the terminal has now; 0, or -1 with errno. */
int cterminal_set_cell(int descriptor, int width, int height);

/* Opens a new pseudo-terminal's master side (close-on-exec) and writes the slave's path; -1 with errno. */
int cterminal_open_master(char *slave_path, size_t capacity);

/* Makes posix_spawn change the directory; 0, or an error number. */
int cterminal_spawn_in(posix_spawn_file_actions_t *actions, const char *directory);

/* -- Memory ---------------------------------------------------------------------------------------------------------
 * Unmaps the pages of this program's own code and constants. What is still needed comes back from the page cache at once;
 * what only the start needed (readers, checkers, tables) no longer counts as this process's memory. For a room of
 * terminals on one small host. */
void cterminal_give_back_code(void);

/* Gives the pages back that were allocated and are free. */
void cterminal_give_back_heap(void);

#endif
