// libvterm, a terminal emulator in memory (Debian: libvterm-dev). Tests only.
#include <vterm.h>
