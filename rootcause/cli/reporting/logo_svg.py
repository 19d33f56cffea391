"""An SVG as a logo: a mere picture that runs nothing, loads nothing and is soon drawn."""

from __future__ import annotations

import base64
import binascii
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Final

from rootcause.cli.reporting.logo_picture import what_is_wrong_with
from rootcause.source.visible import shortened

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_SVG: Final = "{http://www.w3.org/2000/svg}"
_XHTML: Final = "{http://www.w3.org/1999/xhtml}"
_MOST_DRAWN: Final = 20_000
_MOST_LETTERS: Final = 2_000
_MOST_PICTURES: Final = 10
_DEEPEST: Final = 50
_MOST_MATCHED: Final = 300_000
_SIGNS_OF_A_PIECE: Final = 32
_NOT_PASSED_ON: Final = ("clip-path", "mask", "filter")
_TEXTS: Final = (f"{_SVG}text", f"{_SVG}tspan", f"{_SVG}textPath")
_SHAPES: Final = frozenset(
    (
        *("svg", "g", "defs", "symbol", "use", "title", "desc", "metadata", "style", "switch"),
        *("path", "rect", "circle", "ellipse", "line", "polyline", "polygon", "text", "tspan", "textPath", "image"),
        *("linearGradient", "radialGradient", "stop", "pattern", "clipPath", "mask", "filter"),
    )
)
"""Without `marker`: it is drawn at each corner of a path, and a path has any number of them."""

_LOADING: Final = re.compile(
    r"""@import|\b(?:image-set|image|src|expression)\s*\(|url\(\s*["']?\s*(?!["'#\s])|\\""", re.IGNORECASE
)
_DECLARATION: Final = re.compile(r"<!\s*(?:DOCTYPE|ENTITY)|<\?(?!xml[\s?])", re.IGNORECASE)
_ENCODING: Final = re.compile(r"^\s*<\?xml[^>]*encoding\s*=\s*[\"'](?!utf-8[\"'])", re.IGNORECASE)
_PICTURE: Final = re.compile(r"data:image/(?:png|jpeg|webp);base64,([A-Za-z0-9+/=\s]*)")
_WITHIN: Final = re.compile(r"""url\(\s*["']?\s*#([^"'()\s]*)""", re.IGNORECASE)
_SELECTOR_ENDS: Final = re.compile("[{,]")
_CLASSES: Final = re.compile(r"\s*\.[\w-]+(?:\s*,\s*\.[\w-]+)*\s*")


def what_acts(text: str) -> str:
    """What in an SVG could run, load or take long to be drawn; empty when it is a mere picture."""
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
    elements = list(root.iter())
    if len(elements) > _MOST_DRAWN:
        return f"it has more than {_MOST_DRAWN:,} elements"
    wrong = next(filter(None, map(_what_acts_in, elements)), "") or _too_much(elements)
    if wrong:
        return wrong
    try:
        is_soon_drawn = _Drawing(elements).cost(root) <= _MOST_DRAWN
    except (RecursionError, ValueError) as error:
        return str(error)
    return "" if is_soon_drawn else "there is too much to draw, with all that is repeated in it"


def _what_acts_in(element: Element) -> str:
    space, _, name = element.tag.rpartition("}")
    is_drawn = f"{space}}}" == _SVG
    if f"{space}}}" == _XHTML or not space or (is_drawn and name not in _SHAPES and not name.startswith("fe")):
        return f'it holds "{shortened(name)}"'
    if is_drawn and name == "style":
        if len(element):
            return "its style holds elements"
        if _LOADING.search(element.text or ""):
            return "its style loads something"
    for key, value in element.attrib.items():
        bare = key.rpartition("}")[2].lower()
        if bare.startswith("on") or bare == "base":  # addresses would start elsewhere
            return f'it holds "{shortened(bare)}"'
        if bare in ("href", "src") and not value.startswith("#"):
            picture = _PICTURE.fullmatch(value)
            if picture is None:
                return f'it refers to "{shortened(value)}"'
            if wrong := _wrong_picture(picture[1]):
                return f"of a picture in it: {wrong}"
        if _LOADING.search(value) and (bare == "style" or "(" in value):
            return f'its "{shortened(bare)}" loads something'
    return ""


def _wrong_picture(encoded: str) -> str:
    try:
        return what_is_wrong_with(base64.b64decode(encoded))
    except binascii.Error:
        return "it is damaged"


def _too_much(elements: Sequence[Element]) -> str:
    if sum(map(_letters, elements)) > _MOST_LETTERS:
        return f"it has more than {_MOST_LETTERS:,} letters of text"
    if sum(element.tag == f"{_SVG}image" for element in elements) > _MOST_PICTURES:
        return f"it has more than {_MOST_PICTURES} pictures in it"
    selectors = sum(len(_SELECTOR_ENDS.findall(style.text or "")) for style in elements if style.tag == f"{_SVG}style")
    return "it has too many styles for its elements" if selectors * len(elements) > _MOST_MATCHED else ""


def _letters(element: Element) -> int:
    """Those of the element itself and behind it; space between elements is no text."""
    own = element.text if element.tag in _TEXTS else None
    return len((own or "").strip()) + len((element.tail or "").strip())


def _rules(style: str) -> Iterator[tuple[str, str]]:
    """The selectors and the body of each rule; of nested ones the inner."""
    for piece in style.split("}")[:-1]:  # an expression for all of it would begin at each letter anew
        parts = piece.split("{")
        if len(parts) > 1:
            yield parts[-2], parts[-1]


class _Drawing:
    """How much there is to draw once each element stands wherever another one refers to it."""

    def __init__(self, elements: Iterable[Element]) -> None:
        self._named: dict[str, list[Element]] = defaultdict(list)
        self._above: dict[Element, Element] = {}
        self._classes: dict[str, list[str]] = defaultdict(list)
        self._costs: dict[Element, int] = {}
        for element in elements:
            self._named[element.get("id", "")].append(element)
            self._above.update(dict.fromkeys(element, element))
            if element.tag == f"{_SVG}style":
                self._read_style(element.text or "")

    def _read_style(self, text: str) -> None:
        """Which classes refer to what. Raises ValueError when that cannot be told."""
        met = 0
        for selector, body in _rules(text):
            names = _WITHIN.findall(body)
            if not names or not _CLASSES.fullmatch(selector):
                continue
            met += len(names)
            for one in selector.split(","):
                self._classes[one.strip().removeprefix(".")] += names
        if met != text.lower().count("url("):
            raise ValueError("its style refers to elements by more than a class")

    def cost(self, element: Element, depth: int = 0) -> int:
        """In elements, letters and pieces of paths, never too low.

        Raises RecursionError for what is too deep, circles among that.
        """
        if element in self._costs:
            return self._costs[element]
        if depth == _DEEPEST:
            raise RecursionError(f"its elements hold each other or refer to each other more than {_DEEPEST} deep")

        def together(elements: Iterable[Element]) -> int:
            return sum(self.cost(one, depth + 1) for one in elements)

        painted = 1 + together(self._painting(element))
        own = 1 + _letters(element) + sum(map(len, element.attrib.values())) // _SIGNS_OF_A_PIECE
        found = painted * (own + together(self._repeated(element))) + together(element)
        self._costs[element] = min(found, _MOST_DRAWN + 1)
        return self._costs[element]

    def _repeated(self, element: Element) -> Iterator[Element]:
        for key, value in element.attrib.items():
            if key.rpartition("}")[2].lower() == "href" and value.startswith("#"):
                yield from self._named.get(value[1:], ())

    def _painting(self, element: Element) -> Iterator[Element]:
        """What it refers to for its looks, or what it is in, which passes that on."""
        names: list[str] = []
        at: Element | None = element
        while at is not None:
            inherits = at is not element
            for key, value in at.attrib.items():
                if not inherits or key not in _NOT_PASSED_ON:
                    names += _WITHIN.findall(value)
            names += (name for one in at.get("class", "").split() for name in self._classes.get(one, ()))
            at = self._above.get(at)
        for name in dict.fromkeys(names):
            yield from self._named.get(name, ())
