#pragma once
#include <stddef.h>

/// A file that travels inside the program.
struct shipped_file {
  const char *name;
  const unsigned char *bytes;
  size_t size;
};

/// The font files, in the order in which a missing glyph is looked for.
const struct shipped_file *shipped_fonts(size_t *count);

/// The shipped presets, one YAML file each.
const struct shipped_file *shipped_presets(size_t *count);

/// Designs of pages that are drawn where somebody names them, one YAML file each.
const struct shipped_file *shipped_designs(size_t *count);

/// The words of pages and pictures, one YAML file each.
const struct shipped_file *shipped_words(size_t *count);

/// The scripts of pages, one file each.
const struct shipped_file *shipped_scripts(size_t *count);

/// What programs read messages by, as JSON Schema.
const struct shipped_file *shipped_schemas(size_t *count);
