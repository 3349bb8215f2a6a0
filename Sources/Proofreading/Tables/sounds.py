"""Makes Data/reference/kanji-sounds.tsv: the kana that a kanji's readings begin with, of any kind (音, 訓, 名乗り).

    python3 sounds.py kanjidic2.xml.gz

KANJIDIC2 is of the Electronic Dictionary Research and Development Group, CC BY-SA 4.0; so is the table.
"""

import gzip
import pathlib
import sys
import unicodedata
import xml.etree.ElementTree as tree

OUT = pathlib.Path(__file__).resolve().parents[3] / "Data/reference/kanji-sounds.tsv"


def heard(kana):
    """Unvoiced, and as particles are heard: は as わ, へ as え."""
    kana = chr(ord(kana) - 0x60) if "ァ" <= kana <= "ヶ" else kana
    kana = unicodedata.normalize("NFD", kana)[0]
    return {"は": "わ", "へ": "え", "を": "お"}.get(kana, kana)


def main():
    root = tree.parse(gzip.open(sys.argv[1])).getroot()
    day = root.findtext("header/date_of_creation")
    rows = {}
    for character in root.iter("character"):
        kanji = character.findtext("literal")
        if len(kanji) != 1 or not "一" <= kanji <= "鿿":
            continue
        readings = [r.text for r in character.iter("reading") if r.get("r_type") in ("ja_on", "ja_kun")]
        readings += [r.text for r in character.iter("nanori")]
        sounds = {heard(reading.strip("-")[0]) for reading in readings if reading and reading.strip("-")}
        if sounds:
            rows[kanji] = "".join(sorted(sounds))
    lines = sorted(f"{kanji}\t{sounds}" for kanji, sounds in rows.items())
    head = f"# first kana of the readings of KANJIDIC2 {day}, heard without their marks; format 1"
    OUT.write_text("\n".join([head] + lines) + "\n", encoding="utf-8")
    print(len(lines), "kanji")


main()
