"""Makes a run of the program fail in every way that a machine can fail, and looks at what is left.

Usage: torture.py BLAZON [--seed N] [--kills N] [--pairs N]

faults   every call to the system that touches the programme or the output is made to fail in turn (strace -e inject)
kills    a run is killed at a random moment, then a part of it is run, then all of it
writers  two runs write into one folder at once

After each: no file is torn, none is left that no list has, every digest that is listed is that of the file, the program
has said so by its exit code, and the next whole run gives what a clean one gives, byte for byte.
"""

import argparse
import hashlib
import json
import os
import random
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time

PROGRAMME = """blazon: 1
programme: {id}
name: Acme
publish: https://badges.example.org
color: "{color}"
awards: [awards/*.csv]
families:
  achievement: {{preset: hexagon, band: Achievement, accent: "#FFB627"}}
"""
RED, BLUE = "#B01020", "#0B5FA5"


def write(path, text):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w") as file:
        file.write(text)


def programme(folder, color, badges, people, id="acme"):
    home = f"{folder}/badge-specs/{id}"
    write(f"{home}/programme.yaml", PROGRAMME.format(id=id, color=color))
    text = "blazon: 1\nbadges:\n"
    for number in range(badges):
        text += (
            f"  b{number}: {{family: achievement, title: Badge {number}, emblem: {{number: {number + 10}}},"
            f" criteria: Did {number}.}}\n"
        )
    write(f"{home}/badges.yaml", text)
    rows = "name,handle,badge,issued\n"
    for number in range(people):
        rows += f"Person {number},p{number},b{number % badges},2026-03-{number % 28 + 1:02}\n"
    write(f"{home}/awards/all.csv", rows)


def files(folder):
    found = {}
    for where, _, names in os.walk(folder):
        for name in names:
            path = os.path.join(where, name)
            with open(path, "rb") as file:
                content = file.read()
            path = os.path.relpath(path, folder)
            # A file that comes out as it was is listed with the keys of the runs that made it: the newest counts.
            found[path] = re.sub(rb"(\"source\":\"[^+\"]*)[^\"]*", rb"\1", content) if is_list(path) else content
    return found


def listed(output):
    """Of each file that is listed its digest, of all lists; and what is listed as drawn by nothing."""
    with open(f"{output}/manifest.json") as file:
        head = json.load(file)
    entries, orphans = list(head["files"]), set(head.get("orphans", []))
    for part in head.get("parts", []):
        path = f"{output}/{part['path']}"
        if os.path.exists(path):
            with open(path) as file:
                part = json.load(file)
            entries += part["files"]
            orphans |= set(part.get("orphans", []))
    return {entry["path"]: entry["sha256"] for entry in entries}, orphans


def is_list(path):
    return path == "manifest.json" or re.search(r"/manifest/[0-9a-f]{2}\.json$", path)


def disagreements(output):
    """What the lists say of the tree that is not so."""
    wrong = []
    entries, orphans = listed(output)
    standing = files(output)
    for path, digest in entries.items():
        if path not in standing:
            wrong.append(f"{path} is listed and gone")
        elif hashlib.sha256(standing[path]).hexdigest() != digest:
            wrong.append(f"{path} is another than is listed")
    for path in standing:
        if path not in entries and path not in orphans and not is_list(path):
            wrong.append(f"{path} is known to nobody")
    return wrong


class Torture:
    def __init__(self, blazon, folder, seed):
        self.blazon, self.folder, self.random = blazon, folder, random.Random(seed)
        self.failures = []

    def render(self, *words, under=(), output="output"):
        return subprocess.run(
            [*under, self.blazon, "render", "-q", "-j1", "-o", output, *words],
            cwd=self.folder, capture_output=True, timeout=600)

    def fail(self, what, reason):
        self.failures.append(f"{what}: {reason}")
        print(f"  FAILED {what}: {reason}", flush=True)

    def restore(self, kept):
        shutil.rmtree(f"{self.folder}/output", ignore_errors=True)
        shutil.copytree(f"{self.folder}/{kept}", f"{self.folder}/output")

    def prepare(self, badges, people):
        """Clean outputs in two colours; the specs are those of the second."""
        programme(self.folder, RED, badges, people)
        assert self.render(output="red").returncode == 0
        programme(self.folder, BLUE, badges, people)
        # What stood there in red is drawn anew in blue.
        shutil.copytree(f"{self.folder}/red", f"{self.folder}/blue")
        answer = self.render(output="blue")
        assert answer.returncode == 0, answer.stderr
        self.red, self.blue = files(f"{self.folder}/red"), files(f"{self.folder}/blue")

    def look(self, what):
        """That no file is torn, and that the next whole run makes all good."""
        for path, content in files(f"{self.folder}/output").items():
            if is_list(path) or path.endswith(".journal"):
                continue
            if content not in (self.red.get(path), self.blue.get(path)):
                self.fail(what, f"{path} is neither the old file nor the new one")
        answer = self.render()
        if answer.returncode != 0:
            self.fail(what, f"the next run ends with {answer.returncode}: {answer.stderr.decode()}")
        after = files(f"{self.folder}/output")
        if after != self.blue:
            differing = sorted(
                p for p in set(after) | set(self.blue) if after.get(p) != self.blue.get(p))
            self.fail(what, f"the next run does not make good: {differing[:5]}")

    # Faults

    CALLS = {
        "write": ["ENOSPC", "EIO"], "rename": ["EACCES"], "openat": ["EACCES", "EMFILE"],
        "mkdir": ["ENOSPC"], "unlink": ["EACCES"], "syncfs": ["EIO"], "flock": ["EINTR", "ENOLCK"],
        "read": ["EIO"], "close": ["EIO"], "rmdir": ["EBUSY"], "fchmod": ["EPERM"],
        "newfstatat": ["EACCES"],
    }

    def faults(self):
        shutil.rmtree(f"{self.folder}/badge-specs", ignore_errors=True)
        self.prepare(badges=2, people=1)
        count = 0
        for call, errors in self.CALLS.items():
            self.restore("red")
            trace = f"{self.folder}/trace"
            self.render(under=["strace", "-f", "-y", "-qq", "-o", trace, "-e", f"trace={call}"])
            seen, places = {}, set()
            with open(trace, errors="replace") as file:
                for line in file:
                    match = re.match(r"(\d+) +" + call + r"\((.*)", line)
                    if not match:
                        continue
                    seen[match[1]] = seen.get(match[1], 0) + 1
                    # What concerns the specs and the output, not the libraries and fonts of the system.
                    if re.search(r"output|badge-specs|journal", match[2]):
                        places.add(seen[match[1]])
            for error in errors:
                for place in sorted(places):
                    self.fault(call, error, place)
                    count += 1
        print(f"faults: {count} calls made to fail", flush=True)

    def fault(self, call, error, place):
        what = f"{call} {place} {error}"
        self.restore("red")
        trace = f"{self.folder}/trace"
        answer = self.render(under=[
            "strace", "-f", "-qq", "-o", trace, "-e", f"trace={call}", "-e",
            f"inject={call}:error={error}:when={place}"])
        with open(trace, errors="replace") as file:
            if "INJECTED" not in file.read():
                return
        output = f"{self.folder}/output"
        if answer.returncode == 0:
            # It did without; then all of it is there.
            wrong = disagreements(output)
            if wrong:
                self.fail(what, f"ends with 0 and {wrong[:3]}")
            missing = [p for p in self.blue if not is_list(p) and files(output).get(p) != self.blue[p]]
            if missing:
                self.fail(what, f"ends with 0 without {missing[:3]}")
        elif answer.returncode not in (1, 70) or (answer.returncode == 1 and call not in ("openat", "read", "newfstatat")):
            self.fail(what, f"ends with {answer.returncode}: {answer.stderr.decode()}")
        elif b"error: " not in answer.stderr:
            self.fail(what, f"ends with {answer.returncode} and no word")
        if call != "unlink":
            left = [p for p in files(output) if p.endswith(".tmp")]
            if left:
                self.fail(what, f"leaves {left}")
        self.look(what)

    # Kills

    def kills(self, count):
        shutil.rmtree(f"{self.folder}/badge-specs", ignore_errors=True)
        for name in ("red", "blue"):
            shutil.rmtree(f"{self.folder}/{name}", ignore_errors=True)
        self.prepare(badges=8, people=6)
        self.restore("red")
        start = time.monotonic()
        self.render()
        whole = time.monotonic() - start
        landed = 0
        for number in range(count):
            self.restore("red")
            extra = f"{self.folder}/badge-specs/acme/extra.yaml"
            # A badge that is gone after the kill: its files are known all the same.
            write(extra, "blazon: 1\nbadges:\n  extra: {family: achievement, title: Extra, emblem: quill, criteria: x.}\n")
            process = subprocess.Popen(
                [self.blazon, "render", "-q", "-j2"], cwd=self.folder,
                stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            time.sleep(self.random.uniform(0.2, 1.0) * whole)
            kind = self.random.choice([signal.SIGKILL, signal.SIGKILL, signal.SIGTERM])
            process.send_signal(kind)
            process.wait()
            landed += process.returncode != 0
            os.remove(extra)
            what = f"kill {number}"
            part = self.random.choice([["--only", "b0"], ["--people", "p1"], ["--surface", "card"]])
            answer = self.render(*part)
            if answer.returncode != 0:
                self.fail(what, f"{part} ends with {answer.returncode}: {answer.stderr.decode()}")
                continue
            wrong = disagreements(f"{self.folder}/output")
            if wrong:
                self.fail(what, f"after {part}: {wrong[:3]}")
            self.render("--prune")
            after = files(f"{self.folder}/output")
            if after != self.blue:
                differing = sorted(
                    p for p in set(after) | set(self.blue) if after.get(p) != self.blue.get(p))
                self.fail(what, f"a whole run does not make good: {differing[:5]}")
        print(f"kills: {count}, of which {landed} ended a run that was under way", flush=True)

    # Two at once

    def writers(self, count):
        for number in range(count):
            for name in ("badge-specs", "output", "other"):
                shutil.rmtree(f"{self.folder}/{name}", ignore_errors=True)
            isSame = number % 2 == 0
            programme(self.folder, RED, 4, 3)
            programme(f"{self.folder}/other", BLUE, 4, 3, id="acme" if isSame else "club")
            runs = []
            for place in ("badge-specs", "other/badge-specs"):
                runs.append(subprocess.Popen(
                    [self.blazon, "render", "-j1", "--size", "64", place], cwd=self.folder,
                    stdout=subprocess.DEVNULL, stderr=subprocess.PIPE))
                time.sleep(self.random.uniform(0, 0.4))
            for run in runs:
                _, said = run.communicate(timeout=600)
                # Who comes to a folder that is not there yet may be told to come again.
                if run.returncode != 0 and b"run again" not in said:
                    self.fail(f"pair {number}", f"ends with {run.returncode}: {said.decode()}")
            wrong = disagreements(f"{self.folder}/output")
            if wrong:
                self.fail(f"pair {number}", f"{wrong[:3]}")
        print(f"writers: {count} pairs", flush=True)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("blazon")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--kills", type=int, default=100)
    parser.add_argument("--pairs", type=int, default=24)
    parser.add_argument("--only", choices=["faults", "kills", "writers"])
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="blazon-torture-") as folder:
        torture = Torture(os.path.abspath(options.blazon), folder, options.seed)
        if options.only in (None, "faults"):
            torture.faults()
        if options.only in (None, "kills"):
            torture.kills(options.kills)
        if options.only in (None, "writers"):
            torture.writers(options.pairs)
    print(f"{len(torture.failures)} failures")
    sys.exit(1 if torture.failures else 0)


if __name__ == "__main__":
    main()
