// The widths of characters in README badges, as the compiler lays them out: nothing is read when a program starts.
#include "cwidths.h"

static const struct width_range ranges[] = {
#include "Widths.inc"
};

const struct width_range *width_ranges(size_t *count) {
  *count = sizeof ranges / sizeof ranges[0];
  return ranges;
}
