#include "cicu.h"

#include <stdlib.h>
#include <unicode/ubrk.h>
#include <unicode/ucasemap.h>
#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/uscript.h>
#include <unicode/ustring.h>

int32_t blazon_icu_capitals(
    const char *text, int32_t length, const char *language, char *out, int32_t capacity) {
  UErrorCode error = U_ZERO_ERROR;
  UCaseMap *map = ucasemap_open(language, 0, &error);
  if (U_FAILURE(error)) return -1;
  int32_t count = ucasemap_utf8ToUpper(map, out, capacity, text, length, &error);
  ucasemap_close(map);
  return U_FAILURE(error) && error != U_BUFFER_OVERFLOW_ERROR ? -1 : count;
}

int32_t blazon_icu_composed(const char *text, int32_t length, char *out, int32_t capacity) {
  UErrorCode error = U_ZERO_ERROR;
  const UNormalizer2 *composer = unorm2_getNFCInstance(&error);
  // A byte is at most one unit of UTF-16, and no unit composes to more than three.
  UChar *units = malloc(sizeof(UChar) * 4 * ((size_t)length + 1));
  if (U_FAILURE(error) || !units) {
    free(units);
    return -1;
  }
  UChar *composed = units + length + 1;
  int32_t count = 0;
  u_strFromUTF8(units, length + 1, &count, text, length, &error);
  count = unorm2_normalize(composer, units, count, composed, 3 * (length + 1), &error);
  int32_t bytes = 0;
  if (U_SUCCESS(error)) u_strToUTF8(out, capacity, &bytes, composed, count, &error);
  free(units);
  return U_FAILURE(error) && error != U_BUFFER_OVERFLOW_ERROR ? -1 : bytes;
}

int32_t blazon_icu_line_breaks(
    const char *text, int32_t length, const char *locale, int32_t *offsets, int32_t capacity) {
  UErrorCode error = U_ZERO_ERROR;
  UText *view = utext_openUTF8(NULL, text, length, &error);
  UBreakIterator *breaks = ubrk_open(UBRK_LINE, locale, NULL, 0, &error);
  int32_t count = 0;
  if (U_SUCCESS(error)) ubrk_setUText(breaks, view, &error);
  if (U_SUCCESS(error)) {
    for (int32_t at = ubrk_next(breaks); at != UBRK_DONE && count < capacity; at = ubrk_next(breaks))
      if (at < length) offsets[count++] = at;
  }
  if (breaks) ubrk_close(breaks);
  utext_close(view);
  return U_FAILURE(error) ? -1 : count;
}

const char *blazon_icu_script(uint32_t scalar) {
  UErrorCode error = U_ZERO_ERROR;
  const char *name = uscript_getName(uscript_getScript((UChar32)scalar, &error));
  return name ? name : "Unknown";
}

int32_t blazon_icu_direction(uint32_t scalar) {
  switch (u_charDirection((UChar32)scalar)) {
    case U_LEFT_TO_RIGHT: return -1;
    case U_RIGHT_TO_LEFT:
    case U_RIGHT_TO_LEFT_ARABIC: return 1;
    default: return 0;
  }
}
