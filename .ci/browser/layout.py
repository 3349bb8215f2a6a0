"""Layout on the screen: nothing scrolls sideways, on a phone or enlarged (WCAG 1.4.4, 1.4.10)."""

from playwright.sync_api import Page as Tab

from pages import DESKTOP, PHONE, SMARTPHONE, Page, Reader, resize
from report import Check, Report

ZOOMED = (DESKTOP[0] // 2, DESKTOP[1] // 2)

# The widest elements tell where to mend.
WIDEST = """() => {
  const room = document.documentElement.clientWidth;
  const name = e => e.tagName.toLowerCase() + (e.id ? '#' + e.id : '') + [...e.classList].map(c => '.' + c).join('');
  return {
    width: document.documentElement.scrollWidth,
    room: innerWidth,
    elements: [...document.querySelectorAll('body *')]
      .filter(e => e.getBoundingClientRect().right > room + 1)
      .map(e => `${name(e)} (${Math.round(e.getBoundingClientRect().right)} px)`).slice(-3),
  };
}"""


def check_layout(pages: list[Page], reader: Reader, report: Report) -> None:
    with report.check("no sideways scrolling at 320 px, zoomed to 200 %, with letters of 200 % on a desk and on a phone") as check:
        for page in pages:
            # A window of 1280 px zoomed to 200 % is one of 640 px with twice the pixels.
            with reader.open(page, PHONE, device_scale_factor=2) as tab:
                expect_fits(check, f"{page.name} (320 px)", tab)
                resize(tab, ZOOMED)
                expect_fits(check, f"{page.name} (zoomed to 200 %)", tab)
                resize(tab, DESKTOP)
                tab.add_style_tag(content="html { font-size: 200% !important }")
                expect_fits(check, f"{page.name} (letters of 200 %)", tab)
                resize(tab, SMARTPHONE)
                expect_fits(check, f"{page.name} (letters of 200 % at 390 px)", tab)


def expect_fits(check: Check, place: str, tab: Tab) -> None:
    found = tab.evaluate(WIDEST)
    check.expect(
        found["width"] <= found["room"],
        f"{place}: {found['width']} px in {found['room']} px: {', '.join(found['elements'])}",
    )


# A table of many columns, as a board may have one of its own, with what shows whether it scrolls by itself.
TABLE = """() => {
  const columns = [...Array(8).keys()].map(i => `<th scope="col">見出しの長い列${i}</th>`).join('');
  const cells = [...Array(8).keys()].map(i => `<td>${i}番目の列の内容</td>`).join('');
  document.querySelector('main').insertAdjacentHTML('beforeend',
    `<table id="many"><caption>列の多い表</caption><thead><tr>${columns}</tr></thead><tbody><tr>${cells}</tr></tbody></table>`);
  const table = document.getElementById('many');
  return {
    page: document.documentElement.scrollWidth,
    room: document.documentElement.clientWidth,
    table: table.clientWidth,
    content: table.scrollWidth,
    cell: Math.min(...[...table.querySelectorAll('td')].map(cell => cell.getBoundingClientRect().width)),
  };
}"""


def check_wide_table(pages: list[Page], reader: Reader, report: Report) -> None:
    with report.check("a table of many columns scrolls within itself on a phone") as check:
        for page in [page for page in pages if not page.fragment][:2]:
            for size in (PHONE, SMARTPHONE):
                with reader.open(page, size) as tab:
                    found = tab.evaluate(TABLE)
                    place = f"{page.name} at {size[0]} px"
                    check.expect(found["page"] <= found["room"], f"{place}: the page scrolls: {found}")
                    check.expect(found["content"] > found["table"], f"{place}: the table does not: {found}")
                    check.expect(found["cell"] >= 90, f"{place}: a column is {found['cell']:.0f} px wide")
