"""Writes docs/checks.md from the docstrings of the checks; with --check only says whether it is so.

python .ci/checks_page.py [--check]
"""

from __future__ import annotations

import sys
from importlib import import_module
from pathlib import Path

from rootcause.analysis.checks import FAMILIES, check, families, module_of
from rootcause.source.page import DocPage, doc_page

PAGE = Path(__file__).parent.parent / "docs" / "checks.md"
INTRODUCTION = """\
# The checks of `rootcause check`

What a demanding reader would ask about an analysis, asked before they see it. Each finding stands at the answer that it
concerns and comes with a question that helps to mend it; none asks who. An error makes the command fail, a warning does
not. Words and phrases are looked up in lists, in English and in German; what stands in quotation marks is left alone. A
check can be wrong: then waive its finding, with a reason, and the report shows both.

An example is a piece of an answers file. A check that is told at once speaks in the interview, right after the answer;
the others wait for the end.

<!-- This page is written by .ci/checks_page.py from the checks themselves. -->
"""


def written() -> str:
    parts = [INTRODUCTION]
    for family in FAMILIES:
        names = [name for name, of in families().items() if of == family]
        if names:
            parts += [_table(family, names), *map(_page, names)]
    return "\n".join(parts)


def _table(family: str, names: list[str]) -> str:
    rows = [
        f"| {check(name).code} | [{name}](#{name}) | {check(name).severity.value} | {_in_cell(_read(name).summary)} |"
        for name in names
    ]
    return "\n".join(
        [f"## Family: {family}", "", "| code | check | severity | what is wrong |", "|---|---|---|---|", *rows, ""]
    )


def _page(name: str) -> str:
    of, read = check(name), _read(name)
    told = ", told at once" if of.spoken else ""
    parts = [f"### {name}", f"{of.code}, {of.severity.value}{told}. {read.summary}", read.why]
    for heading, blocks in (("Example:", read.bad), ("Use instead:", read.good)):
        parts += [f"{heading}\n\n```yaml\n{block}```" for block in blocks]
    return "\n\n".join(part for part in parts if part) + "\n"


def _read(name: str) -> DocPage:
    return doc_page(import_module(module_of(name)))


def _in_cell(text: str) -> str:
    return text.replace("|", "\\|")


def main() -> int:
    wanted = written()
    if "--check" in sys.argv[1:]:
        same = PAGE.is_file() and PAGE.read_text(encoding="utf-8") == wanted
        if not same:
            print("docs/checks.md is not what the checks say of themselves; run: python .ci/checks_page.py")
        return int(not same)
    PAGE.write_text(wanted, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
