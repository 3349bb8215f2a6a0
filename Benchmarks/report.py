"""The tables of a run of bench.py, as Markdown."""

import resource

MARKS = ("<!-- figures -->\n", "<!-- end of figures -->\n")


def number(value):
    return f"{value:,.0f}" if value >= 100 else f"{value:.3g}"


def time(seconds):
    return f"{seconds * 1000:.3g} ms" if seconds < 0.9995 else f"{seconds:.3g} s"


def megabytes(size):
    return f"{size / 1e6:,.0f} MB" if size >= 1e8 else f"{size / 1e6:.3g} MB"


def memory(peak):
    # A small program's peak cannot be told from that of the process which started it.
    own = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
    return megabytes(peak) if peak > own else f"< {megabytes(own)}"


def table(headings, rows):
    """The first column to the left, the others to the right."""
    lines = [headings, ["---"] + ["---:"] * (len(headings) - 1), *rows]
    return "".join("| " + " | ".join(map(str, line)) + " |\n" for line in lines)


def job_rows(jobs):
    base = jobs["shirube build"]
    for job in sorted(jobs.values(), key=lambda job: job.median):
        ratio = f"{job.median / base.median:.2f}"
        yield job.name, time(job.median), ratio, time(job.median_cpu), memory(job.peak), len(job.seconds)


HEADINGS = ["program", "wall, median", "÷ shirube build", "CPU, median", "peak memory", "runs"]


def whole(sample, jobs):
    boards = f"{sample.boards:,} boards of " if sample.boards > 1 else ""
    heading = f"### {boards}{sample.facilities:,} facilities, {sample.size:,} bytes\n\n"
    return heading + table(HEADINGS, job_rows(jobs))


def nation(nation, jobs):
    heading = f"### {nation.boards:,} boards like the larger sample, all their documents\n\n"
    rows = [
        (job.name, time(job.median), time(job.median_cpu / nation.boards), megabytes(job.peak), len(job.seconds))
        for job in jobs.values()
    ]
    return heading + table(["run", "wall, median", "CPU a board", "peak memory", "runs"], rows)


def shipped(sample, jobs):
    heading = f"### The list that ships, {sample.facilities:,} facilities, {sample.size:,} bytes\n\n"
    return heading + table(HEADINGS, job_rows(jobs))


def edit(edit, samples, version):
    heading = "### One value changed\n\n"
    rows = [(what, time(job.median), time(job.median_cpu), len(job.seconds))
            for what, job in [("both sample boards, one value changed", edit), ("both sample boards, anew", samples), ("shirube --version", version)]]
    return heading + table(["run", "wall, median", "CPU, median", "runs"], rows)


def engines(facilities, engines):
    rows = [
        (f"{name}: {part}", time(seconds), f"{size / seconds / 1e6:,.0f} MB/s")
        for name, parts in engines.items()
        for part, (seconds, size) in parts.items()
    ]
    heading = f"### Parts of the job, in memory, {facilities:,} facilities\n\n"
    return heading + table(["engine: part", "CPU, median", "bytes read or written"], rows)


def aims(wholes, engines, samples, version, shipped, nation):
    """The aims as ratios of this run; those that were not measured are left out.

    shipped: the sample, its jobs, and libyaml's of its size if there is one; nation: the boards and their jobs."""
    rows = []

    def aim(what, wanted, ratio, by_cpu, unit, is_met):
        cpu = "" if by_cpu is None else f"{by_cpu:.3g} {unit}"
        rows.append((what, wanted, f"{number(ratio)} {unit}", cpu, "yes" if is_met else "**no**"))

    def at_least(what, least, ratio, by_cpu=None, unit="×"):
        aim(what, f"≥ {least:g} {unit}", ratio, by_cpu, unit, ratio >= least)

    def at_most(what, most, ratio, by_cpu=None, unit="×"):
        aim(what, f"≤ {most:g} {unit}", ratio, by_cpu, unit, ratio <= most)

    def quotients(one, other):
        return one.median / other.median, one.median_cpu / other.median_cpu

    boards, jobs = nation
    one, two = jobs["shirube build"], jobs["shirube build, 2 cores"]
    at_most("the nation: CPU a board", 5, one.median / boards.boards * 1000, one.median_cpu / boards.boards * 1000, unit="ms")
    at_most("the nation: peak memory", 150, max(one.peak, two.peak) / 1e6, unit="MB")
    at_least("the nation: 2 cores quicker than 1", 1.7, one.median / two.median)
    sample, jobs, libyaml = shipped
    list_job = jobs["shirube build"]
    at_most(f"the list that ships at {sample.facilities:,}: peak memory ÷ input", 4, list_job.peak / sample.size)
    if libyaml:
        at_most(f"the list that ships at {sample.facilities:,}, ÷ libyaml's events", 4, *quotients(list_job, libyaml))
    own = engines["shirube"]
    parse = own["StrictYAML"][0]
    for name, least in [("libyaml, events only", 5), ("rapidyaml, tree only", 1)]:
        for seconds, _ in engines.get(name, {}).values():
            at_least(f"StrictYAML, quicker than {name}", least, seconds / parse)
    by_size = {sample.facilities: (sample, jobs) for sample, jobs in wholes.items()}
    largest = max((size for size in by_size if size <= 100_000), default=max(by_size))
    sample, jobs = by_size[largest]
    build = jobs["shirube build"]
    at = f"whole job at {largest:,}"
    if "libyaml, events only" in jobs:
        at_most(f"{at}, ÷ libyaml's events", 2.5, *quotients(build, jobs["libyaml, events only"]))
    if quickest := quickest_peer(jobs):
        at_least(f"{at}, quicker than the quickest peer ({quickest.name})", 2, *quotients(quickest, build))
    if "Yams + swift-mustache" in jobs:
        quotient = quotients(jobs["Yams + swift-mustache"], build)
        at_least(f"{at}, quicker than Yams + swift-mustache", 20, *quotient)
    at_most(f"{at}, peak memory ÷ input", 5, build.peak / sample.size)
    for size, most in [(100_000, 1.15), (1_000_000, 1.3)]:
        if size in by_size and 10_000 in by_size:
            pair = quotients(by_size[size][1]["shirube build"], by_size[10_000][1]["shirube build"])
            growth = [quotient * 10_000 / size for quotient in pair]
            at_most(f"time a facility at {size:,}, ÷ that at 10,000", most, *growth)
    if 12 in by_size and (quickest := quickest_peer(by_size[12][1])):
        quotient = quotients(quickest, by_size[12][1]["shirube build"])
        at_least(f"12 facilities, quicker than the quickest peer ({quickest.name})", 1.5, *quotient)
    at_most("both sample boards, all documents, ÷ shirube --version", 3, *quotients(samples, version))
    again = quotients(jobs["shirube build, nothing changed"], jobs["shirube check"])
    at_most(f"{at}, nothing changed, ÷ check", 1.2, *again)
    return "### Aims\n\n" + table(["what", "aim", "figure", "by CPU", "met"], rows)


def quickest_peer(jobs):
    """Of those that do the whole job; None where there is none."""
    peers = [job for job in jobs.values() if job.whole and not job.name.startswith("shirube")]
    return min(peers, key=lambda job: job.median, default=None)


def record(text, document):
    """Puts the tables between the marks of a document."""
    old = document.read_text(encoding="utf-8")
    start, end = old.index(MARKS[0]) + len(MARKS[0]), old.index(MARKS[1])
    document.write_text(old[:start] + "\n" + text + "\n" + old[end:], encoding="utf-8")
