"""Data to standard output or a file, messages to standard error."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Final

from rootcause.case.atomic import write_atomic
from rootcause.case.faults import describe, in_words
from rootcause.cli.whereabouts import here
from rootcause.errors import RootcauseError
from rootcause.source.visible import visible

if TYPE_CHECKING:
    from msgspec import Struct
    from rich.console import RenderableType

_TOGETHER: Final = 1_000
"""Entries of a list that are written at a time."""

Json = None | bool | int | float | str | Sequence["Json"] | Mapping[str, "Json"]


def say(message: str) -> None:
    """A message for the person, at once; when the window is closed, nobody is left to read it."""
    with suppress(OSError):
        print(visible(message, keep="\n"), file=sys.stderr, flush=True)


def near(path: Path) -> str:
    """The path as one would type it here."""
    folder = here()
    return str(path.relative_to(folder) if path.is_relative_to(folder) else path)


def write_data(text: str) -> None:
    """What the command was called for. Programs get UTF-8 whatever the locale is; on a screen nothing in it acts."""
    text = text if text.endswith("\n") else f"{text}\n"
    with _standard_output():
        if sys.stdout.isatty():
            sys.stdout.write(visible(text, keep="\n"))
        else:
            sys.stdout.flush()
            sys.stdout.buffer.write(text.encode("utf-8", "backslashreplace"))
        sys.stdout.flush()


def write_json(value: Json | Sequence[Struct]) -> None:
    """Data for a program."""
    if sys.stdout.isatty():
        write_data(_indented(value).decode())
        return
    with _standard_output():
        sys.stdout.flush()
        for part in _parts(value):
            sys.stdout.buffer.write(part)
        sys.stdout.flush()


def _parts(value: Json | Sequence[Struct]) -> Iterator[bytes]:
    """The text of a value; a long list by and by, so that its text is not in memory as a whole."""
    if not isinstance(value, list) or len(value) <= _TOGETHER:
        yield _indented(value) + b"\n"
        return
    for start in range(0, len(value), _TOGETHER):
        some = _indented(value[start : start + _TOGETHER])
        yield (b",\n" if start else b"[\n") + some.removeprefix(b"[\n").removesuffix(b"\n]")
    yield b"\n]\n"


def _indented(value: Json | Sequence[Struct]) -> bytes:
    import msgspec.json

    try:
        # json.dumps takes twenty times as long as soon as it indents, which tells in a list of 100,000.
        return msgspec.json.format(msgspec.json.encode(value), indent=2)
    except (ValueError, OverflowError):  # half a character, or a number beyond 64 bits
        import json

        written = json.dumps(msgspec.to_builtins(value), ensure_ascii=False, indent=2)
        return written.encode("utf-8", "backslashreplace")


def write_drawing(drawing: RenderableType) -> None:
    """A table or a tree for a person."""
    from rootcause.terminal.console import print_drawing

    with _standard_output():
        print_drawing(drawing, sys.stdout, os.environ)


def write_document(content: str | bytes, target: str) -> None:
    """A document to a file, whole or not at all, or to standard output when the target is `-` or names it."""
    path = Path(target)
    found = None if target == "-" else look_up(path)
    encoded = content.encode() if isinstance(content, str) else content
    if target == "-" or is_standard_output(path):
        _write_out(content)
    elif found is None:
        write_atomic(path.resolve(), encoded)
    elif stat.S_ISREG(found.st_mode):
        write_atomic(path.resolve(), encoded, mode=found.st_mode & 0o777)
    else:  # a device or a pipe takes what it is given; a file in its place would break what reads from it
        with in_words(f"could not write to {path}"):
            path.write_bytes(encoded)


def _write_out(content: str | bytes) -> None:
    if isinstance(content, str):
        write_data(content)
        return
    if sys.stdout.isatty():
        raise RootcauseError("this format is not for a terminal", hint="name a file with -o")
    with _standard_output():
        sys.stdout.flush()
        sys.stdout.buffer.write(content)
        sys.stdout.flush()


def look_up(path: Path) -> os.stat_result | None:
    """What stands at that path, links followed; None for nothing."""
    try:
        return path.stat()
    except OSError:
        return None


def is_standard_output(path: Path) -> bool:
    """Whether the path is another name of standard output, as /dev/stdout is."""
    found = look_up(path)
    try:
        return found is not None and os.path.samestat(found, os.fstat(sys.stdout.fileno()))
    except OSError:
        return False


@contextmanager
def _standard_output() -> Iterator[None]:
    if sys.__stdout__ is None:
        raise RootcauseError("could not write to standard output: it is closed", hint="send it to a file with > FILE")
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        discard_output()
        what, cure = describe(error)
        raise RootcauseError(f"could not write to standard output: {what}", hint=cure) from error


def discard_output() -> None:
    """Let go what waits to be written to standard output; Python would try again when it ends."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
