"""Every emblem in every preset, in twelve colours, rich and flat, and those with colours of their own in these:
`blazon check` with its rules for what is to be seen as errors. `make emblems` runs it.

    prove.py BLAZON [PRESET ...]

Prints what was found, by rule and emblem, and fails if anything was.
"""
import collections
import os
import re
import subprocess
import sys
import tempfile

COLORS = [
    "#FACC15", "#F97316", "#FFFFFF", "#000000", "#FFF4D6", "#808080", "#00B39F", "#2563EB", "#DC2626", "#16A34A",
    "#7C3AED", "#39FF14",
]
PRESETS = ["hexagon", "shield", "seal", "patch", "pennant", "rosette", "diamond"]
SCENIC = ["hexagon", "seal", "patch"]
LETTERED = ["letters: A", "letters: CSA", "letters: CNCF", "number: 7", "number: 100", "number: 2026", "number: 10k"]


def listed(blazon, what):
    answer = subprocess.run([blazon, "list", what], capture_output=True, text=True, check=True)
    return [line.split()[0] for line in answer.stdout.splitlines() if line.strip()]


def badges(preset, emblems, scenes, finish):
    lines = []

    def add(name, emblem, more=""):
        lines.append(
            f"  {name}: {{preset: {preset}, title: {name}, emblem: {emblem}, finish: {finish}, "
            f"criteria: x, alt: {name}{more}}}")

    for emblem in emblems:
        add(emblem, emblem)
        add(f"{emblem}-natural", emblem, ", emblem-color: natural")
    for index, value in enumerate(LETTERED):
        add(f"lettered-{index}", "{" + value + "}")
    if preset in SCENIC:
        for scene in scenes:
            add(f"{scene}-scene", "{scene: " + scene + "}")
            add(f"{scene}-scene-words", "{scene: " + scene + "}", ", subtitle: Deep water, stars: 3")
    return lines


def main():
    blazon = os.path.abspath(sys.argv[1])
    presets = sys.argv[2:] or PRESETS
    emblems = listed(blazon, "emblems")
    root = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
    folder = os.path.join(root, "Sources", "BlazonArt", "Scenes")
    scenes = sorted(
        re.search(r'EmblemScene\(\s*"([a-z-]+)"', open(os.path.join(folder, name)).read())[1]
        for name in os.listdir(folder))
    count = 0
    found = collections.Counter()
    with tempfile.TemporaryDirectory() as scratch:
        for preset in presets:
            for index, color in enumerate(COLORS):
                for finish in ("rich", "flat"):
                    name = f"{preset}-{index}-{finish}"
                    lines = badges(preset, emblems, scenes, finish)
                    os.makedirs(os.path.join(scratch, name))
                    with open(os.path.join(scratch, name, "programme.yaml"), "w") as file:
                        file.write(
                            f'blazon: 1\nprogramme: {name}\nname: Proof\ncolor: "{color}"\n'
                            "check: {duplicate: off, sentences: off, colour-blind: off}\nbadges:\n"
                            + "\n".join(lines) + "\n")
                    count += len(lines)
                    answer = subprocess.run(
                        [blazon, "check", os.path.join(scratch, name)], capture_output=True, text=True)
                    text = answer.stdout + answer.stderr
                    for message, badge in re.findall(
                            r"(?:error|warning): (.*?)\n(?:.*\n)*?  note: in the badge “(.*?)”", text):
                        found[f"{badge} on {preset}, {color}, {finish}: {message}"] += 1
                    if answer.returncode not in (0, 1) or (answer.returncode == 1 and not found):
                        sys.exit(f"{name}: {text[:2000]}")
            print(f"{preset}: {count} badges so far, {len(found)} findings", flush=True)
    for line in sorted(found):
        print(line)
    sys.exit(1 if found else 0)


main()
