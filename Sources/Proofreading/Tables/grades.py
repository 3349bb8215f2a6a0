"""Makes Data/reference/kanji-grades.tsv: the 1,026 kanji of the table by school years (学年別漢字配当表) with the year of primary school in which
each is taught.

    apt-get install kanjidic
    python3 Sources/Proofreading/Tables/grades.py

Editions of KANJIDIC from before 2020 have the table of 1989, of 1,006 kanji: the counts are compared with those of the notice
(平成29年文部科学省告示第63号, in force from 2020-04-01).
"""

import collections
import pathlib
import re

COUNTS = {1: 80, 2: 160, 3: 200, 4: 202, 5: 193, 6: 191}
OUT = pathlib.Path(__file__).resolve().parents[3] / "Data/reference/kanji-grades.tsv"

with open("/usr/share/edict/kanjidic", encoding="euc_jp", errors="replace") as lines:
    found = {line[0]: int(grade[1]) for line in lines if (grade := re.search(r" G([1-6]) ", line))}
assert collections.Counter(found.values()) == COUNTS
with open(OUT, "w", encoding="utf-8") as out:
    out.write("# school years of KANJIDIC 2022-08 (学年別漢字配当表, in force from 2020-04); format 1\n")
    for kanji, grade in sorted(found.items()):
        out.write(f"{kanji}\t{grade}\n")
