"""What awards cost: a whole run of many people, and runs after it.

The sample programme is drawn for invented people, of whom a fifth are certified; then again with nothing
changed, and with one row changed. Badges of the programme itself, which do not grow with the people, are drawn
before and left out of the first run's time. Peak memory is that of the process.
"""

import os
import subprocess
import sys
import time
from typing import NamedTuple

import people


class Run(NamedTuple):
    cpu: float
    wall: float
    mebibytes: float


def measured(*command) -> Run:
    """Runs a program that must succeed."""
    start = time.monotonic()
    process = subprocess.Popen(
        [str(word) for word in command], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    if os.waitstatus_to_exitcode(status):
        sys.exit(f"bench: {' '.join(map(str, command))} failed")
    return Run(usage.ru_utime + usage.ru_stime, time.monotonic() - start, usage.ru_maxrss / 1024)


def report(blazon, folder, count):
    """Prints the table for `count` people."""
    specs, output = folder / "people", folder / "awards-output"
    people.write(count, specs)
    render = [blazon, "render", specs, "--output", output, "--quiet"]
    measured(*render, "--surface", "badge,contact-sheet")
    runs = {"first run": measured(*render), "nothing changed": measured(*render)}
    ledger = specs / "awards/people.csv"
    rows = ledger.read_text(encoding="utf-8").splitlines(keepends=True)
    rows[1] = rows[1].replace(",en,", ",de,", 1)
    ledger.write_text("".join(rows), encoding="utf-8")
    runs["one row changed"] = measured(*render)
    files = [file for file in output.rglob("*") if file.is_file()]
    size = sum(file.stat().st_size for file in files)
    print(f"\n{f'awards of {count} people, {os.cpu_count()} workers':<48}{'CPU s':>8}{'wall s':>8}{'MiB':>8}")
    for name, run in runs.items():
        print(f"  {name:<46}{run.cpu:8.2f}{run.wall:8.2f}{run.mebibytes:8.0f}")
    print(f"  {len(files)} files, {size / 1e6:.1f} MB; by kind, mean kB of an award's:")
    kinds = {}
    for file in files:
        if "people" in file.parts[-4:]:
            kinds.setdefault(file.name, []).append(file.stat().st_size)
    for name, sizes in sorted(kinds.items()):
        print(f"    {name:<44}{sum(sizes) / len(sizes) / 1000:8.1f}")
