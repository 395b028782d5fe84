// The scripts of Sources/BlazonSite/Scripts, compiled in.
#include "shipped.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char verify[] = {
#embed "../../BlazonSite/Scripts/verify.js"
};

static const struct shipped_file scripts[] = {
    {"verify.js", verify, sizeof verify},
};

const struct shipped_file *shipped_scripts(size_t *count) {
  *count = sizeof scripts / sizeof *scripts;
  return scripts;
}
