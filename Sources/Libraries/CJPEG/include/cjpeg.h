// Writing JPEG with libjpeg-turbo, whose errors jump: Swift cannot be jumped over, so the jumps stay here.

#pragma once

#include <stddef.h>
#include <stdint.h>

#pragma clang assume_nonnull begin

/// `pixels`, four bytes each of which the fourth is ignored (red, green, blue, any; with blue first and red third
/// where `isBlueFirst`), rows from the top, as a baseline JPEG with full colour resolution, the accurate transform, and
/// the shortest codes; where `isCard`, with those that suit most cards, which takes half the time.
///
/// The bytes are the caller's, to be freed by `free`. On failure the result is null, and `message`, which has
/// room for 200 bytes, says why.
uint8_t *_Nullable blazon_jpeg(
    const uint8_t *pixels, int32_t width, int32_t height, int32_t isBlueFirst, int32_t isCard, int32_t quality,
    size_t *count, char *message);

#pragma clang assume_nonnull end
