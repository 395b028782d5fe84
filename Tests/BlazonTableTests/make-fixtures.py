"""Makes Fixtures: the same tables as several programs write them, and beside each the CSV that is expected.

    python3 -m venv VENV && VENV/bin/pip install openpyxl==3.1.5 XlsxWriter==3.3.1 && VENV/bin/python make-fixtures.py

`NAME.xlsx` becomes `NAME.csv`, which Python's own csv module writes here from the values as Python has them.
"""

import csv
import datetime
import io
import pathlib
import zipfile

import openpyxl
import xlsxwriter
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont

FOLDER = pathlib.Path(__file__).parent / "Fixtures"
DAY = datetime.date(2026, 10, 14)
MOMENT = datetime.datetime(2026, 10, 14, 9, 14, 22)
HEADER = ["name", "handle", "badge", "issued", "hours", "private"]
ROWS = [
    ["Ada Lovelace", "ada", "docs-author", DAY, 12, True],
    ["Grace “Amazing” Hopper, Rear Admiral", "grace", "docs-author", MOMENT, 0.5, False],
    ["Çelik Ünal 李小龍 👩🏽‍🚀", "celik", 'the "best"', datetime.date(1900, 1, 1), 1234567, None],
    None,
    ["two\nlines; and\ttab", "lines", "docs-author", datetime.date(1900, 3, 1), 0.1 + 0.2, True],
    [" spaces ", "snake_x_case", "docs-author", datetime.date(2024, 2, 29), -1.25e-7, None],
    [None, "last", None, datetime.date(9999, 12, 31), 123456789012345, None],
]


def words(value):
    if value is None:
        return ""
    if value is True or value is False:
        return str(value).lower()
    if isinstance(value, (datetime.datetime, datetime.date, datetime.time)):
        return str(value)
    if isinstance(value, float):
        return format(float(format(value, ".15g")), "f").rstrip("0").rstrip(".") if value > 1e-4 else "-0.000000125"
    return str(value).replace("\n", " ")


def expect(name, rows):
    width = max(len(row) for row in rows if row)
    out = io.StringIO(newline="")
    for row in rows:
        row = [words(value) for value in row or []]
        if not any(row):
            out.write("\r\n")
            continue
        # As ours does: a semicolon or a tab is in quotes, too.
        out.write(",".join(
            '"' + field.replace('"', '""') + '"' if any(sign in field for sign in ',;\t"') else field
            for field in row + [""] * (width - len(row))) + "\r\n")
    text = out.getvalue()
    assert [row for row in csv.reader(io.StringIO(text))], name
    (FOLDER / f"{name}.csv").write_bytes(text.encode())


def by_openpyxl():
    book = openpyxl.Workbook()
    book.active.title = "Cover"
    book.active.sheet_state = "hidden"
    book.active["A1"] = "hidden"
    sheet = book.create_sheet("Awards 2026")
    for number, row in enumerate([HEADER] + ROWS, start=1):
        for column, value in enumerate(row or [], start=1):
            sheet.cell(number, column, value)
    # Formats that are dates, and some that look like it.
    sheet["D2"].number_format = "d. mmmm yyyy"
    sheet["D3"].number_format = '[$-409]d/m/yy h:mm\\ AM/PM;@'
    sheet["E2"].number_format = '0 "days"'
    sheet["E3"].number_format = '[Red]0.00" dhm"'
    sheet["D4"].number_format = "mm-dd-yy"
    # Looked at, but empty.
    sheet.cell(400, 200).number_format = "yyyy"
    sheet.row_dimensions[3].hidden = True
    sheet.merge_cells("B9:C9")
    sheet["B9"] = "merged"
    other = book.create_sheet("Other")
    other["A1"] = "handle"
    other["A2"] = CellRichText("Gra", TextBlock(InlineFont(b=True), "ce "), "Hopper")
    other["A3"] = datetime.time(9, 14, 22)
    other["A4"] = datetime.timedelta(hours=30, minutes=5)
    book.save(FOLDER / "openpyxl.xlsx")
    expect("openpyxl", [HEADER] + ROWS + [[None, "merged"]])
    expect("other", [["handle"], ["Grace Hopper"], ["09:14:22"], ["30:05:00"]])


def by_xlsxwriter(name, options, rows):
    book = xlsxwriter.Workbook(str(FOLDER / f"{name}.xlsx"), options)
    sheet = book.add_worksheet("Awards")
    day = book.add_format({"num_format": "yyyy-mm-dd"})
    moment = book.add_format({"num_format": 22})
    for number, row in enumerate(rows):
        for column, value in enumerate(row or []):
            if isinstance(value, datetime.datetime):
                sheet.write_datetime(number, column, value, moment)
            elif isinstance(value, datetime.date):
                sheet.write_datetime(number, column, value, day)
            elif value is not None:
                sheet.write(number, column, value)
    bold = book.add_format({"bold": True})
    row = len(rows)
    sheet.write_rich_string(row, 0, "Ka", bold, "the", "rine")
    sheet.write_formula(row, 1, '="kat" & "e"', None, "kate")
    sheet.write_formula(row, 3, "=TODAY()", day, 46309)
    sheet.write_formula(row, 4, "=6*7", None, 42)
    sheet.write_formula(row, 5, "=TRUE()", None, True)
    sheet.write_comment(0, 0, "a remark")
    sheet.add_table(0, 0, len(rows), 5, {"columns": [{"header": name} for name in HEADER]})
    sheet.conditional_format(1, 4, 5, 4, {"type": "data_bar"})
    book.close()
    day = DAY if not options.get("date_1904") else datetime.date(2030, 10, 15)
    expect(name, rows + [["Katherine", "kate", None, day, 42, True]])


def rewritten(name, new, change):
    """The archive `name` with another text in its parts."""
    with zipfile.ZipFile(FOLDER / f"{name}.xlsx") as old, zipfile.ZipFile(FOLDER / f"{new}.xlsx", "w", zipfile.ZIP_DEFLATED) as out:
        for item in old.infolist():
            path, text = change(item.filename, old.read(item))
            out.writestr(zipfile.ZipInfo(path, (2026, 1, 1, 0, 0, 0)), text, zipfile.ZIP_DEFLATED)
    (FOLDER / f"{new}.csv").write_bytes((FOLDER / f"{name}.csv").read_bytes())


def strict(path, text):
    for old, new in [
            ("http://schemas.openxmlformats.org/spreadsheetml/2006/main", "http://purl.oclc.org/ooxml/spreadsheetml/main"),
            ("http://schemas.openxmlformats.org/officeDocument/2006/relationships",
             "http://purl.oclc.org/ooxml/officeDocument/relationships")]:
        text = text.replace(old.encode(), new.encode())
    return path, text


def odd(path, text):
    """As some programs write that nobody expects: prefixes, capitals, backslashes, absolute targets."""
    if path.startswith("xl/worksheets/sheet") or path == "xl/sharedStrings.xml":
        text = text.decode()
        for tag in "worksheet sheetData row c v t is si sst f r rPh".split():
            for before in ("<", "</"):
                for after in (" ", ">", "/>"):
                    text = text.replace(f"{before}{tag}{after}", f"{before}x:{tag}{after}")
        text = text.replace(' xmlns="', ' xmlns:x="', 1)
        # All else has no namespace then, and is passed over.
        text = text.encode()
    if path.endswith(".rels"):
        text = text.replace(b'Target="worksheets/', b'Target="/xl/worksheets/')
        text = text.replace(b"sharedStrings.xml", b"SharedStrings.XML")
    return path.replace("/", "\\"), text


FOLDER.mkdir(exist_ok=True)
by_openpyxl()
later = [row if not row else [
    value for value in row] for row in [HEADER] + ROWS]
by_xlsxwriter("xlsxwriter", {"default_date_format": "yyyy-mm-dd"}, later)
modern = [[datetime.date(2010, 5, 6) if isinstance(value, datetime.date) and value.year in (1900, 9999) else value
           for value in row] if row else row for row in later]
by_xlsxwriter("from1904", {"date_1904": True}, modern)
by_xlsxwriter("in-place", {"in_memory": True, "constant_memory": True}, later)
rewritten("openpyxl", "strict", strict)
rewritten("xlsxwriter", "odd", odd)
