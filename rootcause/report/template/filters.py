"""The filters and tests of templates: those of Jinja2 that only look at their value, and ours for text of people."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import wraps
from typing import TYPE_CHECKING, Any, Final

from jinja2 import TemplateRuntimeError, pass_environment
from jinja2.filters import FILTERS, make_attrgetter

from rootcause.report.template.kind import Kind, Written, as_link, as_paragraphs, as_tex, as_text
from rootcause.report.template.printing import check_printable

if TYPE_CHECKING:
    from rootcause.report.template.environment import Environment

OF_JINJA: Final = (
    "abs",
    "capitalize",
    "count",
    "d",
    "default",
    "dictsort",
    "first",
    "float",
    "groupby",
    "int",
    "items",
    "last",
    "length",
    "list",
    "lower",
    "map",
    "max",
    "min",
    "reject",
    "rejectattr",
    "select",
    "selectattr",
    "sort",
    "string",
    "sum",
    "title",
    "trim",
    "truncate",
    "unique",
    "upper",
    "urlencode",
    "wordcount",
)
_OF_TEXTS: Final = frozenset(
    """
    as_markup capitalize indent link lower paragraphs replace string tex title trim truncate upper wordcount
    """.split()  # noqa: SIM905  # as below
)
TESTS: Final = frozenset(
    """
    boolean defined divisibleby eq equalto even false ge greaterthan gt in integer iterable le lessthan lower lt mapping
    ne none number odd sameas sequence string true undefined upper == != > >= < <=
    """.split()  # noqa: SIM905  # reads better than thirty lines
)
_DEEPEST_INDENT: Final = 100
_MOST_DECIMALS: Final = 20


def filters_for(kind: Kind) -> dict[str, Callable[..., Any]]:
    """Every filter that a template of this kind may name."""
    ours: Mapping[str, Callable[..., Any]] = {
        "as_markup": _as_markup,
        "indent": _indent,
        "join": _join,
        "link": lambda value: as_link(str(value), kind),
        "paragraphs": lambda value: as_paragraphs(str(value), kind),
        "replace": lambda value, old, new: _replace(value, old, new, kind),
        "round": _round,
        "tex": lambda value: as_tex(str(value)),
    }
    found: Mapping[str, Callable[..., Any]] = {**{name: FILTERS[name] for name in OF_JINJA}, **ours}
    return {name: _of_text(filter) if name in _OF_TEXTS else filter for name, filter in found.items()}


def _of_text(filter: Callable[..., Any]) -> Callable[..., Any]:
    """The filter, for what is no list and no mapping: those it would take for text as Python writes them."""
    value_at = int(hasattr(filter, "jinja_pass_arg"))  # behind the environment, where Jinja passes that

    @wraps(filter)
    def of_text(*given: Any, **named: Any) -> Any:
        if len(given) > value_at:
            check_printable(given[value_at])
        return filter(*given, **named)

    return of_text


def _as_markup(value: object) -> str:
    """The value as it is: whoever writes this says that it is markup."""
    return Written(value)


def _indent(value: object, width: int = 4, first: bool = False) -> str:
    if not isinstance(width, int) or not 0 <= width <= _DEEPEST_INDENT:
        raise TemplateRuntimeError(f"indent by {width}; expected a number up to {_DEEPEST_INDENT}")
    text, space = str(value), " " * width
    lines = [f"{space}{line}" if line else line for line in text.split("\n")]
    found = "\n".join(lines) if first else "\n".join(lines).removeprefix(space)
    return Written(found) if hasattr(value, "__html__") else found


@pass_environment
def _join(environment: Environment, values: Iterable[object], between: str = "", attribute: str | None = None) -> str:
    if attribute is not None:
        values = map(make_attrgetter(environment, attribute), values)
    parts = [part for value in values for part in (between, value)]
    return environment.joined(parts[1:])


def _replace(value: object, old: str, new: str, kind: Kind) -> str:
    if not old:
        raise TemplateRuntimeError("replace needs something to be replaced")
    if not hasattr(value, "__html__"):
        return str(value).replace(old, new)
    return Written(str(value).replace(old, new if hasattr(new, "__html__") else as_text(new, kind)))


def _round(value: float, decimals: int = 0) -> float:
    if not isinstance(decimals, int) or abs(decimals) > _MOST_DECIMALS:
        raise TemplateRuntimeError(f"round to {decimals} decimals; expected at most {_MOST_DECIMALS}")
    return round(value, decimals)
