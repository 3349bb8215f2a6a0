"""The pages of a rendered folder, and a browser that opens them."""

from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser
from playwright.sync_api import Page as Tab

CHROMIUM = "/usr/bin/chromium"
PHONE = (320, 640)
SMARTPHONE = (390, 844)
TABLET = (768, 1024)
DESKTOP = (1280, 900)
SAMPLE = 3

WRAPPER = """<!DOCTYPE html>
<html lang="ja">
<head><meta charset="UTF-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>断片</title></head>
<body><main>{heading}
{fragment}
</main></body>
</html>
"""


@dataclass(frozen=True)
class Page:
    """An HTML file; a fragment is looked at inside a minimal page, which `file` then names."""

    name: str
    path: Path
    file: Path
    fragment: bool

    @property
    def form(self) -> bool:
        """Whether it is form 1, blank or filled in for one facility."""
        return self.path.stem == "form1" or self.path.parent.name == "form1"


def find_pages(root: Path, scratch: Path) -> list[Page]:
    pages = []
    for path in sorted(root.rglob("*.html")):
        name = path.relative_to(root).as_posix()
        fragment = path.name.endswith(".fragment.html")
        file = wrap(path, scratch / name) if fragment else path
        pages.append(Page(name, path, file, fragment))
    return pages


def wrap(path: Path, target: Path) -> Path:
    fragment = path.read_text(encoding="utf-8")
    heading = "" if "<h1" in fragment else "<h1>断片</h1>"
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(WRAPPER.format(heading=heading, fragment=fragment), encoding="utf-8")
    return target


def sample(pages: list[Page]) -> list[Page]:
    """All pages, but of the forms filled in for one facility only some: they share one template."""
    folders: dict[Path, int] = {}
    chosen = []
    for page in pages:
        if page.path.parent.name == "form1":
            folders[page.path.parent] = folders.get(page.path.parent, 0) + 1
            if folders[page.path.parent] > SAMPLE:
                continue
        chosen.append(page)
    return chosen


def sampling_note(pages: list[Page]) -> str:
    left_out = len(pages) - len(sample(pages))
    return f"{SAMPLE} pages of each form1/, {left_out} of the same template left out" if left_out else ""


class Reader:
    """Opens pages in one browser, without a network, and keeps what they asked it for and said to the console."""

    def __init__(self, browser: Browser) -> None:
        self.browser = browser
        self.visits = 0
        self.faults: defaultdict[str, list[str]] = defaultdict(list)

    @contextmanager
    def open(self, page: Page, size: tuple[int, int] = DESKTOP, **settings: object) -> Iterator[Tab]:
        context = self.browser.new_context(offline=True, locale="ja-JP", **settings)
        tab = context.new_page()
        resize(tab, size)
        faults = self.faults[page.name]
        tab.on("request", lambda request: is_local(request.url) or faults.append(f"asked for {request.url}"))
        tab.on("console", lambda message: faults.append(f"{message.type}: {message.text}"))
        tab.on("pageerror", lambda error: faults.append(str(error)))
        try:
            tab.goto(page.file.resolve().as_uri())
            self.visits += 1
            yield tab
        finally:
            context.close()


def is_local(url: str) -> bool:
    return url.startswith(("file:", "data:"))


def resize(tab: Tab, size: tuple[int, int]) -> None:
    tab.set_viewport_size({"width": size[0], "height": size[1]})
