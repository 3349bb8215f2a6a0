"""Open data beside the pages: CSV, JSON and JSON-LD, each read by a program of its own and compared with the page's table."""

import csv
import io
import json
import re
import subprocess
import tempfile
from collections.abc import Iterator
from itertools import zip_longest
from pathlib import Path

from playwright.sync_api import Page as Tab
from pyld import jsonld

from pages import Page, Reader
from report import Check, Report

BOM = b"\xef\xbb\xbf"
# A spreadsheet takes a cell that starts so for a formula; an apostrophe in front defuses it.
FORMULA = ("=", "+", "-", "@", "\t", "\r")
# Columns of the CSV, and the members of the JSON that say the same.
COLUMNS = {"名称": "name", "郵便番号": "postal_code", "電話番号": "telephone", "URL": "web"}
# The name comes first in its cell; below it may stand how the facility is used and who runs it.
NAMES = "all => all.map(cell => cell.firstChild.textContent.trim())"
TABLE = "table.facilities tbody th[scope=row]"
# Comma, quotation mark, UTF-8, from the first line; read with a type for each column, written as shown.
READ = "44,34,76,1,{types}"
WRITE = "44,34,76,1,,0,false,true,false"
AS_TEXT = 2
QUOTED = re.compile(rb'"(?:[^"]|"")*"')


def check_open_data(root: Path, pages: list[Page], reader: Reader, report: Report) -> None:
    check_csv(sorted(root.rglob("*.csv")), root, report)
    check_json(sorted(root.rglob("*.json")), root, pages, reader, report)
    check_linked_data(pages, reader, report)


def check_csv(files: list[Path], root: Path, report: Report) -> None:
    with report.check("CSV: UTF-8 with BOM, CRLF, no formula, the same cells in LibreOffice") as check:
        for file in files:
            name = file.relative_to(root)
            data = file.read_bytes()
            check.expect(data.startswith(BOM), f"{name}: no byte order mark")
            check.expect(data.endswith(b"\r\n"), f"{name}: the last line does not end with CRLF")
            # A line break inside a quoted cell is the cell's own.
            bare = QUOTED.sub(b"", data).replace(b"\r\n", b"")
            check.expect(b"\n" not in bare and b"\r" not in bare, f"{name}: a line that does not end with CRLF")
            rows = read_csv(data)
            widths = {len(row) for row in rows}
            check.expect(len(widths) == 1, f"{name}: rows of {sorted(widths)} cells")
            for number, row in enumerate(rows, start=1):
                for cell in row:
                    check.expect(not cell.startswith(FORMULA), f"{name}: row {number}: {cell!r} would be a formula")
            for number, (mine, theirs) in enumerate(zip_longest(rows, open_in_calc(file, max(widths)), fillvalue=[]), start=1):
                changed = [f"{a!r} became {b!r}" for a, b in zip_longest(mine, theirs) if a != b]
                check.expect(not changed, f"{name}: row {number} in LibreOffice: {', '.join(changed)}")


def read_csv(data: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), strict=True))


def open_in_calc(file: Path, columns: int) -> list[list[str]]:
    """The cells as Calc reads them when every column is text, which keeps the zeros in front of codes."""
    types = "/".join(f"{column}/{AS_TEXT}" for column in range(1, columns + 1))
    with tempfile.TemporaryDirectory() as folder:
        # A profile of its own: a Calc that is already open would otherwise take the job, and lose it.
        profile = f"-env:UserInstallation={(Path(folder) / 'profile').as_uri()}"
        command = ["soffice", profile, "--headless", f"--infilter=CSV:{READ.format(types=types)}"]
        target = ["--convert-to", f"csv:Text - txt - csv (StarCalc):{WRITE}", "--outdir", folder]
        subprocess.run([*command, *target, str(file)], capture_output=True, check=True, timeout=120)
        return read_csv((Path(folder) / file.name).read_bytes())


def check_json(files: list[Path], root: Path, pages: list[Page], reader: Reader, report: Report) -> None:
    with report.check("JSON: version, and the facilities of the table and of the CSV") as check:
        for file in files:
            name = file.relative_to(root)
            data = json.loads(file.read_text(encoding="utf-8"))
            check.expect("version" in data, f"{name}: no version")
            facilities = data.get("facilities", [])
            names = [facility.get("name") for facility in facilities]
            for page in pages:
                if page.path == file.with_suffix(".html"):
                    expect_same(check, f"{name}: names in the table", names, table_names(page, reader))
            if file.with_suffix(".csv").exists():
                expect_columns(check, str(name), facilities, read_csv(file.with_suffix(".csv").read_bytes()))


def expect_columns(check: Check, name: str, facilities: list[dict], rows: list[list[str]]) -> None:
    heading, *rows = rows
    check.expect(len(rows) == len(facilities), f"{name}: {len(facilities)} facilities, {len(rows)} rows in the CSV")
    for column, member in COLUMNS.items():
        if column in heading:
            index = heading.index(column)
            expect_same(check, f"{name}: {column}", [f.get(member) or "" for f in facilities], [row[index] for row in rows])
    check.expect("名称" in heading, f"{name}: the CSV has no column 名称")


def expect_same(check: Check, place: str, mine: list, theirs: list) -> None:
    differing = [f"{a} / {b}" for a, b in zip(mine, theirs) if a != b]
    check.expect(mine == theirs, f"{place}: {len(mine)} and {len(theirs)}, differing: {differing[:3]}")


def table_names(page: Page, reader: Reader) -> list[str]:
    with reader.open(page) as tab:
        return tab.locator(TABLE).evaluate_all(NAMES)


def check_linked_data(pages: list[Page], reader: Reader, report: Report) -> None:
    with report.check("JSON-LD: read by PyLD, with the names of the table") as check:
        for page in pages:
            with reader.open(page) as tab:
                for text in tab.locator("script[type='application/ld+json']").all_text_contents():
                    expect_linked_data(check, page, tab, json.loads(text))


def expect_linked_data(check: Check, page: Page, tab: Tab, data: object) -> None:
    nodes = jsonld.expand(data, {"documentLoader": load_context})
    check.expect(bool(nodes), f"{page.name}: nothing is left after expansion")
    names = [name for item in items(nodes) if (name := item_name(item))]
    expect_same(check, f"{page.name}: names in JSON-LD and in the table", names, tab.locator(TABLE).evaluate_all(NAMES))


def load_context(url: str, options: dict) -> dict:
    """schema.org's context without the network: every term belongs to its vocabulary."""
    if not url.startswith(("http://schema.org", "https://schema.org")):
        raise ValueError(f"unknown context {url}")
    context = {"@context": {"@vocab": "https://schema.org/"}}
    return {"contentType": "application/ld+json", "contextUrl": None, "documentUrl": url, "document": context}


def items(value: object) -> Iterator[dict]:
    """The elements of every list, or the nodes of the graph where there is no list."""
    lists = list(find_lists(value))
    yield from lists or (node for node in value if isinstance(value, list))


def find_lists(value: object) -> Iterator[dict]:
    if isinstance(value, list):
        for each in value:
            yield from find_lists(each)
    elif isinstance(value, dict):
        for key, each in value.items():
            if key == "https://schema.org/itemListElement":
                yield from unwrap(each)
            else:
                yield from find_lists(each)


def unwrap(elements: list[dict]) -> list[dict]:
    return [node for each in elements for node in each.get("@list", [each])]


def item_name(item: dict) -> str | None:
    """The name of a list's item, which may stand one step further down, in the thing that it lists."""
    for name in item.get("https://schema.org/name", []):
        return name["@value"]
    for thing in item.get("https://schema.org/item", []):
        return item_name(thing)
    return None
