from __future__ import annotations

import sys
import unicodedata

import pytest

from rootcause.source.visible import shortened, visible, width


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b[31mred", r"\u{1b}[31mred"),
        ("a\nb\tc", r"a\u{a}b\u{9}c"),
        ("user\u202etxt.exe", r"user\u{202e}txt.exe"),
        ("zero\u200bwidth", r"zero\u{200b}width"),
        ("\ufeffmark", r"\u{feff}mark"),
        ("lone \ud800", r"lone \u{d800}"),
        ("tag \U000e0041", r"tag \u{e0041}"),
        ("joined\u200dlatin", r"joined\u{200d}latin"),
        ("\u200d", r"\u{200d}"),
        ("at the end \u200c", r"at the end \u{200c}"),
        ("\x9b31m", r"\u{9b}31m"),
    ],
)
def test_what_acts_reorders_or_hides_is_written_out(text: str, shown: str) -> None:
    assert visible(text) == shown


@pytest.mark.parametrize(
    "text",
    ["plain", "é ü ß", "漢字", "עברית", "नमस्ते", "می‌خواهم", "👩‍👩‍👧", "👍🏽", "❤️", "葛\U000e0100", "a\\u{41}", "± § «»"],
)
def test_the_spelling_of_every_language_stays(text: str) -> None:
    assert visible(text) == text


def test_line_breaks_can_be_kept() -> None:
    assert visible("a\nb\rc", keep="\n") == "a\nb\\u{d}c"


def test_no_control_format_or_separator_character_of_unicode_gets_through() -> None:
    seen = {
        chr(code)
        for code in range(sys.maxunicode + 1)
        if unicodedata.category(chr(code)) in ("Cc", "Cs", "Zl", "Zp", "Cf") and visible(chr(code)) == chr(code)
    }
    # What is left of the format characters has a shape of its own.
    assert {unicodedata.name(character).split()[0] for character in seen} == {"ARABIC", "EGYPTIAN", "KAITHI", "SYRIAC"}


@pytest.mark.parametrize(
    ("text", "columns"),
    [("", 0), ("abc", 3), ("漢字", 4), ("\uff46", 2), ("e\u0301", 1), ("é", 1), ("😀", 2), ("עברית", 5)],
)
def test_width_counts_columns(text: str, columns: int) -> None:
    assert width(text) == columns


@pytest.mark.parametrize(
    ("text", "short"),
    [("a  b\nc", "a b c"), ("x" * 60, "x" * 60), ("x" * 61, "x" * 59 + "…"), ("x " * 10**6, ("x " * 30)[:59] + "…")],
)
def test_a_quoted_text_is_one_short_line(text: str, short: str) -> None:
    assert shortened(text) == short
