/* Which functions of a running program are entered: what the order of its code is made of. */
#ifndef CTRACER_H
#define CTRACER_H

#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

/* Stops `process` with all its threads, marks `count` functions at `addresses` (ascending, where they lie in its memory) and
   lets it go on. `on_entry` is called with the index of each function when it is entered for the first time.
   Returns when the process has ended, or -errno where it can't be traced. Only the thread that calls this may wait for the
   process meanwhile. */
int ctracer_run(pid_t process, const uint64_t *addresses, size_t count, void (*on_ready)(void *),
                void (*on_entry)(size_t index, void *), void *context);

#endif
