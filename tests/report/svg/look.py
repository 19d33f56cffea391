"""Write every picture in every size and script as a page, and take screenshots of it: `python -m tests.report.svg.look FOLDER [WORD...]`.

The words choose pictures, sizes and scripts. Needs Chromium, and fonts for the scripts: fonts-noto-core, fonts-noto-cjk,
fonts-noto-color-emoji.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from html import escape
from pathlib import Path

from rootcause.report.svg.render import Form, draw
from rootcause.report.svg.style import stylesheet
from rootcause.report.theme import DEFAULT
from tests.report.svg import samples
from tests.report.svg.samples import COUNTS, SCRIPTS, texts
from tests.report.svg.samples_of_options import PICTURES_OF_OPTIONS

PICTURES = samples.PICTURES | PICTURES_OF_OPTIONS
CHROMIUM = (
    "chromium",
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--hide-scrollbars",
)
SCREENS = {"light": ("820", ()), "dark": ("720", ("--blink-settings=preferredColorScheme=0",)), "phone": ("390", ())}
PAGE = (
    "body{background:var(--rc-paper);color:var(--rc-ink);font:14px sans-serif;margin:20px}.rc-scroll{overflow-x:auto}"
)


def page(name: str, script: str, counts: tuple[int, ...]) -> tuple[str, float]:
    drawings = [draw(PICTURES[name](count, texts(script))) for count in counts]
    body = "".join(
        f"<h2>{escape(f'{name}, {count}, {script}')}</h2><div class='rc-scroll'>{drawing.svg(Form.INLINE)}</div>"
        for count, drawing in zip(counts, drawings, strict=True)
    )
    css = f"<style>{stylesheet(DEFAULT)}\n{PAGE}</style>"
    return f"<!doctype html><meta charset=utf-8>{css}{body}", sum(drawing.height + 80 for drawing in drawings)


def screenshot(source: Path, target: Path, width: str, height: float, options: tuple[str, ...] = ()) -> None:
    with tempfile.TemporaryDirectory() as profile:
        size = f"--window-size={width},{height:.0f}"
        command = [*CHROMIUM, *options, f"--user-data-dir={profile}", size, f"--screenshot={target}", source.as_uri()]
        subprocess.run(command, check=True, capture_output=True, timeout=120)


def chosen(words: list[str]) -> Iterator[tuple[str, str, tuple[int, ...]]]:
    for name in PICTURES:
        for script in SCRIPTS:
            counts = tuple(count for count in COUNTS if str(count) in words) or COUNTS
            if (not set(words) & set(PICTURES) or name in words) and (not set(words) & set(SCRIPTS) or script in words):
                yield name, script, counts


def main(folder: Path, *words: str) -> None:
    if shutil.which("chromium") is None:
        sys.exit("Chromium is not installed.")
    folder.mkdir(parents=True, exist_ok=True)
    screens = {name: SCREENS[name] for name in SCREENS if name in words} or {"light": SCREENS["light"]}
    for name, script, counts in chosen(list(words)):
        source = folder / f"{name}-{script}-{'-'.join(map(str, counts))}.html".replace(" ", "_")
        text, height = page(name, script, counts)
        source.write_text(text, encoding="utf-8")
        for screen, (width, options) in screens.items():
            screenshot(source, source.with_suffix(f".{screen}.png"), width, height, options)
            print(source.with_suffix(f".{screen}.png"))


if __name__ == "__main__":
    main(Path(sys.argv[1]).resolve(), *sys.argv[2:])
