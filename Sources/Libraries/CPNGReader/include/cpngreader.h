// Reading PNG row after row with libpng, whose errors jump: Swift cannot be jumped over, so the jumps stay here.

#pragma once

#include <stddef.h>
#include <stdint.h>

#pragma clang assume_nonnull begin

/// A file that is being read.
typedef struct blazon_png blazon_png;

/// What stands before a file's pixels.
typedef struct {
  int32_t width, height;
  /// Whether the rows have samples of 16 bits, and not 8 widened to 16.
  int32_t isDeep;
  int32_t isGray, isInterlaced;
  /// Whether the file says that its colours are sRGB.
  int32_t isSRGB;
  /// In 100,000ths; 0 unless the file says one.
  int32_t gamma;
  /// x and y of white, red, green and blue, in 100,000ths, if the file says them.
  int32_t hasChromaticities, chromaticities[8];
  /// The file's colour profile and Exif data. They live as long as the reader.
  const uint8_t *_Nullable profile;
  size_t profileCount;
  const uint8_t *_Nullable exif;
  size_t exifCount;
} blazon_png_header;

/// Begins to read `bytes`, which must stay where they are until the reader is closed. Nothing is made yet for the
/// pixels. On failure the result is null, and `message`, which has room for 200 bytes, says why.
blazon_png *_Nullable blazon_png_open(
    const uint8_t *bytes, size_t count, blazon_png_header *header, char *message);

/// The next row: red, green, blue and alpha of each pixel, straight. Rows of interlaced files have 8 bits a sample, and
/// all of them are in memory from the first. 0 on failure, which `message` explains.
int32_t blazon_png_row(blazon_png *reader, uint16_t *samples, char *message);

void blazon_png_close(blazon_png *_Nullable reader);

#pragma clang assume_nonnull end
