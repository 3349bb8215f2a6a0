"""Long answers: what is written on the screen is on paper, whole, and every sheet says what it belongs to; nothing known is cut."""

from pathlib import Path

from playwright.sync_api import Locator
from playwright.sync_api import Page as Tab

from pages import DESKTOP, PHONE, SMARTPHONE, Page, Reader, resize, sample, sampling_note
from printing import CONTENT_WIDTH, pdf_text, print_to_pdf, running_title, sheet_texts, squeeze
from report import Check, Report

FIELDS = "form.form1 :is(input, textarea):not([type=checkbox], [type=radio], [type=hidden])"
NAME = "とても長い名前の学園附属小学校北分校"
PLACE = "兵庫県宝塚市とても長い名前の町一丁目二番三号 とても長い名前の付いたビルディング別館12階1203号室"
REASON = "朝から体調が悪くなり、教室に入ることが難しい状態が続いています。落ち着いて過ごせる所で、好きな活動から始めたいと考えています。"
# Answers in the fields that ask for numbers alone, or for a word of a letter or two.
SHORT = {"4": "12", "6": "さくら", "12": "665-0865"}

CUT = """e => Math.max(e.scrollWidth - e.clientWidth, e.scrollHeight - e.clientHeight)"""
CUT_VALUES = """() => [...document.querySelectorAll('form.form1 :is(.form-value, time, input, textarea)')]
  .filter(e => e.checkVisibility() && (e.value ?? e.textContent))
  .filter(e => e.clientWidth && e.scrollWidth > e.clientWidth + 1 || e.getBoundingClientRect().right > innerWidth + 1)
  .map(e => `${e.id || e.className || e.tagName}: ${e.value ?? e.textContent}`)"""


def check_answers(pages: list[Page], reader: Reader, report: Report, folder: Path) -> None:
    forms = [page for page in pages if is_form(page)]
    with report.check("forms: a long answer is seen whole, and printed whole, on sheets that say what they belong to") as check:
        check.note(sampling_note(forms))
        for page in sample(forms):
            with reader.open(page) as tab:
                expect_answers(check, page, tab, folder / page.name.replace(".html", "-long.pdf"))
    with report.check("forms: what is filled in is seen whole, at 320, 390 and 1280 px and on paper") as check:
        for page in forms:
            with reader.open(page, SMARTPHONE) as tab:
                for size in [PHONE, SMARTPHONE, DESKTOP]:
                    resize(tab, size)
                    found = tab.evaluate(CUT_VALUES)
                    check.expect(not found, f"{page.name} ({size[0]} px): {'; '.join(found)}")
                tab.emulate_media(media="print")
                resize(tab, (tab.evaluate(CONTENT_WIDTH), DESKTOP[1]))
                found = tab.evaluate(CUT_VALUES)
                check.expect(not found, f"{page.name} (print): {'; '.join(found)}")


def is_form(page: Page) -> bool:
    """Whether it is a form by itself: in the guideline it is there to be copied."""
    return page.path.stem.startswith("form") or page.path.parent.name.startswith("form")


def expect_answers(check: Check, page: Page, tab: Tab, file: Path) -> None:
    # By their places: the field's name is not its id, and neither is shown.
    answers: dict[int, str] = {}
    fields = tab.locator(FIELDS).all()
    for index, field in enumerate(fields):
        if field.is_visible():
            answers[index] = answer(field)
            field.fill(answers[index])
    for index in answers:
        cut = fields[index].evaluate(CUT)
        check.expect(cut <= 1, f"{page.name}: {fields[index].get_attribute('id')} hides {cut} px of what is written")
    # Printing leaves the place of the keyboard where it is.
    fields[max(answers)].focus()
    print_to_pdf(tab, file)
    text = pdf_text(file, running_title(page))
    for index, answer_ in answers.items():
        kept = fields[index].input_value()
        check.expect(squeeze(kept) in text, f"{page.name}: of {fields[index].get_attribute('id')}, not all is printed")
    sheets = [squeeze(sheet) for sheet in sheet_texts(file)[:-1]]
    check.expect(len(sheets) > 1 or not long_fields(tab), f"{page.name}: the long answers are on one sheet")
    for number, sheet in enumerate(sheets[1:], 2):
        check.expect(squeeze(running_title(page)) in sheet, f"{page.name}: sheet {number} does not say whose it is")
        check.expect(f"{number}/{len(sheets)}" in sheet, f"{page.name}: sheet {number} has no number")
    # A long answer that does not fit goes on a sheet of its own: where one signs stays with the rest.
    for legend in tab.locator(":is(.answer, :has(.answer)) ~ .form-confirmation > legend").all_text_contents():
        check.expect(squeeze(legend) in sheets[0], f"{page.name}: {legend} is not on the first sheet")
    expect_whole_lines(check, page, tab)


def long_fields(tab: Tab) -> int:
    return tab.locator("form.form1 textarea[maxlength]").count()


def answer(field: Locator) -> str:
    size = field.get_attribute("size") or ""
    if field.evaluate("e => e.tagName") == "TEXTAREA":
        limit = int(field.get_attribute("maxlength") or 0)
        return (REASON * (limit // len(REASON) + 1))[:limit] if limit else PLACE
    if field.get_attribute("type") == "tel":
        return "0797-11-2222"
    return SHORT.get(size, NAME)


def expect_whole_lines(check: Check, page: Page, tab: Tab) -> None:
    """A field is not divided between sheets: one that were higher than a sheet would have a line cut in two."""
    tab.emulate_media(media="print")
    resize(tab, (tab.evaluate(CONTENT_WIDTH), DESKTOP[1]))
    for field in tab.locator("form.form1 textarea").all():
        height = field.evaluate("e => e.getBoundingClientRect().height") / 96 * 25.4
        check.expect(height < 250, f"{page.name}: {field.get_attribute('id')} is {height:.0f} mm high")
