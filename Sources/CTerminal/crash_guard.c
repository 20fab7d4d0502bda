/* The last defence of the terminal: bytes and modes made ready beforehand, given back when the process crashes. */
#define _GNU_SOURCE
#include "CTerminal.h"
#include "die_by.h"

#include <errno.h>
#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* Swift's traps are SIGILL on x86-64 and SIGTRAP on arm64. */
static const int fatal[] = {SIGSEGV, SIGABRT, SIGILL, SIGBUS, SIGFPE, SIGTRAP};
enum { FATAL_COUNT = sizeof fatal / sizeof fatal[0] };

static struct {
  int descriptor;
  pid_t owner;
  struct termios modes;
  size_t count;
  uint8_t bytes[CTERMINAL_GUARD_LIMIT];
} ready;
static atomic_int armed;
static struct sigaction earlier[FATAL_COUNT];

/* So that a stack that has overflowed still gives the terminal back (for the arming thread, which is the main one). */
static _Alignas(16) uint8_t spare_stack[64 * 1024];
static stack_t earlier_stack;

/* Async-signal-safe throughout. Whoever comes first gives the terminal back, and once only. */
static void give_back(void) {
  if (!atomic_exchange(&armed, 0) || getpid() != ready.owner) return;
  /* A background process that sets modes would be stopped by SIGTTOU instead of dying. */
  sigset_t background, before;
  sigemptyset(&background);
  sigaddset(&background, SIGTTOU);
  pthread_sigmask(SIG_BLOCK, &background, &before);
  size_t done = 0;
  for (int tries = 0; done < ready.count && tries < 16; tries++) {
    ssize_t written = write(ready.descriptor, ready.bytes + done, ready.count - done);
    if (written > 0) done += (size_t)written;
    else if (errno != EINTR) break;
  }
  tcsetattr(ready.descriptor, TCSANOW, &ready.modes);
  pthread_sigmask(SIG_SETMASK, &before, NULL);
}

void cterminal_die_by(int number) {
  give_back();
  struct sigaction plain;
  memset(&plain, 0, sizeof plain);
  plain.sa_handler = SIG_DFL;
  sigaction(number, &plain, NULL);
  sigset_t only;
  sigemptyset(&only);
  sigaddset(&only, number);
  raise(number);
  pthread_sigmask(SIG_UNBLOCK, &only, NULL);
}

static void on_exit_call(void) { give_back(); }

int cterminal_guard_arm(int descriptor, const struct termios *modes, const uint8_t *bytes, size_t count) {
  static atomic_int registered;
  if (count > CTERMINAL_GUARD_LIMIT) {
    errno = EMSGSIZE;
    return -1;
  }
  if (atomic_load(&armed)) {
    errno = EBUSY;
    return -1;
  }
  ready.descriptor = descriptor;
  ready.owner = getpid();
  ready.modes = *modes;
  ready.count = count;
  memcpy(ready.bytes, bytes, count);
  if (!atomic_exchange(&registered, 1)) atexit(on_exit_call);

  stack_t spare = {.ss_sp = spare_stack, .ss_size = sizeof spare_stack, .ss_flags = 0};
  sigaltstack(&spare, &earlier_stack);
  struct sigaction action;
  memset(&action, 0, sizeof action);
  action.sa_handler = cterminal_die_by;
  action.sa_flags = SA_ONSTACK;
  sigfillset(&action.sa_mask);
  atomic_store(&armed, 1);
  for (int i = 0; i < FATAL_COUNT; i++) sigaction(fatal[i], &action, &earlier[i]);
  return 0;
}

void cterminal_guard_disarm(void) {
  if (!atomic_exchange(&armed, 0)) return;
  for (int i = 0; i < FATAL_COUNT; i++) sigaction(fatal[i], &earlier[i], NULL);
  if (earlier_stack.ss_flags & SS_DISABLE || earlier_stack.ss_sp == NULL) {
    stack_t none = {.ss_sp = NULL, .ss_size = 0, .ss_flags = SS_DISABLE};
    sigaltstack(&none, NULL);
  } else {
    sigaltstack(&earlier_stack, NULL);
  }
}
