#define _GNU_SOURCE
#include "CTerminal.h"

#include <link.h>
#include <malloc.h>
#include <sys/mman.h>
#include <unistd.h>

/* Only segments that can't be written: what relocations or the program changed must stay. */
static int give_back(struct dl_phdr_info *info, size_t size, void *context) {
  (void)size;
  (void)context;
  const uintptr_t page = (uintptr_t)sysconf(_SC_PAGESIZE);
  for (int i = 0; i < info->dlpi_phnum; i++) {
    const ElfW(Phdr) *segment = &info->dlpi_phdr[i];
    if (segment->p_type != PT_LOAD || (segment->p_flags & PF_W)) continue;
    const uintptr_t from = (info->dlpi_addr + segment->p_vaddr + page - 1) & ~(page - 1);
    const uintptr_t to = (info->dlpi_addr + segment->p_vaddr + segment->p_filesz) & ~(page - 1);
    if (to > from) madvise((void *)from, to - from, MADV_DONTNEED);
  }
  return 0;
}

/* The program and all libraries: that which reads XML, for one, has done its work. */
void cterminal_give_back_code(void) { dl_iterate_phdr(give_back, NULL); }

void cterminal_give_back_heap(void) { malloc_trim(0); }
