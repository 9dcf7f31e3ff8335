#!/usr/bin/env python3
"""Filling a Word template: rapporteur against docxtpl and docxtemplater, as whole processes.

    cargo build --release -p rapporteur
    python3 tests/comparison/render.py [ROUNDS]

All fill an equal template with the same report of 200 items, 400 documents and 60 actions. The words of the three results are
compared before anything is timed. The ratio that counts is to the faster of the other two.
"""

import json
import os
import re
import shutil
import subprocess
import sys
import zipfile

import measure
import surroundings
from surroundings import HERE, WORK


def main():
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 9
    interpreter = surroundings.python("render")
    if os.path.realpath(sys.prefix) != os.path.realpath(WORK / "render"):
        # The templates are made with python-docx, which that environment has.
        sys.exit(subprocess.run([interpreter, __file__, *sys.argv[1:]]).returncode)
    folder = WORK / "rendering"
    folder.mkdir(parents=True, exist_ok=True)
    write_inputs(folder)
    commands = programs(folder, interpreter)
    for command in commands.values():
        measure.once(command)
    compare_words(folder, commands)
    figures = measure.in_turns(commands, rounds)
    print(f"200 items, 400 documents, 60 actions; medians of {rounds} runs in turns\n")
    print(measure.table(figures, "rapporteur"))
    others = [one for name, one in figures.items() if name != "rapporteur"]
    ours = figures["rapporteur"]
    print(f"\nthe fastest other program ÷ rapporteur: CPU {min(o.cpu for o in others) / ours.cpu:.1f}, wall {min(o.wall for o in others) / ours.wall:.1f}")


def write_inputs(folder):
    import report

    data = report.document_data()
    (folder / "document.json").write_text(json.dumps(data), encoding="utf-8")
    (folder / "flat.json").write_text(json.dumps(report.flat_data(data)), encoding="utf-8")
    report.template(report.JinjaTags(), folder / "jinja.docx")
    report.template(report.MustacheTags(), folder / "mustache.docx")


def programs(folder, interpreter):
    """The commands by name, each of which writes NAME.docx."""
    path = lambda name: str(folder / name)
    commands = {
        "rapporteur": [surroundings.rapporteur(), "render", path("document.json"), "--template", path("jinja.docx"), "-o", path("rapporteur.docx")],
        "docxtpl": [interpreter, str(HERE / "fill_docxtpl.py"), path("jinja.docx"), path("flat.json"), path("docxtpl.docx")],
    }
    packages = surroundings.node("docxtemplater@3.71.0", "pizzip@3.3.0")
    if packages is None:
        print("npm is not installed: docxtemplater is left out", file=sys.stderr)
        return commands
    script = shutil.copy(HERE / "fill_docxtemplater.js", packages)
    return commands | {"docxtemplater": ["node", script, path("mustache.docx"), path("flat.json"), path("docxtemplater.docx")]}


def compare_words(folder, commands):
    """Ends with a message where a result has other words than the first one."""
    words = {name: words_of(folder / f"{name}.docx") for name in commands}
    first, *others = words
    for name in others:
        if words[name] != words[first]:
            at = next(n for n, (a, b) in enumerate(zip(words[name] + [None], words[first] + [None])) if a != b)
            sys.exit(f"{name} and {first} differ at word {at}: {words[name][max(at - 3, 0) : at + 3]} and {words[first][max(at - 3, 0) : at + 3]}")
    print(f"{len(words[first])} words, the same in all results", file=sys.stderr)


def words_of(path):
    xml = zipfile.ZipFile(path).read("word/document.xml").decode()
    paragraphs = re.split(r"</w:p>", xml)
    text = ("".join(re.findall(r"<w:t(?: [^>]*)?>([^<]*)</w:t>", paragraph)) for paragraph in paragraphs)
    return " ".join(text).split()


if __name__ == "__main__":
    main()
