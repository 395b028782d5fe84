#!/usr/bin/env python3
"""Tries what is handed out as strangers would: on bare Debian 12 and 13, without a network or a compiler.

    prove.py FOLDER [--twice]      FOLDER is where `make dist` has written

On each system, made by debootstrap into .chroots: the archive is unpacked, the package is installed, a programme is begun
and drawn; every optional library is used. The images run without a shell. The installer is run against a server on this
machine, with a download that was changed on the way. Sizes and times are printed; what does not hold ends the run.
"""

import functools
import hashlib
import http.server
import os
import pathlib
import re
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import threading
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]
SYSTEMS = ["bookworm", "trixie"]
faults = []


def check(holds, what):
    if not holds:
        faults.append(what)
        print(f"shipping: WRONG: {what}")


def run(*words, **more):
    return subprocess.run([str(word) for word in words], capture_output=True, text=True, **more)


# The ledger that all draw: of a new programme each has a number of its own.
LEDGER = (
    "name,handle,badge,issued,id\nAda Example,ada,first-contribution,2026-01-15,\n"
    "Ada Example,ada,certified-operator,2026-01-15,7YHB-16Q4-DGRG\n"
)
# What a stranger types, and what uses each library that is loaded when it is needed.
FIRST = f"""set -e
cd /root
rm -rf try && mkdir try && cd try
blazon new --name "Harbour Club" --color teal >/dev/null
printf '{LEDGER}' >badge-specs/harbour-club/awards/first.csv
blazon render -q
test -s output/harbour-club/badges/first-contribution.png
"""
LIBRARIES = """set -e
cd /root/try
blazon keys new one --algorithm rsa-3072 --keys keys >/dev/null
blazon readme-badge build passing --logo photo.webp -o webp.svg
blazon readme-badge build passing --logo profile.png -o profile.svg
blazon import table.xlsx --name Xlsx --dates day-month-year --dry-run >xlsx.txt 2>&1 || test $? = 1
grep -q Katherine xlsx.txt
cd badge-specs/harbour-club
sed -i 's#^awards:.*#awards: [{from: members, query: "select name, handle, badge, issued from people"}]#' programme.yaml
cd ../..
blazon awards --database members=sqlite:people.db | grep -q '^bo '
# No server is here: that is told, and not that its library is missing.
blazon awards --database members=postgresql://127.0.0.1:1/x 2>pq.txt && exit 1
grep -q 'connection to server' pq.txt
"""


def mirror():
    """Where this machine gets Debian's packages from."""
    answer = run("apt-get", "indextargets", "--format", "$(REPO_URI)", "Created-By: Packages", "Origin: Debian")
    return os.environ.get("BLAZON_MIRROR") or next(uri for uri in answer.stdout.split() if "security" not in uri)


def system(name):
    """The folder of a bare system, made once."""
    folder = ROOT / ".chroots" / name
    if not (folder / "bin/sh").exists():
        shutil.rmtree(folder, ignore_errors=True)
        folder.parent.mkdir(exist_ok=True)
        made = run("debootstrap", "--variant=minbase", name, folder, mirror())
        if made.returncode != 0:
            sys.exit(f"shipping: debootstrap {name}: {made.stdout[-2000:]}{made.stderr[-2000:]}")
    return folder


def inside(folder, script, path="/usr/bin:/bin:/usr/sbin:/sbin"):
    """Runs a script in a system of its own, where no network is: what it said, and how long it took."""
    start = time.monotonic()
    answer = run(
        "unshare", "--net", "--mount", "--pid", "--fork", "bash", "-c",
        'mount -t proc proc "$1/proc" && exec chroot "$1" /usr/bin/env -i "PATH=$2" HOME=/root BLAZON_PASSPHRASE="a long one" '
        'sh -c "$3"', "bash", folder, path, script)
    return answer, time.monotonic() - start


def prepare(folder, out):
    shutil.rmtree(folder / "root/try", ignore_errors=True)
    for old in folder.glob("root/blazon*"):
        shutil.rmtree(old) if old.is_dir() else old.unlink()
    for file in [*out.glob("*-linux-x86_64.tar.gz"), *out.glob("*.deb")]:
        shutil.copy(file, folder / "root")


def on(name, out):
    folder = system(name)
    prepare(folder, out)
    check(not list(folder.glob("usr/bin/*gcc*")), f"{name} has a compiler")
    place = next(out.glob("*-linux-x86_64.tar.gz")).name.removesuffix(".tar.gz")
    answer, unpacked = inside(folder, "cd /root && tar xzf blazon-*-linux-x86_64.tar.gz")
    check(answer.returncode == 0, f"{name}: unpack: {answer.stderr}")
    path = f"/root/{place}/bin:/usr/bin:/bin"
    answer, drawn = inside(folder, FIRST, path)
    check(answer.returncode == 0, f"{name}: archive: {answer.stdout}{answer.stderr}")
    check(unpacked + drawn < 60, f"{name}: a first badge takes {unpacked + drawn:.0f} s")
    pictures = digests(folder / "root/try/output")
    samples(folder / "root/try")
    answer, _ = inside(folder, LIBRARIES, path)
    check(answer.returncode == 0, f"{name}: libraries: {answer.stdout}{answer.stderr}")

    answer, _ = inside(folder, "dpkg -i /root/blazon_*.deb")
    check(answer.returncode == 0, f"{name}: dpkg: {answer.stdout}{answer.stderr}")
    answer, packaged = inside(folder, FIRST)
    check(answer.returncode == 0, f"{name}: package: {answer.stdout}{answer.stderr}")
    check(digests(folder / "root/try/output") == pictures, f"{name}: archive and package draw other pictures")
    answer, _ = inside(folder, "dpkg -r blazon && ! command -v blazon && ! test -e /usr/lib/blazon")
    check(answer.returncode == 0, f"{name}: dpkg -r leaves something: {answer.stdout}{answer.stderr}")
    print(f"shipping: {name}: unpacked in {unpacked:.1f} s, begun and drawn in {drawn:.1f} s, by the package in {packaged:.1f} s")
    return pictures


def digests(folder):
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*")) if path.is_file()
    }


def samples(folder):
    """Inputs that ask for the libraries which are loaded when they are used."""
    fixtures = ROOT / "Tests/BlazonArtworkTests/Fixtures"
    shutil.copy(fixtures / "lossless.webp", folder / "photo.webp")
    shutil.copy(fixtures / "gray-profile.png", folder / "profile.png")
    shutil.copy(ROOT / "Tests/BlazonTableTests/Fixtures/xlsxwriter.xlsx", folder / "table.xlsx")
    with sqlite3.connect(folder / "people.db") as database:
        database.execute("create table people (name, handle, badge, issued)")
        database.execute("insert into people values ('Bo', 'bo', 'first-contribution', '2026-02-03')")


def images(out):
    """The images, run as the user that they name, on a folder of that user's."""
    with tempfile.TemporaryDirectory() as work:
        work = pathlib.Path(work)
        storage = ["--storage-driver", "vfs", "--root", work / "storage", "--runroot", work / "run"]
        for archive in sorted(out.glob("*-oci.tar")):
            container = run("buildah", *storage, "from", f"oci-archive:{archive}").stdout.split()[-1]
            shutil.rmtree(work / "work", ignore_errors=True)
            (work / "work").mkdir()
            os.chown(work / "work", 65532, 65532)
            start = time.monotonic()
            for words in [["new", "--name", "Harbour Club", "--color", "teal"], ["render", "-q"]]:
                answer = run(
                    "buildah", *storage, "run", "--isolation", "chroot", "--user", "65532:65532", "--volume",
                    f"{work}/work:/work", "--workingdir", "/work", container, "--", "/usr/bin/blazon", *words)
                check(answer.returncode == 0, f"{archive.name}: {words}: {answer.stdout}{answer.stderr}")
                for ledger in (work / "work/badge-specs").rglob("first.csv"):
                    ledger.write_text(LEDGER)
            made = digests(work / "work/output") if (work / "work/output").exists() else {}
            check(len(made) > 20, f"{archive.name}: {len(made)} files")
            size = archive.stat().st_size / 1e6
            if "fonts" not in archive.name:
                check(size <= 60, f"{archive.name}: {size:.0f} MB")
            print(f"shipping: {archive.name}: {size:.0f} MB, begun and drawn in {time.monotonic() - start:.1f} s")
            yield made


class Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *words):
        pass


def installer(out):
    """install.sh, against a server on this machine: right, changed on the way, away, and undone."""
    with tempfile.TemporaryDirectory() as work:
        work = pathlib.Path(work)
        release, home = work / "release", work / "home"
        release.mkdir()
        home.mkdir()
        for file in out.iterdir():
            if file.is_file() and not file.name.endswith("oci.tar"):
                shutil.copy(file, release)
        server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=release))
        threading.Thread(target=server.serve_forever, daemon=True).start()
        address = f"http://127.0.0.1:{server.server_port}"

        def install(*words):
            return run("sh", ROOT / "Packaging/install.sh", *words, env={"PATH": os.environ["PATH"], "HOME": str(home)})

        answer = install("--from", address)
        check(answer.returncode == 0, f"install.sh: {answer.stderr}")
        check(run(home / ".local/bin/blazon", "help").stdout.startswith("blazon: "), "install.sh: it does not run")
        check(install("--from", f"file://{release}").returncode == 0, "install.sh: a second time, of a folder")
        check(install("--uninstall").returncode == 0, "install.sh --uninstall")
        left = [path for path in home.rglob("*") if not path.is_dir()]
        check(not left, f"install.sh --uninstall leaves {left}")
        check(install("--uninstall").returncode == 1, "install.sh --uninstall of nothing")
        check(install("--from", f"{address}/nowhere").returncode == 1, "install.sh of nowhere")
        check(install("--from", address, "--sha256", "0" * 64).returncode == 1, "install.sh with another sum")
        archive = next(release.glob("*64.tar.gz"))
        archive.write_bytes(archive.read_bytes()[:-1] + b"x")
        answer = install("--from", address)
        check(answer.returncode == 1 and "another sum" in answer.stderr, f"install.sh: changed on the way: {answer.stderr}")
        check(not (home / ".local/lib").exists() or not list((home / ".local/lib").iterdir()), "install.sh left a part")
        (home / ".local/bin").mkdir(parents=True, exist_ok=True)
        (home / ".local/bin/blazon").write_text("somebody else's")
        check("another program" in install("--from", address).stderr, "install.sh replaces somebody else's program")
        server.shutdown()
    print("shipping: install.sh: installs, checks, refuses, undoes")


def bill(out):
    """The bill of materials, as the SPDX project's own program reads it; all files of the archive are in it."""
    file = next(out.glob("*.spdx.json"))
    answer = run(pathlib.Path(sys.executable).parent / "pyspdxtools", "-i", file)
    check(answer.returncode == 0, f"SPDX: {answer.stdout}{answer.stderr}")
    tree = next(path for path in out.glob("*-linux-x86_64") if path.is_dir())
    text = file.read_text()
    for file in [*(tree / "bin").iterdir(), *(tree / "lib/blazon").iterdir()]:
        check(f"./{file.relative_to(tree)}" in text, f"SPDX does not name {file.name}")
    answer = run("lintian", "--fail-on", "error", next(out.glob("*.deb")))
    check(answer.returncode == 0, f"lintian: {answer.stdout}")
    outside = set()
    for program in [*(tree / "bin").iterdir(), *(tree / "lib/blazon").iterdir()]:
        for name in re.findall(r"NEEDED.*\[(.+)\]", run("readelf", "-dW", program).stdout):
            if not (tree / "lib/blazon" / name).exists():
                outside.add(name)
    check(all(re.match(r"ld-linux|lib(c|m|dl|rt|pthread|resolv)\.so", name) for name in outside), f"needs {outside}")
    print(f"shipping: {len(list((tree / 'lib/blazon').iterdir()))} libraries inside; outside: {', '.join(sorted(outside))}")


def workflows():
    """The action and the workflows, by what reads them: their form, their shell, what a stranger could do with them."""
    tools, files = pathlib.Path(sys.executable).parent, sorted((ROOT / ".github/workflows").glob("*.yml"))
    for words in [
        [tools / "actionlint", *files],
        [tools / "zizmor", "--offline", "--min-severity", "medium", ROOT / "action.yml", *files],
        ["shellcheck", "--severity", "warning", "--exclude", "SC1111", ROOT / "Packaging/install.sh",
         ROOT / "Packaging/image", ROOT / "Packaging/tagged", ROOT / "Packaging/release",
         *sorted((ROOT / "Packaging/action").iterdir())],
    ]:
        answer = run(*words)
        check(answer.returncode == 0, f"{words[0]}: {answer.stdout}{answer.stderr}")
    for file in [ROOT / "action.yml", *files]:
        for name, commit in re.findall(r"uses: ([^@\s]+)@(\S+)", file.read_text()):
            check(re.fullmatch(r"[0-9a-f]{40}", commit), f"{file.name}: {name} is not pinned")
    print("shipping: the action and the workflows are read without a finding")


def again(out):
    """The same commit, built in another folder with a longer name: the same bytes."""
    with tempfile.TemporaryDirectory(prefix="blazon-built-again-elsewhere-") as work:
        checkout = pathlib.Path(work) / "checkout"
        run("git", "clone", "--quiet", ROOT, checkout, check=True)
        made = run("make", "dist", cwd=checkout)
        check(made.returncode == 0, f"make dist elsewhere: {made.stderr[-2000:]}")
        if made.returncode == 0:
            first, second = [(folder / "SHA256SUMS").read_text() for folder in [out, checkout / ".dist"]]
            # What debuggers read names the compiler's caches, which are called by their folder.
            for line in [one for one in first.splitlines() if not one.endswith(".debug.tar.gz")]:
                check(line in second, f"built again, it is another: {line.split()[1]}")
    print("shipping: built again in another folder")


def main():
    out = pathlib.Path(sys.argv[1]).resolve()
    made = [on(name, out) for name in SYSTEMS]
    check(made[0] == made[1], "Debian 12 and 13 draw other pictures")
    pictures = list(images(out))
    check(all(one == made[0] for one in pictures), "an image draws other pictures")
    installer(out)
    bill(out)
    workflows()
    for line in (out / "SHA256SUMS").read_text().splitlines():
        digest, name = line.split("  ")
        check(hashlib.sha256((out / name).read_bytes()).hexdigest() == digest, f"SHA256SUMS: {name}")
    if "--twice" in sys.argv:
        again(out)
    print(f"shipping: {len(faults)} wrong")
    sys.exit(1 if faults else 0)


main()
