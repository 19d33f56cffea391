"""A printed file as words with their places, read by pdftotext (of Poppler), and what a page may not be cut in."""

from __future__ import annotations

import html
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from tests.report.html.reading import parse

FOOT = 62  # the height of the margin at the foot in points, where the number of the page stands
MARGIN = 42
TOP = 42  # of 57: the boxes of tall fonts reach up into the margin


class Word(NamedTuple):
    """Points from the left and from the top."""

    left: float
    top: float
    right: float
    bottom: float
    text: str


class Sheet(NamedTuple):
    """One page."""

    width: float
    height: float
    words: tuple[Word, ...]

    @property
    def size(self) -> tuple[int, int]:
        return round(self.width), round(self.height)

    @property
    def body(self) -> list[Word]:
        return [word for word in self.words if word.bottom < self.height - FOOT]

    def outside(self) -> list[str]:
        """What stands beyond the margins; the foot has the numbers of the pages."""
        return [
            word.text
            for word in self.words
            if word.left < MARGIN - 1 or word.right > self.width - MARGIN + 1 or word.top < TOP
        ]

    def overlapping(self) -> list[tuple[str, str]]:
        """Words that lie over one another, by more than the lines of a text touch."""
        found = []
        for place, one in enumerate(self.words):
            for other in self.words[place + 1 :]:
                wide = min(one.right, other.right) - max(one.left, other.left)
                high = min(one.bottom, other.bottom) - max(one.top, other.top)
                if wide > 1 and high > (one.bottom - one.top) / 2:
                    found.append((one.text, other.text))
        return found

    def last_line(self) -> tuple[str, float]:
        """What the page ends with, and how high its letters stand."""
        low = max(word.bottom for word in self.body)
        words = [word for word in self.body if word.bottom > low - 3]
        return " ".join(word.text for word in words), max(word.bottom - word.top for word in words)


_PAGE = re.compile(r'<page width="([\d.]+)" height="([\d.]+)">(.*?)</page>', re.DOTALL)
_WORD = re.compile(r'<word xMin="([-\d.]+)" yMin="([-\d.]+)" xMax="([-\d.]+)" yMax="([-\d.]+)">(.*?)</word>', re.DOTALL)


def sheets(path: Path) -> list[Sheet]:
    done = subprocess.run(["pdftotext", "-bbox", str(path), "-"], capture_output=True, text=True, check=True)
    return [
        Sheet(
            float(width),
            float(height),
            tuple(Word(*map(float, places), html.unescape(text)) for *places, text in _WORD.findall(words)),
        )
        for width, height, words in _PAGE.findall(done.stdout)
    ]


def cut(path: Path, page: str) -> list[str]:
    """Pictures and rows of tables of the page that do not stand on one sheet from their first word to their last.

    Told by Latin letters and digits, whose order in a file does not depend on the direction of what is around them.
    """
    done = subprocess.run(["pdftotext", "-raw", str(path), "-"], capture_output=True, text=True, check=True)
    sheets = [_letters(sheet) for sheet in done.stdout.split("\f")]
    return [piece for piece in _pieces(page) if not any(_letters(piece) in sheet for sheet in sheets)]


def _pieces(page: str) -> Iterator[str]:
    for element in parse(page).iter():
        if element.tag == "tr":
            yield " ".join("".join(cell.itertext()) for cell in element)
        elif str(element.tag).endswith("svg"):
            yield " ".join(line.text or "" for line in element.iter() if str(line.tag).endswith("tspan"))


def _letters(text: str) -> str:
    return "".join(re.findall("[A-Za-z0-9]+", text))
