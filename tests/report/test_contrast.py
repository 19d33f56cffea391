from __future__ import annotations

import pytest

from rootcause.report.contrast import contrast, faint
from rootcause.report.theme import DARK, LIGHT, PRINT, Palette


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [("#000000", "#ffffff", 21.0), ("#ffffff", "#ffffff", 1.0), ("#777777", "#ffffff", 4.48), ("#ff0000", "#ffffff", 4.0)],
)  # fmt: skip
def test_the_ratio_is_that_of_the_guidelines(one: str, other: str, ratio: float) -> None:
    assert contrast(one, other) == pytest.approx(ratio, abs=0.01)
    assert contrast(other, one) == contrast(one, other)


@pytest.mark.parametrize("palette", [LIGHT, DARK, PRINT], ids=["light", "dark", "print"])
def test_every_text_of_ours_stands_out_from_every_ground(palette: Palette) -> None:
    assert list(faint(palette)) == []
