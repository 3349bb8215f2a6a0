#!/usr/bin/env python3
"""Counts the instructions of `shirube build` by function, with valgrind: as many on a busy machine as on a quiet one.

    python3 Benchmarks/profile.py [FACILITIES]

Prints the functions' shares, with what they call and by themselves.
"""

import collections
import pathlib
import re
import subprocess
import sys

import peers

ROOT = pathlib.Path(__file__).resolve().parent.parent
# Functions with less are left out, and those that stand for the whole program.
LEAST, MOST = 0.02, 0.99


def shares(counts, inclusive):
    """Function → share, merged over the files that its lines come from."""
    options = ["--auto=no", "--threshold=100", f"--inclusive={'yes' if inclusive else 'no'}"]
    listing = peers.text_of("callgrind_annotate", *options, counts)
    listing = subprocess.run(["swift-demangle", "--simplified"], input=listing, capture_output=True, text=True).stdout
    merge = max if inclusive else lambda one, other: one + other
    found = collections.defaultdict(float)
    total = 1
    for count, place in re.findall(r"^ *([0-9,]+) \( *[0-9.]+%\)  (.*)$", listing, re.MULTILINE):
        number = int(count.replace(",", ""))
        if place.startswith("PROGRAM"):
            total = number
            continue
        name, level = re.fullmatch(r"(.*?)('\d+)?( \[.*)?", place.split(":", 1)[1]).groups()[:2]
        # Where a function calls itself, what the inner call costs is in the outer one already.
        if not (level and inclusive):
            found[name] = merge(found[name], number)
    return total, {name: number / total for name, number in found.items()}


def main():
    facilities = sys.argv[1] if len(sys.argv) > 1 else "10000"
    folder = peers.WORK / "profile"
    folder.mkdir(parents=True, exist_ok=True)
    counts = folder / "callgrind.out"
    peers.text_of(sys.executable, ROOT / "Benchmarks/generate.py", folder / "Data", "--facilities", facilities)
    build = ["build", "--quiet", "--data", folder / "Data", "--templates", ROOT / "Benchmarks/templates"]
    build += ["--reference", ROOT / "Data/reference", "--output", folder / "Output"]
    valgrind = ["valgrind", "--tool=callgrind", f"--callgrind-out-file={counts}"]
    peers.text_of(*valgrind, ROOT / ".build/release/shirube", *build)

    total, own = shares(counts, inclusive=False)
    _, all_in = shares(counts, inclusive=True)
    print(f"{total:,} instructions, {facilities} facilities\n")
    for heading, found in [("with what it calls", all_in), ("by itself", own)]:
        print(f"| function | {heading} |\n| --- | ---: |")
        for name, share in sorted(found.items(), key=lambda pair: -pair[1]):
            if LEAST <= share < MOST:
                print(f"| `{name}` | {share:.1%} |")
        print()


main()
