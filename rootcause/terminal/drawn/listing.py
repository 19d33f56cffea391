"""A list while somebody picks from it: where the pointer is, what is marked, what was typed to find a line.

Of a long list only the part around the pointer is drawn, so that a key takes no longer in a list of a thousand.
"""

from __future__ import annotations

from collections.abc import Sequence

from prompt_toolkit.formatted_text import StyleAndTextTuples

from rootcause.source.visible import visible, width
from rootcause.terminal.drawn.frame import MARGIN
from rootcause.terminal.folding import clip, fold
from rootcause.terminal.offers import Offer
from rootcause.terminal.theme import Signs

_LONG = 9


def is_long(offers: Sequence[Offer], rows: int) -> bool:
    """Whether a list on a screen with that many rows is narrowed by typing: it is nothing to walk through."""
    own = sum(not offer.aside for offer in offers)
    return own > min(_LONG, max(rows // 3, 3))


class Listing:
    """The lines of one list, of which typing leaves those that contain it; a `long` one says so.

    With `several` lines are marked.
    """

    def __init__(self, offers: Sequence[Offer], signs: Signs, *, several: bool, long: bool) -> None:
        chosen = [index for index, offer in enumerate(offers) if offer.chosen]
        self.several = several
        self.long = long
        self._offers = offers
        self._signs = signs
        self._labels = [offer.text.casefold() for offer in offers]
        self._shown: Sequence[int] = range(len(offers))
        self._place = chosen[0] if chosen else 0
        self._marked = set(chosen) if several else set()
        self._typed = ""

    @property
    def pointed(self) -> int | None:
        """The index of the offer that the pointer is at; None when no line contains what was typed."""
        return self._shown[self._place] if self._shown else None

    def move(self, by: int) -> None:
        """Move the pointer; behind the last line comes the first."""
        if self._shown:
            self._place = (self._place + by) % len(self._shown)

    def is_aside(self, index: int) -> bool:
        """Whether that line is no answer of the question itself."""
        return self._offers[index].aside

    def mark(self, index: int) -> None:
        """Mark a line, or take its mark away."""
        self._marked ^= {index}

    def marked(self) -> tuple[int, ...]:
        """The indices of what is marked, in the order of the list."""
        return tuple(sorted(self._marked))

    def narrow(self, letters: str) -> None:
        """Find lines that contain these letters after those typed before."""
        self._find(self._typed + letters)

    def widen(self) -> None:
        """Take the last letter back."""
        self._find(self._typed[:-1])

    def clear(self) -> None:
        """Show all lines again."""
        self._find("")

    def _find(self, typed: str) -> None:
        if typed == self._typed:
            return
        pointed, sought = self.pointed, typed.casefold()
        self._typed = typed
        self._shown = [index for index, label in enumerate(self._labels) if sought in label]
        if not self._shown and sought.isdecimal() and 0 < int(sought[:9]) <= len(self._labels):
            self._shown = [int(sought) - 1]  # where no line has that number in it, it means its place
        best = self._best(sought) if sought else pointed
        self._place = self._shown.index(best) if best in self._shown else 0

    def _best(self, sought: str) -> int | None:
        """The line with that number, else the first one that begins so."""
        numbered = (index for index in self._shown if str(self._offers[index].number) == sought)
        beginning = (index for index in self._shown if self._labels[index].startswith(sought))
        return next(numbered, next(beginning, None))

    # ---- drawing ---------------------------------------------------------------------------------------------------

    def draw(self, columns: int, rows: int) -> StyleAndTextTuples:
        """The lines around the pointer; where the list goes on it says how far."""
        fragments: StyleAndTextTuples = [*self._search()]
        if self._shown:
            first, lines, last = self._around_the_pointer(columns, rows - bool(self._search()))
            if first:
                fragments.append(("class:aside", f"{MARGIN}  ({first} more above)\n"))
            for line in lines:
                fragments += line
            if last < len(self._shown):
                fragments.append(("class:aside", f"{MARGIN}  ({len(self._shown) - last} more below)\n"))
        *rest, (style, text, *_) = fragments
        return [*rest, (style, text.removesuffix("\n"))]

    def _search(self) -> StyleAndTextTuples:
        if not self._typed:
            if not self.long:
                return []
            count = sum(not offer.aside for offer in self._offers)
            return [("class:aside", f"{MARGIN}Type to find one of {count}\n")]
        found = "" if self._shown else ": nothing like it, Esc shows all again"
        return [("class:prompt", f"{MARGIN}{visible(self._typed)}"), ("class:problem", f"{found}\n")]

    def _around_the_pointer(self, columns: int, rows: int) -> tuple[int, list[StyleAndTextTuples], int]:
        """As many lines as there is room for, with the places of the first and of what comes after the last."""
        first, last = self._place, self._place + 1
        lines = [self._line(self._shown[self._place], columns, pointed=True)]
        used = _height(lines[0])
        grew = True
        while grew:
            grew = False
            for place in (last, first - 1):
                if not 0 <= place < len(self._shown):
                    continue
                ends = (first == 0 or place == 0) + (last == len(self._shown) or place == len(self._shown) - 1)
                line = self._line(self._shown[place], columns, pointed=False)
                if used + _height(line) + (2 - ends) <= rows:
                    used += _height(line)
                    lines.insert(len(lines) if place == last else 0, line)
                    first, last = min(first, place), max(last, place + 1)
                    grew = True
        return first, lines, last

    def _line(self, index: int, columns: int, *, pointed: bool) -> StyleAndTextTuples:
        offer = self._offers[index]
        title = f"{MARGIN}{clip(offer.above, columns - 1)}\n" if offer.above else ""
        pointer = f"{MARGIN}{self._signs.pointer if pointed else ' '} " + "  " * offer.level
        mark = ""
        if self.several and not offer.aside:
            mark = "[x] " if index in self._marked else "[ ] "
        elif self.several:
            mark = "    "
        indent = " " * (width(pointer) + len(mark))
        room = columns - len(indent)
        style = "class:pointed" if pointed else "class:aside" if offer.aside else "class:row"
        lines = fold(offer.text, room)
        fragments: StyleAndTextTuples = [
            ("class:above", title),
            ("class:pointer", pointer),
            (style, mark + f"\n{indent}".join(lines)),
        ]
        if offer.hint:
            fragments += self._hint(offer.hint, lines, indent, room, pointed=pointed)
        return [*fragments, ("", "\n")]

    def _hint(self, hint: str, label: Sequence[str], indent: str, room: int, *, pointed: bool) -> StyleAndTextTuples:
        beside = f"  {visible(' '.join(hint.split()))}"
        if len(label) == 1 and width(label[0]) + width(beside) <= room:
            return [("class:hint", beside)]
        if not pointed:
            return []
        return [("class:hint", "".join(f"\n{indent}{line}" for line in fold(hint, room)))]


def _height(line: StyleAndTextTuples) -> int:
    return sum(text.count("\n") for _, text, *_ in line)
