"""The documents for Word as LibreOffice lays them out: A4, in the board's fonts or others, no heading lost, no field broken."""

import re
import subprocess
from pathlib import Path

from pypdf import PdfReader

from report import Report


def squeeze(text: str) -> str:
    return re.sub(r"\s+", "", text)


def check_word(output: Path, report: Report, folder: Path) -> None:
    with report.check("Word: LibreOffice lays the documents out on A4, with every heading") as check:
        files = sorted(output.rglob("*.docx"))
        check.expect(bool(files), "no document for Word")
        target = folder / "word"
        command = ["soffice", f"-env:UserInstallation={(folder / 'office').as_uri()}", "--headless", "--convert-to", "pdf", "--outdir", target]
        subprocess.run([*command, *files], capture_output=True, check=False)
        for file in files:
            made = target / (file.stem + ".pdf")
            check.expect(made.exists(), f"{file.name}: LibreOffice cannot open it")
            if not made.exists():
                continue
            pdf = PdfReader(made)
            sizes = {(round(p.mediabox.width / 72 * 25.4), round(p.mediabox.height / 72 * 25.4)) for p in pdf.pages}
            check.expect(sizes == {(210, 297)}, f"{file.name}: {sizes} mm")
            text = squeeze("".join(page.extract_text() for page in pdf.pages))
            html = file.with_suffix(".html").read_text(encoding="utf-8")
            headings = re.findall(r"<h[1-4][^>]*>(.*?)</h[1-4]>", html[html.index("<main") :], re.DOTALL)
            for heading in headings:
                words = squeeze(re.sub("<[^>]*>", "", heading))
                check.expect(words in text, f"{file.name}: {words} is lost")
            check.expect("Error" not in text and "エラー" not in text, f"{file.name}: a field is broken")
