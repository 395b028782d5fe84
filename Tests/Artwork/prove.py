"""How much of the artwork of others is read, and whether it is drawn as others draw it: `make artwork`.

Debian packages are fetched into .artwork and only unpacked, nothing of them is installed. Two sets of drawings are asked
for, each distinct content once: ICONS seeded ones of icon themes, and all logos that projects ship themselves. Each is
drawn by `blazon draw` at 256 pixels and compared, over white and over black, with resvg and with librsvg; one that agrees
with either agrees. The refused are counted by reason, those that differ are named.

  BLAZON   the program;  ICONS=2000;  SEED=1;  ONLY=icons or logos
"""

import collections
import concurrent.futures
import hashlib
import os
import pathlib
import random
import re
import resource
import subprocess
import sys
import time

import resvg_py
from PIL import Image, ImageChops, ImageStat
import io

HERE = pathlib.Path(__file__).parent
ROOM = pathlib.Path(".artwork")
WIDTH = 256
THEMES = ["papirus-icon-theme", "adwaita-icon-theme", "inkscape"]
LOGO = re.compile(r"hicolor/scalable/apps/|/pixmaps/|logo[^/]*\.svg$", re.I)
# What must hold: shares of accepted drawings, and of those that agree.
ICONS_LEAST, LOGOS_LEAST, AGREE_LEAST = 0.97, 0.90, 0.99
# What two pictures may differ by: the mean of all channels in 1/255, and the share of pixels past 32.
MEAN_MOST, PAST_MOST = 1.5, 0.01


def packages():
    lines = (HERE / "packages.txt").read_text().splitlines()
    return [line.strip() for line in lines if line.strip() and not line.startswith("#")]


def fetch(names):
    """Unpacks the drawings of the packages, as they are fetched."""
    debs = ROOM / "packages"
    debs.mkdir(parents=True, exist_ok=True)
    missing = [name for name in names if not list(debs.glob(f"{name}_*.deb"))]
    if missing:
        subprocess.run(["apt-get", "-qq", "download", *missing], cwd=debs, check=True)
    for name in names:
        tree = ROOM / "files" / name
        if tree.exists():
            continue
        part = tree.with_suffix(".part")
        part.mkdir(parents=True, exist_ok=True)
        deb = next(debs.glob(f"{name}_*.deb"))
        tar = subprocess.Popen(["dpkg-deb", "--fsys-tarfile", deb], stdout=subprocess.PIPE)
        subprocess.run(["tar", "-x", "-C", part, "--wildcards", "*.svg"], stdin=tar.stdout, stderr=subprocess.DEVNULL)
        tar.wait()
        part.rename(tree)


def drawings(names, wanted):
    """The distinct contents among the files whose paths are wanted, by their hashes."""
    found = {}
    for name in names:
        for path in sorted((ROOM / "files" / name).rglob("*.svg")):
            if path.is_file() and not path.is_symlink() and wanted(str(path)):
                found.setdefault(hashlib.sha256(path.read_bytes()).hexdigest(), path)
    return [found[key] for key in sorted(found)]


def flat(image, ground):
    base = Image.new("RGBA", image.size, ground)
    base.alpha_composite(image)
    return base.convert("RGB")


def difference(ours, theirs):
    """The mean and the share past 32, the worse of both grounds."""
    size = (min(ours.width, theirs.width), min(ours.height, theirs.height))
    if abs(ours.height - theirs.height) > 1 or abs(ours.width - theirs.width) > 1:
        return (255.0, 1.0)
    worst = (0.0, 0.0)
    for ground in ("white", "black"):
        change = ImageChops.difference(flat(ours, ground).crop((0, 0, *size)), flat(theirs, ground).crop((0, 0, *size)))
        mean = sum(ImageStat.Stat(change).mean) / 3
        peak = change.split()
        most = ImageChops.lighter(ImageChops.lighter(peak[0], peak[1]), peak[2])
        past = sum(most.histogram()[33:]) / (size[0] * size[1])
        worst = max(worst, (mean, past), key=lambda pair: (pair[0] > MEAN_MOST or pair[1] > PAST_MOST, pair))
    return worst


def picture(data):
    return Image.open(io.BytesIO(data)).convert("RGBA")


def theirs(path):
    answer = subprocess.run(["rsvg-convert", "-w", str(WIDTH), "--unlimited", path], capture_output=True)
    if answer.returncode == 0 and answer.stdout:
        yield "librsvg", picture(answer.stdout)
    try:
        yield "resvg", picture(bytes(resvg_py.svg_to_bytes(svg_path=str(path), width=WIDTH)))
    except Exception:
        pass


def look(path):
    """What became of one drawing: accepted or why not, how it compares, seconds and kilobytes."""
    program = os.environ.get("BLAZON", ".build/release/blazon")
    out = ROOM / "drawn" / (hashlib.sha256(str(path).encode()).hexdigest()[:16] + ".png")
    out.unlink(missing_ok=True)
    command = ["/usr/bin/time", "-f", "%e %M", program, "draw", path, "-o", out, "--size", str(WIDTH)]
    answer = subprocess.run(command, capture_output=True, text=True, errors="replace")
    told = answer.stderr.strip().splitlines()
    seconds, kilobytes = map(float, told[-1].split()) if told else (0, 0)
    if not out.exists():
        reason = next((line for line in told if "error:" in line), "no word of it")
        return path, reason.split("error: ", 1)[-1], None, seconds, kilobytes
    ours = picture(out.read_bytes())
    best = None
    for name, other in theirs(path):
        found = (*difference(ours, other), name)
        if best is None or found[:2] < best[:2]:
            best = found
        if best[0] <= MEAN_MOST and best[1] <= PAST_MOST:
            break
    return path, None, best, seconds, kilobytes


def told(reason):
    """A reason without what is one drawing's own."""
    return re.sub(r"“[^”]*”|\d+", "…", reason)


def prove(title, paths, least):
    (ROOM / "drawn").mkdir(parents=True, exist_ok=True)
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        results = list(pool.map(look, paths))
    refused = [result for result in results if result[1]]
    accepted = [result for result in results if not result[1]]
    compared = [result for result in accepted if result[2]]
    differ = [result for result in compared if result[2][0] > MEAN_MOST or result[2][1] > PAST_MOST]
    share = len(accepted) / max(1, len(results))
    agree = 1 - len(differ) / max(1, len(compared))
    print(f"artwork: {title}: {len(results)} drawings, {len(accepted)} accepted ({share:.2%}), "
          f"{len(compared)} compared, {agree:.2%} agree; "
          f"longest {max(r[3] for r in results):.2f} s, largest {max(r[4] for r in results) / 1024:.0f} MiB")
    for reason, count in collections.Counter(told(result[1]) for result in refused).most_common(30):
        print(f"artwork:   refused {count}: {reason}")
    for path, _, (mean, past, name), _, _ in sorted(differ, key=lambda result: -result[2][0]):
        print(f"artwork:   differs {mean:.2f} {past:.2%} from {name}: {path}")
    if os.environ.get("VERBOSE"):
        for result in refused:
            print(f"artwork:   {result[0]}: {result[1]}")
    return share >= least and agree >= AGREE_LEAST


def main():
    only = os.environ.get("ONLY", "")
    fetch(THEMES + packages())
    good = True
    if only != "logos":
        icons = drawings(THEMES, lambda path: "/icons/" in path)
        random.Random(int(os.environ.get("SEED", "1"))).shuffle(icons)
        good &= prove("icons", icons[: int(os.environ.get("ICONS", "2000"))], ICONS_LEAST)
    if only != "icons":
        good &= prove("logos", drawings(packages(), lambda path: LOGO.search(path)), LOGOS_LEAST)
    sys.exit(0 if good else 1)


if __name__ == "__main__":
    main()
