#!/usr/bin/env python3
"""Proposes lines of Data/reference/homophones.tsv: terms whose last kanji is another of the reading (保護社, 埋蔵文化剤).

    python3 Sources/Proofreading/Tables/suffixes.py TEXT… > lines

The texts are right modern Japanese, a great deal of it. A line is proposed where the term stands in it eighty times or more, and the
slip never, not even within a longer word. What check tells without the line is to be taken out, and what may be a word: 参加社.
"""

import collections
import pathlib
import re
import sys

REFERENCE = pathlib.Path(__file__).resolve().parents[3] / "Data/reference"
# Kanji that stand behind words.
SUFFIXES = (
    "者員人権欄系年月日回次現数率費料金額課科係部局室園校所館会長性的化中前後内外別用上下間等級制法案書表券証状類式型点面線度区市町村期先物品器具名国家船"
    "社側派店剤車諭財感官完関刊仕支誌紙氏視産参算賛税生声量領寮力録役署諸使詞士師死司史在材際祭歳給急究休機気季基形方計経径版班判販番晩盤板"
)
LEAST = 80


def table(name):
    for line in (REFERENCE / name).read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            yield line.split("\t")


def slips(words, readings):
    """What may be written for a term of the field, with the terms."""
    kanji = collections.defaultdict(set)
    for sign, own in readings.items():
        for reading in own:
            kanji[reading].add(sign)
    found = collections.defaultdict(set)
    for term, mark in words.items():
        if mark.startswith("d") and 3 <= len(term) <= 6 and re.fullmatch("[\u4e00-\u9fff]+", term):
            others = set().union(*(kanji[reading] for reading in readings.get(term[-1], ())))
            for other in others & set(SUFFIXES) - {term[-1]}:
                if term[:-1] + other not in words:
                    found[term[:-1] + other].add(term)
    return found


def count(paths, wanted):
    """How often each of the wanted words stands in the texts, within longer ones as well."""
    runs = collections.Counter()
    for path in paths:
        with open(path, encoding="utf-8", errors="ignore") as file:
            for line in file:
                runs.update(re.findall("[\u4e00-\u9fff]{3,}", line))
    counts = collections.Counter()
    for run, number in runs.items():
        for start in range(len(run)):
            for end in range(start + 3, min(start + 6, len(run)) + 1):
                if run[start:end] in wanted:
                    counts[run[start:end]] += number
    return counts


def main():
    words = {row[0]: row[1] if len(row) > 1 else "" for row in table("words.tsv")}
    readings = {row[0]: row[1].split() for row in table("kanji-readings.tsv") if len(row) > 1}
    found = slips(words, readings)
    counts = count(sys.argv[1:], found.keys() | words.keys())
    meant = {slip: max(sorted(terms), key=lambda term: counts[term]) for slip, terms in found.items()}
    for slip, term in sorted(meant.items(), key=lambda pair: (pair[1], pair[0])):
        if counts[term] >= LEAST and counts[slip] == 0:
            print(f"{slip}\t{term}\t\t!<漢>")


main()
