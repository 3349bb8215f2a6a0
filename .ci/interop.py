"""Compares shirube with independent programs; see test-interop."""

import csv
import html
import json
import pathlib
import random
import re
import subprocess
import sys
import tempfile

import docx
import jsonschema
import openpyxl
import yaml
from sarif_pydantic import Sarif

ROOT = pathlib.Path(__file__).resolve().parent.parent
PROGRAM = ROOT / ".build/release/shirube"
failures = 0
passed = 0


def expect(condition, message):
    global failures, passed
    if condition:
        passed += 1
    else:
        failures += 1
        print(f"FAILED: {message}", file=sys.stderr)


def run(*arguments):
    return subprocess.run([PROGRAM, *arguments], cwd=ROOT, capture_output=True, text=True)


class CoreLoader(yaml.SafeLoader):
    """Plain scalars by YAML 1.2's core schema (§10.3.2), as editors read them."""


CoreLoader.yaml_implicit_resolvers = {}
for tag, pattern, first in [
    ("tag:yaml.org,2002:null", r"^(?:~|null|Null|NULL|)$", ["~", "n", "N", ""]),
    ("tag:yaml.org,2002:bool", r"^(?:true|True|TRUE|false|False|FALSE)$", list("tTfF")),
    ("tag:yaml.org,2002:int", r"^[-+]?[0-9]+$", list("-+0123456789")),
    ("tag:yaml.org,2002:float", r"^[-+]?[0-9]+\.[0-9]+$", list("-+0123456789")),
]:
    import re

    CoreLoader.add_implicit_resolver(tag, re.compile(pattern), first)
CoreLoader.add_constructor("tag:yaml.org,2002:int", lambda loader, node: int(loader.construct_scalar(node)))

data_files = sorted([*ROOT.glob("Data/*/*.yaml"), *ROOT.glob("Tests/Fixtures/clean-board/Data/*/*.yaml")])
for path in data_files:
    name = path.relative_to(ROOT)
    schema = json.loads((ROOT / f"Data/schema/{path.stem}.schema.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    errors = list(jsonschema.Draft202012Validator(schema).iter_errors(yaml.load(path.read_text(encoding="utf-8"), CoreLoader)))
    expect(not errors, f"{name}: {errors[:1]}")
    # What StrictYAML accepts, another parser reads the same.
    mine = json.loads(run("parse", str(path)).stdout)
    expect(mine == yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader), f"{name}: PyYAML reads it otherwise")

# What is made up at random, and what fuzzing came upon: PyYAML, which reads YAML 1.1, and StrictYAML each refuse some of
# it; what both read they read the same.
random.seed(1)
PIECES = ["a", "あ", "0797", "no", "'x'", "\"\\u3042\"", "\"a\\n b\"", "''", "[", "]", "{", "}", ", ", ": ", ":", " ", "  ", "\n", "\n", "\n  ",
          "\n    ", "- ", "# b", " # b", "|\n  ", ">\n  ", "|-\n  ", ">+\n    ", "k: ", "\nk2: ", "\n- ", "-", "?", "'", "\"", "x y", "１", "~"]
texts = ["".join(random.choices(PIECES, k=random.randint(1, 14))).encode() for _ in range(3000)]
corpora = [ROOT / "Tests/Fuzz/StrictYAML/Corpus", ROOT / ".build-fuzz/StrictYAML/corpus"]
texts += [path.read_bytes() for folder in corpora if folder.exists() for path in sorted(folder.iterdir())[:3000]]
both, one = 0, 0
with tempfile.TemporaryDirectory() as folder:
    path = pathlib.Path(folder) / "text.yaml"
    for text in texts:
        # A block scalar that ends with the file, not with a line, has no last line break for PyYAML; YAML 1.2 gives it one.
        text += b"\n"
        path.write_bytes(text)
        mine = subprocess.run([PROGRAM, "parse", path], capture_output=True)
        expect(mine.returncode in (0, 1), f"{text!r}: exit status {mine.returncode}")
        if mine.returncode != 0:
            continue
        try:
            theirs = yaml.load(text, yaml.BaseLoader)
        except (yaml.YAMLError, ValueError, RecursionError, TypeError):
            one += 1
            continue
        both += 1
        # An empty document is null to one and an empty text to the other.
        expect(json.loads(mine.stdout) == (theirs if theirs is not None else ""), f"{text!r}: PyYAML reads {theirs!r}, not {mine.stdout.decode()!r}")
print(f"{both} texts read the same as PyYAML; {one} that it refuses")

# The schemas refuse what the program refuses: a line of a sample file in another form, or one more behind it.
WRONG = [
    ("facilities", "    postal_code: 665-0865", "    postal_code: '6650865'"), ("facilities", "  - id: rakusho", "  - id: 楽笑"),
    ("facilities", "    name: 楽笑 フリースクール", "    nmae: x"), ("facilities", "    name: 楽笑 フリースクール", "    name: ''"),
    ("facilities", "    telephone: 0797-86-2321", "    telephone: 0797-86-2321\n    web: example.jp"),
    ("facilities", "    telephone: 0797-86-2321", "    telephone: 0797-86-2321\n    corporate_number: 12345"),
    ("board", "municipality_code: 282146", "municipality_code: 2821"), ("board", "municipality_code: 282146", "municipality_code: '28214'"),
    ("board", "  columns: 40", "  columns: 400"), ("board", "[html, text,", "[html, html,"),
    ("statistics", "      count: 292", "      count: -292"),
]
for name, right, wrong in WRONG:
    schema = json.loads((ROOT / f"Data/schema/{name}.schema.json").read_text(encoding="utf-8"))
    text = (ROOT / f"Data/takarazuka/{name}.yaml").read_text(encoding="utf-8")
    expect(right in text, f"{name}.yaml no longer has {right}")
    errors = list(jsonschema.Draft202012Validator(schema).iter_errors(yaml.load(text.replace(right, wrong, 1), CoreLoader)))
    expect(errors, f"the schema accepts {wrong}")

# SARIF, with findings, notes and fixes in it.
with tempfile.TemporaryDirectory() as folder:
    board = pathlib.Path(folder) / "Data/takarazuka"
    board.mkdir(parents=True)
    for path in ROOT.glob("Data/takarazuka/*.yaml"):
        (board / path.name).write_bytes(path.read_bytes())
    (board / "facilities.yaml").write_bytes((ROOT / "Tests/Fixtures/printed-list/facilities.yaml").read_bytes())
    for language in ["ja", "en"]:
        report = run("check", "--data", str(board.parent), "--reference", "Data/reference", "--report", "sarif", "-l", language)
        log = json.loads(report.stdout)
        Sarif.model_validate(log)
        results = log["runs"][0]["results"]
        expect(len(results) == 7, f"{len(results)} results in SARIF")
        expect(any("fixes" in result for result in results), "no fixes in SARIF")
        expect(any("relatedLocations" in result for result in results), "no related locations in SARIF")

# Spreadsheets: openpyxl reads in what is exported the cells that the CSV has, and what it writes again changes nothing.
with tempfile.TemporaryDirectory() as folder:
    folder = pathlib.Path(folder)
    for board, name in [("takarazuka", "private"), ("takarazuka", "municipal"), ("takarazuka", "national.series"), ("setagaya", "project.years")]:
        book, table = folder / f"{name}.xlsx", folder / f"{name}.csv"
        for path in (book, table):
            result = run("export", board, name, "--format", path.suffix[1:], "--into", str(path))
            expect(result.returncode == 0, f"export {board} {name}: {result.stderr}")
        cells = [["" if cell is None else str(cell) for cell in row] for row in openpyxl.load_workbook(book).active.iter_rows(values_only=True)]
        with table.open(encoding="utf-8-sig", newline="") as lines:
            # An apostrophe in CSV keeps what would be a formula a text.
            rows = [[cell.removeprefix("'") for cell in row] for row in csv.reader(lines)]
        expect(cells == rows, f"{board} {name}: openpyxl reads {cells[:2]}, the CSV has {rows[:2]}")
        again = folder / "again.xlsx"
        openpyxl.load_workbook(book).save(again)
        result = run("import", board, name, str(again), "--dry-run", "-l", "en")
        expect(result.returncode == 0 and "0 added, 0 changed" in result.stdout, f"import {board} {name}: {result.stdout}{result.stderr}")

# Word: python-docx reads the headings and all words of the page, in their order, and as many tables; marks are worked out
# from the numbering as Word does (ECMA-376-1 §17.9).
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
KATAKANA = "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン"
FORMATS = {
    "decimal": str,
    "decimalFullWidth": lambda n: str(n).translate(str.maketrans("0123456789", "０１２３４５６７８９")),
    "decimalEnclosedCircle": lambda n: chr(0x245F + n) if n <= 20 else str(n),
    "decimalEnclosedParen": lambda n: chr(0x2473 + n) if n <= 20 else str(n),
    "aiueoFullWidth": lambda n: KATAKANA[(n - 1) % 46],
    "bullet": lambda n: "",
}


class Counter:
    """Counts the marks of a document's paragraphs."""

    def __init__(self, document):
        numbering = document.part.numbering_part.element
        abstract = {node.get(f"{W}abstractNumId"): node for node in numbering.iter(f"{W}abstractNum")}
        self.levels = {node.get(f"{W}numId"): self.read(abstract[node.find(f"{W}abstractNumId").get(f"{W}val")]) for node in numbering.iter(f"{W}num")}
        self.counts = {}

    @staticmethod
    def read(abstract):
        value = lambda level, name: level.find(f"{W}{name}").get(f"{W}val")
        return {int(level.get(f"{W}ilvl")): (int(value(level, "start")), value(level, "numFmt"), value(level, "lvlText")) for level in abstract.iter(f"{W}lvl")}

    def mark(self, paragraph):
        place = paragraph.find(f"{W}pPr/{W}numPr")
        if place is None:
            return ""
        number, level = place.find(f"{W}numId").get(f"{W}val"), int(place.find(f"{W}ilvl").get(f"{W}val"))
        levels, counts = self.levels[number], self.counts.setdefault(number, {})
        start, form, text = levels[level]
        counts[level] = counts.get(level, start - 1) + 1
        for lower in [key for key in counts if key > level]:
            del counts[lower]
        return text.replace(f"%{level + 1}", FORMATS[form](counts[level]))


def shown(document):
    """All paragraphs with what Word writes before them, in their order."""
    counter = Counter(document)
    return {paragraph: counter.mark(paragraph) for paragraph in document.element.body.iter(f"{W}p")}


def own_text(paragraph):
    return "".join(node.text or "" for node in paragraph.iter(f"{W}t") if next(node.iterancestors(f"{W}p")) is paragraph)


def words(text):
    return re.sub(r"[\s＿□☑\u200b]+", "", text)


for path in sorted(ROOT.glob("Output/*/*.docx")):
    name = path.relative_to(ROOT)
    page = path.with_suffix(".html").read_text(encoding="utf-8")
    main = page[page.index("<main") : page.index("</main>")]
    main = re.sub(r"<svg.*?</svg>|<script.*?</script>|<textarea[^>]*>", "", main, flags=re.DOTALL)
    main = re.sub(r'<(\w+)[^>]*class="[^"]*screen-only[^"]*"[^>]*>.*?</\1>', "", main, flags=re.DOTALL)
    plain = lambda markup: words(html.unescape(re.sub(r"<[^>]*>", "", markup)))
    document = docx.Document(path)
    marks = shown(document)
    headings = [words(marks[p._p] + p.text) for p in document.paragraphs if p.style.name.startswith(("Heading", "Title", "Cover Title", "TOC Heading"))]
    wanted = [plain(heading) for heading in re.findall(r"<h[1-6].*?</h[1-6]>", main, re.DOTALL)]
    expect(headings == wanted, f"{name}: headings {[h for h in zip(headings, wanted) if h[0] != h[1]][:2]}")
    # A chart has its figures at its bars, and no table beside it.
    charts = re.findall(r'<figure class="chart.*?</figure>', main, re.DOTALL)
    tables = len(re.findall("<table", main)) - sum(chart.count("<table") for chart in charts)
    expect(len(document.tables) == tables, f"{name}: {len(document.tables)} tables")
    drawings = list(document.element.body.iter("{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"))
    pictures = re.findall(r"<svg.*?</svg>", page[page.index("<main") : page.index("</main>")], re.DOTALL)
    expect(len(drawings) == len(pictures), f"{name}: {len(drawings)} drawings")
    for drawing, picture in zip(drawings, pictures):
        drawn = "".join(node.text for node in drawing.getparent().iter(f"{W}t"))
        expect(drawn == html.unescape("".join(re.findall(r"<text[^>]*>([^<]*)", picture))), f"{name}: {drawn} is drawn")
        said = re.search(r"<desc[^>]*>([^<]*)|aria-label=\"([^\"]*)", picture)
        expect(html.unescape(said.group(1) or said.group(2)) in drawing.get("descr"), f"{name}: {drawing.get('descr')} is said")
    main = re.sub(r"(<figure class=\"chart.*?)<table.*?(</figure>)", r"\1\2", main, flags=re.DOTALL)
    text = words("".join(mark + own_text(paragraph) for paragraph, mark in marks.items()))
    # Each item reads as on the page, its mark first.
    items = [plain(item) for item in re.findall(r"<li>(?:<menu hidden></menu>)?\s*((?:<span class=\"marker\">[^<]*</span>[^<]*)(?:<p>[^<]*)?)", main)]
    expect([item for item in items if item not in text] == [], f"{name}: {[item for item in items if item not in text][:3]} are numbered otherwise")
    # What a field refers to is there, and has the number that the field shows.
    bookmarks = {node.get(f"{W}name"): next(node.iterancestors(f"{W}p")) for node in document.element.body.iter(f"{W}bookmarkStart")}
    for paragraph in document.element.body.iter(f"{W}p"):
        for link in paragraph.iter(f"{W}hyperlink"):
            if link.get(f"{W}anchor"):
                expect(link.get(f"{W}anchor") in bookmarks, f"{name}: {link.get(f'{W}anchor')} leads nowhere")
    for field in document.element.body.iter(f"{W}instrText"):
        parts = field.text.split()
        if parts[0] in ("REF", "PAGEREF"):
            expect(parts[1] in bookmarks, f"{name}: {field.text} leads nowhere")
        if parts[0] == "REF":
            result = field.getparent().getnext().getnext().find(f"{W}t").text
            expect(marks[bookmarks[parts[1]]] == result, f"{name}: {field.text} shows {result}")
    lost = [line for line in (plain(part) for part in re.findall(r"<(?:p|li|td|th|caption|dt|dd)\b[^>]*>([^<]+)", main)) if line not in text]
    expect(not lost, f"{name}: {lost[:3]} are lost")
    book = pathlib.Path(tempfile.mkdtemp()) / "again.docx"
    document.save(book)
    expect(len(docx.Document(book).paragraphs) == len(document.paragraphs), f"{name}: cannot be written again")

# The symbols that QRCodeTests compares with are the program's that they are said to be.
symbols = ROOT / "Tests/QRCodeTests/Fixtures"
for kind in ["symbols", "digests"]:
    made = subprocess.run([sys.executable, symbols / "make.py", kind], capture_output=True, text=True)
    expect(made.stdout == (symbols / f"{kind}.txt").read_text(encoding="utf-8"), f"{kind}.txt: {made.stderr or 'made otherwise'}")

print(f"{passed} passed, {failures} failed")
sys.exit(1 if failures else 0)
