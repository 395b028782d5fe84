"""Asks 1EdTech's validator of Open Badges 2.0, `openbadges` 1.1.2, in a Python environment of its own: hosted.py runs it.

    validator.py FOLDER < questions.json > answers.json

FOLDER stands for the address that is published, `address`; nothing else can be reached. A question is {badge, email,
instead}: is the badge in this file one of theirs, if some addresses answer something else? An answer is what the
validator reports, and the assertion that it went by.
"""

import collections
import collections.abc
import io
import json
import logging
import mimetypes
import pathlib
import sys

# That program is of 2018, when these had two names each.
for name in ("Iterable", "Mapping", "MutableMapping", "Sequence"):
    setattr(collections, name, getattr(collections.abc, name))

import requests  # noqa: E402
from openbadges.verifier import verify  # noqa: E402
from openbadges.verifier.openbadges_context import OPENBADGES_CONTEXT_V2_DICT  # noqa: E402
from openbadges_bakery import unbake  # noqa: E402

CONTEXT = "https://w3id.org/openbadges/v2"


class Folder:
    """Answers what `requests` asks for from a folder."""

    def __init__(self, address, folder):
        self.address, self.folder, self.instead = address, folder, {}

    def send(self, request, **_):
        answer = requests.Response()
        answer.url, answer.request, answer.encoding = request.url, request, "utf-8"
        answer.headers["Content-Type"] = mimetypes.guess_type(request.url)[0]
        data = self.read(request.url)
        answer.status_code = 404 if data is None else 200
        answer.raw = io.BytesIO(data or b"not found")
        return answer

    def read(self, address):
        if address == CONTEXT:
            return json.dumps(OPENBADGES_CONTEXT_V2_DICT).encode()
        if address in self.instead:
            return self.instead[address].encode()
        file = self.folder / address.removeprefix(self.address)
        return file.read_bytes() if address.startswith(self.address) and file.is_file() else None


def ask(question):
    file = pathlib.Path(question["badge"])
    badge = file.read_bytes()
    if file.suffix != ".json":
        badge = unbake(io.BytesIO(badge))
    # Of an SVG its bakery gives bytes, which it then takes for no address.
    badge = badge.decode() if isinstance(badge, bytes) else badge
    found = verify(badge, recipient_profile={"email": question["email"]}, use_cache=False, cache_backend=None)
    report = found["report"]
    return {
        "is_valid": report["valid"],
        "messages": [message["result"] for message in report["messages"]],
        "assertion": next((node for node in found["graph"] if node.get("type") == "Assertion"), None),
    }


# It logs the faults of its own that it reports.
logging.disable()
questions = json.load(sys.stdin)
folder = Folder(questions["address"], pathlib.Path(sys.argv[1]))
requests.adapters.HTTPAdapter.send = folder.send
answers = []
for question in questions["questions"]:
    folder.instead = question["instead"]
    answers.append(ask(question))
json.dump(answers, sys.stdout)
