from __future__ import annotations

from collections.abc import Callable

import pytest

from rootcause.analysis.analysis import Analysis
from rootcause.analysis.reach import HAPPY, UNHAPPY, Reach, Share


@pytest.mark.parametrize(
    ("customers", "share", "tellers", "hearers"),
    [
        (100, UNHAPPY, 13, 195),
        (100, HAPPY, 72, 432),
        (8, UNHAPPY, 1, 15),
        (7, UNHAPPY, 0, 0),
        (2, HAPPY, 1, 6),
        (1, HAPPY, 0, 0),
    ],
)
def test_the_published_shares_give_the_least_to_expect(
    customers: int, share: Share, tellers: int, hearers: int
) -> None:
    reach = Reach(customers, share)
    assert (reach.tellers, reach.hearers) == (tellers, hearers)


def test_customers_are_counted_under_the_role(analysed: Callable[..., Analysis]) -> None:
    assert analysed(unhappy="40").reach_unhappy == Reach(40, UNHAPPY)


@pytest.mark.parametrize("count", ["0", {"state": "unknown"}], ids=["nobody", "not known"])
def test_without_customers_there_is_no_reach(analysed: Callable[..., Analysis], count: object) -> None:
    assert analysed(unhappy=count).reach_unhappy is None
