"""What is wrong in a text, written into it as comments above the lines that it is about."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from rootcause.source.diagnostic import Diagnostic
from rootcause.source.text import SourceText
from rootcause.source.tree import parse_tree
from rootcause.source.visible import visible

_MARK = "# !! "


class Remarked(Struct, frozen=True):
    """A text and the lines in it that are remarks."""

    text: str
    remarks: frozenset[str] = frozenset()

    def without_remarks(self, edited: str) -> str:
        """What somebody made of the text, the remarks left out; what they wrote themselves stays."""
        return "".join(f"{line}\n" for line in edited.split("\n") if line not in self.remarks).rstrip("\n") + "\n"


def remark(text: str, found: Sequence[Diagnostic]) -> Remarked:
    """The text with a remark above each line that something is wrong with; at its top where it is no YAML."""
    before, _ = parse_tree(SourceText("", text))
    beside = _beside(text, found)
    after, wrong = parse_tree(SourceText("", beside.text))
    # Inside a text of several lines a remark would become a part of it.
    if before is not None and after is not None and not wrong and after.value == before.value:
        return beside
    shift = len(found) + 1
    lines = [_above(found)]
    lines += [f"{_MARK}line {one.span.line + shift}: {_said(one)}" for one in found]
    return Remarked("\n".join((*lines, text)), frozenset(lines))


def _beside(text: str, found: Sequence[Diagnostic]) -> Remarked:
    lines = [_above(found)]
    remarks = set(lines)
    for number, line in enumerate(text.split("\n"), 1):
        indent = line[: len(line) - len(line.lstrip(" "))]
        about = [f"{indent}{_MARK}{_said(one)}" for one in found if one.span.line == number]
        remarks.update(about)
        lines += [*about, line]
    return Remarked("\n".join(lines), frozenset(remarks))


def _above(found: Sequence[Diagnostic]) -> str:
    """The first line, which is all that an editor may show."""
    count = "one thing is" if len(found) == 1 else f"{len(found)} things are"
    return f"{_MARK}{count} to be mended, and marked like this; to stop, save it as it is"


def _said(found: Diagnostic) -> str:
    return visible("; ".join(" ".join(part.split()) for part in (found.message, found.help) if part))
