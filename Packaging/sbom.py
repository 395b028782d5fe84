"""The bill of materials of a bundle, as SPDX 2.3 (ISO/IEC 5962) in JSON."""

import datetime
import hashlib
import re

from common import ROOT, digest, said


def reference(text):
    """An identifier: letters, digits, dots and hyphens."""
    return "SPDXRef-" + re.sub(r"[^A-Za-z0-9.-]", "-", text)


def fonts():
    """The fonts inside the program, by what fonts/README.md says of them: file, version, licence, digest."""
    licences = {"SIL OFL 1.1": "OFL-1.1", "Bitstream Vera / Arev": "Bitstream-Vera"}
    for line in (ROOT / "fonts/README.md").read_text().splitlines():
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        if len(cells) != 7 or not cells[0].startswith("`"):
            continue
        name = re.match(r"\[(.+?)\]", cells[4]).group(1)
        yield cells[0].strip("`"), cells[3].split(";")[0], licences[name], cells[6].strip("`")


def swift_version():
    """Of the toolchain, whose runtime is in the program: as in 6.3.1."""
    return re.search(r"Swift version (\S+)", said("swift", "--version")).group(1)


def package(name, version, licence, supplier, **more):
    return {
        "SPDXID": reference(name), "name": name, "versionInfo": version, "supplier": supplier,
        "downloadLocation": "NOASSERTION", "filesAnalyzed": False, "licenseConcluded": licence,
        "licenseDeclared": licence, "copyrightText": "NOASSERTION", **more,
    }


def purl(name, version, source):
    return [{
        "referenceCategory": "PACKAGE-MANAGER", "referenceType": "purl",
        "referenceLocator": f"pkg:deb/debian/{name}@{version}?arch=amd64&upstream={source}",
    }]


def bill(version, tree, owners, versions, table, moment):
    """What `tree` holds: the programs, what is inside them, and each library with the package that it is of."""
    programs = sorted((tree / "bin").iterdir())
    blazon = package("blazon", version, "Apache-2.0", "Organization: Blazon", primaryPackagePurpose="APPLICATION")
    packages = [blazon, package(
        "swift-runtime", swift_version(), "Apache-2.0 WITH Swift-exception", "Organization: Swift.org",
        comment="linked into the programs")]
    relations = [("SPDXRef-DOCUMENT", "DESCRIBES", blazon["SPDXID"]), (packages[1]["SPDXID"], "STATIC_LINK", blazon["SPDXID"])]
    for file, font, licence, sha256 in fonts():
        packages.append(package(
            file, font, licence, "NOASSERTION", comment="a font, inside the program",
            checksums=[{"algorithm": "SHA256", "checksumValue": sha256}]))
        relations.append((blazon["SPDXID"], "CONTAINS", reference(file)))
    for name, (source, origin, built) in versions.items():
        packages.append(package(
            name, built, table[name], "Organization: Debian",
            externalRefs=purl(name, built, f"{source}@{origin}")))
        relations.append((blazon["SPDXID"], "DYNAMIC_LINK", reference(name)))
    files = []
    for file in [*programs, *sorted((tree / "lib/blazon").iterdir())]:
        path = file.relative_to(tree).as_posix()
        files.append({
            "SPDXID": reference(path), "fileName": f"./{path}", "fileTypes": ["BINARY"], "copyrightText": "NOASSERTION",
            "licenseConcluded": "NOASSERTION", "licenseInfoInFiles": ["NOASSERTION"],
            "checksums": [
                {"algorithm": "SHA1", "checksumValue": hashlib.sha1(file.read_bytes()).hexdigest()},
                {"algorithm": "SHA256", "checksumValue": digest(file)},
            ],
        })
        origin = blazon["SPDXID"] if file in programs else reference(owners[file.name])
        relations.append((reference(path), "GENERATED_FROM", origin))
    created = datetime.datetime.fromtimestamp(moment, datetime.timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")
    name = f"blazon-{version}-linux-x86_64"
    return {
        "SPDXID": "SPDXRef-DOCUMENT", "spdxVersion": "SPDX-2.3", "dataLicense": "CC0-1.0", "name": name,
        "documentNamespace": f"https://spdx.org/spdxdocs/{name}-{hashlib.sha256("".join(digest(file) for file in programs).encode()).hexdigest()[:32]}",
        "creationInfo": {"created": created, "creators": ["Tool: Packaging/bundle.py"]},
        "packages": packages, "files": files,
        "relationships": [
            {"spdxElementId": one, "relationshipType": kind, "relatedSpdxElement": other}
            for one, kind, other in relations
        ],
        "hasExtractedLicensingInfos": [{
            "licenseId": "LicenseRef-public-domain", "name": "Public domain",
            "extractedText": "The authors have put this into the public domain; see the package's copyright file.",
        }],
    }
