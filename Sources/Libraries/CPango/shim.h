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
static inline void blazon_prepare(FcPattern *pattern, gpointer emoji) {
  FcPatternDel(pattern, FC_HINTING);
  FcPatternAddBool(pattern, FC_HINTING, FcFalse);
  // Pango asks for emoji by a name that only fontconfig's own files could explain.
  FcChar8 *family;
  if (FcPatternGetString(pattern, FC_FAMILY, 0, &family) != FcResultMatch) return;
  if (g_strcmp0((const char *)family, "emoji") != 0) return;
  FcPatternDel(pattern, FC_FAMILY);
  gchar **names = g_strsplit((const char *)emoji, ",", -1);
  for (gchar **name = names; *name; name++)
    FcPatternAddString(pattern, FC_FAMILY, (const FcChar8 *)*name);
  g_strfreev(names);
}
// Fonts at 72 pixels to the inch, unhinted: a size is in pixels, and widths grow with it. `emoji` names the
// families that are asked for emoji, with commas between them.
static inline PangoFontMap *blazon_font_map(FcConfig *fonts, const char *emoji) {
  PangoFontMap *map = pango_ft2_font_map_new();
  pango_fc_font_map_set_config(PANGO_FC_FONT_MAP(map), fonts);
  pango_ft2_font_map_set_resolution(PANGO_FT2_FONT_MAP(map), 72, 72);
  pango_ft2_font_map_set_default_substitute(
      PANGO_FT2_FONT_MAP(map), blazon_prepare, g_strdup(emoji), g_free);
  return map;
}
#ifdef __linux__
static inline int blazon_anonymous_file(const char *name) {
  return (int)syscall(SYS_memfd_create, name, 1u /* MFD_CLOEXEC */);
}
#endif
