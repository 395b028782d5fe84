"""Has 1EdTech's own validator of Open Badges 2.0 say what it thinks of our hosted assertions, by validator.py.

That program believes what is published at the address that a badge names, whatever else the badge says. It has a list of
revoked badges read for signed ones alone (and misses it where it has one entry), and does not look at `revoked` of a
hosted one: ours is told because of what a revoked assertion is, an address and that word, and nothing to believe.
"""

import hashlib
import json
import pathlib
import subprocess
import sys

from programme import PUBLISH, REASON

HERE = pathlib.Path(__file__).resolve().parent
PYTHON = HERE.parent.parent / ".venv-openbadges/bin/python"
OTHER = "somebody.else@example.org"
CARRIERS = ["assertion.json", "credential.png", "credential.svg"]


def prove(proof, programme):
    asked, changed = [], set()

    def ask(what, award, place, expects, email=None, instead=None):
        asked.append((what, award, expects, {
            "badge": str(place), "email": email or award.email.lower(), "instead": instead or {}}))

    for award in programme.awards:
        for carrier in CARRIERS:
            if award.is_revoked:
                ask(f"{award.what}: {carrier} as it was kept", award, award.kept / carrier, "revoked")
            else:
                ask(f"{award.what}: {carrier}", award, award.folder / carrier, None)
        if award.is_revoked:
            ask(f"{award.what}: assertion.json", award, award.folder / "assertion.json", "revoked")
        else:
            ask(f"{award.what}: for somebody else", award, award.folder / "credential.png", "did not match",
                email=OTHER)
        # Once for each badge: it is the badge and its issuer that most of these are about.
        if not award.is_revoked and award.kind not in changed:
            changed.add(award.kind)
            for what, expects, instead in changes(programme, award):
                ask(f"{award.what}: {what}", award, award.folder / "credential.png", expects, instead=instead)
            ask(f"{award.what}: changed into somebody else's", award, forged(programme, award), "did not match",
                email=OTHER)

    answers = validate(programme, [question for *_, question in asked])
    for (what, award, expects, _), answer in zip(asked, answers, strict=True):
        if expects is None:
            believed = answer["is_valid"] and answer["assertion"] == compact(award.assertion)
            proof.check(f"{what}, by openbadges", believed, answer)
        elif expects == "revoked":
            told = answer["assertion"] or {}
            is_told = told.get("revoked") is True and told.get("revocationReason") == REASON
            proof.check(
                f"{what}, by openbadges: revoked", not answer["is_valid"] and is_told and "recipient" not in told, answer)
        else:
            proof.check(
                f"{what}, by openbadges: refused",
                not answer["is_valid"] and any(expects in message for message in answer["messages"]), answer)


def compact(assertion):
    """As JSON-LD compacts it: a list of one is that one, and what has an address alone is its address."""
    evidence = [each["id"] for each in assertion.get("evidence", [])]
    return {**assertion, **({"evidence": evidence[0]} if evidence else {})}


def changes(programme, award):
    """What may be wrong with what is published, and what is to be said of it."""
    assertion = award.assertion
    badge = json.loads(programme.download(assertion["badge"]))
    issuer = json.loads(programme.download(badge["issuer"]))

    def instead(document, **members):
        changed = {key: value for key, value in {**document, **members}.items() if value is not None}
        return {document["id"]: json.dumps(changed)}

    recipient = assertion["recipient"]
    return [
        ("another salt", "did not match", instead(assertion, recipient={**recipient, "salt": "0" * 32})),
        ("another address", "declared its id", instead(assertion, id=f"{PUBLISH}/elsewhere.json")),
        ("a badge that is not there", "could not be interpreted", instead(assertion, badge=f"{PUBLISH}/none.json")),
        ("a day that is none", "issuedOn", instead(assertion, issuedOn="yesterday")),
        ("out of time", "expired on", instead(assertion, expires="2026-02-01T00:00:00Z")),
        ("no criteria", "criteria", instead(badge, criteria=None)),
        ("an issuer of other addresses", "verification policy", instead(
            issuer, verification={**issuer["verification"], "startsWith": "https://other.example/"})),
    ]


def forged(programme, award):
    """The assertion as somebody else would like it; what is published says otherwise."""
    assertion = award.assertion
    hashed = hashlib.sha256((OTHER + assertion["recipient"]["salt"]).encode()).hexdigest()
    assertion["recipient"]["identity"] = f"sha256${hashed}"
    file = programme.folder / f"forged-{award.programme}-{award.badge}.json"
    file.write_text(json.dumps(assertion), "utf-8")
    return file


def validate(programme, questions):
    answer = subprocess.run(
        [PYTHON, HERE / "validator.py", programme.output], capture_output=True, text=True,
        input=json.dumps({"address": PUBLISH + "/", "questions": questions}))
    if answer.returncode != 0:
        sys.exit(f"interop: validator.py: {answer.returncode}\n{answer.stderr}")
    return json.loads(answer.stdout)
