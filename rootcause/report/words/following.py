"""What became of what was to be done."""

from __future__ import annotations

from msgspec import Struct


class FollowingWords(Struct, frozen=True, kw_only=True):
    """Names in braces are filled in. `effect` labels the review of the action of that number."""

    title: str
    done: str
    done_on: str
    put_off: str
    open_again: str
    effect: str
    look_on: str
    moved: str
    not_moved: str
    before: str


ENGLISH = FollowingWords(
    title="What became of it",
    done="Done",
    done_on="Done {day}",
    put_off="Put off to {day}",
    open_again="To be done again",
    effect="Effect of action {number}",
    look_on="To be looked at on {day}",
    moved="The measure moved",
    not_moved="The measure did not move",
    before="Happened before",
)
GERMAN = FollowingWords(
    title="Was daraus geworden ist",
    done="Erledigt",
    done_on="Erledigt am {day}",
    put_off="Verschoben auf den {day}",
    open_again="Wieder zu tun",
    effect="Wirkung der Maßnahme {number}",
    look_on="Wird am {day} angesehen",
    moved="Die Messgröße hat sich bewegt",
    not_moved="Die Messgröße hat sich nicht bewegt",
    before="Schon einmal geschehen",
)
