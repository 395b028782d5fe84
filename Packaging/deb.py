#!/usr/bin/env python3
"""Makes a Debian package of a bundle: the same files below /usr/lib/blazon, and the command on everybody's path.

    deb.py FOLDER

FOLDER is where bundle.py has written. It depends on glibc alone; fonts of other scripts and what reads PDF sheets are
recommended.
"""

import datetime
import email.utils
import gzip
import hashlib
import os
import pathlib
import shutil
import subprocess
import sys

from common import ROOT, moment, settle, sums, version_of

CONTROL = """Package: blazon
Version: {version}
Architecture: amd64
Maintainer: {maintainer}
Installed-Size: {size}
Depends: libc6 (>= 2.36)
Recommends: fonts-noto-core
Suggests: fonts-noto-cjk, fonts-noto-color-emoji, poppler-utils, git
Section: graphics
Priority: optional
Description: badge specs in, finished badge images out
 Draws badges, share cards and certificates of short YAML specs and tables of
 who earned what: as SVG, PNG, JPEG and PDF, with a site of pages around them,
 and credentials that prove themselves.
"""

OVERRIDES = """# The libraries are Debian's own, carried along on purpose, so that it runs on any Debian from 12 on as it is.
blazon: custom-library-search-path
blazon: embedded-library
blazon: missing-depends-on-sensible-utils
blazon: shared-library-lacks-prerequisites
"""

COPYRIGHT = """Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/
Upstream-Name: Blazon

Files: *
Copyright: {year}, the contributors of Blazon
License: Apache-2.0
Comment: The libraries in /usr/lib/blazon/lib, and the fonts in the program, have licences of their own, which stand in
 /usr/share/doc/blazon/libraries and /usr/share/doc/blazon/fonts; blazon.spdx.json lists all.

License: Apache-2.0
 On Debian systems the text of the Apache License, version 2.0, is in /usr/share/common-licenses/Apache-2.0.
"""

CHANGES = """blazon ({version}) stable; urgency=medium

  * The release of that number; changelog.gz tells what is new.

 -- {maintainer}  {day}
"""


def packed(text):
    return gzip.compress(text.encode(), 9, mtime=0)


def main():
    out = pathlib.Path(sys.argv[1]).resolve()
    tree = next(path for path in out.glob("blazon-*-linux-x86_64") if path.is_dir())
    version = version_of(tree / "bin/blazon") + "-1"
    maintainer = os.environ.get("BLAZON_MAINTAINER", "Blazon <maintainers@blazon.invalid>")
    root = out / "deb"
    shutil.rmtree(root, ignore_errors=True)
    home, share = root / "usr/lib/blazon", root / "usr/share"
    home.mkdir(parents=True)
    for part in ["bin", "lib"]:
        shutil.copytree(tree / part, home / part)
    shutil.copytree(tree / "share", share)
    (root / "usr/bin").mkdir()
    (root / "usr/bin/blazon").symlink_to("../lib/blazon/bin/blazon")

    documents = share / "doc/blazon"
    for file in ["CHANGELOG.md", "LICENSE"]:
        (documents / file).unlink()
    day = datetime.datetime.fromtimestamp(moment(), datetime.timezone.utc)
    (documents / "changelog.gz").write_bytes(packed((ROOT / "CHANGELOG.md").read_text()))
    (documents / "changelog.Debian.gz").write_bytes(packed(CHANGES.format(
        version=version, maintainer=maintainer, day=email.utils.format_datetime(day))))
    (documents / "copyright").write_text(COPYRIGHT.format(year=day.year))
    overrides = share / "lintian/overrides/blazon"
    overrides.parent.mkdir(parents=True)
    overrides.write_text(OVERRIDES)

    files = sorted(path for path in root.rglob("*") if path.is_file() and not path.is_symlink())
    size = sum(path.stat().st_size for path in files) // 1024
    control = root / "DEBIAN"
    control.mkdir()
    (control / "control").write_text(CONTROL.format(version=version, size=size, maintainer=maintainer))
    (control / "md5sums").write_text(
        "".join(f"{hashlib.md5(path.read_bytes()).hexdigest()}  {path.relative_to(root)}\n" for path in files))
    settle(root)
    package = out / f"blazon_{version}_amd64.deb"
    subprocess.run(
        ["dpkg-deb", "--build", "--root-owner-group", "-Zxz", root, package], check=True, stdout=subprocess.DEVNULL,
        env={**os.environ, "SOURCE_DATE_EPOCH": str(moment())})
    shutil.rmtree(root)
    sums(out)
    print(f"dist: {package.name}, {package.stat().st_size / 1e6:.1f} MB")


main()
