"""The pictures of the README are what the program shows today, and load nothing from anywhere."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest

PICTURES = Path(__file__).parents[2] / "docs" / "pictures"
SVG = "{http://www.w3.org/2000/svg}"
SHOWN = {
    "question": [
        "✓ Product or service Parcels",
        "○ We knew Kim is asked, until 1 December 2026",
        "8 of 11",
        "How did we learn of it?",
        "» A customer They told us",
        "Ask someone else",
    ],
    "ladder": [
        "What made that possible? There was no dump of the database on S3",
        "└── 2.1 There was no dump of the database on S3",
        "├── 2.1.2 The mails that report a failed dump",
        "└── -> 2.1.3",
        "> Restoring was not tested",
    ],
    "review": [
        "So far: 9 answered, 1 not known, 1 waiting",
        "38 questions need an answer",
        "11. We knew: waiting for Kim until 1 December 2026",
        "○ 13. Customers affected: not known",
        "○ 14. What it did to them: open, needs an answer",
    ],
}
each_picture = pytest.mark.parametrize("name", SHOWN)


@pytest.fixture(scope="module")
def recorded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("pictures")
    done = subprocess.run(
        [sys.executable, str(PICTURES / "record.py"), str(folder)], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return folder


def lines(picture: Path) -> list[str]:
    """What stands on the screen, with one space between what stands apart."""
    rows: dict[float, list[str]] = {}
    for text in ElementTree.parse(picture).iter(f"{SVG}text"):
        rows.setdefault(float(text.attrib["y"]), []).append(text.text or "")
    return [" ".join(texts) for texts in rows.values()]


def contrast(one: str, other: str) -> float:
    """The contrast of two colours as WCAG 2 defines it, 1 to 21."""

    def luminance(colour: str) -> float:
        parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
        red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    darker, lighter = sorted(map(luminance, (one, other)))
    return (lighter + 0.05) / (darker + 0.05)


def test_each_scene_has_its_picture_and_each_picture_its_scene(recorded: Path) -> None:
    assert {path.stem for path in recorded.iterdir()} == {path.stem for path in PICTURES.glob("*.svg")} == set(SHOWN)


@each_picture
def test_a_committed_picture_shows_what_the_program_shows_today(recorded: Path, name: str) -> None:
    file = f"{name}.svg"
    assert lines(PICTURES / file) == lines(recorded / file), (
        "look at what changed; then: python docs/pictures/record.py"
    )


@each_picture
def test_a_picture_holds_what_its_scene_is_about(recorded: Path, name: str) -> None:
    screen = "\n".join(lines(recorded / f"{name}.svg"))
    assert [text for text in SHOWN[name] if text not in screen] == [], screen


@each_picture
def test_a_picture_loads_nothing_and_runs_nothing(recorded: Path, name: str) -> None:
    text = (recorded / f"{name}.svg").read_text(encoding="utf-8")
    assert {element.tag for element in ElementTree.fromstring(text).iter()} <= {
        f"{SVG}{tag}" for tag in ("svg", "title", "desc", "g", "rect", "text")
    }
    assert re.findall(r"\w+://[^\"\s<]+", text) == ["http://www.w3.org/2000/svg"]
    assert not re.search(r"href|url\(|@import|\bon\w+=", text)


@each_picture
def test_a_screen_reader_is_told_what_the_picture_shows(recorded: Path, name: str) -> None:
    svg = ElementTree.parse(recorded / f"{name}.svg").getroot()
    told = {element.get("id"): element.text for element in svg.findall(f"{SVG}title") + svg.findall(f"{SVG}desc")}
    assert svg.get("role") == "img"
    assert all(told[id] for id in svg.attrib["aria-labelledby"].split())


@each_picture
def test_every_colour_of_a_picture_can_be_read_on_its_paper(recorded: Path, name: str) -> None:
    svg = ElementTree.parse(recorded / f"{name}.svg").getroot()
    paper = next(svg.iter(f"{SVG}rect")).attrib["fill"]
    inks = {part.attrib["fill"] for tag in ("g", "text") for part in svg.iter(f"{SVG}{tag}") if "fill" in part.attrib}
    assert {ink: contrast(ink, paper) for ink in inks if contrast(ink, paper) < 4.5} == {}
