"""The file is no text that can be read.

It has another encoding than UTF-8, it is not a text but a document or a picture with the wrong name, or it is larger
than the 5 MB that a questionnaire may have. Save it again with the encoding UTF-8; every editor has that in the
dialogue for saving.
"""

from __future__ import annotations

from rootcause.errors import TooLargeInput
from rootcause.lint.rule import Found, Rule
from rootcause.source import reading
from rootcause.source.diagnostic import Severity
from rootcause.source.text import SourceText
from rootcause.source.visible import visible


def decode_or_find(data: bytes, name: str) -> str | Found:
    """The text of a file without its byte order mark, or what is wrong with its encoding and where.

    Single control characters stay in the text: whoever reads it as YAML says where they are.
    """
    read = reading.text_of(data)
    if isinstance(read, str):
        return read
    if read.before is None:
        return _of_the_whole(name, read.message, read.hint)
    source = SourceText(name, data.decode(errors="replace"))
    at = len(read.before)
    return Found(source, source.span(at, at + 1), read.message, read.hint)


def too_large(error: TooLargeInput, name: str) -> Found:
    """A file of more bytes than are read."""
    return _of_the_whole(name, error.message.removeprefix(f"{visible(name)}: "), error.hint)


def _of_the_whole(name: str, message: str, help: str | None) -> Found:
    source = SourceText(name, "")
    return Found(source, source.span(0, 0), f"the file {message}", help)


RULE = Rule("RCY031", "invalid-encoding", Severity.ERROR)
