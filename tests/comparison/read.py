#!/usr/bin/env python3
"""Getting text and tables out of Word files: rapporteur against what one would use instead, as whole processes.

    cargo build --release -p rapporteur
    python3 tests/comparison/read.py [--rounds N] [--copies N] [--docling] [FILE.docx …]

Each program reads all the files in one process (pandoc: one process a file, since it would join them). Without files, those of
fixtures/ are read, each COPIES times, so that starting up does not decide. The column `words` tells which part of the words of
body, notes, headers and footers stands in the result, `unread` how many files it did not survive. docling takes part where it is
asked for: it brings 6 GB of programs for pictures and PDF, which a Word file does not need.
"""

import argparse
import json
import re
import shlex
import shutil
import zipfile
from collections import Counter
from html import unescape
from xml.etree import ElementTree

import measure
import surroundings
from surroundings import HERE, ROOT, WORK

LIBRARIES = ["python_docx", "docx2python", "mammoth", "markitdown"]


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--rounds", type=int, default=5)
    arguments.add_argument("--copies", type=int, default=5)
    arguments.add_argument("--docling", action="store_true", help="install docling and let it take part")
    arguments.add_argument("files", nargs="*")
    arguments = arguments.parse_args()
    files = arguments.files or sorted(map(str, (ROOT / "fixtures").glob("*.docx"))) * arguments.copies
    commands = programs(files, arguments.docling)
    unread = {name: measure.once(command).messages.count("unread: ") for name, command in commands.items()}
    figures = measure.in_turns(commands, arguments.rounds)
    size = sum(len(open(file, "rb").read()) for file in files) / 1e6
    print(f"{len(files)} files of {size:.1f} MB together; medians of {arguments.rounds} runs in turns\n")
    wanted = Counter(word for file in files for word in words_of(file))
    print(measure.table(figures, "rapporteur", {"words": {name: found(wanted, name) for name in commands}, "unread": unread}))


def programs(files, with_docling):
    """The commands by name, each of which writes its result to a file of its own."""
    WORK.mkdir(parents=True, exist_ok=True)
    commands = {"rapporteur": [surroundings.rapporteur(), "parse", "--format", "jsonl", "-o", str(out_of("rapporteur")), *files]}
    interpreter = surroundings.python("read")
    for library in LIBRARIES:
        commands[library] = [interpreter, str(HERE / "read_with.py"), library, str(out_of(library)), *files]
    if with_docling:
        interpreter = surroundings.python("docling")
        commands["docling"] = [interpreter, str(HERE / "read_with.py"), "docling", str(out_of("docling")), *files]
    if shutil.which("pandoc"):
        each = "; ".join(f"pandoc -f docx -t markdown {shlex.quote(file)} || echo unread: {shlex.quote(file)} >&2" for file in files)
        commands["pandoc"] = ["sh", "-c", f"( {each} ) > {shlex.quote(str(out_of('pandoc')))}"]
    return commands


def out_of(name):
    return WORK / f"read-{name}.txt"


WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
UNSEEN = {WORD + "del", WORD + "moveFrom", "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"}
PARTING = {WORD + "p", WORD + "tab", WORD + "br", WORD + "cr"}


def words_of(path):
    """The words that a reader of the file sees: those of its runs, without what tracked changes have taken away."""
    with zipfile.ZipFile(path) as package:
        for part in package.namelist():
            if re.fullmatch(r"word/(document|footnotes|endnotes|header\d*|footer\d*)\.xml", part):
                yield from words("".join(visible(ElementTree.fromstring(package.read(part)))))


def visible(element):
    if element.tag == WORD + "t":
        yield element.text or ""
    elif element.tag not in UNSEEN:
        for child in element:
            yield from visible(child)
        yield " " if element.tag in PARTING else ""


def words(text):
    """Words of text or markup: the end of a paragraph or cell, a tab or a break parts them, other markup does not."""
    text = re.sub(r"</(p|td|th|li|h\d)>|<br\b[^>]*>", " ", text)
    return re.findall(r"[^\W_]+", unescape(re.sub(r"</?[a-z][^>]*>", "", text)))


def found(wanted, name):
    """How much of the wanted words the result has, as a percentage."""
    text = out_of(name).read_text(encoding="utf-8")
    if name == "rapporteur":
        text = "\n".join(strings([json.loads(line)["sections"] for line in text.splitlines()]))
    has = Counter(words(text))
    return f"{100 * sum(min(count, has[word]) for word, count in wanted.items()) / sum(wanted.values()):.1f} %"


def strings(value):
    """All texts within a JSON value."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, (list, dict)):
        for inner in value.values() if isinstance(value, dict) else value:
            yield from strings(inner)


if __name__ == "__main__":
    main()
