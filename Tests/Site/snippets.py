"""Every snippet, read by what reads the place that it is pasted into: the picture, its words and where it leads."""

import html.parser
import pathlib
import subprocess
import tempfile

import docutils.core
import markdown
import markdown_it


class Shown(html.parser.HTMLParser):
    """Pictures and links of HTML, and all names of elements."""

    def __init__(self, text):
        super().__init__()
        self.images, self.links, self.tags = [], [], set()
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        self.tags.add(tag)
        if tag == "img":
            self.images.append(dict(attributes))
        if tag == "a":
            self.links.append(dict(attributes).get("href"))


def asciidoc(text):
    return subprocess.run(["asciidoctor", "-e", "-o", "-", "-"], input=text, capture_output=True, text=True, check=True).stdout


READERS = {
    "markdown": [markdown_it.MarkdownIt("commonmark").render, markdown.markdown],
    "readme": [markdown_it.MarkdownIt("commonmark").render, markdown.markdown],
    "html": [str], "picture": [str], "card": [str], "email": [str],
    "rst": [lambda text: docutils.core.publish_parts(
        text, writer="html5", settings_overrides={"report_level": 5, "halt_level": 2})["body"]],
    "asciidoc": [asciidoc],
}


def prove(blazon, paths, output, check):
    """All forms of all awards that `output` has pages of."""
    def ask(*words):
        return subprocess.run([blazon, "snippet", *words, *map(str, paths)], capture_output=True, text=True)

    names = ["/".join(page.parts[-3:-1]) for page in sorted(output.glob("*/people/*/*/snippets.md"))]
    # Every eighth, and whatever is strange.
    names = [name for index, name in enumerate(names) if index % 8 == 0 or "tables" in name]
    count = 0
    for name in names:
        alts = set()
        for form, readers in READERS.items():
            done = ask(name, "--as", form)
            if done.returncode:
                check(form in ("picture", "card", "email", "readme"), name, form, done.stderr)
                continue
            for reader in readers:
                shown = Shown(reader(done.stdout))
                count += 1
                check(len(shown.images) == 1, name, form, "shows", shown.images)
                check("script" not in shown.tags and "b" not in shown.tags, name, form, "has elements", shown.tags)
                for image in shown.images:
                    check(image["src"].startswith("https://badges."), name, form, image)
                    check(form in ("readme",) or image.get("width", "").removesuffix("px").isdigit() or "width" in image.get("style", ""),
                          name, form, "has no width", image)
                    if form in ("markdown", "html", "rst", "asciidoc", "email"):
                        alts.add(image["alt"])
                check(len(shown.links) == 1 and name in shown.links[0], name, form, "leads to", shown.links)
        check(len(alts) == 1, name, "is told as", alts)
    check(count > 20, "too few snippets:", count)
    keep(ask, names[0], check)


def keep(ask, name, check):
    """A README keeps a block, and nothing else of it changes."""
    with tempfile.TemporaryDirectory() as folder:
        for file, text in (("README.md", "# Mine\r\n\r\nText.\r\n"), ("index.rst", "Mine\n====\n\nText"), ("a.adoc", "= Mine\n")):
            path = pathlib.Path(folder, file)
            path.write_bytes(text.encode())
            form = {"md": "markdown", "rst": "rst", "adoc": "asciidoc"}[file.split(".")[-1]]
            check(ask(name, "--as", form, "--into", str(path)).returncode == 0, file)
            once = path.read_bytes()
            check(once.startswith(text.encode()) and len(once) > len(text) + 100, file, once)
            # What stands around the block is the author's, before and behind.
            path.write_bytes(b"Before.\n" + once + b"Behind.\n")
            check(ask(name, "--as", form, "--into", str(path)).returncode == 0, file)
            check(path.read_bytes() == b"Before.\n" + once + b"Behind.\n", file, "changes when nothing changes")
