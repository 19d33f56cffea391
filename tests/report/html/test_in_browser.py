"""Pages opened in Chromium, on a desk and a phone, light and dark, and printed; `axe/install` brings what it needs."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from rootcause.report.html.page import render_html
from rootcause.report.model import Heading, Report
from rootcause.report.plain_text import plain
from tests.report.html.conftest import NAMES
from tests.report.html.printed import sheets

Named = Callable[[str], Report]

FOLDER = Path(__file__).parent / "axe"
NODE = shutil.which("node")
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
MISSING = next(
    (
        reason
        for is_there, reason in (
            (NODE, "node is not there"),
            (CHROMIUM, "Chromium is not there"),
            (shutil.which("pdftotext"), "pdftotext is not there"),
            ((FOLDER / "node_modules").is_dir(), "run tests/report/html/axe/install to have pages opened in a browser"),
        )
        if not is_there
    ),
    "",
)
pytestmark = pytest.mark.skipif(bool(MISSING), reason=MISSING)

FEWEST_WORDS = 20
OF_HEADINGS = 14  # points; captions are smaller
SHEETS = {"A4": (595, 842), "Letter": (612, 792)}


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("printed")


@pytest.fixture(scope="module")
def seen(named_report: Named, printed: Path, tmp_path_factory: pytest.TempPathFactory) -> list[dict[str, Any]]:
    """What Chromium saw, one entry for each page and screen."""
    pages = {}
    for name in NAMES:
        path = printed / f"{name}.html"
        path.write_text(render_html(named_report(name)), encoding="utf-8")
        pages[name] = str(path)
    profile = str(tmp_path_factory.mktemp("profile"))
    task = {"chromium": CHROMIUM, "profile": profile, "pages": pages, "folder": str(printed)}
    done = subprocess.run(
        [str(NODE), "check.mjs"], cwd=FOLDER, input=json.dumps(task), capture_output=True, text=True, check=True
    )
    found: list[dict[str, Any]] = json.loads(done.stdout)
    assert len(found) == 2 * len(NAMES)
    return found


def test_a_page_asks_for_nothing(seen: list[dict[str, Any]]) -> None:
    assert [(one["name"], one["requests"]) for one in seen if one["requests"]] == []


def test_the_console_stays_empty_and_the_policy_lets_the_stylesheet_in(seen: list[dict[str, Any]]) -> None:
    assert [(one["name"], one["said"]) for one in seen if one["said"]] == []
    assert {one["sheets"] for one in seen} == {1}


def test_axe_finds_nothing_wrong(seen: list[dict[str, Any]]) -> None:
    assert [(one["name"], one["screen"], one["broken"]) for one in seen if one["broken"]] == []


def test_a_page_fits_its_screen(seen: list[dict[str, Any]]) -> None:
    wide = [(one["name"], one["screen"]) for one in seen if one["scrolled"] > one["width"] or one["outside"]]
    assert wide == [], [one["outside"] for one in seen]


def test_each_cell_of_a_row_that_is_stacked_has_the_whole_width(seen: list[dict[str, Any]]) -> None:
    assert [(one["name"], one["squeezed"]) for one in seen if one["squeezed"]] == []


@pytest.mark.usefixtures("seen")
@pytest.mark.parametrize("sheet", SHEETS)
@pytest.mark.parametrize("name", NAMES)
def test_each_printed_page_is_whole(named_report: Named, printed: Path, name: str, sheet: str) -> None:
    found = sheets(printed / f"{name}-{sheet}.pdf")
    assert all(one.size == pytest.approx(SHEETS[sheet], abs=1.5) for one in found)
    assert [word for one in found for word in one.outside()] == []
    headings = {plain(one.inlines) for one in named_report(name).blocks if isinstance(one, Heading)}
    ends = [one.last_line() for one in found]
    assert [text for text, height in ends if text in headings and height > OF_HEADINGS] == []
    assert [one for one in found[:-1] if len(one.body) < FEWEST_WORDS] == []
