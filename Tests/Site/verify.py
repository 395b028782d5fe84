"""Hands genuine files and forgeries to the page `verify/` in a browser, and compares its answers with the command's.

    verify.py BLAZON [FOLDER]

Of each file: the answer that is due with its reason, all three answers as `blazon verify` gives them, no claim where the
integrity is not a yes, no request but to the page's own site, no complaint of the browser. And of the page: dropping,
pasting, many files at once, a later drop before the first is done, languages, narrow windows, pages that are not secure.
"""

import base64
import http.server
import json
import pathlib
import re
import subprocess
import sys
import tempfile
import threading
import time

import browser as browsers
import forgeries

BLAZON = pathlib.Path(sys.argv[1]).resolve()
QUESTIONS = ("integrity", "issuer", "status")
failures = []
counts = {"files": 0, "same": 0, "differs": 0, "page alone": 0, "checks": 0}


def check(holds, *words):
    counts["checks"] += 1
    if not holds:
        failures.append(" ".join(str(word) for word in words))
        print("page: FAILED:", *words, file=sys.stderr)


def page(folder, language="en"):
    """The page as the site has it; in another language its words stay, and its dates and direction change."""
    text = (folder / "sites/main/verify/index.html").read_text("utf-8")
    return text.replace('"language":"en"', f'"language":"{language}"').replace('<html lang="en">', f'<html lang="{language}">')


class WORDS:
    """What the page says, by name."""

    said = {}

    @classmethod
    def read(cls, folder):
        data = re.search(r'id="verify-data">(.*?)</script>', page(folder), re.S)
        cls.said = json.loads(data[1])["words"]


class Quiet(http.server.SimpleHTTPRequestHandler):
    delay = 0

    def do_GET(self):
        if "did.json" in self.path:
            time.sleep(Quiet.delay)
        super().do_GET()

    def log_message(self, *words):
        pass


def serve(folder, host="127.0.0.1"):
    server = http.server.ThreadingHTTPServer((host, 0), lambda *words: Quiet(*words, directory=str(folder)))
    server.handle_error = lambda *words: None
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server.server_port


READ = """(() => {
  const of = (item) => ({answer: {ok: "yes", bad: "no", open: "unknown"}[item.className], words: item.textContent});
  return [...document.querySelectorAll("#verdicts article")].map((article) => ({
    name: article.querySelector("h2").textContent, summary: article.querySelector(".summary")?.textContent,
    verdicts: [...article.querySelectorAll("li")].map(of), claims: [...article.querySelectorAll("dd")].map((d) => d.textContent),
    names: [...article.querySelectorAll("dt")].map((d) => d.textContent),
    elements: [...new Set([...article.querySelectorAll("*")].map((e) => e.localName))],
    links: [...article.querySelectorAll("a")].map((a) => [a.href, a.rel]), text: article.textContent,
  }));
})()"""


class Page:
    def __init__(self, browser, origin):
        self.browser, self.origin = browser, origin

    def open(self, site):
        self.browser.open(f"{self.origin}/{site}/verify/")
        root = self.browser.send("DOM.getDocument")["root"]["nodeId"]
        self.input = self.browser.send("DOM.querySelector", nodeId=root, selector="input[type=file]")["nodeId"]

    def results(self, count, timeout=40):
        """What stands on the page when `count` files are done."""
        end = time.monotonic() + timeout
        while time.monotonic() < end:
            found = self.browser.run(READ)
            if len(found) == count and all(len(one["verdicts"]) == 3 for one in found):
                return found
            time.sleep(0.005)
        return found

    def hand(self, *files, count=None):
        self.browser.run("document.querySelector('#verdicts').replaceChildren()")
        self.browser.send("DOM.setFileInputFiles", nodeId=self.input, files=[str(file) for file in files])
        return self.results(count or len(files))


def command(folder, cases):
    """What the command answers of all files, by name."""
    answers = {}
    for site in {case["site"] for case in cases}:
        own = [case["file"] for case in cases if case["site"] == site]
        run = subprocess.run(
            [BLAZON, "verify", "--messages", "json", "--base", f"{forgeries.PUBLISH}={folder / 'sites' / site}", "--at",
             forgeries.moment(0), *own], cwd=folder / "files", capture_output=True, text=True)
        for line in run.stdout.splitlines():
            found = json.loads(line)
            answers.setdefault(found["file"], {n: v["answer"] for n, v in found["verdicts"].items()} | {
                "reasons": {n: v["reason"] for n, v in found["verdicts"].items()}, "claims": found["claims"]})
    return answers


def one(page, folder, case, told):
    name = case["file"]
    counts["files"] += 1
    start = time.monotonic()
    found = page.hand(folder / "files" / name)
    took = time.monotonic() - start
    check(took < 5, name, f"took {took:.1f} s")
    if len(found) != 1 or len(found[0]["verdicts"]) != 3:
        return check(False, name, "no verdicts", found)
    found = found[0]
    answers = dict(zip(QUESTIONS, (verdict["answer"] for verdict in found["verdicts"])))
    words = found["verdicts"][QUESTIONS.index(case["question"])]["words"]
    check(answers[case["question"]] == case["answer"], name, case["question"], answers, "due:", case["answer"], found["text"][:600])
    check(re.search(case["reason"], words), name, repr(words), "has no", case["reason"])
    check(found["name"] == name, name, "is called", found["name"])
    check((answers["integrity"] == "yes") == bool(found["claims"]), name, answers, "and claims", found["claims"][:3])
    summary = "bad" if "no" in answers.values() else "open" if "unknown" in answers.values() else "good"
    check(found["summary"] == WORDS.said[summary], name, found["summary"])
    check(set(found["elements"]) <= set("h2 bdi p ul li span b strong small dl dt dd time a".split()), name, found["elements"])
    check(all(link.startswith("https://") and rel == "nofollow noopener ugc" for link, rel in found["links"]), name, found["links"])
    for claim in case["claims"] or []:
        check(claim in found["claims"], name, "does not claim", claim, found["claims"])
    if case["whole"]:
        counts["page alone"] += 1
        check(answers == case["whole"], name, answers, "due:", case["whole"], found["text"][:600])
    if case["command"] is None:
        same = told and all(told[question] == answers[question] for question in QUESTIONS)
        check(same, name, answers, "the command:", told and {q: (told[q], told["reasons"][q]) for q in QUESTIONS}, found["text"][:500])
        counts["same"] += bool(same)
        # What the command shows, the page shows as well, whatever it calls it.
        shown = set(found["claims"])
        for claim in told["claims"] if told else []:
            if not re.match(r"\d{4}-\d\d-\d\dT", claim["value"]):
                check(claim["value"] in shown, name, "does not show", claim)
    elif told:
        differs = any(told[question] != answers[question] for question in QUESTIONS)
        check(differs, name, "does not differ from the command any more:", case["command"])
        counts["differs"] += differs


def quiet(page, site, what="", may_fail=False):
    # Documents that DOMParser makes come under the page's policy, and Chromium's own element for what is not XML has styles.
    allowed = ["Applying inline style", "Executing inline"] if what.startswith("svg-") else []
    allowed += ["Failed to load resource", "loading failed"] if may_fail else []
    complaints = [c for c in page.browser.complaints if not c.startswith(tuple(allowed))]
    check(not complaints, site, what, complaints[:3])
    page.browser.complaints = []
    strange = [url for url in page.browser.requests if not url.startswith((f"{page.origin}/{site}/", "data:"))]
    check(not strange, site, what, "asked for", strange)


def ways(page, folder):
    """How files come to the page, and that one does not stand in the way of another."""
    files = folder / "files"
    page.open("main")
    # All at once: the broken and the good.
    mixed = ["genuine-0.png", "alg-none-none.jws", "svg-broken.svg", "plain.png", "genuine-1.svg", "pdf-plain.pdf", "pdf-hostile-open.pdf", "genuine-2.jws"]
    found = page.hand(*[files / name for name in mixed])
    check([one["name"] for one in found] == mixed, "many: names", [one["name"] for one in found])
    check([one["verdicts"][0]["answer"] for one in found] == ["yes", "no", "no", "unknown", "yes", "yes", "unknown", "yes"], "many", found)
    found = page.hand(*[files / f"genuine-{place % 10}.{kind}" for place in range(9) for kind in ("png", "svg", "jws")], count=20)
    check(len(found) == 20 and "Only the first 20 files" in page.browser.run("document.getElementById('verdicts').textContent"), "twenty")
    # Dropped, from base64.
    data = base64.b64encode((files / "genuine-0.png").read_bytes()).decode()
    drop = """((data, name, where) => {
      const files = new DataTransfer(), bytes = Uint8Array.from(atob(data), (c) => c.charCodeAt(0));
      files.items.add(new File([bytes], name));
      const fire = (kind) => document.querySelector(where).dispatchEvent(
        new DragEvent(kind, {dataTransfer: files, bubbles: true, cancelable: true}));
      const over = fire("dragover"), isOver = document.querySelector(".drop").classList.contains("over"), drop = fire("drop");
      return [over, isOver, drop, document.querySelector(".drop").classList.contains("over")];
    })(%s, %s, %s)"""
    told = page.browser.run(drop % (json.dumps(data), '"dropped \\u202egnp.x<b>"', '"h1"'))
    check(told == [False, True, False, False], "drop: events", told)
    found = page.results(1)
    check(found[0]["name"] == "dropped \u202egnp.x<b>" and [v["answer"] for v in found[0]["verdicts"]] == ["yes"] * 3, "drop", found)
    # Pasted: a token, a file, and what is no token.
    paste = """((text, name) => {
      const data = new DataTransfer();
      if (name) data.items.add(new File([text], name)); else data.setData("text/plain", text);
      return document.body.dispatchEvent(new ClipboardEvent("paste", {clipboardData: data, bubbles: true, cancelable: true}));
    })(%s, %s)"""
    token = (files / "genuine-1.jws").read_text()
    page.browser.run("document.querySelector('#verdicts').replaceChildren()")
    check(page.browser.run(paste % (json.dumps(f" {token}\n"), "null")) is False, "paste: taken")
    found = page.results(1)
    check(found[0]["name"] == WORDS.said["pasted"] and [v["answer"] for v in found[0]["verdicts"]] == ["yes"] * 3, "paste", found)
    check(page.browser.run(paste % (json.dumps("7YHB-16Q4-DGRG"), "null")) is True, "paste: a number is left alone")
    check(page.results(1)[0]["name"] == WORDS.said["pasted"], "paste: a number changes nothing")
    check(page.browser.run(paste % (json.dumps(token), '"file.jws"')) is False, "paste: a file")
    check(page.results(1)[0]["name"] == "file.jws", "paste: a file's name")
    # The same file again.
    for _ in range(2):
        found = page.hand(files / "genuine-3.svg")
        check(found[0]["verdicts"][2]["answer"] == "yes", "again", found)
    # A later drop, while the keys for the first are still on their way.
    Quiet.delay = 0.6
    page.browser.send("DOM.setFileInputFiles", nodeId=page.input, files=[str(files / f"genuine-{n}.jws") for n in range(5)])
    time.sleep(0.1)
    page.browser.send("DOM.setFileInputFiles", nodeId=page.input, files=[str(files / "plain.png")])
    found = page.results(1)
    Quiet.delay = 0
    time.sleep(1.2)
    later = page.browser.run(READ)
    check([one["name"] for one in later] == ["plain.png"] and found == later, "later drop", later)
    # Too large, a folder, and a file that is gone when it is read.
    page.browser.run("document.querySelector('#verdicts').replaceChildren()")
    page.browser.run("""(() => { const data = new DataTransfer(); data.items.add(new File([new Uint8Array((16 << 20) + 1)], "big.png"));
      document.dispatchEvent(new DragEvent("drop", {dataTransfer: data, cancelable: true})); })()""")
    found = page.results(1)
    check("too large" in found[0]["text"] and found[0]["verdicts"][0]["answer"] == "unknown", "large", found)
    gone = folder / "gone.jws"
    gone.write_text(token)
    Quiet.delay = 0.5
    page.browser.send("DOM.setFileInputFiles", nodeId=page.input, files=[str(files / "genuine-0.jws"), str(gone), str(files / "genuine-1.jws")])
    time.sleep(0.1)
    gone.unlink()
    Quiet.delay = 0
    found = page.results(3)
    check([one["verdicts"][0]["answer"] for one in found] == ["yes", "unknown", "yes"] and "could not be read" in found[1]["text"], "gone", found)
    # A credential with another beside it.
    found = page.hand(files / "genuine-0.png")
    check("Open Badges 2.0" in found[0]["text"], "two in a picture", found[0]["text"])
    check(found[0]["names"] and "Expect this page at" in found[0]["names"] and "badges.example.org" in found[0]["claims"], "domain", found)
    quiet(page, "main", "svg-broken")
    # Elements of others' pages with names that scripts look for.
    page.browser.run("""document.body.insertAdjacentHTML("afterbegin",
      '<form id=verdicts2 name=crypto><input name=subtle></form><a id=words></a><a id=File></a><img name=getElementById>')""")
    found = page.hand(files / "genuine-1.png")
    check([v["answer"] for v in found[0]["verdicts"]] == ["yes"] * 3, "clobbered", found)
    quiet(page, "main")
    page.hand(files / "genuine-4.png", files / "genuine-6.svg", files / "edited-text.jws", files / "plain.png", files / "genuine-rich.jws")
    for width in (320, 1280):
        page.browser.send("Emulation.setDeviceMetricsOverride", width=width, height=800, deviceScaleFactor=1, mobile=False)
        check(page.browser.run("document.documentElement.scrollWidth <= innerWidth"), "wider than", width)
    rich = page.hand(files / "genuine-rich.jws")[0]
    check([link for link, _ in rich["links"]] == ["https://example.org/criteria", "https://example.org/work?a=1&b=2"], "links", rich)
    # Another language: dates and words are its own.
    page.open("arabic")
    found = page.hand(files / "genuine-6.jws")
    check("أكتوبر" in found[0]["text"] or "٢٠٢٦" in found[0]["text"], "arabic", found[0]["text"])
    quiet(page, "arabic")


def insecure(browser, folder):
    """From an address that is not secure there are no keys to check with."""
    port = serve(folder / "sites", "0.0.0.0")
    address = subprocess.run(["hostname", "-I"], capture_output=True, text=True).stdout.split()
    if not address:
        return print("page: no address but this machine's own: not tried as an insecure page")
    browser.open(f"http://{address[0]}:{port}/main/verify/")
    told = browser.run("[isSecureContext, document.querySelector('.drop').hidden, document.getElementById('verdicts').textContent]")
    check(told == [False, True, WORDS.said["insecure"]], "insecure", told)


def main():
    folder = pathlib.Path(sys.argv[2] if len(sys.argv) > 2 else tempfile.mkdtemp(prefix="blazon-page-")).resolve()
    cases = forgeries.build(BLAZON, folder)
    WORDS.read(folder)
    for site in (folder / "sites").iterdir():
        (site / "verify").mkdir(exist_ok=True)
        (site / "verify/index.html").write_text(page(folder), "utf-8")
    arabic = folder / "sites/arabic"
    (arabic / "verify").mkdir(parents=True)
    (arabic / "acme").mkdir()
    for file in ("did.json", "revocations.jwt"):
        (arabic / "acme" / file).write_bytes((folder / "sites/main/acme" / file).read_bytes())
    (arabic / "verify/index.html").write_text(page(folder, "ar"), "utf-8")
    told = command(folder, cases)
    browser = browsers.Browser()
    opened = Page(browser, f"http://127.0.0.1:{serve(folder / 'sites')}")
    browser.send("DOM.enable")
    for site in sorted({case["site"] for case in cases}):
        opened.open(site)
        for case in (case for case in cases if case["site"] == site):
            one(opened, folder, case, told.get(case["file"]))
            quiet(opened, site, case["file"], "had" in case["reason"] or "would tell" in case["reason"] or site in ("document-none",))
    ways(opened, folder)
    insecure(browser, folder)
    browser.close()
    print("page:", ", ".join(f"{count} {name}" for name, count in counts.items()) + f", {len(failures)} failures")
    sys.exit(1 if failures else 0)


if __name__ == "__main__":
    main()
