"""The report as PDF: the same bytes each time, nothing fetched, and a word on what is missing."""

from __future__ import annotations

import re
import shutil
import socket
import subprocess
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from rootcause.analysis.analysis import analyse
from rootcause.errors import RootcauseError
from rootcause.report.build import build_report
from rootcause.report.html.page import render_html
from rootcause.report.model import Items, Paragraph, Report, Strong, Text
from rootcause.report.pdf import Paper, render_pdf
from rootcause.report.theme import Logo, Theme
from tests.examples.records import EXAMPLES, record_of_example
from tests.report.html.printed import cut, sheets

Reported = Callable[..., Report]

with_poppler = pytest.mark.skipif(
    shutil.which("pdfinfo") is None, reason="pdfinfo and pdftotext of Poppler are not there"
)

MADE = datetime(2026, 11, 22, 12, tzinfo=UTC)


@pytest.fixture(scope="module")
def report(reported: Reported) -> Report:
    return reported(
        finding="Nobody tried the backup",
        problem={"value": "It broke", "sure": "fact", "evidence": ["https://example.com/log"]},
        causes=[{"because": "The backup was not tried", "why": [{"because": "הגיבוי לא נבדק"}]}],
    )


def test_the_hint_says_how_to_get_what_is_missing(report: Report, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "weasyprint", None)
    with pytest.raises(RootcauseError) as raised:
        render_pdf(report)
    assert raised.value.hint is not None
    assert "pip install 'rootcause-triage[pdf]'" in raised.value.hint


@pytest.fixture(scope="module")
def weasyprint() -> Any:
    return pytest.importorskip("weasyprint", reason="weasyprint is not installed; it comes with the extra pdf")


@pytest.fixture
def no_network(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    asked: list[object] = []

    def refuse(*address: object, **_: object) -> None:
        asked.append(address)
        raise OSError("no network here")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    return asked


@pytest.mark.usefixtures("weasyprint")
def test_the_same_report_gives_the_same_bytes_and_asks_for_nothing(report: Report, no_network: list[object]) -> None:
    theme = Theme(logo=Logo(data="http://127.0.0.1:9/logo.png", text="A logo from elsewhere"))
    first = render_pdf(report, theme, made=MADE)
    assert first == render_pdf(report, theme, made=MADE)
    assert no_network == []
    assert first.startswith(b"%PDF-")
    assert b"/ID [(" in first


@with_poppler
@pytest.mark.usefixtures("weasyprint")
def test_a_reader_finds_the_title_the_moment_and_the_pages(report: Report, tmp_path: Path) -> None:
    path = tmp_path / "report.pdf"
    path.write_bytes(render_pdf(report, made=MADE, paper="letter"))
    said = subprocess.run(["pdfinfo", "-isodates", str(path)], capture_output=True, text=True, check=True).stdout
    assert (
        dict(re.findall(r"^(\S[^:]*):\s+(.*)$", said, re.MULTILINE)).items()
        >= {
            "Title": "Nobody tried the backup",
            "CreationDate": "2026-11-22T12:00:00Z",
            "Tagged": "yes",
            "JavaScript": "no",
        }.items()
    )
    found = sheets(path)
    assert [one.size for one in found] == [(612, 792)] * len(found)
    assert [word for one in found for word in one.outside()] == []
    text = subprocess.run(["pdftotext", str(path), "-"], capture_output=True, text=True, check=True).stdout
    # In the summary, in the picture and in the list below it, each time to be read from right to left.
    assert text.count("הגיבוי לא נבדק") == 3


@with_poppler
@pytest.mark.usefixtures("weasyprint")
def test_each_page_says_whose_report_it_is(report: Report, tmp_path: Path) -> None:
    path = tmp_path / "report.pdf"
    path.write_bytes(render_pdf(report, Theme(name='Post "&" Söhne}</style>')))
    feet = [" ".join(word.text for word in one.words if word not in one.body) for one in sheets(path)]
    count = len(feet)
    assert feet == [
        f'Post "&" Söhne}}</style> · Nobody tried the backup {number} / {count}' for number in range(1, count + 1)
    ]


@with_poppler
@pytest.mark.usefixtures("weasyprint")
@pytest.mark.parametrize(("example", "paper"), [(EXAMPLES[0], "A4"), (EXAMPLES[1], "letter")])
def test_no_picture_and_no_row_is_cut_at_the_end_of_a_page(example: str, paper: Paper, tmp_path: Path) -> None:
    report = build_report(analyse(record_of_example(example)))
    path = tmp_path / "report.pdf"
    path.write_bytes(render_pdf(report, paper=paper))
    assert cut(path, render_html(report)) == []
    assert [one for one in sheets(path) if not one.body] == []
    texts = [" ".join(word.text for word in one.words) for one in sheets(path)]
    # What a picture comes to stands with it.
    assert ["Strength of the actions" in text for text in texts] == ["intermediate, 1 weaker" in text for text in texts]


LONG = "Several words are needed to say it. " * 20


@pytest.fixture(params=[*EXAMPLES, "long texts"])
def one_page(request: pytest.FixtureRequest, reported: Reported) -> Report:
    if request.param in EXAMPLES:
        return build_report(analyse(record_of_example(request.param)), style="one-page")
    action = {"what": LONG, "owner": "Jo Bell of the night shift", "due": "2026-03-01"}
    return reported(
        style="one-page",
        finding=f"Found: {LONG}",
        problem=LONG,
        hurt=LONG,
        started="2026-03-03 10:00",
        detected="2026-03-05 11:30",
        causes=[{"because": LONG, "why": [{"because": LONG}] * 2}] * 3,
        decision=LONG,
        actions=[action] * 12,
    )


@with_poppler
@pytest.mark.usefixtures("weasyprint")
@pytest.mark.parametrize("paper", ["A4", "letter"])
def test_a_report_of_one_page_is_one_page(one_page: Report, paper: Paper, tmp_path: Path) -> None:
    path = tmp_path / "report.pdf"
    path.write_bytes(render_pdf(one_page, paper=paper))
    assert len(sheets(path)) == 1


@with_poppler
@pytest.mark.usefixtures("weasyprint")
def test_a_label_that_takes_more_lines_than_its_answer_stays_on_its_page(tmp_path: Path) -> None:
    labels = ["A label:", "A label that takes two lines:", "A label so long that it takes two lines, or three:"]
    items = ((Paragraph((Strong(label, is_label=True), Text(" "), Text("yes"))),) for label in labels * 60)
    answers = Items(tuple(items))
    path = tmp_path / "report.pdf"
    path.write_bytes(render_pdf(replace(build_report(analyse(record_of_example(EXAMPLES[0]))), blocks=(answers,))))
    assert len(sheets(path)) > 2
    assert [one.overlapping() for one in sheets(path)] == [[]] * len(sheets(path))
