"""Runs what works with several threads under the thread sanitizer: render, render --watch, and preview with many clients.

Usage: races.py BLAZON [--seconds N]

BLAZON was built with `--sanitize=thread`, which reports each pair of accesses that nothing orders.
"""

import argparse
import http.client
import os
import pathlib
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time

SPECS = pathlib.Path(__file__).resolve().parents[2] / "badge-specs"


# What Swift calls a closure that is handed to `Mutex.withLock`, whose argument is `inout sending`.
IN_LOCK = re.compile(r"zYuYTXEfU")


def is_ordered(report):
    """Whether both accesses are made in `withLock`: Swift's Mutex waits by futex alone, which the sanitizer does not see.

    That what is in a Mutex is reached in no other way, the compiler has proved.
    """
    stacks = re.findall(r"access of [^\n]*\n((?:    #\d+ [^\n]*\n)+)", report, re.IGNORECASE)
    # In it, or in what it calls at once.
    return len(stacks) > 1 and all(any(IN_LOCK.search(frame) for frame in stack.split("\n")[:6]) for stack in stacks[:2])


class Run:
    """A command whose reports are read when it has ended."""

    def __init__(self, folder, *words):
        self.words = words
        self.log = tempfile.TemporaryFile(mode="w+")
        # A mutex of Cairo and a queue of libdispatch are seen where they are called, their insides are not ours.
        options = "exitcode=66:ignore_noninstrumented_modules=1"
        self.process = subprocess.Popen(
            words, cwd=folder, stdout=subprocess.PIPE, stderr=self.log, text=True, env=os.environ | {"TSAN_OPTIONS": options}
        )

    def end(self, name, stopping=False):
        if stopping:
            self.process.send_signal(signal.SIGINT)
        out = self.process.communicate(timeout=600)[0]
        self.log.seek(0)
        said = self.log.read()
        reports = re.findall(r"WARNING: ThreadSanitizer: .*?SUMMARY: [^\n]*", said, re.DOTALL)
        races = [report for report in reports if not is_ordered(report)]
        print(f"races: {name}: exit {self.process.returncode}, {len(races)} races, {len(reports) - len(races)} in locks")
        for report in sorted(set(races))[:3]:
            print(report)
        if self.process.returncode not in (0, 66, 130, 143) and not races:
            print(out, said)
            return 1
        return len(races)


def touch(path, text, other):
    written = path.read_text()
    path.write_text(written.replace(text, other) if text in written else written.replace(other, text))


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("blazon")
    parser.add_argument("--seconds", type=int, default=20)
    options = parser.parse_args()
    blazon = os.path.abspath(options.blazon)
    found = 0
    with tempfile.TemporaryDirectory(prefix="blazon-races-") as folder:
        shutil.copytree(SPECS, f"{folder}/badge-specs")
        found += Run(folder, blazon, "render", "-j", "4").end("render")
        found += Run(folder, blazon, "render", "-j", "4", "--verify").end("render again")
        spec = pathlib.Path(folder, "badge-specs/tidewater/programme.yaml")

        watch = Run(folder, blazon, "render", "--watch", "-j", "4")
        end = time.monotonic() + options.seconds
        while time.monotonic() < end:
            time.sleep(2)
            touch(spec, "en: Tidewater ", "en: Tidewaters ")
        found += watch.end("render --watch", stopping=True)

        preview = Run(folder, blazon, "preview")
        address = re.search(r"127\.0\.0\.1:(\d+)", preview.process.stdout.readline())
        port = int(address[1])
        end = time.monotonic() + options.seconds

        def visit(number):
            paths = ["/", "/meshery/badges/patterns.svg", "/tidewater/contact-sheet.png", "/nowhere", "/events"]
            while time.monotonic() < end:
                connection = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
                try:
                    connection.request("GET", paths[number % len(paths)])
                    connection.getresponse().read(1 << 20)
                except OSError:
                    pass
                finally:
                    connection.close()
                number += 1

        visitors = [threading.Thread(target=visit, args=(number,)) for number in range(8)]
        for visitor in visitors:
            visitor.start()
        while time.monotonic() < end:
            time.sleep(2)
            touch(spec, "en: Tidewater ", "en: Tidewaters ")
        for visitor in visitors:
            visitor.join()
        found += preview.end("preview", stopping=True)
    print(f"races: {found} in all")
    sys.exit(1 if found else 0)


if __name__ == "__main__":
    main()
