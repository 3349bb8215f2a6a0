"""While `shirube watch` runs: the page reloads by itself when a file is saved, shows what is wrong, and asks nobody else."""

import shutil
import signal
import subprocess
from pathlib import Path

from playwright.sync_api import Browser

from report import Report

ROOT = Path(__file__).parents[2]
PROGRAM = ROOT / ".build/release/shirube"


def check_watching(browser: Browser, report: Report, folder: Path) -> None:
    with report.check("watch: the page reloads when a file is saved, shows findings, asks for nothing elsewhere") as check:
        place = folder / "watched"
        shutil.copytree(ROOT / "Data", place / "Data")
        shutil.copytree(ROOT / "Templates", place / "Templates")
        facilities = place / "Data/takarazuka/facilities.yaml"
        right = facilities.read_text(encoding="utf-8")
        watch = subprocess.Popen(
            [PROGRAM, "watch", "takarazuka", "-l", "en"], cwd=place, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
        )
        try:
            assert watch.stdout is not None
            for line in watch.stdout:
                if line.startswith("waiting"):
                    break
            tab = browser.new_page()
            asked: list[str] = []
            tab.on("request", lambda request: asked.append(request.url))
            tab.goto((place / "Output/.shirube-watch/takarazuka/facility-list.html").as_uri())
            tab.wait_for_timeout(1500)
            facilities.write_text(right.replace("0797-86-2321", "0797-86-2399"), encoding="utf-8")
            tab.get_by_text("0797-86-2399").first.wait_for(timeout=5000)
            facilities.write_text(right.replace("as_of: 令和7年2月14日", "as_of: 令和7年2月34日"), encoding="utf-8")
            tab.locator("#shirube-findings").get_by_text("facilities.yaml:22").wait_for(timeout=5000)
            check.expect(tab.get_by_text("0797-86-2399").count() > 0, "the last good page is gone")
            facilities.write_text(right, encoding="utf-8")
            tab.get_by_text("0797-86-2321").first.wait_for(timeout=5000)
            check.expect(tab.locator("#shirube-findings").count() == 0, "what is mended is still told")
            elsewhere = [url for url in asked if not url.startswith("file:")]
            check.expect(not elsewhere, f"asked for {elsewhere[:3]}")
            published = (place / "Output/takarazuka/facility-list.html").read_text(encoding="utf-8")
            check.expect("<script" not in published.replace('<script type="application/ld+json"', ""), "the published page has a script")
            watch.send_signal(signal.SIGINT)
            check.expect(watch.wait(10) == 0, "watch did not end as it was told to")
            check.expect(not (place / "Output/.shirube-watch").exists(), "the preview is left behind")
            tab.close()
        finally:
            watch.kill()
