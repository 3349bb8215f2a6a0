"""Disables each check of data and documents, and each rule of proof-reading, in turn, in a copy of the project, and sees a test fail;
see make mutate-checks.

    mutate_checks.py [CHECK…]
"""

import argparse
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
# A check's entry point. What is not private is called from elsewhere.
ENTRY = re.compile(r"^    (?:public )?(?:static )?func (?:check|findings|find|numbers|odd)\([^{]*\) -> \[[^{]*\] \{\n", re.MULTILINE)
FILES = ["Records/Checks/*.swift", "Documents/Checks/*.swift", "Proofreading/*Rule.swift"]
# The tests that start the program: they need not be built anew.
TESTS = r"CommandLineTests\.CommandLineTests/|MutationTests/found|CopiedBoardTests/"
# Those of what is found in a sentence.
RULE_TESTS = r"ProofreadingTests\."


def checks():
    for files in FILES:
        for path in sorted((ROOT / "Sources").glob(files)):
            entry = ENTRY.search(path.read_text(encoding="utf-8"))
            if entry:
                yield path.relative_to(ROOT), entry


def disabled(text, entry):
    """One of the same signature that finds nothing goes before it, and it gets another name."""
    return text[:entry.start()] + entry[0].rstrip() + " [] }\n" + re.sub(r"func ", "func disabled_", entry[0], count=1) + text[entry.end():]


def build(copy, *what):
    subprocess.run(["swift", "build", *what], cwd=copy, check=True, stdout=subprocess.PIPE)


def first_failure(copy, tests=TESTS):
    """The first test that fails, nil where all pass."""
    process = subprocess.Popen(["swift", "test", "--skip-build", "--filter", tests], cwd=copy, text=True, errors="replace",
                               stdout=subprocess.PIPE, stderr=subprocess.STDOUT, start_new_session=True)
    try:
        count = 0
        for line in process.stdout:
            # A fault that begins with a line break breaks the line.
            failed = re.search(r"✘ Test (.+?) recorded an issue(?: with 1 argument \w+ → (.+?))?(?: at |$)", line)
            if failed:
                return (failed[2] or failed[1]).strip()
            count += line.startswith("✔")
        if count == 0:
            sys.exit("no test ran")
        return None
    finally:
        subprocess.run(["pkill", "-KILL", "-s", str(process.pid)], check=False)
        process.wait()


def main():
    options = argparse.ArgumentParser()
    options.add_argument("check", nargs="*")
    wanted = options.parse_args().check
    survivors = 0
    with tempfile.TemporaryDirectory() as folder:
        copy = pathlib.Path(folder) / "project"
        shutil.copytree(ROOT, copy, ignore=shutil.ignore_patterns(".build*", ".git"))
        build(copy, "--build-tests")
        failure = first_failure(copy, f"{TESTS}|{RULE_TESTS}")
        if failure:
            sys.exit(f"a test fails before anything is disabled: {failure}")
        for path, entry in checks():
            if wanted and path.stem not in wanted:
                continue
            text = (ROOT / path).read_text(encoding="utf-8")
            (copy / path).write_text(disabled(text, entry), encoding="utf-8")
            build(copy, "--product", "shirube")
            failure = first_failure(copy)
            if failure is None and "Proofreading" in path.parts:
                build(copy, "--build-tests")
                failure = first_failure(copy, RULE_TESTS)
            (copy / path).write_text(text, encoding="utf-8")
            survivors += failure is None
            print(f"| `{path.stem}` | {failure or '**no test fails**'} |", flush=True)
    print(f"{survivors} survived")
    sys.exit(1 if survivors else 0)


main()
