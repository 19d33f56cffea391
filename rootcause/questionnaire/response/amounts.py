"""Numbers and money as people write them."""

from __future__ import annotations

import re
from decimal import Decimal

from rootcause.questionnaire.response.currencies import currency_named
from rootcause.questionnaire.values import Money

_NUMBER = re.compile(r"[+-]?(\d{1,3}(,\d{3}){1,9}|\d{1,30})(\.\d{1,20})?")
_WITH_CODE = re.compile(r"([A-Za-z]{3,5}) ?([^A-Za-z]+)|([^A-Za-z]*[^A-Za-z ]) ?([A-Za-z]{3,5})")
_SYMBOLS = {"€": "EUR", "£": "GBP", "$": "USD", "¥": "JPY"}


def number(text: str) -> Decimal | None:
    """`12`, `1,200.50`, `-3`; None when it is not a number. A comma groups thousands, it is no decimal point."""
    written = text.strip().replace("\u2212", "-")
    if not _NUMBER.fullmatch(written):
        return None
    return Decimal(written.replace(",", ""))


def money(text: str, currency: str) -> Money | None:
    """`1200`, `1,200.50 EUR`, `90 chf`, `$90`; None when it is no amount. Where none is written `currency` is taken."""
    written = " ".join(text.split())
    for symbol, code in _SYMBOLS.items():
        if symbol in written:
            written, currency = written.replace(symbol, "", 1).strip(), code
            break
    else:
        match = _WITH_CODE.fullmatch(written)
        named = None if match is None else currency_named(match[1] or match[4])
        if match is not None and named is not None:
            written, currency = match[2] or match[3], named
    amount = number(written)
    return None if amount is None else Money(amount, currency)


def grouped(amount: int | Decimal) -> str:
    """With commas between thousands: `1,200.50`."""
    return f"{amount:,f}" if isinstance(amount, Decimal) else f"{amount:,}"
