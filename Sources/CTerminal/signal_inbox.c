/* Signals become notes: a bit each, and an eventfd that wakes `poll`. Nothing is lost in a burst, nothing is queued. */
#define _GNU_SOURCE
#include "CTerminal.h"
#include "die_by.h"

#include <errno.h>
#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>
#include <string.h>
#include <sys/eventfd.h>
#include <time.h>
#include <unistd.h>

static const int noted[] = {SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGTSTP, SIGCONT, SIGWINCH};
enum { NOTED_COUNT = sizeof noted / sizeof noted[0] };

static struct sigaction earlier[NOTED_COUNT];
static struct sigaction earlier_pipe;
static atomic_int wake = -1;
static _Atomic uint64_t notes;

/* A loop that hasn't read a note for this long hangs: who asks again to end it is obeyed at once. */
enum { PATIENCE_SECONDS = 2 };
static _Atomic int64_t asked_to_end_at;

static int asks_to_end(int number) {
  return number == SIGINT || number == SIGTERM || number == SIGHUP || number == SIGQUIT;
}

static void note(int number) {
  int saved_errno = errno;
  uint64_t bit = UINT64_C(1) << number;
  uint64_t before = atomic_fetch_or(&notes, bit);
  if (asks_to_end(number)) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    if ((before & bit) == 0) atomic_store(&asked_to_end_at, (int64_t)now.tv_sec);
    else if (now.tv_sec - atomic_load(&asked_to_end_at) >= PATIENCE_SECONDS) cterminal_die_by(number);
  }
  int descriptor = atomic_load(&wake);
  if (descriptor >= 0) {
    uint64_t one = 1;
    /* A full counter means that the loop has been woken already. */
    ssize_t written = write(descriptor, &one, sizeof one);
    (void)written;
  }
  errno = saved_errno;
}

/* Not SIG_IGN, which programs started from here would inherit. */
static void be_deaf(int number) { (void)number; }

int cterminal_signals_open(void) {
  if (atomic_load(&wake) >= 0) {
    errno = EBUSY;
    return -1;
  }
  int descriptor = eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
  if (descriptor < 0) return -1;
  atomic_store(&notes, 0);
  atomic_store(&wake, descriptor);

  struct sigaction action;
  memset(&action, 0, sizeof action);
  action.sa_flags = SA_RESTART;
  sigfillset(&action.sa_mask);
  action.sa_handler = be_deaf;
  sigaction(SIGPIPE, &action, &earlier_pipe);
  action.sa_handler = note;
  for (int i = 0; i < NOTED_COUNT; i++) sigaction(noted[i], &action, &earlier[i]);
  return descriptor;
}

uint64_t cterminal_signals_take(void) {
  uint64_t count;
  /* First the wake-up, then the notes: a signal between the two wakes once too often, never once too seldom. */
  ssize_t got = read(atomic_load(&wake), &count, sizeof count);
  (void)got;
  return atomic_exchange(&notes, 0);
}

uint64_t cterminal_signals_peek(void) { return atomic_load(&notes); }

void cterminal_signals_close(void) {
  int descriptor = atomic_load(&wake);
  if (descriptor < 0) return;
  for (int i = 0; i < NOTED_COUNT; i++) sigaction(noted[i], &earlier[i], NULL);
  sigaction(SIGPIPE, &earlier_pipe, NULL);
  atomic_store(&wake, -1);
  close(descriptor);
}

void cterminal_stop_until_continued(void) {
  struct sigaction ours, plain;
  sigset_t stop, before;
  memset(&plain, 0, sizeof plain);
  plain.sa_handler = SIG_DFL;
  sigemptyset(&stop);
  sigaddset(&stop, SIGTSTP);
  sigaction(SIGTSTP, &plain, &ours);
  pthread_sigmask(SIG_UNBLOCK, &stop, &before);
  raise(SIGTSTP);
  pthread_sigmask(SIG_SETMASK, &before, NULL);
  sigaction(SIGTSTP, &ours, NULL);
  /* What continued this process is no news for it. */
  atomic_fetch_and(&notes, ~((UINT64_C(1) << SIGCONT) | (UINT64_C(1) << SIGTSTP)));
}
