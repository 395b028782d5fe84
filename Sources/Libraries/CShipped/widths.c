// The widths of characters in README badges, compiled in.
#include "shipped.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char widths[] = {
#embed "../../BlazonReadme/Widths.txt"
};

static const struct shipped_file files[] = {
    {"Widths.txt", widths, sizeof widths},
};

const struct shipped_file *shipped_widths(size_t *count) {
  *count = sizeof files / sizeof files[0];
  return files;
}
