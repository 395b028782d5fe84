#pragma once
#include <pango/pangocairo.h>
#include <pango/pangofc-fontmap.h>
#include <pango/pangofc-font.h>
#include <hb.h>
#include <hb-ot.h>
#include <fontconfig/fontconfig.h>
#ifdef __linux__
#include <sys/syscall.h>
#include <unistd.h>
#endif

// What Swift's importer cannot see: a cast macro, and a call behind _GNU_SOURCE.
static inline PangoFcFontMap *blazon_fc_font_map(PangoFontMap *map) {
  return PANGO_IS_FC_FONT_MAP(map) ? PANGO_FC_FONT_MAP(map) : NULL;
}
#ifdef __linux__
static inline int blazon_anonymous_file(const char *name) {
  return (int)syscall(SYS_memfd_create, name, 1u /* MFD_CLOEXEC */);
}
#endif
