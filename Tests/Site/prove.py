"""Opens every page of the sample's site, and of programmes that run from the right, as visitors do.

    python3 Tests/Site/prove.py BLAZON [PICTURES]

Every page: HTML that html5lib reads in its strict mode, no dead link, no complaint of the browser (its policy of content
among them), nothing that moves while it loads, nothing wider than a telephone, and no finding of axe, on light and on
dark pages. PICTURES is a folder for pictures of one page of each kind.
"""

import http.server
import os
import pathlib
import subprocess
import sys
import tempfile
import threading
import time
import urllib.parse

import axe_playwright_python
import html5lib

import browser as browsers
import snippets
import specs

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
AXE = (pathlib.Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8")
HOSTS = ("https://badges.example.org/", "https://badges.partner.example/")
failures = []


def check(holds, *words):
    if not holds:
        failures.append(" ".join(str(word) for word in words))
        print("site: FAILED:", *words, file=sys.stderr)


class Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *words):
        pass


def serve(folder):
    handler = lambda *words: Quiet(*words, directory=str(folder))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    # A browser that goes on does not wait for the rest of a picture.
    server.handle_error = lambda *words: None
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return f"http://127.0.0.1:{server.server_port}/"


def target(page, link, output):
    """The file that `link` on `page` leads to; None for one that leads elsewhere."""
    for host in HOSTS:
        if link.startswith(host):
            path = output / urllib.parse.unquote(link[len(host):].split("#")[0])
            break
    else:
        if ":" in link.split("/")[0] or link.startswith("//"):
            return None
        path = page.parent / urllib.parse.unquote(link.split("#")[0])
        if link.startswith("#"):
            return page
    return path / "index.html" if link.split("#")[0].endswith("/") or path.is_dir() else path


def links(tree):
    for element in tree.iter():
        if not isinstance(element.tag, str):
            continue
        for name in ("href", "src", "srcset"):
            if value := element.get(name):
                yield element.tag, element.get("rel") or "", value
        if element.tag == "meta" and (element.get("property") or element.get("name") or "") in (
            "og:image", "og:url", "twitter:image",
        ):
            yield "meta", "", element.get("content")
        if element.tag == "meta" and element.get("http-equiv") == "refresh":
            yield "meta", "", element.get("content").split("url=")[1]


def read(pages, output):
    """Grammar and links of all pages."""
    count = 0
    for page in pages:
        text = page.read_text(encoding="utf-8")
        try:
            tree = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(text)
        except html5lib.html5parser.ParseError as error:
            check(False, page.relative_to(output), "is not HTML:", error)
            continue
        for tag, rel, link in links(tree):
            file = target(page, link, output)
            if file is None:
                check(link.startswith(("https://", "http://", "mailto:", "data:,")), page, "leads to", link)
                if tag == "img":
                    check(False, page, "fetches", link)
                continue
            count += 1
            check(file.is_file(), page.relative_to(output), "has a dead link to", link)
    return count


SHIFT = """
new Promise((done) => {
  let sum = 0;
  new PerformanceObserver((list) => { for (const entry of list.getEntries()) sum += entry.value; })
    .observe({type: "layout-shift", buffered: true});
  setTimeout(() => done(sum), 60);
})
"""
FINDINGS = """
axe.run({resultTypes: ["violations"]}).then((found) =>
  found.violations.map((one) => one.id + ": " + one.nodes.slice(0, 3).map((node) => node.target + " " + node.failureSummary).join(" | ")))
"""


def isLeading(page):
    return 'http-equiv="refresh"' in page.read_text(encoding="utf-8")


def visit(pages, output, address, browser):
    for page in pages:
        name = page.relative_to(output)
        url = address + urllib.parse.quote(str(name))
        for scheme in ("light", "dark"):
            browser.open(url, scheme=scheme)
            shift = browser.run(SHIFT)
            check(shift < 0.01, name, scheme, "moves while it loads:", shift)
            browser.send("Runtime.evaluate", expression=AXE)
            for finding in browser.run(FINDINGS):
                check(False, name, scheme, "axe:", finding)
            check(not browser.complaints, name, scheme, browser.complaints)
        browser.open(url, width=360, height=740)
        width = browser.run("document.scrollingElement.scrollWidth")
        check(width <= 360, name, "is", width, "pixels wide on a telephone")
        browser.open(url, media="print", scheme="dark")
        ground = browser.run("getComputedStyle(document.body).backgroundColor")
        check(ground == "rgb(255, 255, 255)", name, "prints on", ground)


def behave(output, address, browser):
    """What scripts add, what is there without them, and what keys reach."""
    award = next(output.glob("meshery/people/olayemi-a/certified*/index.html"))
    url = address + urllib.parse.quote(str(award.relative_to(output)))
    browser.open(url, scripts=False)
    check(browser.run("document.querySelectorAll('button:not([hidden])').length") == 0, "a button without a script does nothing")
    browser.open(url)
    check(browser.run("document.querySelectorAll('button[hidden]').length") == 0, "buttons are shown")
    check(browser.run("document.querySelector('[data-until]').hidden") is True, "an award in force is told to be over")
    # The browser's own day, moved: the script of the page asks for it.
    moved = browser.send("Page.addScriptToEvaluateOnNewDocument", source="{const D=Date;Date=class extends D{constructor(){super('2040-01-01')}}}")
    browser.open(url)
    check(browser.run("[...document.querySelectorAll('[data-until]')].every((one) => !one.hidden)"), "an award whose time is over is not told")
    check(browser.run("[...document.querySelectorAll('[data-while]')].every((one) => one.hidden)"), "and goes on to be valid")
    browser.send("Page.removeScriptToEvaluateOnNewDocument", identifier=moved["identifier"])
    browser.open(url)
    browser.press("Tab")
    check(browser.run("document.activeElement.className") == "skip", "the first key leads past the head")
    order = []
    for _ in range(8):
        browser.press("Tab")
        order.append(browser.run("document.activeElement.textContent.trim()"))
    check(order[:4] == ["Meshery", "Badges", "People", "Verify an award"], "keys go through", order)

    # The rules themselves are not deaf.
    browser.open("data:text/html,<p style='color:%23ddd'>pale<img src=x>")
    browser.send("Runtime.evaluate", expression=AXE)
    check(len(browser.run(FINDINGS)) > 3, "axe hears nothing")

    def look(number):
        browser.open(address + "verify/")
        browser.run(f"document.querySelector('input').value = {number!r}")
        browser.run("document.querySelector('form button').click()")
        time.sleep(0.5)
        # The folder of a number leads on by itself.
        return browser.run("[location.pathname, document.getElementById('mistyped')?.hidden]")

    path, _ = look("szj4 htwd n05d")
    check(path == "/meshery/people/olayemi-a/certified-meshery-contributor/", "a number leads to", path)
    path, isHidden = look("SZJ4-HTWD-N05E")
    check(path == "/verify/" and isHidden is False, "a mistyped number is told", path, isHidden)
    path, _ = look("1TKV-F65R-6RT3")
    check(path.startswith("/meshery/people/wsturmfeder/"), "the number of a renewed award leads to", path)


# The order in which a page is read: what stands first on the left above from the right is first in the text.
ORDER = """
[...document.querySelectorAll("h1,h2,.title,dt,dd,.label,nav li,.state")].map((one) => one.textContent.trim().replace(/\\s+/g, " "))
"""
EXPECTED = {
    "nour/people/maysoun/expert/": [
        "الشارات", "الأشخاص", "التحقق من تكريم", "مُنحت إلى", "ميسون نجم", "خبير معتمد", "تاريخ الإصدار", "9 مارس 2026",
    ],
    "galil/people/noga/developer/": [
        "תגים", "אנשים", "אימות הענקה", "פג תוקף · תוקפה של ההענקה פג.", "הוענק ל־", "נגה בן־שחק", "מפתח מוסמך",
    ],
    "hoshi/people/hana/engineer/": [
        "バッジ", "取得者", "認定の確認", "更新済み · この認定は新しい認定に置き換えられました。", "取得者", "山田 花", "認定技術者",
        "発行日", "2025年3月9日",
    ],
}


def order(address, browser):
    for path, expected in EXPECTED.items():
        browser.open(address + path)
        said = browser.run(ORDER)
        # The state's own link comes after its sentence.
        said = [line if not line.startswith("更新済み") else line.split("。")[0] + "。" for line in said]
        check(said[: len(expected)] == expected, path, "is read as", said[: len(expected)])
        # Two parts exchanged are heard.
        browser.run("{const [a, b] = document.querySelectorAll('.hero h1, .hero .title'); a.before(b)}")
        moved = browser.run(ORDER)
        check(moved[: len(expected)] != said[: len(expected)], "the comparison of", path, "is deaf")
        isFromRight = not path.startswith("hoshi")
        boxes = browser.run("[...document.querySelectorAll('.hero figure, .hero h1')].map((one) => one.getBoundingClientRect().left)")
        check((boxes[0] > boxes[1]) == isFromRight, path, "stands as", boxes)


def main():
    blazon = str(pathlib.Path(sys.argv[1]).resolve())
    pictures = pathlib.Path(sys.argv[2]) if len(sys.argv) > 2 else None
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        specs.write(folder / "specs")
        total = 0
        browser = browsers.Browser()
        try:
            for name, paths in (("sample", [ROOT / "badge-specs"]), ("others", [folder / "specs"])):
                output = folder / name
                done = subprocess.run(
                    [blazon, "render", *map(str, paths), "-q", "-o", str(output)], capture_output=True, text=True)
                check(done.returncode == 0, done.stderr)
                pages = sorted(output.rglob("*.html"))
                count = read(pages, output)
                check(len(pages) > 30 and count > 300, len(pages), "pages and", count, "links are too few")
                address = serve(output)
                shown = [page for page in pages if not isLeading(page)]
                start = time.monotonic()
                visit(shown, output, address, browser)
                seconds = time.monotonic() - start
                sizes = sorted(page.stat().st_size for page in shown)
                print(
                    f"site: {name}: {len(pages)} pages, {count} links, visited in {seconds:.0f} s;"
                    f" {sum(sizes) / len(sizes) / 1000:.1f} kB a page, {sizes[-1] / 1000:.1f} at most")
                total += len(pages)
                if name == "sample":
                    behave(output, address, browser)
                else:
                    order(address, browser)
                snippets.prove(blazon, paths, output, check)
                if pictures:
                    draw(shown, output, address, browser, pictures / name)
        finally:
            browser.close()
    print(f"site: {total} pages, {len(failures)} failures")
    sys.exit(1 if failures else 0)


def draw(pages, output, address, browser, pictures):
    """One page of each kind, as visitors see it."""
    pictures.mkdir(parents=True, exist_ok=True)
    for page in pages:
        name = str(page.relative_to(output))
        url = address + urllib.parse.quote(name)
        stem = pictures / name.replace("/index.html", "").replace("index.html", "root").replace("/", "_")
        for scheme in ("light", "dark"):
            browser.open(url, scheme=scheme)
            browser.picture(f"{stem}.{scheme}.png")
        browser.open(url, width=360, height=740)
        browser.picture(f"{stem}.small.png")


if __name__ == "__main__":
    os.environ.setdefault("LC_ALL", "C.UTF-8")
    main()
