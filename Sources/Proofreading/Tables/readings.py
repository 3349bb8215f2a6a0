"""Makes Data/reference/readings.tsv: words of the field of which it is known how they are read.

    apt-get install mecab-ipadic
    python3 Sources/Proofreading/Tables/readings.py

A word is one of Data/reference/words.tsv that is of the field (`d`), and that IPADIC has with one reading only, names apart.
"""

import collections
import glob
import pathlib

OUT = pathlib.Path(__file__).resolve().parents[3] / "Data/reference"
NAMES = ("Noun.name", "Noun.org", "Noun.place", "Noun.proper")


def hiragana(text):
    return "".join(chr(ord(char) - 0x60) if "ァ" <= char <= "ヶ" else char for char in text)


found = collections.defaultdict(set)
for path in glob.glob("/usr/share/mecab/dic/ipadic/*.csv"):
    if pathlib.Path(path).stem in NAMES:
        continue
    with open(path, encoding="euc_jp", errors="replace") as lines:
        for line in lines:
            columns = line.rstrip("\n").split(",")
            found[columns[0]].add(hiragana(columns[11]))
with open(OUT / "words.tsv", encoding="utf-8") as lines:
    words = [line.split("\t") for line in lines if not line.startswith("#")]
with open(OUT / "readings.tsv", "w", encoding="utf-8") as out:
    out.write("# readings of IPADIC 2.7.0 of words of the field; format 1\n")
    for word, mark in words:
        if mark.startswith("d") and len(found[word]) == 1:
            out.write(f"{word}\t{found[word].pop()}\n")
