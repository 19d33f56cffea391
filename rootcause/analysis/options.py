"""The options that were weighed, and what they cost over time."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Final

from msgspec import Struct, field

from rootcause.analysis.break_even import BreakEven, Cost, break_even
from rootcause.analysis.grade import Grade, grade
from rootcause.analysis.record import Record
from rootcause.analysis.statement import Row
from rootcause.interview.answers import State
from rootcause.questionnaire.values import Money

MONTHS: Final = (3, 6, 12, 24, 36)
_ALL_PAIRS: Final = 4


class Option(Struct, frozen=True):
    """One way to solve the problem. `number` counts from 1 in the order in which they stand.

    `grades` are those of the fields whose answers have an order, `size` and `effect` for instance.
    """

    number: int
    row: Row
    grades: Mapping[str, Grade] = field(default_factory=dict)

    @property
    def what(self) -> str:
        """The option in words."""
        return self.row.text("what")

    @property
    def kind(self) -> str | None:
        """`quick`, `lasting`, or what else the questionnaire offers."""
        kind = self.row.value("kind")
        return kind if isinstance(kind, str) else None


class Costed(Struct, frozen=True):
    """An option whose costs are known; `assumed_free` says that nobody was asked or named a running cost."""

    option: Option
    cost: Cost
    assumed_free: bool


class Uncosted(Struct, frozen=True):
    """An option that cannot be compared, and the fields whose figures are missing."""

    option: Option
    missing: tuple[str, ...]


class Pair(Struct, frozen=True):
    """A lasting improvement against a quick fix."""

    quick: Costed
    lasting: Costed
    result: BreakEven


class Comparison(Struct, frozen=True):
    """What the options cost over time. With more than one currency nothing is computed."""

    currencies: tuple[str, ...]
    costed: tuple[Costed, ...] = ()
    pairs: tuple[Pair, ...] = ()
    uncosted: tuple[Uncosted, ...] = ()

    @property
    def currency(self) -> str:
        """The currency of all figures, empty when nobody named one."""
        return self.currencies[0] if self.currencies else ""


def options(record: Record) -> tuple[Option, ...]:
    """Every option, in the order in which they stand."""
    rows = [row for statement in record.by_role.get("options", ()) for row in statement.rows]
    return tuple(Option(number, row, _grades(record, row)) for number, row in enumerate(rows, start=1) if row.is_known)


def _grades(record: Record, row: Row) -> dict[str, Grade]:
    found = {name: grade(record, cell) for name in ("size", "effect") if (cell := row.known(name)) is not None}
    return {name: one for name, one in found.items() if one is not None}


def compare(options: tuple[Option, ...]) -> Comparison | None:
    """Costs over time (method O7); None when there is not a quick fix and a lasting improvement to compare."""
    weighed = [option for option in options if option.kind in ("quick", "lasting")]
    if {option.kind for option in weighed} != {"quick", "lasting"}:
        return None
    amounts = (option.row.value(field) for option in weighed for field in ("one_off", "running"))
    # An amount without a currency is in the one that the others have: people write it once.
    currencies = tuple(sorted({amount.currency for amount in amounts if isinstance(amount, Money) and amount.currency}))
    if len(currencies) > 1:
        return Comparison(currencies)
    found = [costed(option) for option in weighed]
    known = tuple(one for one in found if isinstance(one, Costed))
    return Comparison(currencies, known, _pairs(known), tuple(one for one in found if isinstance(one, Uncosted)))


def costed(option: Option) -> Costed | Uncosted:
    """What an option costs, or the figures that are missing for it."""
    one_off, running, recurs = (_figure(option, field) for field in ("one_off", "running", "recurs"))
    missing = []
    if one_off is None:
        missing.append("one_off")
    if running is None and _is_open(option, "running"):
        missing.append("running")
    if recurs is None and option.kind == "quick":
        missing.append("recurs")
    if one_off is None or missing:
        return Uncosted(option, tuple(missing))
    return Costed(option, Cost(one_off, running or Fraction(0), recurs or Fraction(0)), running is None)


def _figure(option: Option, field: str) -> Fraction | None:
    match option.row.value(field):
        case bool():
            return None
        case Money(amount, _) | (int() | Decimal() as amount):
            return Fraction(amount)
    return None


def _is_open(option: Option, field: str) -> bool:
    """Whether a figure exists that we do not have; one that was left out counts as none."""
    cell = option.row.cells.get(field)
    return cell is not None and cell.answer is not None and cell.answer.state in (State.UNKNOWN, State.DEFERRED)


def _pairs(costed: tuple[Costed, ...]) -> tuple[Pair, ...]:
    """Every pair when they are few, else each lasting improvement against the quick fix that costs least at the end."""
    quick = [one for one in costed if one.option.kind == "quick"]
    lasting = [one for one in costed if one.option.kind == "lasting"]
    if len(quick) * len(lasting) > _ALL_PAIRS:
        quick = [min(quick, key=lambda one: one.cost.after(MONTHS[-1]))]
    return tuple(Pair(one, other, break_even(one.cost, other.cost)) for other in lasting for one in quick)
