#include "cpng.h"

#include <png.h>
#include <setjmp.h>
#include <stdlib.h>
#include <string.h>

typedef struct {
  const uint8_t *bytes;
  size_t left;
} source;

static void take(png_structp png, png_bytep out, size_t count) {
  source *from = png_get_io_ptr(png);
  if (count > from->left) png_error(png, "the file ends too early");
  memcpy(out, from->bytes, count);
  from->bytes += count;
  from->left -= count;
}

/* What is wrong is told by the result; nothing is printed. */
static void fail(png_structp png, png_const_charp words) {
  (void)words;
  png_longjmp(png, 1);
}

static void warn(png_structp png, png_const_charp words) {
  (void)png;
  (void)words;
}

cpng_result cpng_read(
    const uint8_t *bytes, size_t count, size_t limit, size_t *width, size_t *height, uint8_t **dots) {
  source from = {bytes, count};
  /* Changed after setjmp and read after a jump. */
  uint8_t *volatile out = NULL;
  png_bytep *volatile rows = NULL;
  volatile cpng_result result = CPNG_MALFORMED;
  png_structp png = png_create_read_struct(PNG_LIBPNG_VER_STRING, NULL, fail, warn);
  if (!png) return CPNG_NO_MEMORY;
  png_infop info = png_create_info_struct(png);
  if (!info) {
    png_destroy_read_struct(&png, NULL, NULL);
    return CPNG_NO_MEMORY;
  }
  if (setjmp(png_jmpbuf(png)) == 0) {
    png_set_read_fn(png, &from, take);
    /* A picture with a spoilt sum is shown as well as it can be: what its dots are wrong by is seen. */
    png_set_crc_action(png, PNG_CRC_QUIET_USE, PNG_CRC_QUIET_USE);
    /* The sides are looked at below, by their product. */
    png_set_user_limits(png, PNG_UINT_31_MAX, PNG_UINT_31_MAX);
    png_read_info(png, info);
    *width = png_get_image_width(png, info);
    *height = png_get_image_height(png, info);
    if (*width > limit || *height > limit || *width * *height > limit) {
      result = CPNG_TOO_LARGE;
    } else {
      /* Eight bits of red, green, blue and cover, whatever the file has. */
      png_set_expand(png);
      png_set_strip_16(png);
      png_set_gray_to_rgb(png);
      png_set_add_alpha(png, 0xFF, PNG_FILLER_AFTER);
      png_set_interlace_handling(png);
      png_read_update_info(png, info);
      out = malloc(*width * *height * 4);
      rows = malloc(*height * sizeof *rows);
      if (!out || !rows) {
        result = CPNG_NO_MEMORY;
      } else {
        for (size_t row = 0; row < *height; row++) rows[row] = out + row * *width * 4;
        png_read_image(png, rows);
        png_read_end(png, NULL);
        result = CPNG_DONE;
      }
    }
  }
  png_destroy_read_struct(&png, &info, NULL);
  free(rows);
  if (result == CPNG_DONE) {
    *dots = out;
  } else {
    free(out);
  }
  return result;
}
