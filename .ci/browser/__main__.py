"""Looks at the rendered documents as readers, printers and machines do; see test-browser."""

import argparse
import sys
import tempfile
import time
from pathlib import Path

from playwright.sync_api import sync_playwright

from accessibility import check_accessibility, check_links, check_settings
from answers import check_answers
from contents import check_contents
from filtering import check_filter
from keyboard import check_tabbing, check_typing
from layout import check_layout, check_wide_table
from markup import check_markup
from office import check_office
from open_data import check_open_data
from paged import check_paged
from pages import CHROMIUM, Page, Reader, find_pages
from pictures import take_pictures
from printing import check_printing, check_weasyprint
from qr_codes import check_qr_codes
from report import Report
from watching import check_watching
from word import check_word

PICTURES = Path(".build-browser/pictures")


def check_quiet(reader: Reader, report: Report) -> None:
    with report.check("no page asks the network for anything or writes to the console") as check:
        check.note(f"{reader.visits} visits")
        for name, faults in reader.faults.items():
            check.expect(not faults, f"{name}: {'; '.join(dict.fromkeys(faults))}")


def check_screens(output: Path, pages: list[Page], whole: list[Page], reader: Reader, report: Report, scratch: Path) -> None:
    check_markup(pages, report)
    check_accessibility(pages, reader, report)
    check_settings(pages, reader, report)
    check_links(pages, reader, report)
    check_layout(pages, reader, report)
    check_wide_table(pages, reader, report)
    check_tabbing(whole, reader, report)
    check_typing(whole, reader, report, scratch)
    check_filter(whole, reader, report)
    check_contents(whole, reader, report)
    check_answers(whole, reader, report, scratch)
    check_open_data(output, whole, reader, report)
    check_watching(reader.browser, report, scratch)


def check_papers(output: Path, whole: list[Page], reader: Reader, report: Report, scratch: Path, pictures: Path) -> None:
    prints = check_printing(whole, reader, report, scratch)
    check_weasyprint(whole, report)
    check_paged(report, scratch)
    check_qr_codes(reader.browser, report, scratch)
    check_word(output, report, scratch)
    check_office(output, report, scratch)
    pictures.mkdir(parents=True, exist_ok=True)
    take_pictures(whole, prints, reader, report, pictures)


def main() -> int:
    parser = argparse.ArgumentParser(prog="test-browser", description=__doc__)
    parser.add_argument("output", type=Path, help="folder of rendered documents, such as Output")
    parser.add_argument("--part", choices=["screens", "papers"], help="the half to look at; each keeps one processor busy")
    parser.add_argument("--partial", action="store_true", help="let checks find nothing to look at")
    parser.add_argument("--pictures", type=Path, default=PICTURES, help="folder for pictures (%(default)s)")
    arguments = parser.parse_args()
    start = time.monotonic()
    report = Report(arguments.partial)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        scratch = Path(folder)
        pages = find_pages(arguments.output, scratch)
        if not pages:
            parser.error(f"no HTML below {arguments.output}")
        whole = [page for page in pages if not page.fragment]
        # As root, Chromium starts only without its sandbox; it opens nothing but our own files.
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        reader = Reader(browser)
        if arguments.part != "papers":
            check_screens(arguments.output, pages, whole, reader, report, scratch)
        if arguments.part != "screens":
            check_papers(arguments.output, whole, reader, report, scratch, arguments.pictures)
        check_quiet(reader, report)
        browser.close()
    print(f"{len(pages)} pages looked at in {time.monotonic() - start:.0f} s")
    print(report.total())
    return 1 if report.failed else 0


sys.exit(main())
