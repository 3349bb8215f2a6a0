"""The pages opened in LibreOffice, as somebody does who gets one by mail: no line through or under all of it, tables with rules."""

import re
import subprocess
import zipfile
from pathlib import Path

from report import Report

def check_office(output: Path, report: Report, folder: Path) -> None:
    with report.check("pages opened in LibreOffice are readable: rules round cells alone, nothing said that is not so") as check:
        files = [file for file in sorted(output.glob("*/*.html")) if not file.name.endswith(".fragment.html")]
        target = folder / "opened"
        command = ["soffice", f"-env:UserInstallation={(folder / 'office').as_uri()}", "--headless", "--convert-to", "odt:writer8", "--infilter=HTML (StarWriter)", "--outdir", target]
        for file in files:
            made = target / f"{file.parent.name}-{file.stem}.odt"
            subprocess.run([*command, file], capture_output=True, check=False)
            opened = target / f"{file.stem}.odt"
            check.expect(opened.exists(), f"{file.name}: LibreOffice cannot open it")
            if not opened.exists():
                continue
            opened.rename(made)
            look_at(check, file, made)


def look_at(check, file: Path, made: Path) -> None:
    with zipfile.ZipFile(made) as archive:
        content = archive.read("content.xml").decode()
        styles = archive.read("styles.xml").decode()
    name = f"{file.parent.name}/{file.name}"
    underlined = re.findall(r'style:text-underline-style="(?!none)', content) + re.findall(
        r'<style:style[^>]*style:family="paragraph"[^>]*>(?:(?!</style:style>|<style:style ).)*text-underline-style="(?!none)', styles, re.DOTALL
    )
    check.expect(not underlined, f"{name}: {len(underlined)} styles are underlined")
    # Marks are text: an item that LibreOffice numbers by itself would have two.
    numbered = content.count("<text:list-item")
    check.expect(numbered == 0, f"{name}: {numbered} items have a number of LibreOffice's own")
    # A mark stands before what it marks, not on a line of its own; a number alone in a cell is none.
    text = re.sub(r"<table:table .*?</table:table>", "", content, flags=re.DOTALL)
    lines = [re.sub("<[^>]*>", "", line).strip() for line in re.findall(r"<text:p[^>]*>(.*?)</text:p>", text, re.DOTALL)]
    marks = set(re.findall(r'<li[^>]*><menu hidden></menu><span class="marker">([^<]*)</span>', file.read_text(encoding="utf-8")))
    alone = [line for line in lines if line in marks]
    check.expect(not alone, f"{name}: {len(alone)} marks stand alone: {alone[:3]}")
    check.expect("該当する施設はありません" not in content, f"{name}: it says that there is no facility")
    cells = set(re.findall(r"<table:table-cell[^>]*>", content))
    cells = {style.group(1) if (style := re.search(r'table:style-name="([^"]*)"', cell)) else "" for cell in cells}
    ruled = set(re.findall(r'<style:style style:name="([^"]*)" style:family="table-cell"[^>]*>\s*<style:table-cell-properties[^>]*fo:border[a-z-]*="(?!none)', content))
    tables = file.read_text(encoding="utf-8").count("<table")
    check.expect(bool(cells) or not tables, f"{name}: its {tables} tables are lost")
    check.expect(cells <= ruled, f"{name}: {len(cells - ruled)} kinds of cells have no rule")
