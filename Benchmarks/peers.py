"""Commands of ours beside programs that do the like: a table of CPU time a run, and of peak memory.

A C program that says one line stands for the least that a process costs. anybadge draws the like of our README badge.
resvg and rsvg-convert draw SVG files that ours wrote. Typst sets a page with the words of a certificate and a plain
frame, in one process for many: it draws no guilloche, badge or signatures.
"""

import os
import pathlib
import statistics
import subprocess
import sys
from typing import NamedTuple

import people

HELLO = '#include <stdio.h>\nint main(void) { puts("hello"); return 0; }\n'

TYPST = """
#set document(title: "Certificate", author: "Meshery", date: none)
#set page(paper: "a4", flipped: true, margin: 40mm, background: rect(width: 283mm, height: 196mm, stroke: 3mm + rgb("#1f5f5b")))
#set text(lang: "en", font: "Libertinus Serif")
#set align(center)
#text(size: 12pt, tracking: 4pt)[MESHERY]
= #text(size: 48pt, tracking: 9pt)[CERTIFICATE]
This is to certify that
#text(size: 42pt, style: "italic")[#sys.inputs.name]
has earned
#text(size: 24pt, weight: "semibold")[Certified Meshery Contributor]
Passed five domain exams, in theory and in practice, with at least 70 % each.
#grid(columns: 3, gutter: 20mm)[Ingrid Halvorsen][Tomás Aguilar][0X9Y-YAGP-MSGJ]
#link("https://badges.example.org/meshery/people/efthalia/")
"""

# Prints seconds of CPU for each page, after one that loads fonts.
TYPST_SCRIPT = """
import sys, time, typst
compiler = typst.Compiler(sys.argv[1])
sizes = []
def page(name):
    sizes.append(len(compiler.compile(sys_inputs={"name": name}, format="pdf")))
page("Warm Up")
start = time.process_time()
for index in range(20): page(f"Person {index} Example")
print((time.process_time() - start) / 20, sum(sizes) / len(sizes))
"""


class Cost(NamedTuple):
    cpu: float
    mebibytes: float


def run(*command, **options) -> Cost:
    process = subprocess.Popen(
        [str(word) for word in command], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, **options)
    _, status, usage = os.wait4(process.pid, 0)
    if os.waitstatus_to_exitcode(status):
        sys.exit(f"bench: {' '.join(map(str, command))} failed")
    return Cost(usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


def turns(rounds, *commands):
    """The medians of commands that take turns."""
    costs = [[run(*command) for command in commands] for _ in range(rounds)]
    return [Cost(*(statistics.median(values) for values in zip(*own))) for own in zip(*costs)]


def report(blazon, venv: pathlib.Path, specs: pathlib.Path, folder: pathlib.Path):
    """The table's lines: what, against what, both figures, and their ratio."""
    folder.mkdir()
    hello = folder / "hello"
    (folder / "hello.c").write_text(HELLO)
    subprocess.run(["clang", "-O2", "-o", hello, folder / "hello.c"], check=True)
    sentence = "gold seal, open book, title Docs Author, ribbon Docs, three stars"
    run(blazon, "draw", sentence, "-o", folder / "badge.svg")
    award = [
        blazon, "render", specs, "--quiet", "--jobs", 1, "--people", "efthalia", "--only",
        "certified-meshery-contributor"]
    pages = folder / "pages"
    run(*award, "--surface", "certificate", "--output", pages)
    certificate = next(pages.rglob("certificate.svg"))
    fresh = iter(range(10_000))

    def cold(surface, form):
        return [*award, "--surface", surface, "--format", form, "--output", folder / f"cold-{next(fresh)}"]

    rows = []

    def add(what, ours: Cost, against, theirs: Cost):
        rows.append((what, ours.cpu, against, theirs.cpu, ours.mebibytes))

    ours, theirs = turns(41, [blazon, "--version"], [hello])
    add("--version", ours, "C hello", theirs)
    ours, theirs = turns(
        21, [blazon, "readme-badge", "build", "passing", "-o", folder / "build.svg"],
        [venv / "bin/anybadge", "--label", "build", "--value", "passing", "--overwrite", "--file", folder / "any.svg"])
    add("readme-badge", ours, "anybadge", theirs)
    ours, theirs = turns(
        11, [blazon, "draw", sentence, "-o", folder / "badge.png", "--size", 512],
        [venv / "bin/resvg", "--skip-system-fonts", "--width", 512, folder / "badge.svg", folder / "resvg.png"])
    add("draw, badge of 512 px", ours, "resvg, our SVG", theirs)
    costs = [
        (run(*cold("certificate", "pdf")), run("rsvg-convert", "-f", "pdf", "-o", folder / "rsvg.pdf", certificate))
        for _ in range(7)]
    ours, theirs = (Cost(*(statistics.median(v) for v in zip(*own))) for own in zip(*costs))
    add("certificate, two PDF, cold", ours, "rsvg-convert -f pdf, one", theirs)
    crowd = folder / "people"
    people.write(250, crowd)
    batch = {}
    for surface, form in [("certificate", "pdf"), ("card", "jpg")]:
        output = folder / f"batch-{surface}"
        cost = run(
            blazon, "render", crowd, "--quiet", "--jobs", 1, "--surface", surface, "--format", form,
            "--output", output)
        count = sum(1 for _ in output.rglob(f"*.{form}"))
        batch[surface] = (count, Cost(cost.cpu / count, cost.mebibytes))
    page = folder / "page.typ"
    page.write_text(TYPST, encoding="utf-8")
    typst = subprocess.run(
        [venv / "bin/python", "-c", TYPST_SCRIPT, page], capture_output=True, text=True, check=True)
    seconds, size = map(float, typst.stdout.split())
    add(f"certificate PDF, one of {batch['certificate'][0]}", batch["certificate"][1], f"Typst, warm ({size / 1000:.0f} kB)", Cost(seconds, 0))
    add(f"card, one of {batch['card'][0]}", batch["card"][1], "", Cost(0, 0))
    lines = [f"{'':<34}{'CPU ms':>8}  {'against':<28}{'CPU ms':>8}{'ratio':>8}{'MiB':>6}"]
    for what, ours, against, theirs, memory in rows:
        ratio = f"{ours / theirs:8.2f}" if theirs else f"{'':>8}"
        other = f"{1000 * theirs:8.1f}" if theirs else f"{'':>8}"
        lines.append(f"  {what:<32}{1000 * ours:8.1f}  {against:<28}{other}{ratio}{memory:6.0f}")
    return lines, batch["card"][1].cpu
