#!/usr/bin/env python3
"""Writes articles.tsv, which articles each act of notices.tsv has, from texts of e-Gov's database of laws.

Run by hand when acts change:  python3 articles.py GIT_DIR notices.tsv > Data/reference/articles.tsv
The first is a copy of github:ledmonster/japanese-law, whose doc/ has the texts with their ids. An article is written with its
paragraphs (項) and the most items (号) of one: 2.3.8; what a branch adds follows a hyphen: 47-5; * stands for paragraphs that are not
known. Supplementary provisions are left out. Of notices the annexes (別記) are counted.
"""
import re
import subprocess
import sys
import unicodedata

# What the copy lacks: articles as e-Gov had them in 2013 (github:shibacow/law.e-gov.go.jp), the Act of 2016 by the annex of 28文科初第1271号,
# and the annexes of a notice by its text.
OTHERS = {
    "平成18年法律第120号": " ".join(f"{number}*" for number in range(1, 19)),
    "平成28年法律第105号": " ".join(f"{number}*" for number in range(1, 21)),
    "元文科初第698号": "別記2",
}

DIGITS = {letter: number for number, letter in enumerate("〇一二三四五六七八九")}
ERAS = {"明治": "1", "大正": "2", "昭和": "3", "平成": "4", "令和": "5"}
KINDS = {"法律": "AC", "政令": "CO"}
CONSTITUTION = ("昭和21年憲法", "321CONSTITUTION")


def kanji(text):
    """百四十六 as a number."""
    total, digit = 0, 0
    for letter in text:
        if letter in "十百千":
            total += (digit or 1) * {"十": 10, "百": 100, "千": 1000}[letter]
            digit = 0
        else:
            digit = digit * 10 + DIGITS[letter]
    return total + digit


def articles(text):
    """The articles of the main provision, in their order."""
    main = text[text.index("MainProvision"):]
    main = re.split(r'class="[^"]*SupplProvision', main)[0]
    for part in re.split(r'class="active Article"', main)[1:]:
        title = re.search(r"font-weight: bold;\">第([〇一二三四五六七八九十百千]+)条((?:の[一二三四五六七八九十百]+)*)", part)
        if not title:
            continue
        numbers = [kanji(title[1])] + [kanji(branch) for branch in title[2].split("の")[1:]]
        paragraphs = 1 + part.count("_div_ParagraphSentence")
        items, most = 0, 0
        for kind in re.findall(r"_div_(ParagraphSentence|ItemSentence)|<span style=\"font-weight: bold;\">([一二三四五六七八九十百]+(?:の[一二三四五六七八九十]+)*)</span>", part):
            if kind[0] == "ParagraphSentence":
                items = 0
            elif kind[1]:
                items = kanji(kind[1].split("の")[0])
                most = max(most, items)
        yield "-".join(map(str, numbers)) + (f".{paragraphs}" if paragraphs > 1 or most else "") + (f".{most}" if most else "")


def main():
    repository, notices = sys.argv[1:3]
    git = ["git", "--git-dir", repository]
    names = subprocess.run(git + ["ls-tree", "-r", "-z", "--name-only", "HEAD", "doc"], capture_output=True, check=True).stdout
    files = {}
    for name in names.decode().split("\0"):
        found = re.match(r"doc/\d+/([0-9A-Z]+)_(\d+)_", name)
        if found and found[2] <= "20250711":
            files.setdefault(found[1], []).append((found[2], name))
    rows = [f"{number}\t{articles}" for number, articles in OTHERS.items()]
    for line in open(notices, encoding="utf-8").read().split("\n")[1:]:
        columns = line.split("\t")
        if len(columns) < 5:
            continue
        if columns[0] == CONSTITUTION[0]:
            text = subprocess.run(git + ["show", "HEAD:" + max(files[CONSTITUTION[1]])[1]], capture_output=True).stdout.decode()
            rows.append(f"{columns[0]}\t{' '.join(articles(text))}")
        number = re.match(r"(明治|大正|昭和|平成|令和)(元|\d+)年(法律|政令|[^\d]+令)第(\d+)号", columns[0])
        if not number:
            continue
        year = ERAS[number[1]] + f"{1 if number[2] == '元' else int(number[2]):02}"
        count = f"{int(number[4]):03}"
        # An ordinance has its ministry in its id; its title tells which of several it is.
        kind = KINDS.get(number[3], r"M\d{5}") + (r"\d{7}" if number[3] in KINDS else r"\d{3}")
        for law in [law for law in files if re.fullmatch(year + kind + count, law)]:
            text = subprocess.run(git + ["show", "HEAD:" + max(files[law])[1]], capture_output=True).stdout.decode()
            heading = re.search(r"=+\n(.*)\n=+", text)
            if not heading:
                continue
            title = re.sub("^.*号（(.*)）$", r"\1", unicodedata.normalize("NFC", heading[1]))
            if title == columns[3]:
                rows.append(f"{columns[0]}\t{' '.join(articles(text))}")
            elif number[3] in KINDS:
                print("title differs:", columns[0], columns[3], title, file=sys.stderr)
    print("# e-Gov法令検索の本則の条（条.項の数.号の数）、2025-07-11時点の写し (github:ledmonster/japanese-law@9d02cc5), made by Sources/Proofreading/Tables/articles.py")
    print("\n".join(sorted(rows, key=lambda row: row.encode())))


if __name__ == "__main__":
    main()
