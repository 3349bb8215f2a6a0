#!/usr/bin/env python3
"""Writes the workbooks beside it: openpyxl.xlsx, and what LibreOffice makes of it, libreoffice.xlsx.

Run by hand:  pip install openpyxl==3.1.5 && python3 generate.py   (with LibreOffice's soffice in the PATH)
"""
import datetime
import pathlib
import shutil
import subprocess
import tempfile

import openpyxl
from openpyxl.comments import Comment

here = pathlib.Path(__file__).parent
book = openpyxl.Workbook()
sheet = book.active
sheet.title = "施設一覧"
cells = [
    # address, value, number format
    ("A1", "名称", None),
    ("A2", "フリースクール光\n（本校）", None),
    ("B2", "0797", "@"),
    ("C2", 6650865, "000-0000"),
    ("D2", 0.1 + 0.2, None),
    ("E2", 0.037, "0.0%"),
    ("F2", datetime.date(2025, 2, 14), "yyyy/m/d"),
    ("G2", datetime.date(2025, 2, 14), '[$-411]ggge"年"m"月"d"日";@'),
    ("H2", datetime.datetime(2025, 2, 14, 9, 30), "yyyy/m/d h:mm"),
    ("I2", datetime.time(9, 30), "h:mm"),
    ("J2", True, None),
    ("K2", "#N/A", None),
    ("L2", 45702, '[Red]0"日"'),
    ("M2", 45689, 'yyyy"年"m"月"'),
    ("N2", -1234567.5, "#,##0.0;[Red]-#,##0.0"),
    ("A3", "=1+2", None),
    ("B3", '="09"&"15"', None),
    ("A5", " & < > _x000D_ 𠮷 ", None),
]
for address, value, form in cells:
    sheet[address] = value
    if form:
        sheet[address].number_format = form
sheet["K2"].data_type = "e"
sheet["D7"] = "結合"
sheet.merge_cells("D7:F8")
sheet["A9"] = "隠れた行"
sheet.row_dimensions[9].hidden = True
sheet.column_dimensions["P"].hidden = True
sheet["A2"].comment = Comment("確認済み", "担当")
book.create_sheet("隠し").sheet_state = "hidden"
book.create_sheet("マクロ用").sheet_state = "veryHidden"
book["マクロ用"]["B3"] = 1
book.save(here / "openpyxl.xlsx")

with tempfile.TemporaryDirectory() as folder:
    subprocess.run(
        ["soffice", "--headless", "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", folder, here / "openpyxl.xlsx"],
        check=True, stdout=subprocess.DEVNULL)
    shutil.copy(pathlib.Path(folder) / "openpyxl.xlsx", here / "libreoffice.xlsx")
