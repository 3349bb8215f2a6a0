"""What `shirube print` makes with a real browser: the numbers in the contents are those of the pages, each heading is a bookmark once."""

import re
import subprocess
from pathlib import Path

from pypdf import PdfReader

from report import Report

ROOT = Path(__file__).parents[2]
PROGRAM = ROOT / ".build/release/shirube"


def squeeze(text: str) -> str:
    return re.sub(r"\s+", "", text)


def bookmarks(pdf: PdfReader, outline: list | None = None) -> list[tuple[str, int]]:
    found = []
    for item in pdf.outline if outline is None else outline:
        if isinstance(item, list):
            found += bookmarks(pdf, item)
        else:
            found.append((squeeze(item.title), pdf.get_destination_page_number(item) + 1))
    return found


def contents(html: str) -> list[str]:
    nav = html[html.index('<nav class="contents"') : html.index("</nav>")]
    return [squeeze(re.sub("<[^>]*>", "", entry)) for entry in re.findall(r"<li>(.*)", nav)]


def printed(paper: Path) -> bytes:
    """A paper's text where it stands on its pages."""
    return subprocess.run(["pdftotext", "-layout", paper, "-"], capture_output=True, check=True).stdout


def chapters(html: str) -> list[tuple[str, str]]:
    """The marks and titles of the numbered headings that begin chapters."""
    pattern = r'<section[^>]*class="chapter"[^>]*>\s*<h2[^>]*><span class="marker">(.*?)</span>(.*?)</h2>'
    found = re.findall(pattern, html, re.DOTALL)
    return [(squeeze(mark), squeeze(re.sub("<[^>]*>", "", title))) for mark, title in found]


def spread(pages: str) -> set[int]:
    """The pages of 5、7～9."""
    ends = [[int(end) for end in run.split("～")] for run in pages.split("、")]
    return {page for run in ends for page in range(run[0], run[-1] + 1)}


def check_paged(report: Report, folder: Path) -> None:
    with report.check("print: page numbers of contents and references are right, headings are bookmarks once") as check:
        output = folder / "paged"
        made = subprocess.run([PROGRAM, "print", "--output", output, "-l", "en"], cwd=ROOT, capture_output=True, text=True, check=False)
        check.expect(made.returncode == 0, made.stderr)
        papers = sorted(output.rglob("*.pdf"))
        check.note(f"{len(papers)} PDFs")
        for paper in papers:
            pdf, html = PdfReader(paper), paper.with_suffix(".html").read_text(encoding="utf-8")
            marks = bookmarks(pdf)
            headings = [squeeze(re.sub("<[^>]*>", "", text)) for text in re.findall(r"<h[1-6][^>]*>(.*?)</h[1-6]>", html, re.DOTALL)]
            check.expect(b"file:" not in paper.read_bytes(), f"{paper.name}: a link leads to a file of this machine")
            for title, _ in marks:
                check.expect(title in headings, f"{paper.name}: the bookmark {title} is no heading")
            if '<nav class="contents"' not in html:
                continue
            # In the order in which a reader sees it: the numbers stand at the ends of their lines.
            text = subprocess.run(["pdftotext", "-layout", paper, "-"], capture_output=True, check=True).stdout.decode()
            pages = [squeeze(page) for page in text.split("\f")]
            short = re.findall(r"^\s*(\w{1,2}。)\s*$", text, re.MULTILINE)
            check.expect(not short, f"{paper.name}: lines of a letter or two, {short}")
            listed = next(page for page in pages if "もくじ" in page)
            for entry in contents(html):
                number = dict(reversed(marks)).get(entry)
                check.expect(number is not None, f"{paper.name}: {entry} is no bookmark")
                check.expect(f"{entry}{number}" in listed, f"{paper.name}: the contents lack {entry} {number}")
            for mark, title in chapters(html):
                begun = next(int(page) for name, page in marks if name == f"{mark}{title}")
                # Once as its heading, once in the head.
                check.expect(pages[begun - 1].count(f"{mark}{title}") >= 2, f"{paper.name}: the head of page {begun} lacks {title}")
            several = re.findall(r"「([^」]+)」及び「([^」]+)」（([\d、～]+)ページ）", "".join(pages))
            check.expect(len(several) >= 1, f"{paper.name}: no reference to several places has pages")
            for *titles, numbers in several:
                begun = {dict(reversed(marks)).get(re.sub("^[ⅠⅡⅢ]の", "", title)) for title in titles}
                check.expect(spread(numbers) == begun, f"{paper.name}: {titles} begin on {begun}, not on {numbers}")
            cited = re.findall(r"「([^」]+)」（(\d+)ページ）", "".join(pages))
            check.expect(len(cited) >= 1, f"{paper.name}: no reference to one place has its page")
            for title, number in cited:
                check.expect(title[-6:] in pages[int(number) - 1], f"{paper.name}: {title} is not on page {number}")
        again = subprocess.run([PROGRAM, "print", "--output", folder / "again", "-q"], cwd=ROOT, check=False)
        check.expect(again.returncode == 0, "the second run failed")
        for paper in papers:
            other = folder / "again" / paper.relative_to(output)
            # Chromium now and then numbers its objects otherwise when the machine is busy: what is read is the same.
            if paper.read_bytes() != other.read_bytes():
                check.note(f"{paper.name}: other bytes")
            check.expect(printed(paper) == printed(other), f"{paper.name}: another run gives another text")
