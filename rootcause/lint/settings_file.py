"""Checks what a settings file says about the linter. Without pydantic, which takes long to import."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Final

from rootcause.configuration import Setting
from rootcause.errors import RootcauseError
from rootcause.lint.rule_names import complaint, named, suggestion
from rootcause.lint.rules import rule
from rootcause.source.diagnostic import Severity
from rootcause.source.nearest import nearest
from rootcause.source.visible import visible

_SHOWN: Final = 60


def given(setting: Setting, keys: Sequence[str]) -> dict[str, object]:
    """What the table of the linter says under each of these keys, rules by their names. Raises RootcauseError."""
    return _Reader(setting).given(keys)


class _Reader:
    """Reads the table of the linter, and says where in the file something is wrong."""

    def __init__(self, setting: Setting) -> None:
        self._setting = setting

    def given(self, keys: Sequence[str]) -> dict[str, object]:
        table = self._table(self._setting.value)
        self._only(keys, table)
        return {key: self._value(key, value) for key, value in table.items()}

    def _value(self, key: str, value: object) -> object:
        match key:
            case "include" | "exclude":
                return self._texts(value, key)
            case "select" | "extend-select" | "ignore":
                return self._rules(value, key, silences=key == "ignore")
            case "severity":
                return {
                    self._rule(name, key, name, silences=True): self._severity(level, key, name)
                    for name, level in self._table(value, key).items()
                }
            case "fail-on":
                return self._severity(value, key)
            case "baseline":
                if not isinstance(value, str) or not value.strip() or "\0" in value:
                    raise self._expected('a path such as "rootcause-baseline.json"', value, key)
            case "require-reason":
                if not isinstance(value, bool):
                    raise self._expected("true or false", value, key)
            case "per-file-ignores":
                table = self._table(value, key)
                return {glob: self._rules(words, key, glob, silences=True) for glob, words in table.items()}
            case "rules":
                table = self._table(value, key)
                return {self._rule(name, key, name): self._options(name, of) for name, of in table.items()}
        return value

    def _options(self, name: str, value: object) -> dict[str, object]:
        options = rule(named(name) or name).options
        table = self._table(value, "rules", name)
        if not options and table:
            raise self._error(f'"{name}" has no options', "take it out", "rules", name)
        self._only(options, table, "rules", name)
        for key, given in table.items():
            if isinstance(options[key], list):
                self._texts(given, "rules", name, key)
            elif not isinstance(given, int) or isinstance(given, bool) or given < 0:
                raise self._expected(f"a number such as {options[key]}", given, "rules", name, key)
        return table

    def _rules(self, value: object, *keys: str, silences: bool) -> tuple[str, ...]:
        words = self._texts(value, *keys)
        for word in words:
            if (problem := complaint(word, silences=silences)) is not None:
                raise self._error(*problem, *keys, word=word)
        return words

    def _rule(self, word: str, *keys: str, silences: bool = False) -> str:
        name = named(word)
        if name is None:
            raise self._error(f'"{word}" is no rule', suggestion(word), *keys)
        if (problem := complaint(word, silences=silences)) is not None:
            raise self._error(*problem, *keys)
        return name

    def _severity(self, value: object, *keys: str) -> Severity:
        if isinstance(value, str) and value in tuple(Severity):
            return Severity(value)
        raise self._expected('"error", "warning" or "info"', value, *keys)

    def _table(self, value: object, *keys: str) -> dict[str, object]:
        if not isinstance(value, dict):
            raise self._expected("a table", value, *keys)
        return value

    def _texts(self, value: object, *keys: str) -> tuple[str, ...]:
        if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
            raise self._expected('a list of texts such as ["one", "two"]', value, *keys)
        return tuple(value)

    def _only(self, known: Collection[str], table: Mapping[str, object], *keys: str) -> None:
        for key in table:
            if key not in known:
                near = nearest(key, known)
                hint = f'did you mean "{near}"?' if near else f"there are {', '.join(known)}"
                raise self._error(f'"{key}" is no setting of {".".join(("lint", *keys))}', hint, *keys, key)

    def _expected(self, what: str, value: object, *keys: str) -> RootcauseError:
        name = ".".join((*self._setting.keys, *keys))
        shown = visible(repr(value))
        return self._error(f"{name} is {shown[:_SHOWN]}{'…' * (len(shown) > _SHOWN)}; expected {what}", None, *keys)

    def _error(self, message: str, hint: str | None, *keys: str, word: str = "") -> RootcauseError:
        return RootcauseError(f"{self._setting.place(*keys, word=word)}: {visible(message)}", hint=hint)
