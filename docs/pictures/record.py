"""Writes the pictures of the README: screens of the program as it runs, as SVG that loads nothing.

python docs/pictures/record.py [FOLDER]

Needs a system with pseudo-terminals. The same screen gives the same file, so a picture only changes with its screen;
no scene shows the day or the folder it was recorded in.
"""

from __future__ import annotations

import re
import sys
import tempfile
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from xml.sax.saxutils import escape

import pexpect
import pyte
from msgspec import Struct
from pyte.screens import Char

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
COLUMNS, ROWS = 80, 24
PATIENCE = 30  # seconds for a screen to come
QUIET = 0.15  # seconds in which nothing comes any more, so the screen is drawn
ENTER, DOWN = "\r", "\x1b[B"


class Scene(Struct, frozen=True):
    """A walk to one screen: a command, then keys, each typed once its text stands on the screen.

    `answers` is what the file `answers.yaml` holds, for a command that takes it.
    """

    name: str
    title: str
    description: str
    command: tuple[str, ...]
    keys: tuple[tuple[str, str], ...]
    shows: str
    answers: str = ""


LATE_ORDER = (
    ("» Start", ENTER),
    ("spoken with the customer", ENTER),
    ("the people who did the work", ENTER),
    ("Which customer", ":skip" + ENTER),
    ("How can they be reached", ":skip" + ENTER),
    ("What exactly", "The order came three days after the promised day" + ENTER),
    ("Which product", "Parcels" + ENTER),
    ("Is it the whole", DOWN + ENTER),
    ("Which part", "The delivery" + ENTER),
    ("At which step", 3 * DOWN + ENTER),
    ("When did it begin", "5 Mar 2026 14:00" + ENTER),
    ("When did we learn", ":ask Kim 2026-12-01" + ENTER),
)


def before_cause(text: str) -> str:
    """The answers of an example, down to the cause that begins so."""
    answers = (ROOT / "examples" / "gitlab-2017" / "answers.yaml").read_text(encoding="utf-8")
    *before, _ = answers[: answers.index(text)].rpartition("- because:")
    return before[0].rstrip() + "\n"


SCENES = (
    Scene(
        "question",
        "A question, below the answers given so far",
        "A terminal. The questions answered so far stand above, one line each. Below is the question asked now, with"
        " how far it is, what can be chosen, and the keys that work here.",
        ("triage", "Order 4711 came three days late"),
        LATE_ORDER,
        "How did we learn of it?",
    ),
    Scene(
        "ladder",
        "The ladder of causes, with the tree as far as it has grown",
        "A terminal. A question quotes the cause found last and asks what made it possible. Below it stands the tree of"
        " causes, numbered by level, with a mark where the next cause will hang.",
        ("triage", "-a", "answers.yaml"),
        (
            ("» Go on", ENTER),
            ("did something like it happen before", ":goto causes" + ENTER),
            ("Add another cause", DOWN + ENTER),
            ("Where does the cause belong", "no dump" + ENTER),
            ("2.1.3", "Restoring was not tested"),
        ),
        "> Restoring was not tested",
        before_cause("Restoring was not tested, so the missing dumps"),
    ),
    Scene(
        "review",
        "The review, from which any question can be reached",
        "A terminal. A sum says how many questions are answered, not known, waiting for somebody and open. Below is a"
        " list by section: each question has a sign, a number and its answer.",
        ("triage", "Order 4711 came three days late"),
        (
            *LATE_ORDER,
            ("How did we learn", ENTER),
            ("How many customers", ":unknown" + ENTER),
            ("What did it do", ":review" + ENTER),
            ("So far", 12 * DOWN),
        ),
        "waiting for Kim",
    ),
)


# ---- the run -------------------------------------------------------------------------------------------------------


def screen_of(scene: Scene) -> pyte.Screen:
    """The screen that the walk leads to. Raises TimeoutError when a text never comes."""
    screen = pyte.Screen(COLUMNS, ROWS)
    stream = pyte.ByteStream(screen)

    def wait_for(text: str) -> None:
        while True:
            there = text in "\n".join(screen.display)
            try:
                stream.feed(window.read_nonblocking(65536, QUIET if there else PATIENCE))
            except (pexpect.TIMEOUT, pexpect.EOF) as end:
                if there:
                    return
                shown = "\n".join(line.rstrip() for line in screen.display).rstrip()
                raise TimeoutError(f"{scene.name}: {text!r} never came:\n{shown}") from end

    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "answers.yaml").write_text(scene.answers, encoding="utf-8")
        window = pexpect.spawn(
            sys.executable,
            ["-m", "rootcause", *scene.command],
            cwd=folder,
            env={"PYTHONPATH": str(ROOT), "HOME": folder, "TERM": "xterm-256color", "LANG": "C.UTF-8", "TZ": "UTC"},
            dimensions=(ROWS, COLUMNS),
        )
        window.delaybeforesend = None
        try:
            for text, keys in scene.keys:
                wait_for(text)
                window.send(keys)
            wait_for(scene.shows)
        finally:
            window.close(force=True)
    return screen


# ---- the picture ---------------------------------------------------------------------------------------------------

CELL, LINE, FONT, MARGIN = 9, 17.5, 15, 14
INK, PAPER, EDGE = "#1f2328", "#ffffff", "#b4b9bf"
COLOURS = {  # of the first eight, as they are called on a screen; those beyond them come as hexadecimal digits
    "black": "#1f2328",
    "red": "#b3261e",
    "green": "#1a7f37",
    "brown": "#8a5a00",
    "blue": "#0a58ca",
    "magenta": "#8b3fb0",
    "cyan": "#0b6e85",
    "white": "#6b6f75",
}


def picture(screen: pyte.Screen, scene: Scene) -> str:
    """The screen as SVG, without empty lines above and below."""
    filled = [row for row, text in enumerate(screen.display) if text.strip()]
    rows = range(filled[0], filled[-1] + 1)
    wide, high = COLUMNS * CELL + 2 * MARGIN, len(rows) * LINE + 2 * MARGIN
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {wide:g} {high:g}" role="img"'
            ' aria-labelledby="title description">',
            f'<title id="title">{escape(scene.title)}</title>',
            f'<desc id="description">{escape(scene.description)}</desc>',
            f'<rect x="0.5" y="0.5" width="{wide - 1:g}" height="{high - 1:g}" rx="8" fill="{PAPER}" stroke="{EDGE}"/>',
            f'<g fill="{INK}" font-size="{FONT}"'
            " font-family=\"ui-monospace, Menlo, Consolas, 'DejaVu Sans Mono', 'Liberation Mono', monospace\">",
            *(part for place, row in enumerate(rows) for part in line_of(screen, row, MARGIN + place * LINE)),
            "</g>",
            "</svg>\n",
        ]
    )


def line_of(screen: pyte.Screen, row: int, top: float) -> Iterator[str]:
    """A line, word group by word group: each stands at its column and fills its cells, whatever the font."""
    cells = [screen.buffer[row][column] for column in range(COLUMNS)]
    if not screen.cursor.hidden and row == screen.cursor.y and screen.cursor.x < COLUMNS:
        cells[screen.cursor.x] = cells[screen.cursor.x]._replace(reverse=True)
    left = MARGIN
    for (ink, paper, bold), run in groupby(cells, looks):
        text = "".join(cell.data for cell in run)
        if paper != PAPER:
            yield f'<rect x="{left:g}" y="{top:g}" width="{len(text) * CELL}" height="{LINE:g}" fill="{paper}"/>'
        colour = f' fill="{ink}"' if ink != INK else ""
        weight = ' font-weight="bold"' if bold else ""
        for words in re.finditer(r"\S+(?: \S+)*", text):
            yield (
                f'<text x="{left + words.start() * CELL:g}" y="{top + FONT - 1.5:g}"{colour}{weight}'
                f' textLength="{len(words[0]) * CELL}" lengthAdjust="spacingAndGlyphs">{escape(words[0])}</text>'
            )
        left += len(text) * CELL


def looks(cell: Char) -> tuple[str, str, bool]:
    """Ink, paper, and whether it is bold."""
    ink, paper = colour_of(cell.fg, INK), colour_of(cell.bg, PAPER)
    return (paper, ink, cell.bold) if cell.reverse else (ink, paper, cell.bold)


def colour_of(name: str, otherwise: str) -> str:
    """A colour of the screen for a picture."""
    return otherwise if name == "default" else COLOURS.get(name, f"#{name}")


if __name__ == "__main__":
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else HERE
    for scene in SCENES:
        (folder / f"{scene.name}.svg").write_text(picture(screen_of(scene), scene), encoding="utf-8")
