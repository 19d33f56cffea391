"""The schema of `rootcause.toml`, with the names of all rules and their options."""

from __future__ import annotations

from typing import Final

from rootcause.lint.documentation import page
from rootcause.lint.rule import Rule
from rootcause.lint.rule_names import ALL, DEFAULT
from rootcause.lint.rules import FAMILIES, all_rules, families
from rootcause.schema import meanings
from rootcause.schema.pieces import WORD, WORDS, YES_OR_NO, Schema, file, mapping, one_of, said, whole_number
from rootcause.source.diagnostic import Severity

_CODE: Final = r"^RC[A-Z]\d{3}$"


def config() -> Schema:
    """The schema of a settings file."""
    # What other keys there are is not looked at when the file is read.
    report = {**mapping({"theme": WORD}, (), meanings.REPORT), "additionalProperties": True}
    keys: dict[str, Schema] = {"cases": WORD, "lint": _lint(), "report": report}
    whole = {**mapping(keys, (), meanings.CONFIG), "additionalProperties": True}
    return file("Settings of rootcause", whole)


def _lint() -> Schema:
    level = one_of(Severity)
    rules: Schema = {"type": "array", "items": _words()}
    keys: dict[str, Schema] = {
        "include": WORDS,
        "exclude": WORDS,
        "select": rules,
        "extend-select": rules,
        "ignore": rules,
        "severity": _by_rule({one.name: level for one in all_rules() if not one.always}, level),
        "fail-on": level,
        "baseline": WORD,
        "require-reason": YES_OR_NO,
        "per-file-ignores": {"type": "object", "additionalProperties": rules},
        "rules": _by_rule({one.name: _options(one) for one in all_rules() if one.options}, {"type": "object"}),
    }
    return mapping(keys, (), meanings.LINT)


def _words() -> Schema:
    listed = (DEFAULT, ALL, *FAMILIES, *families())
    about = {name: page(name).summary for name in families()}
    return {"anyOf": [one_of(listed, about), {"type": "string", "pattern": "^RC"}]}


def _by_rule(of: dict[str, Schema], with_code: Schema) -> Schema:
    return {
        "type": "object",
        "properties": {name: said(what, page(name).summary) for name, what in of.items()},
        "patternProperties": {_CODE: with_code},
        "additionalProperties": False,
    }


def _options(rule: Rule) -> Schema:
    keys: dict[str, Schema] = {
        name: WORDS if isinstance(value, list) else whole_number(0) for name, value in rule.options.items()
    }
    return mapping(keys, (), {name: f"Default: {value}." for name, value in rule.options.items()})
