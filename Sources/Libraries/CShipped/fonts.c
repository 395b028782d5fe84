// The font files of fonts/, compiled in. Their order is the order of the search for a missing glyph.
#include "shipped.h"

#pragma clang diagnostic ignored "-Wc23-extensions"


static const unsigned char inter_regular[] = {
#embed "../../../fonts/Inter-Regular.otf"
};
static const unsigned char inter_semibold[] = {
#embed "../../../fonts/Inter-SemiBold.otf"
};
static const unsigned char inter_bold[] = {
#embed "../../../fonts/Inter-Bold.otf"
};
static const unsigned char inter_display_bold[] = {
#embed "../../../fonts/InterDisplay-Bold.otf"
};
static const unsigned char sora_semibold[] = {
#embed "../../../fonts/Sora-SemiBold.otf"
};
static const unsigned char sora_extrabold[] = {
#embed "../../../fonts/Sora-ExtraBold.otf"
};
static const unsigned char manrope_extrabold[] = {
#embed "../../../fonts/Manrope-ExtraBold.ttf"
};
static const unsigned char garamond_regular[] = {
#embed "../../../fonts/EBGaramond12-Regular.otf"
};
static const unsigned char garamond_italic[] = {
#embed "../../../fonts/EBGaramond12-Italic.otf"
};
static const unsigned char vollkorn_semibold[] = {
#embed "../../../fonts/Vollkorn-SemiBold.ttf"
};
static const unsigned char jetbrains_mono[] = {
#embed "../../../fonts/JetBrainsMono-Regular.ttf"
};
static const unsigned char dejavu_sans[] = {
#embed "../../../fonts/DejaVuSans.ttf"
};
static const unsigned char dejavu_sans_bold[] = {
#embed "../../../fonts/DejaVuSans-Bold.ttf"
};

static const struct shipped_file fonts[] = {
    {"Inter-Regular.otf", inter_regular, sizeof inter_regular},
    {"Inter-SemiBold.otf", inter_semibold, sizeof inter_semibold},
    {"Inter-Bold.otf", inter_bold, sizeof inter_bold},
    {"InterDisplay-Bold.otf", inter_display_bold, sizeof inter_display_bold},
    {"Sora-SemiBold.otf", sora_semibold, sizeof sora_semibold},
    {"Sora-ExtraBold.otf", sora_extrabold, sizeof sora_extrabold},
    {"Manrope-ExtraBold.ttf", manrope_extrabold, sizeof manrope_extrabold},
    {"EBGaramond12-Regular.otf", garamond_regular, sizeof garamond_regular},
    {"EBGaramond12-Italic.otf", garamond_italic, sizeof garamond_italic},
    {"Vollkorn-SemiBold.ttf", vollkorn_semibold, sizeof vollkorn_semibold},
    {"JetBrainsMono-Regular.ttf", jetbrains_mono, sizeof jetbrains_mono},
    {"DejaVuSans.ttf", dejavu_sans, sizeof dejavu_sans},
    {"DejaVuSans-Bold.ttf", dejavu_sans_bold, sizeof dejavu_sans_bold},
};

const struct shipped_file *shipped_fonts(size_t *count) {
  *count = sizeof fonts / sizeof fonts[0];
  return fonts;
}
