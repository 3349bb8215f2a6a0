"""The tables of a run of bench.py, as Markdown."""

import resource

MARKS = ("<!-- figures -->\n", "<!-- end of figures -->\n")


def time(seconds):
    return f"{seconds * 1000:.3g} ms" if seconds < 0.9995 else f"{seconds:.3g} s"


def megabytes(size):
    return f"{size / 1e6:.3g} MB"


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
        yield job.name, time(job.median), f"{job.median / base.median:.2f}", memory(job.peak), len(job.seconds)


HEADINGS = ["program", "wall, median", "÷ shirube build", "peak memory", "runs"]


def whole(sample, jobs):
    boards = f"{sample.boards:,} boards of " if sample.boards > 1 else ""
    heading = f"### {boards}{sample.facilities:,} facilities, {sample.size:,} bytes\n\n"
    return heading + table(HEADINGS, job_rows(jobs))


def engines(facilities, engines):
    rows = [
        (f"{name}: {part}", time(seconds), f"{size / seconds / 1e6:,.0f} MB/s")
        for name, parts in engines.items()
        for part, (seconds, size) in parts.items()
    ]
    heading = f"### Parts of the job, in memory, {facilities:,} facilities\n\n"
    return heading + table(["engine: part", "median", "bytes read or written"], rows)


def aims(wholes, engines, samples):
    """The aims as ratios of this run; those that were not measured are left out."""
    rows = []

    def aim(what, wanted, figure, is_met):
        rows.append((what, wanted, figure, "yes" if is_met else "**no**"))

    def at_least(what, least, ratio, unit="×"):
        aim(what, f"≥ {least:g} {unit}", f"{ratio:.2f} {unit}" if ratio < 100 else f"{ratio:.0f} {unit}", ratio >= least)

    def at_most(what, most, ratio, unit="×"):
        aim(what, f"≤ {most:g} {unit}", f"{ratio:.2f} {unit}", ratio <= most)

    own = engines["shirube"]
    parse = own["StrictYAML"][0]
    for name, least in [("libyaml, events only", 5), ("rapidyaml, tree only", 1)]:
        for seconds, _ in engines.get(name, {}).values():
            at_least(f"StrictYAML, quicker than {name}", least, seconds / parse)
    seconds, size = own["Mustache: render"]
    at_least("Mustache: output", 500, size / seconds / 1e6, "MB/s")
    rates = {name: parts["render"][1] / parts["render"][0] for name, parts in engines.items() if "render" in parts}
    if rates:
        quickest = max(rates, key=rates.get)
        at_least(f"Mustache, quicker than the quickest peer ({quickest})", 1, size / seconds / rates[quickest])

    by_size = {sample.facilities: (sample, jobs) for sample, jobs in wholes.items()}
    largest = max(size for size in by_size if size <= 100_000)
    sample, jobs = by_size[largest]
    build = jobs["shirube build"].median
    peers = {name: job.median for name, job in jobs.items() if job.whole and not name.startswith("shirube")}
    at = f"whole job at {largest:,}"
    if "libyaml, events only" in jobs:
        at_most(f"{at}, ÷ libyaml's events", 1, build / jobs["libyaml, events only"].median)
    if peers:
        quickest = min(peers, key=peers.get)
        at_least(f"{at}, quicker than the quickest peer ({quickest})", 6, peers[quickest] / build)
    if "Yams + swift-mustache" in peers:
        at_least(f"{at}, quicker than Yams + swift-mustache", 20, peers["Yams + swift-mustache"] / build)
    at_least(f"{at}, 2 cores quicker than 1", 1.6, build / jobs["shirube build, 2 cores"].median)
    at_most(f"{at}, peak memory ÷ input", 5, jobs["shirube build"].peak / sample.size)
    for size, most in [(100_000, 1.15), (1_000_000, 1.3)]:
        if size in by_size and 10_000 in by_size:
            each = [by_size[n][1]["shirube build"].median / n for n in (size, 10_000)]
            at_most(f"time a facility at {size:,}, ÷ that at 10,000", most, each[0] / each[1])
    if 12 in by_size:
        smallest = by_size[12][1]
        own = smallest["shirube build"].median
        others = {name: job.median for name, job in smallest.items() if job.whole and not name.startswith("shirube")}
        if others:
            quickest = min(others, key=others.get)
            at_least(f"12 facilities, quicker than the quickest peer ({quickest})", 1, others[quickest] / own)
    at_most("both sample boards, all documents", 20, samples.median * 1000, "ms")
    changed = jobs["shirube build, nothing changed"].median / jobs["shirube check"].median
    at_most(f"{at}, nothing changed, ÷ check", 1.2, changed)
    return "### Aims\n\n" + table(["what", "aim", "figure", "met"], rows)


def record(text, document):
    """Puts the tables between the marks of a document."""
    old = document.read_text(encoding="utf-8")
    start, end = old.index(MARKS[0]) + len(MARKS[0]), old.index(MARKS[1])
    document.write_text(old[:start] + "\n" + text + "\n" + old[end:], encoding="utf-8")
