"""Has others' programs read the credentials that ours writes, and ours those that others write: `make interop`.

    prove.py BLAZON

Awards with hard names are rendered (programme.py); their output folder stands for its address. Then each award's files are

- unbaked by openbadges-bakery and openbadgeslib, and read by Pillow and Java (carriers.py): what comes out is what stands
  in the file beside;
- verified by openbadgeslib, JWT and Data Integrity, with the keys of our did.json and our signed status lists: true, or
  taken back where the ledger says so; decoded by jwcrypto; canonicalised and verified by PyLD, by way of openbadgeslib;
- validated as Open Badges 2.0 by 1EdTech's own validator (hosted.py), and refused as soon as what is published changes;
- on paper, read by pikepdf, qpdf, Poppler and pyHanko (paper.py).

And credentials that openbadgeslib signs, and certificates that pikepdf saves again, are verified by ours: true with their
key pinned, refused when a letter changes.
"""

import json
import logging
import pathlib
import sys
import tempfile

from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ed25519, rsa
from jwcrypto import jwk, jws
from openbadgeslib import ob3

import carriers
import hosted
import paper
from programme import FORMATS, PUBLISH, Programme


class Proof:
    """What was asked of others, and what they answered wrongly."""

    def __init__(self):
        self.failures, self.count = [], 0

    def check(self, what, condition, why=""):
        self.count += 1
        if not condition:
            self.failures.append(f"{what}: {str(why)[:500]}")

    def attempt(self, what, body):
        """Counts as true what raises nothing."""
        self.count += 1
        try:
            return body()
        except Exception as problem:  # noqa: BLE001: whatever another program says against it
            self.failures.append(f"{what}: {type(problem).__name__}: {problem}")
            return None

    def told(self, what, is_revoked, verify):
        """Counts as true what raises nothing, or says “revoked” where it was."""
        self.count += 1
        try:
            read = verify()
            if is_revoked:
                self.failures.append(f"{what}: told as true, though it was taken back")
            return read
        except Exception as problem:  # noqa: BLE001
            if not is_revoked or "revo" not in str(problem).lower():
                self.failures.append(f"{what}: {type(problem).__name__}: {problem}")
            return None


class Issuer:
    """One programme's keys, as openbadgeslib and jwcrypto find them."""

    def __init__(self, programme, name):
        self.download, self.address = programme.download, f"{PUBLISH}/{name}"
        document = json.loads(self.download(f"{self.address}/did.json"))
        self.did, keys = document["id"], document["verificationMethod"]
        self.public = next((key["publicKeyJwk"] for key in keys if key.get("publicKeyJwk", {}).get("kty") == "RSA"), None)
        method = next(key["id"] for key in keys if key["type"] == "Multikey")
        proof_key = ob3.resolve_verification_method(method, self.download)
        self.proof_key, self.of_proofs = proof_key, ob3.OB3LdpVerifier(proof_key, self.did)
        self.of_tokens = ob3.OB3Verifier.for_issuer_did(self.did, self.download) if self.public else None

    def decode(self, token):
        decoded = jws.JWS()
        decoded.deserialize(token)
        decoded.verify(jwk.JWK(kty="RSA", n=self.public["n"], e=self.public["e"]))
        return json.loads(decoded.payload)

    def lists(self, proof):
        # That program asks the first key of a DID document alone for lists: their proofs are read by themselves.
        if self.public:
            proof.attempt(f"{self.address}/revocations.jwt by jwcrypto", lambda: self.decode(
                self.download(f"{self.address}/revocations.jwt").decode()))
        listed = json.loads(self.download(f"{self.address}/revocations.json"))
        proof.attempt(f"{self.address}/revocations.json by openbadgeslib", lambda: ob3.verify_data_integrity_proof(
            listed, self.proof_key))


def awards(proof, programme):
    issuers = {name: Issuer(programme, name) for name in FORMATS}
    for award in programme.awards:
        issuer = issuers[award.programme]
        document = json.loads((award.folder / "credential.json").read_text("utf-8"))
        proof.attempt(f"{award.what}: proof by PyLD", lambda: ob3.verify_data_integrity_proof(document, issuer.proof_key))
        claims(proof, award, document)
        options = {"check_status": True, "verify_status_list": False, "download": programme.download}
        read = proof.told(
            f"{award.what}: Data Integrity by openbadgeslib", award.is_revoked,
            lambda: issuer.of_proofs.verify(document, **options))
        model(proof, award, read)
        if issuer.public:
            token = (award.folder / "credential.jws").read_text()
            payload = proof.attempt(f"{award.what}: jwcrypto", lambda: issuer.decode(token))
            claims(proof, award, payload)
            read = proof.told(
                f"{award.what}: JWT by openbadgeslib", award.is_revoked,
                lambda: issuer.of_tokens.verify(token, **options))
            model(proof, award, read)
    for issuer in issuers.values():
        issuer.lists(proof)


def claims(proof, award, document):
    """That a document that others read says what specs and ledger say."""
    document = document or {}
    subject = document.get("credentialSubject", {})
    achievement = subject.get("achievement", {})
    for member, found, expected in [
        ("name", [i["identityHash"] for i in subject.get("identifier", []) if not i["hashed"]], [award.name]),
        ("statement", subject.get("narrative", ""), award.statement),
        ("evidence", [each["id"] for each in document.get("evidence", [])], [award.evidence] if award.evidence else []),
        ("last day", document.get("validUntil", "")[:10], award.expires),
        ("alignment", achievement.get("alignment", []), award.alignment),
        ("what is measured", achievement.get("resultDescription", []), award.measured),
        ("result", subject.get("result", []), award.results),
    ]:
        proof.check(f"{award.what}: {member}", found == expected, found)


def model(proof, award, read):
    """The same, as openbadgeslib has understood it; it has no word for the kind of what a badge stands for."""
    if read is None:
        return
    alignment = [{key: each[key] for key in each if key != "targetType"} for each in award.alignment]
    for member, found, expected in [
        ("alignment", read.achievement.alignments, alignment),
        ("what is measured", read.achievement.result_descriptions, award.measured),
        ("result", read.results, award.results),
    ]:
        found = [each.to_dict() for each in found]
        proof.check(f"{award.what}: {member} by openbadgeslib", found == expected, found)


def others(proof, programme):
    """What openbadgeslib signs, read by ours."""
    rsa_key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    ed_key = ed25519.Ed25519PrivateKey.generate()

    def pem(key):
        return key.private_bytes(
            serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())

    did = ob3.did_key_from_pem(ed_key.public_key().public_bytes(
        serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo))
    png = programme.download(f"{PUBLISH}/acme/badges/first.png")
    for kind, issuer, key, signer in [
        ("JWT", "did:web:other.example", rsa_key, ob3.OB3Signer(pem(rsa_key))),
        ("Data Integrity", did, ed_key, ob3.OB3LdpSigner(pem(ed_key))),
    ]:
        credential = ob3.OpenBadgeCredential(
            issuer=ob3.Issuer(issuer, "Other ®"), recipient_id="mailto:ann@example.org",
            achievement=ob3.Achievement("https://other.example/a", "Knots", "Ties.", "Tied ’ 🧭."))
        file = programme.folder / f"other-{kind[0]}.png"
        file.write_bytes(signer.sign_into_png(credential, png))
        public = jwk.JWK.from_pem(pem(key)).export_public(as_dict=True)
        pin = programme.folder / "pin.json"
        pin.write_text(json.dumps({**public, "iss": issuer}))
        answer = programme.run("verify", "--trust", pin, "--messages", "json", file)
        told = {name: found["answer"] for name, found in json.loads(answer)["verdicts"].items()}
        proof.check(f"openbadgeslib's {kind}", set(told.values()) == {"yes"}, answer)
        changed = bytearray(file.read_bytes())
        changed[changed.index(b"openbadgecredential") + 200] ^= 1
        file.write_bytes(changed)
        answer = programme.ask("verify", "--trust", pin, file)
        proof.check(f"openbadgeslib's {kind}, changed", answer.returncode == 1, answer.stdout)


# What others log stands in their answers as well.
logging.disable()
with tempfile.TemporaryDirectory(prefix="blazon-interop-") as name:
    programme = Programme(pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(name))
    programme.build()
    total = Proof()
    for what, prove in [
        ("credentials", awards), ("pictures", carriers.prove), ("Open Badges 2.0", hosted.prove), ("paper", paper.prove),
        ("those of others", others),
    ]:
        proof = Proof()
        prove(proof, programme)
        for failure in proof.failures:
            print(f"interop: {failure}")
        print(f"interop: {what}: {proof.count} answers, {len(proof.failures)} failures", flush=True)
        total.count += proof.count
        total.failures += proof.failures
    print(
        f"interop: {len(programme.awards)} awards, {total.count} answers of others, {len(total.failures)} failures")
    sys.exit(1 if total.failures else 0)
