"""The facility list's filter: each choice leaves the rows that match it, none leaves a line that says so, all bring all back."""

import re
from itertools import product

from playwright.sync_api import Locator
from playwright.sync_api import Page as Tab

from pages import DESKTOP, PHONE, Page, Reader, resize
from report import Check, Report

GROUPS = ["prefecture", "kind"]
ALL = ""
NONE = "該当する施設はありません。"
ROWS = """all => all.map(row => ({
  prefecture: row.dataset.prefecture ?? '', kind: row.dataset.kind ?? '', seen: row.checkVisibility(),
}))"""


def check_filter(pages: list[Page], reader: Reader, report: Report) -> None:
    with report.check("filter of the facility list, by keyboard") as check:
        for page in pages:
            with reader.open(page) as tab:
                if tab.locator("fieldset.filter").count():
                    for size in [PHONE, DESKTOP]:
                        resize(tab, size)
                        expect_filter(check, f"{page.name} ({size[0]} px)", tab)


def expect_filter(check: Check, place: str, tab: Tab) -> None:
    rows = rows_of(tab)
    groups = []
    for name in GROUPS:
        group = tab.locator(f"fieldset.filter input[type=radio][name$=-{name}]").all()
        values = {row[name] for row in rows} - {ALL}
        chosen = [radio.get_attribute("value") or ALL for radio in group]
        wanted = {ALL} | values if len(values) > 1 else set()
        check.expect(set(chosen) == wanted, f"{place}: by {name}, one can choose {chosen} of {sorted(values)}")
        check.expect(chosen[:1] in ([], [ALL]), f"{place}: by {name}, the first choice is {chosen[:1]}, not all")
        if group:
            groups.append(group)
    # All is chosen last, too: it has to bring every row back.
    choices = list(product(*groups))
    for choice in [*choices, choices[0]]:
        wanted = {group_of(radio): radio.get_attribute("value") or ALL for radio in choice}
        for radio in choice:
            choose(check, place, radio, tab)
        rows = rows_of(tab)
        wrong = [row for row in rows if row["seen"] != matches(row, wanted)]
        check.expect(bool(rows) and not wrong, f"{place}: {wanted}: {len(wrong)} of {len(rows)} rows are wrong")
        seen = sum(row["seen"] for row in rows)
        counted = told_count(tab)
        narrowed = any(value != ALL for value in wanted.values())
        check.expect(
            counted == ([seen] if narrowed and seen else []) or (narrowed and not seen and counted in ([], [0])),
            f"{place}: {wanted}: of {seen} rows {counted} are counted",
        )
        told = NONE in seen_lines(tab)
        some = any(matches(row, wanted) for row in rows)
        check.expect(told != some, f"{place}: {wanted}: {NONE} is {'' if told else 'not '}shown")


def rows_of(tab: Tab) -> list[dict]:
    return tab.locator("tr[data-prefecture], tr[data-kind]").evaluate_all(ROWS)


def seen_lines(tab: Tab) -> list[str]:
    """What the style sheet says in lines that are seen."""
    return tab.locator("[role=status]").evaluate_all(
        """lines => lines.filter(line => line.checkVisibility())
            .map(line => getComputedStyle(line, "::before").content.replace(/^"|"$/g, ""))"""
    )


def told_count(tab: Tab) -> list[int]:
    """The number of rows that the page says are shown, as it is read aloud: the style sheet has counted them."""
    nodes = tab.context.new_cdp_session(tab).send("Accessibility.getFullAXTree")["nodes"]
    text = "".join(node.get("name", {}).get("value", "") for node in nodes if role_of(node) == "StaticText")
    return [int(count) for count in re.findall(r"施設のうち、(\d+)施設を表示", text)]


def role_of(node: dict) -> str:
    return node.get("role", {}).get("value", "")


def group_of(radio: Locator) -> str:
    return (radio.get_attribute("name") or "").rsplit("-", 1)[-1]


def matches(row: dict, wanted: dict[str, str]) -> bool:
    return all(value in (ALL, row[name]) for name, value in wanted.items())


def choose(check: Check, place: str, radio: Locator, tab: Tab) -> None:
    radio.focus()
    tab.keyboard.press("Space")
    check.expect(radio.is_checked(), f"{place}: {radio.get_attribute('value')} cannot be chosen by keyboard")
