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

# Word: python-docx reads the headings and all words of the page, in their order, and as many tables.
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
    headings = [words(p.text) for p in document.paragraphs if p.style.name.startswith(("Heading", "Title", "Cover Title", "TOC Heading"))]
    wanted = [plain(heading) for heading in re.findall(r"<h[1-6].*?</h[1-6]>", main, re.DOTALL)]
    expect(headings == wanted, f"{name}: headings {[h for h in zip(headings, wanted) if h[0] != h[1]][:2]}")
    expect(len(document.tables) == len(re.findall("<table", main)), f"{name}: {len(document.tables)} tables")
    text = words("".join(node.text or "" for node in document.element.body.iter("{http://schemas.openxmlformats.org/wordprocessingml/2006/main}t")))
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
