"""The contents beside the text: they mark the part that is being read, and a phone has a way back to them."""

from pages import DESKTOP, SMARTPHONE, Page, Reader, resize
from report import Report

CURRENT = "() => [...document.querySelectorAll('.contents a:target-current')].map(a => a.getAttribute('href'))"
GO = "(address) => document.querySelector(address).scrollIntoView({ behavior: 'instant' })"


def check_contents(pages: list[Page], reader: Reader, report: Report) -> None:
    with report.check("contents: the part that is being read is marked, and there is a way back on a phone") as check:
        for page in pages:
            with reader.open(page, reduced_motion="reduce") as tab:
                entries = [link.get_attribute("href") or "" for link in tab.locator("#contents nav a").all()]
                # The last part may be too short to be scrolled to the top.
                for address in entries[:-1]:
                    tab.evaluate(GO, address)
                    tab.wait_for_timeout(100)
                    found = tab.evaluate(CURRENT)
                    check.expect(found == [address], f"{page.name}: at {address}, {found} is marked")
                if not entries:
                    continue
                resize(tab, SMARTPHONE)
                tab.evaluate(GO, entries[len(entries) // 2])
                link = tab.locator(".to-contents a")
                check.expect(link.is_visible(), f"{page.name}: no way back to the contents")
                box = link.bounding_box()
                inside = box is not None and 0 <= box["y"] and box["y"] + box["height"] <= SMARTPHONE[1]
                check.expect(inside, f"{page.name}: the way back to the contents is not in the window")
                link.click()
                top = tab.locator("#contents").bounding_box()
                check.expect(top is not None and abs(top["y"]) < SMARTPHONE[1] / 2, f"{page.name}: it does not lead there")
                resize(tab, DESKTOP)
