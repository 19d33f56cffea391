"""Numbers and money as people write them."""

from __future__ import annotations

import re
from decimal import Decimal

from rootcause.questionnaire.values import Money

_NUMBER = re.compile(r"[+-]?(\d{1,3}(,\d{3})+|\d{1,30})(\.\d{1,20})?")
_CODE = re.compile(r"[A-Z]{3}|usd|eur|gbp|chf|jpy")  # in lower case `1200 day` would be one too
_SYMBOLS = {"€": "EUR", "£": "GBP", "$": "USD", "¥": "JPY"}


def number(text: str) -> Decimal | None:
    """`12`, `1,200.50`, `-3`; None when it is not a number. A comma groups thousands, it is no decimal point."""
    written = text.strip().replace("\u2212", "-")
    if not _NUMBER.fullmatch(written):
        return None
    return Decimal(written.replace(",", ""))


def money(text: str, currency: str) -> Money | None:
    """`1200`, `1,200.50 EUR`, `EUR 90`, `$90`; None when it is no amount. `currency` is taken when none is written."""
    written = text.strip()
    for symbol, code in _SYMBOLS.items():
        if symbol in written:
            written, currency = written.replace(symbol, "", 1).strip(), code
            break
    else:
        parts = written.split()
        codes = [part for part in parts if _CODE.fullmatch(part)]
        if len(codes) == 1 and len(parts) == 2:
            currency = codes[0].upper()
            parts.remove(codes[0])
            written = parts[0]
    amount = number(written)
    return None if amount is None else Money(amount, currency)


def grouped(amount: int | Decimal) -> str:
    """With commas between thousands: `1,200.50`."""
    return f"{amount:,f}" if isinstance(amount, Decimal) else f"{amount:,}"
