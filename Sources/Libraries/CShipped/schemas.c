// What programs read what is told by, compiled in.
#include "shipped.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char messages[] = {
#embed "../../../docs/schema/messages.schema.json"
};

static const struct shipped_file schemas[] = {
    {"messages.schema.json", messages, sizeof messages},
};

const struct shipped_file *shipped_schemas(size_t *count) {
  *count = sizeof schemas / sizeof schemas[0];
  return schemas;
}
