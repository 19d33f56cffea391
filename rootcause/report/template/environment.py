"""The environment of a template: what it may name, call and compute."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any, Final

from jinja2 import ChainableUndefined, FunctionLoader, StrictUndefined, TemplateRuntimeError, pass_eval_context
from jinja2.compiler import CodeGenerator, Frame
from jinja2.exceptions import SecurityError
from jinja2.nodes import Concat, EvalContext
from jinja2.runtime import Context
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.utils import missing

from rootcause.report.template.filters import TESTS, filters_for
from rootcause.report.template.kind import Kind, Written, as_text
from rootcause.report.template.printing import check_printable, kind_of_value
from rootcause.source.nearest import nearest

_LONGEST_RANGE: Final = 10_000
_LONGEST_REPETITION: Final = 10_000
_LARGEST_NUMBER: Final = 10**30
_METHODS: Final[tuple[tuple[type, frozenset[str]], ...]] = (
    (
        str,
        frozenset(
            (
                "capitalize",
                "endswith",
                "isdigit",
                "lower",
                "lstrip",
                "removeprefix",
                "removesuffix",
                "rstrip",
                "split",
                "splitlines",
                "startswith",
                "strip",
                "title",
                "upper",
            )
        ),
    ),
    (dict, frozenset(("get", "items", "keys", "values"))),
    (list, frozenset(("count", "index"))),
    (tuple, frozenset(("count", "index"))),
    (int, frozenset()),
    (float, frozenset()),
)

Load = Callable[[str], str | None]
"""The text of a template by its name, None when there is none."""


class Missing(ChainableUndefined, StrictUndefined):
    """What is not there. It may be asked for, given a default and asked further; whoever prints it learns its name."""

    __slots__ = ()
    known: tuple[str, ...] = ()

    @property
    def _undefined_message(self) -> str:
        if self._undefined_hint:
            return str(self._undefined_hint)
        name = str(self._undefined_name)
        inside, fields = "", self.known
        if self._undefined_obj is not missing:
            thing = self._undefined_obj
            fields = tuple(map(str, thing)) if isinstance(thing, Mapping) else ()
            inside = " here" if isinstance(thing, Mapping) else f" in {kind_of_value(thing)}"
        near = nearest(name, fields)
        listed = f"; there are {', '.join(fields[:12])}" if fields else ""
        return f'there is no "{name}"{inside}' + (f'; did you mean "{near}"?' if near else listed)


class _Writer(CodeGenerator):
    """Texts that `~` puts together are escaped as the document needs it; Jinja would escape them for HTML."""

    def visit_Concat(self, node: Concat, frame: Frame) -> None:  # noqa: N802  # the name of the class of nodes
        self.write("environment.joined((")
        for part in node.nodes:
            self.visit(part, frame)
            self.write(", ")
        self.write("))")


class Environment(ImmutableSandboxedEnvironment):
    """Plain data, a few filters, and no way to anything else.

    Nothing is computed before the template runs: constants are not folded, so that no limit comes too late.
    """

    code_generator_class = _Writer
    intercepted_binops = frozenset(("**", "*", "%", "+"))

    def __init__(self, kind: Kind, load: Load, known: Iterable[str]) -> None:
        named = type("Missing", (Missing,), {"__slots__": (), "known": tuple(known)})
        super().__init__(
            autoescape=kind is not Kind.PLAIN,
            undefined=named,
            loader=FunctionLoader(lambda name: None if (text := load(name)) is None else (text, name, None)),
            finalize=_finalizer(kind),
            optimized=False,
            keep_trailing_newline=True,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self.kind = kind
        self.filters = filters_for(kind)
        self.tests = {name: test for name, test in self.tests.items() if name in TESTS}
        self.globals = {"range": _range, "dict": dict, "namespace": self.globals["namespace"]}

    def getattr(self, obj: Any, attribute: str) -> Any:
        """A key of a mapping goes before its methods."""
        if isinstance(obj, dict) and attribute in obj:
            return obj[attribute]
        return super().getattr(obj, attribute)

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        """Only what is listed of plain values; what templates are made of as Jinja has it."""
        for type_, methods in _METHODS:
            if isinstance(obj, type_):
                return attr in methods
        return super().is_safe_attribute(obj, attr, value)

    def wrap_str_format(self, value: Any) -> None:
        """Jinja would let texts be formatted, with any width."""

    def unsafe_undefined(self, obj: Any, attribute: str) -> Any:
        """What stands for something that may not be reached."""
        message = f'"{attribute}" of {kind_of_value(obj)} cannot be reached from a template'
        return self.undefined(message, name=attribute, obj=obj, exc=SecurityError)

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        """What may become very large, or markup, is looked at before it is computed."""
        match operator:
            case "**":
                raise TemplateRuntimeError("powers (**) are not computed in a template")
            case "%" if isinstance(left, str):
                raise TemplateRuntimeError("texts are not formatted with %; put them together with ~")
            case "*":
                _refuse_large(left, right)
            case "+" if isinstance(left, str) and isinstance(right, str):
                return self.joined((left, right))
        return super().call_binop(context, operator, left, right)

    def joined(self, parts: Iterable[object]) -> str:
        """Texts put together; when one of them is markup, the others are escaped."""
        values = tuple("" if part is None else part for part in parts)
        for value in values:
            check_printable(value)
        if not any(hasattr(value, "__html__") for value in values):
            return "".join(map(str, values))
        return Written("".join(str(one) if hasattr(one, "__html__") else as_text(one, self.kind) for one in values))


def _finalizer(kind: Kind) -> Callable[[EvalContext, object], object]:
    """What is printed: markup as it is, everything else as text; nothing for None."""

    @pass_eval_context  # so that Jinja does not apply it to constants while it compiles
    def finalize(context: EvalContext, value: object) -> object:
        if value is None:
            return ""
        if isinstance(value, Missing) or hasattr(value, "__html__"):
            return value
        check_printable(value)
        return Written(as_text(value, kind))

    return finalize


def _range(*bounds: int) -> range:
    """Whole numbers, not too many."""
    found = range(*bounds)
    if len(found) > _LONGEST_RANGE:
        raise TemplateRuntimeError(f"range of {len(found):,} numbers; at most {_LONGEST_RANGE:,} are possible")
    return found


def _refuse_large(left: Any, right: Any) -> None:
    for one, other in ((left, right), (right, left)):
        if isinstance(one, str | list | tuple) and isinstance(other, int) and len(one) * other > _LONGEST_REPETITION:
            raise TemplateRuntimeError(f"repeated {other:,} times; at most {_LONGEST_REPETITION:,} signs are possible")
        if isinstance(one, int) and abs(one) > _LARGEST_NUMBER:
            raise TemplateRuntimeError("a number with more than 30 digits")
