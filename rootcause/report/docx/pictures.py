"""Figures as pictures: SVG for programs that draw it, and the same as PNG for those that do not."""

from __future__ import annotations

import base64
import io
from typing import TYPE_CHECKING, Final

from msgspec.structs import replace

from rootcause.errors import RootcauseError
from rootcause.report.diagrams import Figure
from rootcause.report.docx.page import WIDTH, element
from rootcause.report.svg.render import Drawing, Form, draw
from rootcause.report.theme import Logo, Theme
from rootcause.source.visible import visible

if TYPE_CHECKING:
    from docx.document import Document
    from docx.shape import InlineShape
    from docx.text.paragraph import Paragraph

_TALLEST: Final = 225
"""Millimetres that leave room for the caption on the same sheet."""
_PIXELS_PER_MM: Final = 96 / 25.4
_SCALE: Final = 2
"""Pixels of the PNG for each CSS pixel, so that it is sharp on paper."""
_WHITE: Final = "#ffffff"
_LOGO_HEIGHT: Final = 12
_LOGO_WIDTH: Final = 50
"""Millimetres."""
_LOGO_PIXELS: Final = 600
_EXTENSION: Final = "{96DAC541-7B7A-43D3-8B79-37D633B846F1}"
"""The name under which Office looks for an SVG beside the picture that older programs show (MS-ODRAWXML, svgBlip)."""
_SVG_SPACE: Final = "http://schemas.microsoft.com/office/drawing/2016/SVG/main"
_HINT: Final = "pip install 'rootcause-triage[docx]'"


class Pictures:
    """Puts the pictures of one document in their places."""

    def __init__(self, theme: Theme) -> None:
        # The sheet is white, whatever the ground of a page is.
        self._theme = replace(theme, light=replace(theme.light, paper=_WHITE))
        self._count = 0

    def add(self, paragraph: Paragraph, figure: Figure) -> bool:
        """Draw it there, no wider and no taller than the sheet; False when there is nothing to draw."""
        from docx.shared import Mm

        drawing = draw(figure)
        if drawing.width <= 0 or drawing.height <= 0:
            return False
        millimetres = min(WIDTH, drawing.width / _PIXELS_PER_MM, _TALLEST * drawing.width / drawing.height)
        svg = drawing.svg(Form.PLAIN, self._theme)
        self._count += 1
        shape = paragraph.add_run().add_picture(io.BytesIO(_as_png(svg, drawing)), width=Mm(millimetres))
        self._name(shape, figure.title, figure.description)
        self._add_svg(paragraph, shape._inline, svg)
        return True

    def add_logo(self, document: Document, logo: Logo) -> None:
        """The sign of the team in the size for the head of a letter; nothing for a kind that Word does not know."""
        from docx.image.exceptions import InvalidImageStreamError, UnexpectedEndOfFileError, UnrecognizedImageError
        from docx.shared import Mm

        kind, _, data = logo.data.partition(";base64,")
        content = base64.b64decode(data)
        if kind == "data:image/svg+xml":
            content = _drawn(content.decode(), _LOGO_PIXELS)
        paragraph = document.add_paragraph()
        try:
            shape = paragraph.add_run().add_picture(io.BytesIO(content), height=Mm(_LOGO_HEIGHT))
        except (InvalidImageStreamError, UnexpectedEndOfFileError, UnrecognizedImageError):
            paragraph._p.getparent().remove(paragraph._p)
            return
        self._count += 1
        if shape.width > Mm(_LOGO_WIDTH):
            shape.height, shape.width = round(shape.height * Mm(_LOGO_WIDTH) / shape.width), Mm(_LOGO_WIDTH)
        self._name(shape, "", logo.text)

    def _name(self, shape: InlineShape, title: str, description: str) -> None:
        """What those are told who do not see it."""
        properties = shape._inline.docPr
        properties.set("id", str(self._count))
        properties.set("name", f"picture-{self._count}")
        properties.set("title", visible(title))
        properties.set("descr", visible(description))

    def _add_svg(self, paragraph: Paragraph, inline: object, svg: str) -> None:
        """The SVG beside the PNG, in the extension of the format that Office 2016 and later read."""
        from docx.opc.constants import RELATIONSHIP_TYPE
        from docx.opc.packuri import PackURI
        from docx.opc.part import Part
        from docx.oxml import parse_xml
        from docx.oxml.ns import nsdecls

        name = PackURI(f"/word/media/picture-{self._count}.svg")
        part = Part(name, "image/svg+xml", svg.encode(), paragraph.part.package)
        relation = paragraph.part.relate_to(part, RELATIONSHIP_TYPE.IMAGE)
        blip = inline.graphic.graphicData.pic.blipFill.blip  # type: ignore[attr-defined]
        extensions = element("a:extLst", {})
        extensions.append(
            parse_xml(
                f'<a:ext {nsdecls("a", "r")} uri="{_EXTENSION}">'
                f'<asvg:svgBlip xmlns:asvg="{_SVG_SPACE}" r:embed="{relation}"/></a:ext>'
            )
        )
        blip.append(extensions)


def _as_png(svg: str, drawing: Drawing) -> bytes:
    return _drawn(svg, max(1, round(drawing.width * _SCALE)))


def _drawn(svg: str, width: int) -> bytes:
    try:
        import resvg_py
    except ImportError as error:
        raise RootcauseError("a DOCX needs resvg-py for its pictures, which is not installed", hint=_HINT) from error
    return bytes(resvg_py.svg_to_bytes(svg_string=svg, width=width))
