"""Makes a signed site, what it issued, and forgeries of it with one defect each.

    forgeries.py BLAZON FOLDER

FOLDER then has `sites/NAME`, folders that each stand for https://badges.example.org, `files/NAME`, what is verified, and
`cases.json`: for each file the site that it is asked of, the answer that is due, and a pattern of its reason.
"""

import base64
import datetime
import gzip
import hashlib
import hmac
import io
import json
import os
import pathlib
import shutil
import subprocess
import sys
import time
import zlib

import pikepdf
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, ed25519, padding, rsa, utils

PUBLISH = "https://badges.example.org"
DID = "did:web:badges.example.org:acme"
PASSPHRASE = "correct horse"
OB3, OB2 = "openbadgecredential", "openbadges"
NAMES = [
    "Ann Ode", "Đặng Quỳnh Vân Sương", "Ґудзослава Їжаківна", "Ευθαλία Αστρομύλου", "محمد بن سلمان",
    "נגה בן־שחר", "星ヶ浜 あかり", "慕容星河", "한솔 백", "नक्षत्रिका", "Ọláyẹmí Àṣàbí", "Ümit ® İlkışık ’ 🧭",
    "Robert\"); <b>Tables</b> & Sons ]]>", "<img src=x onerror=alert(1)>", "</script><script>alert(1)</script>",
    "{date} __proto__ constructor",
]
REVOKED, EXPIRED = 4, 6
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


def b64(data):
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def unb64(text):
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))


def dumps(value):
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def moment(days):
    return (datetime.datetime.now(datetime.UTC) + datetime.timedelta(days=days)).strftime("%Y-%m-%dT%H:%M:%SZ")


def seconds(text):
    return int(datetime.datetime.strptime(text, "%Y-%m-%dT%H:%M:%S%z").timestamp())


def number(value):
    return b64(value.to_bytes((value.bit_length() + 7) // 8, "big"))


def jwk_of(key):
    public = key.public_key()
    if isinstance(key, rsa.RSAPrivateKey):
        numbers = public.public_numbers()
        return {"kty": "RSA", "n": number(numbers.n), "e": number(numbers.e)}
    if isinstance(key, ed25519.Ed25519PrivateKey):
        raw = public.public_bytes(serialization.Encoding.Raw, serialization.PublicFormat.Raw)
        return {"kty": "OKP", "crv": "Ed25519", "x": b64(raw)}
    numbers = public.public_numbers()
    return {"kty": "EC", "crv": "P-256", "x": b64(numbers.x.to_bytes(32, "big")), "y": b64(numbers.y.to_bytes(32, "big"))}


def signature(key, data):
    if isinstance(key, rsa.RSAPrivateKey):
        return key.sign(data, padding.PKCS1v15(), hashes.SHA256())
    if isinstance(key, ed25519.Ed25519PrivateKey):
        return key.sign(data)
    r, s = utils.decode_dss_signature(key.sign(data, ec.ECDSA(hashes.SHA256())))
    return r.to_bytes(32, "big") + s.to_bytes(32, "big")


class Forge:
    def __init__(self, blazon, folder):
        self.blazon, self.folder = pathlib.Path(blazon).resolve(), pathlib.Path(folder).resolve()
        shutil.rmtree(self.folder, ignore_errors=True)
        (self.folder / "files").mkdir(parents=True)
        (self.folder / "sites").mkdir()
        self.cases = []

    # What is genuine.

    def run(self, work, *words):
        environment = {**os.environ, "BLAZON_KEYS": str(work / "keys"), "BLAZON_PASSPHRASE": PASSPHRASE}
        answer = subprocess.run([self.blazon, *words], cwd=work, env=environment, capture_output=True, text=True)
        if answer.returncode:
            sys.exit(f"forgeries: {' '.join(words)}: {answer.returncode}\n{answer.stdout}{answer.stderr}")

    def build(self):
        work = self.folder / "work"
        specs = work / "badge-specs/acme"
        (specs / "awards").mkdir(parents=True)
        rows = ["name,handle,badge,issued,expires,state,email"]
        for place, name in enumerate(NAMES):
            quoted = '"' + name.replace('"', '""') + '"'
            rows.append(
                f"{quoted},p{place},{['first', 'expert'][place % 2]},2026-01-{place + 1:02},"
                f"{'2026-10-01' if place == EXPIRED else '2027-12-31' if place == 3 else ''},"
                f"{'revoked' if place == REVOKED else ''},p{place}@example.org")
        (specs / "programme.yaml").write_text(SPECS, "utf-8")
        (specs / "awards/a.csv").write_text("\n".join(rows) + "\n", "utf-8")
        self.run(work, "keys", "new", "signs")
        self.run(work, "keys", "new", "proves", "--algorithm", "ed25519")
        self.run(work, "check", "--fix")
        self.run(work, "render", "-q", "--today", moment(0)[:10])
        self.output = work / "output"
        self.key, self.prover = [
            serialization.load_pem_private_key((work / f"keys/{name}.pem").read_bytes(), PASSPHRASE.encode())
            for name in ("signs", "proves")
        ]
        self.evil = rsa.generate_private_key(public_exponent=65537, key_size=2048)
        self.evil_ed, self.curve = ed25519.Ed25519PrivateKey.generate(), ec.generate_private_key(ec.SECP256R1())
        shutil.copytree(self.output, self.folder / "sites/main")
        self.tokens = [(self.of(place) / "credential.jws").read_text() for place in range(len(NAMES))]
        self.token = self.tokens[0]
        self.payload = json.loads(unb64(self.token.split(".")[1]))
        self.did = json.loads((self.output / "acme/did.json").read_text("utf-8"))
        self.status_list = json.loads(unb64((self.output / "acme/revocations.jwt").read_text().split(".")[1]))
        # An older key that its owner has taken out of use, as the command does it.
        later = self.folder / "later"
        shutil.copytree(work, later)
        self.run(later, "keys", "new", "newer")
        self.run(later, "keys", "retire", "signs", "--compromised")
        programme = later / "badge-specs/acme/programme.yaml"
        programme.write_text(programme.read_text("utf-8").replace("[signs,", "[newer, signs,"), "utf-8")
        self.run(later, "render", "-q", "--today", moment(0)[:10])
        shutil.copytree(later / "output", self.folder / "sites/retired")

    def of(self, place):
        return self.output / f"acme/people/p{place}/{['first', 'expert'][place % 2]}"

    # How forgeries are made.

    def sign(self, payload, key=None, kid=f"{DID}#signs", header=None, algorithm=None):
        """A token; `payload` is a document, or its text. Members of `header` that are None are left out."""
        key = key or self.key
        usual = {rsa.RSAPrivateKey: "RS256", ed25519.Ed25519PrivateKey: "EdDSA", ec.EllipticCurvePrivateKey: "ES256"}
        alg = algorithm or next(name for kind, name in usual.items() if isinstance(key, kind))
        if not isinstance(header, str):
            members = {"alg": alg, "kid": kid, "typ": "JWT", **(header or {})}
            header = dumps({name: value for name, value in members.items() if value is not None})
        text = payload if isinstance(payload, (str, bytes)) else dumps(payload)
        text = text.encode("utf-8", "surrogatepass") if isinstance(text, str) else text
        signed = f"{b64(header.encode())}.{b64(text)}"
        return f"{signed}.{b64(signature(key, signed.encode()))}"

    def changed(self, change, payload=None):
        copy = json.loads(dumps(payload or self.payload))
        change(copy)
        return copy

    def site(self, name, did=None, files=None):
        """A folder like the main one but for its keys' document and for `files`."""
        folder = self.folder / "sites" / name
        (folder / "acme").mkdir(parents=True)
        for file in ("did.json", "revocations.jwt"):
            shutil.copy(self.output / "acme" / file, folder / "acme")
        if did is not None:
            (folder / "acme/did.json").write_text(did if isinstance(did, str) else json.dumps(did), "utf-8")
        for path, data in (files or {}).items():
            (folder / path).write_bytes(data if isinstance(data, bytes) else data.encode())
        return name

    def add(self, name, data, question, answer, reason="", site="main", whole=None, command=None, claims=None):
        """`whole`: all three answers, for what the command does not read. `command`: why it answers otherwise."""
        data = data if isinstance(data, bytes) else data.encode("utf-8", "surrogatepass")
        name = name if "." in name else name + ".jws"
        assert not (self.folder / "files" / name).exists(), name
        (self.folder / "files" / name).write_bytes(data)
        self.cases.append({
            "file": name, "site": site, "question": question, "answer": answer, "reason": reason, "whole": whole,
            "command": command, "claims": claims})

    def no(self, name, data, reason="", **rest):
        self.add(name, data, "integrity", "no", reason, **rest)

    # The cases.

    def genuine(self):
        for place, name in enumerate(NAMES):
            status, reason = "yes", "not taken back"
            if place == REVOKED:
                status, reason = "no", "taken it back"
            if place == EXPIRED:
                status, reason = "no", "expired on October"
            for kind in ("png", "svg", "jws"):
                self.add(
                    f"genuine-{place}.{kind}", (self.of(place) / f"credential.{kind}").read_bytes(), "status", status, reason,
                    claims=[name])
        old = self.vc11(self.payload)
        self.add("genuine-vc11.jws", self.sign(old), "status", "yes", "not taken back", claims=[NAMES[0]])
        self.add("genuine-blanks.jws", f"\ufeff\n {self.token}\r\n", "status", "yes")
        self.add("genuine-no-type.jws", self.sign(self.payload, header={"typ": None}), "issuer", "yes")
        self.add("genuine-no-kid.jws", self.sign(self.payload, kid=None), "issuer", "yes")
        self.add("genuine-small-type.jws", self.sign(self.payload, header={"typ": "jwt"}), "issuer", "yes")
        prover = self.did["verificationMethod"][0]["id"]
        self.add("genuine-ed25519.jws", self.sign(self.payload, self.prover, prover), "issuer", "yes")
        self.add("genuine-few-claims.jws", self.sign(self.without("jti", "sub", "nbf")), "status", "yes")
        self.add("genuine-no-list.jws", self.sign(self.without("credentialStatus")), "status", "yes", "keeps no list")
        self.add("index-sign.jws", self.sign(self.changed(
            lambda p: p["credentialStatus"].update(statusListIndex="+" + p["credentialStatus"]["statusListIndex"]))), "status", "no", "names no place")
        self.add("status-size.jws", self.sign(self.changed(
            lambda p: p["credentialStatus"].update(statusSize=2))), "status", "unknown", "more than one bit")
        self.no("time-of-1.1.jws", self.sign(self.changed(
            lambda p: p.update(issuanceDate=p["validFrom"]))), "another version")
        self.no("subject-nobody.jws", self.sign(self.changed(
            lambda p: [p["credentialSubject"].pop(name, None) for name in ("id", "identifier")] and p.pop("sub"))), "neither")
        self.no("class-without-context.jws", self.sign(self.changed(lambda p: p["@context"].pop())), "contexts do not have")
        curve = self.changed(lambda d: d["verificationMethod"].append(
            {"id": "#curve", "type": "JsonWebKey", "controller": DID, "publicKeyJwk": jwk_of(self.curve)})
            or d["assertionMethod"].append("#curve"), self.did)
        self.add("genuine-es256.jws", self.sign(self.payload, self.curve, f"{DID}#curve"), "issuer", "yes",
                 site=self.site("curve", curve))
        self.no("es256-zeros.jws", self.sign(self.payload, self.curve, f"{DID}#curve").rsplit(".", 1)[0] + "." + b64(bytes(64)), site="curve")
        zero = self.changed(lambda d: d["verificationMethod"][1]["publicKeyJwk"].update(
            n=b64(b"\0" + unb64(d["verificationMethod"][1]["publicKeyJwk"]["n"]))), self.did)
        self.add("genuine-zero-before-modulus.jws", self.token, "issuer", "yes", site=self.site("zero", zero))
        rich = self.changed(lambda p: (
            p.update(evidence=[{"id": "https://example.org/work?a=1&b=2", "type": ["Evidence"]},
                               {"narrative": "javascript:alert(1)", "type": "Evidence"}],
                     awardedDate="2026-02-03T04:05:06.789+05:30"),
            p["credentialSubject"].update(narrative="Well \u202e done", result={"type": "Result", "value": "A+"}),
            p["credentialSubject"]["achievement"].update(
                criteria={"id": "https://example.org/criteria"}, tag="Alone",
                alignment=[{"type": ["Alignment"], "targetName": "Frame", "targetUrl": "https://example.org/f"}])))
        self.add("genuine-rich.jws", self.sign(rich), "status", "yes", claims=["Frame", "A+", "Alone"])
        # What this page knows not to read.
        await_command = "the page does not read this form"
        unread = {"integrity": "unknown", "issuer": "unknown", "status": "unknown"}
        for name in ("credential", "assertion"):
            self.add(f"{name}.json", (self.of(0) / f"{name}.json").read_bytes(), "integrity", "unknown",
                     "cannot read", whole=unread, command=await_command)
        two = {"@context": "https://w3id.org/openbadges/v2", "type": "Assertion", "id": "urn:uuid:1"}
        self.add("signed-two.jws", self.sign(two), "integrity", "unknown", "cannot read", whole=unread, command=await_command)
        self.add("two-alone.png", self.png([("iTXt", OB2, (self.of(0) / "assertion.json").read_bytes())]), "integrity", "unknown",
                 "cannot read", whole=unread, command=await_command)
        for name, data in [
            ("plain.png", (self.output / "acme/badges/first.png").read_bytes()), ("plain.svg", (self.output / "acme/badges/first.svg").read_bytes()),
            ("list.jwt", (self.output / "acme/revocations.jwt").read_bytes()), ("did.json", (self.output / "acme/did.json").read_bytes()),
            ("empty.json", b""),
        ]:
            name = "revocations.jwt" if name == "list.jwt" else name
            self.add(name, data, "integrity", "unknown", "no credential")
        self.no("empty.jws", b"", "no JSON Web Token")

    def without(self, *names):
        return self.changed(lambda p: [p.pop(name) for name in names])

    def vc11(self, payload):
        credential = {name: value for name, value in payload.items() if name not in ("iss", "jti", "nbf", "sub", "exp")}
        credential["@context"] = ["https://www.w3.org/2018/credentials/v1", *credential["@context"][1:]]
        credential["issuanceDate"] = credential.pop("validFrom")
        return {"vc": credential, **{n: payload[n] for n in ("iss", "jti", "nbf", "sub") if n in payload}}

    def signatures(self):
        header, payload, sign = self.token.split(".")
        differs = "not by the key that it names"
        self.no("wrong-key", self.sign(self.payload, self.evil), differs)
        swapped = self.changed(lambda p: p["credentialSubject"]["identifier"][1].update(identityHash="Mallory"))
        self.no("swapped-recipient", f"{header}.{b64(dumps(swapped).encode())}.{sign}", differs)
        edited = self.changed(lambda p: p["credentialSubject"]["achievement"].update(name="Master"))
        self.no("edited-text", f"{header}.{b64(dumps(edited).encode())}.{sign}", differs)
        self.no("payload-of-another", f"{header}.{self.tokens[1].split('.')[1]}.{sign}", differs)
        self.no("signature-cut", f"{header}.{payload}.{sign[:-4]}", differs)
        self.no("signature-none", f"{header}.{payload}.", differs)
        for alg in ("none", "None", ""):
            none = b64(dumps({"alg": alg, "kid": f"{DID}#signs", "typ": "JWT"}).encode())
            self.no(f"alg-none-{alg or 'empty'}", f"{none}.{payload}.", differs)
        pem = self.key.public_key().public_bytes(serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo)
        signed = f"{b64(dumps({'alg': 'HS256', 'kid': f'{DID}#signs', 'typ': 'JWT'}).encode())}.{payload}"
        self.no("alg-hs256", f"{signed}.{b64(hmac.digest(pem, signed.encode(), hashlib.sha256))}", differs)
        self.no("alg-es256", self.sign(self.payload, self.curve), differs)
        self.no("alg-eddsa", self.sign(self.payload, self.prover), differs)
        self.no("alg-says-eddsa", self.sign(self.payload, algorithm="EdDSA"), differs)
        self.no("alg-says-ps256", self.sign(self.payload, algorithm="PS256"), differs)
        self.no("alg-missing", self.sign(self.payload, header={"alg": None}), differs)
        self.no("alg-list", self.sign(self.payload, header={"alg": ["RS256"]}), differs)
        self.add("kid-of-another", self.sign(self.payload, kid="did:web:evil.example#key"), "issuer", "no", "has no key")
        self.add("kid-unknown", self.sign(self.payload, kid=f"{DID}#other"), "issuer", "no", "has no key")
        mine = {"jwk": jwk_of(self.evil)}
        self.add("jwk-of-a-stranger", self.sign(self.payload, self.evil, "did:web:evil.example#key", mine), "issuer", "no", "has no key")
        self.no("jwk-with-our-kid", self.sign(self.payload, self.evil, header=mine), differs)
        self.no("jwk-of-another", self.sign(self.payload, self.evil, f"{DID}#x", {"jwk": jwk_of(self.curve)}), "brings along")
        self.add("jwk-private", self.sign(self.payload, self.evil, f"{DID}#x", {"jwk": {**jwk_of(self.evil), "d": "AQAB"}}),
                 "integrity", "unknown", "No key is known")
        stranger = self.changed(lambda p: (p["issuer"].update(id="did:web:evil.example"), p.update(iss="did:web:evil.example")))
        self.add("issuer-elsewhere", self.sign(stranger, self.evil, "did:web:evil.example#key"), "integrity", "unknown", "No key is known")
        self.add("issuer-elsewhere-jwk", self.sign(stranger, self.evil, "did:web:evil.example#key", mine), "issuer", "unknown", "not on this site")
        for place, did in enumerate(["did:web:badges.example.org:..:acme", "did:web:badges.example.org:%2e%2e:acme",
                                     "did:web:badges.example.org", "did:key:z6Mk", "https://badges.example.org/acme",
                                     "did:web:badges.example.org:acme/..", "did:web:badges.example.org::acme"]):
            other = self.changed(lambda p: (p["issuer"].update(id=did), p.update(iss=did)))
            self.add(f"issuer-odd-{place}", self.sign(other, header=mine), "issuer", "unknown" , "would tell")

    def headers(self):
        for name, value in [("jku", "https://evil.example/jwks.json"), ("x5u", "https://evil.example/c.pem"), ("crit", ["exp"]),
                            ("b64", False), ("cty", "JWT"), ("x5c", []), ("zip", "DEF")]:
            self.no(f"header-{name}", self.sign(self.payload, header={name: value}), f'its header has "{name}"')
        self.no("header-proto", self.sign(self.payload, header='{"__proto__":{"alg":"RS256","kid":"x"}}'), "__proto__")
        self.no("header-list", self.sign(self.payload, header='["RS256"]'))
        for place, kind in enumerate(["JOSE", "vc+jwt", "", 1, None]):
            members = dumps({"alg": "RS256", "kid": f"{DID}#signs", "typ": kind})
            self.no(f"type-{place}", self.sign(self.payload, header=members), "does not say that it is a JWT")

    def encodings(self):
        header, payload, sign = self.token.split(".")
        three = "not three parts"
        self.no("trailing-bytes", f"{self.token}!!", three)
        self.no("trailing-letters", f"{self.token}AAAA", "not by the key")
        self.no("four-parts", f"{self.token}.{sign}", "no JSON Web Token")
        self.no("padding", f"{self.token}==", three)
        self.no("newline-within", f"{header}.{payload[:80]}\n{payload[80:]}.{sign}", three)
        # 64 bytes leave four bits over.
        spare = self.sign(self.payload, self.prover, self.did["verificationMethod"][0]["id"])
        self.no("left-over-bits", spare[:-1] + {"A": "B", "Q": "R", "g": "h", "w": "x"}[spare[-1]], three)
        text = dumps(self.payload)
        broken = "not written as"
        self.no("duplicate-name", self.sign('{"name":"Master",' + text[1:]), "given twice")
        self.no("duplicate-escaped", self.sign('{"n\\u0061me":"Master",' + text[1:]), "given twice")
        self.no("duplicate-subject", self.sign(text[:-1] + ',"credentialSubject":{}}'), "given twice")
        self.no("duplicate-deep", self.sign(text.replace('"narrative":"Done."', '"narrative":"Done.","narrative":"Won."')), "given twice")
        self.no("duplicate-header", self.sign(self.payload, header=f'{{"alg":"none","alg":"RS256","kid":"{DID}#signs"}}'), "given twice")
        for place, half in enumerate(["\\ud800", "\\udc00", "\\ud800\\ud800", "\\udc00\\ud800"]):
            self.no(f"surrogate-{place}", self.sign(text.replace('"name":"First"', f'"name":"{half}"', 1)), "surrogate")
        self.no("surrogate-raw", self.sign(text.replace('"name":"First"', '"name":"\ud800"', 1)), "JSON is broken|UTF-8")
        self.no("surrogate-name", self.sign(text[:-1] + ',"\\ud800":1}'), "surrogate")
        for depth, answer in ((62, "yes"), (63, "yes"), (64, "no"), (5000, "no")):
            deep = text[:-1] + ',"termsOfUse":' + "[" * depth + "]" * depth + "}"
            self.add(f"deep-{depth}", self.sign(deep), "integrity", answer, "nested deeper" if answer == "no" else "")
        self.no("values", self.sign(text[:-1] + ',"termsOfUse":[' + "0," * 20000 + "0]}"), "20000 values")
        self.no("large", self.sign(text[:-1] + ',"termsOfUse":"' + "x" * 262144 + '"}'), "262144 bytes")
        self.add("almost-large", self.sign(text[:-1] + ',"termsOfUse":"' + "x" * 255000 + '"}'), "status", "yes")
        for name, written in [
            ("comma", text[:-1] + ",}"), ("comment", "/**/" + text), ("mark", "\ufeff" + text), ("behind", text + "{}"),
            ("control", text.replace("First", "Fi\nrst")), ("number", text[:-1] + ',"termsOfUse":01}'),
            ("nan", text[:-1] + ',"termsOfUse":NaN}'), ("single", text.replace('"name"', "'name'")),
            ("escape", text.replace("First", "Fi\\xrst")), ("latin1", text.replace("First", "F\xefrst").encode("latin-1", "ignore")),
            ("empty", ""),
        ]:
            self.no(f"json-{name}", self.sign(written), "JSON is broken")
        self.no("json-list", self.sign("[" + text + "]"), "no credential")
        self.no("json-null", self.sign("null"), "no credential")

    def contents(self):
        def put(name, change, reason, **rest):
            self.no(name, self.sign(self.changed(change)), reason, **rest)

        achievement = lambda p: p["credentialSubject"]["achievement"]
        put("unknown-member", lambda p: p.update(verified=True), "a member that")
        put("unknown-member-deep", lambda p: achievement(p).update(grade="A"), "a member that")
        put("member-look-alike", lambda p: p.update({"n\u0430me": "Master"}), "a member that")
        self.no("member-proto", self.sign('{"__proto__":{"name":"Master"},' + dumps(self.payload)[1:]), "a member that")
        put("member-constructor", lambda p: p.update(constructor="x"), "a member that")
        put("class-constructor", lambda p: achievement(p).update(type=["constructor"]), "does not say")
        contexts = self.payload["@context"]
        for name, value in [
            ("context-alias", contexts + ["https://evil.example/context.json"]), ("context-inline", contexts + [{"name": "urn:x"}]),
            ("context-first", contexts[1:]), ("context-order", contexts[::-1]), ("context-alone", contexts[:1]), ("context-text", contexts[0]),
            ("context-old", ["https://www.w3.org/2018/credentials/v1", *contexts[1:]]), ("context-null", None), ("context-empty", []),
        ]:
            put(name, lambda p: p.update({"@context": value}), "contexts")
        for claim, value in [("iss", "did:web:evil.example"), ("jti", "urn:uuid:0"), ("sub", "urn:uuid:0"), ("nbf", 1), ("exp", 4102444800)]:
            put(f"claim-{claim}", lambda p: p.update({claim: value}), f'claim "{claim}"')
        put("claim-iss-missing", lambda p: p.pop("iss"), 'claim "iss"')
        put("claim-nbf-text", lambda p: p.update(nbf=str(p["nbf"])), 'claim "nbf"')
        put("claim-nbf-fraction", lambda p: p.update(nbf=p["nbf"] + 0.5), 'claim "nbf"')
        self.add("claim-nbf-float", self.sign(dumps(self.payload).replace(str(self.payload["nbf"]), f"{self.payload['nbf']}.0")), "status", "yes")
        until = moment(30)
        self.add("claim-exp-agrees", self.sign(self.changed(lambda p: p.update(validUntil=until, exp=seconds(until)))), "status", "yes")
        self.no("claim-exp-disagrees", self.sign(self.changed(lambda p: p.update(validUntil=until, exp=seconds(until) + 1))), 'claim "exp"')
        put("claim-exp-fraction", lambda p: p.update(exp=1700000000.5), 'claim "exp"')
        put("claim-exp-text", lambda p: p.update(exp="1700000000"), 'claim "exp"')
        put("claim-sub-none", lambda p: p["credentialSubject"].pop("id"), 'claim "sub"')
        put("issuer-missing", lambda p: p.pop("issuer"), "names no issuer")
        put("issuer-text", lambda p: p.update(issuer=DID), "class Profile")
        put("issuer-list", lambda p: p.update(issuer=[p["issuer"]]), "names no issuer|one value")
        put("subject-list", lambda p: p.update(credentialSubject=[p["credentialSubject"]]), "one value")
        put("subject-none", lambda p: p.pop("credentialSubject"), "lacks")
        put("type-missing", lambda p: p.pop("type"), "type")
        put("type-other", lambda p: p.update(type=["VerifiableCredential", "EndorsementCredential"]), "type")
        put("type-number", lambda p: p["type"].append(1), "type")
        put("empty-list", lambda p: p.update(evidence=[]), "empty list")
        put("text-number", lambda p: p.update(name=1), "no text")
        put("flag-text", lambda p: p["credentialSubject"]["identifier"][1].update(hashed="false"), "no flag")
        put("start-missing", lambda p: (p.pop("validFrom"), p.pop("nbf")), "from when")
        for place, day in enumerate(["2026-01-01", "2026-02-29T00:00:00Z", "2026-01-01T24:00:00Z", "2026-01-01T00:00:00", "2026-01-01T00:00:60Z",
                                     "2026-00-01T00:00:00Z", "2026-01-00T00:00:00Z", "2026-01-01T00:00:00+14:01", "2026-01-01T00:00:00.Z",
                                     "2026-01-01t00:00:00z", "02026-01-01T00:00:00Z", "2026-01-01T00:00:00Z\n", None, 1767225600]):
            put(f"date-{place}", lambda p: (p.update(awardedDate=day)), "no date")
        for place, (start, answer) in enumerate([("0000-02-29T00:00:00Z", "yes"), ("0099-12-31T23:59:59-14:00", "yes"), ("9999-12-31T23:59:59-14:00", "no")]):
            self.add(f"year-{place}", self.sign(self.changed(lambda p: (p.update(validFrom=start), p.pop("nbf")))), "status", answer)

        def status(name, change, answer, reason, **rest):
            self.add(name, self.sign(self.changed(change)), "status", answer, reason, **rest)

        start = moment(2)
        past, first = moment(-1), moment(-40)
        status("expired", lambda p: p.update(validUntil=past, exp=seconds(past)), "no", "expired")
        status("not-yet-valid", lambda p: p.update(validFrom=start, nbf=seconds(start)), "no", "not hold before")
        status("valid-until-before", lambda p: p.update(validUntil=first, exp=seconds(first)), "no", "expired")
        old = self.vc11(self.payload)
        self.no("vc11-claim", self.sign({**old, "sub": "urn:uuid:0"}), 'claim "sub"')
        self.no("vc11-contexts", self.sign({**old, "vc": {**old["vc"], "@context": contexts}}), "contexts")
        self.no("vc11-null", self.sign({**self.payload, "vc": None}), "names no issuer")
        self.no("vc11-with-another", self.sign({**self.payload, "vc": {}}), "names no issuer")
        self.add("vc11-expired", self.sign({**old, "vc": {**old["vc"], "expirationDate": past}}), "status", "no", "expired")
        # The places of lists.
        own = self.payload["credentialStatus"]
        revoked = json.loads(unb64(self.tokens[REVOKED].split(".")[1]))["credentialStatus"]

        def entry(name, answer, reason, site="main", **members):
            status(name, lambda p: p["credentialStatus"].update(members), answer, reason, site=site)

        entry("index-out-of-range", "no", "beyond the end", statusListIndex="99999999")
        entry("index-huge", "no", "beyond the end|names no place", statusListIndex="9" * 30)
        entry("index-no-number", "no", "names no place", statusListIndex="ten")
        entry("index-hex", "no", "names no place", statusListIndex="0x10")
        entry("index-negative", "no", "names no place", statusListIndex="-1")
        entry("index-blank", "no", "names no place", statusListIndex=" 1")
        entry("index-json-number", "no", "names no place", statusListIndex=1)
        entry("purpose-other", "unknown", "purpose", statusPurpose="message")
        entry("purpose-suspension", "unknown", "another purpose", statusPurpose="suspension")
        entry("purpose-none", "no", "names no place", statusPurpose=None)
        entry("list-elsewhere", "unknown", "not on this site", statusListCredential="https://evil.example/list.jwt")
        entry("list-missing", "unknown", "could not be had", statusListCredential=f"{PUBLISH}/acme/other.jwt")
        entry("list-of-folder", "unknown", "could not be had|not on this site", statusListCredential=f"{PUBLISH}/acme/people")
        for place, path in enumerate(["acme/../acme/revocations.jwt", "acme/./revocations.jwt", "acme//revocations.jwt", "acme/%2e%2e/acme/revocations.jwt",
                                      "acme\\revocations.jwt", "/evil.example/list.jwt", "", "acme/", "../acme/revocations.jwt"]):
            entry(f"list-path-{place}", "unknown", "would tell", statusListCredential=f"{PUBLISH}/{path}")
        entry("list-host", "unknown", "not on this site", statusListCredential=f"{PUBLISH}@evil.example/acme/revocations.jwt")
        entry("list-host-prefix", "unknown", "not on this site", statusListCredential=f"{PUBLISH}.evil.example/acme/revocations.jwt")
        entry("list-scheme", "unknown", "not on this site", statusListCredential="http://badges.example.org/acme/revocations.jwt")
        entry("list-unsigned", "unknown", "cannot be relied on", statusListCredential=f"{PUBLISH}/acme/did.json")
        entry("status-kind", "unknown", "is not read", type="StatusList2021Entry")
        entry("status-of-another", "no", "taken it back", **revoked)
        status("status-empty", lambda p: p.update(credentialStatus=[]), "unknown", "names no status list")
        status("status-null", lambda p: p.update(credentialStatus=None), "unknown", "is not read")
        status("status-two", lambda p: p.update(credentialStatus=[own, revoked]), "no", "taken it back")
        status("status-many", lambda p: p.update(credentialStatus=[own] * 21), "unknown", "more than 20", command="it reads any number of lists")
        status("status-twenty", lambda p: p.update(credentialStatus=[own] * 20), "yes", "not taken back")
        status("status-two-unknown", lambda p: p.update(credentialStatus=[own, {"type": "X"}]), "unknown", "is not read")

    def lists(self):
        bits = bytearray(gzip.decompress(unb64(self.status_list["credentialSubject"]["encodedList"][1:])))
        address = self.status_list["id"]

        def entry(name, answer, reason, change=lambda p: None, raw=None, command=None, **how):
            payload = self.changed(change, self.status_list)
            data = raw if raw is not None else self.sign(payload, **how)
            self.add(f"{name}.jws", self.token, "status", answer, reason, site=self.site(name, files={"acme/revocations.jwt": data}), command=command)

        def encoded(data):
            return lambda p: p["credentialSubject"].update(encodedList="u" + b64(data))

        subject = lambda p: p["credentialSubject"]
        entry("list-own", "yes", "not taken back")
        entry("list-replayed", "unknown", "was good until", lambda p: p.update(validFrom=moment(-120), validUntil=moment(-30)))
        entry("list-not-begun", "unknown", "not valid before", lambda p: p.update(validFrom=moment(3)))
        entry("list-endless", "unknown", "no end", lambda p: p.pop("validUntil"))
        entry("list-issuer", "unknown", "another issuer", lambda p: p.update(issuer="did:web:evil.example"), key=self.evil, kid="did:web:evil.example#k")
        entry("list-issuer-alone", "unknown", "another issuer", lambda p: p.update(issuer="did:web:evil.example"))
        entry("list-forged", "unknown", "not signed by its issuer", key=self.evil)
        entry("list-jwk", "unknown", "not signed by its issuer", key=self.evil, kid="x", header={"jwk": jwk_of(self.evil)})
        entry("list-address", "unknown", "another address", lambda p: p.update(id=f"{PUBLISH}/other/revocations.jwt"))
        entry("list-purpose", "unknown", "another purpose", lambda p: subject(p).update(statusPurpose="suspension"))
        entry("list-purposes", "yes", "not taken back", lambda p: subject(p).update(statusPurpose=["suspension", "revocation"]))
        entry("list-kind", "unknown", "no status list", lambda p: p.update(type=["VerifiableCredential"]))
        entry("list-credential", "unknown", "another address", raw=self.token)
        entry("list-bomb", "unknown", "more than", encoded(gzip.compress(bytes(150 << 20), 9, mtime=0)))
        entry("list-short", "unknown", "fewer than", encoded(gzip.compress(bytes(16383), 9, mtime=0)))
        is_beyond = index_of(self.payload) >= 131072
        entry("list-least", "no" if is_beyond else "yes", "beyond the end" if is_beyond else "", encoded(gzip.compress(bytes(16384), 9, mtime=0)))
        entry("list-zlib", "unknown", "cannot be relied on", encoded(zlib.compress(bytes(bits))))
        entry("list-behind", "unknown", "cannot be relied on", encoded(gzip.compress(bytes(bits), mtime=0) + b"x"))
        entry("list-members", "unknown", "cannot be relied on", encoded(gzip.compress(bytes(bits), mtime=0) * 2))
        broken = bytearray(gzip.compress(bytes(bits), mtime=0))
        broken[-5] ^= 1
        entry("list-check", "unknown", "cannot be relied on", encoded(bytes(broken)))
        entry("list-padding", "unknown", "broken", lambda p: subject(p).update(encodedList=subject(p)["encodedList"] + "="))
        entry("list-letter", "unknown", "broken", lambda p: subject(p).update(encodedList=subject(p)["encodedList"][1:]))
        entry("list-none", "unknown", "cannot be relied on", lambda p: p.pop("credentialSubject"))
        entry("list-line", "unknown", "three parts", raw=(self.output / "acme/revocations.jwt").read_text() + "\n")
        entry("list-html", "unknown", "no JWT", raw="<!doctype html>")
        entry("list-twice", "unknown", "given twice", raw=self.sign('{"id":"x",' + dumps(self.status_list)[1:]))
        entry("list-crit", "unknown", "crit", header={"crit": ["x"], "x": 1})
        all_set = bytearray(b"\xff" * len(bits))
        entry("list-revoked", "no", "taken it back", encoded(gzip.compress(bytes(all_set), mtime=0)))
        entry("list-revoked-old", "no", "taken it back", lambda p: (
            encoded(gzip.compress(bytes(all_set), mtime=0))(p), p.update(validUntil=moment(-30))))
        # Lists that call themselves by the address that the credential has, which is none of this site's.
        for place, other in enumerate(["acme/../acme/revocations.jwt", "acme/./revocations.jwt", "acme/%72evocations.jwt"]):
            name, there = f"list-itself-{place}", f"{PUBLISH}/{other}"
            held = self.sign(self.changed(lambda p: p.update(id=there), self.status_list))
            self.add(f"{name}.jws", self.sign(self.changed(lambda p: p["credentialStatus"].update(statusListCredential=there))), "status",
                     "unknown", "not on this site", site=self.site(name, files={"acme/revocations.jwt": held}))
        there = "https://badges.example.com/acme/revocations.jwt"
        held = self.sign(self.changed(lambda p: p.update(id=there), self.status_list))
        self.add("list-same-length.jws", self.sign(self.changed(lambda p: p["credentialStatus"].update(statusListCredential=there))), "status",
                 "unknown", "not on this site", site=self.site("list-same-length", files={"acme/revocations.jwt": held}))
        # The list of 1EdTech.
        other = f"{PUBLISH}/acme/revoked.json"
        token = self.sign(self.changed(lambda p: p.update(credentialStatus={"id": other, "type": "1EdTechRevocationList"})))
        own = {"id": other, "issuer": DID, "revokedCredential": []}
        for name, answer, reason, document in [
            ("edtech-good", "yes", "not taken back", own),
            ("edtech-revoked", "no", "Misused", {**own, "revokedCredential": [
                {"id": self.payload["id"], "revoked": True, "revocationReason": "Misused"}]}),
            ("edtech-alone", "no", "taken it back", {**own, "revokedCredential": {"id": self.payload["id"]}}),
            ("edtech-not", "yes", "not taken back", {**own, "revokedCredential": [{"id": self.payload["id"], "revoked": False}]}),
            ("edtech-issuer", "unknown", "of another", {**own, "issuer": "did:web:evil.example"}),
            ("edtech-address", "unknown", "of another", {**own, "id": f"{other}x"}),
            ("edtech-broken", "unknown", "cannot be relied on|could not be had", "{"),
        ]:
            data = document if isinstance(document, str) else json.dumps(document)
            self.add(f"{name}.jws", token, "status", answer, reason, site=self.site(name, files={"acme/revoked.json": data}))
        self.add("edtech-missing.jws", token, "status", "unknown", "could not be had")

    def documents(self):
        rsa_at = next(place for place, method in enumerate(self.did["verificationMethod"]) if "publicKeyJwk" in method)

        def entry(name, question, answer, reason, change, token=None, raw=None):
            document = raw if raw is not None else self.changed(change, self.did)
            self.add(f"{name}.jws", token or self.token, question, answer, reason, site=self.site(name, document))

        method = lambda d: d["verificationMethod"][rsa_at]
        self.add("key-compromised.jws", self.token, "issuer", "no", "withdrawn", site="retired")
        self.add("key-compromised-new.jws", next((self.folder / "sites/retired/acme/people/p0").glob("*/credential.jws")).read_bytes(),
                 "issuer", "yes", site="retired")
        entry("key-not-asserting", "issuer", "no", "withdrawn", lambda d: d["assertionMethod"].remove(method(d)["id"]))
        entry("key-asserting-none", "issuer", "no", "withdrawn", lambda d: d.pop("assertionMethod"))
        entry("key-relative", "issuer", "yes", "", lambda d: method(d).update(id="#signs"))
        entry("key-revoked", "issuer", "no", "withdrawn", lambda d: method(d).update(revoked=moment(-1)))
        entry("key-revoked-later", "issuer", "yes", "", lambda d: method(d).update(revoked=moment(1)))
        entry("key-revoked-oddly", "issuer", "no", "withdrawn", lambda d: method(d).update(revoked=True))
        entry("key-expired", "issuer", "no", "withdrawn", lambda d: method(d).update(expires=moment(-1), revoked=moment(1)))
        entry("key-controller", "issuer", "no", "has no key", lambda d: method(d).update(controller="did:web:evil.example"))
        entry("key-uncontrolled", "issuer", "no", "has no key", lambda d: method(d).pop("controller"))
        entry("key-private", "issuer", "no", "has no key", lambda d: method(d)["publicKeyJwk"].update(d="AQAB"))
        entry("key-even", "issuer", "no", "has no key", lambda d: method(d)["publicKeyJwk"].update(e="AQAA"))
        entry("key-padding", "issuer", "no", "has no key", lambda d: method(d)["publicKeyJwk"].update(e="AQAB=="))
        # With an exponent of 1 the signature is the padded hash itself.
        signed = self.token.rsplit(".", 1)[0].encode()
        size = self.key.key_size // 8
        hash_info = bytes.fromhex("3031300d060960864801650304020105000420") + hashlib.sha256(signed).digest()
        padded = b"\0\1" + b"\xff" * (size - len(hash_info) - 3) + b"\0" + hash_info
        entry("key-exponent-1", "issuer", "no", "has no key", lambda d: method(d)["publicKeyJwk"].update(e="AQ"),
              token=f"{signed.decode()}.{b64(padded)}")
        short = rsa.generate_private_key(public_exponent=65537, key_size=1024)
        entry("key-short", "issuer", "no", "has no key", lambda d: method(d).update(publicKeyJwk=jwk_of(short)),
              token=self.sign(self.payload, short))
        entry("key-other-kind", "integrity", "no", "not by the key", lambda d: method(d).update(publicKeyJwk=jwk_of(self.curve)))
        entry("key-off-curve", "issuer", "no", "has no key", lambda d: method(d).update(
            publicKeyJwk={**jwk_of(self.curve), "x": b64(bytes(31) + b"\1")}), token=self.sign(self.payload, self.curve))
        entry("key-crossed", "integrity", "no", "not by the key", lambda d: method(d).update(publicKeyJwk=jwk_of(self.evil)))
        entry("document-of-another", "issuer", "unknown", "document of another", lambda d: d.update(id="did:web:evil.example"))
        entry("document-without-keys", "issuer", "unknown", "lists no keys", lambda d: d.pop("verificationMethod"))
        entry("document-empty", "issuer", "no", "has no key", lambda d: d.update(verificationMethod=[]))
        entry("document-twice", "issuer", "unknown", "given twice", None, raw='{"id":"' + DID + '",' + json.dumps(self.did)[1:])
        entry("document-html", "issuer", "unknown", "could not be had", None, raw="<!doctype html>")
        entry("document-odd", "issuer", "yes", "", lambda d: d["verificationMethod"].extend([None, "x", {"id": 1}, {"id": "#a", "controller": DID}]))
        (self.folder / "sites" / self.site("document-none") / "acme/did.json").unlink()
        self.add("document-none.jws", self.token, "issuer", "unknown", "could not be had", site="document-none")
        self.add("document-none-jwk.jws", self.sign(self.payload, header={"jwk": jwk_of(self.key)}), "issuer", "unknown",
                 "could not be had", site="document-none")

    # Pictures.

    def png(self, texts, after=b"", crc=0):
        picture = (self.output / "acme/badges/first.png").read_bytes()
        chunks = b""
        for kind, keyword, data in texts:
            data = data if isinstance(data, bytes) else data.encode()
            between = {"iTXt": bytes(5), "tEXt": b"\0", "zTXt": b"\0\0", "iTXt+": b"\0\1\0\0\0",
                       "iTXt!": b"\0\1\0\0\0", "tEXt!": bytes(5)}[kind]
            data = keyword.encode() + between + (zlib.compress(data) if kind in ("zTXt", "iTXt+") else data)
            body = kind[:4].encode() + data
            chunks += len(data).to_bytes(4, "big") + body + ((zlib.crc32(body) ^ crc)).to_bytes(4, "big")
        return picture[:-12] + chunks + picture[-12:] + after

    def pictures(self):
        token, evil = self.token, self.sign(self.payload, self.evil)
        self.add("png-own.png", self.png([("iTXt", OB3, token)]), "status", "yes")
        self.no("png-two.png", self.png([("iTXt", OB3, token), ("iTXt", OB3, evil)]), "more than one chunk")
        self.no("png-same-twice.png", self.png([("iTXt", OB3, token)] * 2), "more than one chunk")
        self.no("png-compressed.png", self.png([("iTXt+", OB3, token)]), "compressed")
        self.no("png-text.png", self.png([("tEXt", OB3, token)]), "in a chunk")
        self.no("png-ztext.png", self.png([("zTXt", OB3, token)]), "in a chunk")
        self.no("png-after.png", self.png([("iTXt", OB3, token)], after=b"x"), "after the PNG")
        self.no("png-check.png", self.png([("iTXt", OB3, token)], crc=1), "does not agree")
        self.no("png-cut.png", self.png([("iTXt", OB3, token)])[:-30], "cut off")
        self.no("png-edited.png", self.png([("iTXt", OB3, self.token[:-9] + "AAAAAAAAA"[:9])]), "not by the key|three parts")
        self.no("png-wrong-key.png", self.png([("iTXt", OB3, evil)]), "not by the key")
        self.no("png-empty.png", self.png([("iTXt", OB3, "")]), "neither")
        self.no("png-flag.png", self.png([("iTXt!", OB3, token)]), "compressed")
        self.no("png-text-alike.png", self.png([("tEXt!", OB3, token)]), "in a chunk")
        self.no("png-broken-chunk.png", self.broken_chunk(), "broken chunk")
        self.add("png-two-name.png", self.png([("iTXt", OB2, token)]), "status", "yes")
        self.add("png-other-keyword.png", self.png([("iTXt", "OpenBadgeCredential", token)]), "integrity", "unknown", "no credential")
        self.add("png-length.png", self.png([])[:8] + b"\xff\xff\xff\xff" + self.png([])[12:], "integrity", "no", "cut off")

        space = "https://purl.imsglobal.org/ob/v3p0"
        one = lambda inner="", verify=None, name="openbadges": (
            f'<{name}:credential xmlns:{name}="{space}"' + (f' verify="{verify}"' if verify else "") + f">{inner}</{name}:credential>")
        svg = lambda inner, before="": f'{before}<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1">{inner}</svg>'
        self.add("svg-own.svg", svg(one(verify=token)), "status", "yes")
        self.add("svg-other-prefix.svg", svg(one(verify=token, name="x")), "status", "yes")
        self.add("svg-body.svg", svg(one(f"\n {token}\n")), "status", "yes")
        self.add("svg-cdata.svg", svg(one(f"<![CDATA[{token}]]>")), "status", "yes")
        self.add("svg-declared.svg", svg(one(verify=token), '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE svg PUBLIC '
                 '"-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">\n'), "status", "yes")
        self.no("svg-two.svg", svg(one(verify=token) + one(verify=evil)), "more than one element")
        self.no("svg-two-deep.svg", svg(one(verify=token) + "<g><g>" + one(verify=token) + "</g></g>"), "more than one element")
        self.no("svg-nested.svg", svg(one(one(verify=evil), verify=token)), "more than one element")
        self.no("svg-both.svg", svg(one(token, verify=token)), "carries two")
        self.no("svg-dtd.svg", svg(one(verify="&t;"), f'<!DOCTYPE svg [<!ENTITY t "{token}">]>'), "document type")
        self.no("svg-dtd-late.svg", svg(one(verify=token), f"<!--{' ' * 4096}--><!DOCTYPE svg>"), "document type")
        self.no("svg-dtd-comment.svg", svg(one(verify=token) + "<!-- <!DOCTYPE x> -->"), "document type")
        self.no("svg-entity.svg", svg(one("&nbsp;" + token)), "not XML")
        self.no("svg-broken.svg", svg(one(verify=token))[:-1], "not XML")
        self.no("svg-latin1.svg", svg(one(verify=token) + "<t>\xfc</t>").encode("latin-1"), "UTF-8")
        self.no("svg-zero.svg", svg(one(verify=token) + "\0"), "document type|not XML")
        self.no("svg-html.svg", f"<html>{one(verify=token)}</html>", "not an SVG")
        self.no("svg-edited.svg", svg(one(verify=f"{self.token[:-9]}AAAAAAAAA")), "not by the key|three parts")
        self.no("svg-empty.svg", svg(one()).replace('">', '" verify="">', 2).replace('1" verify="">', '1">'), "neither")
        self.no("svg-deep.svg", svg("<g>" * 100 + one(verify=token) + "</g>" * 100), "too deep")
        self.no("svg-many.svg", svg("<g/>" * 20000 + one(verify=token)), "20000")
        self.add("svg-no-namespace.svg", svg(f'<credential verify="{token}"/>'), "integrity", "unknown", "no credential")
        self.add("svg-script.svg", svg("<script>document.title='x'</script><style>@import url(https://evil.example/)</style>"
                 '<image href="https://evil.example/x.png"/><image href="x" onerror="alert(1)"/>' + one(verify=token)), "status", "yes")
        own = one(verify=token)
        self.no("svg-unbound.svg", svg("<x:y/>" + own), "not XML")
        self.no("svg-unbound-attribute.svg", svg('<g x:y="1"/>' + own), "not XML")
        self.no("svg-unbound-empty.svg", svg('<g xmlns:x=""/>' + own), "not XML")
        self.no("svg-same-attribute.svg", svg('<g xmlns:a="urn:x" xmlns:b="urn:x" a:c="1" b:c="2"/>' + own), "not XML")
        self.no("svg-double-attribute.svg", svg('<g a="1" a="2"/>' + own), "not XML")
        self.no("svg-two-roots.svg", svg(own) + "<svg/>", "not XML")
        self.add("svg-comment-within.svg", svg(one(token[:40] + "<!-- x -->" + token[40:])), "status", "yes")
        self.add("svg-element-within.svg", svg(one(token[:40] + "<b>x</b>" + token[40:])), "status", "yes")
        self.add("svg-default-namespace.svg", svg(f'<credential xmlns="{space}" verify="{token}"/>'), "status", "yes")
        self.add("svg-edge-depth.svg", svg("<g>" * 98 + own + "</g>" * 98), "status", "yes")
        self.no("svg-beyond-depth.svg", svg("<g>" * 99 + own + "</g>" * 99), "too deep")
        self.no("svg-edge-attributes.svg", svg("<g " + " ".join(f'a{n}="1"' for n in range(201)) + "/>" + own), "too many")
        self.add("svg-deep-alone.svg", svg("<g>" + one(verify=token) + "</g>"), "status", "yes")

    def broken_chunk(self):
        body = b"iTXt" + OB3.encode() + b"\0\0\0\1\1\1"
        picture = self.png([])
        return picture[:-12] + (len(body) - 4).to_bytes(4, "big") + body + zlib.crc32(body).to_bytes(4, "big") + picture[-12:]

    # PDF files.

    def pdfs(self):
        token, other, evil = self.token, self.tokens[1], self.sign(self.payload, self.evil)
        assertion = (self.of(0) / "assertion.json").read_text("utf-8")
        good = {"integrity": "yes", "issuer": "yes", "status": "yes"}
        refused = {"integrity": "no", "issuer": "unknown", "status": "unknown"}
        none = {"integrity": "unknown", "issuer": "unknown", "status": "unknown"}

        def entry(name, data, whole, reason="", question="integrity", command=None):
            self.add(f"pdf-{name}.pdf", data, question, whole[question], reason, whole=whole, command=command)

        entry("plain", pdf([attached(token)]), good)
        entry("packed", pdf([attached(token, packed=True)]), good)
        entry("list-filter", pdf([attached(token, packed=True, filters="[ /FlateDecode ]")]), good)
        entry("names", pdf([attached(token, kind="/Embedded#46ile")]), good)
        entry("blanks", pdf([attached(f"\n{token}\r\n")]), good)
        entry("twice", pdf([attached(token), attached(token, packed=True)]), good)
        entry("with-two", pdf([attached(token), attached(assertion)]), good, "")
        entry("nested", pdf([attached(token, more="/Params << /Size 10 /CheckSum <00ff> /Note (a \\( b (c) \\) >> stream) /L [1 0 R (x) [ <</A/B>> ]] >>")]), good)
        entry("comment", pdf([attached(token, more="% stream endstream >>\n/A true /B null /C -.5")]), good)
        entry("junk-before", b"x" * 900 + pdf([attached(token)]), good)
        entry("length-wrong", pdf([attached(token, length=7)]), good)
        entry("length-long", pdf([attached(token, length=1 << 40)]), good)
        entry("length-negative", pdf([attached(token, length=-5)]), good)
        entry("length-reference", pdf([attached(token, length="9 0 R")]), good)
        entry("length-wrong-packed", pdf([attached(token, packed=True, length=3)]), good)
        entry("line-feed", pdf([attached(token, line=b"\r\n")]), good)
        entry("no-line-before-end", pdf([attached(token, end=b"")]), good)
        entry("revoked", pdf([attached(self.tokens[REVOKED])]), {**good, "status": "no"}, "taken it back", "status")
        entry("expired", pdf([attached(self.tokens[EXPIRED])]), {**good, "status": "no"}, "expired", "status")
        entry("two-credentials", pdf([attached(token), attached(other)]), refused, "more than one credential")
        entry("two-one-forged", pdf([attached(token), attached(evil)]), refused, "more than one credential")
        entry("two-assertions", pdf([attached(assertion), attached(assertion.replace("p0", "p1"))]), refused, "more than one credential")
        entry("encrypted", pdf([attached(token)], trailer="/Encrypt 9 0 R"), refused, "encrypted")
        entry("encrypted-stream", pdf([attached(token), "<< /Type /XRef /Encrypt << /V 1 >> /Length 0 >>\nstream\n\nendstream"]), refused, "encrypted")
        entry("encrypt-in-text", pdf([attached(token), "<< /A (trailer << /Encrypt 1 0 R >>) >>"]), good)
        entry("in-a-stream", pdf([stream(b"9 0 obj\n" + attached(token) + b"\nendobj\n", "/Type /Other")]), none, "no credential")
        entry("in-a-packed-stream", pdf([stream(zlib.compress(b"1 0 obj " + attached(token)), "/Filter /FlateDecode")]), none, "no credential")
        entry("in-metadata", pdf([stream(token.encode(), "/Type /Metadata")]), none, "no credential")
        entry("in-a-string", pdf([f"<< /A ({token}) /B (1 0 obj << /Type /EmbeddedFile >> stream\n{token}\nendstream) >>".encode()]), none, "no credential")
        entry("other-filter", pdf([attached(base64.b16encode(token.encode()).decode() + ">", filters="/ASCIIHexDecode")]), none, "no credential")
        entry("two-filters", pdf([attached(token, packed=True, filters="[/FlateDecode /FlateDecode]")]), none, "no credential")
        entry("parameters", pdf([attached(token, packed=True, more="/DecodeParms << /Predictor 1 >>")]), none, "no credential")
        entry("bomb", pdf([attached("eyJ" + "0" * (100 << 20), packed=True)]), none, "no credential")
        entry("bomb-beside", pdf([attached("0" * (10 << 20), packed=True), attached(token)]), good)
        entry("broken-packed", pdf([attached(token, packed=True).replace(b"x\x9c", b"x\x9d")]), none, "no credential")
        header, payload, sign = token.split(".")
        edited = self.changed(lambda p: p["credentialSubject"]["achievement"].update(name="Master"))
        entry("edited", pdf([attached(f"{header}.{b64(dumps(edited).encode())}.{sign}")]), refused, "not by the key")
        entry("wrong-key", pdf([attached(evil)]), refused, "not by the key")
        entry("damaged-json", pdf([attached('{"type":["OpenBadgeCredential"],')]), refused, "JSON is broken")
        entry("other-json", pdf([attached('{"type":"Invoice"}'), attached("eyJ no token")]), none, "no credential")
        entry("assertion", pdf([attached(assertion)]), none, "cannot read", command="it reads what is hosted")
        entry("empty", pdf([]), none, "no credential")
        entry("deep", pdf([b"<< /A " + b"[" * 40 + b"]" * 40 + b" >>", attached(token)]), good)
        entry("deep-hostile", pdf([b"<< /A " + b"<<" * 100000, attached(token)]), good)
        for name, data in [
            ("hostile-open", b"1 0 obj <<" * 300000), ("hostile-strings", b"1 0 obj <<(" * 300000), ("hostile-names", b"1 0 obj <</A " * 300000),
            ("hostile-blanks", b"1" + b" " * 3000000 + b"1" + b" " * 3000000), ("hostile-digits", b"1 " * 1500000 + b"1" * 3000000),
            ("hostile-streams", b"1 0 obj <<>> stream\n" * 300000), ("hostile-hex", b"1 0 obj <</A <" + b"a" * 5000000),
            ("hostile-comments", b"1 0 obj %" * 300000), ("hostile-lists", b"1 0 obj <</A [" * 300000), ("hostile-hexes", b"1 0 obj <</A <a" * 300000),
            ("hostile-ends", b"1 0 obj <</Length 5>> stream\n endstream" * 200000), ("hostile-trailers", b"trailer<<" * 300000),
            ("hostile-references", b"1 0 obj << /A " + b"1 " * 2000000),
        ]:
            entry(name, b"%PDF-1.7\n" + data, none, "no credential")
        many = pdf([attached(str(place)) for place in range(120)])
        entry("many", many, refused, "100 attachments")
        for name, options in [
            ("pikepdf", {}), ("pikepdf-objects", {"object_stream_mode": pikepdf.ObjectStreamMode.generate}), ("pikepdf-linear", {"linearize": True}),
        ]:
            entry(name, made_with_pikepdf([("credential.jws", token)], **options), good)
        entry("pikepdf-two", made_with_pikepdf([("a.jws", token), ("b.jws", other)]), refused, "more than one credential")
        entry("pikepdf-encrypted", made_with_pikepdf(
            [("credential.jws", token)], encryption=pikepdf.Encryption(owner="o", user="", R=6)), refused, "encrypted")
        entry("pikepdf-none", made_with_pikepdf([]), none, "no credential")


def index_of(payload):
    return int(payload["credentialStatus"]["statusListIndex"])


def stream(data, members, length=None, line=b"\n", end=b"\n"):
    data = data if isinstance(data, bytes) else data.encode()
    length = len(data) if length is None else length
    return f"<< {members} /Length {length} >>\nstream".encode() + line + data + end + b"endstream"


def attached(text, packed=False, filters="/FlateDecode", kind="/EmbeddedFile", more="", **how):
    data = text.encode()
    filters = f"/Filter {filters}" if packed or filters != "/FlateDecode" else ""
    return stream(zlib.compress(data) if packed else data, f"/Type {kind} {filters} {more}", **how)


def pdf(objects, trailer=""):
    """A file with a page and `objects`."""
    own = [b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>", b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] >>"]
    out, places = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", []
    for place, data in enumerate(own + [item if isinstance(item, bytes) else item.encode() for item in objects]):
        places.append(len(out))
        out += f"{place + 1} 0 obj\n".encode() + data + b"\nendobj\n"
    start = len(out)
    out += f"xref\n0 {len(places) + 1}\n0000000000 65535 f \n".encode() + b"".join(f"{p:010} 00000 n \n".encode() for p in places)
    return out + f"trailer\n<< /Size {len(places) + 1} /Root 1 0 R {trailer} >>\nstartxref\n{start}\n%%EOF\n".encode()


def made_with_pikepdf(files, **options):
    document = pikepdf.new()
    document.add_blank_page(page_size=(100, 100))
    for name, text in files:
        document.attachments[name] = pikepdf.AttachedFileSpec(document, text.encode(), filename=name, mime_type="application/jwt")
    out = io.BytesIO()
    document.save(out, **options)
    return out.getvalue()


def build(blazon, folder):
    forge = Forge(blazon, folder)
    for step in ("build", "genuine", "signatures", "headers", "encodings", "contents", "lists", "documents", "pictures", "pdfs"):
        getattr(forge, step)()
    (forge.folder / "cases.json").write_text(json.dumps(forge.cases, indent=1, ensure_ascii=False), "utf-8")
    return forge.cases


if __name__ == "__main__":
    start = time.time()
    made = build(*sys.argv[1:3])
    genuine = sum(case["file"].startswith("genuine") for case in made)
    print(f"forgeries: {genuine} genuine files, {len(made) - genuine} others, {time.time() - start:.1f} s")
