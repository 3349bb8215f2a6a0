#!/usr/bin/env python3
"""Times `shirube check` of many facilities against `shirube parse` of the same file, in one run: medians and their ratio.

    python3 Benchmarks/check.py [COUNT]

The facilities are generated, always the same for a count: real postal codes and towns of one prefecture, so that every
lookup finds its row, and texts with quotes, brackets and comments.
"""

import pathlib
import platform
import random
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent
PROGRAM = ROOT / ".build/release/shirube"
ROUNDS = 9


def facilities(count):
    random.seed(2)
    table = (ROOT / "Data/reference/postal-codes.tsv").read_text(encoding="utf-8").splitlines()[1:]
    rows = [row.split("\t") for row in table]
    rows = [row for row in rows if row[2] == "兵庫県" and row[4] and row[5] == "area" and "、" not in row[4]]
    lines = ["as_of: 令和7年2月14日", "listed: {from: 令和2年度, to: 令和6年度}", "private:"]
    for number in range(count):
        code, _, prefecture, city, town, _ = random.choice(rows)
        lines += [
            f"  - id: facility-{number}",
            f'    name: "フリースクール<{number}> & 支援教室"',
            f"    operator: 特定非営利活動法人ひかりの会 第{number}支部   # 運営者",
            f"    representative: 代表 太郎{number}",
            f"    postal_code: {code[:3]}-{code[3:]}",
            f"    address: {prefecture}{city}{town}{number % 30 + 1}-{number % 9 + 1} ひかりビルディング",
            f"    telephone: 0797-{10 + number // 10_000:02d}-{number % 10_000:04d}",
            f"    web: https://www.example.jp/facility/{number}",
            "    note: >-",
            "      小学生及び中学生を対象とする学習支援、体験活動及び相談を行っています。",
        ]
    return "\n".join(lines) + "\n"


def seconds(*arguments):
    start = time.perf_counter()
    done = subprocess.run([PROGRAM, *arguments], cwd=ROOT, capture_output=True)
    elapsed = time.perf_counter() - start
    if done.returncode != 0:
        sys.exit(done.stderr.decode())
    return elapsed


def main():
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    with tempfile.TemporaryDirectory() as folder:
        board = pathlib.Path(folder) / "Data/takarazuka"
        shutil.copytree(ROOT / "Data/takarazuka", board)
        # What is timed is the check of the data: one form, not one for each facility.
        entry = board / "board.yaml"
        entry.write_text(entry.read_text(encoding="utf-8").replace("per_facility: true", "per_facility: false"), encoding="utf-8")
        path = board / "facilities.yaml"
        path.write_text(facilities(count), encoding="utf-8")
        commands = {
            "parse": ["parse", str(path)],
            "check": [
                "check", "takarazuka", "--quiet", "--data", str(board.parent), "--reference", "Data/reference",
                "--only", "form1",
            ],
        }
        times = {name: [] for name in commands}
        for _ in range(ROUNDS):
            for name, arguments in commands.items():
                times[name].append(seconds(*arguments))
        size = path.stat().st_size
    medians = {name: statistics.median(values) for name, values in times.items()}
    print(f"{platform.machine()}, {count} facilities, {size / 1e6:.1f} MB, {ROUNDS} rounds, whole process")
    for name, value in medians.items():
        print(f"  {name:6} {value * 1000:7.1f} ms")
    print(f"  check / parse = {medians['check'] / medians['parse']:.2f}")


main()
