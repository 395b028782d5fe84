"""Has others read our certificates: pikepdf, qpdf, Poppler and pyHanko; and ours what pikepdf has saved again.

What is signed as a document is asked of pyHanko and of Poppler's `pdfsig`. Ours are not yet: that those two are asked
rightly is proved by a certificate that pyHanko signs, as it is, and changed in three ways.
"""

import io
import json
import subprocess
import zlib

import pikepdf
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.pdf_utils.writer import copy_into_new_writer
from pyhanko.sign import signers
from pyhanko.sign.diff_analysis import ModificationLevel
from pyhanko.sign.validation import SignatureCoverageLevel, validate_pdf_signature
from pyhanko_certvalidator import ValidationContext

import certificates
from programme import PUBLISH, SIGNED

NAMES = ["certificate.pdf", "certificate.letter.pdf"]
SAVED = [
    {"object_stream_mode": pikepdf.ObjectStreamMode.generate},
    {"linearize": True},
    {"object_stream_mode": pikepdf.ObjectStreamMode.disable, "compress_streams": False, "qdf": True},
]


def prove(proof, programme):
    for award in programme.awards:
        for name in NAMES:
            what, file = f"{award.what}: {name}", award.folder / name
            if award.has_paper:
                proof.attempt(f"{what}: read", lambda: read(proof, programme, award, what, file))
                proof.attempt(f"{what}: saved again", lambda: verify(proof, programme, award, what, file))
            else:
                proof.check(f"{what}: none", not file.exists())
                if award.badge == "paper":
                    answer = ask(programme, award.kept / name)
                    proof.check(f"{what} as it was kept: taken back", answer[:2] == (1, ["no", "no"]), answer)
    endings(proof, programme)
    certified(proof, programme)


def read(proof, programme, award, what, file):
    beside = {name: (award.folder / name).read_bytes() for name in (award.carried.name, "assertion.json")}
    with pikepdf.open(file) as document:
        attached = {str(spec.F): spec for spec in document.Root.AF}
        proof.check(f"{what}: /AF", attached.keys() == beside.keys(), attached.keys())
        for name, spec in attached.items():
            proof.check(
                f"{what}: {name} is data of the document", spec.AFRelationship == "/Data" and spec.UF == name, spec)
        for name, data in beside.items():
            found = document.attachments.get(name)
            proof.check(f"{what}: {name} by pikepdf", found and found.get_file().read_bytes() == data)
        proof.check(f"{what}: nothing else is attached", set(document.attachments) == beside.keys())
    taken = programme.folder / "taken"
    taken.mkdir(exist_ok=True)
    command(proof, f"{what} by pdfdetach", "pdfdetach", "-saveall", "-o", taken, file)
    for name, data in beside.items():
        proof.check(f"{what}: {name} by Poppler", (taken / name).read_bytes() == data)
        (taken / name).unlink()
    answer = command(proof, f"{what} by qpdf", "qpdf", "--check", file)
    proof.check(f"{what} by qpdf", "No syntax or stream encoding errors found" in answer, answer)
    proof.attempt(f"{what} by pyHanko", lambda: sign_of(proof, programme, what, file))


def sign_of(proof, programme, what, file):
    """Whether it is signed, by both; and if so, whether well."""
    with file.open("rb") as data:
        is_signed = bool(PdfFileReader(data).embedded_signatures)
    told = subprocess.run(["pdfsig", "-nocert", "-no-ocsp", file], capture_output=True, text=True).stdout
    proof.check(f"{what}: signed where its programme wants that", is_signed == ("/acme/" in str(file)))
    proof.check(f"{what}: pdfsig and pyHanko see a signature", is_signed == ("does not contain any" not in told), told)
    if is_signed:
        proof.check(f"{what}: whom a signature leads to is known", programme.root is not None)
        faults = signed(file, programme.root) if programme.root else []
        proof.check(f"{what}: signed", not faults, faults)


def signed(file, root):
    """What pyHanko and Poppler say against the signature of a document; `root` is the certificate that it must lead to."""
    faults = []
    context = ValidationContext(trust_roots=[certificates.load(root)], allow_fetching=False)
    with file.open("rb") as data:
        reader = PdfFileReader(data)
        if len(reader.embedded_signatures) != 1:
            return [f"{len(reader.embedded_signatures)} signatures"]
        if reader.total_revisions != 1:
            faults.append(f"{reader.total_revisions} revisions")
        try:
            status = validate_pdf_signature(reader.embedded_signatures[0], context)
        except Exception as problem:  # noqa: BLE001: whatever it says against it
            return [*faults, f"{type(problem).__name__}: {problem}"]
    if not (status.intact and status.valid):
        faults.append("the signature does not agree")
    if not status.trusted:
        faults.append("it does not lead to the root")
    if status.coverage != SignatureCoverageLevel.ENTIRE_FILE:
        faults.append(f"it covers {status.coverage}")
    if status.modification_level != ModificationLevel.NONE:
        faults.append(f"changed since: {status.modification_level}")
    if not status.bottom_line:
        faults.append("pyHanko does not believe it")
    told = subprocess.run(["pdfsig", "-nocert", "-no-ocsp", file], capture_output=True, text=True).stdout
    for sentence in ["Signature is Valid", "Total document signed"]:
        if sentence not in told:
            faults.append(f"pdfsig does not say “{sentence}”")
    return faults


def verify(proof, programme, award, what, file):
    """Ours reads what it wrote, and what pikepdf made of it."""
    yes = (0, ["yes", "yes"])
    answer = ask(programme, file)
    proof.check(f"{what}: verified", answer[:2] == yes, answer)
    other = programme.folder / "saved.pdf"
    for options in SAVED:
        with pikepdf.open(file) as document:
            document.save(other, **options)
        answer = ask(programme, other)
        proof.check(f"{what}: verified as saved with {options}", answer[:2] == yes, answer)
    for name in (award.carried.name, "assertion.json"):
        with pikepdf.open(file) as document:
            stream = document.attachments[name].get_file().obj
            stream.write(edited(name, stream.read_bytes()))
            document.save(other)
        answer = ask(programme, other)
        proof.check(
            f"{what}: refused with another {name}",
            answer[0] == 1 and sorted(answer[1]) == ["no", "yes"], answer)


def endings(proof, programme):
    """Bytes that end as a line does, before an end that a reader has to look for: that byte is the stream's own."""
    award = next(award for award in programme.awards if award.has_paper and not SIGNED[award.programme])
    other = programme.folder / "saved.pdf"
    for name in (award.carried.name, "assertion.json"):
        for ending in (b"\r", b"\n"):
            with pikepdf.open(award.folder / NAMES[0]) as document:
                stream = document.attachments[name].get_file().obj
                stream.write(packed(stream.read_bytes(), ending), filter=pikepdf.Name.FlateDecode)
                # Its length stands elsewhere.
                document.save(other, **SAVED[-1])
            answer = ask(programme, other)
            proof.check(
                f"{award.what}: verified with {name} whose bytes end in {ending}", answer[:2] == (0, ["yes", "yes"]), answer)


def packed(data, ending):
    """The same text, packed so that the last byte of its checksum is `ending`; blanks behind a text are nobody's."""
    while not zlib.compress(data).endswith(ending):
        data += b" "
    return zlib.compress(data)


def edited(name, data):
    if name.endswith(".jws"):
        place = data.index(b".") + 40
        return data[:place] + (b"B" if data[place:place + 1] == b"A" else b"A") + data[place + 1:]
    return data.replace(b"2026-01-", b"2025-01-")


def ask(programme, file):
    """Its status, the worst answer for each credential, and all of it."""
    answer = programme.ask("verify", "--base", f"{PUBLISH}={programme.output}", "--messages", "json", file)
    worst = []
    for line in answer.stdout.splitlines():
        told = {found["answer"] for found in json.loads(line)["verdicts"].values()}
        worst.append("no" if "no" in told else "unknown" if "unknown" in told else "yes")
    return answer.returncode, worst, answer.stdout + answer.stderr


def command(proof, what, *words):
    answer = subprocess.run([*map(str, words)], capture_output=True, text=True)
    proof.check(what, answer.returncode == 0, answer.stdout + answer.stderr)
    return answer.stdout


def certified(proof, programme):
    """One of ours that nobody has signed, signed by pyHanko."""
    award = next(award for award in programme.awards if award.has_paper and not SIGNED[award.programme])
    root, key = certificates.make(programme.folder / "root")
    other, _ = certificates.make(programme.folder / "other")
    signer = signers.SimpleSigner.load(key, root)
    file = programme.folder / "signed.pdf"
    with (award.folder / NAMES[0]).open("rb") as data, file.open("w+b") as output:
        signers.sign_pdf(
            copy_into_new_writer(PdfFileReader(data)), signers.PdfSignatureMetadata(field_name="Signature"),
            signer=signer, output=output)
    answer = ask(programme, file)
    proof.check("signed by pyHanko: verified", answer[:2] == (0, ["yes", "yes"]), answer)
    proof.check("signed by pyHanko: signed", not signed(file, root), signed(file, root))
    proof.check("signed by pyHanko: by somebody else", "it does not lead to the root" in signed(file, other))
    whole = file.read_bytes()
    place = whole.index(b"/Producer")
    file.write_bytes(whole[:place] + b"/Produces" + whole[place + 9:])
    proof.check("signed by pyHanko: changed", "the signature does not agree" in signed(file, root), signed(file, root))
    appended = IncrementalPdfFileWriter(io.BytesIO(whole))
    appended.root["/Lang"] = appended.root["/Lang"]
    appended.update_root()
    file.write_bytes(whole)
    with file.open("r+b") as output:
        appended.output = output
        appended.write(output)
    proof.check("signed by pyHanko: appended to", "2 revisions" in signed(file, root), signed(file, root))
