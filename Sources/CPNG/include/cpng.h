/* Pictures out of PNG files by libpng, whose errors jump over frames: C may do that, Swift may not. */
#ifndef SYNAK_CPNG_H
#define SYNAK_CPNG_H

#include <stddef.h>
#include <stdint.h>

typedef enum { CPNG_DONE, CPNG_MALFORMED, CPNG_TOO_LARGE, CPNG_NO_MEMORY } cpng_result;

/* Reads a whole file from memory. On CPNG_DONE `dots` holds width × height dots of red, green, blue and cover (0...255
 * each, not multiplied), row by row, to be freed with free(). Nothing is made for more than `limit` dots. */
cpng_result cpng_read(
    const uint8_t *bytes, size_t count, size_t limit, size_t *width, size_t *height, uint8_t **dots);

#endif
