"""The programs that shirube is measured beside: how each is had, and how it is run.

A peer that is not to be had on the machine is left out, with a word on how to install it.
"""

import os
import pathlib
import re
import shutil
import subprocess

FOLDER = pathlib.Path(__file__).resolve().parent / "peers"
WORK = FOLDER.parent.parent / ".build-bench"


def text_of(*command):
    return subprocess.run(list(map(str, command)), capture_output=True, text=True, check=True).stdout.strip()


class Peer:
    """A program with its version; `whole` if it does all of the job, `largest` the most facilities it is given."""

    whole = True
    largest = 100_000

    def __init__(self, name, version):
        self.name, self.version = name, version

    def command(self, sample, output):
        raise NotImplementedError

    def engines(self, sample, rounds):
        """The command that times its engines in memory, None where there is none."""


class LibYAML(Peer):
    whole = False

    @classmethod
    def find(cls, quick):
        if not shutil.which("pkg-config") or subprocess.run(["pkg-config", "--exists", "yaml-0.1"]).returncode:
            raise LookupError("libyaml: apt-get install libyaml-dev pkg-config")
        cls.program = WORK / "libyaml-events"
        flags = text_of("pkg-config", "--cflags", "--libs", "yaml-0.1").split()
        text_of("cc", "-O2", "-Wall", "-Werror", FOLDER / "libyaml-events.c", "-o", cls.program, *flags)
        yield cls("libyaml, events only", text_of("pkg-config", "--modversion", "yaml-0.1"))

    def command(self, sample, output):
        return [self.program, sample.file, 0]

    def engines(self, sample, rounds):
        return [self.program, sample.file, rounds]


class Python(Peer):
    """Engines in C, C++ and Rust, called from Python."""

    @classmethod
    def find(cls, quick):
        cls.program = WORK / "venv/bin/python"
        packages = FOLDER / "requirements.txt"
        if not cls.program.exists():
            subprocess.run(["python3", "-m", "venv", WORK / "venv"], capture_output=True)
        pip = [cls.program, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "-r", packages]
        if not cls.program.exists() or subprocess.run(pip, capture_output=True).returncode:
            raise LookupError("PyYAML, rapidyaml, yaml-rs, Jinja2 and minijinja: need pip and the venv module")
        versions = dict(line.split("==") for line in packages.read_text().split())
        for name, engines in [
            ("rapidyaml, tree only", ["rapidyaml"]),
            ("yaml-rs + minijinja", ["yaml-rs", "minijinja"]),
            ("PyYAML (C) + Jinja2", ["PyYAML", "Jinja2"]),
        ]:
            peer = cls(name, " + ".join(versions[engine] for engine in engines))
            peer.engine = "-".join(engines).lower()
            peer.whole = len(engines) > 1
            yield peer

    def command(self, sample, output):
        return [self.program, FOLDER / "python-peer.py", self.engine, sample.data, output]

    def engines(self, sample, rounds):
        return self.command(sample, "-") + [rounds]


class Swift(Peer):
    @classmethod
    def find(cls, quick):
        cls.program = WORK / "yams-mustache/release/yams-mustache"
        if quick and not cls.program.exists():
            raise LookupError("Yams + swift-mustache: not built yet, which takes too long here: make bench")
        package = ["--package-path", FOLDER / "yams-mustache", "--scratch-path", WORK / "yams-mustache"]
        build = ["swift", "build", "-c", "release", "--static-swift-stdlib", *package]
        if not quick and subprocess.run(build, capture_output=True).returncode:
            raise LookupError("Yams + swift-mustache: could not be built from Benchmarks/peers/yams-mustache")
        pins = text_of("swift", "package", *package, "show-dependencies")
        versions = re.findall("(?:Yams|swift-mustache)@([0-9.]+)", pins)
        yield cls("Yams + swift-mustache", " + ".join(versions))

    def command(self, sample, output):
        return [self.program, sample.file, FOLDER / "facilities.mustache", output]

    def engines(self, sample, rounds):
        return self.command(sample, "-") + [rounds]


class Hugo(Peer):
    @classmethod
    def find(cls, quick):
        if not shutil.which("hugo"):
            raise LookupError("Hugo: apt-get install hugo")
        yield cls("Hugo", re.search("v([0-9.]+)", text_of("hugo", "version"))[1])

    def command(self, sample, output):
        # Hugo names data after its file, and takes the folder from the site.
        site = sample.folder / "hugo"
        (site / "data").mkdir(parents=True, exist_ok=True)
        if not (site / "data/facilities.yaml").exists():
            os.symlink(sample.file, site / "data/facilities.yaml")
        configuration = ["--config", FOLDER / "hugo/config.yaml", "--layoutDir", FOLDER / "hugo/layouts"]
        return ["hugo", "--quiet", "--source", site, *configuration, "--destination", output]


class Pandoc(Peer):
    """Checks no field, and reads each value as Markdown; its text is made of its HTML."""

    largest = 10_000

    @classmethod
    def find(cls, quick):
        if not shutil.which("pandoc"):
            raise LookupError("pandoc: apt-get install pandoc")
        yield cls("pandoc (no checks)", text_of("pandoc", "--version").split()[1])

    def command(self, sample, output):
        return [
            "sh", "-ec", 'pandoc --quiet -f markdown_strict-raw_html --wrap=none --metadata-file "$1" --template "$2" '
            '-t html /dev/null -o "$3.html"; pandoc --quiet -f html -t plain "$3.html" -o "$3.txt"',
            "sh", sample.file, FOLDER / "facilities.pandoc", output / "facilities",
        ]  # fmt: skip


def find(quick):
    """The peers on this machine; says which are not."""
    found = []
    for kind in [LibYAML, Python, Swift, Hugo, Pandoc]:
        try:
            found += kind.find(quick)
        except LookupError as missing:
            print(f"left out: {missing}")
    return found
