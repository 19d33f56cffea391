"""Writes docs/rules.md from the docstrings of the rules; with --check only says whether it is so.

python .ci/rules_page.py [--check]
"""

from __future__ import annotations

import sys
from pathlib import Path

from rootcause.lint.documentation import Page, page
from rootcause.lint.rules import FAMILIES, families

PAGE = Path(__file__).parent.parent / "docs" / "rules.md"
INTRODUCTION = """\
# The rules of `rootcause lint`

`rootcause rule NAME` prints one of these pages. Names are for people; codes never change. A rule that is off is looked
at when it is selected: `--extend-select NAME`. An error that keeps a file from being used always counts; every other
rule can be chosen, left out, or silenced where it stands: `# rootcause: ignore[NAME] -- why`.

<!-- This page is written by .ci/rules_page.py from the rules themselves. -->
"""


def written() -> str:
    parts = [INTRODUCTION]
    for family in FAMILIES:
        pages = [page(name) for name, of in families().items() if of == family]
        if pages:
            parts += [_table(family, pages), *map(_page, pages)]
    return "\n".join(parts)


def _table(family: str, pages: list[Page]) -> str:
    rows = [
        f"| {of.rule.code} | [{of.rule.name}](#{of.rule.name}) | {_severity(of)} | {_in_cell(of.summary)} |"
        for of in pages
    ]
    return "\n".join(
        [f"## Family: {family}", "", "| code | rule | severity | what is wrong |", "|---|---|---|---|", *rows, ""]
    )


def _page(of: Page) -> str:
    parts = [f"### {of.rule.name}", f"{of.rule.code}, {_severity(of)}. {of.summary}", of.why]
    for heading, blocks in (("Example:", of.bad), ("Use instead:", of.good)):
        parts += [f"{heading}\n\n{_fenced(block)}" for block in blocks]
    if of.rule.options:
        options = ", ".join(f"`{name}` ({value})" for name, value in of.rule.options.items())
        parts.append(f"Options: {options}.")
    return "\n\n".join(part for part in parts if part) + "\n"


def _fenced(block: str) -> str:
    fence = "````" if "```" in block else "```"
    return f"{fence}yaml\n{block}{fence}"


def _in_cell(text: str) -> str:
    return text.replace("|", "\\|")


def _severity(of: Page) -> str:
    return of.rule.severity.value if of.rule.on else f"{of.rule.severity.value}, off"


def main() -> int:
    wanted = written()
    if "--check" in sys.argv[1:]:
        same = PAGE.is_file() and PAGE.read_text(encoding="utf-8") == wanted
        if not same:
            print("docs/rules.md is not what the rules say of themselves; run: python .ci/rules_page.py")
        return int(not same)
    PAGE.write_text(wanted, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
