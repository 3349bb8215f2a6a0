"""On paper: Chromium's PDF (size, tags, title, outline, text), WeasyPrint's, and what print media clip."""

import logging
import re
import subprocess
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import weasyprint
from playwright.sync_api import Page as Tab
from pypdf import PdfReader
from pypdf.generic import IndirectObject

from pages import DESKTOP, Page, Reader, resize
from report import Report

A4 = (210, 297)
WIDE = re.compile(r'<table [^>]*class="[^"]*\bwide\b')
PIXELS_PER_MM = 96 / 25.4
WRITING_LINE = 8

# The text that is seen in print, a chunk for each block: text that stands in one block stands together on paper, too.
CHUNKS = """() => {
  const blocks = new Map();
  const walker = document.createTreeWalker(document.querySelector('main') ?? document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const text = walker.currentNode;
    let block = text.parentElement;
    if (!text.data.trim() || block.closest('script, style, textarea')) continue;
    if (!block.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
    // Figures in cells are boxes of their own, in the line of what is round them.
    while (getComputedStyle(block).display === 'inline' || block.matches('.digits')) block = block.parentElement;
    blocks.set(block, (blocks.get(block) ?? '') + text.data);
  }
  return [...blocks.values()];
}"""

# Width of the page's content in pixels: A4 less the margins that the style sheet gives all pages.
CONTENT_WIDTH = """() => {
  const all = rules => [...rules].flatMap(rule => [rule, ...(rule.cssRules ? all(rule.cssRules) : [])]);
  const page = [...document.styleSheets].flatMap(sheet => all(sheet.cssRules))
    .find(rule => rule instanceof CSSPageRule && rule.selectorText === '');
  const ruler = document.body.appendChild(document.createElement('div'));
  ruler.style.position = 'absolute';
  const width = length => { ruler.style.width = length; return ruler.getBoundingClientRect().width; };
  const room = width('210mm') - width(page?.style.marginLeft || '0') - width(page?.style.marginRight || '0');
  ruler.remove();
  return Math.floor(room);
}"""

CLIPPED = """() => {
  const name = e => e.tagName.toLowerCase() + (e.id ? '#' + e.id : '') + [...e.classList].map(c => '.' + c).join('');
  const found = [];
  for (const e of document.querySelectorAll('body, body *')) {
    const box = e.getBoundingClientRect();
    if (!box.width || !box.height || !e.checkVisibility() || e.closest('.screen-reader')) continue;
    const clips = getComputedStyle(e).overflowY !== 'visible';
    if (e.clientWidth && e.scrollWidth > e.clientWidth + 1) found.push(`${name(e)}: ${e.scrollWidth} px in ${e.clientWidth} px`);
    if (clips && e.clientHeight && e.scrollHeight > e.clientHeight + 1)
      found.push(`${name(e)}: ${e.scrollHeight} px high in ${e.clientHeight} px`);
    if (box.left < -1 || box.right > innerWidth + 1)
      found.push(`${name(e)}: from ${Math.round(box.left)} to ${Math.round(box.right)} px of ${innerWidth} px`);
  }
  return found;
}"""

# A field is written on by hand: one line high, or a textarea as many lines as it has rows.
WRITING_LINES = """() => [...document.querySelectorAll('input, textarea')]
  .filter(e => !['checkbox', 'radio', 'hidden'].includes(e.type) && e.closest('form.form1'))
  .map(e => ({ name: e.id || e.name, height: e.getBoundingClientRect().height / (e.rows ?? 1) }))"""


# The numbers of addresses, and the figures in cells, that the end of a line parts; what stands below a figure may be parted.
PARTED = """() => [...document.querySelectorAll('.lot, :is(td, th) .digits, td.figure:not(:has(br))')].filter(e => {
  const text = document.createRange();
  text.selectNodeContents(e);
  const ends = [...text.getClientRects()].map(box => box.bottom);
  return Math.max(...ends) - Math.min(...ends) > 8;
}).map(e => e.textContent)"""


@dataclass
class Print:
    page: Page
    file: Path
    title: str
    headings: int
    chunks: list[str]
    clipped: list[str]
    parted: list[str]
    writing_lines: list[dict]


def print_to_pdf(tab: Tab, file: Path) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    tab.pdf(path=file, prefer_css_page_size=True, tagged=True, outline=True, print_background=True)


def squeeze(text: str) -> str:
    return re.sub(r"[\s\u200b\u00ad]+", "", text)


def running_title(page: Page) -> str:
    found = re.search(r'@top-right \{ content: "([^"]*)"', page.file.read_text(encoding="utf-8"))
    return found[1] if found else ""


def sheet_texts(file: Path) -> list[str]:
    """What stands on each sheet, in the order in which it is drawn; behind the last one, nothing."""
    command = ["pdftotext", "-raw", "-enc", "UTF-8", str(file), "-"]
    return subprocess.run(command, capture_output=True, check=True).stdout.decode().split("\f")


def pdf_text(file: Path, title: str) -> str:
    """A PDF's text in the order it is drawn, squeezed, without what stands in the margins: page numbers and the title."""
    number, running = r"^\s*\d+\s*/\s*\d+\s*$", rf"^\s*{re.escape(title)}\s*$"
    # The first sheet has no running title, but its heading reads the same.
    first, *others = [re.sub(number, "", sheet, flags=re.MULTILINE) for sheet in sheet_texts(file)]
    sheets = [first, *(re.sub(running, "", sheet, count=1, flags=re.MULTILINE) for sheet in others)]
    return squeeze("".join(sheets))


def check_printing(pages: list[Page], reader: Reader, report: Report, folder: Path) -> list[Print]:
    prints = [print_page(page, reader, folder) for page in pages]
    with report.check("nothing is clipped in print, at the width of A4's content") as check:
        for each in prints:
            check.expect(not each.clipped, f"{each.page.name}: {'; '.join(each.clipped)}")
    with report.check("no number of an address, no figure in a cell is parted by the end of a line in print") as check:
        for each in prints:
            check.expect(not each.parted, f"{each.page.name}: {'; '.join(each.parted)}")
    check_writing_lines(prints, report)
    check_pdfs(prints, report)
    check_text(prints, report)
    return prints


def print_page(page: Page, reader: Reader, folder: Path) -> Print:
    file = folder / page.name.replace(".html", ".pdf")
    with reader.open(page) as tab:
        print_to_pdf(tab, file)
        tab.emulate_media(media="print")
        resize(tab, (tab.evaluate(CONTENT_WIDTH), DESKTOP[1]))
        return Print(
            page=page,
            file=file,
            title=tab.title(),
            headings=tab.locator("h2:visible").count(),
            chunks=tab.evaluate(CHUNKS),
            clipped=tab.evaluate(CLIPPED),
            parted=tab.evaluate(PARTED),
            writing_lines=tab.evaluate(WRITING_LINES),
        )


def check_pdfs(prints: list[Print], report: Report) -> None:
    readers = [(each, PdfReader(each.file)) for each in prints]
    with report.check("PDF: every page is A4") as check:
        check.note(f"{sum(len(pdf.pages) for _, pdf in readers)} pages")
        for each, pdf in readers:
            sizes = {(round(p.mediabox.width / 72 * 25.4), round(p.mediabox.height / 72 * 25.4)) for p in pdf.pages}
            # What has a wide table lies on its side there.
            turned = {A4[::-1]} if WIDE.search(each.page.path.read_text(encoding="utf-8")) else set()
            check.expect(bool(sizes) and sizes <= {A4} | turned, f"{each.page.name}: {sizes} mm")
            check.expect(turned <= sizes, f"{each.page.name}: no page is turned for its wide table")
    with report.check("PDF: form 1 is one page") as check:
        forms = [(each, pdf) for each, pdf in readers if each.page.form]
        for each, pdf in forms:
            check.expect(len(pdf.pages) == 1, f"{each.page.name}: {len(pdf.pages)} pages")
    with report.check("PDF: tagged, with title, language and outline") as check:
        for each, pdf in readers:
            catalogue = pdf.trailer["/Root"]
            name = each.page.name
            check.expect("/StructTreeRoot" in catalogue, f"{name}: no structure tree")
            check.expect(bool(resolve(catalogue.get("/MarkInfo", {})).get("/Marked")), f"{name}: not marked as tagged")
            check.expect(str(catalogue.get("/Lang", "")).startswith("ja"), f"{name}: /Lang is {catalogue.get('/Lang')}")
            title = pdf.metadata.title if pdf.metadata else None
            check.expect(title == each.title, f"{name}: the title is {title}, not {each.title}")
            if each.headings:
                entries = sum(1 for _ in flatten(pdf.outline))
                check.expect(entries >= each.headings, f"{name}: {entries} outline entries, {each.headings} h2")


def resolve(value: object) -> dict:
    return value.get_object() if isinstance(value, IndirectObject) else value


def flatten(outline: list) -> list:
    return [leaf for entry in outline for leaf in (flatten(entry) if isinstance(entry, list) else [entry])]


def check_text(prints: list[Print], report: Report) -> None:
    with report.check("PDF: all text can be taken out again") as check:
        for each in prints:
            text = pdf_text(each.file, running_title(each.page))
            chunks = Counter(filter(None, map(squeeze, each.chunks)))
            missing = [chunk for chunk, count in chunks.items() if text.count(chunk) < count]
            check.passed += len(chunks) - len(missing)
            for chunk in missing:
                check.expect(False, f"{each.page.name}: {chunk[:60]}")


def check_writing_lines(prints: list[Print], report: Report) -> None:
    with report.check(f"form 1: every writing line is {WRITING_LINE} mm high in print") as check:
        for each in prints:
            for line in each.writing_lines:
                height = line["height"] / PIXELS_PER_MM
                check.expect(height >= WRITING_LINE - 0.01, f"{each.page.name}: {line['name']} is {height:.2f} mm high")


def check_weasyprint(pages: list[Page], report: Report) -> None:
    with report.check("WeasyPrint: form 1 is one page") as check:
        # It names each property it does not know, which is no fault of the page.
        logging.getLogger("weasyprint").setLevel(logging.CRITICAL)
        for page in (page for page in pages if page.form):
            count = len(weasyprint.HTML(filename=str(page.path)).render().pages)
            check.expect(count == 1, f"{page.name}: {count} pages")
    with report.check("WeasyPrint: drawings are lines and grey bars, not black") as check:
        for page in (page for page in pages if not page.fragment):
            for drawing in re.findall(r'<svg viewBox.*?</svg>', page.file.read_text(encoding="utf-8"), re.DOTALL):
                share = blackness(drawing)
                check.expect(share < 0.06, f"{page.name}: {share:.0%} of a drawing is black")


def blackness(drawing: str) -> float:
    """The share of a drawing's area that WeasyPrint, which has no style sheet for it, prints black."""
    width, height = map(int, re.findall(r'viewBox="0 0 (\d+) (\d+)"', drawing)[0])
    page = f"<style>@page {{ size: {width}px {height}px; margin: 0 }} body {{ margin: 0 }} svg {{ display: block }}</style>{drawing}"
    paper = weasyprint.HTML(string=page).write_pdf()
    image = subprocess.run(["pdftoppm", "-gray", "-r", "96", "-f", "1", "-l", "1", "-"], input=paper, capture_output=True, check=True).stdout
    pixels = image[-width * height :]
    return sum(pixel < 64 for pixel in pixels) / len(pixels)
