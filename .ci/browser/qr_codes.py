"""QR codes as a reader's phone takes them from paper: zbar reads each page of the PDFs that `shirube print` makes, and WeasyPrint's."""

import shutil
import subprocess
from pathlib import Path

import weasyprint
from playwright.sync_api import Browser

from report import Report

ROOT = Path(__file__).parents[2]
PROGRAM = ROOT / ".build/release/shirube"
BOARD = ROOT / "Tests/Fixtures/clean-board"
TYPED = "https://www.example.jp/kyoiku/"
# As boards have them: short, of a content management system, of Japanese words, with a query.
ADDRESSES = [
    TYPED,
    "http://a.example.jp",
    "https://www.city.example.lg.jp/kodomo/kyoiku/1009999/1010000/1001234.html",
    "https://www.example.jp/%E6%95%99%E8%82%B2%E5%A7%94%E5%93%A1%E4%BC%9A/%E4%B8%8D%E7%99%BB%E6%A0%A1%E6%94%AF%E6%8F%B4/",
    "https://www.example.jp/page.php?id=0123456789&lang=ja&" + "&".join(f"key{n}=value{n}" for n in range(30)) + "#list",
]
# A sheet as a scanner or an ordinary printer has it.
RESOLUTION = 150


def read(picture: Path) -> list[str]:
    """What zbar finds in a picture; it fails where that is nothing."""
    found = subprocess.run(["zbarimg", "--quiet", "--raw", "--set", "*.disable", "--set", "qrcode.enable", picture], capture_output=True, check=False)
    return found.stdout.decode().splitlines()


def read_pages(paper: Path) -> list[str]:
    pictures = paper.with_suffix("")
    pictures.mkdir()
    subprocess.run(["pdftoppm", "-r", str(RESOLUTION), "-png", paper, pictures / "page"], check=True)
    return [address for picture in sorted(pictures.iterdir()) for address in read(picture)]


def check_qr_codes(browser: Browser, report: Report, folder: Path) -> None:
    with report.check("QR codes: zbar reads the board's address from guideline and list, printed by Chromium and WeasyPrint") as check:
        for number, address in enumerate(ADDRESSES):
            place = folder / f"qr-{number}"
            shutil.copytree(BOARD, place)
            board = place / "Data/hikari/board.yaml"
            board.write_text(board.read_text(encoding="utf-8").replace(TYPED, f'"{address}"'), encoding="utf-8")
            command = [PROGRAM, "print", "--only", "guideline,facility-list", "--data", "Data", "--templates", ROOT / "Templates", "--reference", ROOT / "Data/reference", "-l", "en"]
            made = subprocess.run(command, cwd=place, capture_output=True, text=True, check=False)
            check.expect(made.returncode == 0, made.stderr)
            for name in ["guideline", "facility-list"]:
                page = place / f"Output/hikari/{name}.html"
                check.expect(read_pages(page.with_suffix(".pdf")) == [address], f"{name}: Chromium's print does not lead to {address}")
            other = place / "weasyprint.pdf"
            weasyprint.HTML(filename=str(page)).write_pdf(other)
            check.expect(read_pages(other) == [address], f"{name}: WeasyPrint's print does not lead to {address}")
    with report.check("QR codes: left out on the screen, black on white on paper by a dark setting") as check:
        tab = browser.new_page(color_scheme="dark")
        tab.goto(page.as_uri())
        code = tab.locator("svg.qr")
        check.expect(not code.is_visible(), "it is on the screen")
        tab.emulate_media(media="print", color_scheme="dark")
        picture = folder / "qr-dark.png"
        code.screenshot(path=picture)
        check.expect(read(picture) == [address], "it cannot be read where the setting is dark")
        tab.close()
