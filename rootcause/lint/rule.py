"""A rule: what it is called, how much it matters, and the function that looks for it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING

from msgspec import Struct, field

from rootcause.questionnaire.place import Place
from rootcause.source.diagnostic import Edit, Fix, Label, Severity
from rootcause.source.text import SourceText, Span

if TYPE_CHECKING:
    from rootcause.lint.context import Context


class Found(Struct, frozen=True):
    """What a rule found at one place. `subject` is the id of a question or the keys that lead to the place."""

    source: SourceText
    span: Span
    message: str
    help: str | None = None
    labels: tuple[Label, ...] = ()
    fix: Fix | None = None
    subject: str = ""


Check = Callable[["Context"], Iterable[Found]]


class Rule(Struct, frozen=True):
    """One rule; its page is the docstring of its module.

    `check` is None where the finding is made while the file is read, under the name of the rule. A rule that is not
    `sound` may look at a draft; a `sound` one is run only on questionnaires that can be asked, a `whole` one not on a
    file that is made to be included by others, and one with `since` only beside an earlier version of the file. `on`
    says whether it is selected when nobody says otherwise. `options` are the numbers and words that a settings file
    may change.
    """

    code: str
    name: str
    severity: Severity
    check: Check | None = None
    sound: bool = False
    whole: bool = False
    since: bool = False
    on: bool = True
    options: Mapping[str, int | list[str]] = field(default_factory=dict)

    @property
    def always(self) -> bool:
        """Whether it is always told and always an error, because what it finds keeps a file from being used."""
        return self.check is None and self.severity is Severity.ERROR


def at_value(
    place: Place,
    message: str,
    help: str | None = None,
    *,
    within: tuple[int, int] | None = None,
    labels: tuple[Label, ...] = (),
    fix: Fix | None = None,
) -> Found:
    """Found at the value of a place, or at the characters `within` it."""
    tree = place.tree
    span = tree.span(place.route) if within is None else tree.span_within(place.route, *within)
    return Found(tree.source, span, message, help, labels, fix, subject(place))


def at_key(
    place: Place, message: str, help: str | None = None, *, labels: tuple[Label, ...] = (), fix: Fix | None = None
) -> Found:
    """Found at the key that leads to a place."""
    return Found(place.tree.source, place.tree.key_span(place.route), message, help, labels, fix, subject(place))


def replace_text(place: Place, span: Span, replacement: str, *, safe: bool = True) -> Fix:
    """A fix that replaces the characters of a span in the file of a place."""
    return Fix((Edit(span, replacement, place.tree.source),), safe)


def subject(place: Place) -> str:
    """What a place is known by when lines move: the ids on the way to it, and the keys where there are none."""
    steps = []
    at = Place(place.tree)
    for step in place.route:
        at = at / step
        value = at.value
        named = value.get("id", value.get("name")) if isinstance(value, dict) else None
        steps.append(str(named if isinstance(named, str) else step))
    return ".".join(step for step in steps if step not in ("sections", "questions", "each"))
