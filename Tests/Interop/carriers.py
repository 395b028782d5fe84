"""Has others unbake what our pictures carry: openbadges-bakery, openbadgeslib, Pillow."""

import io
import json

from openbadges_bakery import unbake
from openbadgeslib import ob3
from PIL import Image


def prove(proof, programme):
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


def bakery(proof, award, kind, data):
    file = io.BytesIO(data)
    file.name = f"badge.{kind.lower()}"
    found = proof.attempt(f"{award.what}: {kind} by bakery", lambda: unbake(file))
    # Of an SVG, that program tells the address to check at.
    proof.check(
        f"{award.what}: {kind} by bakery",
        found == award.assertion["id"] or found and json.loads(found) == award.assertion, found)


def in_cdata(document):
    """What SVG has as CDATA cannot have its end in it: JSON has another word for that."""
    return document.replace("]]>", "]]\\u003e")
