#include "cicu.h"

#include <stdlib.h>
#include <unicode/ubrk.h>
#include <unicode/ucasemap.h>
#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/uscript.h>
#include <unicode/ustring.h>
#include <unicode/utext.h>

#ifdef __linux__
// Loaded when a letter asks for it: its data are larger than all the rest of a program that writes plain words.
#include <dlfcn.h>
#include <pthread.h>
#include <stdio.h>

#define FUNCTIONS(X) \
  X(u_charDirection) X(u_strFromUTF8) X(u_strToUTF8) X(ubrk_close) X(ubrk_next) X(ubrk_open) X(ubrk_setUText) \
  X(ucasemap_close) X(ucasemap_open) X(ucasemap_utf8ToUpper) X(unorm2_getNFCInstance) X(unorm2_normalize) \
  X(uscript_getName) X(uscript_getScript) X(utext_close) X(utext_openUTF8)

#define DECLARE(name) __typeof__(&name) name;
static struct {
  FUNCTIONS(DECLARE)
} icu;

// Every name carries the version that the headers are of: ubrk_open_72.
#define FIND(name) FIND_VERSIONED(icu.name, name)
#define FIND_VERSIONED(place, name) ok = ok && (place = (__typeof__(place))dlsym(library, #name)) != NULL;

static void load(void) {
  void *library = dlopen("libicuuc.so." U_ICU_VERSION_SHORT, RTLD_NOW | RTLD_LOCAL);
  int ok = library != NULL;
  FUNCTIONS(FIND)
  if (ok) return;
  // A program that is linked with it would not have begun; the code is that of a failing world.
  const char *reason = dlerror();
  fprintf(stderr, "error: the letters of all languages cannot be loaded: %s\n", reason ? reason : "it is another version");
  _Exit(70);
}

static void need_icu(void) {
  static pthread_once_t once = PTHREAD_ONCE_INIT;
  pthread_once(&once, load);
}

#define ICU(name) icu.name
#else
#define ICU(name) name
static void need_icu(void) {}
#endif

int32_t blazon_icu_capitals(
    const char *text, int32_t length, const char *language, char *out, int32_t capacity) {
  need_icu();
  UErrorCode error = U_ZERO_ERROR;
  UCaseMap *map = ICU(ucasemap_open)(language, 0, &error);
  if (U_FAILURE(error)) return -1;
  int32_t count = ICU(ucasemap_utf8ToUpper)(map, out, capacity, text, length, &error);
  ICU(ucasemap_close)(map);
  return U_FAILURE(error) && error != U_BUFFER_OVERFLOW_ERROR ? -1 : count;
}

int32_t blazon_icu_composed(const char *text, int32_t length, char *out, int32_t capacity) {
  need_icu();
  UErrorCode error = U_ZERO_ERROR;
  const UNormalizer2 *composer = ICU(unorm2_getNFCInstance)(&error);
  // A byte is at most one unit of UTF-16, and no unit composes to more than three.
  UChar *units = malloc(sizeof(UChar) * 4 * ((size_t)length + 1));
  if (U_FAILURE(error) || !units) {
    free(units);
    return -1;
  }
  UChar *composed = units + length + 1;
  int32_t count = 0;
  ICU(u_strFromUTF8)(units, length + 1, &count, text, length, &error);
  count = ICU(unorm2_normalize)(composer, units, count, composed, 3 * (length + 1), &error);
  int32_t bytes = 0;
  if (U_SUCCESS(error)) ICU(u_strToUTF8)(out, capacity, &bytes, composed, count, &error);
  free(units);
  return U_FAILURE(error) && error != U_BUFFER_OVERFLOW_ERROR ? -1 : bytes;
}

int32_t blazon_icu_line_breaks(
    const char *text, int32_t length, const char *locale, int32_t *offsets, int32_t capacity) {
  need_icu();
  UErrorCode error = U_ZERO_ERROR;
  UText *view = ICU(utext_openUTF8)(NULL, text, length, &error);
  UBreakIterator *breaks = ICU(ubrk_open)(UBRK_LINE, locale, NULL, 0, &error);
  int32_t count = 0;
  if (U_SUCCESS(error)) ICU(ubrk_setUText)(breaks, view, &error);
  if (U_SUCCESS(error)) {
    for (int32_t at = ICU(ubrk_next)(breaks); at != UBRK_DONE && count < capacity; at = ICU(ubrk_next)(breaks))
      if (at < length) offsets[count++] = at;
  }
  if (breaks) ICU(ubrk_close)(breaks);
  ICU(utext_close)(view);
  return U_FAILURE(error) ? -1 : count;
}

const char *blazon_icu_script(uint32_t scalar) {
  need_icu();
  UErrorCode error = U_ZERO_ERROR;
  const char *name = ICU(uscript_getName)(ICU(uscript_getScript)((UChar32)scalar, &error));
  return name ? name : "Unknown";
}

int32_t blazon_icu_direction(uint32_t scalar) {
  need_icu();
  switch (ICU(u_charDirection)((UChar32)scalar)) {
    case U_LEFT_TO_RIGHT: return -1;
    case U_RIGHT_TO_LEFT:
    case U_RIGHT_TO_LEFT_ARABIC: return 1;
    default: return 0;
  }
}
