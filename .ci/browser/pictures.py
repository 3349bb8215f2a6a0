"""Pictures of every page, on the screen and on paper, for a person to look at."""

import subprocess
from pathlib import Path

from pages import DESKTOP, PHONE, TABLET, Page, Reader, resize
from printing import Print
from report import Report


def take_pictures(pages: list[Page], prints: list[Print], reader: Reader, report: Report, folder: Path) -> None:
    with report.check(f"pictures in {folder}") as check:
        for page in pages:
            stem = page.name.removesuffix(".html").replace("/", "-")
            with reader.open(page) as tab:
                for size in [PHONE, TABLET, DESKTOP]:
                    resize(tab, size)
                    file = folder / f"{stem}-{size[0]}.png"
                    tab.screenshot(path=file, full_page=True)
                    check.expect(file.exists(), f"no {file}")
        for each in prints:
            stem = each.page.name.removesuffix(".html").replace("/", "-")
            for old in folder.glob(f"{stem}-print*.png"):
                old.unlink()
            subprocess.run(["pdftoppm", "-r", "72", "-png", str(each.file), str(folder / f"{stem}-print")], check=True)
            check.expect(any(folder.glob(f"{stem}-print*.png")), f"no picture of {each.file.name}")
