from datetime import date
from itertools import islice

import pytest

from rootcause.case.naming import folder_names, slug


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Order 4711 came late", "order-4711-came-late"),
        ("  Möbel für Ærø: groß & schön!  ", "mobel-fur-r-gross-schon"),
        ("../../etc/passwd", "etc-passwd"),
        ("C:\\Users\\x", "c-users-x"),
        ("納品が遅れた", "case"),
        ("", "case"),
        (".", "case"),
        ("a\x00b\nc\u202ed\udc80e", "a-b-cde"),
        ("word " * 300_000, "word-word-word-word-word-word-word-word-word-word"),
        ("x" * 49 + " y", "x" * 49),
    ],
)
def test_a_slug_is_short_plain_and_stays_in_its_folder(title: str, expected: str) -> None:
    assert slug(title) == expected


def test_names_are_numbered_when_they_are_taken() -> None:
    names = folder_names("Late again", date(2026, 1, 9))
    assert list(islice(names, 3)) == ["2026-01-09-late-again", "2026-01-09-late-again-2", "2026-01-09-late-again-3"]
