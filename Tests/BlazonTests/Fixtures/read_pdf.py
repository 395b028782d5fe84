"""Tells what others read in PDFs of one page: the paths in as a JSON list, a JSON object for each out.

`pdfium` and `poppler` are the words that are copied and searched; `structure` is what is read aloud, as a list of
structure types and words: the tree in its order (ISO 32000-1, 14.7), text by the fonts' maps to Unicode, reversed
where the content says so (14.8.2.3.3), figures by their alternative text.
"""

import json
import re
import subprocess
import sys

import pikepdf
import pypdfium2


def characters(font):
    """What the codes of a font stand for, by its CMap."""
    map = font.ToUnicode.read_bytes().decode("ascii")
    return {
        int(code, 16): bytes.fromhex(text).decode("utf-16-be")
        for section in re.findall(r"beginbfchar(.*?)endbfchar", map, re.S)
        for code, text in re.findall(r"<([0-9A-F]+)><([0-9A-F]*)>", section)
    }


def marked(page):
    """The words of each piece of marked content, by its number."""
    fonts = {
        name: characters(font)
        for name, font in page.Resources.get("/Font", pikepdf.Dictionary()).items()
    }
    words, open_marks, font = {}, [], {}
    for operands, operator in pikepdf.parse_content_stream(page):
        operator = str(operator)
        if operator in ("BDC", "BMC"):
            properties = operands[1] if len(operands) > 1 else {}
            number = properties.get("/MCID")
            open_marks.append((str(operands[0]), None if number is None else int(number)))
            if number is not None:
                words[int(number)] = ""
        elif operator == "EMC":
            open_marks.pop()
        elif operator == "Tf":
            font = fonts[str(operands[0])]
        elif operator in ("Tj", "TJ"):
            parts = operands[0] if operator == "TJ" else operands
            codes = b"".join(bytes(part) for part in parts if isinstance(part, pikepdf.String))
            text = [font[codes[i] * 256 + codes[i + 1]] for i in range(0, len(codes), 2)]
            if any(tag == "/ReversedChars" for tag, _ in open_marks):
                text.reverse()
            number = [n for _, n in open_marks if n is not None][-1]
            words[number] += "".join(text)
    assert not open_marks, "marks are balanced"
    return words


def read(element, words, out):
    """Adds the element, and those in it, to `out` in the order of reading."""
    kind = str(element.S)[1:]
    kids = element.K if isinstance(element.K, pikepdf.Array) else [element.K]
    text = str(element.get("/Alt", ""))
    for kid in kids:
        if not isinstance(kid, (pikepdf.Dictionary, pikepdf.Array)):
            text += words.pop(int(kid))
    if text or kind == "Figure":
        out.append([kind, text.strip()])
    for kid in kids:
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            assert kid.P.objgen == element.objgen
            read(kid, words, out)
        elif isinstance(kid, pikepdf.Dictionary):
            out.append(["to", bytes(kid.Obj.A.URI).decode()])


def run(path):
    with pikepdf.open(path) as file:
        page = file.pages[0]
        words, structure = marked(page), []
        numbers = len(words)
        owners = file.Root.StructTreeRoot.ParentTree.Nums
        assert len(owners[1]) == numbers, "every piece of content has an element"
        for element in file.Root.StructTreeRoot.K:
            read(element, words, structure)
        assert not words, "no content is left out"
    return {
        "pdfium": pypdfium2.PdfDocument(path)[0].get_textpage().get_text_range(),
        "poppler": subprocess.run(
            ["pdftotext", "-enc", "UTF-8", path, "-"], capture_output=True, text=True, check=True
        ).stdout,
        "structure": structure,
    }


print(json.dumps([run(path) for path in json.load(sys.stdin)]))
