#!/usr/bin/env python3
"""Measures what ships, and shirube beside its peers at one job, in turn, in one run: medians, peaks of memory, ratios, as Markdown.

    python3 Benchmarks/bench.py [--quick] [--record] [--facilities N …]

What ships: the sample board's documents for a whole nation of boards, one value changed in it, and its list of N facilities,
all by Templates/. The job: read a file of N facilities, check their fields, write one HTML table and one padded text table. What is written
is counted each time; nothing about time is asserted.
"""

import argparse
import datetime
import os
import pathlib
import platform
import re
import shutil
import subprocess
import sys

import peers
import report
from measure import CORES, Job, interleave

ROOT = pathlib.Path(__file__).resolve().parent.parent
BENCHMARKS = ROOT / "Benchmarks"
WORK = peers.WORK
SHIRUBE = ROOT / ".build/release/shirube"
MODULES = ROOT / ".build/release/modules"


class Sample:
    """Generated boards, and the folder for everything about them."""

    def __init__(self, facilities, boards=1):
        self.facilities, self.boards = facilities, boards
        self.folder = WORK / f"{boards}x{facilities}"
        self.data = self.folder / "Data"
        # In a process of its own: this one stays small.
        options = ["--facilities", str(facilities), "--boards", str(boards)]
        subprocess.run([sys.executable, BENCHMARKS / "generate.py", self.data, *options], check=True)
        self.files = sorted(self.data.glob("*/facilities.yaml"))
        self.file = self.files[0]
        self.size = sum(file.stat().st_size for file in self.files)

    def output(self, name):
        return self.folder / "Output" / name.replace(" ", "-")

    def shirube(self, command, name, **options):
        return shirube(command, name, self.data, BENCHMARKS / "templates", self.output(name), **options)


def shirube(command, name, data, templates, output, **options):
    folders = ["--data", data, "--templates", templates, "--reference", ROOT / "Data/reference", "--output", output]
    return Job(name, [SHIRUBE, command, "--quiet", *folders], output, **options)


def shirube_jobs(sample):
    """Build anew, and again; check; and parse, the least that any job does."""
    first = sample.shirube("build", "shirube build, nothing changed").run()
    again = sample.shirube("build", first.name, fresh=False)
    again.before = stamps(first.output)
    return [
        sample.shirube("build", "shirube build", whole=True),
        again,
        sample.shirube("check", "shirube check"),
    ]


def stamps(folder):
    return {path: (path.stat().st_ino, path.stat().st_mtime_ns) for path in folder.rglob("*") if path.is_file()}


def floor(sample):
    """Reads the input, and writes as many bytes as the two tables have."""
    built = sample.output("shirube build, nothing changed").glob("*/facility-list.*")
    script = 'cat "$0" > /dev/null; head -c "$1" /dev/zero > "$2/tables"'
    output = sample.output("floor")
    written = sum(path.stat().st_size for path in built)
    return Job("floor: read, write as much", ["sh", "-c", script, sample.file, written, output], output)


def peer_jobs(sample, found):
    for peer in found:
        if sample.facilities <= peer.largest:
            output = sample.output(peer.name)
            yield Job(peer.name, peer.command(sample, output), output, whole=peer.whole)


def measure_whole(sample, found, rounds):
    jobs = shirube_jobs(sample)
    if sample.boards == 1:
        parse = Job("shirube parse", [SHIRUBE, "parse", sample.file])
        jobs = [floor(sample), *jobs, parse, *peer_jobs(sample, found)]
    interleave(jobs, rounds, budget=20)
    for job in jobs:
        if job.whole:
            check_tables(job, sample)
        if not job.fresh and stamps(job.output) != job.before:
            sys.exit(f"{job.name}: something was written")
    return {job.name: job for job in jobs}


def check_tables(job, sample):
    """Each facility has its row in both tables, and no `>` of the data is markup."""
    pages = [page for page in job.output.rglob("*.html") if count(page, "<table")]
    texts = list(job.output.rglob("*.txt"))
    facilities = sample.facilities * sample.boards
    wanted = {
        "rows of HTML": (total(pages, "<tr>"), facilities + sample.boards),
        "escaped names": (total(pages, "教室&gt;"), total(sample.files, "教室>")),
        "rows of text": (total(texts, r"\b0\d+-\d+-\d{4}\b"), facilities),
    }
    for what, (found, expected) in wanted.items():
        if found != expected:
            sys.exit(f"{job.name}: {found} {what} in {job.output}, not {expected}")


def count(path, pattern):
    with open(path, encoding="utf-8") as file:
        return sum(len(re.findall(pattern, line)) for line in file)


def total(paths, pattern):
    return sum(count(path, pattern) for path in paths)


class Nation:
    """Boards like the larger sample, all their documents from the templates that ship."""

    def __init__(self, boards):
        self.boards = boards
        self.folder = WORK / f"nation-{boards}"
        if not self.folder.exists():
            for copy in ["board", "Data/b0000"]:
                shutil.copytree(ROOT / "Data/takarazuka", self.folder / copy)
            board = self.folder / "board/board.yaml"
            # They are copies of the first, and that is all that is wrong with them.
            text = re.sub(r"(?m)^( *)(fiscal_year:)", r"\1# shirube: allow D024 copies to be measured\n\1\2", board.read_text(encoding="utf-8"), count=1)
            board.write_text(text, encoding="utf-8")
            for number in range(1, boards):
                shutil.copytree(self.folder / "board", self.folder / f"Data/b{number:04}")

    def jobs(self):
        def job(name, output, **options):
            return shirube("build", name, self.folder / "Data", ROOT / "Templates", self.folder / output, **options)

        first = job("shirube build, nothing changed, 2 cores", "again", cores=2).run()
        again = job(first.name, "again", cores=2, fresh=False)
        again.before = stamps(first.output)
        return {
            job.name: job
            for job in [job("shirube build", "one"), job("shirube build, 2 cores", "two", cores=2), again]
        }


def measure_nation(boards, rounds):
    nation = Nation(boards)
    jobs = nation.jobs()
    interleave(list(jobs.values()), rounds, budget=60)
    again = jobs["shirube build, nothing changed, 2 cores"]
    if stamps(again.output) != again.before:
        sys.exit(f"{again.name}: something was written")
    return nation, jobs


def measure_edit(rounds):
    """One value changed, and both sample boards built: what somebody waits for who edits."""
    jobs = []
    for number, name in enumerate(["楽笑 フリースクール", "楽笑"]):
        data = WORK / f"edit-{number}"
        shutil.rmtree(data, ignore_errors=True)
        shutil.copytree(ROOT / "Data", data)
        file = data / "takarazuka/facilities.yaml"
        file.write_text(file.read_text(encoding="utf-8").replace("name: 楽笑 フリースクール", f"name: {name}"), encoding="utf-8")
        jobs.append(shirube("build", f"one value changed, {number}", data, ROOT / "Templates", WORK / "edit", fresh=False))
    version = Job("shirube --version", [SHIRUBE, "--version"])
    interleave([*jobs, version], rounds, budget=20)
    return jobs[0], version


def measure_shipped(sample, rounds):
    """The list that ships, with all that it publishes, beside the one of the peers' job."""
    output = sample.output("shipped")
    jobs = [
        shirube("build", "shirube build", sample.data, ROOT / "Templates", output),
        shirube("build", "shirube build, slim templates", sample.data, BENCHMARKS / "templates", sample.output("slim")),
    ]
    interleave(jobs, rounds, budget=20)
    return {job.name: job for job in jobs}


def measure_samples(rounds):
    """The sample boards of this repository, all their documents."""
    output = WORK / "samples"
    job = shirube("build", "both sample boards", ROOT / "Data", ROOT / "Templates", output)
    interleave([job], rounds, budget=20)
    return job


def measure_engines(sample, found, rounds):
    """Engine → part of the job → (seconds, bytes), CPU time in memory, many times in one process."""
    template = BENCHMARKS / "peers/facilities.mustache"
    board = sample.file.parent.name
    modules = [MODULES, sample.data, board, BENCHMARKS / "templates", ROOT / "Data/reference", template, rounds]
    commands = {"shirube": modules} | {peer.name: peer.engines(sample, rounds) for peer in found}
    return {name: engine(command) for name, command in commands.items() if command}


def engine(command):
    os.sched_setaffinity(0, CORES[-1:])
    lines = peers.text_of(*command).splitlines()
    os.sched_setaffinity(0, CORES)
    return {part: (float(seconds), int(size)) for part, seconds, size in (line.split("\t") for line in lines)}


def machine(found):
    model = re.search("model name\\s*: (.*)", pathlib.Path("/proc/cpuinfo").read_text())
    system = platform.freedesktop_os_release()["PRETTY_NAME"]
    swift = re.search("Swift version (\\S+)", peers.text_of("swift", "--version"))[1]
    versions = ", ".join(f"{peer.name} {peer.version}" for peer in found)
    return (
        f"{datetime.date.today()}, {model[1] if model else platform.machine()}, {os.cpu_count()} cores, {system}, "
        f"Swift {swift}, Python {platform.python_version()}; load when it began: {os.getloadavg()[0]:.1f}.\n"
        f"Peers: {versions}.\n"
    )


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--quick", action="store_true", help="small, to see that it works")
    parser.add_argument("--record", action="store_true", help="put the tables into Documentation/performance.md")
    parser.add_argument("--facilities", type=int, nargs="+", help="N, several of them (12 10000 100000)")
    parser.add_argument("--rounds", type=int, help="at most so many runs of each program (9)")
    arguments = parser.parse_args()
    sizes = arguments.facilities or ([12, 1_000] if arguments.quick else [12, 10_000, 100_000])
    rounds = arguments.rounds or (3 if arguments.quick else 9)

    peers.WORK.mkdir(exist_ok=True)
    found = peers.find(arguments.quick)
    parts = [machine(found)]
    # Large enough to time, small enough to repeat.
    engines_at = min(sizes, key=lambda size: abs(size - 10_000))
    wholes, engines = {}, {}
    for size in sizes:
        sample = Sample(size)
        wholes[sample] = measure_whole(sample, found, rounds if size <= 10_000 else min(rounds, 5))
        if size == engines_at:
            engines = measure_engines(sample, found, rounds)
        parts.append(report.whole(sample, wholes[sample]))
    shipped = Sample(sizes[-1])
    shipped_jobs = measure_shipped(shipped, min(rounds, 3))
    nation, nation_jobs = measure_nation(20 if arguments.quick else 1_741, min(rounds, 3))
    edit, version = measure_edit(rounds)
    samples = measure_samples(rounds)
    parts.insert(1, report.nation(nation, nation_jobs))
    parts.insert(2, report.shipped(shipped, shipped_jobs))
    parts.insert(3, report.edit(edit, samples, version))
    parts.append(report.engines(engines_at, engines))
    libyaml = next((job for job in wholes[max(wholes, key=lambda sample: sample.facilities)].values() if job.name.startswith("libyaml")), None)
    parts.insert(1, report.aims(wholes, engines, samples, version, (shipped, shipped_jobs, libyaml), (nation, nation_jobs)))
    if arguments.quick:
        parts.insert(1, "This is to see that it works: the aims are of a hundred thousand facilities, and mean little here.\n")
    text = "\n".join(parts)
    print(text)
    if arguments.record:
        report.record(text, ROOT / "Documentation/performance.md")


main()
