#include "cpngreader.h"

#include <setjmp.h>
#include <stdlib.h>
#include <string.h>

#include <png.h>

struct blazon_png {
  png_structp png;
  png_infop info;
  jmp_buf back;
  char *message;
  const uint8_t *next, *end;
  uint32_t width, height, y;
  int isDeep;
  /// One row as libpng writes it, or all rows of an interlaced file.
  uint8_t *pixels;
};

static void fail(png_structp png, png_const_charp text) {
  blazon_png *own = png_get_error_ptr(png);
  strncpy(own->message, text, 199);
  own->message[199] = 0;
  longjmp(own->back, 1);
}

static void ignore(png_structp png, png_const_charp text) { (void)png, (void)text; }

static void take(png_structp png, png_bytep out, size_t count) {
  blazon_png *own = png_get_io_ptr(png);
  if (count > (size_t)(own->end - own->next)) png_error(png, "the file ends early");
  memcpy(out, own->next, count);
  own->next += count;
}

/// What nobody looks at is not unpacked either.
static const png_byte unread[] =
    "tEXt\0zTXt\0iTXt\0sPLT\0hIST\0tIME\0pCAL\0sCAL\0oFFs\0pHYs\0sBIT\0bKGD\0";

/// Whether each chunk before the pixels ends within the file. libpng makes room for what Exif says of its length.
static int is_whole(const uint8_t *at, const uint8_t *end) {
  if (end - at < 8) return 0;
  at += 8;
  while (end - at >= 12) {
    if (!memcmp(at + 4, "IDAT", 4)) return 1;
    size_t length = (size_t)at[0] << 24 | at[1] << 16 | at[2] << 8 | at[3];
    if (length > (size_t)(end - at - 12)) return 0;
    at += 12 + length;
  }
  return 1;
}

static void begin(blazon_png *own, blazon_png_header *header) {
  png_structp png = own->png;
  png_infop info = own->info;
  png_set_read_fn(png, own, take);
  png_set_benign_errors(png, 1);
  // The size is looked at before anything is made for it.
  png_set_user_limits(png, PNG_UINT_31_MAX, PNG_UINT_31_MAX);
  if (!is_whole(own->next, own->end)) png_error(png, "a chunk is longer than the file");
  png_set_keep_unknown_chunks(png, PNG_HANDLE_CHUNK_NEVER, unread, (int)(sizeof unread / 5));
  png_read_info(png, info);

  int depth = png_get_bit_depth(png, info), kind = png_get_color_type(png, info);
  own->width = png_get_image_width(png, info);
  own->height = png_get_image_height(png, info);
  header->width = (int32_t)own->width;
  header->height = (int32_t)own->height;
  header->isGray = !(kind & PNG_COLOR_MASK_COLOR);
  header->isInterlaced = png_get_interlace_type(png, info) != PNG_INTERLACE_NONE;

  png_charp name;
  int method, intent;
  png_bytep profile;
  png_uint_32 count;
  if (png_get_iCCP(png, info, &name, &method, &profile, &count)) {
    header->profile = profile;
    header->profileCount = count;
  }
  header->isSRGB = png_get_sRGB(png, info, &intent) != 0;
  png_fixed_point gamma, *place = (png_fixed_point *)header->chromaticities;
  if (png_get_valid(png, info, PNG_INFO_gAMA) && png_get_gAMA_fixed(png, info, &gamma)) header->gamma = gamma;
  header->hasChromaticities =
      png_get_valid(png, info, PNG_INFO_cHRM)
      && png_get_cHRM_fixed(
          png, info, place, place + 1, place + 2, place + 3, place + 4, place + 5, place + 6, place + 7);
  png_bytep exif;
  if (png_get_eXIf_1(png, info, &count, &exif)) {
    header->exif = exif;
    header->exifCount = count;
  }
  own->isDeep = header->isDeep = depth == 16 && !header->isInterlaced;
}

blazon_png *blazon_png_open(
    const uint8_t *bytes, size_t count, blazon_png_header *header, char *message) {
  memset(header, 0, sizeof *header);
  strcpy(message, "no memory");
  blazon_png *own = calloc(1, sizeof *own);
  if (!own) return NULL;
  own->message = message;
  own->next = bytes;
  own->end = bytes + count;
  // Before libpng is called at all: it may fail while it makes its reader.
  if (setjmp(own->back)) {
    blazon_png_close(own);
    return NULL;
  }
  own->png = png_create_read_struct(PNG_LIBPNG_VER_STRING, own, fail, ignore);
  own->info = own->png ? png_create_info_struct(own->png) : NULL;
  if (!own->info) {
    blazon_png_close(own);
    return NULL;
  }
  begin(own, header);
  return own;
}

/// Whatever the kind, rows of red, green, blue and alpha; memory for one, or for all of an interlaced picture, and
/// these in it.
static void prepare(blazon_png *own) {
  png_structp png = own->png;
  png_infop info = own->info;
  int isInterlaced = png_get_interlace_type(png, info) != PNG_INTERLACE_NONE;
  png_set_expand(png);
  png_set_gray_to_rgb(png);
  if (!(png_get_color_type(png, info) & PNG_COLOR_MASK_ALPHA) && !png_get_valid(png, info, PNG_INFO_tRNS))
    png_set_add_alpha(png, 0xFFFF, PNG_FILLER_AFTER);
  const uint16_t one = 1;
  if (own->isDeep && *(const uint8_t *)&one) png_set_swap(png);
  if (!own->isDeep) png_set_scale_16(png);
  if (isInterlaced) png_set_interlace_handling(png);
  png_read_update_info(png, info);
  size_t row = png_get_rowbytes(png, info);
  if (row != (size_t)own->width * (own->isDeep ? 8 : 4)) png_error(png, "its rows have another length");
  own->pixels = calloc(isInterlaced ? own->height : 1, row);
  if (!own->pixels) png_error(png, "no memory");
  for (int pass = 0; isInterlaced && pass < PNG_INTERLACE_ADAM7_PASSES; pass++)
    for (size_t y = 0; y < own->height; y++) png_read_row(png, own->pixels + y * row, NULL);
}

int32_t blazon_png_row(blazon_png *own, uint16_t *samples, char *message) {
  own->message = message;
  if (setjmp(own->back)) return 0;
  if (!own->pixels) prepare(own);
  if (own->y >= own->height) png_error(own->png, "there is no other row");
  size_t count = (size_t)own->width * 4;
  const uint8_t *row = own->pixels;
  if (png_get_interlace_type(own->png, own->info) != PNG_INTERLACE_NONE) row += own->y * count;
  else png_read_row(own->png, own->pixels, NULL);
  own->y++;
  // What follows the last row is read as well: a file that was cut off there is no whole one.
  if (own->y == own->height) png_read_end(own->png, NULL);
  if (own->isDeep) memcpy(samples, row, count * 2);
  else for (size_t i = 0; i < count; i++) samples[i] = (uint16_t)(row[i] * 257);
  return 1;
}

void blazon_png_close(blazon_png *own) {
  if (!own) return;
  png_destroy_read_struct(&own->png, own->info ? &own->info : NULL, NULL);
  free(own->pixels);
  free(own);
}
