"""Values as JSON."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from rootcause.source.visible import visible


def in_one_line(value: object) -> str:
    """A value as JSON on one line, without a line break at its end."""
    return _encode(value).decode()


def indented(value: object) -> str:
    """A value as JSON for people."""
    return msgspec.json.format(_encode(value), indent=2).decode() + "\n"


def _encode(value: object) -> bytes:
    try:
        encoded = msgspec.json.encode(value)
    except UnicodeEncodeError:  # the name of a file that is not UTF-8
        encoded = msgspec.json.encode(_whole(value))
    # In the log of a workflow GitHub takes these characters for the beginning of a command, anywhere in a line.
    return encoded.replace(b"##[", b"##\\u005b")


def _whole(value: object) -> object:
    """The value with half characters written out."""
    match value:
        case str():
            return value if value.isascii() else "".join(map(_character, value))
        case Mapping():
            return {key: _whole(inner) for key, inner in value.items()}
        case list() | tuple():
            return [_whole(inner) for inner in value]
        case _:
            return value


def _character(character: str) -> str:
    return visible(character) if "\ud800" <= character <= "\udfff" else character
