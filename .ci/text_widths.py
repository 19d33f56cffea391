"""Write the width table of the pictures from fonts on this machine: `python .ci/text_widths.py > .../svg/widths.py`.

Needs fonttools, and the Debian packages fonts-dejavu-core and fonts-liberation. Liberation Sans is as wide as Arial
and Helvetica; DejaVu Sans is as wide as the widest font that readers have.
"""

from pathlib import Path

from fontTools.ttLib import TTFont

FOLDER = Path("/usr/share/fonts/truetype")
FONTS = {
    "REGULAR": ("dejavu/DejaVuSans.ttf", "liberation/LiberationSans-Regular.ttf"),
    "BOLD": ("dejavu/DejaVuSans-Bold.ttf", "liberation/LiberationSans-Bold.ttf"),
}
# Latin, Greek, Cyrillic, Vietnamese; punctuation, currencies, arrows, signs of mathematics, boxes and shapes.
RANGES = (
    (0x20, 0x7E),
    (0xA0, 0x24F),
    (0x2B0, 0x2FF),
    (0x370, 0x52F),
    (0x1E00, 0x1EFF),
    (0x2010, 0x2027),
    (0x2030, 0x205E),
    (0x20A0, 0x20BF),
    (0x2100, 0x214F),
    (0x2190, 0x21FF),
    (0x2200, 0x22FF),
    (0x2500, 0x25FF),
)
DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"
UNIT = 2
HEAD = '''\
"""Widths of characters, written by .ci/text_widths.py: the wider of DejaVu Sans and Liberation Sans."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final


def _table(runs: Mapping[int, str]) -> dict[str, int]:
    """Two digits to the base of 36 for each character from the code point on, in steps of 2 thousandths."""
    return {
        chr(first + place // 2): 2 * int(digits[place : place + 2], 36)
        for first, digits in runs.items()
        for place in range(0, len(digits), 2)
    }
'''


def advances(path: str) -> dict[int, int]:
    font = TTFont(FOLDER / path)
    scale = 1000 / font["head"].unitsPerEm
    metrics = font["hmtx"]
    return {point: -int(-metrics[glyph][0] * scale // 1) for point, glyph in font.getBestCmap().items()}


def widest(paths: tuple[str, ...]) -> dict[int, int]:
    tables = [advances(path) for path in paths]
    return {
        point: max(table.get(point, 0) for table in tables)
        for first, last in RANGES
        for point in range(first, last + 1)
        if any(point in table for table in tables)
    }


def runs(table: dict[int, int]) -> list[tuple[int, list[int]]]:
    found: list[tuple[int, list[int]]] = []
    for point, wide in table.items():
        if found and found[-1][0] + len(found[-1][1]) == point:
            found[-1][1].append(wide)
        else:
            found.append((point, [wide]))
    return found


def pair(wide: int) -> str:
    steps = -(-wide // UNIT)
    return DIGITS[steps // 36] + DIGITS[steps % 36]


def main() -> None:
    print(HEAD)
    for name, paths in FONTS.items():
        print(f"\n{name}: Final = _table(\n    {{")
        for first, wides in runs(widest(paths)):
            digits = "".join(map(pair, wides))
            pieces = [digits[at : at + 104] for at in range(0, len(digits), 104)]
            if len(pieces) == 1:
                print(f'        0x{first:X}: "{digits}",')
                continue
            print(f"        0x{first:X}: (")
            for piece in pieces:
                print(f'            "{piece}"')
            print("        ),")
        print("    }\n)")
        print(f'"""In thousandths of the size, {"bold" if name == "BOLD" else "upright"}."""')


if __name__ == "__main__":
    main()
