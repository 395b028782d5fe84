// Reading WebP by libwebp, which is loaded with the first such file: its start would be felt in every command.

#pragma once

#include <stddef.h>
#include <stdint.h>

#pragma clang assume_nonnull begin

/// Whether libwebp is installed.
int32_t blazon_webp_is_there(void);

/// What a WebP file says of itself.
typedef struct {
  int32_t width, height, isAnimated;
} blazon_webp_header;

/// How reading ended. Numbers that both sides of this header know.
enum {
  blazon_webp_ok = 0, blazon_webp_missing = 1, blazon_webp_no_memory = 2, blazon_webp_short = 3, blazon_webp_damaged = 4
};

/// Looks at what stands before the pixels.
int32_t blazon_webp_look(const uint8_t *bytes, size_t count, blazon_webp_header *header);

/// Writes all pixels as straight red, green, blue and alpha, made `width` wide and `height` high, to the `size` bytes of
/// `pixels`.
int32_t blazon_webp_read(
    const uint8_t *bytes, size_t count, int32_t width, int32_t height, uint8_t *pixels, size_t size);

#pragma clang assume_nonnull end
