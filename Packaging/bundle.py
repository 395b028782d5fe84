#!/usr/bin/env python3
"""Makes the archive that is downloaded: the programs, every library that they need but glibc, what tells of them.

    bundle.py PROGRAM FOLDER            PROGRAM-studio, which draws, stands beside it

Writes into FOLDER, which is emptied first:

    blazon-VERSION-linux-x86_64/         the tree, which packages and images carry as it is
    blazon-VERSION-linux-x86_64.tar.gz   the same, packed
    blazon-VERSION-linux-x86_64.debug.tar.gz
    blazon-VERSION-linux-x86_64.spdx.json
    SHA256SUMS

The bytes depend on the program, on the Debian packages that are installed, and on the day of the last commit (or
SOURCE_DATE_EPOCH), on nothing else.
"""

import json
import pathlib
import re
import shutil
import subprocess
import sys

import sbom
import shell_words
from common import HERE, ROOT, moment, pack, said, sums, version_of

# Loaded when a letter that takes its tables, a key, a colour profile, a WebP file, a spreadsheet or a database is used: no program
# names them as needed.
LOADED = [
    "libicuuc.so.72", "libcrypto.so.3", "liblcms2.so.2", "libwebp.so.7", "libzip.so.4", "libsqlite3.so.0", "libpq.so.5",
]
# Of glibc: the system's own, as its parts belong together.
SYSTEM = re.compile(r"(ld-linux-x86-64|lib(c|m|dl|rt|pthread|resolv|util|anl))\.so\.\d+$")
FOLDERS = [pathlib.Path("/usr/lib/x86_64-linux-gnu"), pathlib.Path("/lib/x86_64-linux-gnu")]


def needed(file):
    """The libraries that a program or a library names."""
    return re.findall(r"\(NEEDED\)\s+Shared library: \[(.+)\]", said("readelf", "-dW", file))


def where(name):
    """The file of a library."""
    for folder in FOLDERS:
        if (folder / name).exists():
            return (folder / name).resolve()
    sys.exit(f"bundle: {name} is not installed")


def closure(programs):
    """All libraries that the programs need, may load, or that those need: their files by their names."""
    found, open_ends = {}, [name for program in programs for name in needed(program)] + LOADED
    while open_ends:
        name = open_ends.pop()
        if name in found or SYSTEM.match(name):
            continue
        found[name] = where(name)
        open_ends += needed(found[name])
    return dict(sorted(found.items()))


def packages(files):
    """The Debian package of each file, with its version."""
    owners = {}
    for name, file in files.items():
        # Where /lib is /usr/lib, the package may know the file by either path.
        names = [str(file), str(file).removeprefix("/usr")]
        for path in names:
            answer = subprocess.run(["dpkg", "-S", path], capture_output=True, text=True)
            if answer.returncode == 0:
                owners[name] = answer.stdout.split(":")[0]
                break
        else:
            sys.exit(f"bundle: no package owns {file}")
    versions = {
        package: said("dpkg-query", "-W", "-f", "${source:Package} ${source:Version} ${Version}", f"{package}:amd64").split()
        for package in sorted(set(owners.values()))
    }
    return owners, versions


def licences():
    """What the table says of each package."""
    rows = [line.split("\t") for line in (HERE / "libraries.tsv").read_text().splitlines()]
    return {row[0]: row[1] for row in rows if not row[0].startswith("#")}


def check_licences(owners, table):
    """Ends the run where a library comes with none, or with the GPL alone."""
    unknown = sorted({package for package in owners.values() if package not in table})
    if unknown:
        sys.exit(f"bundle: Packaging/libraries.tsv does not say under which licence {', '.join(unknown)} may be given on")
    for package in set(owners.values()):
        choices = table[package].split(" OR ")
        if all(choice.startswith(("GPL", "AGPL")) and " WITH " not in choice for choice in choices):
            sys.exit(f"bundle: {package} is under {table[package]}")


def strip(program, tree, debug):
    """A program without what debuggers read, which gets a file of its own."""
    target, symbols = tree / "bin" / program.name, debug / f"{program.name}.debug"
    # What the compiler and the linker call this very build by, which in another folder is another.
    names = ["--remove-section=.swift_modhash", "--remove-section=.note.gnu.build-id"]
    subprocess.run(["objcopy", "--only-keep-debug", *names, program, symbols], check=True)
    subprocess.run(["strip", "--strip-all", *names, "-o", target, program], check=True)
    # No link to the debug file stands in the program: it would be by that file's checksum, and the compiler names its
    # caches there by the folder that it is built in.
    # An RPATH, not a RUNPATH: it holds for what libraries need, too, so that those stay what Debian built, and no
    # LD_LIBRARY_PATH puts others in their place. Where there is no /proc the loader does not know its $ORIGIN: then what a
    # package installed is still found.
    places = "$ORIGIN/../lib/blazon:/usr/lib/blazon/lib/blazon"
    subprocess.run(["patchelf", "--force-rpath", "--set-rpath", places, target], check=True)


def main():
    program, out = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2]).resolve()
    version = version_of(program)
    name = f"blazon-{version}-linux-x86_64"
    shutil.rmtree(out, ignore_errors=True)
    tree, debug = out / name, out / f"{name}.debug"
    for folder in [tree / "bin", tree / "lib/blazon", tree / "share/doc/blazon/libraries", debug]:
        folder.mkdir(parents=True)

    programs = [program, program.with_name(f"{program.name}-studio")]
    files = closure(programs)
    owners, versions = packages(files)
    table = licences()
    check_licences(owners, table)
    for each in programs:
        strip(each, tree, debug)
    for library, file in files.items():
        shutil.copyfile(file, tree / "lib/blazon" / library)

    documents = tree / "share/doc/blazon"
    for file in ["LICENSE", "CHANGELOG.md"]:
        shutil.copyfile(ROOT / file, documents / file)
    (documents / "fonts").mkdir()
    for file in sorted((ROOT / "fonts").glob("*.txt")):
        shutil.copyfile(file, documents / "fonts" / file.name)
    shutil.copyfile(ROOT / "fonts/README.md", documents / "fonts/README.md")
    for package in versions:
        shutil.copyfile(f"/usr/share/doc/{package}/copyright", documents / "libraries" / f"{package}.txt")
    swift = pathlib.Path(shutil.which("swift")).resolve().parents[1] / "share/swift/LICENSE.txt"
    shutil.copyfile(swift, documents / "libraries/swift.txt")
    shell_words.write(program, tree)

    bill = sbom.bill(version, tree, owners, versions, table, moment())
    text = json.dumps(bill, indent=1, sort_keys=True, ensure_ascii=False) + "\n"
    (documents / "blazon.spdx.json").write_text(text)
    (out / f"{name}.spdx.json").write_text(text)

    pack(out / f"{name}.tar.gz", out, name)
    pack(out / f"{name}.debug.tar.gz", out, f"{name}.debug")
    shutil.rmtree(debug)
    shutil.copyfile(HERE / "install.sh", out / "install.sh")
    sums(out)
    size = (out / f"{name}.tar.gz").stat().st_size
    print(f"dist: {name}.tar.gz, {size / 1e6:.1f} MB packed, {len(files)} libraries of {len(versions)} packages")
    if size > 40_000_000:
        sys.exit("bundle: more than the 40 MB that are promised")


main()
