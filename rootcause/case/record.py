"""A case as JSON: written for people, for `git diff` and for the versions to come.

Each answer and each entry of the history is one line, so a move adds or changes a line or two. The keys stand in a
fixed order, `rootcause_case` (the version of the format) first; what is not there is left out.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from typing import TypeVar

from rootcause.case.model import Case, Event, Link, SetAside, Waiver
from rootcause.case.parsing import parse_json
from rootcause.case.values import Plain, to_plain, write_moment
from rootcause.errors import CaseError
from rootcause.interview.answers import Answer, AnswerKey, Remark, State

FORMAT = 1

MIGRATIONS: Mapping[int, Callable[[dict[str, object]], dict[str, object]]] = {}
"""For each former version of the format: what turns its mapping into that of the next version."""

T = TypeVar("T")

_encode = json.JSONEncoder(ensure_ascii=False, allow_nan=False).encode


def to_json(case: Case) -> str:
    """The text of `case.json`. Raises CaseError for an answer that no file can hold, such as half a character."""
    return Scribe().write(case)


def from_json(text: str, name: str) -> Case:
    """The case that the text of the file `name` holds. Raises CaseError that says where the text is wrong."""
    plain = _of_this_format(parse_json(text, name), name)
    from pydantic import ValidationError

    from rootcause.case.schema import CaseRecord

    try:
        return CaseRecord.model_validate(plain).to_case()
    except ValidationError as error:
        from rootcause.case.complaints import first_complaint

        raise CaseError(
            f"{name}: {first_complaint(error)}",
            hint="mend it there with an editor, or put back a copy of the file from your backup",
        ) from error


class Scribe:
    """Writes one case again and again and keeps the lines of what has not changed.

    So a save costs what the move changed, not what the case has grown to.
    """

    def __init__(self) -> None:
        self._answers: dict[AnswerKey, tuple[Answer, str]] = {}
        self._history: list[tuple[Event, str]] = []

    def write(self, case: Case) -> str:
        """The same text as `to_json`."""
        lines = [f"  {_encode(key)}: {_line(key, _as_it_is, value)}" for key, value in _head(case).items()]
        lines += [f'  "answers": {_block("{}", self._answer_lines(case))}']
        if case.remarks:
            lines += [f'  "remarks": {_block("{}", _remark_lines(case))}']
        lines += [f'  "set_aside": {_block("[]", map(_set_aside_line, case.set_aside))}']
        if case.waivers:
            lines += [f'  "waivers": {_block("[]", map(_waiver_line, case.waivers))}']
        if case.links:
            lines += [f'  "links": {_block("[]", map(_link_line, case.links))}']
        lines += [
            f'  "history": {_block("[]", self._history_lines(case))}',
        ]
        return "{\n" + ",\n".join(lines) + "\n}\n"

    def _answer_lines(self, case: Case) -> Iterable[str]:
        known = self._answers
        self._answers = {}
        for key, answer in case.answers.items():
            entry = known.get(key)
            if entry is None or entry[0] is not answer:
                entry = answer, f"{_encode(str(key))}: {_line(f'the answer to {key}', _answer, answer)}"
            self._answers[key] = entry
            yield entry[1]

    def _history_lines(self, case: Case) -> Iterable[str]:
        kept = self._history
        for index, event in enumerate(case.history):
            if index == len(kept) or kept[index][0] is not event:
                del kept[index:]
                kept.append((event, _line(f"entry {index + 1} of the history", _event, event)))
            yield kept[index][1]


def _head(case: Case) -> dict[str, Plain]:
    questionnaire = case.questionnaire
    return _without_none(
        {
            "rootcause_case": FORMAT,
            "id": case.id,
            "title": case.title,
            "questionnaire": _without_none(
                {
                    "id": questionnaire.id,
                    "version": questionnaire.version,
                    "digest": questionnaire.digest,
                    "path": questionnaire.path,
                }
            ),
            "begun": write_moment(case.begun),
            "by": case.by,
            "timezone": case.timezone,
            "language": case.language,
            "at": str(case.at) if case.at else None,
        }
    )


def _block(brackets: str, entries: Iterable[str]) -> str:
    body = ",\n    ".join(entries)
    return f"{brackets[0]}\n    {body}\n  {brackets[1]}" if body else brackets


def _line(place: str, to_plain: Callable[[T], Plain], thing: T) -> str:
    hint = "nothing was saved; take back the last change, then go on"
    try:
        line = _encode(to_plain(thing))
        line.encode()
    except UnicodeEncodeError as error:
        half = ord(error.object[error.start])
        raise CaseError(f"{place} holds half a character (\\u{half:04x}); expected text", hint=hint) from error
    except ValueError as error:
        raise CaseError(f"{place} cannot be kept in a file: {error}", hint=hint) from error
    return line


def _as_it_is(plain: Plain) -> Plain:
    return plain


def _remark_lines(case: Case) -> Iterable[str]:
    for key, remark in case.remarks.items():
        yield f"{_encode(str(key))}: {_line(f'what was said about {key}', _remark, remark)}"


def _set_aside_line(aside: SetAside) -> str:
    return _line(f"the answer to {aside.key} set aside", _set_aside, aside)


def _set_aside(aside: SetAside) -> dict[str, Plain]:
    return {"key": str(aside.key), "reason": aside.reason, "answer": _answer(aside.answer)}


def _waiver_line(waiver: Waiver) -> str:
    return _line(f"the waiver of {waiver.check}", _waiver, waiver)


def _waiver(waiver: Waiver) -> dict[str, Plain]:
    return _without_none(
        {
            "check": waiver.check,
            "reason": waiver.reason,
            "key": str(waiver.key) if waiver.key else None,
            "about": waiver.about or None,
            "who": waiver.who,
            "when": write_moment(waiver.when) if waiver.when else None,
        }
    )


def _link_line(link: Link) -> str:
    return _line(f"the link to {link.case}", _link, link)


def _link(link: Link) -> dict[str, Plain]:
    when = write_moment(link.when) if link.when else None
    return _without_none({"case": link.case, "reason": link.reason, "who": link.who, "when": when})


def _event(event: Event) -> dict[str, Plain]:
    return _without_none(
        {
            "when": write_moment(event.when),
            "who": event.who,
            "what": event.what,
            "key": str(event.key) if event.key else None,
            "note": event.note,
            "until": event.until.isoformat() if event.until else None,
            "on": event.on.isoformat() if event.on else None,
            "moved": event.moved,
            "before": _answer(event.before) if event.before else None,
            "remark": _remark(event.remark) if event.remark else None,
        }
    )


def _answer(answer: Answer) -> dict[str, Plain]:
    if answer.state is State.ANSWERED and answer.value is None:
        raise ValueError("it counts as answered but has no value")
    type, value = (None, None) if answer.value is None else to_plain(answer.value)
    return _without_none(
        {
            "state": answer.state,
            "type": type,
            "value": value,
            "to": answer.to,
            "by": answer.by.isoformat() if answer.by else None,
            "sure": answer.sure,
            "note": answer.note,
            "evidence": list(answer.evidence) or None,
            "who": answer.who,
            "when": write_moment(answer.when) if answer.when else None,
        }
    )


def _remark(remark: Remark) -> dict[str, Plain]:
    return _without_none({"sure": remark.sure, "note": remark.note, "evidence": list(remark.evidence) or None})


def _without_none(entries: Mapping[str, Plain | None]) -> dict[str, Plain]:
    return {key: value for key, value in entries.items() if value is not None}


def _of_this_format(plain: object, name: str) -> object:
    hint = "check that this is the right file"
    if not isinstance(plain, dict):
        raise CaseError(f"{name}: this is JSON but no case of rootcause; expected a mapping", hint=hint)
    if "rootcause_case" not in plain:
        raise CaseError(f'{name}: the key "rootcause_case" is missing; expected a case of rootcause', hint=hint)
    version = plain["rootcause_case"]
    if type(version) is int and version > FORMAT:
        raise CaseError(
            f"{name}: written by a newer rootcause (format {version}); this one reads up to format {FORMAT}",
            hint="update rootcause, then try again",
        )
    if type(version) is not int or not (version == FORMAT or version in MIGRATIONS):
        raise CaseError(
            f"{name}: rootcause_case is {json.dumps(version)[:40]}; expected {FORMAT}, the version of the format",
            hint=hint,
        )
    while version < FORMAT:
        plain = MIGRATIONS[version](plain)
        version += 1
    return plain
