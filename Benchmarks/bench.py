"""How long a badge takes, and how many bytes it has, beside two other rasterisers: `make bench`.

rsvg-convert and resvg rasterise the SVG files that blazon has drawn before; blazon reads the specs,
composes every badge, checks it, and writes. The peers are thus asked for less. Each of them reads
and writes one badge a process, as their command lines do; our SVG needs no fonts, and resvg is told
not to look for any.

What is compared:

- one badge, one process: blazon reads a whole programme and draws one badge of it; the same with
  the five badges that `blazon new` begins with, because what is read counts;
- all badges: one blazon process with one worker, its contact sheet and its aliases included, beside
  the sum of the peers' processes;
- the bytes of the PNG files.

Programs take turns (A B C A B C ...) in one run. CPU is user and system time of the finished child:
it bears a busy machine better than wall time does. Figures are medians; ratios hold from machine to
machine, milliseconds do not. For badges a programme's ledgers are left out; awards have a table of their own.
"""

import argparse
import json
import os
import pathlib
import platform
import shutil
import statistics
import struct
import subprocess
import sys
import tempfile
import time
from typing import NamedTuple

import awards
import inprocess
import peers
import preview

ROOT = pathlib.Path(__file__).resolve().parent.parent
BLAZON = ROOT / ".build/release/blazon"
RSVG = "rsvg-convert"
RESVG = ROOT / ".venv-bench/bin/resvg"


class Cost(NamedTuple):
    """Seconds of one process, or of several one after another."""

    cpu: float
    wall: float


def run(*command) -> Cost:
    """Runs a program that must succeed."""
    start = time.monotonic()
    process = subprocess.Popen([str(word) for word in command], stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        sys.exit(f"bench: {' '.join(map(str, command))} ended with {process.returncode}")
    return Cost(usage.ru_utime + usage.ru_stime, time.monotonic() - start)


def total(costs) -> Cost:
    return Cost(*(sum(values) for values in zip(*costs)))


def median(costs) -> Cost:
    return Cost(*(statistics.median(values) for values in zip(*costs)))


def version(command) -> str:
    """The number at the end of what a program says of itself."""
    said = subprocess.run([str(command), "--version"], capture_output=True, text=True, check=True)
    return said.stdout.split()[-1].strip("()")


def png_width(file: pathlib.Path) -> int:
    return struct.unpack(">I", file.read_bytes()[16:20])[0]


class Bench:
    """A programme's badges in a folder of their own, and the three programs that draw them."""

    def __init__(self, specs: pathlib.Path, folder: pathlib.Path, width: int):
        self.folder, self.width = folder, width
        self.specs = folder / "specs" / specs.name
        shutil.copytree(specs, self.specs)
        programme = self.specs / "programme.yaml"
        lines = programme.read_text().splitlines(keepends=True)
        programme.write_text("".join(line for line in lines if not line.startswith("awards:")))
        self.blazon("svg,png", "ours")
        ours = folder / "ours"
        files = json.loads((ours / "manifest.json").read_text())["files"]
        svgs = [(ours / file["path"], file.get("badge")) for file in files if ".svg" in file["path"]]
        # A badge's aliases are the same picture under other names.
        self.svgs = [svg for svg, badge in svgs if svg.stem == badge]
        self.pngs = {
            "blazon": [file.with_suffix(".png") for file in self.svgs],
            "rsvg-convert": [folder / "rsvg" / f"{file.stem}.png" for file in self.svgs],
            "resvg": [folder / "resvg" / f"{file.stem}.png" for file in self.svgs],
        }
        for name in ["rsvg", "resvg"]:
            (folder / name).mkdir()

    def blazon(self, formats: str, output: str, *options) -> Cost:
        # What stands there from before would be left as it is.
        shutil.rmtree(self.folder / output, ignore_errors=True)
        return run(
            BLAZON, "render", self.specs, "--quiet", "--jobs", 1, "--size", self.width,
            "--format", formats, "--output", self.folder / output, *options,
        )

    def rsvg(self, svg: pathlib.Path) -> Cost:
        return run(
            RSVG, "--width", self.width, svg, "--output", self.folder / "rsvg" / f"{svg.stem}.png"
        )

    def resvg(self, svg: pathlib.Path) -> Cost:
        return run(
            RESVG, "--skip-system-fonts", "--width", self.width, svg,
            self.folder / "resvg" / f"{svg.stem}.png",
        )

    def one_badge(self, rounds: int, count: int) -> dict[str, list[Cost]]:
        """One process a badge, for `count` badges from all over the programme."""
        costs = {}
        for _ in range(rounds):
            for svg in self.svgs[:: max(1, len(self.svgs) // count)][:count]:
                only = ["--only", svg.stem]
                for name, cost in [
                    ("blazon, specs to PNG", self.blazon("png", "one", *only)),
                    ("blazon, specs to SVG and PNG", self.blazon("svg,png", "one", *only)),
                    ("rsvg-convert, SVG to PNG", self.rsvg(svg)),
                    ("resvg, SVG to PNG", self.resvg(svg)),
                ]:
                    costs.setdefault(name, []).append(cost)
        return costs

    def all_badges(self, rounds: int) -> dict[str, list[Cost]]:
        """The whole programme: one process of ours, one a badge of the peers."""
        costs = {}
        for _ in range(rounds):
            for name, cost in [
                ("blazon, specs to PNG", self.blazon("png", "all")),
                ("blazon, specs to SVG and PNG", self.blazon("svg,png", "all")),
                ("rsvg-convert, SVG to PNG", total(self.rsvg(svg) for svg in self.svgs)),
                ("resvg, SVG to PNG", total(self.resvg(svg) for svg in self.svgs)),
            ]:
                costs.setdefault(name, []).append(cost)
        return costs

    def sizes(self) -> dict[str, list[int]]:
        """The bytes of every PNG, each of the width that was asked for."""
        for files in self.pngs.values():
            for file in files:
                if png_width(file) != self.width:
                    sys.exit(f"bench: {file.name} is not {self.width} pixels wide")
        return {name: [file.stat().st_size for file in files] for name, files in self.pngs.items()}


def print_costs(title: str, costs: dict[str, list[Cost]], badges: int = 1):
    """A table of milliseconds a badge; the first row is what the others are measured by."""
    print(f"\n{title:<48}{'CPU ms':>8}{'ratio':>8}{'wall ms':>10}{'ratio':>8}")
    medians = {name: median(measured) for name, measured in costs.items()}
    ours = next(iter(medians.values()))
    for name, cost in medians.items():
        print(
            f"  {name:<46}{1000 * cost.cpu / badges:8.1f}{cost.cpu / ours.cpu:8.2f}"
            f"{1000 * cost.wall / badges:10.1f}{cost.wall / ours.wall:8.2f}"
        )


def print_sizes(title: str, sizes: dict[str, list[int]]):
    print(f"\n{title:<48}{'mean':>8}{'ratio':>8}{'median':>10}{'ratio':>8}")
    ours = next(iter(sizes.values()))
    for name, bytes_ in sizes.items():
        mean, middle = statistics.mean(bytes_), statistics.median(bytes_)
        print(
            f"  {name:<46}{mean:8.0f}{mean / statistics.mean(ours):8.2f}"
            f"{middle:10.0f}{middle / statistics.median(ours):8.2f}"
        )


class Tee:
    """What is printed goes to the terminal and into a file."""

    def __init__(self, file):
        self.file = file

    def write(self, text):
        sys.__stdout__.write(text)
        self.file.write(text)

    def flush(self):
        sys.__stdout__.flush()
        self.file.flush()


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("specs", nargs="?", default=ROOT / "badge-specs/meshery", type=pathlib.Path)
    parser.add_argument("--rounds", default=3, type=int, help="of each comparison")
    parser.add_argument("--badges", default=8, type=int, help="drawn one at a time")
    parser.add_argument("--width", default=512, type=int, help="of the PNG files, in pixels")
    parser.add_argument("--people", default=200, type=int, help="invented, who have awards")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="blazon-bench-") as name:
        folder = pathlib.Path(name)
        bench = Bench(options.specs, folder / "all", options.width)
        run(BLAZON, "new", folder / "harbour", "--name", "Harbour Club", "--color", "teal")
        small = Bench(folder / "harbour", folder / "small", options.width)
        count = len(bench.svgs)
        print(
            f"blazon {version(BLAZON)}, rsvg-convert {version(RSVG)}, resvg {version(RESVG)}; "
            f"{options.width} pixels wide; medians of {options.rounds} rounds"
        )
        for each, of in [(bench, options.specs.name), (small, "a new programme")]:
            title = f"one badge of the {len(each.svgs)} of {of}"
            print_costs(title, each.one_badge(options.rounds, options.badges))
        print_costs(f"all {count} badges, per badge", bench.all_badges(options.rounds), count)
        print_sizes("bytes of a PNG", bench.sizes())
        svg = [file.stat().st_size for file in bench.svgs]
        print_sizes("bytes of an SVG", {"blazon": svg})
        print("\none process, or one of many in one")
        meshery = ROOT / "badge-specs/meshery"
        lines, card = peers.report(BLAZON, ROOT / ".venv-bench", meshery, folder / "peers")
        print("\n".join(lines))
        print("\nover and over, in one process")
        print("\n".join(inprocess.report(BLAZON, ROOT / ".venv-bench", meshery, folder / "inprocess", card)))
        times = preview.waits(BLAZON, 8)
        print(
            "\nfrom a written spec to its picture in preview, 95 badges shown: "
            f"median {statistics.median(times):.0f} ms, worst {max(times):.0f} ms")
        awards.report(BLAZON, folder, options.people)


def recorded():
    """`main`, whose tables become Benchmarks/results.md."""
    machine = f"{platform.machine()}, {os.cpu_count()} processors, {platform.freedesktop_os_release()['PRETTY_NAME']}"
    with open(ROOT / "Benchmarks/results.md", "w", encoding="utf-8") as file:
        file.write(
            "# What `make bench` measured\n\n"
            f"On {machine}. Ratios hold from machine to machine, milliseconds do not.\n\n```\n")
        sys.stdout = Tee(file)
        try:
            main()
        finally:
            sys.stdout = sys.__stdout__
            file.write("```\n")


if __name__ == "__main__":
    recorded()
