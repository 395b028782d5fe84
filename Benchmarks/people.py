"""The sample programme, earned by as many invented people as are asked for.

    python3 Benchmarks/people.py 10000 FOLDER

FOLDER gets a copy of badge-specs/meshery whose only ledger is ours: of five people one is certified, the
others have an achievement. Names are put together from lists in eight scripts. The same count gives the
same bytes.
"""

import csv
import pathlib
import shutil
import sys

from ledger import award_id

ROOT = pathlib.Path(__file__).resolve().parent.parent
ACHIEVEMENTS = ["review-rockstar", "first-design", "innovator", "meshery-docs", "hacktoberfest-2025"]
NAMES = [
    ("en", ["Ada", "Wilhelmine", "Bjørn", "Amara", "José"], ["Sturmfeder", "Okonkwo-Reyes", "Łukasiewicz", "Quill"]),
    ("vi", ["Đặng Quỳnh", "Nguyễn Thị", "Trần Hữu"], ["Vân Sương", "Phước Lộc", "Ánh Dương"]),
    ("uk", ["Ґудзослава", "Зореслав", "Яромира"], ["Їжаківна", "Вербицький", "Синиця"]),
    ("el", ["Θεοφανώ", "Αλκίνοος"], ["Κυματοπούλου", "Ψαράς"]),
    ("ja", ["星野", "波多江"], ["蒼", "千鶴子"]),
    ("ar", ["نجمة", "بحر"], ["الزيتوني", "المرجاني"]),
    ("hi", ["तारावती", "मेघनाद"], ["समुद्रपाल", "चन्द्रकोट"]),
    ("ko", ["별이", "하람"], ["구름", "바다"]),
]


def rows(count):
    for number in range(count):
        language, given, family = NAMES[number % 3 * number % len(NAMES)]
        name = f"{given[number // 3 % len(given)]} {family[number // 7 % len(family)]}"
        issued = f"20{20 + number % 6}-{1 + number % 12:02}-{1 + number % 28:02}"
        handle = f"person-{number * 7919 % 1_000_003}"
        if number % 5 == 0:
            yield [name, handle, "certified-meshery-contributor", issued, language, award_id(number)]
        else:
            yield [name, handle, ACHIEVEMENTS[number % len(ACHIEVEMENTS)], issued, language, ""]


def write(count, folder):
    """The programme of `count` people in `folder`, which is made."""
    shutil.copytree(ROOT / "badge-specs/meshery", folder)
    for ledger in (folder / "awards").iterdir():
        ledger.unlink()
    with open(folder / "awards/people.csv", "w", encoding="utf-8", newline="") as file:
        table = csv.writer(file)
        table.writerow(["name", "handle", "badge", "issued", "language", "id"])
        table.writerows(rows(count))


if __name__ == "__main__":
    write(int(sys.argv[1]), pathlib.Path(sys.argv[2]))
