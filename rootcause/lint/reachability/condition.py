"""A condition as a proof names it, and what it means that several contradict each other."""

from __future__ import annotations

import enum

from msgspec import Struct

from rootcause.expression.syntax import Node


class Role(enum.Enum):
    """What a condition decides."""

    WHEN = "when"
    SECTION_WHEN = "section when"
    CHECK = "check"
    COMPUTE = "compute"
    BOUNDS = "bounds"


class Condition(Struct, frozen=True):
    """A condition, or one operand of its `and`. `owner` is the variable of a question, or the id of a section.

    `index` is the number of a check; `node` is None for bounds, which have no expression.
    """

    owner: str
    role: Role
    index: int = 0
    operand: int = 0
    node: Node | None = None

    @property
    def name(self) -> tuple[str, Role, int, int]:
        """What tells it from the others."""
        return self.owner, self.role, self.index, self.operand


class Unreachable(Struct, frozen=True):
    """Nothing makes all of these conditions true together, and without any one of them something would."""

    chain: tuple[Condition, ...]
