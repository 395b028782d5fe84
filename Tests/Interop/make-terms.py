#!/usr/bin/env python3
"""Makes the tables of JSON-LD terms that are compiled in, from the published context documents.

    make-terms.py CONTEXTS OUTPUT

CONTEXTS holds credentials-v2.jsonld, ob-v3p0-3.0.3.json and ob-v3p0-extensions.json; OUTPUT gets
KnownContext+Credentials.swift, KnownContext+OpenBadges.swift and KnownContext+Extensions.swift.
The same documents give the same bytes. What our reader does not know (prefixes, @vocab, other
containers, terms that are not protected) stops the script: then the reader must learn it first.
"""
import json
import pathlib
import sys

PREFIXES = [  # as in LinkedTerm.prefixes
    ("cred", "https://www.w3.org/2018/credentials#"),
    ("dc", "http://purl.org/dc/terms/"),
    ("jose", "https://www.iana.org/assignments/jose#"),
    ("jwt", "https://www.iana.org/assignments/jwt#"),
    ("ob", "https://purl.imsglobal.org/spec/vc/ob/vocab.html#"),
    ("schema", "https://schema.org/"),
    ("sec", "https://w3id.org/security#"),
    ("status", "https://www.w3.org/ns/credentials/status#"),
    ("xs", "http://www.w3.org/2001/XMLSchema#"),
    ("xss", "https://www.w3.org/2001/XMLSchema#"),
]
ALIASES = {"id": "@id", "type": "@type"}
COERCIONS = {"@id": ".iri", "@vocab": ".term", "@json": ".json"}
CONTAINERS = {"@set": ".set", "@list": ".list", "@graph": ".graph"}
WIDTH = 100


def require(holds, sentence):
    if not holds:
        sys.exit("make-terms: " + sentence)


def short(iri):
    for prefix, full in PREFIXES:
        if iri.startswith(full):
            return f"{prefix}:{iri[len(full):]}"
    return iri


def quoted(text):
    require(text.isascii() and "\\" not in text, f"an odd text {text!r}")
    return '"' + text.replace('"', '\\"') + '"'


def call(name, arguments, scope, indent):
    """A row of the table, as swift-format lays it out."""
    pad = " " * indent
    if scope is not None:
        label, inner = scope
        return [f"{pad}{name}(", f"{pad}  {', '.join(arguments)},", f"{pad}  {label}["] + inner + [
            f"{pad}  ]),"]
    line = f"{pad}{name}({', '.join(arguments)}),"
    if len(line) <= WIDTH:
        return [line]
    body = f"{pad}  {', '.join(arguments)}),"
    if len(body) <= WIDTH:
        return [f"{pad}{name}(", body]
    return [f"{pad}{name}("] + [f"{pad}  {a}," for a in arguments[:-1]] + [f"{pad}  {arguments[-1]}),"]


def rows(context, indent, where, inherited=False):
    """The rows of one context, in the order of the document."""
    require(
        inherited or all(context.get(alias) == keyword for alias, keyword in ALIASES.items()),
        f"no id and type in {where}")
    iris = {
        name: value if isinstance(value, str) else value["@id"]
        for name, value in context.items() if not name.startswith("@")}
    lines, count = [], 0
    for name, value in context.items():
        if name in ALIASES or name in ("@protected", "@version"):
            continue
        require(not name.startswith("@"), f"{name} in {where}")
        definition = {"@id": value} if isinstance(value, str) else dict(value)
        iri = definition.pop("@id")
        iri = iris.get(iri, iri)
        require(":" in iri and not iri.startswith("@"), f"{name} in {where} is no IRI")
        # A simple term whose IRI ends so can be a prefix.
        require(not isinstance(value, str) or iri[-1] not in ":/?#[]@", f"prefix {name} in {where}")
        is_class = name[0].isupper() or name[0].isdigit()
        arguments = [quoted(name), quoted(short(iri))]
        scope = None
        kind = ".class" if is_class else ".property"
        coercion = definition.pop("@type", None)
        if coercion:
            arguments.append(COERCIONS.get(coercion) or f".type({quoted(short(coercion))})")
        container = definition.pop("@container", None)
        if container:
            arguments.append("in: " + CONTAINERS[container])
        if "@context" in definition:
            inner = definition.pop("@context")
            if inner is None:
                kind = ".clearing"
            else:
                require(inner.get("@protected"), f"unprotected terms in {name}")
                scope = ("" if is_class else "scope: ",
                         rows(inner, indent + 4, f"{where} {name}", inherited=name == "cnf"))
        require(not definition, f"{sorted(definition)} of {name} in {where}")
        require(not (is_class and (coercion or container)), f"a class with a type: {name}")
        lines += call(kind, arguments, scope, indent)
        count += 1
    if count == 1:  # swift-format takes the comma of an only element
        lines[-1] = lines[-1].removesuffix(",")
    return lines


def table(name, url, document, context, note):
    return [
        f"// Made by make-terms.py from {document}; change that instead.",
        "",
        "extension KnownContext {",
        f"  /// {note}",
        f"  static let {name} = KnownContext(",
        f"    {quoted(url)},",
        "    [",
        *rows(context, 6, document),
        "    ])",
        "}",
        "",
    ]


def main(contexts, output):
    def load(name):
        return json.loads((contexts / name).read_text("utf-8"))["@context"]

    credentials = load("credentials-v2.jsonld")
    badges = load("ob-v3p0-3.0.3.json")
    extensions = load("ob-v3p0-extensions.json")
    require(credentials["@protected"] and badges["@protected"], "unprotected contexts")
    require(all(name[0].isdigit() for name in extensions if name not in ALIASES),
            "extensions that are no classes")
    # Both of its terms are also in credentials/v2, equal to the letter.
    integrity = {
        **ALIASES,
        "proof": credentials["VerifiableCredential"]["@context"]["proof"],
        "DataIntegrityProof": credentials["DataIntegrityProof"],
    }
    files = {
        "Credentials": table(
            "credentials", "https://www.w3.org/ns/credentials/v2", "credentials-v2.jsonld",
            credentials, "Verifiable Credentials 2.0."),
        "OpenBadges": table(
            "openBadges", "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json",
            "ob-v3p0-3.0.3.json", badges, "Open Badges 3.0."),
        "Extensions": table(
            "extensions", "https://purl.imsglobal.org/spec/ob/v3p0/extensions.json",
            "ob-v3p0-extensions.json", extensions,
            "The types of 1EdTech for schemas, revocation and refreshing.") + table(
            "dataIntegrity", "https://w3id.org/security/data-integrity/v2",
            "credentials-v2.jsonld", integrity, "Data Integrity 1.0.")[2:],
    }
    for name, lines in files.items():
        path = output / f"KnownContext+{name}.swift"
        path.write_text("\n".join(lines), "utf-8")
        require(len(lines) <= 351, f"{path.name} has {len(lines)} lines")
        print(f"{path.name}: {len(lines) - 1} lines")


if __name__ == "__main__":
    main(pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]))
