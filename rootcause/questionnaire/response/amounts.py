"""Numbers and money as people write them."""

from __future__ import annotations

import re
from decimal import Decimal

from rootcause.questionnaire.response.currencies import currency_named
from rootcause.questionnaire.response.formats import ENGLISH, Formats
from rootcause.questionnaire.values import Money

_NUMBER = re.compile(r"[+-]?(\d{1,3}(,\d{3}){1,9}|\d{1,30})(\.\d{1,20})?")
_IN_TWO_WAYS = re.compile(r"([+-]?[1-9]\d{0,2})\.(\d{3})")
_WITH_CODE = re.compile(r"([A-Za-z]{3,5}) ?([^A-Za-z]+)|([^A-Za-z]*[^A-Za-z ]) ?([A-Za-z]{3,5})")
CENTS = 2
"""How many decimals a sum of money has where it has any."""
_ABOUT = re.compile(r"^((about|around|roughly|approximately|approx|circa|ca)\b\.?|[~\u2248]) ?(?=\S)", re.IGNORECASE)
_SYMBOLS = {"€": "EUR", "£": "GBP", "$": "USD", "¥": "JPY"}


def number(text: str) -> Decimal | None:
    """`12`, `1,200.50`, `-3`; None when it is not a number. A comma groups thousands, it is no decimal point."""
    written = text.strip().replace("\u2212", "-")
    if not _NUMBER.fullmatch(written):
        return None
    return Decimal(written.replace(",", ""))


def two_meanings(text: str, places: int = 0) -> tuple[int, Decimal] | None:
    """What `1.500` is to some and to others: 1500, and 1.5 with at least `places` decimals. None where nobody doubts.

    The decimal is written in a way that leaves none.
    """
    match = _IN_TWO_WAYS.fullmatch(text.strip().replace("\u2212", "-"))
    if match is None:
        return None
    decimals = match[2].rstrip("0").ljust(places, "0")
    if len(decimals) == len(match[2]):
        decimals += "0"
    return int(match[1] + match[2]), Decimal(f"{match[1]}.{decimals}")


def money(text: str, currency: str) -> Money | None:
    """`1200`, `1,200.50 EUR`, `90 chf`, `$90`; None when it is no amount. Where none is written `currency` is taken."""
    written, currency = without_currency(text, currency)
    amount = number(written)
    return None if amount is None else Money(amount, currency)


def without_about(text: str) -> str:
    """The figure in `about 140`, `ca. 140` or `~140`."""
    return _ABOUT.sub("", " ".join(text.split()))


def without_currency(text: str, currency: str = "") -> tuple[str, str]:
    """The amount as it is written and the currency, the given one where none is."""
    written = " ".join(text.split())
    for symbol, code in _SYMBOLS.items():
        if symbol in written:
            return written.replace(symbol, "", 1).strip(), code
    match = _WITH_CODE.fullmatch(written)
    named = None if match is None else currency_named(match[1] or match[4])
    if match is not None and named is not None:
        return match[2] or match[3], named
    return written, currency


def in_digits(amount: Decimal, places: int = 0) -> str:
    """As one would type it, so that it is read in one way only."""
    written = f"{amount:f}"
    meant = two_meanings(written, places)
    return written if meant is None else f"{meant[1]:f}"


def grouped(amount: int | Decimal, formats: Formats = ENGLISH) -> str:
    """With a sign between thousands: `1,200.50`."""
    written = f"{amount:,f}" if isinstance(amount, Decimal) else f"{amount:,}"
    return written.translate(str.maketrans(",.", formats.thousands + formats.point))
