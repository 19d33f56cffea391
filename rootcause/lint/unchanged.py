"""Whether an edited text still says the same outside the places that were edited."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from operator import itemgetter

from msgspec import Struct

from rootcause.source.places import Branch, Place, Where, extent
from rootcause.source.text import SourceText
from rootcause.source.tree import parse_tree


def says_the_same(before: str, after: str, edited: Iterable[tuple[Where, Where]]) -> bool:
    """Compare two texts without byte order mark; `edited` are the same places in the one and in the other.

    Of a text that was no YAML before, it is enough that it is some now, or that the first fault is further down.
    """
    places = sorted(edited)
    old_tree, old_faults = parse_tree(SourceText("", before))
    new_tree, new_faults = parse_tree(SourceText("", after))
    if old_tree is None:
        return new_tree is not None or old_faults[0].span.start < new_faults[0].span.start
    if new_tree is None:
        return False
    old, new = _Side(before, [place for place, _ in places]), _Side(after, [place for _, place in places])
    if old_tree.root is None or new_tree.root is None:
        return old_tree.root is new_tree.root
    return _Comparison(old, new).same((old_tree.root, old_tree.value), (new_tree.root, new_tree.value))


class _Side(Struct, frozen=True):
    """A text, before or after, and the places in it that are edited: in order, and none inside another."""

    text: str
    edited: Sequence[Where]

    def touched(self, place: Place) -> bool:
        """Whether an edit is inside a value or beside it."""
        start, end = extent(place, self.text)
        return self._reach(end) >= start

    def covered(self, place: Place) -> bool:
        """Whether the whole value is part of one edit."""
        start, end = extent(place, self.text)
        return self._reach(start) >= end

    def enclosed(self, place: Place) -> bool:
        """Whether edits are at both ends of a value, as when it gets quotes, or it is part of one."""
        return all(self._reach(end) >= end for end in extent(place, self.text))

    def _reach(self, offset: int) -> int:
        """Where the last edit that begins up to there ends."""
        before = bisect_right(self.edited, offset, key=itemgetter(0))
        return self.edited[before - 1][1] if before else -1

    def entry_touched(self, branch: Branch, key: str) -> bool:
        """Whether an edit is at a key or at its value."""
        where, place = branch.entries[key]
        return self.touched(where) or self.touched(place)


_Value = tuple[Place, object]


class _Comparison(Struct, frozen=True):
    old: _Side
    new: _Side

    def same(self, was: _Value, now: _Value) -> bool:
        """Whether two values are the same but for what was edited."""
        old, new = was[0], now[0]
        if isinstance(old, Branch) and isinstance(new, Branch) and old.is_mapping == new.is_mapping:
            return (self._same_mapping if old.is_mapping else self._same_list)(old, new)
        if isinstance(old, Branch) or isinstance(new, Branch):
            return self.old.enclosed(old)
        if self.old.touched(old) or self.new.touched(new):
            return True
        return type(was[1]) is type(now[1]) and was[1] == now[1]

    def _same_mapping(self, old: Branch, new: Branch) -> bool:
        both = [key for key in old.entries if key in new.entries]
        gone = [key for key in old.entries if key not in new.entries]
        come = [key for key in new.entries if key not in old.entries]
        # A key that was not replaced as a whole has another name now; else something swallowed it.
        renamed = [key for key in gone if not self.old.covered(old.entries[key][0])]
        return (
            len(renamed) <= len(come)
            and all(self.old.entry_touched(old, key) for key in gone)
            and all(self.new.entry_touched(new, key) for key in come)
            and all(
                self.same((old.entries[key][1], old.value[key]), (new.entries[key][1], new.value[key])) for key in both
            )
        )

    def _same_list(self, old: Branch, new: Branch) -> bool:
        """Whether the entries are the same in this order, but for those that came or went with an edit."""
        before, after = 0, 0
        while before < len(old.entries) or after < len(new.entries):
            gone = before < len(old.entries) and self.old.covered(old.entries[before])
            come = after < len(new.entries) and self.new.covered(new.entries[after])
            if come and not gone:
                after += 1
            elif gone and not come:
                before += 1
            elif before == len(old.entries) or after == len(new.entries):
                return False
            elif self.same((old.entries[before], old.value[before]), (new.entries[after], new.value[after])):
                before, after = before + 1, after + 1
            else:
                return False
        return True
