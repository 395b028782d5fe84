"""Proves that two output folders differ by known kinds of change alone.

    python3 Tests/Migration/undo_svg_pdf.py BEFORE AFTER

SVG files of AFTER are changed back: `xlink:href` to `href`, the declaration of xlink, `offset="0"` of
stops, ids, labels. Then every SVG must be the file of BEFORE; every PDF, PNG and JPEG must be it as it
stands. Prints the kinds and how often each was undone; ends with 1 on any other difference.
"""

import collections
import pathlib
import re
import sys

XLINK = ' xmlns:xlink="http://www.w3.org/1999/xlink"'
counts = collections.Counter()


def undo(kind, pattern, replacement, text, at_most=0):
    text, number = re.subn(pattern, replacement, text, count=at_most)
    counts[kind] += number
    return text


def ids(text):
    """The ids in the order in which they are defined."""
    return re.findall(r' id="([^"]*)"', text)


def rename(text, old, new):
    """`text` with every id of `old` called as its counterpart of `new`."""
    names = dict(zip(old, new))

    def renamed(match):
        name = match.group(2)
        if name not in names:
            return match.group(0)
        counts["SVG: id or reference renamed"] += 1
        return match.group(1) + names[name] + match.group(3)

    pattern = r'( id="|href="#|url\(#|hover #)([^"(){]*)("|\)|\{)'
    return re.sub(pattern, renamed, text)


def undo_scene(before, after):
    """The SVG of a scene, as SVGPainter writes it."""
    after = undo("SVG: href was xlink:href", r' xlink:href="', ' href="', after)
    if XLINK not in before:
        after = undo("SVG: xlink declared", re.escape(XLINK), "", after, 1)
    after = undo("SVG: offset of a stop at 0", r'<stop offset="0"', "<stop", after)
    old, new = ids(after), ids(before)
    label = f' aria-labelledby="{old[0]}" aria-describedby="{old[1]}"' if len(old) > 1 else None
    if label and label in after:
        counts["SVG: description apart from the label"] += 1
        after = after.replace(label, f' aria-labelledby="{new[0]} {new[1]}"', 1)
    return rename(after, old, new) if len(old) == len(new) else after


def undo_readme(before, after):
    """The SVG of a badge for a README, as ReadmeSVG writes it."""
    if XLINK not in after:
        counts["README SVG: xlink declared without use"] += 1
        after = after.replace('xmlns="http://www.w3.org/2000/svg"',
                              'xmlns="http://www.w3.org/2000/svg"' + XLINK, 1)
    title = re.search(r'<title id="([^"]*)">(.*?)</title>', after)
    if title:
        counts["README SVG: label said twice"] += 1
        after = after.replace(f' aria-labelledby="{title.group(1)}"',
                              f' aria-label="{title.group(2)}"', 1)
        after = after.replace(f' id="{title.group(1)}"', "", 1)
    old, new = ids(after), ids(before)
    return rename(after, old, new) if len(old) == len(new) else after


def undo_svg(before, after):
    is_readme = "<desc" not in before
    return (undo_readme if is_readme else undo_scene)(before, after)


def difference(before, after):
    at = next((i for i, (a, b) in enumerate(zip(before, after)) if a != b),
              min(len(before), len(after)))
    return f"at {at}: {before[max(0, at - 40):at + 60]!r} was, {after[max(0, at - 40):at + 60]!r} is"


def files(folder):
    return {str(p.relative_to(folder)): p for p in folder.rglob("*")
            if p.suffix in {".svg", ".pdf", ".png", ".jpg"}}


def main():
    before, after = (files(pathlib.Path(folder)) for folder in sys.argv[1:3])
    wrong = [f"{name}: in one folder alone" for name in sorted(before.keys() ^ after.keys())]
    seen = collections.Counter()
    for name in sorted(before.keys() & after.keys()):
        old, new = before[name].read_bytes(), after[name].read_bytes()
        suffix = pathlib.Path(name).suffix
        seen[suffix] += 1
        if suffix == ".svg":
            old, new = old.decode(), undo_svg(old.decode(), new.decode())
        if old != new:
            wrong.append(f"{name}: {difference(old, new)}")
    for kind, count in sorted(counts.items()):
        print(f"{count:7}  {kind}")
    print(", ".join(f"{count} {suffix[1:]}" for suffix, count in sorted(seen.items())), "compared")
    for line in wrong[:20]:
        print("wrong:", line)
    if wrong or not seen:
        print(f"{len(wrong)} differences that nobody meant")
        sys.exit(1)


main()
