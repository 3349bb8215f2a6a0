"""Accessibility: axe-core's rules for WCAG 2.2 AA and its best practices."""

from axe_playwright_python.sync_playwright import Axe

from pages import DESKTOP, PHONE, Page, Reader, resize, sample, sampling_note
from report import Check, Report

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"]
OPTIONS = {"runOnly": {"type": "tag", "values": TAGS}, "resultTypes": ["violations"]}


def check_accessibility(pages: list[Page], reader: Reader, report: Report) -> None:
    with report.check("axe-core, phone and desktop, light and dark") as check:
        check.note(sampling_note(pages))
        for page in sample(pages):
            with reader.open(page) as tab:
                for size in [PHONE, DESKTOP]:
                    for scheme in ["light", "dark"]:
                        resize(tab, size)
                        tab.emulate_media(color_scheme=scheme)
                        violations = Axe().run(tab, options=OPTIONS).response["violations"]
                        expect_none(check, f"{page.name} ({size[0]} px, {scheme})", violations)


# Words of underlined links that have no line: it does not go on into a box inside the link.
BARE = """() => [...document.querySelectorAll('main a[href]')].flatMap(link => {
  const lined = e => getComputedStyle(e).textDecorationLine.includes('underline');
  if (!lined(link)) return [];
  return [...link.querySelectorAll('*')]
    .filter(e => !['inline', 'none', 'contents'].includes(getComputedStyle(e).display) && e.closest('svg') === null)
    .filter(e => e.textContent.trim() && !lined(e))
    .map(e => e.textContent);
})"""


def check_links(pages: list[Page], reader: Reader, report: Report) -> None:
    with report.check("a link is underlined from end to end, on a phone and on a desk") as check:
        for page in sample([page for page in pages if not page.fragment]):
            with reader.open(page) as tab:
                for size in [PHONE, DESKTOP]:
                    resize(tab, size)
                    bare = tab.evaluate(BARE)
                    check.expect(not bare, f"{page.name} ({size[0]} px): {bare[:3]}")


def expect_none(check: Check, place: str, violations: list[dict]) -> None:
    found = [
        f"\n             {violation['id']}: {' '.join(map(str, node['target']))}: {violation['help']}"
        for violation in violations
        for node in violation["nodes"]
    ]
    check.expect(not found, place + ":" + "".join(found))


def check_settings(pages: list[Page], reader: Reader, report: Report) -> None:
    with report.check("opens with forced colours and reduced motion, without a message") as check:
        for page in pages:
            faults = len(reader.faults[page.name])
            with reader.open(page, forced_colors="active", reduced_motion="reduce") as tab:
                seen = tab.evaluate("matchMedia('(forced-colors: active) and (prefers-reduced-motion: reduce)').matches")
            check.expect(seen, f"{page.name}: the browser did not take the settings")
            check.expect(len(reader.faults[page.name]) == faults, f"{page.name}: {reader.faults[page.name][faults:]}")
