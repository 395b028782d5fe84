// Colour profiles by Little CMS, which is loaded when the first is read: few pictures have one, and its start would be felt
// in every command.

#pragma once

#include <stddef.h>
#include <stdint.h>

#pragma clang assume_nonnull begin

/// A profile of colours.
typedef struct blazon_profile blazon_profile;

/// What a profile's samples are, and how those of pixels stand. Numbers that both sides of this header know.
enum { blazon_gray = 1, blazon_rgb = 2, blazon_cmyk = 3 };
enum { blazon_rgba8 = 1, blazon_rgba16 = 2, blazon_gray16 = 3, blazon_cmyk8 = 4 };

/// Whether Little CMS is installed. Where it is not, all below is null.
int32_t blazon_icc_is_there(void);

/// The profile in `bytes`; null for one that is damaged or of another kind.
blazon_profile *_Nullable blazon_profile_read(const uint8_t *bytes, size_t count);

/// The profile of samples that are light raised to `gamma`, of lights with the chromaticities `places`: x and y of white,
/// red, green and blue. Null where no such lights can be.
blazon_profile *_Nullable blazon_profile_of_lights(double gamma, const double *places);

/// One of the three kinds of samples.
int32_t blazon_profile_space(const blazon_profile *profile);

/// Writes `count` pixels of a layout as red, green, blue and alpha in sRGB, 8 bits each; those without alpha leave
/// alpha as it is. 255 is no ink. 0 if the profile cannot be used.
int32_t blazon_profile_convert(
    const blazon_profile *profile, int32_t layout, const void *pixels, uint32_t count, uint8_t *out);

void blazon_profile_close(blazon_profile *_Nullable profile);

#pragma clang assume_nonnull end
