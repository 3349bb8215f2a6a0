#!/usr/bin/env python3
"""Fills in forms from made-up rosters on one core, into memory: forms a second of CPU time, and the peak of memory by rows.

    python3 Benchmarks/forms.py [COUNT]

Three runs a line, the quickest counts. The aims: 5,000 forms a second, and memory that grows by no more than the roster's file.
"""

import csv
import os
import pathlib
import random
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
PROGRAM = ROOT / ".build/release/shirube"
TITLES = [
    "学校名", "年", "組", "氏名", "ふりがな", "保護者氏名", "保護者住所", "保護者電話番号", "利用開始日", "理由", "校長氏名", "申請日",
]


def roster(path, count):
    random.seed(5)
    families = "佐藤 鈴木 高橋 田中 伊藤 渡辺 山本 中村 小林 加藤".split()
    with open(path, "w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(TITLES)
        for number in range(count):
            family = random.choice(families)
            writer.writerow([
                f"宝塚市立第{random.randint(1, 9)}小学校", random.randint(1, 6), random.randint(1, 4), f"{family} {number}",
                "なまえ よみ", f"{family} 一郎", f"宝塚市東洋町1番{random.randint(1, 99)}号", f"0797-71-{number % 10_000:04d}",
                "令和8年6月1日", "学校へ行くことが難しく、本人が落ち着いて学習できる場が必要であるため", "山田 太郎", "令和8年5月20日",
            ])


def run(path, folder, options):
    """CPU seconds and peak memory in MB."""
    command = [
        "taskset", "-c", "0", PROGRAM, "form", "takarazuka", "--pupils", path, "--into", folder, *options,
    ]
    process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    message = process.stderr.read()
    _, status, usage = os.wait4(process.pid, 0)
    if os.waitstatus_to_exitcode(status) != 0:
        sys.exit(message.decode())
    subprocess.run([PROGRAM, "form", "--erase", folder], check=True, stdout=subprocess.DEVNULL)
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def main():
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 20_000
    memory = "/dev/shm" if os.path.isdir("/dev/shm") else None
    with tempfile.TemporaryDirectory(dir=memory) as folder:
        print("| forms | as | forms a second | peak memory | roster |")
        print("| ---: | --- | ---: | ---: | ---: |")
        runs = [(count // 20, "html"), (count, "html"), (count, "both"), (count, "combined")]
        for rows, kind in runs:
            path = f"{folder}/roster-{rows}.csv"
            roster(path, rows)
            options = {"html": ["--format", "html"], "both": [], "combined": ["--combined"]}[kind]
            seconds, peak = min(run(path, f"{folder}/forms", options) for _ in range(3))
            size = os.path.getsize(path) / 1e6
            name = {"html": "HTML", "both": "HTML and text", "combined": "one file each of HTML and text"}[kind]
            print(f"| {rows:,} | {name} | {rows / seconds:,.0f} | {peak:.0f} MB | {size:.1f} MB |")


main()
