"""What a template is given: the JSON document of a report, completed, and its parts ready to be printed.

`docs/templates.md` describes every field; a test compares.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

from msgspec.structs import asdict, replace

from rootcause.report.diagrams import Figure
from rootcause.report.json_document import as_data
from rootcause.report.markdown import render_markdown
from rootcause.report.model import Block, Heading, Report, Text
from rootcause.report.template.kind import Kind, Written
from rootcause.report.theme import Theme
from rootcause.report.words import ENGLISH, Words
from rootcause.report.words.rewording import heading

Data = dict[str, Any]

SECTIONS: Final = (
    "summary",
    "impact",
    "timeline",
    "what",
    "why",
    "different",
    "actions",
    "tracing",
    "recovery",
    "trust",
    "learned",
    "story",
    "prepare",
    "open_questions",
    "findings",
    "evidence",
    "about",
)
"""The sections of a report by name, in their order."""

FIELDS: Final[Mapping[str, tuple[str, ...]]] = {
    "timeline": ("at", "what", "source"),
    "causes": ("because", "proof", "evidence", "kind", "fixable", "escaped"),
    "options": (
        "what",
        "kind",
        "steps",
        "size",
        "one_off",
        "running",
        "recurs",
        "lead_time",
        "loss_avoided",
        "effect",
        "feasible",
        "contingency",
    ),
    "actions": ("what", "owner", "due", "kind", "strength", "cause", "done_when", "status"),
}
"""The fields that are always there, so that a template which fits one case fits all."""

_STATEMENT: Final[Mapping[str, Any]] = {
    "key": "",
    "label": "",
    "state": None,
    "type": None,
    "value": None,
    "text": "",
    "sure": None,
    "note": "",
    "who": "",
    "to": "",
    "by": "",
    "evidence": (),
    "rows": (),
}


def template_data(report: Report, kind: Kind, theme: Theme, words: Words = ENGLISH) -> Data:
    """Mappings, lists, texts and numbers, and nothing else; the same for the same report."""
    data: Data = dict(as_data(report))
    data["summary"] = [asdict(line) for line in report.summary]
    data["answers"] = [_complete(one) for one in data["answers"]]
    data["lists"] = [_complete(one) for one in data.get("lists", ())]
    data["open_questions"] = [_complete(one) for one in data["open_questions"]]
    data["trust"] = [
        {name: _complete(one) if isinstance(one, dict) else one for name, one in row.items()} for row in data["trust"]
    ]
    data["timeline"]["entries"] = [
        {**_with_fields(entry, "timeline"), "moments": {role: _complete(one) for role, one in entry["moments"].items()}}
        for entry in data["timeline"]["entries"]
    ]
    data["causes"] = [{**tree, "causes": [*map(_cause, tree["causes"])]} for tree in data["causes"]]
    data["options"] = [_with_fields(one, "options") for one in data["options"]]
    data["actions"] = [_with_fields(one, "actions") for one in data["actions"]]
    return {
        **data,
        "content": Written(_whole(report, kind, words)),
        "sections": _sections(report, kind, words),
        "pictures": _pictures(report, theme),
        "theme": _theme(theme),
    }


def _complete(statement: Mapping[str, Any]) -> Data:
    found = {**_STATEMENT, **statement}
    found["rows"] = [
        {**row, "fields": {field: _complete(cell) for field, cell in row["fields"].items()}} for row in found["rows"]
    ]
    return found


def _with_fields(row: Mapping[str, Any], list: str) -> Data:
    said = {field: _complete(cell) for field, cell in row["fields"].items()}
    return {**row, "fields": {**{field: dict(_STATEMENT) for field in FIELDS[list]}, **said}}


def _cause(cause: Mapping[str, Any]) -> Data:
    return {**_with_fields(cause, "causes"), "causes": [*map(_cause, cause["causes"])]}


def _whole(report: Report, kind: Kind, words: Words) -> str:
    return "\n".join(_parts(report.blocks, kind, words)) if kind is Kind.HTML else render_markdown(report).rstrip("\n")


def _sections(report: Report, kind: Kind, words: Words) -> Data:
    """Each section by the name of its heading; one that the case does not have is empty."""
    names = {heading(words, name): name for name in SECTIONS}
    found = {name: {"title": title, "content": Written()} for title, name in names.items()}
    below: dict[str, list[Block]] = {}
    name = ""
    for block in report.blocks:
        if isinstance(block, Heading) and block.level == 2:
            title = "".join(one.text for one in block.inlines if isinstance(one, Text))
            name = names.get(title, title)
            found.setdefault(name, {"title": title, "content": Written()})
        elif name:
            below.setdefault(name, []).append(block)
    for name, blocks in below.items():
        if kind is Kind.HTML:
            found[name]["content"] = Written("\n".join(_parts(blocks, kind, words, report.blocks)))
        else:
            found[name]["content"] = Written(render_markdown(replace(report, blocks=tuple(blocks))).rstrip("\n"))
    return found


def _parts(blocks: Sequence[Block], kind: Kind, words: Words, whole: Sequence[Block] | None = None) -> Iterable[str]:
    from rootcause.report.html.addresses import Addresses
    from rootcause.report.html.blocks import BlockWriter
    from rootcause.report.html.inlines import direction_of_language

    writer = BlockWriter(
        Addresses(whole or blocks, ()), words.pages, direction_of_language(words.language), lambda figure: ""
    )
    if whole is not None:  # below the title and the heading that the template writes
        writer.heading(Heading(1, ()))
        writer.heading(Heading(2, ()))
    yield writer.write(blocks)


def _pictures(report: Report, theme: Theme) -> Data:
    """Each picture as SVG that needs no stylesheet."""
    from rootcause.report.svg.render import Form, draw

    figures = (block for block in report.blocks if isinstance(block, Figure))
    return {figure.name: Written(draw(figure).svg(Form.PLAIN, theme)) for figure in figures}


def _theme(theme: Theme) -> Data:
    logo = None if theme.logo is None else asdict(theme.logo)
    return {"name": theme.name, "logo": logo, "colours": asdict(theme.light)}
