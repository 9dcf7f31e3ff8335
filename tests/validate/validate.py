"""Says what is wrong with Word files: against the schema, and whether python-docx reads them.

Usage: validate.py FILE.docx… prints a line for each finding and ends with status 1 if there is any.

The rules are those of Microsoft's Open XML SDK (schema, relationships, styles that are named and not defined), as the
package openxml-audit carries them. Needs openxml-audit and python-docx.
"""

import sys

import docx
from openxml_audit import OpenXmlValidator


def is_finding(error):
    # A theme is optional: ECMA-376 part 1, 14.2.7, permits "zero or one" of them.
    return "relationships/theme" not in error.description


def schema_findings(validator, path):
    for error in validator.validate(path).errors:
        if is_finding(error):
            yield f"{error.description} [{error.part_uri} {error.path} {error.node or ''}]"


def reading_findings(path):
    """What python-docx cannot read; all text is asked for."""
    try:
        document = docx.Document(path)
        for table in document.tables:
            for row in table.rows:
                [cell.text for cell in row.cells]
        [paragraph.text for paragraph in document.paragraphs]
        [part.text for section in document.sections for part in section.header.paragraphs]
    except Exception as error:  # Whatever it is, it is a finding.
        yield f"python-docx: {type(error).__name__}: {error}"


def main(paths):
    validator = OpenXmlValidator(max_errors=0)
    count = 0
    for path in paths:
        for finding in [*schema_findings(validator, path), *reading_findings(path)]:
            print(f"{path}: {finding}")
            count += 1
    return 1 if count else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
