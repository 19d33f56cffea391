"""Pages opened in Chromium, on a desk and a phone, light and dark, and printed; `axe/install` brings what it needs."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from rootcause.analysis.analysis import analyse
from rootcause.report.build import build_report
from rootcause.report.html.page import render_html
from rootcause.report.model import Heading, Report
from rootcause.report.plain_text import plain
from tests.examples.records import EXAMPLES, record_of_example
from tests.report.html.conftest import NAMES
from tests.report.html.printed import cut, sheets

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
OF_HEADINGS = 12  # points; captions and text are smaller
SHEETS = {"A4": (595, 842), "Letter": (612, 792)}
SCREENS = 4
ON_ONE_PAGE = tuple(f"{example} on one page" for example in EXAMPLES)
BROKEN = "broken"
"""A page with what the others may not have: it shows that each of it is found."""
MISTAKES = '<img src="http://127.0.0.1:9/logo.png"><a href="#nowhere">There</a><pre>' + "wide" * 400 + "</pre>"


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("printed")


@pytest.fixture(scope="module")
def all_seen(named_report: Named, printed: Path, tmp_path_factory: pytest.TempPathFactory) -> list[dict[str, Any]]:
    """What Chromium saw, one entry for each page and screen."""
    texts = {name: render_html(named_report(name)) for name in NAMES}
    for name, example in zip(ON_ONE_PAGE, EXAMPLES, strict=True):
        texts[name] = render_html(build_report(analyse(record_of_example(example)), style="one-page"))
    texts[BROKEN] = texts[EXAMPLES[0]].replace("<main ", f"{MISTAKES}<main ", 1)
    pages = {name: str(printed / f"{name}.html") for name in texts}
    for name, text in texts.items():
        Path(pages[name]).write_text(text, encoding="utf-8")
    profile = str(tmp_path_factory.mktemp("profile"))
    task = {"chromium": CHROMIUM, "profile": profile, "pages": pages, "folder": str(printed)}
    done = subprocess.run(
        [str(NODE), "check.mjs"], cwd=FOLDER, input=json.dumps(task), capture_output=True, text=True, check=True
    )
    found: list[dict[str, Any]] = json.loads(done.stdout)
    assert len(found) == SCREENS * len(pages)
    return found


@pytest.fixture(scope="module")
def seen(all_seen: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [one for one in all_seen if one["name"] != BROKEN]


def test_what_is_wrong_is_found(all_seen: list[dict[str, Any]]) -> None:
    for one in all_seen:
        if one["name"] == BROKEN:
            assert one["blocked"] == ["http://127.0.0.1:9/logo.png"]
            assert "127.0.0.1:9" in " ".join(one["said"])
            assert one["lost"] == ["#nowhere"]
            assert "image-alt" in " ".join(one["broken"])
            assert one["scrolled"] > one["width"]


def test_a_page_asks_for_nothing(seen: list[dict[str, Any]]) -> None:
    assert [(one["name"], one["requests"], one["blocked"]) for one in seen if one["requests"] or one["blocked"]] == []


def test_each_link_within_a_page_leads_somewhere(seen: list[dict[str, Any]]) -> None:
    assert [(one["name"], one["lost"]) for one in seen if one["lost"]] == []


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
    assert cut(printed / f"{name}-{sheet}.pdf", (printed / f"{name}.html").read_text(encoding="utf-8")) == []


@pytest.mark.usefixtures("seen")
@pytest.mark.parametrize("sheet", SHEETS)
@pytest.mark.parametrize("name", ON_ONE_PAGE)
def test_a_report_of_one_page_is_printed_on_one(printed: Path, name: str, sheet: str) -> None:
    assert len(sheets(printed / f"{name}-{sheet}.pdf")) == 1
