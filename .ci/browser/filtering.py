"""The facility list's filter: each choice leaves the rows that match it, and all bring all back."""

from itertools import product

from playwright.sync_api import Locator
from playwright.sync_api import Page as Tab

from pages import DESKTOP, PHONE, Page, Reader, resize
from report import Check, Report

GROUPS = ["prefecture", "kind"]
ALL = ""
ROWS = """all => all.map(row => ({
  prefecture: row.dataset.prefecture ?? '', kind: row.dataset.kind ?? '', seen: row.checkVisibility(),
}))"""


def check_filter(pages: list[Page], reader: Reader, report: Report) -> None:
    with report.check("filter of the facility list, by keyboard") as check:
        found = 0
        for page in pages:
            with reader.open(page) as tab:
                if not tab.locator("fieldset.filter").count():
                    continue
                found += 1
                for size in [PHONE, DESKTOP]:
                    resize(tab, size)
                    expect_filter(check, f"{page.name} ({size[0]} px)", tab)
        if not found:
            check.skip("no page has a filter yet")


def expect_filter(check: Check, place: str, tab: Tab) -> None:
    groups = [tab.locator(f"fieldset.filter input[type=radio][name$=-{name}]").all() for name in GROUPS]
    groups = [group for group in groups if group]
    check.expect(bool(groups), f"{place}: no radio buttons named {' or '.join(GROUPS)}")
    # All is chosen last, too: it has to bring every row back.
    choices = list(product(*groups))
    for choice in [*choices, choices[0]] if groups else []:
        wanted = {group_of(radio): radio.get_attribute("value") or "" for radio in choice}
        for radio in choice:
            choose(check, place, radio, tab)
        rows = tab.locator("tr[data-prefecture], tr[data-kind]").evaluate_all(ROWS)
        wrong = [row for row in rows if row["seen"] != matches(row, wanted)]
        check.expect(bool(rows) and not wrong, f"{place}: {wanted}: {len(wrong)} of {len(rows)} rows are wrong")
    first = {radio.get_attribute("value") or "" for radio in choices[0]} if groups else set()
    check.expect(first == {ALL}, f"{place}: the first choice is {first}, not all")


def group_of(radio: Locator) -> str:
    return (radio.get_attribute("name") or "").rsplit("-", 1)[-1]


def matches(row: dict, wanted: dict[str, str]) -> bool:
    return all(value in (ALL, row[name]) for name, value in wanted.items())


def choose(check: Check, place: str, radio: Locator, tab: Tab) -> None:
    radio.focus()
    tab.keyboard.press("Space")
    check.expect(radio.is_checked(), f"{place}: {radio.get_attribute('value')} cannot be chosen by keyboard")
