"""The documents for Word as LibreOffice lays them out: A4, in the board's fonts or others, no heading lost, no field broken."""

import re
import subprocess
from html import unescape
from pathlib import Path

from pypdf import PdfReader

from report import Report


def squeeze(text: str) -> str:
    return re.sub(r"\s+", "", text)


def check_numbers(check, file: Path, pages: list[str]) -> None:
    """Pages are counted through all parts, upright or turned."""
    for number, page in enumerate(pages, 1):
        found = re.findall(rf"(\d+) / {len(pages)}\b", page)
        check.expect(found == [str(number)] or (number == 1 and not found), f"{file.name}: page {number} is numbered {found}")


def check_contents(check, file: Path, html: str, pages: list[str]) -> None:
    """The contents say the page that each heading stands on."""
    contents = re.search(r'<nav class="contents.*?</nav>', html, re.DOTALL)
    for entry in re.findall(r"<a [^>]*>([^<]*)</a>", contents.group()) if contents else []:
        words = squeeze(unescape(entry))
        lines = [squeeze(line) for page in pages[:3] for line in page.splitlines()]
        said = [int(match.group(1)) for line in lines if (match := re.search(re.escape(words) + r"\.{3,}(\d+)$", line))]
        check.expect(len(said) == 1 and words in squeeze(pages[said[0] - 1]), f"{file.name}: {entry} is said to be on {said}")


def check_word(output: Path, report: Report, folder: Path) -> None:
    with report.check("Word: LibreOffice lays the documents out on A4, with every heading, mark, drawing and page number") as check:
        files = sorted(output.rglob("*.docx"))
        check.expect(bool(files), "no document for Word")
        target = folder / "word"
        command = ["soffice", f"-env:UserInstallation={(folder / 'office').as_uri()}", "--headless", "--convert-to", "pdf", "--outdir"]
        # Documents of two boards bear one name.
        for board in {file.parent for file in files}:
            of_board = [file for file in files if file.parent == board]
            subprocess.run([*command, target / board.relative_to(output), *of_board], capture_output=True, check=False)
        for file in files:
            made = target / file.parent.relative_to(output) / (file.stem + ".pdf")
            check.expect(made.exists(), f"{file.name}: LibreOffice cannot open it")
            if not made.exists():
                continue
            pdf = PdfReader(made)
            sizes = {(round(p.mediabox.width / 72 * 25.4), round(p.mediabox.height / 72 * 25.4)) for p in pdf.pages}
            html = file.with_suffix(".html").read_text(encoding="utf-8")
            wide = re.search(r'<table[^>]*class="[^"]*\bwide\b', html) is not None
            check.expect(sizes - {(297, 210)} <= {(210, 297)} and ((297, 210) in sizes) == wide, f"{file.name}: {sizes} mm")
            pages = [page.extract_text() for page in pdf.pages]
            text = squeeze("".join(pages))
            check_numbers(check, file, pages)
            for drawn in re.findall(r"<text[^>]*>([^<]*)", html):
                check.expect(squeeze(unescape(drawn)) in text, f"{file.name}: {drawn} is not drawn")
            for item in re.findall(r'<span class="marker">([^<]*)</span> *([^<]{4})', html[html.index("<main") :]):
                check.expect(squeeze(unescape("".join(item))) in text, f"{file.name}: {item} is marked otherwise")
            check_contents(check, file, html, pages)
            headings = re.findall(r"<h[1-4][^>]*>(.*?)</h[1-4]>", html[html.index("<main") :], re.DOTALL)
            for heading in headings:
                words = squeeze(unescape(re.sub("<rt>.*?</rt>|<rp>.*?</rp>|<[^>]*>", "", heading)))
                check.expect(words in text, f"{file.name}: {words} is lost")
            check.expect("Error" not in text and "エラー" not in text, f"{file.name}: a field is broken")
