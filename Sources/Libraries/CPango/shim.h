#pragma once
#include <pango/pangoft2.h>
#include <pango/pangofc-fontmap.h>
#include <pango/pangofc-font.h>
#include <hb.h>
#include <hb-ot.h>
#include <fontconfig/fontconfig.h>
#ifdef __linux__
#include <sys/syscall.h>
#include <unistd.h>
#endif

// What Swift's importer cannot see: cast macros, and a call behind _GNU_SOURCE.
static inline void blazon_unhinted(FcPattern *pattern, gpointer unused) {
  FcPatternDel(pattern, FC_HINTING);
  FcPatternAddBool(pattern, FC_HINTING, FcFalse);
}
// Fonts at 72 pixels to the inch, unhinted: a size is in pixels, and widths grow with it.
static inline PangoFontMap *blazon_font_map(FcConfig *fonts) {
  PangoFontMap *map = pango_ft2_font_map_new();
  pango_fc_font_map_set_config(PANGO_FC_FONT_MAP(map), fonts);
  pango_ft2_font_map_set_resolution(PANGO_FT2_FONT_MAP(map), 72, 72);
  pango_ft2_font_map_set_default_substitute(PANGO_FT2_FONT_MAP(map), blazon_unhinted, NULL, NULL);
  return map;
}
#ifdef __linux__
static inline int blazon_anonymous_file(const char *name) {
  return (int)syscall(SYS_memfd_create, name, 1u /* MFD_CLOEXEC */);
}
#endif
