"""Has others unbake what our pictures carry: openbadges-bakery, openbadgeslib, Pillow, and Java, by Carriers.java."""

import base64
import collections
import io
import json
import pathlib
import subprocess
import sys

from openbadges_bakery import unbake
from openbadgeslib import ob3
from PIL import Image

HERE = pathlib.Path(__file__).resolve().parent


def prove(proof, programme):
    java = read_by_java(programme)
    for award in programme.awards:
        carried = award.carried.read_text("utf-8")
        png, svg = [(award.folder / f"credential.{kind}").read_bytes() for kind in ("png", "svg")]
        text = Image.open(io.BytesIO(png)).text
        proof.check(f"{award.what}: Pillow", text.get("openbadgecredential") == carried)
        for kind, data, extract, expected in [
            ("PNG", png, ob3.OB3Verifier.extract_token_from_png, carried),
            ("SVG", svg, ob3.OB3Verifier.extract_token_from_svg, in_cdata(carried)),
        ]:
            found = proof.attempt(f"{award.what}: {kind} by openbadgeslib", lambda: extract(data))
            proof.check(f"{award.what}: {kind} by openbadgeslib", found == expected, found)
            if not award.is_revoked:
                bakery(proof, award, kind, data)
        compare(proof, award, carried, java)


def bakery(proof, award, kind, data):
    file = io.BytesIO(data)
    file.name = f"badge.{kind.lower()}"
    found = proof.attempt(f"{award.what}: {kind} by bakery", lambda: unbake(file))
    # Of an SVG, that program tells the address to check at.
    proof.check(
        f"{award.what}: {kind} by bakery",
        found == award.assertion["id"] or found and json.loads(found) == award.assertion, found)


def in_cdata(document):
    """CDATA of SVG ends at `]]>`: JSON has other letters for that."""
    return document.replace("]]>", "]]\\u003e")


def compare(proof, award, carried, java):
    """Java is given each text in one piece: what stands in the file beside."""
    assertion = None if award.is_revoked else (award.folder / "assertion.json").read_text("utf-8")
    png = {("openbadgecredential", "text"): [carried]}
    # Of a token, SVG has an attribute and no text; of an assertion that is published its address besides.
    svg = {("openbadgecredential", "verify" if award.carried.suffix == ".jws" else "text"): [in_cdata(carried)]}
    if assertion:
        png["openbadges", "text"], svg["openbadges", "text"] = [assertion], [in_cdata(assertion)]
        svg["openbadges", "verify"] = [award.assertion["id"]]
    for kind, expected in [("png", png), ("svg", svg)]:
        found = java[str(award.folder / f"credential.{kind}")]
        proof.check(f"{award.what}: {kind.upper()} by Java", found == expected, found)


def read_by_java(programme):
    """By file, what each part says."""
    files = [award.folder / f"credential.{kind}" for award in programme.awards for kind in ("png", "svg")]
    answer = subprocess.run(["java", HERE / "Carriers.java", *files], capture_output=True, text=True)
    if answer.returncode != 0:
        sys.exit(f"interop: Carriers.java: {answer.returncode}\n{answer.stderr}")
    found = collections.defaultdict(dict)
    for line in answer.stdout.splitlines():
        file, name, part, text = line.split("\t")
        if name.startswith("openbadge"):
            found[file].setdefault((name, part), []).append(base64.b64decode(text).decode("utf-8"))
    return found
