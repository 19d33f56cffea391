"""What surrounds the place where one answer goes: the heading above it, and the keys that work here below."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache

from prompt_toolkit.application import get_app
from prompt_toolkit.data_structures import Size
from prompt_toolkit.formatted_text import StyleAndTextTuples

from rootcause.terminal.folding import flow, fold
from rootcause.terminal.heading import Kind, Line, fitted

MARGIN = " "
_LEAST_FOR_THE_ANSWER = 4
_CHOICES_TO_SEE = 8  # of a list, where the screen is large enough
_ROWS_FOR_AIR = 18


class Frame:
    """Drawn anew for each key, so a change of `notice` or `keys` is shown at once.

    `preview` says how the text that is being typed will be understood; `choices` are the lines to pick from.
    """

    def __init__(
        self,
        lines: Sequence[Line],
        keys: Sequence[str],
        between: str,
        preview: Callable[[str], str | None] | None = None,
        choices: int = 0,
    ) -> None:
        self._choices = min(choices, _CHOICES_TO_SEE)
        self._lines = tuple(lines)
        self.keys = tuple(keys)
        self._between = between
        self._preview = preview and lru_cache(maxsize=1)(preview)  # one drawing asks for it several times
        self.notice: Line | None = None

    def above(self) -> StyleAndTextTuples:
        """The heading, without what matters least where the screen is small."""
        return _drawn([(Kind.PROGRESS, "")] * _air() + self._fitted())

    def below(self, typed: str | None) -> StyleAndTextTuples:
        """What the text typed so far is understood as, and the keys."""
        keys = [(Kind.KEYS, line) for line in self._key_lines()]
        return _drawn([*self._understood(typed), *[(Kind.KEYS, "")] * _air(), *keys])

    def rows_for_the_answer(self) -> int:
        """How many rows of the screen are left for a list."""
        taken = len(self._fitted()) + len(self._key_lines()) + 2 * _air()
        return max(_size().rows - taken - 1, _LEAST_FOR_THE_ANSWER)

    def _least(self) -> int:
        """How many rows the heading leaves in any case."""
        return max(self._choices if _air() else 0, _LEAST_FOR_THE_ANSWER)

    def _fitted(self) -> list[tuple[Kind, str]]:
        lines = list(self._lines)
        if self.notice is not None:
            lines = [*(line for line in lines if line.kind is not Kind.PROBLEM), self.notice]
        room = _size().rows - self._least() - len(self._key_lines()) - 2 * _air()
        return fitted(lines, _columns(), room)

    def _understood(self, typed: str | None) -> list[tuple[Kind, str]]:
        if typed is None or self._preview is None:
            return []
        words = self._preview(typed)
        if words is None:
            return [(Kind.HINT, "")] * _air()  # so that the keys stay where they are while somebody types
        return [(Kind.HINT, f"  {line}") for line in fold(f"= {words}", _columns() - 2)]

    def _key_lines(self) -> list[str]:
        return _side_by_side(self.keys, self._between, _columns(), _size().rows // _LEAST_FOR_THE_ANSWER - 1)


@lru_cache(maxsize=16)
def _side_by_side(keys: tuple[str, ...], between: str, columns: int, rows: int) -> list[str]:
    """The keys, without the last ones where the screen is small.

    Kept, because a frame asks for it several times for each key, and most questions have the same keys.
    """
    lines = flow(keys, between, columns)
    return lines if len(lines) <= rows or not keys else _side_by_side(keys[:-1], between, columns, rows)


def _drawn(lines: Sequence[tuple[Kind, str]]) -> StyleAndTextTuples:
    fragments: StyleAndTextTuples = []
    for number, (kind, text) in enumerate(lines):
        fragments.append((f"class:{kind}", f"\n{MARGIN}{text}" if number else f"{MARGIN}{text}"))
    return fragments


def _air() -> int:
    """How many empty lines set a question apart."""
    return 1 if _size().rows >= _ROWS_FOR_AIR else 0


def _size() -> Size:
    return get_app().output.get_size()


def _columns() -> int:
    return max(_size().columns - 2 * len(MARGIN), 1)
