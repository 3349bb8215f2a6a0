"""Kills the built program, and lets its system calls fail; see make test-faults.

    faults.py [--tries N] [--seed N] [--only PART]

Whatever happens, the published files are the old ones or the new ones, never some of each; the next run leaves nothing
but published files; and a failure is exit status 3 with a message that names the file and the reason.
"""

import argparse
import contextlib
import errno
import fcntl
import os
import pathlib
import random
import re
import shutil
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]
PROGRAM = ROOT / ".build/release/shirube"
NOBODY = 65534
ERRORS = {
    "open": ["EACCES", "EMFILE", "EIO"],
    "create": ["ENOSPC", "EACCES", "EROFS", "EMFILE", "EIO"],
    "write": ["ENOSPC", "EIO"],
    "rename": ["ENOSPC", "EACCES", "EROFS", "EIO"],
    "exchange": ["EINVAL", "EXDEV", "ENOSPC", "EACCES", "EROFS", "EIO"],
    "linkat": ["ENOENT", "EXDEV", "EPERM"],
    "link": ["EPERM", "EMLINK", "ENOSPC", "EACCES", "EIO"],
    "fsync": ["ENOSPC", "EIO"],
    "mkdir": ["ENOSPC", "EACCES", "EROFS", "EIO"],
    "opendir": ["EACCES", "EMFILE", "EIO"],
    "unlink": ["EACCES", "EROFS", "EIO"],
    "rmdir": ["EACCES", "EROFS"],
    "chmod": ["EPERM", "EROFS", "EIO"],
    "chown": ["EPERM", "EROFS"],
    "read": ["EIO"],
    "close": ["EIO", "ENOSPC"],
    "stat": ["EACCES", "EIO"],
    "lstat": ["EACCES", "EIO"],
    "fstat": ["EIO"],
    "access": ["EACCES", "EIO"],
    "flock": ["EIO"],
}

rows = []
failures = 0


def fail(message):
    global failures
    failures += 1
    print(f"FAILED: {message}", file=sys.stderr)


def row(what, tries, outcome):
    rows.append((what, tries, outcome))
    print(f"{what:<58} {tries:>5}  {outcome}", flush=True)


class Site:
    """A folder with data in two versions, and what the program publishes of each."""

    def __init__(self, folder):
        self.folder = folder
        folder.mkdir(exist_ok=True)
        self.shim = folder / "shim.so"
        subprocess.run(
            ["cc", "-shared", "-fPIC", "-O1", "-o", self.shim, pathlib.Path(__file__).with_name("shim.c"), "-ldl"], check=True)
        self.write_versions(folder)
        # What boards share is no board.
        self.boards = sorted(path.parent.name for path in (folder / "old").glob("*/board.yaml") if path.parent.name != "shared")
        self.output = folder / "Output"
        self.published = {version: self.clean(version) for version in ["old", "new"]}
        assert self.published["old"].keys() >= self.published["new"].keys()
        same = [name for name, data in self.published["new"].items() if data == self.published["old"][name]]
        assert not same, same
        self.reset("old")
        shutil.copytree(self.output, folder / "kept")

    def write_versions(self, folder):
        for version in ["old", "new"]:
            shutil.copytree(ROOT / "Data", folder / version)
            shutil.copytree(ROOT / "Templates", folder / version / "Templates")
        # The new version says something else on every page and in the open data, and one document and its files are gone.
        facilities = folder / "new/takarazuka/facilities.yaml"
        facilities.write_text(facilities.read_text(encoding="utf-8").replace("name: 楽笑 フリースクール", "name: 楽笑"), encoding="utf-8")
        for name in ["parts/page.html", "index.html"]:
            page = folder / "new/Templates" / name
            page.write_text(page.read_text(encoding="utf-8").replace("</main>", "<p>改訂</p>\n</main>"), encoding="utf-8")
        (folder / "new/Templates/form1.html").unlink()
        board = folder / "new/takarazuka/board.yaml"
        text = board.read_text(encoding="utf-8")
        board.write_text(re.sub(r"(?m)^  - id: form1\n(    .*\n)+", "", text), encoding="utf-8")

    def command(self, version, *options, output=None):
        data = self.folder / version
        return [PROGRAM, "build", "-q", "-d", data, "-t", data / "Templates", "-o", output or self.output, *options]

    def run(self, command, fault={}, user=None, **options):
        environment = {"PATH": os.environ["PATH"], "LC_ALL": "C"}
        if fault:
            environment |= {"LD_PRELOAD": str(self.shim)} | {key: str(value) for key, value in fault.items()}
            # On one processor there is one thread, and the calls of two runs have the same numbers.
            processor = {min(os.sched_getaffinity(0))}
            options["preexec_fn"] = lambda: os.sched_setaffinity(0, processor)
        return subprocess.run(command, env=environment, capture_output=True, text=True, user=user, timeout=60, **options)

    def clean(self, version):
        self.notes = None
        shutil.rmtree(self.output, ignore_errors=True)
        result = self.run(self.command(version))
        assert result.returncode == 0, result.stderr
        return self.files()

    def reset(self, version="kept"):
        self.notes = None
        shutil.rmtree(self.output, ignore_errors=True)
        if version == "kept":
            shutil.copytree(self.folder / "kept", self.output)
            # What somebody else keeps there.
            self.notes = self.output / self.boards[0] / "notes/mine"
            self.notes.parent.mkdir()
            self.notes.write_text("mine")
        else:
            self.clean(version)

    def files(self, folder=None):
        """What readers of the output see."""
        folder = folder or self.output
        return {
            str(path.relative_to(folder)): path.read_bytes()
            for path in folder.rglob("*") if path.is_file() and not {".shirube", "notes"} & set(path.parts)
        }

    def state(self):
        """old, new, apart (boards that are old beside boards that are new, each whole) or mixed."""
        boards = {tuple(self.versions(board)) for board in self.boards}
        return boards.pop()[0] if len(boards) == 1 and () not in boards else "mixed" if () in boards else "apart"

    def versions(self, board):
        """Which version a board's readers see; none where they see some of each."""
        def part(files):
            return {name: data for name, data in files.items() if name.startswith(board + "/")}

        files = part(self.files())
        if self.notes and self.notes.read_text() != "mine":
            fail("somebody else's file is gone")
        return [version for version in self.published if files == part(self.published[version])]

    def litter(self):
        """What is neither published nor a manifest."""
        return [
            path for path in self.output.rglob("*")
            if ".shirube" in path.parts and path.name != ".shirube" and path.suffix != ".manifest"
        ]

    def settle(self, version, what):
        """The next run ends in that version, whole, with nothing beside it."""
        result = self.run(self.command(version))
        if result.returncode != 0 or self.state() != version or self.litter():
            fail(f"{what}: the next run ends {result.returncode}, {self.state()}, {self.litter()} {result.stderr}")

    def calls(self, command):
        trace = self.folder / "trace"
        self.run(command, {"FAULT_TRACE": trace})
        return [line.split("\t") for line in trace.read_text(encoding="utf-8", errors="replace").splitlines()]


class LargeSite(Site):
    """A list so large that its files go to the disk while they are made."""

    def write_versions(self, folder):
        for version in ["old", "new"]:
            subprocess.run(
                [sys.executable, ROOT / "Benchmarks/generate.py", folder / version, "--facilities", "6000"], check=True)
            shutil.copytree(ROOT / "Benchmarks/templates", folder / version / "Templates")
        # The lists differ in the middle alone.
        for facilities in (folder / "new").glob("*/facilities.yaml"):
            text = facilities.read_text(encoding="utf-8")
            facilities.write_text(text.replace("第3000教室", "第三千教室"), encoding="utf-8")
        index = folder / "new/Templates/index.html"
        index.write_text(index.read_text(encoding="utf-8").replace("</main>", "<p>改訂</p>\n</main>"), encoding="utf-8")

    def command(self, version, *options, output=None):
        return [*super().command(version, *options, output=output), "--reference", ROOT / "Data/reference"]


def large_files(folder, tries):
    site = LargeSite(folder / "large")
    assert max(len(data) for data in site.published["old"].values()) > 3_000_000
    print("a large list:")
    killed_build(site, tries)
    killed_at_calls(site, tries)
    failing_calls(site, tries)
    site.reset("new")
    before = {path: path.stat().st_mtime_ns for path in site.output.rglob("*") if path.is_file()}
    result = site.run(site.command("new"))
    if result.returncode or before != {path: path.stat().st_mtime_ns for path in site.output.rglob("*") if path.is_file()}:
        fail(f"nothing changed in a large list, yet {result.returncode} {result.stderr}")
    row("nothing changed", 1, "no byte written")


def sample(items, count):
    return items if len(items) <= count else sorted(random.sample(items, count))


def killed_build(site, tries):
    """At random moments; whatever the readers see then, the next run makes it whole."""
    site.reset()
    begun = time.monotonic()
    site.run(site.command("new"))
    duration = time.monotonic() - begun
    seen = {"old": 0, "new": 0, "apart": 0}
    for number in range(tries):
        site.reset()
        process = subprocess.Popen(site.command("new"), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(random.uniform(0, duration))
        process.kill()
        process.wait()
        check_killed(site, seen, f"build killed, try {number}", "new" if number % 2 else "old")
    row("build killed at random moments", tries, seen_text(seen))


def killed_at_calls(site, tries):
    """Before each system call, so that no moment between two of them is missed."""
    site.reset()
    seen = {"old": 0, "new": 0, "apart": 0}
    numbers = sample(range(1, len(site.calls(site.command("new"))) + 1), tries * 5)
    for number in numbers:
        site.reset()
        site.run(site.command("new"), {"FAULT_AT": number, "FAULT_KILL": 1})
        check_killed(site, seen, f"build killed at call {number}", "new" if number % 2 else "old")
    row("build killed at system calls in turn", len(numbers), seen_text(seen))


def check_killed(site, seen, what, following):
    state = site.state()
    if state == "mixed":
        return fail(f"{what}: some of each")
    seen[state] += 1
    # One board changes before the other; then the journal stands, and the next run, even one that finds its data wrong,
    # finishes what was begun.
    if state == "apart" and not (site.output / ".shirube/journal").exists():
        fail(f"{what}: boards apart, and no journal")
    if state == "apart":
        result = site.run(site.command("old", "--only", "nothing"))
        if result.returncode != 2 or site.state() != "new" or site.litter():
            fail(f"{what}: not finished by a run that fails: {site.state()} {site.litter()}")
    site.settle(following, what)


def seen_text(seen):
    return f"old {seen['old']}, new {seen['new']}, one board old, one new {seen['apart']}"


def failing_calls(site, tries):
    site.reset()
    calls = site.calls(site.command("new"))
    for name, codes in ERRORS.items():
        places = [index + 1 for index, call in enumerate(calls) if call[0] == name]
        counts = {"old": 0, "new": 0, "apart": 0, "done": 0}
        cases = sample([(at, code, stays) for at in places for code in codes for stays in (0, 1)], tries * 3)
        for at, code, stays in cases:
            site.reset()
            what = f"{name} {at} {code}{' from then on' if stays else ''} ({calls[at - 1][1]})"
            fault = {"FAULT_AT": at, "FAULT_ERRNO": getattr(errno, code), "FAULT_STAYS": stays}
            result = site.run(site.command("new"), fault)
            check_failure(site, result, code, what, counts)
            site.settle("new" if at % 2 else "old", what)
        row(f"{name}: {', '.join(codes)}", len(cases),
            f"done all the same {counts['done']}, refused: old {counts['old']}, new {counts['new']}, "
            f"one board old, one new {counts['apart']}")


def check_failure(site, result, code, what, counts):
    state = site.state()
    if result.returncode == 0:
        counts["done"] += 1
        if state != "new" or result.stderr:
            fail(f"{what}: exit status 0, {state} {result.stderr}")
        return
    if state == "mixed":
        return fail(f"{what}: some of each")
    counts[state] += 1
    reason = os.strerror(getattr(errno, code))
    # Where every write fails, so does the message.
    is_mute = what.startswith("write") and "from then on" in what
    if result.returncode != 3:
        fail(f"{what}: exit status {result.returncode}: {result.stderr}")
    elif not is_mute and not re.search(rf"(?m)^shirube: \S*(Output|old|new|Data|std)\S*: {re.escape(reason)}$", result.stderr):
        fail(f"{what}: the message is {result.stderr!r}")
    if state == "apart" and not (site.output / ".shirube/journal").exists():
        fail(f"{what}: boards apart, and no journal")


def full_disk(site, tries):
    """A real one, where a file system may be mounted."""
    disk = site.folder / "disk"
    disk.mkdir()
    size = sum(len(data) for data in site.published["new"].values())
    sizes = [size * step // 20 // 4096 * 4096 + 8192 for step in range(1, 50, max(1, 100 // tries))]
    counts = {"old": 0, "new": 0, "mixed": 0, "done": 0}
    kept, site.output, site.notes = site.output, disk / "Output", None
    try:
        for number, bytes in enumerate(sizes):
            if subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={bytes}", "none", disk], capture_output=True).returncode:
                row("full disk (tmpfs)", 0, "skipped: not allowed to mount")
                return
            try:
                # On half of them the old version stands already, if it fits.
                site.published["none"] = {}
                if number % 2:
                    site.run(site.command("old"))
                before = site.state()
                result = site.run(site.command("new"))
                if result.returncode == 0:
                    counts["done"] += 1
                elif result.returncode != 3 or "No space left on device" not in result.stderr or site.state() != before:
                    fail(f"disk of {bytes}: {result.returncode} {before} {site.state()} {result.stderr}")
                elif site.litter():
                    fail(f"disk of {bytes}: {site.litter()}")
                else:
                    counts["old"] += 1
            finally:
                subprocess.run(["umount", disk], check=True)
        row("full disk (tmpfs of growing size)", len(sizes), f"refused, as it was {counts['old']}, done {counts['done']}")
    finally:
        site.output = kept
        site.published.pop("none", None)


def killed_fix(site, tries):
    data = site.folder / "fix"
    wrong = site.folder / "wrong"
    shutil.copytree(ROOT / "Data", wrong)
    faults = [("as_of: 令和7年2月14日", "as_of: 2025/2/14"), ("postal_code: 665-0865", "postal_code: ６６５－０８６５"),
              ("issued: 令和7年3月", "issued: Ｒ７.3"), ("issued: 令和", "issued: 令和 ")]
    for path in sorted(wrong.glob("*/*.yaml")):
        text = path.read_text(encoding="utf-8")
        for right, mistake in faults[:3]:
            text = text.replace(right, mistake, 1)
        path.write_text(text, encoding="utf-8")
    command = [PROGRAM, "check", "--fix", "-d", data, "-t", ROOT / "Templates"]

    def reset():
        shutil.rmtree(data, ignore_errors=True)
        shutil.copytree(wrong, data)

    def all_files():
        return {str(path.relative_to(data)): path.read_bytes() for path in data.rglob("*") if path.is_file()}

    reset()
    old = all_files()
    begun = time.monotonic()
    site.run(command)
    duration = time.monotonic() - begun
    new = all_files()
    assert len([name for name in old if old[name] != new[name]]) >= 2, "nothing was mended"
    reset()
    calls = site.calls(command)

    def check(what):
        for name, data_now in all_files().items():
            if name in old and data_now not in (old[name], new[name]):
                fail(f"{what}: {name} is neither old nor new")
        site.run(command)
        if all_files() != new:
            fail(f"{what}: the next run leaves {[name for name in all_files() if all_files()[name] != new.get(name)]}")

    for number in range(tries):
        reset()
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(random.uniform(0, duration))
        process.kill()
        process.wait()
        check(f"check --fix killed, try {number}")
    row("check --fix killed at random moments", tries, "each file old or new, mended by the next run")
    numbers = sample(range(1, len(calls) + 1), tries * 5)
    for number in numbers:
        reset()
        site.run(command, {"FAULT_AT": number, "FAULT_KILL": 1})
        check(f"check --fix killed at call {number}")
    row("check --fix killed at system calls in turn", len(numbers), "each file old or new, mended by the next run")
    cases = [(index + 1, code) for index, call in enumerate(calls) for code in ERRORS[call[0]] if call[0] != "read"]
    cases = sample(cases, tries * 5)
    refused = 0
    for at, code in cases:
        reset()
        result = site.run(command, {"FAULT_AT": at, "FAULT_ERRNO": getattr(errno, code)})
        what = f"check --fix, {calls[at - 1]} {code}"
        refused += result.returncode != 0
        if result.returncode == 0 and all_files() != new:
            fail(f"{what}: exit status 0, not mended {result.stderr}")
        if result.returncode not in (0, 3) or result.returncode == 3 and os.strerror(getattr(errno, code)) not in result.stderr:
            fail(f"{what}: exit status {result.returncode} {result.stderr}")
        check(what)
    row("check --fix, each system call failing in turn", len(cases), f"refused {refused}, done all the same {len(cases) - refused}")
    for number in range(max(4, tries // 10)):
        reset()
        several = [subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True) for _ in range(3)]
        for process in several:
            _, errors = process.communicate()
            if process.returncode not in (0, 3):
                fail(f"check --fix three at once: {process.returncode} {errors}")
        check(f"check --fix, three at once, try {number}")
    row("check --fix, three at once", max(4, tries // 10), "mended once")


def at_once(site, tries):
    tries = max(4, tries // 5)
    waited = 0
    for number in range(tries):
        site.reset()
        processes = [
            subprocess.Popen(site.command(version), stderr=subprocess.PIPE, text=True) for version in ["old", "new", "old", "new"]
        ]
        for process in processes:
            _, errors = process.communicate(timeout=60)
            if process.returncode != 0:
                fail(f"four at once: {process.returncode} {errors}")
            waited += 1
        if site.state() not in ("old", "new") or site.litter():
            fail(f"four at once, try {number}: {site.state()} {site.litter()}")
    row("four builds of two versions at once", tries, f"all {waited} done one after the other, old or new at the end")
    site.reset()
    lock = os.open(site.output / ".shirube", os.O_RDONLY)
    fcntl.flock(lock, fcntl.LOCK_EX)
    result = site.run(site.command("new"))
    if result.returncode != 3 or "another shirube is writing" not in result.stderr or site.state() != "old":
        fail(f"held lock: {result.returncode} {result.stderr}")
    os.close(lock)
    site.settle("new", "lock given up")
    row("a build while another holds the lock", 1, "waits, then says so; done once the lock is free")


def targets(site):
    """Output folders that are not what they should be."""
    elsewhere = site.folder / "elsewhere"

    def outside():
        return sorted(str(path.relative_to(elsewhere)) for path in elsewhere.rglob("*"))

    def reset_elsewhere():
        shutil.rmtree(elsewhere, ignore_errors=True)
        elsewhere.mkdir()
        (elsewhere / "index.html").write_text("mine")

    def expect(what, result, status, message, changes=()):
        if result.returncode != status or message not in result.stderr:
            fail(f"{what}: exit status {result.returncode}, {result.stderr!r}")
        if outside() != sorted(["index.html", *changes]) or (elsewhere / "index.html").read_text() != "mine":
            fail(f"{what}: outside there is {outside()}")
        row(what, 1, f"exit status {status}{': ' if message else ''}{message}")

    # The output folder itself may be a link: that is where its user keeps it.
    reset_elsewhere()
    real = site.folder / "real"
    shutil.rmtree(site.output)
    real.mkdir()
    site.output.symlink_to(real)
    expect("output is a link to a folder", site.run(site.command("new")), 0, "")
    if site.files(real) != site.published["new"]:
        fail("output is a link: not published there")
    site.output.unlink()
    shutil.rmtree(real)

    site.output.symlink_to(site.folder / "nowhere")
    expect("output is a link that leads nowhere", site.run(site.command("new")), 3, "Output")
    site.output.unlink()
    site.output.write_text("a file")
    expect("output is a file", site.run(site.command("new")), 3, "Output")
    site.output.unlink()

    for name, target in [
        ("takarazuka", elsewhere), (".shirube", elsewhere), (".shirube/0.staged", elsewhere / "index.html"),
        ("takarazuka/index.html", elsewhere / "index.html"), (".shirube/journal", elsewhere / "index.html"),
        (".shirube/takarazuka.manifest", elsewhere / "index.html"), (".shirube/journal.new", elsewhere / "index.html"),
    ]:
        site.reset()
        reset_elsewhere()
        path = site.output / name
        shutil.rmtree(path) if path.is_dir() else path.unlink(missing_ok=True)
        path.symlink_to(target)
        result = site.run(site.command("new"))
        # The journal and what is staged are the program's own to remove; a manifest that is none makes every file somebody else's.
        refused = "journal" not in name and "staged" not in name
        message = "is not written" if name in ("takarazuka", ".shirube") else "not replaced"
        expect(f"planted link {name}", result, 3 if refused else 0, message if refused else "")

    # A planted journal cannot lead outside either.
    for journal in ["move\t0.staged\t../elsewhere/x\nend\n", "remove\t../elsewhere/index.html\nend\n",
                    "remove\t/etc/hostname\nend\n", "move\t0.staged\tlink/index.html\nend\n", "remove\tlink/index.html\nend\n",
                    "move\t../../elsewhere/index.html\tx\nend\n", "move\t0\tx\nend\n", "swap\t0.staged\t1\t../elsewhere\nend\n",
                    "swap\t../../elsewhere\t1\ttakarazuka\nend\n", "swap\t0.staged\t1\tlink\nend\n"]:
        site.reset()
        reset_elsewhere()
        (site.output / "link").symlink_to(elsewhere)
        (site.output / ".shirube/0.staged").write_text("planted")
        (site.output / ".shirube/journal").write_text(journal)
        expect(f"planted journal: {journal.splitlines()[0]!r}", site.run(site.command("new")), 0, "")
        if (site.output / ".shirube/journal").exists() or site.litter():
            fail(f"planted journal {journal!r}: {site.litter()}")

    # What others can write in the program's own folder is not believed.
    for name, mode in [("", 0o777), ("", 0o1777), ("journal", 0o666), ("takarazuka.manifest", 0o646)]:
        site.reset()
        reset_elsewhere()
        (site.output / ".shirube/journal").write_text("remove\ttakarazuka/index.html\nend\n")
        os.chmod(site.output / ".shirube" / name, mode)
        expect(f"others may write .shirube/{name} ({mode:o})", site.run(site.command("new")), 3, "may be written by others")
    for mask in [0o000, 0o002]:
        shutil.rmtree(site.output)
        for version in ["old", "new"]:
            expect(f"{version} version, umask {mask:03o}", site.run(site.command(version), umask=mask), 0, "")
    os.chmod(site.folder, 0o1777)
    expect("output is a folder like /tmp", site.run(site.command("new", output=site.folder)), 3, "everybody has files")
    os.chmod(site.folder, 0o755)

    # Somebody else's folder, and one that may not be written.
    if os.geteuid() == 0:
        site.reset()
        expect("output belongs to another user", site.run(site.command("new"), user=NOBODY), 3, "is another user's")
        if site.state() != "old":
            fail(f"output belongs to another user: {site.state()}")
        for path in [site.output / ".shirube", *(site.output / ".shirube").iterdir()]:
            os.chown(path, NOBODY, -1)
        expect("its record belongs to another user", site.run(site.command("new")), 3, "is another user's")
        site.reset()
        for path in [site.output, *site.output.rglob("*")]:
            os.chown(path, NOBODY, -1)
        os.chmod(site.output / ".shirube", 0o555)
        expect("output may not be written", site.run(site.command("new"), user=NOBODY), 3, "Permission denied")
        if site.state() != "old":
            fail(f"output may not be written: {site.state()}")
    else:
        site.reset()
        os.chmod(site.output / ".shirube", 0o555)
        expect("output may not be written", site.run(site.command("new")), 3, "Permission denied")
        os.chmod(site.output / ".shirube", 0o755)


def outsiders(elsewhere, count=500):
    """A folder that nobody has to touch, and what is in it."""
    shutil.rmtree(elsewhere, ignore_errors=True)
    elsewhere.mkdir()
    for number in range(count):
        (elsewhere / f"{number}.html").write_text("mine")
    return {path.name for path in elsewhere.iterdir()}


def races(site, tries):
    """Somebody flips a folder and a link that leads out, while runs go on."""
    flip = site.folder / "flip"
    subprocess.run(["cc", "-O1", "-o", flip, pathlib.Path(__file__).with_name("flip.c")], check=True)
    elsewhere, link = site.folder / "elsewhere", site.folder / "link"
    names = outsiders(elsewhere)
    link.unlink(missing_ok=True)
    link.symlink_to(elsewhere)

    def plant_staged():
        (site.output / ".shirube/0.staged").mkdir()
        for name in names:
            (site.output / ".shirube/0.staged" / name).write_text("planted")

    def plant_deep():
        (site.output / "takarazuka/deep").mkdir(parents=True)
        for name in names:
            (site.output / "takarazuka/deep" / name).write_text("planted")

    races = {
        ".shirube/0.staged": plant_staged, ".shirube/1.staged": plant_staged, ".shirube": lambda: None, "takarazuka": lambda: None,
        "takarazuka/form1": lambda: None, "takarazuka/deep": plant_deep,
    }
    for place, plant in races.items():
        runs, ends = 0, time.monotonic() + tries * 3
        outcomes = {}
        while time.monotonic() < ends:
            site.reset()
            plant()
            # Where the journal says what is to be done, each of its steps is raced for, too.
            if runs % 2:
                (site.output / ".shirube/9.staged").mkdir()
                (site.output / ".shirube/9.staged/x").write_text("planted")
                (site.output / ".shirube/journal").write_text(
                    "".join(f"remove\ttakarazuka/{name}\n" for name in ["deep/1.html", "form1/1.html", "1.html"])
                    + "move\t9.staged/x\ttakarazuka/form1/1.html\nend\n")
            path = site.output / place
            if not path.exists():
                path.mkdir(parents=True)
            flipper = subprocess.Popen([flip, path, link])
            try:
                for version in ["new", "old"]:
                    result = site.run(site.command(version))
                    outcomes[result.returncode] = outcomes.get(result.returncode, 0) + 1
                    if result.returncode not in (0, 3):
                        fail(f"race for {place}: exit status {result.returncode} {result.stderr}")
            finally:
                flipper.kill()
                flipper.wait()
            runs += 1
            if link.is_dir() and not link.is_symlink():
                shutil.rmtree(link)
            if not link.is_symlink():
                link.unlink(missing_ok=True)
                link.symlink_to(elsewhere)
            found = {entry.name for entry in elsewhere.iterdir()}
            if found != names or any((elsewhere / name).read_text() != "mine" for name in names):
                fail(f"race for {place}: outside {len(names - found)} are gone and there is {found - names}")
                outsiders(elsewhere)
        row(f"a folder and a link flipped, {place}", runs * 2,
            f"nothing outside touched; {outcomes.get(0, 0)} done, {outcomes.get(3, 0)} refused")


# Pieces of names: what Unicode composes, joins, hides and turns round, what shells, file systems and this program set apart.
PIECES = ["a", "B", "が", "か\u3099", "é", "e\u0301", "\u0600", "\u0301", "\u08e2", "\U000110bd", "\u202e", "\u200b", "\ufeff", "\u2028",
          "\x7f", "\x01", "\t", " ", ".", "..", "-", "--", "~", "%2f", "%", "\\", ":", "*", "?", "'", '"', "$(x)", "`", "|", "&", "#",
          "CON", "nul", ".html", ".yaml", ".staged", ".kept", ".manifest", ".shirube", "journal", "／", "∕", "\U0001f1ef", "x" * 80,
          "あ" * 60, b"\xff".decode("utf-8", "surrogateescape"), b"\x8e\x91".decode("utf-8", "surrogateescape")]
WRITING = {"create", "rename", "exchange", "link", "linkat", "mkdir", "unlink", "rmdir", "chmod", "chown"}


def paths(site, tries):
    """Whatever boards, documents, folders, journals and manifests are called, nothing but the output is written."""
    place = site.folder / "paths"
    output = place / "Output"
    trace = site.folder / "trace"

    def name():
        while True:
            text = "".join(random.choices(PIECES, k=random.randint(1, 4)))
            if text not in (".", "..") and 0 < len(os.fsencode(text)) < 200:
                return text

    outcomes = {}
    for number in range(tries * 25):
        shutil.rmtree(place, ignore_errors=True)
        (place / "outside").mkdir(parents=True)
        (place / "outside/x").write_text("mine")
        board, other, document = name(), name(), name()
        for folder in {board, other}:
            shutil.copytree(site.folder / "new/setagaya", place / "Data" / folder, dirs_exist_ok=True)
        if number % 3 == 0:
            text = (place / "Data" / board / "board.yaml").read_text(encoding="utf-8")
            escaped = "".join(f"\\u{ord(c):04x}" if ord(c) < 0x10000 else f"\\U{ord(c):08x}" for c in document)
            (place / "Data" / board / "board.yaml").write_text(
                text.replace("id: report", f'id: "{escaped}"', 1) if not re.search("[\ud800-\udfff]", document) else text, encoding="utf-8")
        (output / ".shirube").mkdir(parents=True)
        for link in {name(), other} - {".shirube"}:
            (output / link).symlink_to(place / "outside")
        lines = lambda *forms: os.fsencode("".join(
            random.choice(forms).format(*(random.choice([board, other, name(), f"{other}/x", f"{board}/../../outside/x", "0.staged"])
                                          for _ in range(3))) + "\n" for _ in range(3)))
        (output / ".shirube/0.staged").write_text("planted")
        (output / ".shirube/journal").write_bytes(
            lines("move\t0.staged\t{}", "remove\t{}", "remove\t{}/{}", "move\t{}\t{}", "swap\t{}\t1\t{}") + b"end\n")
        with contextlib.suppress(OSError):
            (output / ".shirube" / f"{board}.manifest").write_bytes(lines("{}", "{}/{}", "{}/x"))
        trace.unlink(missing_ok=True)
        command = [PROGRAM, "build", "-d", place / "Data", "-t", site.folder / "new/Templates", "-o", output,
                   "--reference", ROOT / "Data/reference"]
        environment = {"PATH": os.environ["PATH"], "LC_ALL": "C", "LD_PRELOAD": str(site.shim), "FAULT_TRACE": str(trace)}
        result = subprocess.run(command, env=environment, capture_output=True, timeout=60)
        outcomes[result.returncode] = outcomes.get(result.returncode, 0) + 1
        what = f"names {board!r} and {other!r}, document {document!r}"
        if result.returncode not in (0, 1, 2, 3):
            fail(f"{what}: exit status {result.returncode} {result.stderr}")
        if re.search(rb"[\x00-\x08\x0b-\x1f\x7f]|\xc2[\x80-\x9f]", result.stdout + result.stderr):
            fail(f"{what}: control characters in {result.stdout + result.stderr}")
        if [path.name for path in (place / "outside").iterdir()] != ["x"] or (place / "outside/x").read_text() != "mine":
            fail(f"{what}: outside is touched")
        below = os.fsencode(output) + b"/"
        for call in trace.read_bytes().split(b"\n")[:-1]:
            kind, _, path = call.partition(b"\t")
            if kind.decode() in WRITING and path != below[:-1] and not path.startswith(below):
                # A name of several lines is not followed here.
                fail(f"{what}: {call}")
    row("names of folders, documents, journals, manifests made up", sum(outcomes.values()),
        "nothing outside written; exit statuses " + ", ".join(f"{status}: {count}" for status, count in sorted(outcomes.items())))


def steady(site):
    """The same input gives the same bytes, whatever is round it."""
    expected = site.published["new"]
    settings = []
    for name, value in [("LC_ALL", "C"), ("LC_ALL", "ja_JP.UTF-8"), ("LC_ALL", "tr_TR.UTF-8"), ("LC_ALL", "POSIX"),
                        ("LANG", "de_DE.UTF-8"), ("TZ", "Asia/Tokyo"), ("TZ", "Pacific/Kiritimati"), ("TZ", "America/New_York"),
                        ("HOME", "/nonexistent"), ("SWIFT_DETERMINISTIC_HASHING", "1"), ("TMPDIR", "/nonexistent"),
                        ("FAULT_READDIR", "1"), ("FAULT_CLOCK", "1"), ("FAULT_SHORT", "1")]:
        settings.append((f"{name}={value}", {name: value}, {}))
    settings += [(f"umask {mask:03o}", {}, {"umask": mask}) for mask in [0o000, 0o022, 0o077]]
    processors = sorted(os.sched_getaffinity(0))
    settings += [(f"{count} processors", {}, {"preexec_fn": lambda count=count: os.sched_setaffinity(0, processors[:count])})
                 for count in range(1, len(processors) + 1)]
    # libxml2's table of encodings has 400 bytes; memory is filled with what is no pointer.
    settings += [(f"FAULT_PAUSE, run {run}", {"FAULT_PAUSE": "400", "MALLOC_PERTURB_": "165"}, {}) for run in range(10)]
    for what, environment, options in settings:
        shutil.rmtree(site.output, ignore_errors=True)
        fault = {"LD_PRELOAD": str(site.shim)} if what.startswith("FAULT") else {}
        result = subprocess.run(
            site.command("new"), env={"PATH": os.environ["PATH"], "LC_ALL": "C"} | environment | fault, capture_output=True,
            text=True, **options)
        if result.returncode != 0 or site.files() != expected:
            fail(f"{what}: {result.returncode}, {site.state()} {result.stderr}")
    row("same bytes: " + ", ".join(dict.fromkeys(re.split("[=,]", what)[0].split(" ")[-1] for what, *_ in settings)), len(settings), "same")
    site.reset("new")
    before = {path: path.stat().st_mtime_ns for path in site.output.rglob("*") if path.is_file()}
    calls = site.calls(site.command("new"))
    written = [call for call in calls if call[0] in ("create", "write", "rename", "mkdir", "unlink", "chmod")
               and not call[1].endswith("journal.new")]
    if written or before != {path: path.stat().st_mtime_ns for path in site.output.rglob("*") if path.is_file()}:
        fail(f"nothing changed, yet {written}")
    row("nothing changed", 1, "no byte written")


def main():
    options = argparse.ArgumentParser()
    options.add_argument("--tries", type=int, default=10)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--only")
    options = options.parse_args()
    random.seed(options.seed)
    parts = [killed_build, killed_at_calls, failing_calls, full_disk, killed_fix, at_once, targets, races, paths, steady]
    with tempfile.TemporaryDirectory() as folder:
        site = Site(pathlib.Path(folder))
        for part in parts:
            if options.only in (None, part.__name__):
                if part in (targets, steady):
                    part(site)
                else:
                    part(site, options.tries)
                site.reset()
        if options.only in (None, "large_files"):
            large_files(pathlib.Path(folder), options.tries)
    print(f"{failures} failed")
    sys.exit(1 if failures else 0)


main()
