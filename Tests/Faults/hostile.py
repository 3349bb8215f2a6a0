"""Hands the built program files made in malice; see make test-hostile.

    hostile.py [--full] [--only WORD]

Each ends in a finding (exit status 1) or a result (0), never in a crash, within the seconds and megabytes stated here for
so many megabytes of input. With --full, the sizes are those of Documentation/reliability.md.
"""

import argparse
import html.parser
import os
import pathlib
import re
import resource
import shutil
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
PROGRAM = ROOT / ".build/release/shirube"
# What a megabyte of input may cost beyond what an empty run does, which reads the tables of words.
SECONDS, SECONDS_A_MEGABYTE = 5, 0.3
MEGABYTES, MEGABYTES_A_MEGABYTE = 124, 20
# Each of them is kept until all are sorted.
MEGABYTES_OF_FINDINGS = 400
failures = 0


def fail(message):
    global failures
    failures += 1
    print(f"FAILED: {message}", file=sys.stderr, flush=True)


def run(what, command, size, statuses, message=""):
    """Runs the program and holds it to its limits; returns what it says."""
    seconds = SECONDS + SECONDS_A_MEGABYTE * size / 1e6
    has_many = "many findings" in what
    megabytes = MEGABYTES_OF_FINDINGS if has_many else MEGABYTES + MEGABYTES_A_MEGABYTE * size / 1e6

    def limit():
        resource.setrlimit(resource.RLIMIT_CPU, (int(seconds) + 1, int(seconds) + 2))
        # Address space is more than memory: a last resort, so that a fault does not take the machine with it.
        space = int((2000 + 2 * megabytes) * 1e6)
        resource.setrlimit(resource.RLIMIT_AS, (space, space))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))

    environment = {"PATH": os.environ["PATH"], "LC_ALL": "C", "SWIFT_BACKTRACE": "enable=no"}
    with tempfile.TemporaryFile() as errors:
        process = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=errors, preexec_fn=limit)
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = status = os.waitstatus_to_exitcode(status)
        errors.seek(0)
        text = errors.read(100_000).decode("utf-8", "replace")
    used, peak = usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024
    code = re.search(r"(?:error|warning)\[(\w+)\]", text)
    print(f"{what:<52} {size / 1e6:>8.1f} MB  {used:>6.2f} s  {peak:>6.0f} MB  "
          f"{status} {code[1] if code else ''}", flush=True)
    if status not in statuses or message not in text:
        fail(f"{what}: exit status {status}, {text[:600]!r}")
    elif used > seconds or peak > megabytes:
        fail(f"{what}: {used:.1f} of {seconds:.1f} s, {peak:.0f} of {megabytes:.0f} MB")
    elif len(text) > 50_000 and not has_many:
        fail(f"{what}: a message of {len(text)} characters")
    return text


def fnv(state, data):
    for byte in data:
        state = (state ^ byte) * 16777619 & 0xFFFFFFFF
    return state


def colliding_keys(levels):
    """2^levels texts of one FNV-1a hash: at each level two pieces lead from one state to the same next."""
    state, pairs = 2166136261, []
    for _ in range(levels):
        seen = {}
        number = 0
        while True:
            piece = b"%05x" % number
            after = fnv(state, piece)
            if after in seen:
                pairs.append((seen[after], piece))
                state = after
                break
            seen[after] = piece
            number += 1
    keys = [b""]
    for pair in pairs:
        keys = [key + piece for key in keys for piece in pair]
    return keys


def yaml(folder, full):
    def size(small, large):
        return large if full else small

    def bomb(what, pieces, statuses=(0,), message=""):
        path = folder / "bomb.yaml"
        with open(path, "wb") as file:
            for piece in pieces:
                file.write(piece)
        bytes = path.stat().st_size
        run(what, [PROGRAM, "parse", path], bytes, statuses, message)
        path.unlink()

    def repeated(piece, total):
        """So many bytes of it, a megabyte at a time."""
        block = piece * max(1, 1_000_000 // len(piece))
        return (block for _ in range(max(1, total // len(block))))

    line = size(10_000_000, 1_000_000_000)
    bomb("a line, plain", [b"k: ", *repeated(b"a", line)] if not full else (p for q in ([b"k: "], repeated(b"a", line)) for p in q))
    bomb("a line, of Japanese", (p for q in ([b"k: "], repeated("あ".encode(), line)) for p in q))
    bomb("a line, a key", (p for q in (repeated(b"a", line), [b": b"]) for p in q), (1,), "Y010")
    bomb("a line, a comment", (p for q in ([b"a: b # "], repeated(b"a", line)) for p in q))
    bomb("a line, blanks", (p for q in ([b"a: b"], repeated(b" ", line)) for p in q))
    bomb("a line, its last byte wrong", (p for q in ([b"a: "], repeated(b"a", line), [b"\xff"]) for p in q), (1,), "Y001")
    count = size(100_000, 10_000_000)
    bomb("keys", (b"".join(b"key%d: v\n" % n for n in range(start, start + 10_000)) for start in range(0, count, 10_000)))
    bomb("keys, the last one twice", (p for q in (
        (b"".join(b"key%d: v\n" % n for n in range(start, start + 10_000)) for start in range(0, count, 10_000)),
        [b"key7: v\n"]) for p in q), (1,), "Y011")
    bomb("keys of one hash", (key + b": v\n" for key in colliding_keys(size(15, 20))))
    bomb("items", repeated(b"- a\n", size(1_000_000, 100_000_000)))
    deep = 1_000_000
    for what, piece in [("[", b"["), ("{a: ", b"{a: "), ("- ", b"- "), ("? ", b"? "), ("a:\\n", None)]:
        pieces = [piece * deep] if piece else [b" " * level + b"a:\n" for level in range(3000)]
        bomb(f"nesting, {what}", pieces, (1,))
    scalar = size(5_000_000, 100_000_000)
    bomb("a scalar, literal", (p for q in ([b"k: |\n"], repeated(b"  text text\n", scalar)) for p in q))
    bomb("a scalar, folded", (p for q in ([b"k: >\n"], repeated(b"  text text\n", scalar)) for p in q))
    bomb("a scalar, plain over lines", (p for q in ([b"k:\n"], repeated(b"  text text\n", scalar)) for p in q))
    bomb("a scalar, double-quoted", (p for q in ([b"k: \""], repeated(b"\\u3042\\n", scalar), [b"\""]) for p in q))
    bomb("a scalar, single-quoted", (p for q in ([b"k: '"], repeated(b"''", scalar), [b"'"]) for p in q))
    bomb("a scalar, never closed", (p for q in ([b"k: \""], repeated(b"text\n  ", scalar)) for p in q), (1,), "Y015")
    bomb("empty lines", repeated(b"\n", scalar))
    bomb("laughter", [b"a: &a [x]\n", *(b"%c: &%c [*%c,*%c]\n" % (n + 1, n + 1, n, n) for n in range(97, 110))], (1,), "Y004")
    for what, bytes in {
        "a continuation alone": b"\x80", "a first byte alone": b"\xc3", "cut short at the end": b"\xe3\x81",
        "cut short by text": b"\xe3\x81a", "too long by two": b"\xc0\xaf", "too long by three": b"\xe0\x80\xaf",
        "too long by four": b"\xf0\x80\x80\xaf", "a surrogate": b"\xed\xa0\x80", "a pair of surrogates": b"\xed\xa0\xbd\xed\xb8\x80",
        "beyond Unicode": b"\xf4\x90\x80\x80", "five bytes": b"\xf8\x88\x80\x80\x80", "six bytes": b"\xfc\x84\x80\x80\x80\x80",
        "FE": b"\xfe", "FF": b"\xff", "UTF-16, little end first": "\ufeffa: b".encode("utf-16-le"),
        "UTF-16, big end first": "\ufeffa: b".encode("utf-16-be"), "Shift JIS": "名称: 宝塚".encode("cp932"), "EUC-JP": "名称".encode("euc-jp"),
    }.items():
        bomb(f"not UTF-8: {what}", [b"a: ", bytes, b" b\n"], (1,), "Y001")
        (folder / "bomb.mustache").write_bytes(b"a " + bytes + b" b")
        run(f"not UTF-8, in a template: {what}", [PROGRAM, "render", folder / "bomb.mustache"], 10, (1,), "M009")
    for what, bytes in {"NUL": b"\0", "BEL": b"\x07", "DEL": b"\x7f", "C1": b"\xc2\x9b", "U+FFFE": b"\xef\xbf\xbe"}.items():
        bomb(f"a control character: {what}", [b"a: ", bytes], (1,), "Y002")


def templates(folder, full):
    def bomb(what, files, data, statuses, message=""):
        for name, text in {"main": "", **files}.items():
            (folder / f"{name}.mustache").write_text(text, encoding="utf-8")
        (folder / "data.yaml").write_text(data, encoding="utf-8")
        size = sum(len(text) for text in files.values()) + len(data)
        run(what, [PROGRAM, "render", folder / "main.mustache", "-p", folder, "-d", folder / "data.yaml"], size, statuses, message)

    two = "l: [1, 2]\n"
    bomb("a partial that contains itself", {"main": "{{>main}}"}, "", (1,), "M007")
    bomb("a section that repeats itself through partials", {"main": "{{>p}}", "p": "{{#l}}{{>p}}{{/l}}"}, two, (1,), "M007")
    bomb("sections inside one another", {"main": "{{#l}}" * 60 + "x" + "{{/l}}" * 60}, two, (1,), "M007")
    bomb("partials that include two each", {"main": "{{>p0}}"} | {f"p{n}": f"{{{{>p{n + 1}}}}}" * 2 for n in range(60)} | {"p60": "x"},
         "", (1,), "M007")
    above = lambda n: f"{{{{<p{n + 1}}}}}{{{{$b{n + 1}}}}}{f'{{{{$b{n}}}}}{{{{/b{n}}}}}' * 2}{{{{/b{n + 1}}}}}{{{{/p{n + 1}}}}}"
    bomb("blocks that fill two each", {"main": "{{>p0}}"} | {f"p{n}": above(n) for n in range(40)} | {"p40": "{{$b40}}x{{/b40}}"},
         "", (1,), "M007")
    bomb("sections nested a million deep", {"main": "{{#a}}" * 1_000_000}, "", (1,), "M007")
    bomb("tags", {"main": "{{a}}" * (2_000_000 if full else 200_000)}, "a: b\n", (0,))
    bomb("a tag never closed", {"main": "{{a" + " " * 10_000_000}, "", (1,), "M001")
    bomb("delimiters set again and again", {"main": "{{=<% %>=}}<%={{ }}=%>" * 20_000}, "", (0,))
    bomb("delimiters of a megabyte", {"main": "{{=" + "<" * 1_000_000 + " >=}}" + "<" * 2_000_000}, "", (0, 1))
    bomb("a name of a megabyte", {"main": "{{" + "a." * 500_000 + "b}}"}, "a: b\n", (0,))
    bomb("indentation through partials", {"main": " {{>p}}\n", "p": "  {{>p}}\n"}, "", (1,), "M007")
    bomb("a parent that fills itself", {"main": "{{<main}}{{$b}}x{{/b}}{{/main}}"}, "", (1,), "M007")
    bomb("a partial outside its folder", {"main": "{{>../main}}{{>/etc/passwd}}"}, "", (0,), "M006")


class Page(html.parser.HTMLParser):
    """The elements and attributes that a browser would see."""

    def __init__(self):
        super().__init__()
        self.tags, self.attributes = set(), set()

    def handle_starttag(self, tag, attributes):
        # The template's own: data for machines, which no name may end.
        if tag == "script" and attributes == [("type", "application/ld+json")]:
            return
        self.tags.add(tag)
        self.attributes.update(name for name, _ in attributes)


class Site:
    """The sample board, with something else in one of its templates or data files."""

    def __init__(self, folder):
        self.folder = folder / "site"
        shutil.copytree(ROOT / "Data", self.folder / "Data")
        shutil.copytree(ROOT / "Templates", self.folder / "Templates")

    def build(self, what, changes, statuses, message=""):
        """Returns the page, empty where it was refused."""
        kept = {name: (self.folder / name).read_text(encoding="utf-8") for name in changes}
        for name, (old, new) in changes.items():
            if old not in kept[name]:
                fail(f"{what}: {name} has no {old!r}")
            (self.folder / name).write_text(kept[name].replace(old, new, 1), encoding="utf-8")
        output = self.folder / "Output"
        shutil.rmtree(output, ignore_errors=True)
        run(what, [PROGRAM, "build", "takarazuka", "-d", self.folder / "Data", "-t", self.folder / "Templates", "-o", output],
            sum(len(new) for _, new in changes.values()), statuses, message)
        for name, text in kept.items():
            (self.folder / name).write_text(text, encoding="utf-8")
        page = output / "takarazuka/facility-list.html"
        return page.read_text(encoding="utf-8") if page.exists() else ""


def documents(folder, full):
    site = Site(folder)
    template, place = "Templates/facility-list.html", "{{$main}}"

    def refused(what, markup, message=""):
        site.build(what, {template: (place, place + markup)}, (1,), message)

    entities = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
    refused("a document type with entities", entities + "<p>&b;</p>")
    page = "Templates/parts/page.html"
    site.build("entities that multiply", {page: ("<html", entities + "<html")}, (1,), "M")
    site.build("an entity from a file", {page: ("<html", '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><html')}, (1,))
    site.build("an entity from the network", {page: ("<html", '<!DOCTYPE x SYSTEM "http://127.0.0.1:1/x.dtd"><html')}, (1,))
    refused("an entity that is not declared", "<p>&nbsp;</p>")
    refused("XInclude", '<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="/etc/passwd" parse="text"/>')
    refused("a processing instruction", '<?xml-stylesheet href="javascript:alert(1)"?>')
    refused("a script", "<script>alert(1)</script>")
    refused("a tag in a script", "<script>var x = '{{board.name}}'</script>")
    refused("a style", "<style>p { color: red }</style>")
    refused("a tag in a style", "<style>{{board.name}}</style>")
    refused("a style attribute", '<p style="color: {{board.name}}">x</p>')
    refused("an event attribute", '<p onclick="{{board.name}}">x</p>')
    refused("an unquoted attribute", "<p id={{board.name}}>x</p>")
    refused("an attribute without a value", "<input disabled/>")
    refused("a tag as an element", "<{{board.id}}>x</{{board.id}}>")
    refused("a tag as an attribute", '<p {{board.id}}="x">x</p>')
    refused("a frame", '<iframe src="https://example.jp/"></iframe>')
    refused("a picture from elsewhere", '<img src="https://example.jp/x.png"/>')
    refused("a form that is sent elsewhere", '<form action="https://example.jp/"><p>x</p></form>')
    refused("a base address", '<base href="https://example.jp/"/>')
    refused("a refresh", '<meta http-equiv="refresh" content="0;url=https://example.jp/"/>')
    refused("a foreign element", '<svg xmlns="http://www.w3.org/2000/svg"><script>x</script></svg>')
    refused("an unescaped tag", "<p>{{{board.name}}}</p>", "T")
    for address in ["javascript:alert(1)", "JaVaScRiPt:alert(1)", " javascript:alert(1)", "java&#10;script:alert(1)", "&#1;javascript:x",
                    "data:text/html,x", "vbscript:x", "//example.jp/x", "file:///etc/passwd", "{{board.name}}:x", "javascript:{{board.name}}",
                    "\\\\example.jp\\x", "blob:x", "../../etc/passwd", "facility-list.html:x"]:
        refused(f"a link to {address}", f'<p><a href="{address}">x</a></p>')
    parts = [site.folder / f"Templates/parts/p{level}.html" for level in range(41)]
    for level, path in enumerate(parts):
        path.write_text(f"{{{{> parts/p{level + 1}}}}}" * 2 if level < 40 else "x", encoding="utf-8")
    refused("parts that include two each", "{{> parts/p0}}", "M007")
    for path in parts:
        path.unlink()
    refused("elements nested a million deep", "<div>" * 1_000_000)
    refused("attributes, a hundred thousand", "<p " + " ".join(f'a{n}="x"' for n in range(100_000)) + ">x</p>")
    refused("an attribute of a megabyte, never closed", '<p title="' + "a" * 1_000_000)
    refused("an element's name of a megabyte", "<" + "a" * 1_000_000 + "/>")

    n = 20_000 if full else 4_000
    def heavy(what, markup, statuses=(0, 1), message=""):
        site.build(f"heavy: {what}", {template: (place, place + markup)}, statuses, message)

    heavy("a telephone number without end", "<p>" + "0797-" * n + "</p>")
    heavy("a Latin word of digits without end", "<p>" + "1-" * n + "</p>")
    heavy("inline digits without end", "<p>" + "<em>1</em>-" * n + "</p>")
    heavy("fiscal years without end", "<p>" + "令和6年度" * n + "</p>")
    heavy("short dates without end", "<p>" + "R6." * n + "</p>")
    heavy("many findings, brackets that nothing opens", "<p>" + "」" * n + "</p>")
    heavy("references to a long heading", f'<h2 id="q">{"あ" * 10_000}</h2><p>い' + '<ref to="q"/>' * 250 + "</p>", (1,))
    heavy("a long mark of many items", f'<ol data-marker="{"1" * 1_000}">' + "<li>a</li>" * n + "</ol>")
    heavy("participants in a flow", '<ol class="flow"><li data-from="' + " ".join(f"a{i}" for i in range(n)) + '" data-to="b" data-label="c">d</li></ol>')
    heavy("steps of a flow", '<ol class="flow">' + "".join(f'<li data-from="a{i}" data-to="b{i}" data-label="c">d</li>' for i in range(n)) + "</ol>")
    heavy("filters of one kind", '<filter of="t" by="data-kind" label="a"/>' * 100 + '<table id="t"><caption>c</caption><tbody>'
          + "".join(f'<tr data-kind="k{i}"><th scope="row">a</th></tr>' for i in range(2_000)) + "</tbody></table>", (1,), "T008")
    blocks = "".join(f"{{{{$x{i}}}}}x{{{{/x{i}}}}}" for i in range(n // 4))
    site.build("heavy: many findings, blocks that the parent does not have", {template: ("{{$main}}", blocks + "{{$main}}")}, (1,), "T014")
    (site.folder / "Templates/style/large.css").write_bytes(b"")
    os.truncate(site.folder / "Templates/style/large.css", 3 << 30)
    site.build("a style sheet of 3 GB", {page: ('href="style/base.css"', 'href="style/large.css"')}, (3,), "File too large")
    (site.folder / "Templates/style/large.css").unlink()

    attack = """</td><script>alert(1)</script><img src=x onerror=alert(2)>"' onmouseover='x' {{board.name}} &lt;b&gt; </style> --"""
    facilities = "Data/takarazuka/facilities.yaml"
    name = "name: 楽笑 フリースクール"
    text = "'" + attack.replace("'", "''") + "'"
    for what, markup in {"text": "<p>{{facilities.private.rakusho.name}}</p>",
                         "an attribute": '<p title="{{facilities.private.rakusho.name}}">x</p>',
                         "an attribute in single quotes": "<p title='{{facilities.private.rakusho.name}}'>x</p>",
                         "a comment": "<!-- {{facilities.private.rakusho.name}} --><p>x</p>",
                         "a section of character data": "<p><![CDATA[{{facilities.private.rakusho.name}}]]></p>"}.items():
        output = site.build(f"a name that is markup, in {what}", {facilities: (name, "name: " + text),
                                                                  template: (place, place + markup)},
                            # A comment may not hold two hyphens.
                            (0, 1) if what == "a comment" else (0,))
        page = Page()
        page.feed(output)
        if page.tags & {"script", "img", "b"} or any(name.startswith("on") for name in page.attributes):
            fail(f"a name that is markup, in {what}: not escaped")
    for value in ["javascript:alert(1)", "https://example.jp/\"><script>", "https://example.jp/ x", "http://exa mple.jp"]:
        site.build(f"a web address {value}", {facilities: (name, f"{name}\n    web: '{value}'")}, (1,))
    for value in ["../../x", "/etc/x", "a/b", "..", ".", "a\\0b", "CON", "a%2fb", "ａ"]:
        site.build(f"a document called {value}", {"Data/takarazuka/board.yaml": ("id: facility-list", f'id: "{value}"')}, (1,))
    count = 50_000 if full else 2_000
    site.build("many findings", {facilities: ("municipal:", "municipal:\n" + "  - x: y\n" * count)}, (1,))
    site.build("many findings on one line", {"Data/takarazuka/board.yaml": ("notices:", "notices: [" + "{x: y}, " * count + "]\nold:")}, (1,))
    site.build("a name of a megabyte", {facilities: (name, "name: " + "あ" * 350_000)}, (0, 1))
    site.build("an address of numerals", {facilities: ("address: 兵庫県宝塚市", "address: 兵庫県宝塚市" + "九" * 10_000)}, (0, 1))
    site.build("a number of digits", {"Data/takarazuka/statistics.yaml": ("346,482", "9" * 100_000)}, (1,))


def main():
    options = argparse.ArgumentParser()
    options.add_argument("--full", action="store_true")
    options.add_argument("--only")
    options = options.parse_args()
    for part in [yaml, templates, documents]:
        if options.only in (None, part.__name__):
            with tempfile.TemporaryDirectory() as folder:
                part(pathlib.Path(folder), options.full)
    print(f"{failures} failed")
    sys.exit(1 if failures else 0)


main()
