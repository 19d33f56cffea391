"""Values that the analysis computes, as people read them. The report has its wording of values from here."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from rootcause.questionnaire.response.amounts import grouped
from rootcause.questionnaire.response.formats import ENGLISH, GERMAN, Formats
from rootcause.questionnaire.response.moments import show_day, show_duration, show_moment

__all__ = ["ENGLISH", "GERMAN", "Formats", "grouped", "show_amount", "show_day", "show_duration", "show_moment"]


def show_amount(amount: Fraction | int, currency: str = "", formats: Formats = ENGLISH) -> str:
    """`1,200 EUR` or `1,200.50 EUR`: whole, or to the hundredth."""
    hundredths = round(amount * 100)
    figure = hundredths // 100 if hundredths % 100 == 0 else Decimal(hundredths).scaleb(-2)
    shown = grouped(figure, formats)
    return f"{shown} {currency}".rstrip()
