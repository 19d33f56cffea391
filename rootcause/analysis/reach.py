"""How far word of mouth carries (method R7).

Shares published by The Ritz-Carlton Leadership Center: of unhappy customers 13 % tell 15 people or more, of happy ones
72 % tell 6 or more. Counts are rounded down, so what is said is the least to expect.
"""

from __future__ import annotations

from typing import Final

from msgspec import Struct

from rootcause.analysis.record import Record


class Share(Struct, frozen=True):
    """How many customers in a hundred tell at least how many people."""

    per_hundred: int
    people: int


UNHAPPY: Final = Share(13, 15)
HAPPY: Final = Share(72, 6)


class Reach(Struct, frozen=True):
    """Of so many customers so many tell others, and so many people hear of it at least."""

    customers: int
    share: Share

    @property
    def tellers(self) -> int:
        """How many customers tell others; 0 when there are too few to expect one."""
        return self.customers * self.share.per_hundred // 100

    @property
    def hearers(self) -> int:
        """How many people hear of it at least."""
        return self.tellers * self.share.people


def reach(record: Record, role: str, share: Share) -> Reach | None:
    """The reach of the customers counted under a role, or None when nobody counted them."""
    counts = [one.value for one in record.by_role.get(role, ()) if isinstance(one.value, int) and one.value > 0]
    return Reach(sum(counts), share) if counts else None
