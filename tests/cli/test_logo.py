"""The logo of a team: a whole picture that acts on nothing, loads nothing and is drawn soon."""

from __future__ import annotations

import base64
import os
import struct
import zlib
from pathlib import Path

import pytest

from rootcause.cli.reporting.theme_file import load_theme
from rootcause.errors import InvalidContent, UnreadableInput

SVG = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">{}</svg>'
SIGNATURE = b"\x89PNG\r\n\x1a\n"


def part(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))


def png(width: int = 2, height: int = 3) -> bytes:
    header = part(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0))
    return SIGNATURE + header + part(b"IDAT", zlib.compress(b"\0\0\0" * 3)) + part(b"IEND", b"")


def jpeg(width: int = 2, height: int = 3, end: bytes = b"\xff\xd9") -> bytes:
    frame = struct.pack(">BHHB", 8, height, width, 1) + b"\1\x11\0"
    scan = b"\xff\xda\0\x08\1\1\0\0\x3f\0\x12"
    return b"\xff\xd8\xff\xe0\0\4ab\xff\xc0\0\x0b" + frame + scan + end


def webp(*chunks: bytes) -> bytes:
    content = b"WEBP" + b"".join(chunks)
    return b"RIFF" + struct.pack("<I", len(content)) + content


def chunk(kind: bytes, content: bytes) -> bytes:
    return kind + struct.pack("<I", len(content)) + content + b"\0" * (len(content) % 2)


def lossy(width: int = 2, height: int = 3) -> bytes:
    return chunk(b"VP8 ", b"\0\0\0\x9d\x01\x2a" + struct.pack("<HH", width, height))


def lossless(width: int = 2, height: int = 3) -> bytes:
    return chunk(b"VP8L", b"\x2f" + struct.pack("<I", width - 1 | height - 1 << 14))


def extended(width: int = 2, height: int = 3) -> bytes:
    return chunk(b"VP8X", b"\0" * 4 + struct.pack("<I", width - 1)[:3] + struct.pack("<I", height - 1)[:3])


def within(content: bytes) -> str:
    return f'<image href="data:image/png;base64,{base64.b64encode(content).decode()}"/>'


PNG = png()


def theme(folder: Path, text: str) -> Path:
    path = folder / "theme.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def with_logo(folder: Path, content: bytes, name: str = "logo.svg") -> Path:
    (folder / name).write_bytes(content)
    return theme(folder, f"logo: {{file: {name}, text: Ours}}\n")


@pytest.mark.parametrize(
    ("name", "content", "kind"),
    [
        ("a.png", PNG, "png"),
        ("a.svg", PNG, "png"),
        ("a.png", png(4000, 4000), "png"),
        ("a.jpg", jpeg(), "jpeg"),
        ("a.webp", webp(lossy()), "webp"),
        ("a.webp", webp(lossless()), "webp"),
        ("a.webp", webp(extended(), lossy()), "webp"),
        ("a.svg", SVG.format('<g><path d="M0 0"/><use href="#a"/></g>').encode(), "svg+xml"),
        ("a.svg", SVG.format('<rect fill="url(#g)"/><style>.a { fill: url("#g") }</style>').encode(), "svg+xml"),
        ("a.svg", SVG.format(within(PNG).replace("href", "xlink:href")).encode(), "svg+xml"),
        ("a.svg", SVG.format('<style>.a,.b{fill:url(#g)}</style><pattern id="g"/><g class="b"/>').encode(), "svg+xml"),
        ("a.svg", SVG.format('<g clip-path="url(#c)"><path d="M0 0"/></g><clipPath id="c"/>').encode(), "svg+xml"),
        (
            "a.svg",
            SVG.format("<desc>" + "a" * 30_000 + "</desc><style>/*" + "a" * 30_000 + "*/</style>").encode(),
            "svg+xml",
        ),
        ("a.svg", SVG.format("<text>" + "a" * 2000 + "</text>").encode(), "svg+xml"),
        ("a.svg", SVG.format('<x:view xmlns:x="https://editor.example" x:zoom="2"/>').encode(), "svg+xml"),
    ],
)
def test_a_logo_is_put_into_the_theme(tmp_path: Path, name: str, content: bytes, kind: str) -> None:
    read = load_theme(with_logo(tmp_path, content, name))
    assert read.logo is not None
    assert read.logo.data.startswith(f"data:image/{kind};base64,")
    assert read.logo.text == "Ours"


@pytest.mark.parametrize(
    ("svg", "said"),
    [
        (SVG.format("<script>alert(1)</script>"), 'it holds "script"'),
        (SVG.format("<foreignObject/>"), 'it holds "foreignObject"'),
        (SVG.format('<set attributeName="href" to="javascript:alert(1)"/>'), 'it holds "set"'),
        (SVG.format('<animate attributeName="x"/>'), 'it holds "animate"'),
        (SVG.format('<a href="https://evil.example"/>'), 'it holds "a"'),
        (SVG.format('<b xmlns="http://www.w3.org/1999/xhtml"/>'), 'it holds "b"'),
        (SVG.format('<g onload="alert(1)"/>'), 'it holds "onload"'),
        (SVG.format('<g ONCLICK="alert(1)"/>'), 'it holds "onclick"'),
        (SVG.format('<use href="https://evil.example/a.svg#b"/>'), 'it refers to "https://evil.example'),
        (SVG.format('<image xlink:href="//evil.example/a.png"/>'), "it refers to"),
        (SVG.format('<image href="data:image/svg+xml;base64,AAAA"/>'), "it refers to"),
        (SVG.format('<image href="logo.png"/>'), "it refers to"),
        (SVG.format('<rect fill="url(https://evil.example/#a)"/>'), 'its "fill" loads something'),
        (SVG.format('<rect style="fill: url( \'https://evil.example\' )"/>'), 'its "style" loads something'),
        (SVG.format('<rect style="fill: u\\72l(https://evil.example)"/>'), 'its "style" loads something'),
        (SVG.format("<style>@import 'https://evil.example/a.css';</style>"), "its style loads something"),
        (SVG.format("<style>a{b:url(https://evil.example)}</style>"), "its style loads something"),
        (SVG.format('<style>a{}<g/>@import "https://evil.example/"</style>'), "its style holds elements"),
        (SVG.format("<style>a{b: image-set('https://evil.example' 1x)}</style>"), "its style loads something"),
        (SVG.format("<style>a{b: src('https://evil.example')}</style>"), "its style loads something"),
        (SVG.format('<g style="b: image-set(&quot;https://evil.example&quot; 1x)"/>'), 'its "style" loads something'),
        (SVG.format('<g xml:base="https://evil.example"/>'), 'it holds "base"'),
        (SVG.format('<marker id="m"/>'), 'it holds "marker"'),
        (SVG.format(within(png(40_000, 40_000))), "of a picture in it: it is 40,000 by 40,000 pixels"),
        (SVG.format(within(PNG[:40])), "of a picture in it: it begins like a PNG"),
        ('<!DOCTYPE svg [<!ENTITY a "b">]>' + SVG.format("&a;"), "a declaration"),
        ('<?xml-stylesheet href="https://evil.example/a.css"?>' + SVG.format(""), "an instruction"),
        ('<?xml version="1.0" encoding="utf-7"?>' + SVG.format(""), "it says that it is not UTF-8"),
        ("<svg>", "it is not XML"),
        ("<svg/>", "it is no SVG"),
        ('<html xmlns="http://www.w3.org/1999/xhtml"><svg/></html>', "it is no SVG"),
        (SVG.format("<g>" * 100_000 + "</g>" * 100_000), "larger than"),
        (SVG.format("<g/>" * 30_000), "more than 20,000 elements"),
    ],
    ids=range(33),
)  # fmt: skip
def test_a_logo_that_acts_or_loads_is_refused(tmp_path: Path, svg: str, said: str) -> None:
    with pytest.raises(InvalidContent) as caught:
        load_theme(with_logo(tmp_path, svg.encode()))
    assert "theme.yaml:1:14: error[theme-file]" in caught.value.message
    assert said in caught.value.message


def levels(repeated: str, holder: str) -> str:
    """Each level holds the one below ten times."""
    levels = [f"{holder.format(id=f'a{level + 1}')}{repeated.format(id=f'a{level}') * 10}" for level in range(12)]
    close = f"</{holder[1:].split(maxsplit=1)[0]}>"
    return SVG.format(f'<g id="a0"><path/></g>{close.join(levels)}{close}' + repeated.format(id="a12"))


@pytest.mark.parametrize(
    ("svg", "said"),
    [
        (levels('<use href="#{id}"/>', '<g id="{id}">'), "too much to draw"),
        (levels('<rect fill="url(#{id})"/>', '<pattern id="{id}">'), "too much to draw"),
        (levels('<rect class="{id}"/>', '<pattern id="{id}">').replace(
            "</svg>", "<style>" + "".join(f".a{n}{{fill:url(#a{n})}}" for n in range(13)) + "</style></svg>"), "too much"),
        (SVG.format('<pattern id="a"><g/></pattern><g fill="url(#a)">' + "<g/>" * 150 + "</g>" + "<g/>" * 19_600), "too much"),
        (SVG.format('<path id="p" d="' + "h1" * 50_000 + '"/>' + '<use href="#p"/>' * 9), "too much to draw"),
        (SVG.format('<g id="a"><use href="#a"/></g>'), "more than 50 deep"),
        (SVG.format('<pattern id="a"><g fill="url(#a)"/><g fill="url(#a)"/></pattern>'), "more than 50 deep"),
        (SVG.format("<g>" * 60 + "</g>" * 60), "more than 50 deep"),
        (SVG.format("<style>rect{fill:url(#a)}</style>"), "by more than a class"),
        (SVG.format("<style>.a{b:'}';fill:url(#a)}</style>"), "by more than a class"),
        (SVG.format("<style>" + ".a{}" * 1000 + "</style>" + "<g/>" * 1000), "too many styles"),
        (SVG.format("<text>" + "a" * 200_000 + "</text>"), "more than 2,000 letters"),
        (SVG.format("<tspan/>abcd" * 600), "more than 2,000 letters"),
        (SVG.format(within(PNG) * 11), "more than 10 pictures"),
    ],
    ids=[
        *("uses of uses", "patterns of patterns", "patterns by classes", "what is passed on", "a long path", "a circle"),
        *("a circle of patterns", "depth", "styles by name", "styles with quotes", "styles", "text", "texts", "pictures"),
    ],
)  # fmt: skip
def test_a_logo_that_takes_long_to_be_drawn_is_refused(tmp_path: Path, svg: str, said: str) -> None:
    with pytest.raises(InvalidContent) as caught:
        load_theme(with_logo(tmp_path, svg.encode()))
    assert "theme.yaml:1:14: error[theme-file]" in caught.value.message
    assert said in caught.value.message


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (SIGNATURE, "begins like a PNG picture but is damaged"),
        (PNG[:-12], "begins like a PNG picture but is damaged"),
        (PNG.replace(b"IDAT", b"IDAs"), "begins like a PNG picture but is damaged"),
        (SIGNATURE + part(b"IEND", b""), "begins like a PNG picture but is damaged"),
        (png(0, 0), "0 by 0 pixels, so there is nothing to see"),
        (png(4001, 1), "4,001 by 1 pixels; at most 4,000"),
        (png(1, 40_000), "1 by 40,000 pixels"),
        (b"\xff\xd8\xff", "begins like a JPEG picture but is damaged"),
        (jpeg(end=b""), "begins like a JPEG picture but is damaged"),
        (jpeg()[:20], "begins like a JPEG picture but is damaged"),
        (jpeg(0, 3), "0 by 3 pixels"),
        (jpeg(65_535, 3), "65,535 by 3 pixels"),
        (b"RIFF\0\0\0\0WEBPjunk", "begins like a WebP picture but is damaged"),
        (webp(chunk(b"ANIM", b"")), "begins like a WebP picture but is damaged"),
        (webp(extended(), chunk(b"ANMF", b"")), "begins like a WebP picture but is damaged"),
        (webp(lossy())[:-2], "begins like a WebP picture but is damaged"),
        (webp(chunk(b"VP8 ", b"junk")), "begins like a WebP picture but is damaged"),
        (webp(lossy(0, 0)), "0 by 0 pixels"),
        (webp(lossless(16_383, 1)), "16,383 by 1 pixels"),
        (webp(extended(1, 40_000), lossy()), "1 by 40,000 pixels"),
        (webp(extended(), lossy(9_999, 1)), "9,999 by 1 pixels"),
    ],
)  # fmt: skip
def test_a_picture_without_sense_or_end_is_refused(tmp_path: Path, content: bytes, said: str) -> None:
    with pytest.raises(InvalidContent) as caught:
        load_theme(with_logo(tmp_path, content))
    assert said in caught.value.message


@pytest.mark.parametrize("content", [b"GIF89a", b"", b"\0\1\2", b"%PDF-1.7"])
def test_another_file_is_no_logo(tmp_path: Path, content: bytes) -> None:
    with pytest.raises(InvalidContent):
        load_theme(with_logo(tmp_path, content, "logo.png"))


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes with names here")
def test_a_logo_is_never_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "logo.png")
    with pytest.raises(InvalidContent, match=r"is a pipe(?s:.*)save the picture as a file"):
        load_theme(theme(tmp_path, "logo: {file: logo.png, text: Ours}"))


def test_a_folder_is_neither_theme_nor_logo(tmp_path: Path) -> None:
    with pytest.raises(InvalidContent, match=r"is a folder(?s:.*)name the picture in it"):
        load_theme(theme(tmp_path, "logo: {file: ., text: Ours}"))
    with pytest.raises(UnreadableInput, match="is a folder") as caught:
        load_theme(tmp_path)
    assert caught.value.hint == "name the theme in it"
