"""Reads Word files with one library as one would use it: TOOL OUT FILE…; writes text with tables to OUT."""

import sys


def python_docx(path):
    from docx import Document
    from docx.table import Table

    def blocks(container):
        for block in container.iter_inner_content():
            if isinstance(block, Table):
                for row in block.rows:
                    yield "\t".join("\n".join(blocks(cell)) for cell in row.cells)
            else:
                yield block.text

    return "\n".join(blocks(Document(path)))


def docx2python(path):
    from docx2python import docx2python as read

    with read(path) as document:
        return document.text


def mammoth(path):
    import mammoth as library

    with open(path, "rb") as file:
        return library.convert_to_html(file).value


def markitdown(path):
    return _markitdown().convert(path).text_content


def docling(path):
    return _docling().convert(path).document.export_to_markdown()


_converters = {}


def _markitdown():
    if "markitdown" not in _converters:
        from markitdown import MarkItDown

        _converters["markitdown"] = MarkItDown()
    return _converters["markitdown"]


def _docling():
    if "docling" not in _converters:
        from docling.document_converter import DocumentConverter

        _converters["docling"] = DocumentConverter()
    return _converters["docling"]


def main():
    tool, out, *files = sys.argv[1:]
    read = globals()[tool]
    with open(out, "w", encoding="utf-8") as file:
        for path in files:
            try:
                file.write(read(path) + "\n")
            except Exception as error:  # whatever a library throws at a file that it does not expect
                print(f"unread: {path}: {error!r}", file=sys.stderr)


if __name__ == "__main__":
    main()
