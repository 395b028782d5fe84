"""Counts the instructions of three commands, and compares them with those on record: `make instructions`.

Callgrind's count is the same on every machine with the same libraries, whatever else it does, so a change of some
percent is a change of the program. More than 3 % either way is an error: more is to be mended, and less to be recorded
with `make instructions RECORD=1`, so that it stays.
"""

import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
PROGRAMS = ROOT / ".build/release"
RECORD = ROOT / "Benchmarks/instructions.json"
SLACK = 0.03
SPECS = ROOT / "badge-specs/meshery"

# The program that is counted, and its words. What draws is counted without the entrance before it, which is two million.
COMMANDS = {
    "README badge": ["blazon", "readme-badge", "build", "passing", "-o", "OUT/badge.svg"],
    "badge, 512 px": ["blazon-studio", "draw", "gold seal, open book, title Docs Author", "-o", "OUT/badge.png"],
    "card, cold": [
        "blazon-studio", "render", SPECS, "--people", "efthalia", "--surface", "card", "--jobs", "1", "--quiet",
        "--output", "OUT",
    ],
}


def count(command, folder):
    """The instructions of one run."""
    program = f"{folder}/{command[0]}"
    # Debian 12's Valgrind cannot read the notes for debuggers that Swift leaves.
    subprocess.run(["strip", "-o", program, PROGRAMS / command[0]], check=True)
    words = [str(word).replace("OUT", str(folder)) for word in command[1:]]
    run = subprocess.run(
        ["valgrind", "--tool=callgrind", f"--callgrind-out-file={folder}/callgrind", program, *words],
        capture_output=True, text=True, cwd=folder,
        env={"PATH": os.environ["PATH"], "HOME": str(folder), "LC_ALL": "C.UTF-8"},
    )
    found = re.search(r"Collected\s*:\s*(\d+)", run.stderr)
    if run.returncode or not found:
        sys.exit(f"instructions: {' '.join(words)} failed\n{run.stderr}")
    return int(found[1])


def main():
    recorded = json.loads(RECORD.read_text()) if RECORD.exists() else {}
    counts, is_wrong = {}, False
    for name, command in COMMANDS.items():
        with tempfile.TemporaryDirectory(prefix="blazon-count-") as folder:
            counts[name] = count(command, folder)
        before = recorded.get(name)
        change = counts[name] / before - 1 if before else None
        print(
            f"{name:<16}{counts[name] / 1e6:10.2f} million instructions"
            + ("" if change is None else f", {change:+.1%} of the record")
        )
        is_wrong |= change is None or abs(change) > SLACK
    if "--record" in sys.argv[1:]:
        RECORD.write_text(json.dumps(counts, indent=2) + "\n")
    elif is_wrong:
        sys.exit(f"instructions: more than {SLACK:.0%} from {RECORD.relative_to(ROOT)}")


if __name__ == "__main__":
    main()
