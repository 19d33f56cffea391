"""How wide text is, and where it breaks."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rootcause.report.prose import one_line
from rootcause.report.svg.breaking import clusters
from rootcause.report.svg.measure import is_rtl, width, wrap
from rootcause.report.svg.style import LABEL, STRONG
from rootcause.source.visible import visible

FAMILY = "👨‍👩‍👧‍👦"


@pytest.mark.parametrize(
    ("text", "room", "expected"),
    [
        pytest.param("", 100, (), id="nothing"),
        pytest.param("one line", 100, ("one line",), id="fits"),
        pytest.param("  two \n spaces  ", 200, ("two spaces",), id="spaces and line breaks are one space"),
        pytest.param("backup-job/nightly-run", 100, ("backup-job/", "nightly-run"), id="after a sign"),
        pytest.param(
            "日本語。日本語。日本語。", 50, ("日本語。", "日本語。", "日本語。"), id="no full stop begins a line"
        ),
        pytest.param(
            "The scanner was switched off", 160, ("The scanner was", "switched off"), id="no word is lost alone"
        ),
        pytest.param(f"{FAMILY}{FAMILY}", 60, (FAMILY, FAMILY), id="an emoji is not split"),
        pytest.param("🇩🇪🇫🇷", 20, ("🇩🇪", "🇫🇷"), id="nor a flag"),
        pytest.param("e\u0301" * 3, 9, ("e\u0301",) * 3, id="nor a letter and its mark"),
        pytest.param("a\x1bb", 200, ("a\\u{1b}b",), id="a control character is written out"),
    ],
)
def test_text_breaks_where_it_may(text: str, room: float, expected: tuple[str, ...]) -> None:
    assert wrap(text, LABEL, room).lines == expected


def test_what_does_not_fit_is_cut_with_an_ellipsis_and_kept_whole_for_the_tip() -> None:
    lines = wrap("The scanner was switched off in the night", LABEL, 80, lines=2)
    assert len(lines.lines) == 2
    assert lines.lines[-1].endswith("…")
    assert lines.whole == "The scanner was switched off in the night"


@given(st.text(max_size=200), st.floats(40, 400), st.integers(1, 5))
def test_lines_fit_into_their_room(text: str, room: float, count: int) -> None:
    found = wrap(text, STRONG, room, count)
    assert len(found.lines) <= count
    for line in found.lines:
        assert width(line, STRONG) <= room + 0.01 or len(clusters(line.removesuffix("…"))) <= 1


@given(st.text(max_size=200), st.floats(40, 400))
def test_no_letter_is_lost_and_none_is_added(text: str, room: float) -> None:
    shown = visible(one_line(text))
    assert "".join(wrap(text, LABEL, room).lines).replace(" ", "") == shown.replace(" ", "")


@given(st.text(st.sampled_from("a1-/日。ק👩💻\u200d🏽🇩🇪\u0301"), max_size=60), st.floats(10, 200))
def test_no_character_is_split(text: str, room: float) -> None:
    kept = clusters(visible(one_line(text)))
    parts = [cluster for line in wrap(text, LABEL, room).lines for cluster in clusters(line)]
    assert parts == kept


@pytest.mark.parametrize(
    ("text", "expected"),
    [("left", False), ("שלום", True), ("123 مرحبا", True), ("a שלום", False), ("123", False), ("", False)],
)
def test_the_first_letter_gives_the_direction(text: str, expected: bool) -> None:
    assert is_rtl(text) is expected


# As Chromium draws them with Liberation Sans, in pixels at a size of 100: regular, bold.
@pytest.mark.parametrize(
    ("text", "regular", "bold"),
    [
        ("The night shift had one person for two lines", 1912.3, 2077.8),
        ("MAXIMUM WIDTH OF LINES", 1322.2, 1333.2),
        ("0123456789 1,200.50 EUR", 1212.1, 1212.1),
        ("Größe, Straße, Überlänge, œuvre, façade", 1856.4, 1939.5),
        ("Проверка текста на ширину", 1290.3, 1372.9),
        ("日本語のテキスト", 797.0, 797.0),
    ],
)
def test_the_table_is_not_less_than_what_a_browser_draws_and_not_much_more(
    text: str, regular: float, bold: float
) -> None:
    assert regular <= width(text, LABEL) * 100 / LABEL.size <= regular * 1.17
    assert bold <= width(text, STRONG) * 100 / STRONG.size <= bold * 1.24


@pytest.mark.parametrize(
    ("text", "drawn"),
    [
        ("لم يتم إبلاغ أحد بتغيير", 1070.9),
        ("המשלוח מוין ידנית", 851.8),
        ("हिन्दी में पाठ लिखा", 694.7),
        ("ข้อความภาษาไทย", 680.9),
        ("👩‍💻🚀🔥📦", 499.1),
        ("🇩🇪🇫🇷", 249.5),
    ],
)
def test_what_the_table_does_not_hold_is_not_less_than_drawn_either(text: str, drawn: float) -> None:
    assert drawn <= width(text, LABEL) * 100 / LABEL.size
