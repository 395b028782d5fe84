"""What is done over and over in one process, beside peers that are as warm: CPU time each, and bytes.

anybadge draws README badges of the same words. libpng encodes the same pixels at level 6 with all filters; oxipng -o4
makes the smallest file of ours. librsvg draws our SVG of cards; Takumi lays out and draws the like of a card: the same
words, a gradient ground and the badge as a picture, no frame, ribbon or shadow.
"""

import pathlib
import statistics
import subprocess
import sys

import peers

ROOT = pathlib.Path(__file__).resolve().parent.parent

LIBPNG = r"""
#include <png.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>
static size_t size;
static void count(png_structp png, png_bytep data, size_t length) { (void)png; (void)data; size += length; }
static void flush(png_structp png) { (void)png; }
int main(int argc, char **argv) {
  int rounds = atoi(argv[1]), width = atoi(argv[3]), height = atoi(argv[4]), channels = atoi(argv[5]);
  size_t bytes = (size_t)width * height * channels;
  png_bytep pixels = malloc(bytes);
  FILE *file = fopen(argv[2], "rb");
  if (argc < 6 || !file || fread(pixels, 1, bytes, file) != bytes) return 1;
  clock_t start = clock();
  for (int round = 0; round < rounds; round++) {
    png_structp png = png_create_write_struct(PNG_LIBPNG_VER_STRING, 0, 0, 0);
    png_infop info = png_create_info_struct(png);
    size = 0;
    png_set_write_fn(png, 0, count, flush);
    png_set_IHDR(png, info, width, height, 8, channels == 4 ? PNG_COLOR_TYPE_RGBA : PNG_COLOR_TYPE_RGB, 0, 0, 0);
    png_set_compression_level(png, 6);
    png_set_filter(png, 0, PNG_ALL_FILTERS);
    png_write_info(png, info);
    for (int y = 0; y < height; y++) png_write_row(png, pixels + (size_t)y * width * channels);
    png_write_end(png, info);
    png_destroy_write_struct(&png, &info);
  }
  printf("%g %zu\n", (double)(clock() - start) / CLOCKS_PER_SEC / rounds, size);
  return 0;
}
"""

ANYBADGE = """
import sys, time, anybadge
count = int(sys.argv[1])
anybadge.Badge("warm", "up").badge_svg_text
start = time.process_time()
for number in range(count): anybadge.Badge(f"build {number % 97}", f"passing {number}").badge_svg_text
print((time.process_time() - start) / count)
"""

# Raw pixels of a PNG, red to alpha or, where all is opaque, red to blue; prints width, height and channels.
PIXELS = """
import sys
from PIL import Image
image = Image.open(sys.argv[1]).convert("RGBA")
alpha = image.getchannel("A").getextrema()[0]
open(sys.argv[2], "wb").write(image.tobytes())
open(sys.argv[3], "wb").write((image if alpha < 255 else image.convert("RGB")).tobytes())
print(*image.size, 4 if alpha < 255 else 3)
"""

OXIPNG = """
import sys, time, oxipng
data = open(sys.argv[1], "rb").read()
start = time.process_time()
size = len(oxipng.optimize_from_memory(data, level=4))
print(time.process_time() - start, size)
"""

# librsvg through its C interface, in one process: seconds of CPU for each file.
LIBRSVG = """
import ctypes as c, sys, time
cairo, rsvg = c.CDLL("libcairo.so.2"), c.CDLL("librsvg-2.so.2")
class Rectangle(c.Structure): _fields_ = [(name, c.c_double) for name in ("x", "y", "width", "height")]
for call in (cairo.cairo_image_surface_create, cairo.cairo_create, rsvg.rsvg_handle_new_from_data): call.restype = c.c_void_p
def draw(data):
    handle = c.c_void_p(rsvg.rsvg_handle_new_from_data(data, c.c_size_t(len(data)), None))
    surface = c.c_void_p(cairo.cairo_image_surface_create(0, 1200, 630))
    context = c.c_void_p(cairo.cairo_create(surface))
    page = Rectangle(0, 0, 1200, 630)
    assert rsvg.rsvg_handle_render_document(handle, context, c.byref(page), None)
    cairo.cairo_destroy(context)
    cairo.cairo_surface_destroy(surface)
    c.CDLL("libgobject-2.0.so.0").g_object_unref(handle)
files = [open(path, "rb").read() for path in sys.argv[1:]]
draw(files[0])
start = time.process_time()
for data in files: draw(data)
print((time.process_time() - start) / len(files))
"""

TAKUMI = """
import sys, time
from takumi_py import Renderer
badge = open(sys.argv[1], "rb").read()
renderer = Renderer()
styles = ['''
.card { width: 1200px; height: 630px; display: flex; align-items: center; padding: 60px;
  background: linear-gradient(120deg, #fffdf5, #f4ead0); color: #003433; }
img { width: 420px; height: 420px; }
.words { display: flex; flex-direction: column; margin-left: 60px; }
h1 { font-size: 64px; } h2 { font-size: 40px; } p { font-size: 26px; color: #2f4f49; }
''']
def card(name):
    page = f'''<div class="card"><img src="badge"><div class="words"><p>MESHERY</p><h1>{name}</h1>
      <h2>Certified Meshery Contributor</h2><p>Passed five domain exams, in theory and in practice.</p>
      <p>1 April 2026, badges.example.org</p></div></div>'''
    return renderer.render_html(
        page, stylesheets=styles, width=1200, height=630, images=[("badge", badge)], format="jpeg", quality=88)
card("Warm Up")
start = time.process_time()
for number in range(20): size = len(card(f"Person {number} Example"))
print((time.process_time() - start) / 20, size)
"""


def build():
    """The program that measures ours, and where it stands."""
    import os

    # As the Makefile builds the program, so that neither builds the other's parts anew.
    places = ["-Xswiftc", "-file-prefix-map", "-Xswiftc", f"{ROOT}=.", "-Xcc", f"-ffile-prefix-map={ROOT}=."]
    subprocess.run(
        ["swift", "build", "-c", "release", "--static-swift-stdlib", *places, "--product", "blazon-bench"],
        cwd=ROOT, env={**os.environ, "BENCH": "1"}, check=True, stdout=subprocess.DEVNULL)
    return ROOT / ".build/release/blazon-bench"


def figures(*command):
    done = subprocess.run([str(word) for word in command], capture_output=True, text=True)
    if done.returncode:
        sys.exit(f"bench: {command[0]}: {done.stderr[-2000:]}")
    return [float(word) for word in done.stdout.split()]


def report(blazon, venv: pathlib.Path, specs: pathlib.Path, folder: pathlib.Path, card_seconds):
    """The table's lines. `card_seconds` is what a card of a batch costs."""
    folder.mkdir()
    ours, python = build(), venv / "bin/python"
    rows = []

    def add(what, mine, against, theirs):
        rows.append((what, mine, against, theirs))

    def median(rounds, *command):
        return [statistics.median(values) for values in zip(*(figures(*command) for _ in range(rounds)))]

    add("README badge", median(3, ours, "readme", 200_000), "anybadge", median(3, python, "-c", ANYBADGE, 2000))
    libpng = folder / "libpng"
    (folder / "libpng.c").write_text(LIBPNG)
    subprocess.run(["clang", "-O2", "-o", libpng, folder / "libpng.c", "-lpng"], check=True)
    svgs = folder / "svgs"
    svgs.mkdir()
    for kind, zoom in [("certificates", 1.5), ("cards", 1)]:
        figures(ours, kind, specs, svgs, 1)
        subprocess.run(["rsvg-convert", "-z", str(zoom), "-o", folder / f"{kind}.png", svgs / "0.svg"], check=True)
    subprocess.run(
        [blazon, "draw", "teal hexagon, rocket, title Liftoff", "-o", folder / "badge.png"], check=True)
    for name, picture in [
        ("badge", folder / "badge.png"), ("card", folder / "cards.png"),
        ("certificate", folder / "certificates.png"),
    ]:
        rgba, raw = folder / "rgba", folder / "raw"
        width, height, channels = map(int, figures(python, "-c", PIXELS, picture, rgba, raw))
        mine = median(3, ours, "encode", 5, rgba, width, height)
        add(f"PNG of a {name}, lossless", mine, "libpng 6, all filters", median(3, libpng, 5, raw, width, height, channels))
    smallest = folder / "smallest.png"
    draw = [blazon, "draw", "teal hexagon, rocket, title Liftoff", "-o", smallest]
    plain, optimized = peers.turns(7, draw, [*draw, "--optimize"])
    size = smallest.stat().st_size
    add(
        "--optimize, of a badge", [optimized.cpu - plain.cpu, size], "oxipng -o4",
        median(3, python, "-c", OXIPNG, folder / "badge.png"))
    figures(ours, "cards", specs, svgs, 20)
    fresh = iter(range(1000))
    costs = [
        (
            peers.run(
                blazon, "render", specs, "--quiet", "--jobs", 1, "--people", "efthalia", "--only",
                "certified-meshery-contributor", "--surface", "card", "-o", folder / f"cold-{next(fresh)}"),
            peers.run("rsvg-convert", "-o", folder / "rsvg.png", svgs / "0.svg"),
        )
        for _ in range(5)
    ]
    mine, theirs = ([statistics.median(cost.cpu for cost in own)] for own in zip(*costs))
    add("two cards, cold process", mine, "rsvg-convert, one", theirs)
    add("card in a batch", [card_seconds], "librsvg, our SVG", median(3, python, "-c", LIBRSVG, *sorted(svgs.glob("*.svg"))))
    add("card in a batch", [card_seconds], "Takumi, the like of it", median(3, python, "-c", TAKUMI, folder / "badge.png"))
    lines = [f"{'':<34}{'CPU ms':>9}{'kB':>8}  {'against':<24}{'CPU ms':>9}{'kB':>8}{'ratio':>8}{'bytes':>7}"]
    for what, mine, against, theirs in rows:
        def told(values):
            return f"{1000 * values[0]:9.3f}" + (f"{values[1] / 1000:8.1f}" if len(values) > 1 else f"{'':>8}")

        bytes_ratio = f"{mine[1] / theirs[1]:7.3f}" if len(mine) > 1 and len(theirs) > 1 else ""
        lines.append(f"  {what:<32}{told(mine)}  {against:<24}{told(theirs)}{mine[0] / theirs[0]:8.3f}{bytes_ratio}")
    return lines
