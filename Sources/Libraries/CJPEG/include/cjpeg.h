// Writing and reading JPEG with libjpeg-turbo, whose errors jump: Swift cannot be jumped over, so the jumps stay here.

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

/// A file that is being read.
typedef struct blazon_jpeg_reader blazon_jpeg_reader;

/// What stands before a file's pixels.
typedef struct {
  int32_t width, height;
  int32_t isGray, isCMYK;
  /// The bytes that are in memory at once because the picture comes in several scans; 0 if it comes in one.
  size_t coefficients;
} blazon_jpeg_header;

/// Begins to read `bytes`, which must stay where they are until the reader is closed. A file of more than `scans` scans
/// is refused, then or later. On failure the result is null, and `message`, which has room for 200 bytes, says why.
blazon_jpeg_reader *_Nullable blazon_jpeg_open(
    const uint8_t *bytes, size_t count, int32_t scans, blazon_jpeg_header *header, char *message);

/// Has the rows come `eighths` eighths as long, 8, 4, 2 or 1, and as many fewer; the header has their size then. 0 on
/// failure, which `message` explains.
int32_t blazon_jpeg_begin(
    blazon_jpeg_reader *reader, int32_t eighths, blazon_jpeg_header *header, char *message);

/// The next row, four samples a pixel: red, green, blue and an alpha of 65,535; or cyan, magenta, yellow and black, as
/// they stand in the file. 0 on failure, which `message` explains.
int32_t blazon_jpeg_row(blazon_jpeg_reader *reader, uint16_t *samples, char *message);

void blazon_jpeg_close(blazon_jpeg_reader *_Nullable reader);

#pragma clang assume_nonnull end
