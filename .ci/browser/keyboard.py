"""The keyboard: every field is reached in order, seen and named; what is typed stays, is printed, and is sent nowhere."""

from pathlib import Path

from playwright.sync_api import Page as Tab

from pages import Page, Reader, sample, sampling_note
from printing import pdf_text, print_to_pdf
from report import Check, Report

# Circled numbers: one letter each, so that they fit the narrowest field, and not found elsewhere on a form.
LETTERS = [chr(code) for code in [*range(0x2460, 0x2474), *range(0x3251, 0x3260), *range(0x32B1, 0x32C0)]]
FIELDS = "form.form1 :is(input, textarea):not([type=hidden], [readonly], [disabled])"
SENDERS = """form:is([action], :not([method=dialog])), button:not([type=button], [type=reset]), [formaction],
  input:is([type=submit], [type=image])"""

# The stops that Tab should make, in the document's order; of radio buttons with one name, only the chosen or the first.
STOPS = """() => {
  const stops = [...document.querySelectorAll('a[href], input, textarea, select, button, summary, [tabindex="0"]')]
    .filter(e => !e.disabled && e.type !== 'hidden' && e.checkVisibility());
  const group = e => stops.filter(other => other.type === 'radio' && other.name === e.name && other.form === e.form);
  window.stops = stops.filter(e => e.type !== 'radio' || e === (group(e).find(other => other.checked) ?? group(e)[0]));
  return window.stops.map(e => e.id || e.getAttribute('href') || e.tagName.toLowerCase());
}"""
FOCUSED = """() => {
  const style = getComputedStyle(document.activeElement);
  const box = document.activeElement.getBoundingClientRect();
  return {
    stop: window.stops.indexOf(document.activeElement),
    outline: style.outlineStyle === 'none' ? 0 : parseFloat(style.outlineWidth),
    inside: box.bottom > 0 && box.top < innerHeight && box.width > 1,
  };
}"""


def check_tabbing(pages: list[Page], reader: Reader, report: Report) -> None:
    with report.check("keyboard: Tab reaches everything in order, focus is seen, everything has a name") as check:
        check.note(sampling_note(pages))
        for page in sample(pages):
            with reader.open(page, reduced_motion="reduce") as tab:
                for index, stop in enumerate(tab.evaluate(STOPS)):
                    tab.keyboard.press("Tab")
                    focused = tab.evaluate(FOCUSED)
                    place = f"{page.name}: stop {index + 1}, {stop}"
                    check.expect(focused["stop"] == index, f"{place}: Tab went to stop {focused['stop'] + 1}")
                    check.expect(focused["outline"] > 0, f"{place}: no outline when focused")
                    check.expect(focused["inside"], f"{place}: focused outside the window")
                check_names(check, page, tab)


def check_names(check: Check, page: Page, tab: Tab) -> None:
    """Names as Chromium hands them to assistive technology."""
    session = tab.context.new_cdp_session(tab)
    count = 0
    for node in session.send("Accessibility.getFullAXTree")["nodes"]:
        properties = {each["name"]: each["value"].get("value") for each in node.get("properties", [])}
        if properties.get("focusable") and not node.get("ignored"):
            count += 1
            name = node.get("name", {}).get("value", "")
            check.expect(bool(name.strip()), f"{page.name}: {node['role']['value']} {count} of those that take focus has no name")


def check_typing(pages: list[Page], reader: Reader, report: Report, folder: Path) -> None:
    with report.check("form 1: what is typed stays, is printed, and Enter sends nothing") as check:
        forms = [page for page in pages if page.form]
        check.note(sampling_note(forms))
        for page in sample(forms):
            with reader.open(page) as tab:
                expect_typing(check, page, tab, folder / page.name.replace(".html", "-typed.pdf"))
    with report.check("forms have no way to send") as check:
        for page in pages:
            with reader.open(page) as tab:
                found = tab.locator(SENDERS).evaluate_all("all => all.map(e => e.outerHTML.slice(0, 80))")
                check.expect(not found, f"{page.name}: {found}")


def expect_typing(check: Check, page: Page, tab: Tab, file: Path) -> None:
    fields = tab.locator(FIELDS)
    typed: dict[str, str] = {}
    letters = iter(LETTERS)
    for field in fields.all():
        name = field.get_attribute("id") or field.get_attribute("name") or ""
        field.focus()
        if field.get_attribute("type") in ("checkbox", "radio"):
            tab.keyboard.press("Space")
            check.expect(field.is_checked(), f"{page.name}: {name} is not ticked by the space bar")
            continue
        typed[name] = next(letters)
        # What is filled in for a facility gives way: behind a long value, a letter could lie outside the field.
        tab.keyboard.press("Control+A")
        tab.keyboard.type(typed[name])
        if field.evaluate("e => e.tagName") == "INPUT":
            tab.keyboard.press("Enter")
    check.expect(bool(typed), f"{page.name}: no field to type in")
    check.expect(tab.url == page.file.resolve().as_uri(), f"{page.name}: Enter led to {tab.url}")
    print_to_pdf(tab, file)
    text = pdf_text(file, "")
    for name, letter in typed.items():
        value = tab.locator(FIELDS).and_(tab.locator(f"[id='{name}'], [name='{name}']")).input_value()
        check.expect(letter in value, f"{page.name}: {name} lost what was typed")
        check.expect(letter in text, f"{page.name}: what was typed in {name} is not in the PDF")
