#define _GNU_SOURCE
#include "CTracer.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ptrace.h>
#include <sys/user.h>
#include <sys/wait.h>
#include <unistd.h>

#if defined(__x86_64__)

static const uint8_t breakpoint = 0xCC; /* int3 */

static int seize(pid_t process, pid_t *threads, size_t most, size_t *count) {
  char path[64];
  snprintf(path, sizeof path, "/proc/%d/task", process);
  DIR *tasks = opendir(path);
  if (!tasks) return -errno;
  int error = 0;
  *count = 0;
  for (struct dirent *entry; !error && *count < most && (entry = readdir(tasks));) {
    if (entry->d_name[0] == '.') continue;
    const pid_t thread = atoi(entry->d_name);
    int status;
    if (ptrace(PTRACE_SEIZE, thread, NULL, PTRACE_O_TRACECLONE) || ptrace(PTRACE_INTERRUPT, thread, NULL, NULL) ||
        waitpid(thread, &status, __WALL) < 0)
      error = -errno;
    else
      threads[(*count)++] = thread;
  }
  closedir(tasks);
  return error;
}

/* Reads or writes all of a stretch of the process's memory. */
static int transfer(int memory, uint8_t *bytes, size_t count, uint64_t at, int is_write) {
  for (size_t done = 0; done < count;) {
    const ssize_t moved = is_write ? pwrite(memory, bytes + done, count - done, (off_t)(at + done))
                                   : pread(memory, bytes + done, count - done, (off_t)(at + done));
    if (moved <= 0) return -errno;
    done += (size_t)moved;
  }
  return 0;
}

static ssize_t find(const uint64_t *addresses, size_t count, uint64_t address) {
  size_t low = 0, high = count;
  while (low < high) {
    const size_t middle = low + (high - low) / 2;
    if (addresses[middle] < address) low = middle + 1; else high = middle;
  }
  return low < count && addresses[low] == address ? (ssize_t)low : -1;
}

int ctracer_run(pid_t process, const uint64_t *addresses, size_t count, void (*on_ready)(void *),
                void (*on_entry)(size_t, void *), void *context) {
  if (count == 0) return -EINVAL;
  pid_t threads[64];
  size_t thread_count;
  int error = seize(process, threads, 64, &thread_count);
  if (error) return error;
  char path[64];
  snprintf(path, sizeof path, "/proc/%d/mem", process);
  const int memory = open(path, O_RDWR | O_CLOEXEC);
  if (memory < 0) return -errno;
  const uint64_t low = addresses[0];
  const size_t size = (size_t)(addresses[count - 1] + 1 - low);
  uint8_t *whole = malloc(size), *marked = malloc(size), *was_entered = calloc(count, 1);
  if (!whole || !marked || !was_entered) error = -ENOMEM;
  if (!error) error = transfer(memory, whole, size, low, 0);
  if (!error) {
    memcpy(marked, whole, size);
    for (size_t i = 0; i < count; i++) marked[addresses[i] - low] = breakpoint;
    error = transfer(memory, marked, size, low, 1);
  }
  for (size_t i = 0; i < thread_count; i++) ptrace(PTRACE_CONT, threads[i], NULL, NULL);
  if (!error) on_ready(context);

  while (!error) {
    int status;
    const pid_t thread = waitpid(-1, &status, __WALL);
    if (thread < 0 && errno == EINTR) continue;
    if (thread < 0) break;
    if (!WIFSTOPPED(status)) {
      if (thread == process) break;
      continue;
    }
    const int signal = WSTOPSIG(status);
    struct user_regs_struct registers;
    const int is_event = status >> 16 != 0;
    if (signal != SIGTRAP || is_event || ptrace(PTRACE_GETREGS, thread, NULL, &registers)) {
      ptrace(PTRACE_CONT, thread, NULL, is_event || signal == SIGTRAP ? 0 : signal);
      continue;
    }
    const ssize_t index = find(addresses, count, registers.rip - 1);
    if (index >= 0) {
      /* Another thread may have taken the mark off meanwhile: this one goes back all the same. */
      if (!was_entered[index]) {
        was_entered[index] = 1;
        error = transfer(memory, &whole[addresses[index] - low], 1, addresses[index], 1);
        on_entry((size_t)index, context);
      }
      registers.rip -= 1;
      ptrace(PTRACE_SETREGS, thread, NULL, &registers);
    }
    ptrace(PTRACE_CONT, thread, NULL, NULL);
  }
  close(memory);
  free(whole);
  free(marked);
  free(was_entered);
  return error;
}

#else

int ctracer_run(pid_t process, const uint64_t *addresses, size_t count, void (*on_ready)(void *),
                void (*on_entry)(size_t, void *), void *context) {
  (void)process, (void)addresses, (void)count, (void)on_ready, (void)on_entry, (void)context;
  return -ENOSYS;
}

#endif
