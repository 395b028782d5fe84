"""Makes Fixtures: pictures of pixels of every kind, and beside each what Pillow and Little CMS make of it.

    python3 -m venv VENV && VENV/bin/pip install pillow==13.0.0 && VENV/bin/python make-fixtures.py

Every picture shows the same: twelve squares in four columns and three rows, of colours that a wrong turn, a wrong
profile or a wrong order of bytes changes. `expected.json` has, by file, the colour in the middle of each square.
"""

import io
import json
import pathlib
import struct
import zlib

from PIL import Image, ImageCms, PngImagePlugin

FOLDER = pathlib.Path(__file__).parent / "Fixtures"
SIDE = 8
COLORS = [
    (200, 60, 40), (30, 160, 70), (40, 70, 190), (240, 200, 30),
    (10, 10, 10), (128, 128, 128), (245, 245, 245), (90, 30, 120),
    (255, 0, 0), (0, 255, 0), (0, 0, 255), (60, 50, 40),
]
GRAYS = [0, 20, 45, 70, 95, 120, 145, 170, 195, 220, 240, 255]
expected = {}


def grid(values, mode):
    picture = Image.new(mode, (4 * SIDE, 3 * SIDE))
    for index, value in enumerate(values):
        x, y = index % 4 * SIDE, index // 4 * SIDE
        picture.paste(value, (x, y, x + SIDE, y + SIDE))
    return picture


def middles(picture):
    picture = picture.convert("RGBA")
    return [
        list(picture.getpixel((x * SIDE + SIDE // 2, y * SIDE + SIDE // 2)))
        for y in range(picture.height // SIDE) for x in range(picture.width // SIDE)
    ]


def keep(name, data, picture, tolerance=0):
    (FOLDER / name).write_bytes(data)
    expected[name] = {
        "width": picture.width, "height": picture.height, "tolerance": tolerance, "squares": middles(picture)}


def saved(picture, kind, **options):
    out = io.BytesIO()
    picture.save(out, kind, **options)
    return out.getvalue()


def opened(data):
    return Image.open(io.BytesIO(data))


# PNG, written here, so that every kind can be.

def chunk(name, data):
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


ADAM7 = [(0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2)]


def packed(pixels, xs, y, depth):
    """A row's samples: of each pixel a tuple."""
    bits = "".join(format(s, f"0{depth}b") for x in xs for s in pixels[y][x])
    bits += "0" * (-len(bits) % 8)
    return b"\0" + int(bits, 2).to_bytes(len(bits) // 8, "big") if bits else b""


def png(values, kind, depth, chunks=b"", interlaced=False):
    width, height = 4 * SIDE, 3 * SIDE
    pixels = [[values[y // SIDE * 4 + x // SIDE] for x in range(width)] for y in range(height)]
    passes = ADAM7 if interlaced else [(0, 0, 1, 1)]
    data = b"".join(
        packed(pixels, range(x, width, dx), row, depth)
        for x, y, dx, dy in passes for row in range(y, height, dy))
    head = struct.pack(">IIBBBBB", width, height, depth, kind, 0, 0, int(interlaced))
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunks + chunk(b"IDAT", zlib.compress(data, 9))
        + chunk(b"IEND", b""))


def profile_chunk(data):
    return chunk(b"iCCP", b"p\0\0" + zlib.compress(data, 9))


def deep(value):
    return tuple(s * 257 for s in value)


def pngs():
    rgb = grid(COLORS, "RGB")
    for depth in (1, 2, 4, 8, 16):
        top = 2 ** depth - 1
        levels = [round(g / 255 * top) for g in GRAYS]
        shown = grid([round(level / top * 255) for level in levels], "L")
        values = [(level,) for level in levels]
        keep(f"gray{depth}.png", png(values, 0, depth), shown)
        if depth in (1, 16):
            keep(f"gray{depth}-interlaced.png", png(values, 0, depth, interlaced=True), shown)
    # The level that stands for nothing.
    clear = [(g, g, g, 0 if g == 70 else 255) for g in GRAYS]
    keep("gray8-trns.png", png([(g,) for g in GRAYS], 0, 8, chunk(b"tRNS", struct.pack(">H", 70))), grid(clear, "RGBA"))
    alphas = [255 - 20 * i for i in range(12)]
    both = [(g, g, g, a) for g, a in zip(GRAYS, alphas)]
    keep("gray-alpha8.png", png([(g, a) for g, a in zip(GRAYS, alphas)], 4, 8), grid(both, "RGBA"))
    keep("gray-alpha16.png", png([(g * 257, a * 257) for g, a in zip(GRAYS, alphas)], 4, 16), grid(both, "RGBA"))
    keep("rgb8.png", png(COLORS, 2, 8), rgb)
    keep("rgb8-interlaced.png", png(COLORS, 2, 8, interlaced=True), rgb)
    keep("rgb8-trns.png", png(COLORS, 2, 8, chunk(b"tRNS", struct.pack(">HHH", 0, 255, 0))),
         grid([(*c, 0 if c == (0, 255, 0) else 255) for c in COLORS], "RGBA"))
    keep("rgb16.png", png([deep(c) for c in COLORS], 2, 16), rgb)
    keep("rgb16-srgb.png", png([deep(c) for c in COLORS], 2, 16, chunk(b"sRGB", b"\0")), rgb)
    rgba = [(*c, a) for c, a in zip(COLORS, alphas)]
    keep("rgba8.png", png(rgba, 6, 8), grid(rgba, "RGBA"))
    keep("rgba16.png", png([deep(c) for c in rgba], 6, 16), grid(rgba, "RGBA"))
    keep("rgba16-interlaced.png", png([deep(c) for c in rgba], 6, 16, interlaced=True), grid(rgba, "RGBA"))
    palette = chunk(b"PLTE", bytes(s for c in COLORS for s in c))
    for depth in (4, 8):
        keep(f"palette{depth}.png", png([(i,) for i in range(12)], 3, depth, palette), rgb)
    for depth in (1, 2):
        few = 2 ** depth
        start = chunk(b"PLTE", bytes(s for c in COLORS[:few] for s in c))
        keep(f"palette{depth}.png", png([(i % few,) for i in range(12)], 3, depth, start),
             grid([COLORS[i % few] for i in range(12)], "RGB"))
    keep("palette4-trns.png", png([(i,) for i in range(12)], 3, 4, palette + chunk(b"tRNS", bytes(alphas[:8]))),
         grid([(*c, a) for c, a in zip(COLORS, alphas[:8] + [255] * 4)], "RGBA"))


# Colours.

def curve(gamma):
    return b"curv\0\0\0\0" + struct.pack(">IH", 1, round(gamma * 256)) + b"\0\0"


def icc(space, tags):
    """A profile of version 2 with `tags`, in the least bytes."""
    body, table = b"", b""
    at = 128 + 4 + 12 * len(tags)
    for name, data in tags:
        table += name + struct.pack(">II", at + len(body), len(data))
        body += data + b"\0" * (-len(data) % 4)
    head = struct.pack(
        ">I4sI4s4s4s12s4s4sI4sIQI3i4s44x", at + len(body), b"none", 0x02400000, b"mntr", space, b"XYZ ",
        struct.pack(">6H", 2000, 1, 1, 0, 0, 0), b"acsp", b"none", 0, b"none", 0, 0, 0,
        round(.9642 * 65536), 65536, round(.8249 * 65536), b"none")
    return head + struct.pack(">I", len(tags)) + table + body


def xyz(*values):
    return b"XYZ \0\0\0\0" + b"".join(struct.pack(">i", round(v * 65536)) for v in values)


TEXT = b"text\0\0\0\0none\0"
DESC = b"desc\0\0\0\0" + struct.pack(">I", 2) + b"p\0" + b"\0" * 78
WHITE = xyz(.9642, 1, .8249)
# Colours that a screen with these lights shows otherwise than sRGB: those of Display P3, with a plain exponent.
WIDE = icc(b"RGB ", [
    (b"desc", DESC), (b"cprt", TEXT), (b"wtpt", WHITE), (b"rXYZ", xyz(.51512, .2412, -.00105)),
    (b"gXYZ", xyz(.29198, .69225, .04189)), (b"bXYZ", xyz(.1571, .06657, .78407)),
    (b"rTRC", curve(1.8)), (b"gTRC", curve(1.8)), (b"bTRC", curve(1.8))])
GRAY = icc(b"GRAY", [(b"desc", DESC), (b"cprt", TEXT), (b"wtpt", WHITE), (b"kTRC", curve(1.4))])
SRGB = ImageCms.createProfile("sRGB")


def cmyk_profile():
    """A table of two points a side: how much each ink lets through, as Lab."""
    grid_points = b""
    for index in range(16):
        c, m, y, k = (index >> shift & 1 for shift in (3, 2, 1, 0))
        lab = ImageCms.createProfile("LAB")
        rgb = Image.new("RGB", (1, 1), tuple(
            int(255 * (1 - .8 * ink) * (1 - .85 * k)) for ink in (c, m, y)))
        to_lab = ImageCms.buildTransform(SRGB, lab, "RGB", "LAB")
        light, a, b = ImageCms.applyTransform(rgb, to_lab).getpixel((0, 0))
        grid_points += bytes((light, a, b))
    identity = bytes(range(256))
    table = (
        b"mft1\0\0\0\0" + bytes((4, 3, 2, 0)) + struct.pack(">9i", 65536, 0, 0, 0, 65536, 0, 0, 0, 65536)
        + identity * 4 + grid_points + identity * 3)
    profile = bytearray(icc(b"CMYK", [(b"desc", DESC), (b"cprt", TEXT), (b"wtpt", WHITE), (b"A2B0", table)]))
    profile[12:16], profile[20:24] = b"prtr", b"Lab "
    return bytes(profile)


def converted(picture, profile, mode="RGB"):
    return ImageCms.profileToProfile(
        picture, ImageCms.ImageCmsProfile(io.BytesIO(profile)), SRGB,
        renderingIntent=ImageCms.Intent.PERCEPTUAL, outputMode=mode)


def srgb(light):
    return 12.92 * light if light <= .0031308 else 1.055 * light ** (1 / 2.4) - .055


def colors():
    rgb, gray = grid(COLORS, "RGB"), grid(GRAYS, "L")
    wide = converted(rgb, WIDE)
    keep("wide.png", png(COLORS, 2, 8, profile_chunk(WIDE)), wide, 1)
    keep("wide16.png", png([deep(c) for c in COLORS], 2, 16, profile_chunk(WIDE)), wide, 2)
    keep("wide-and-gamma.png", png(COLORS, 2, 8, chunk(b"gAMA", struct.pack(">I", 100000)) + profile_chunk(WIDE)), wide, 1)
    keep("gray-profile.png", png([(g,) for g in GRAYS], 0, 8, profile_chunk(GRAY)),
         grid([round(255 * srgb((g / 255) ** 1.4)) for g in GRAYS], "L"), 1)
    # Without the date of its making.
    plain = ImageCms.ImageCmsProfile(SRGB).tobytes()
    plain = plain[:24] + WIDE[24:36] + plain[36:]
    keep("srgb-profile.png", png(COLORS, 2, 8, profile_chunk(plain)), rgb)
    keep("damaged-profile.png", png(COLORS, 2, 8, profile_chunk(WIDE[:200] + b"\xff" * 100)), rgb)
    keep("garbage-profile.png", png(COLORS, 2, 8, chunk(b"iCCP", b"p\0\0not zlib")), rgb)
    keep("wrong-profile.png", png(COLORS, 2, 8, profile_chunk(GRAY)), rgb)
    linear = [tuple(round(255 * srgb(s / 255)) for s in c) for c in COLORS]
    light = chunk(b"gAMA", struct.pack(">I", 100000))
    keep("gamma1.png", png(COLORS, 2, 8, light), grid(linear, "RGB"), 1)
    keep("gamma1-16.png", png([deep(c) for c in COLORS], 2, 16, light), grid(linear, "RGB"), 1)
    lights = (31270, 32900, 64000, 33000, 30000, 60000, 15000, 6000)
    usual = chunk(b"gAMA", struct.pack(">I", 45455)) + chunk(b"cHRM", struct.pack(">8I", *lights))
    keep("gamma-usual.png", png(COLORS, 2, 8, usual), rgb)
    p3 = (31270, 32900, 68000, 32000, 26500, 69000, 15000, 6000)
    keep("chromaticities.png", png(
        COLORS, 2, 8, chunk(b"gAMA", struct.pack(">I", round(1e5 / 1.8))) + chunk(b"cHRM", struct.pack(">8I", *p3))),
        wide, 2)
    keep("srgb-over-gamma.png", png(COLORS, 2, 8, chunk(b"sRGB", b"\0") + light), rgb)
    jpegs(rgb, gray, wide)
    webps(rgb, wide)


# Exif.

def exif(orientation, order="<"):
    entry = struct.pack(order + "HHIHH", 274, 3, 1, orientation, 0)
    other = struct.pack(order + "HHII", 270, 2, 4, 0x00636261)
    return (
        (b"II" if order == "<" else b"MM") + struct.pack(order + "HI", 42, 8)
        + struct.pack(order + "H", 2) + other + entry + struct.pack(order + "I", 0))


TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT, 3: Image.Transpose.ROTATE_180, 4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE, 6: Image.Transpose.ROTATE_270, 7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}


def segment(marker, data):
    return bytes((0xFF, marker)) + struct.pack(">H", len(data) + 2) + data


def jpegs(rgb, gray, wide):
    options = {"quality": 95, "subsampling": 0}
    keep("baseline.jpg", saved(rgb, "JPEG", **options), rgb, 4)
    halved = saved(rgb, "JPEG", quality=95, subsampling=2)
    keep("halved-colour.jpg", halved, opened(halved), 1)
    keep("progressive.jpg", saved(rgb, "JPEG", progressive=True, **options), rgb, 4)
    keep("gray.jpg", saved(gray, "JPEG", quality=95), gray, 2)
    # Pillow's own colours, kept as they are: no YCbCr.
    keep("rgb.jpg", saved(rgb, "JPEG", keep_rgb=True, **options), rgb, 3)
    cmyk = grid([tuple(255 - s for s in c) + (i * 10,) for i, c in enumerate(COLORS)], "CMYK")
    naive = grid([tuple(round(s * (255 - i * 10) / 255) for s in c) for i, c in enumerate(COLORS)], "RGB")
    data = saved(cmyk, "JPEG", **options)
    keep("cmyk.jpg", data, naive, 4)
    # The same bytes, read as brightness, two colours and black.
    at = data.index(b"Adobe") + 11
    ycck = data[:at] + b"\2" + data[at + 1:]
    inks = opened(ycck)
    raw = inks.tobytes()
    shown = Image.frombytes("RGB", inks.size, bytes(
        round((255 - raw[at + i]) * (255 - raw[at + 3]) / 255) for at in range(0, len(raw), 4) for i in range(3)))
    keep("ycck.jpg", ycck, shown, 2)
    profile = cmyk_profile()
    keep("cmyk-profile.jpg", saved(cmyk, "JPEG", icc_profile=profile, **options), converted(cmyk, profile), 6)
    keep("wide.jpg", saved(rgb, "JPEG", icc_profile=WIDE, **options), wide, 5)
    keep("wrong-profile.jpg", saved(rgb, "JPEG", icc_profile=GRAY, **options), rgb, 4)
    keep("gray-profile.jpg", saved(gray, "JPEG", quality=95, icc_profile=GRAY),
         grid([round(255 * srgb((g / 255) ** 1.4)) for g in GRAYS], "L"), 4)
    plain = saved(rgb, "JPEG", **options)
    # A profile in three segments that stand in disorder.
    parts = [WIDE[:200], WIDE[200:333], WIDE[333:]]
    split = [segment(0xE2, b"ICC_PROFILE\0" + bytes((n + 1, 3)) + parts[n]) for n in (2, 0, 1)]
    keep("split-profile.jpg", plain[:2] + b"".join(split) + plain[2:], wide, 5)
    keep("lost-profile.jpg", plain[:2] + b"".join(split[:2]) + plain[2:], rgb, 4)
    for orientation, turn in TURNS.items():
        order = "<" if orientation % 2 else ">"
        data = plain[:2] + segment(0xE1, b"Exif\0\0" + exif(orientation, order)) + plain[2:]
        keep(f"turned{orientation}.jpg", data, rgb.transpose(turn), 4)
    keep("turned9.jpg", plain[:2] + segment(0xE1, b"Exif\0\0" + exif(9)) + plain[2:], rgb, 4)
    keep("turned6.png", png(COLORS, 2, 8, chunk(b"eXIf", exif(6))), rgb.transpose(TURNS[6]))


def webps(rgb, wide):
    rgba = grid([(*c, 255 - 20 * i) for i, c in enumerate(COLORS)], "RGBA")
    keep("lossless.webp", saved(rgb, "WEBP", lossless=True), rgb)
    keep("lossless-alpha.webp", saved(rgba, "WEBP", lossless=True, exact=True), rgba)
    for name, picture in (("lossy", rgb), ("lossy-alpha", rgba)):
        data = saved(picture, "WEBP", quality=95)
        keep(f"{name}.webp", data, opened(data), 1)
    keep("wide.webp", saved(rgb, "WEBP", lossless=True, icc_profile=WIDE), wide, 1)
    keep("turned6.webp", saved(rgb, "WEBP", lossless=True, exif=exif(6)), rgb.transpose(TURNS[6]))
    keep("turned3.webp", saved(rgb, "WEBP", lossless=True, exif=b"Exif\0\0" + exif(3)), rgb.transpose(TURNS[3]))
    other = grid(COLORS[::-1], "RGB")
    (FOLDER / "animated.webp").write_bytes(
        saved(rgb, "WEBP", save_all=True, append_images=[other], duration=100, lossless=True))


FOLDER.mkdir(exist_ok=True)
for path in FOLDER.iterdir():
    path.unlink()
pngs()
colors()
lines = [f"  {json.dumps(name)}: {json.dumps(facts)}" for name, facts in sorted(expected.items())]
(FOLDER / "expected.json").write_text("{\n" + ",\n".join(lines) + "\n}\n")
