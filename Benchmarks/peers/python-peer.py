"""The job in Python, around engines in C, C++ or Rust: python-peer.py PAIR FOLDER OUTPUT [ROUNDS].

With rounds, only times each engine by itself, in memory, and prints the medians of their CPU time.
"""

import pathlib
import re
import statistics
import sys
import time

TEMPLATE = (pathlib.Path(__file__).parent / "facilities.jinja").read_text(encoding="utf-8")
FORMS = {
    "id": re.compile("[a-z0-9-]+"),
    "name": re.compile(".+"),
    "address": re.compile(".+"),
    "postal_code": re.compile("[0-9]{3}-[0-9]{4}"),
    "telephone": re.compile("0[0-9]{1,4}-[0-9]{1,4}-[0-9]{3,4}"),
}
TITLE = "民間施設の一覧"


def pyyaml_jinja2():
    import jinja2
    import yaml

    template = jinja2.Environment(autoescape=True).from_string(TEMPLATE)
    return lambda text: yaml.load(text, yaml.CBaseLoader), lambda **values: template.render(**values)


def yaml_rs_minijinja():
    import minijinja
    import yaml_rs

    environment = minijinja.Environment(templates={"facilities.html": TEMPLATE})
    return yaml_rs.loads, lambda **values: environment.render_template("facilities.html", **values)


def rapidyaml():
    import ryml

    return lambda text: ryml.parse_in_arena(text), None


PAIRS = {"pyyaml-jinja2": pyyaml_jinja2, "yaml-rs-minijinja": yaml_rs_minijinja, "rapidyaml": rapidyaml}


def check(facilities):
    for facility in facilities:
        for key, form in FORMS.items():
            if not form.fullmatch(str(facility.get(key, ""))):
                sys.exit(f"{facility.get('id')}: {key}")


def text_table(facilities):
    """Padded by characters, not by columns: less than shirube does, and quicker."""
    columns = ["name", "postal_code", "address", "telephone"]
    widths = [max(len(facility[key]) for facility in facilities) for key in columns]
    for facility in facilities:
        yield "  ".join(facility[key].ljust(width) for key, width in zip(columns, widths)).rstrip() + "\n"


def timed(rounds, action):
    times = []
    for _ in range(rounds):
        start = time.process_time()
        result = action()
        times.append(time.process_time() - start)
    return statistics.median(times), result


def main(pair, folder, output, rounds=0):
    load, render = PAIRS[pair]()
    path = next(pathlib.Path(folder).glob("*/facilities.yaml"))
    text = path.read_bytes() if pair == "rapidyaml" else path.read_text(encoding="utf-8")
    if int(rounds):
        seconds, tree = timed(int(rounds), lambda: load(text))
        print("parse", seconds, path.stat().st_size, sep="\t")
        if render:
            seconds, page = timed(int(rounds), lambda: render(title=TITLE, facilities=tree["private"]))
            print("render", seconds, len(page.encode()), sep="\t")
        return
    tree = load(text)
    if render is None:
        return
    facilities = tree["private"]
    check(facilities)
    output = pathlib.Path(output)
    output.mkdir(parents=True, exist_ok=True)
    (output / "facilities.html").write_text(render(title=TITLE, facilities=facilities), encoding="utf-8")
    with open(output / "facilities.txt", "w", encoding="utf-8") as file:
        file.writelines(text_table(facilities))


main(*sys.argv[1:])
