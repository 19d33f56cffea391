"""Which keys a question of each type has use for."""

from __future__ import annotations

from collections.abc import Mapping

from rootcause.questionnaire.model import ResponseType

_T = ResponseType
_OFFERING = frozenset(("choices", "list", "other"))
_BOUNDED = frozenset(("min", "max"))
_WRITTEN = frozenset(("max_length", "pattern"))
_REPEATING = frozenset(("each", "min", "max"))

SPECIAL: Mapping[ResponseType, frozenset[str]] = {
    _T.TEXT: _WRITTEN,
    _T.PARAGRAPH: _WRITTEN,
    _T.YESNO: frozenset(),
    _T.CHOICE: _OFFERING,
    _T.CHOICES: _OFFERING | _BOUNDED,
    _T.INTEGER: _BOUNDED | {"unit"},
    _T.NUMBER: _BOUNDED | {"unit"},
    _T.SCALE: _BOUNDED | {"labels"},
    _T.DATE: _BOUNDED,
    _T.DATETIME: _BOUNDED,
    _T.DURATION: _BOUNDED,
    _T.MONEY: _BOUNDED | {"currency"},
    _T.EMAIL: frozenset(),
    _T.URL: frozenset(),
    _T.PERSON: frozenset(),
    _T.LIST: _REPEATING,
    _T.LADDER: _REPEATING | {"next", "stop_when"},
}
"""The keys beside those that every question may have."""

ANY_SPECIAL = frozenset().union(*SPECIAL.values())
