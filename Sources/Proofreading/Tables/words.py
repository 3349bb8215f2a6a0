"""Makes Data/reference/words.tsv, katakana.tsv, kanji-readings.tsv and homophone-words.tsv: the words that are written in kanji or katakana, what kanji read alike, and
which words read like another of the field.

    apt-get install mecab-ipadic unidic-mecab kanjidic
    python3 Sources/Proofreading/Tables/words.py

A word is one of IPADIC or of UniDic, of two to five kanji or of katakana, or a term of Data/reference/terms.tsv. Its mark says what it may be proposed
for: `d` is a word of the field (a term, or a part of one), `v` one that する may follow, `b` two words that stand side by side in some term; the others are known and no more. Readings are the Sino-Japanese ones of KANJIDIC:
compounds are mostly read by them.
"""

import collections
import glob
import pathlib
import re

ROOT = pathlib.Path(__file__).resolve().parents[3]
OUT = ROOT / "Data/reference"
KANJI = re.compile(r"[\u3005\u3400-\u4dbf\u4e00-\u9fff]+")
KATAKANA = re.compile(r"[ァ-ヺー]{2,12}")


def ipadic():
    for path in glob.glob("/usr/share/mecab/dic/ipadic/*.csv"):
        with open(path, encoding="euc_jp", errors="replace") as lines:
            yield from (line.split(",", 1)[0] for line in lines)


def nouns():
    """Common nouns with their readings, and whether する may follow."""
    for name in ["Noun", "Noun.verbal", "Noun.adjv", "Noun.adverbal"]:
        with open(f"/usr/share/mecab/dic/ipadic/{name}.csv", encoding="euc_jp", errors="replace") as lines:
            for line in lines:
                columns = line.rstrip("\n").split(",")
                yield columns[0], columns[11], name == "Noun.verbal"


def unidic(kind=""):
    """Words, of one kind of part of speech where it is given."""
    for path in glob.glob("/usr/share/mecab/dic/unidic/lex*.csv"):
        with open(path, encoding="utf-8", errors="replace") as lines:
            yield from (line.split(",", 1)[0] for line in lines if kind in line)


def terms():
    with open(OUT / "terms.tsv", encoding="utf-8") as lines:
        return [line.split("\t")[0] for line in lines if not line.startswith("#")]


def readings():
    """Each kanji's Sino-Japanese readings, in hiragana."""
    with open("/usr/share/edict/kanjidic", encoding="euc_jp", errors="replace") as lines:
        for line in lines:
            if line.startswith("#") or not KANJI.match(line[0]):
                continue
            # What stands behind T1 is for names.
            fields = re.sub(r"\{.*?\}", "", line[1:]).split(" T1")[0].split()
            found = {field.strip("-").split(".")[0] for field in fields if re.fullmatch(r"[ァ-ヶー.\-]+", field)}
            yield line[0], sorted("".join(chr(ord(c) - 0x60) if "ァ" <= c <= "ヶ" else c for c in word) for word in found)


def segments(text, words):
    """The fewest words and single kanji that a text is made of."""
    best = [(0.0, 0)] + [None] * len(text)
    for start in range(len(text)):
        for length in range(1, min(6, len(text) - start) + 1):
            piece = text[start : start + length]
            if length > 1 and piece not in words or piece == text:
                continue
            cost = best[start][0] + (1 if length > 1 else 3)
            if best[start + length] is None or cost < best[start + length][0]:
                best[start + length] = (cost, start)
    end = len(text)
    while end > 0 and best[end]:
        start = best[end][1]
        yield text[start:end]
        end = start


def main():
    words = {*ipadic(), *unidic()}
    known = {word for word in words if KANJI.fullmatch(word) and 2 <= len(word) <= 5}
    field = {term for term in terms() if KANJI.fullmatch(term)}
    cut = {term: list(segments(term, known))[::-1] for term in field}
    pieces = {piece for pieces in cut.values() for piece in pieces if len(piece) == 2 and piece in known}
    pairs = {first + second for pieces in cut.values() for first, second in zip(pieces, pieces[1:]) if len(first + second) > 2}
    verbal = {word for word, _, is_verbal in nouns() if is_verbal} | {*unidic("サ変可能")}
    proposed = field | pieces
    with open(OUT / "words.tsv", "w", encoding="utf-8") as out:
        out.write("# words of IPADIC 2.7.0 and UniDic 3.1.1, terms of terms.tsv; format 1\n")
        for word in sorted(known | field | pairs, key=lambda word: word.encode()):
            mark = ("d" if word in proposed else "b" if word in pairs and word not in known else "") + ("v" if word in verbal else "")
            out.write(f"{word}\t{mark}\n")
    with open(OUT / "katakana.tsv", "w", encoding="utf-8") as out:
        out.write("# words of IPADIC 2.7.0 and UniDic 3.1.1 in katakana; format 1\n")
        for word in sorted({word for word in words if KATAKANA.fullmatch(word)}, key=lambda word: word.encode()):
            out.write(f"{word}\t\n")
    write_readings({kanji for word in known | field for kanji in word})
    write_homophones(proposed)


def write_homophones(proposed):
    read_alike = collections.defaultdict(set)
    for word, reading, _ in nouns():
        if KANJI.fullmatch(word) and word in proposed and len(word) <= 3:
            read_alike[reading].add(word)
    rows = collections.defaultdict(set)
    for word, reading, _ in nouns():
        if KANJI.fullmatch(word) and 2 <= len(word) <= 3:
            rows[word] |= read_alike[reading] - {word}
    with open(OUT / "homophone-words.tsv", "w", encoding="utf-8") as out:
        out.write("# nouns of IPADIC 2.7.0 that read like other words of the field; format 1\n")
        for word in sorted(rows, key=lambda word: word.encode()):
            if rows[word]:
                out.write(f"{word}\t{' '.join(sorted(rows[word]))}\n")


def write_readings(used):
    by_reading = collections.defaultdict(list)
    rows = []
    for kanji, found in readings():
        if kanji in used and found:
            rows.append((kanji, " ".join(found)))
            for reading in found:
                by_reading[reading].append(kanji)
    rows += [(reading, "".join(sorted(kanji))) for reading, kanji in by_reading.items()]
    with open(OUT / "kanji-readings.tsv", "w", encoding="utf-8") as out:
        out.write("# readings of KANJIDIC 2022-08; format 1\n")
        for row in sorted(rows, key=lambda row: row[0].encode()):
            out.write("\t".join(row) + "\n")


main()
