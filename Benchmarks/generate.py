#!/usr/bin/env python3
"""Writes boards of facilities to measure with: the same bytes for the same arguments, and nothing that check finds.

    python3 Benchmarks/generate.py FOLDER --facilities N [--boards B]

Addresses and postal codes are Japan Post's, telephone numbers are of the address's prefecture; the rest is invented. Of
the forms of YAML there are plain, quoted, literal and folded scalars, comments, and flow mappings and lists.
"""

import argparse
import collections
import itertools
import pathlib
import random
import re

REFERENCE = pathlib.Path(__file__).resolve().parent.parent / "Data/reference"

KINDS = ["フリースクール", "フリースペース", "学習支援教室", "居場所", "サポート校", "親子の相談室"]
NAMES = ["ひかり", "みらい", "そよかぜ", "あおぞら", "こもれび", "たんぽぽ", "ほしのこ", "はばたき", "やまびこ"]
ACTIVITIES = [
    "個別の学習支援と調理、木工、農作業などの体験活動を行っています。",
    "少人数の活動を大切にし、一人一人に合わせて過ごし方を決めます。",
    "保護者の相談に応じ、在籍する学校と定期的に連絡を取り合います。",
    "読書、音楽、プログラミングなど、好きなことから始められます。",
    "見学及び体験を随時受け付けています。「まず話を聞きたい」という方も歓迎します。",
]


def table(name):
    lines = (REFERENCE / name).read_text(encoding="utf-8").splitlines()[1:]
    return [line.split("\t") for line in lines]


class Country:
    """Towns with their postal codes, area codes by prefecture, and the municipalities, from the reference tables."""

    def __init__(self):
        rows = [row for row in table("postal-codes.tsv") if row[4] and row[5] == "area"]
        self.areas = collections.defaultdict(list)
        for code, prefecture, *_ in table("area-codes.tsv"):
            # Longer ones are numbers' beginnings that belong to another prefecture than their area code.
            if len(code) <= 4:
                self.areas[prefecture].append(code)
        # Those of a municipality itself.
        self.local = {line[0]: line[1].split() for line in table("local-codes.tsv") if len(line) == 2}
        self.towns = [
            (code, number, prefecture, city, town)
            for code, number, prefecture, city, town, _ in rows
            # 八日市場ロ: proof-reading doubts a single katakana.
            if len(town) <= 12 and not "ァ" <= town[-1] <= "ヶ" and self.codes(number, prefecture)
        ]
        # A board of education is a municipality's: no ward (札幌市北区) has one, and a district (泉北郡忠岡町) is none.
        self.municipalities = {}
        for _, number, prefecture, city, _, _ in rows:
            ward = re.fullmatch("(.+市).+区", city)
            if ward:
                # A designated city's code ends in the 0 before its wards', of which the first comes first.
                city, number = ward[1], number[:-1] + "0"
            city = re.sub("^.+?郡(.+[町村])$", r"\1", city)
            self.municipalities.setdefault((prefecture, city), number)

    def codes(self, number, prefecture):
        return [code for code in self.local.get(number, []) if code in self.areas[prefecture]]


def check_digit(number):
    total = sum(int(digit) * weight for digit, weight in zip(number, range(6, 1, -1)))
    return number + str((11 - total % 11) % 10)


class Generator:
    def __init__(self, seed=9):
        self.random = random.Random(seed)
        self.country = Country()
        self.telephones = collections.Counter()

    def pick(self, items):
        # `random()` is the one method that Python promises to repeat in every version.
        return items[int(self.random.random() * len(items))]

    def telephone(self, number, prefecture):
        area = self.pick(self.country.codes(number, prefecture) or self.country.areas[prefecture])
        self.telephones[area] += 1
        digits = 10 - len(area)
        # Local numbers begin with 2 to 9; a step prime to their count visits each of them once.
        count = 8 * 10 ** (digits - 1)
        local = str(2 * 10 ** (digits - 1) + self.telephones[area] * 7_919 % count)
        return f"{area}-{local[:-4]}-{local[-4:]}"

    def facility(self, number):
        code, municipality, prefecture, city, town = self.pick(self.country.towns)
        kind, name = self.pick(KINDS), self.pick(NAMES)
        values = {
            "id": f"facility-{number}",
            "name": self.pick(
                [
                    f'"{kind}「{name}」 <第{number}教室> & 相談室"',
                    f"'{kind} {name} \"第{number}教室\"'",
                    f"{kind} {name} 第{number}教室",
                    f'"{kind}\\u3000{name} \\"第{number}教室\\""',
                ]
            ),
            "operator": f"特定非営利活動法人{name}の会 第{number}支部",
            "representative": f"代表 太郎{number}",
            "postal_code": f"{code[:3]}-{code[3:]}",
            "address": f"{prefecture}{city}{town}{number % 30 + 1}-{number % 9 + 1} {name}ビルディング{number % 5 + 1}階",
            "telephone": self.telephone(municipality, prefecture),
            "web": f"https://www.example.jp/facility/{number}",
        }
        first = self.pick(ACTIVITIES)
        note = [first, self.pick([other for other in ACTIVITIES if other != first])]
        match number % 10:
            case 0:
                values["note"] = f'"{note[0]}"'
                return ["  - {" + ", ".join(f"{key}: {value}" for key, value in values.items()) + "}"]
            case 1 | 2 | 3:
                note = ["    note: |-", "      " + note[0]]
            case 4 | 5:
                note = ["    note: " + note[0], "      " + note[1]]
            case _:
                note = ["    note: >-", *("      " + line for line in note)]
        lines = [f"    {key}: {value}" for key, value in values.items()]
        lines[0] = "  - " + lines[0].lstrip()
        lines[4] += "   # 確認済み"
        return [f"  # {number}番", *lines, *note, ""]

    def facilities(self, numbers):
        yield "# 計測のための施設の一覧（施設は架空、郵便番号及び町名は実在）"
        yield "as_of: 令和7年2月14日"
        yield "listed: {from: 令和2年度, to: 令和6年度}"
        yield "prefectural: []"
        yield "private:"
        for number in numbers:
            yield from self.facility(number)

    def board(self, folder, name, number, prefecture, municipality, numbers):
        folder = folder / name
        folder.mkdir(parents=True, exist_ok=True)
        board = [
            f"municipality_code: {check_digit(number)}",
            f"prefecture: {prefecture}",
            f"municipality: {municipality}",
            f"name: {municipality}教育委員会",
            "edition: {fiscal_year: 令和6年度, issued: 令和7年3月}",
            "style: {digits: halfwidth, columns: 60}",
            "documents: [{id: facility-list, title: 民間施設の一覧}]",
        ]
        write(folder / "board.yaml", board)
        write(folder / "facilities.yaml", self.facilities(numbers))


def write(path, lines):
    with open(path, "w", encoding="utf-8", newline="\n") as file:
        file.writelines(line + "\n" for line in lines)


def generate(folder, facilities, boards=1):
    """Writes so many boards of so many facilities each; at most as many boards as there are municipalities."""
    generator = Generator()
    numbers = itertools.count(1)
    municipalities = generator.country.municipalities.items()
    for (prefecture, municipality), number in itertools.islice(municipalities, boards):
        own = itertools.islice(numbers, facilities)
        generator.board(folder, f"board-{number}", number, prefecture, municipality, own)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--facilities", type=int, default=10_000)
    parser.add_argument("--boards", type=int, default=1)
    arguments = parser.parse_args()
    generate(arguments.folder, arguments.facilities, arguments.boards)
