"""Invents drawings, presets and pages that take long to paint, and asks whether `check` knows.

Usage: slow.py BLAZON [--seed N] [--count N]

What is refused for its work is refused in under a second; what is not is drawn in under five. Both are times of this
machine: this is no test that runs with the others.
"""

import argparse
import os
import random
import re
import subprocess
import sys
import tempfile
import time

PROGRAMME = 'blazon: 1\nprogramme: slow\nname: Slow\ncolor: "#2563EB"\ncheck: {contrast: "off", overlap: "off", colour-blind: "off"}\n'
# How `check` says that painting would take too long, or that a drawing is too large to be read.
WORK = re.compile(
    r"fill the \w+ more than|up and down the \w+ more than|cross each other more than|clips cut its outlines"
    r"|in each other|pieces of outlines|more than \d+|too large"
)


def zigzag(chance, count, size, places):
    left, top = chance.uniform(0, 512 - size), chance.uniform(0, 512 - size)
    return "M" + "L".join(
        f"{left + chance.random() * size:.{places}f} {top + chance.random() * size:.{places}f}" for _ in range(count)
    )


def drawing(chance):
    """An SVG of one of the kinds that painters take long for."""
    count = int(10 ** chance.uniform(2, 5))
    size = chance.choice([2, 8, 30, 120, 500])
    rule = chance.choice(["evenodd", "nonzero"])
    ink = chance.choice(['fill="#123"', 'fill="#FFF"'])
    path = zigzag(chance, count, size, chance.choice([0, 1, 2, 3]))
    kind = chance.choice(["fill", "stroke", "dashes", "clip", "clips", "gradient", "layers", "blur", "use", "boxes", "text"])
    head, body = "", ""
    if kind == "fill":
        body = f'<path {ink} fill-rule="{rule}" d="{path}z"/>'
    elif kind == "stroke":
        join, cap = chance.choice(["round", "miter", "bevel"]), chance.choice(["round", "butt", "square"])
        width = chance.choice([0.1, 1, 8, 40])
        body = f'<path fill="none" stroke="#123" stroke-width="{width}" stroke-linejoin="{join}" stroke-linecap="{cap}" d="{path}"/>'
    elif kind == "dashes":
        dash = chance.choice([0.05, 0.5, 2])
        line = f'<path fill="none" stroke="#123" stroke-linecap="round" stroke-width="{chance.choice([.2, 2, 20])}" stroke-dasharray="{dash} {dash}" d="M0 0H512V512H0z"/>'
        body = line * int(10 ** chance.uniform(0, 3))
    elif kind in ("clip", "clips"):
        rules = chance.choice(["evenodd", "nonzero"])
        head = f'<clipPath id="c"><path clip-rule="{rules}" d="{zigzag(chance, min(count, 20000), size, 2)}z"/></clipPath>'
        shapes = int(10 ** chance.uniform(0, 3)) if kind == "clips" else 1
        inner = zigzag(chance, max(3, count // shapes // 3), size, 2)
        body = f'<g clip-path="url(#c)">' + f'<path {ink} fill-rule="{rule}" d="{inner}z"/>' * shapes + "</g>"
    elif kind == "gradient":
        stops = "".join(f'<stop offset="{i / 500}" stop-color="#{i * 31 % 256:02x}{i * 17 % 256:02x}80"/>' for i in range(int(10 ** chance.uniform(0.5, 2.6))))
        name = chance.choice(["radialGradient", "linearGradient"])
        head = f'<{name} id="g">{stops}</{name}>'
        body = '<circle cx="256" cy="256" r="250" fill="url(#g)"/>' * int(10 ** chance.uniform(0, 2.5))
    elif kind == "layers":
        depth = chance.randrange(1, 14)
        body = '<g opacity=".9">' * depth + f'<path {ink} d="{path}z"/>' + "</g>" * depth
    elif kind == "blur":
        head = f'<filter id="f"><feGaussianBlur stdDeviation="{chance.choice([1, 10, 60])}"/></filter>'
        body = f'<g filter="url(#f)"><path {ink} d="M9 9h480v480z"/></g>' * chance.randrange(1, 60)
    elif kind == "use":
        head = f'<g id="a"><path {ink} d="{zigzag(chance, min(count, 2000), size, 2)}z"/></g>'
        body = "".join(f'<use href="#a" x="{i % 40}"/>' for i in range(int(10 ** chance.uniform(0, 3))))
    elif kind == "boxes":
        body = f'<path {ink} fill-rule="{rule}" d="' + "".join(f"M{chance.randrange(512)} {chance.randrange(512)}h{size}v.3h-{size}z" for _ in range(min(count, 30000))) + '"/>'
    else:
        words = "W" * min(200, count)
        body = "".join(f'<text x="{i % 9}" y="{20 + i * 7 % 480}" font-size="30" font-family="sans-serif">{words}</text>' for i in range(int(10 ** chance.uniform(0, 3))))
    return kind, f'<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 512 512">{head}{body}</svg>'


def pattern(chance):
    kind = chance.choice(["dots", "grid", "stripes", "crosshatch", "chevrons", "guilloche", "rays", "facets", "glow", "wave"])
    words = f"type: {kind}, step: {chance.choice([1, 2, 3, 6, 20])}, line: {chance.choice([1, 3, 12])}, opacity: 0.05"
    if kind == "guilloche":
        words += f", lines: {chance.randrange(1, 25)}, lobes: {chance.randrange(3, 97)}, inner: {chance.randrange(1, 100)}, radius: {chance.randrange(100, 300)}"
    if kind in ("rays", "facets"):
        words += f", count: {chance.randrange(3, 121)}, radius: 400"
    return words


def programme(folder, chance):
    """Writes one into `folder`, and says of what kind it is."""
    kind = chance.choice(["drawing", "drawing", "preset", "page"])
    files = {"programme.yaml": PROGRAMME}
    emblem, preset = "gear", "hexagon"
    if kind == "drawing":
        kind, files["art/logo.svg"] = drawing(chance)
        emblem = "art/logo.svg"
    elif kind == "preset":
        count = int(10 ** chance.uniform(0, 2))
        patterns = "".join(f"      p{i}: {{{pattern(chance)}}}\n" for i in range(count))
        files["presets.yaml"] = f"blazon: 1\npresets:\n  own:\n    extends: hexagon\n    patterns:\n{patterns}"
        preset = "own"
    else:
        count = int(10 ** chance.uniform(0, 2.3))
        layers = "".join(
            f'      g{i}: {{guilloche: "#FFFFFF20", at: [600, 315], inner: {chance.randrange(9, 90)}, outer: {chance.randrange(100, 300)},'
            f" lines: {chance.randrange(1, 25)}, lobes: {chance.randrange(3, 61)}, stroke-width: 1}}\n"
            for i in range(count)
        )
        files["pages.yaml"] = f"blazon: 1\ncards:\n  open-graph:\n    extends: open-graph\n    layers:\n{layers}"
        files["programme.yaml"] += "publish: https://badges.example.org\nawards: all.csv\n"
        files["all.csv"] = "name,handle,badge,issued\nAda,ada,one,2026-03-09\n"
    files["badges.yaml"] = (
        f"blazon: 1\nbadges:\n  one: {{title: One, preset: {preset}, emblem: {emblem}, criteria: x, description: y}}\n"
    )
    for name, text in files.items():
        path = os.path.join(folder, name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "w") as file:
            file.write(text)
    return kind


def timed(*words):
    start = time.monotonic()
    try:
        run = subprocess.run(words, capture_output=True, text=True, timeout=60)
        status, said = run.returncode, run.stderr
    except subprocess.TimeoutExpired:
        status, said = None, ""
    return status, said, time.monotonic() - start


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("blazon")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--count", type=int, default=100)
    options = parser.parse_args()
    print(f"slow: seed {options.seed}")
    wrong, refused, longest_refusal, longest_drawing = 0, 0, 0.0, 0.0
    for number in range(options.count):
        chance = random.Random(options.seed * 100_000 + number)
        with tempfile.TemporaryDirectory(prefix="blazon-slow-") as folder:
            kind = programme(f"{folder}/slow", chance)
            status, said, seconds = timed(options.blazon, "check", f"{folder}/slow")
            if status == 1 and WORK.search(said):
                refused += 1
                longest_refusal = max(longest_refusal, seconds)
                if seconds > 1:
                    wrong += 1
                    print(f"slow: {number} ({kind}) is refused after {seconds:.1f} s")
                continue
            if status == 1:
                # For another reason, so that it is not drawn: then the check was all that it took.
                drawn, error = seconds, None
            else:
                error, said, drawn = timed(options.blazon, "render", f"{folder}/slow", "-o", f"{folder}/output")
            longest_drawing = max(longest_drawing, drawn)
            if status not in (0, 1) or error not in (0, None) or drawn > 5:
                wrong += 1
                print(f"slow: {number} ({kind}) takes {drawn:.1f} s, exit {status}, {error}: {said[:200]}")
    print(
        f"slow: {options.count} tried, {refused} refused, the slowest after {longest_refusal:.2f} s, the others drawn"
        f" in {longest_drawing:.2f} s or less, {wrong} wrong"
    )
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
