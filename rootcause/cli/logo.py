"""The logo of a report: a small picture file that is put into the page, so that nothing has to be loaded."""

from __future__ import annotations

import base64
import re
from pathlib import Path
from typing import TYPE_CHECKING, Final

from rootcause.errors import InvalidContent, UnreadableInput
from rootcause.source.reading import decode, read_bytes
from rootcause.source.visible import shortened, visible

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

LARGEST: Final = 300_000
"""In bytes; it is in every report."""

_SVG: Final = "{http://www.w3.org/2000/svg}"
_XHTML: Final = "{http://www.w3.org/1999/xhtml}"
_MOST_ELEMENTS: Final = 20_000
_SHAPES: Final = frozenset(
    (
        *("svg", "g", "defs", "symbol", "use", "title", "desc", "metadata", "style", "switch"),
        *("path", "rect", "circle", "ellipse", "line", "polyline", "polygon", "text", "tspan", "textPath", "image"),
        *("linearGradient", "radialGradient", "stop", "pattern", "clipPath", "mask", "marker", "filter"),
    )
)
_LOADING: Final = re.compile(r"""@import|url\(\s*["']?\s*(?!["'#\s])|expression\s*\(|\\""", re.IGNORECASE)
_DECLARATION: Final = re.compile(r"<!\s*(?:DOCTYPE|ENTITY)|<\?(?!xml[\s?])", re.IGNORECASE)
_ENCODING: Final = re.compile(r"^\s*<\?xml[^>]*encoding\s*=\s*[\"'](?!utf-8[\"'])", re.IGNORECASE)
_PICTURE: Final = re.compile(r"data:image/(?:png|jpeg|webp);base64,[A-Za-z0-9+/=\s]*")
_ADVICE: Final = "save it as plain SVG without scripts, links and fonts, or as PNG"


def read_logo(path: Path) -> str:
    """The picture as a `data:` address. Raises UnreadableInput or InvalidContent."""
    data = read_bytes(path, limit=LARGEST)
    kind = _kind(data)
    if kind is None:
        text = decode(data, str(path)) if b"<svg" in data[:5000] or path.suffix.lower() == ".svg" else ""
        if not text:
            raise UnreadableInput(f"{visible(str(path))}: is no PNG, JPEG, WebP or SVG", hint="save it as one of these")
        if wrong := _what_acts(text):
            raise InvalidContent(f"{visible(str(path))}: {wrong}; a logo is shapes and text only", hint=_ADVICE)
        kind, data = "svg+xml", text.encode()
    return f"data:image/{kind};base64,{base64.b64encode(data).decode()}"


def _kind(data: bytes) -> str | None:
    """By how it begins, for its name may say anything."""
    if data.startswith(b"\x89PNG\r\n\x1a\n"):
        return "png"
    if data.startswith(b"\xff\xd8\xff"):
        return "jpeg"
    return "webp" if data[:4] == b"RIFF" and data[8:12] == b"WEBP" else None


def _what_acts(text: str) -> str:
    """What in an SVG could run, load or be expanded; empty when it is a mere picture."""
    from xml.etree import ElementTree

    if _DECLARATION.search(text):
        return "it holds a declaration or an instruction for programs"
    if _ENCODING.search(text):
        return "it says that it is not UTF-8"
    try:
        root = ElementTree.fromstring(text)
    except (ElementTree.ParseError, ValueError) as error:
        return f"it is not XML: {error}"
    if root.tag != f"{_SVG}svg":
        return f'it is no SVG but "{shortened(root.tag)}"'
    for number, element in enumerate(root.iter()):
        if number == _MOST_ELEMENTS:
            return f"it has more than {_MOST_ELEMENTS:,} elements"
        if wrong := _what_acts_in(element):
            return wrong
    return ""


def _what_acts_in(element: Element) -> str:
    space, _, name = element.tag.rpartition("}")
    is_drawn = f"{space}}}" == _SVG
    if f"{space}}}" == _XHTML or not space or (is_drawn and name not in _SHAPES and not name.startswith("fe")):
        return f'it holds "{shortened(name)}"'
    if is_drawn and name == "style" and _LOADING.search(element.text or ""):
        return "its style loads something"
    for key, value in element.attrib.items():
        bare = key.rpartition("}")[2].lower()
        if bare.startswith("on"):
            return f'it holds "{shortened(bare)}"'
        if bare in ("href", "src") and not value.startswith("#") and not _PICTURE.fullmatch(value):
            return f'it refers to "{shortened(value)}"'
        if _LOADING.search(value) and (bare == "style" or "(" in value):
            return f'its "{shortened(bare)}" loads something'
    return ""
