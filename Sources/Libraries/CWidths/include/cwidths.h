#pragma once
#include <stddef.h>
#include <stdint.h>

/// Characters of one width in each of four fonts, in hundredths of a pixel (Widths.inc).
struct width_range {
  uint32_t first, last;
  uint16_t widths[4];
};

/// All of them, in rising order, and their number.
const struct width_range *width_ranges(size_t *count);
