#include "cicc.h"

#include <dlfcn.h>
#include <lcms2.h>
#include <pthread.h>
#include <stdlib.h>

#define FUNCTIONS(X) \
  X(cmsBuildGamma) X(cmsCloseProfile) X(cmsCreateRGBProfile) X(cmsCreateTransform) X(cmsCreate_sRGBProfile) \
  X(cmsDeleteTransform) X(cmsDoTransform) X(cmsFreeToneCurve) X(cmsGetColorSpace) X(cmsGetDeviceClass) \
  X(cmsOpenProfileFromMem)

#define DECLARE(name) __typeof__(&name) name;
static struct {
  FUNCTIONS(DECLARE)
} lcms;

static int is_loaded;

static void load(void) {
  void *library = dlopen("liblcms2.so.2", RTLD_NOW | RTLD_LOCAL);
  if (!library) library = dlopen("liblcms2.2.dylib", RTLD_NOW | RTLD_LOCAL);
  int ok = library != NULL;
#define FIND(name) ok = ok && (lcms.name = (__typeof__(&name))dlsym(library, #name)) != NULL;
  FUNCTIONS(FIND)
  is_loaded = ok;
}

int32_t blazon_icc_is_there(void) {
  static pthread_once_t once = PTHREAD_ONCE_INIT;
  pthread_once(&once, load);
  return is_loaded;
}

struct blazon_profile {
  cmsHPROFILE profile;
  int32_t space;
};

/// Owns `profile`; null if there is none, or it is of no use.
static blazon_profile *owning(cmsHPROFILE profile, int32_t space) {
  blazon_profile *own = profile && space ? malloc(sizeof *own) : NULL;
  if (own) *own = (blazon_profile){profile, space};
  else if (profile) lcms.cmsCloseProfile(profile);
  return own;
}

blazon_profile *blazon_profile_read(const uint8_t *bytes, size_t count) {
  if (!blazon_icc_is_there() || count > UINT32_MAX) return NULL;
  cmsHPROFILE profile = lcms.cmsOpenProfileFromMem(bytes, (cmsUInt32Number)count);
  if (!profile) return NULL;
  int32_t space = 0;
  switch (lcms.cmsGetColorSpace(profile)) {
    case cmsSigGrayData: space = blazon_gray; break;
    case cmsSigRgbData: space = blazon_rgb; break;
    case cmsSigCmykData: space = blazon_cmyk; break;
    default: break;
  }
  switch (lcms.cmsGetDeviceClass(profile)) {
    case cmsSigInputClass: case cmsSigDisplayClass: case cmsSigOutputClass: case cmsSigColorSpaceClass: break;
    default: space = 0;
  }
  return owning(profile, space);
}

blazon_profile *blazon_profile_of_lights(double gamma, const double *places) {
  if (!blazon_icc_is_there()) return NULL;
  cmsToneCurve *curve = lcms.cmsBuildGamma(NULL, 1 / gamma);
  if (!curve) return NULL;
  cmsToneCurve *curves[3] = {curve, curve, curve};
  cmsCIExyY white = {places[0], places[1], 1};
  cmsCIExyYTRIPLE lights = {{places[2], places[3], 1}, {places[4], places[5], 1}, {places[6], places[7], 1}};
  cmsHPROFILE profile = lcms.cmsCreateRGBProfile(&white, &lights, curves);
  lcms.cmsFreeToneCurve(curve);
  return owning(profile, blazon_rgb);
}

int32_t blazon_profile_space(const blazon_profile *own) { return own->space; }

int32_t blazon_profile_convert(
    const blazon_profile *own, int32_t layout, const void *pixels, uint32_t count, uint8_t *out) {
  cmsUInt32Number format = TYPE_RGBA_8, flags = 0;
  // Without the flag, samples of 16 bits go through a table that is too coarse for those in linear light.
  switch (layout) {
    case blazon_rgba16: format = TYPE_RGBA_16; flags = cmsFLAGS_NOOPTIMIZE; break;
    case blazon_gray16: format = TYPE_GRAY_16; flags = cmsFLAGS_NOOPTIMIZE; break;
    // Photoshop's way, in which 255 is no ink.
    case blazon_cmyk8: format = TYPE_CMYK_8_REV; break;
    default: break;
  }
  if (T_EXTRA(format)) flags |= cmsFLAGS_COPY_ALPHA;
  cmsHPROFILE sRGB = lcms.cmsCreate_sRGBProfile();
  if (!sRGB) return 0;
  cmsHTRANSFORM transform =
      lcms.cmsCreateTransform(own->profile, format, sRGB, TYPE_RGBA_8, INTENT_PERCEPTUAL, flags);
  if (transform) {
    lcms.cmsDoTransform(transform, pixels, out, count);
    lcms.cmsDeleteTransform(transform);
  }
  lcms.cmsCloseProfile(sRGB);
  return transform != NULL;
}

void blazon_profile_close(blazon_profile *own) {
  if (!own) return;
  lcms.cmsCloseProfile(own->profile);
  free(own);
}
