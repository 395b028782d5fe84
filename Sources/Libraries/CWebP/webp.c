#include "cwebp.h"

#include <dlfcn.h>
#include <pthread.h>
#include <webp/decode.h>

#define FUNCTIONS(X) X(WebPDecode) X(WebPFreeDecBuffer) X(WebPGetFeaturesInternal) X(WebPInitDecoderConfigInternal)

#define DECLARE(name) __typeof__(&name) name;
static struct {
  FUNCTIONS(DECLARE)
} webp;

static int is_loaded;

static void load(void) {
  void *library = dlopen("libwebp.so.7", RTLD_NOW | RTLD_LOCAL);
  if (!library) library = dlopen("libwebp.7.dylib", RTLD_NOW | RTLD_LOCAL);
  int ok = library != NULL;
#define FIND(name) ok = ok && (webp.name = (__typeof__(&name))dlsym(library, #name)) != NULL;
  FUNCTIONS(FIND)
  is_loaded = ok;
}

int32_t blazon_webp_is_there(void) {
  static pthread_once_t once = PTHREAD_ONCE_INIT;
  pthread_once(&once, load);
  return is_loaded;
}

static int32_t ending(VP8StatusCode status) {
  switch (status) {
    case VP8_STATUS_OK: return blazon_webp_ok;
    case VP8_STATUS_OUT_OF_MEMORY: return blazon_webp_no_memory;
    case VP8_STATUS_NOT_ENOUGH_DATA: case VP8_STATUS_SUSPENDED: return blazon_webp_short;
    default: return blazon_webp_damaged;
  }
}

int32_t blazon_webp_look(const uint8_t *bytes, size_t count, blazon_webp_header *header) {
  if (!blazon_webp_is_there()) return blazon_webp_missing;
  WebPBitstreamFeatures features;
  VP8StatusCode status = webp.WebPGetFeaturesInternal(bytes, count, &features, WEBP_DECODER_ABI_VERSION);
  if (status == VP8_STATUS_OK)
    *header = (blazon_webp_header){features.width, features.height, features.has_animation};
  return ending(status);
}

int32_t blazon_webp_read(
    const uint8_t *bytes, size_t count, int32_t width, int32_t height, uint8_t *pixels, size_t size) {
  WebPDecoderConfig settings;
  if (!blazon_webp_is_there() || !webp.WebPInitDecoderConfigInternal(&settings, WEBP_DECODER_ABI_VERSION))
    return blazon_webp_missing;
  VP8StatusCode status =
      webp.WebPGetFeaturesInternal(bytes, count, &settings.input, WEBP_DECODER_ABI_VERSION);
  if (status != VP8_STATUS_OK) return ending(status);
  settings.options.use_scaling = width != settings.input.width || height != settings.input.height;
  settings.options.scaled_width = width;
  settings.options.scaled_height = height;
  settings.output.colorspace = MODE_RGBA;
  settings.output.is_external_memory = 1;
  settings.output.u.RGBA.rgba = pixels;
  settings.output.u.RGBA.stride = width * 4;
  settings.output.u.RGBA.size = size;
  status = webp.WebPDecode(bytes, count, &settings);
  webp.WebPFreeDecBuffer(&settings.output);
  return ending(status);
}
