"""Has others' programs read the credentials that ours writes, and ours those that others write: `make interop`.

    prove.py BLAZON

A programme of awards with hard names is rendered; its output folder stands for its address. Then each award's files are

- unbaked by openbadges-bakery and openbadgeslib, and read by Pillow: what comes out is what stands in the file beside;
- verified by openbadgeslib, JWT and Data Integrity, with the keys of our did.json and our signed status lists: true, or
  taken back where the ledger says so;
- decoded by jwcrypto; canonicalised and verified by PyLD, by way of openbadgeslib.

And credentials that openbadgeslib signs are verified by ours: true with their key pinned, refused when a letter changes.
"""

import io
import json
import os
import pathlib
import subprocess
import sys
import tempfile

from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ed25519, rsa
from jwcrypto import jwk, jws
from openbadges_bakery import unbake
from openbadgeslib import ob3
from PIL import Image

BLAZON = pathlib.Path(sys.argv[1]).resolve()
PUBLISH = "https://badges.example.org"
NAMES = [
    "Ann Ode", "Đặng Quỳnh Vân Sương", "Ґудзослава Їжаківна", "Ευθαλία Αστρομύλου", "محمد بن سلمان",
    "נגה בן־שחר", "星ヶ浜 あかり", "慕容星河", "한솔 백", "नक्षत्रिका", "Ọláyẹmí Àṣàbí", "Ümit ® İlkışık ’ 🧭",
    "Robert\"); <b>Tables</b> & Sons ]]>",
]
SPECS = f"""blazon: 1
programme: acme
name: Acme ® ’
color: "#2563EB"
publish: {PUBLISH}
awards: awards/a.csv
credentials: {{key: [signs, proves], formats: [ob3-jwt, ob3-di, ob2], email: badges@example.org}}
badges:
  first: {{preset: seal, title: First, emblem: quill, criteria: Done.}}
  expert: {{preset: shield, title: Expert, emblem: anchor, criteria: Passed., skills: [Knots, Signals]}}
"""


class Proof:
    def __init__(self, folder):
        self.folder, self.failures, self.count = folder, [], 0
        self.environment = {
            **os.environ, "BLAZON_KEYS": str(folder / "keys"), "BLAZON_PASSPHRASE": "correct horse",
        }

    def run(self, *words, status=0):
        answer = subprocess.run(
            [BLAZON, *map(str, words)], cwd=self.folder, env=self.environment, capture_output=True, text=True)
        if answer.returncode != status:
            sys.exit(f"interop: {' '.join(map(str, words))}: {answer.returncode}\n{answer.stdout}{answer.stderr}")
        return answer.stdout

    def check(self, what, condition, why=""):
        self.count += 1
        if not condition:
            self.failures.append(f"{what}: {why}")

    def attempt(self, what, body):
        """Counts as true what raises nothing."""
        try:
            return body()
        except Exception as problem:  # noqa: BLE001: whatever another program says against it
            self.check(what, False, f"{type(problem).__name__}: {problem}")
            return None

    def download(self, address):
        """What is published, from the folder."""
        path = address.split("#")[0].removeprefix(PUBLISH + "/")
        return (self.folder / "output" / path).read_bytes()

    def build(self):
        rows = ["name,handle,badge,issued,state,email"]
        for number, name in enumerate(NAMES):
            quoted = '"' + name.replace('"', '""') + '"'
            badge = ["first", "expert"][number % 2]
            state = "revoked" if number % 5 == 4 else ""
            rows.append(f"{quoted},p{number},{badge},2026-01-{number + 1:02},{state},p{number}@example.org")
        specs = self.folder / "badge-specs/acme"
        (specs / "awards").mkdir(parents=True)
        (specs / "programme.yaml").write_text(SPECS, "utf-8")
        (specs / "awards/a.csv").write_text("\n".join(rows) + "\n", "utf-8")
        self.run("keys", "new", "signs")
        self.run("keys", "new", "proves", "--algorithm", "ed25519")
        self.run("check", "--fix")
        self.run("render", "-q", "--today", "2026-11-01")

    def awards(self):
        keys = json.loads(self.download(f"{PUBLISH}/acme/jwks.json"))["keys"]
        public = next(key for key in keys if key["kty"] == "RSA")
        did = json.loads(self.download(f"{PUBLISH}/acme/did.json"))["id"]
        proof_key = None
        for number, name in enumerate(NAMES):
            folder = self.folder / f"output/acme/people/p{number}" / ["first", "expert"][number % 2]
            token = (folder / "credential.jws").read_text()
            document = json.loads((folder / "credential.json").read_text("utf-8"))
            assertion = json.loads((folder / "assertion.json").read_text("utf-8"))
            is_revoked = number % 5 == 4
            self.carriers(name, folder, token, assertion, is_revoked)
            decoded = jws.JWS()
            decoded.deserialize(token)
            self.attempt(f"{name}: jwcrypto", lambda: decoded.verify(
                jwk.JWK(kty="RSA", n=public["n"], e=public["e"])))
            payload = json.loads(decoded.payload)
            names = [i["identityHash"] for i in payload["credentialSubject"]["identifier"] if not i["hashed"]]
            self.check(f"{name}: name", names == [name], names)
            verifier = ob3.OB3Verifier.for_issuer_did(did, self.download) if number == 0 else verifier
            self.told(f"{name}: JWT", is_revoked, lambda: verifier.verify(
                token, check_status=True, verify_status_list=False, download=self.download))
            method = document["proof"][0]["verificationMethod"]
            proof_key = ob3.resolve_verification_method(method, self.download)
            self.attempt(f"{name}: proof", lambda: ob3.verify_data_integrity_proof(document, proof_key))
            self.count += 1
            proved = ob3.OB3LdpVerifier(proof_key, did)
            self.told(f"{name}: Data Integrity", is_revoked, lambda: proved.verify(
                document, check_status=True, verify_status_list=False, download=self.download))
        # That program asks the first key of a DID document alone for lists: their proofs are read by themselves.
        decoded = jws.JWS()
        decoded.deserialize(self.download(f"{PUBLISH}/acme/revocations.jwt").decode())
        self.attempt("revocations.jwt", lambda: decoded.verify(
            jwk.JWK(kty="RSA", n=public["n"], e=public["e"])))
        listed = json.loads(self.download(f"{PUBLISH}/acme/revocations.json"))
        self.attempt("revocations.json", lambda: ob3.verify_data_integrity_proof(listed, proof_key))
        self.count += 1

    def others(self):
        """What openbadgeslib signs, read by ours."""
        rsa_key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
        ed_key = ed25519.Ed25519PrivateKey.generate()

        def pem(key):
            return key.private_bytes(
                serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())

        did = ob3.did_key_from_pem(ed_key.public_key().public_bytes(
            serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo))
        png = (self.folder / "output/acme/badges/first.png").read_bytes()
        for kind, issuer, signer in [
            ("JWT", "did:web:other.example", ob3.OB3Signer(pem(rsa_key))),
            ("Data Integrity", did, ob3.OB3LdpSigner(pem(ed_key))),
        ]:
            credential = ob3.OpenBadgeCredential(
                issuer=ob3.Issuer(issuer, "Other ®"), recipient_id="mailto:ann@example.org",
                achievement=ob3.Achievement("https://other.example/a", "Knots", "Ties.", "Tied ’ 🧭."))
            file = self.folder / f"other-{kind[0]}.png"
            file.write_bytes(signer.sign_into_png(credential, png))
            public = jwk.JWK.from_pem(pem(rsa_key)).export_public(as_dict=True)
            pin = self.folder / "pin.json"
            pin.write_text(json.dumps({**public, "iss": issuer}))
            answer = self.run("verify", "--trust", pin, "--messages", "json", file)
            told = {name: found["answer"] for name, found in json.loads(answer)["verdicts"].items()}
            self.check(f"openbadgeslib's {kind}", set(told.values()) == {"yes"}, answer)
            changed = bytearray(file.read_bytes())
            place = changed.index(b"openbadgecredential") + 200
            changed[place] ^= 1
            file.write_bytes(changed)
            self.run("verify", "--trust", pin, file, status=1)
            self.count += 1

    def carriers(self, name, folder, token, assertion, is_revoked):
        png, svg = [(folder / f"credential.{kind}").read_bytes() for kind in ("png", "svg")]
        text = Image.open(io.BytesIO(png)).text
        self.check(f"{name}: Pillow", text.get("openbadgecredential") == token)
        for kind, data, extract in [
            ("PNG", png, ob3.OB3Verifier.extract_token_from_png),
            ("SVG", svg, ob3.OB3Verifier.extract_token_from_svg),
        ]:
            self.check(f"{name}: {kind} by openbadgeslib", self.attempt(kind, lambda: extract(data)) == token)
            if is_revoked:
                continue
            file = io.BytesIO(data)
            file.name = f"badge.{kind.lower()}"
            found = self.attempt(f"{name}: bakery {kind}", lambda: unbake(file))
            # Of an SVG, that program tells the address to check at.
            self.check(
                f"{name}: bakery {kind}",
                found == assertion["id"] or found and json.loads(found) == assertion, found)

    def told(self, what, is_revoked, verify):
        self.count += 1
        try:
            verify()
            if is_revoked:
                self.failures.append(f"{what}: told as true, though it was taken back")
        except Exception as problem:  # noqa: BLE001
            if not is_revoked or "revo" not in str(problem).lower():
                self.failures.append(f"{what}: {type(problem).__name__}: {problem}")


with tempfile.TemporaryDirectory(prefix="blazon-interop-") as name:
    proof = Proof(pathlib.Path(name))
    proof.build()
    proof.awards()
    proof.others()
    for failure in proof.failures:
        print(f"interop: {failure}")
    print(f"interop: {len(NAMES)} awards, {proof.count} answers of others, {len(proof.failures)} failures")
    sys.exit(1 if proof.failures else 0)
