"""Awards of hard names, rendered twice: `make interop` has others read what the second run left.

Two programmes differ in which credential is in pictures: a JSON Web Token, or JSON with a proof, where names stand as they
are. Some awards are taken back between the two runs, so that what holders kept of the first is there too.
"""

import csv
import dataclasses
import json
import os
import pathlib
import subprocess
import sys

PUBLISH = "https://badges.example.org"
NAMES = [
    "Ann Ode", "Đặng Quỳnh Vân Sương", "Ґудзослава Їжаківна", "Ευθαλία Αστρομύλου", "محمد بن سلمان",
    "נגה בן־שחר", "星ヶ浜 あかり", "慕容星河", "한솔 백", "नक्षत्रिका", "Ọláyẹmí Àṣàbí", "Ümit ® İlkışık ’ 🧭",
    "Robert\"); <b>Tables</b> & Sons ]]>",
]
REASON = "Sat the exam “for another” <b>&</b> ]]> 紙 🧭."
# The files of a credential, by programme: the one that pictures and paper carry first.
CARRIED = {"acme": "credential.jws", "bells": "credential.json"}
FORMATS = {"acme": "[ob3-jwt, ob3-di, ob2]", "bells": "[ob3-di, ob2]"}
KEYS = {"acme": "[signs, proves]", "bells": "proves"}
# PDF files are signed as documents by keys of RSA alone.
SIGNED = {"acme": ", sign-pdf: true", "bells": ""}


def specs(programme):
    return f"""blazon: 1
programme: {programme}
name: Acme ® ’
color: "#2563EB"
publish: {PUBLISH}
awards: awards/a.csv
credentials: {{key: {KEYS[programme]}, formats: {FORMATS[programme]}, email: badges@example.org{SIGNED[programme]}}}
badges:
  first: {{preset: seal, title: First, emblem: quill, criteria: Done.}}
  expert: {{preset: shield, title: Expert, emblem: anchor, criteria: Passed., skills: [Knots, Signals]}}
  paper:
    preset: seal
    title: Écrit ® ’
    emblem: quill
    criteria: Written “down” <b>&</b> ]]>.
    certificate: {{signatures: [{{name: Grace Ode, role: Lead}}]}}
    achievement:
      type: Assessment
      alignment: [{{name: Sailing ® ’, url: https://example.org/f/1, framework: Example, code: "1"}}]
      result: {{name: Score, required: "70"}}
"""


@dataclasses.dataclass(frozen=True)
class Award:
    programme: str
    number: int
    badge: str
    is_revoked: bool
    folder: pathlib.Path
    kept: pathlib.Path

    @property
    def name(self):
        return NAMES[self.number]

    @property
    def kind(self):
        return f"{self.programme}/{self.badge}"

    @property
    def what(self):
        return f"{self.name}: {self.kind}"

    @property
    def email(self):
        """As somebody may write it: what is hashed is in small letters."""
        return f"{'P' if self.number % 2 else 'p'}{self.number}@Example.org"

    @property
    def alignment(self):
        """What its credential is to say that the badge stands for."""
        return {
            "first": [],
            "expert": [
                {"type": ["Alignment"], "targetName": skill, "targetUrl": f"{PUBLISH}/{self.programme}/badges/expert/",
                 "targetFramework": "Acme ® ’", "targetType": "ceasn:Competency"}
                for skill in ("Knots", "Signals")],
            "paper": [
                {"type": ["Alignment"], "targetName": "Sailing ® ’", "targetUrl": "https://example.org/f/1",
                 "targetFramework": "Example", "targetCode": "1"}],
        }[self.badge]

    @property
    def measured(self):
        """What its credential is to say that is measured."""
        return [{
            "id": f"{PUBLISH}/{self.programme}/badges/paper/achievement.json#result", "type": ["ResultDescription"],
            "name": "Score", "resultType": "Percent", "requiredValue": "70",
        }] if self.badge == "paper" else []

    @property
    def statement(self):
        return "Said “so” <b>&</b> ]]> 紙 🧭." if self.number % 3 else ""

    @property
    def evidence(self):
        return "https://example.org/%C3%BC?a=1&b=2" if self.number % 4 == 0 else ""

    @property
    def expires(self):
        return "2099-12-31" if self.number % 2 else ""

    @property
    def result(self):
        """As the ledger has it."""
        return str(70 + self.number) if self.badge == "paper" else ""

    @property
    def results(self):
        """What its credential is to say of that."""
        return [{"type": ["Result"], "resultDescription": each["id"], "value": self.result} for each in self.measured]

    @property
    def has_paper(self):
        return self.badge == "paper" and not self.is_revoked

    @property
    def carried(self):
        """The file with the credential that pictures and paper carry."""
        return self.folder / CARRIED[self.programme]

    @property
    def assertion(self):
        return json.loads((self.folder / "assertion.json").read_text("utf-8"))


class Programme:
    """The folder that stands for all that is published, and the program that made it."""

    # What signed certificates lead to: a file in PEM.
    root = None

    def __init__(self, blazon, folder):
        self.blazon, self.folder, self.output = blazon, folder, folder / "output"
        self.environment = {
            **os.environ, "BLAZON_KEYS": str(folder / "keys"), "BLAZON_PASSPHRASE": "correct horse",
        }
        self.awards = [
            Award(programme, number, badge, is_revoked, *(
                folder / place / programme / "people" / f"p{number}" / badge for place in ("output", "kept")))
            for programme in FORMATS
            for number in range(len(NAMES))
            for badge, is_revoked in [
                (["first", "expert"][number % 2], number % 5 == 4), ("paper", number % 6 == 5)]
        ]

    def run(self, *words, status=0):
        answer = self.ask(*words)
        if answer.returncode != status:
            sys.exit(f"interop: {' '.join(map(str, words))}: {answer.returncode}\n{answer.stdout}{answer.stderr}")
        return answer.stdout

    def ask(self, *words):
        return subprocess.run(
            [self.blazon, *map(str, words)], cwd=self.folder, env=self.environment, capture_output=True, text=True)

    def download(self, address):
        """What is published, from the folder."""
        return (self.output / address.split("#")[0].removeprefix(PUBLISH + "/")).read_bytes()

    def build(self):
        self.run("keys", "new", "signs")
        self.run("keys", "certify", "signs", "--name", "Acme ® ’")
        self.root = self.folder / "keys/signs.crt"
        self.run("keys", "new", "proves", "--algorithm", "ed25519")
        for programme in FORMATS:
            folder = self.ledger(programme).parent
            folder.mkdir(parents=True)
            (folder.parent / "programme.yaml").write_text(specs(programme), "utf-8")
            self.write(programme, [
                {"name": award.name, "handle": f"p{award.number}", "badge": award.badge, "state": "", "reason": "",
                 "issued": f"2026-01-{award.number + 1:02}", "expires": award.expires, "email": award.email,
                 "statement": award.statement, "evidence": award.evidence, "result": award.result}
                for award in self.awards if award.programme == programme])
        self.run("check", "--fix")
        self.run("render", "-q", "--today", "2026-10-01")
        self.output.rename(self.folder / "kept")
        for programme in FORMATS:
            with self.ledger(programme).open(encoding="utf-8", newline="") as file:
                rows = list(csv.DictReader(file))
            revoked = {(f"p{a.number}", a.badge) for a in self.awards if a.programme == programme and a.is_revoked}
            for row in rows:
                if (row["handle"], row["badge"]) in revoked:
                    row["state"], row["reason"] = "revoked", REASON
            self.write(programme, rows)
        self.run("render", "-q", "--today", "2026-11-01")

    def ledger(self, programme):
        return self.folder / "badge-specs" / programme / "awards/a.csv"

    def write(self, programme, rows):
        with self.ledger(programme).open("w", encoding="utf-8", newline="") as file:
            table = csv.DictWriter(file, rows[0].keys())
            table.writeheader()
            table.writerows(rows)
