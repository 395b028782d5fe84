// The presets of Sources/BlazonSpec/Presets, compiled in.
#include "shipped.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char hexagon[] = {
#embed "../../BlazonSpec/Presets/hexagon.yaml"
};
static const unsigned char pennant[] = {
#embed "../../BlazonSpec/Presets/pennant.yaml"
};

static const struct shipped_file presets[] = {
    {"hexagon.yaml", hexagon, sizeof hexagon},
    {"pennant.yaml", pennant, sizeof pennant},
};

const struct shipped_file *shipped_presets(size_t *count) {
  *count = sizeof presets / sizeof presets[0];
  return presets;
}
