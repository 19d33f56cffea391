"""The pictures of a report in the language of Mermaid.

A label can hold anything that people type, so every sign that means something to Mermaid, to Markdown or to HTML is
written as an entity, with Mermaid's `#` in front. Labels are wrapped and shortened; the text below a picture is whole.
"""

from __future__ import annotations

import re
from typing import Final

from rootcause.report.diagrams import Diagram, Event, Node, TimelineDiagram, TreeDiagram
from rootcause.report.prose import shorten
from rootcause.source.visible import visible, width

_WIDTH: Final = 30
_LABEL: Final = 120
# The last two mark entities inside Mermaid.
_ACTS: Final = re.compile(r'["#$%&*:;<>@\[\\\]^_`{|}~\ufb02\u00b6]')
_STARTS_LIST: Final = re.compile(r"^(?:[-+]|\d+[.)])(?= |$)")


def render(diagram: Diagram) -> str | None:
    """The source of the picture, without a fence around it; None for what Mermaid does not draw."""
    match diagram:
        case TreeDiagram():
            return "\n".join(_flowchart(diagram))
        case TimelineDiagram():
            return "\n".join(_timeline(diagram))
    return None


def _flowchart(diagram: TreeDiagram) -> list[str]:
    boxes: list[str] = []
    arrows: list[str] = []
    ends: list[str] = []

    def draw(node: Node, id: str) -> None:
        boxes.append(f'  {id}["{_wrapped(node.text)}"]')
        if node.is_end:
            ends.append(id)
        for number, child in enumerate(node.children, start=1):
            arrows.append(f"  {id} --> {id}_{number}")
            draw(child, f"{id}_{number}")

    draw(diagram.root, "n")
    emphasis = ["  classDef ending stroke-width:3px", f"  class {','.join(ends)} ending"] if ends else []
    return ["flowchart TD", *boxes, *arrows, *emphasis]


def _timeline(diagram: TimelineDiagram) -> list[str]:
    lines = ["timeline"]
    for period in diagram.periods:
        if period.title:
            lines.append(f"  section {_line(period.title)}")
        lines += [f"    {_line(event.time)} : {_line(shorten(_told(event), _LABEL))}" for event in period.events]
    return lines


def _told(event: Event) -> str:
    return ": ".join(filter(None, (", ".join(event.moments), event.text)))


def _wrapped(text: str) -> str:
    return "<br/>".join(map(_line, wrap(visible(shorten(text, _LABEL)), _WIDTH) or [""]))


def _line(text: str) -> str:
    """A label, or a line of one: never empty, for an empty label is an error."""
    shown = visible(text).strip() or "…"
    start = _STARTS_LIST.match(shown)
    if start is None:
        return _entities(shown)
    mark = shown[start.end() - 1]
    return f"{shown[: start.end() - 1]}#{ord(mark)};{_entities(shown[start.end() :])}"


def _entities(text: str) -> str:
    return _ACTS.sub(lambda found: _entity(found[0]), text)


def _entity(sign: str) -> str:
    return {":": "#colon;", '"': "#quot;"}.get(sign, f"#{ord(sign)};")


def wrap(text: str, columns: int) -> list[str]:
    """Lines of at most so many columns, broken between words, and within a word that is longer than a line."""
    lines = [""]
    for word in text.split(" "):
        candidate = f"{lines[-1]} {word}".strip(" ")
        if width(candidate) <= columns:
            lines[-1] = candidate
            continue
        lines.append("")
        for character in word:
            if width(lines[-1] + character) > columns:
                lines.append("")
            lines[-1] += character
    return [line for line in lines if line]
