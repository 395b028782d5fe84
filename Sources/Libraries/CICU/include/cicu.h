#pragma once
#include <stdint.h>

// ICU's own headers would clash with those of Swift's Foundation in every program that imports both: what
// we ask of it is said here without its types. Texts are UTF-8, lengths and offsets count its bytes.

// Writes `text` in the capitals of `language` and returns how many bytes that takes, which may be more than
// `capacity`; negative if ICU cannot.
int32_t blazon_icu_capitals(
    const char *text, int32_t length, const char *language, char *out, int32_t capacity);

// Writes `text` composed (NFC), in the same way.
int32_t blazon_icu_composed(const char *text, int32_t length, char *out, int32_t capacity);

// Writes the offsets at which a line of `text` may end, and returns their number, at most `capacity`;
// negative if ICU cannot.
int32_t blazon_icu_line_breaks(
    const char *text, int32_t length, const char *locale, int32_t *offsets, int32_t capacity);

// The Unicode name of the script of `scalar`, as "Devanagari".
const char *blazon_icu_script(uint32_t scalar);

// Whether `scalar` is a strong character: -1 if it runs from the left, 1 from the right, 0 if it is neither.
int32_t blazon_icu_direction(uint32_t scalar);
