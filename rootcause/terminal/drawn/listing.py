"""Draws the lines of a list. The keys and what is picked are questionary's; only the look is ours.

Of a long list only the part around the pointer is drawn, so that a key takes no longer in a list of a thousand.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from prompt_toolkit.application import get_app
from prompt_toolkit.formatted_text import StyleAndTextTuples
from questionary.prompts.common import InquirerControl

from rootcause.source.visible import visible, width
from rootcause.terminal.drawn.frame import MARGIN
from rootcause.terminal.folding import fold
from rootcause.terminal.offers import Offer
from rootcause.terminal.theme import Signs


class Listing:
    """How the offers of one list look now. `rows` tells how many rows there are for them."""

    def __init__(
        self,
        control: InquirerControl,
        offers: Sequence[Offer],
        signs: Signs,
        rows: Callable[[], int],
        *,
        several: bool,
        filtered: bool,
    ) -> None:
        self._control = control
        self._offers = offers
        self._signs = signs
        self._rows = rows
        self._several = several
        self._filtered = filtered

    def draw(self) -> StyleAndTextTuples:
        """The lines around the pointer; where the list goes on it says how far."""
        columns = max(get_app().output.get_size().columns - 1, 8)
        shown: list[int] = [choice.value for choice in self._control.filtered_choices]
        pointed = min(self._control.pointed_at, len(shown) - 1)
        fragments: StyleAndTextTuples = [*self._search()]
        room = self._rows() - (1 if self._filtered else 0)
        first, last = self._part(shown, pointed, columns, room)
        if first:
            fragments.append(("class:aside", f"{MARGIN}  ({first} more above)\n"))
        for place in range(first, last):
            fragments += self._line(shown[place], place == pointed, columns)
        if last < len(shown):
            fragments.append(("class:aside", f"{MARGIN}  ({len(shown) - last} more below)\n"))
        *rest, (style, text, *_) = fragments
        return [*rest, (style, text.removesuffix("\n"))]

    def _search(self) -> StyleAndTextTuples:
        if not self._filtered:
            return []
        typed = visible(self._control.search_filter or "")
        if not typed:
            count = sum(not offer.aside for offer in self._offers)
            return [("class:aside", f"{MARGIN}Type to find one of {count}\n")]
        found = "" if self._control.found_in_search else ": nothing like it"
        return [("class:prompt", f"{MARGIN}{typed}"), ("class:problem", f"{found}\n")]

    def _part(self, shown: Sequence[int], pointed: int, columns: int, room: int) -> tuple[int, int]:
        """From where to where the list is drawn: as much around the pointer as there is room for."""
        first, last = pointed, pointed + 1
        used = self._height(shown[pointed], columns, pointed=True)
        grew = True
        while grew:
            grew = False
            for place in (last, first - 1):
                if not 0 <= place < len(shown):
                    continue
                ends = (first == 0 or place == 0) + (last == len(shown) or place == len(shown) - 1)
                height = self._height(shown[place], columns, pointed=False)
                if used + height + (2 - ends) <= room:
                    used += height
                    first, last = min(first, place), max(last, place + 1)
                    grew = True
        return first, last

    def _height(self, index: int, columns: int, *, pointed: bool) -> int:
        return sum(text.count("\n") for _, text, *_ in self._line(index, pointed, columns))

    def _line(self, index: int, pointed: bool, columns: int) -> StyleAndTextTuples:
        offer = self._offers[index]
        pointer = f"{MARGIN}{self._signs.pointer if pointed else ' '} " + "  " * offer.level
        mark = ""
        if self._several and not offer.aside:
            mark = "[x] " if index in self._control.selected_options else "[ ] "
        elif self._several:
            mark = "    "
        indent = " " * (width(pointer) + len(mark))
        room = columns - len(indent)
        style = "class:pointed" if pointed else "class:aside" if offer.aside else "class:row"
        lines = fold(offer.label, room)
        fragments: StyleAndTextTuples = [("class:pointer", pointer), (style, mark + f"\n{indent}".join(lines))]
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
