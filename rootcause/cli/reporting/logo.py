"""The logo of a report: a small picture file that is put into the page, so that nothing has to be loaded."""

from __future__ import annotations

import base64
from pathlib import Path
from typing import Final

from rootcause.cli.reporting.logo_picture import kind_of_picture, what_is_wrong_with
from rootcause.cli.reporting.named_file import reading
from rootcause.errors import InvalidContent, UnreadableInput
from rootcause.source.reading import decode, read_bytes
from rootcause.source.visible import visible

LARGEST: Final = 300_000
"""In bytes; it is in every report."""


def read_logo(path: Path) -> str:
    """The picture as a `data:` address. Raises UnreadableInput or InvalidContent."""
    with reading(path, "picture"):
        data = read_bytes(path, limit=LARGEST)
    name = visible(str(path))
    kind = kind_of_picture(data)
    if kind is not None:
        if wrong := what_is_wrong_with(data):
            raise InvalidContent(f"{name}: {wrong}", hint="save it again, as PNG for instance")
    else:
        text = decode(data, str(path)) if b"<svg" in data[:5000] or path.suffix.lower() == ".svg" else ""
        if not text:
            raise UnreadableInput(f"{name}: is no PNG, JPEG, WebP or SVG", hint="save it as one of these")
        from rootcause.cli.reporting.logo_svg import what_acts

        if wrong := what_acts(text):
            hint = "save it as plain SVG without scripts, links and fonts, or as PNG"
            raise InvalidContent(f"{name}: {wrong}; a logo is shapes and text only", hint=hint)
        kind, data = "svg+xml", text.encode()
    return f"data:image/{kind};base64,{base64.b64encode(data).decode()}"
