"""A report of 200 items and 400 documents as data, and one template for it in the two languages of tags."""

from docx import Document
from docx.shared import Cm, Pt

WORDS = "numbering revision delegates editor baseline clause wording template liaison reply interim session".split()


def sentence(seed, length):
    """A made-up sentence, always the same for the same seed."""
    words = [WORDS[(seed * 7 + place * place + place) % len(WORDS)] for place in range(length)]
    return " ".join(words).capitalize() + "."


def document_data():
    """The report in the form that `rapporteur parse` gives; fields that are left out are empty."""
    return {
        "schema": "rapporteur/document/1",
        "file": {"name": "report.docx", "size": 0, "sha256": "0" * 64},
        "kind": "meeting_report",
        "header": {"number": "SG20-TD900", "group": "SG20", "title": "Report of the & <made-up> meeting", "language": "en"},
        "items": [_item(n) for n in range(1, 201)],
        "documents": [_listed(n) for n in range(1, 401)],
        "actions": [_action(n) for n in range(1, 61)],
    }


def _item(n):
    return {
        "number": f"{(n - 1) // 10 + 1}.{(n - 1) % 10 + 1}",
        "kind": "row",
        "title": sentence(n, 8),
        "sources": [f"Company {n % 37}", "Botswana"],
        "documents": [{"number": f"SG20-TD{2 * n - 1}", "introduced": True}, {"number": f"SG20-TD{2 * n}", "introduced": True}],
        "outcomes": ["noted"],
        "text": " ".join(sentence(n + k, 12) for k in range(3)),
        "at": _AT,
    }


def _listed(n):
    return {
        "position": n,
        "category": "td",
        "number": f"SG20-TD{n}",
        "introduced": True,
        "sources": [f"Company {n % 37}"],
        "title": sentence(n + 3, 9),
        "at": _AT,
    }


def _action(n):
    return {"id": f"SG20-{n}", "assignee": f"Editor {n % 9}", "text": sentence(n + 5, 14), "status": "open", "origin": "list", "at": _AT}


_AT = {"part": "word/document.xml", "block": 0}


def flat_data(data):
    """The same for the other programs, made simple beforehand, which spares them work that `rapporteur` does in its run."""
    joined = lambda entry: {**entry, "sources": ", ".join(entry.get("sources", []))}
    items = [
        {**joined(item), "documents": [{"number": document["number"]} for document in item["documents"]], "outcomes": "Noted"}
        for item in data["items"]
    ]
    cover = data["header"]
    # docxtemplater looks names up without a path.
    return {**cover, "cover": cover, "items": items, "documents": [joined(row) for row in data["documents"]], "actions": data["actions"]}


class JinjaTags:
    """Tags that docxtpl and rapporteur share."""

    def value(self, path):
        return "{{ " + path + " }}"

    def rows(self, name, one):
        return "{%tr for " + f"{one} in {name}" + " %}", "{%tr endfor %}"

    def runs(self, name, one):
        return "{% for " + f"{one} in {name}" + " %}", "{% endfor %}"

    def paragraphs(self, name, one):
        return "{%p for " + f"{one} in {name}" + " %}", "{%p endfor %}"


class MustacheTags:
    """Tags of docxtemplater: names are looked up in the innermost loop."""

    def value(self, path):
        return "{" + path.split(".")[-1] + "}"

    def rows(self, name, _one):
        return self.runs(name, _one)

    def runs(self, name, _one):
        return "{#" + name.split(".")[-1] + "}", "{/" + name.split(".")[-1] + "}"

    paragraphs = runs


def template(tags, path):
    """Writes the template: a title, a table of items with their documents, the actions, the document list."""
    word = Document()
    word.styles["Normal"].font.size = Pt(11)
    word.add_heading(tags.value("cover.title"), 0)
    word.add_paragraph(f"Document {tags.value('cover.number')} of {tags.value('cover.group')}")
    word.add_heading("Items", 1)
    inner = tags.runs("item.documents", "document")
    numbers = f"{inner[0]}{tags.value('document.number')} {inner[1]}"
    cells = ["item.number", "item.sources", "item.title", numbers, "item.outcomes", "item.text"]
    _table(word, tags, tags.rows("items", "item"), ["No.", "Sources", "Title", "Documents", "Outcome", "Discussion"], cells)
    word.add_heading("Actions", 1)
    start, end = tags.paragraphs("actions", "action")
    word.add_paragraph(start)
    line = word.add_paragraph(style="List Bullet")
    line.add_run(tags.value("action.id")).bold = True
    line.add_run(f": {tags.value('action.assignee')}. {tags.value('action.text')}")
    word.add_paragraph(end)
    word.add_heading("Documents", 1)
    cells = ["document.number", "document.sources", "document.title"]
    _table(word, tags, tags.rows("documents", "document"), ["Number", "Sources", "Title"], cells)
    word.save(path)


def _table(word, tags, loop, heads, cells):
    table = word.add_table(rows=1, cols=len(heads), style="Table Grid")
    table.autofit = False
    for cell, head in zip(table.rows[0].cells, heads):
        cell.width = Cm(16 / len(heads))
        cell.paragraphs[0].add_run(head).bold = True
    separate = isinstance(tags, JinjaTags)
    if separate:
        table.add_row().cells[0].text = loop[0]
    row = table.add_row().cells
    for cell, path in zip(row, cells):
        cell.text = path if "{" in path else tags.value(path)
    if separate:
        table.add_row().cells[0].text = loop[1]
    else:
        row[0].text = loop[0] + row[0].text
        row[-1].text += loop[1]
