// The presets, pages and words of Sources/BlazonSpec/Presets, compiled in.
#include "shipped.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char base[] = {
#embed "../../BlazonSpec/Presets/base.yaml"
};
static const unsigned char card[] = {
#embed "../../BlazonSpec/Presets/card.yaml"
};
static const unsigned char card_formats[] = {
#embed "../../BlazonSpec/Presets/card-formats.yaml"
};
static const unsigned char certificate[] = {
#embed "../../BlazonSpec/Presets/certificate.yaml"
};
static const unsigned char certificate_designs[] = {
#embed "../../BlazonSpec/Presets/certificate-designs.yaml"
};
static const unsigned char diamond[] = {
#embed "../../BlazonSpec/Presets/diamond.yaml"
};
static const unsigned char hexagon[] = {
#embed "../../BlazonSpec/Presets/hexagon.yaml"
};
static const unsigned char patch[] = {
#embed "../../BlazonSpec/Presets/patch.yaml"
};
static const unsigned char pennant[] = {
#embed "../../BlazonSpec/Presets/pennant.yaml"
};
static const unsigned char picture[] = {
#embed "../../BlazonSpec/Presets/picture.yaml"
};
static const unsigned char rosette[] = {
#embed "../../BlazonSpec/Presets/rosette.yaml"
};
static const unsigned char seal[] = {
#embed "../../BlazonSpec/Presets/seal.yaml"
};
static const unsigned char shield[] = {
#embed "../../BlazonSpec/Presets/shield.yaml"
};
static const unsigned char wording[] = {
#embed "../../BlazonSpec/Presets/wording.yaml"
};
static const unsigned char page_words[] = {
#embed "../../BlazonSpec/Presets/page-words.yaml"
};
static const unsigned char verify_words[] = {
#embed "../../BlazonSpec/Presets/verify-words.yaml"
};
static const unsigned char emblem_words[] = {
#embed "../../BlazonSpec/Presets/emblem-words.yaml"
};
static const unsigned char picture_words[] = {
#embed "../../BlazonSpec/Presets/picture-words.yaml"
};

static const struct shipped_file presets[] = {
    {"base.yaml", base, sizeof base},
    {"card.yaml", card, sizeof card},
    {"certificate.yaml", certificate, sizeof certificate},
    {"diamond.yaml", diamond, sizeof diamond},
    {"hexagon.yaml", hexagon, sizeof hexagon},
    {"patch.yaml", patch, sizeof patch},
    {"pennant.yaml", pennant, sizeof pennant},
    {"picture.yaml", picture, sizeof picture},
    {"rosette.yaml", rosette, sizeof rosette},
    {"seal.yaml", seal, sizeof seal},
    {"shield.yaml", shield, sizeof shield},
    {"wording.yaml", wording, sizeof wording},
};

const struct shipped_file *shipped_presets(size_t *count) {
  *count = sizeof presets / sizeof presets[0];
  return presets;
}

static const struct shipped_file words[] = {
    {"emblem-words.yaml", emblem_words, sizeof emblem_words},
    {"page-words.yaml", page_words, sizeof page_words},
    {"picture-words.yaml", picture_words, sizeof picture_words},
    {"verify-words.yaml", verify_words, sizeof verify_words},
};

const struct shipped_file *shipped_words(size_t *count) {
  *count = sizeof words / sizeof words[0];
  return words;
}

static const struct shipped_file designs[] = {
    {"card-formats.yaml", card_formats, sizeof card_formats},
    {"certificate-designs.yaml", certificate_designs, sizeof certificate_designs},
};

const struct shipped_file *shipped_designs(size_t *count) {
  *count = sizeof designs / sizeof designs[0];
  return designs;
}
