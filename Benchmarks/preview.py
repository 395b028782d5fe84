"""How long an author waits: from the write of a spec to the picture, in `blazon preview` of the sample.

    python3 Benchmarks/preview.py [BLAZON]

Prints the median and the worst of twenty writes, in milliseconds, as a page sees them that asks for the version
every 5 ms: a browser's own rhythm and drawing come on top.
"""

import pathlib
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request

ROOT = pathlib.Path(__file__).resolve().parent.parent


def get(address):
    with urllib.request.urlopen(address, timeout=10) as answer:
        return answer.read()


def waits(blazon, count=20):
    """Milliseconds until the picture of a badge shows a word of its spec that has just been written."""
    with tempfile.TemporaryDirectory() as folder:
        specs = pathlib.Path(folder) / "specs"
        shutil.copytree(ROOT / "badge-specs", specs)
        spec = next(p for p in sorted(specs.rglob("*.yaml")) if "title: Review Rockstar" in p.read_text())
        text = spec.read_text()
        tool = subprocess.Popen([blazon, "preview", str(specs)], stdout=subprocess.PIPE, text=True)
        try:
            address = tool.stdout.readline().strip()
            name = "badges/meshery/review-rockstar.svg"
            get(address + name)
            times = []
            for number in range(count):
                # Until what is checked in the background is checked, as an author looks before the next word.
                time.sleep(1.5)
                before = get(address + "version")
                begin = time.perf_counter()
                # As editors save: whole, and then in its place.
                draft = specs.parent / "draft.yaml"
                draft.write_text(text.replace("title: Review Rockstar", f"title: Review Rockstar {number}"))
                draft.rename(spec)
                while get(address + "version") == before:
                    time.sleep(0.005)
                picture = get(address + name)
                times.append((time.perf_counter() - begin) * 1000)
                assert f"Review Rockstar {number}".encode() in picture, "the picture is an old one"
            return times
        finally:
            tool.terminate()
            tool.wait()


if __name__ == "__main__":
    blazon = sys.argv[1] if len(sys.argv) > 1 else str(ROOT / ".build/release/blazon")
    times = waits(blazon)
    print(f"median {statistics.median(times):.0f} ms, worst {max(times):.0f} ms")
