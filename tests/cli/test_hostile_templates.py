from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from rootcause.cli.reporting.templating import Limits

TOO_SLOW = "is not done after"
TOO_LARGE = "MB of memory"
CIRCLE = "without end"
NO_FILTER = "there is no filter"
CLOSED = "cannot be reached from a template"
MISSING = "there is no "

HOSTILE = {
    "a power": ("{{ 10 ** 100000000 }}", "powers"),
    "a power of powers": ("{{ 9 ** 9 ** 9 ** 9 }}", "powers"),
    "a power in a constant": ("{% set x = 7 ** 99999999 %}", "powers"),
    "a power that is never reached": ("{% if title == 'x' %}{{ 2 ** 9999999999 }}{% endif %}ok", None),
    "a power built by products": ("{% set n = namespace(x=9) %}{% for i in range(90) %}{% set n.x = n.x * n.x %}{% endfor %}", "30 digits"),
    "a repeated text": ("{{ 'a' * 1000000000 }}", "repeated"),
    "a repeated list": ("{{ ([1] * 1000000000) | length }}", "repeated"),
    "a long range": ("{% for i in range(1000000000) %}{% endfor %}", "range of"),
    "loops in loops": ("{% for a in range(9999) %}{% for b in range(9999) %}{% for c in range(9999) %}{% endfor %}{% endfor %}{% endfor %}", TOO_SLOW),
    "a sum over products": ("{% for a in range(9999) %}{% set x = range(9999) | sum %}{% endfor %}", TOO_SLOW),
    "a long document": ("{% for a in range(9999) %}{% for b in range(9999) %}aaaaaaaaaaaaaaaaaaaaa{% endfor %}{% endfor %}", "longer than"),
    "a text that doubles": ("{% set n = namespace(x='aaaaaaaa') %}{% for i in range(60) %}{% set n.x = n.x ~ n.x %}{% endfor %}", TOO_LARGE),
    "a sum that doubles": ("{% set n = namespace(x='aaaaaaaa') %}{% for i in range(60) %}{% set n.x = n.x + n.x %}{% endfor %}", TOO_LARGE),
    "a list that doubles": ("{% set n = namespace(x=[1]) %}{% for i in range(60) %}{% set n.x = n.x + n.x %}{% endfor %}", TOO_LARGE),
    "a replacement that grows": ("{% set n = namespace(x='aa') %}{% for i in range(60) %}{% set n.x = n.x | replace('a', n.x) %}{% endfor %}", TOO_LARGE),
    "a loop that calls itself": ("{% for i in [1] recursive %}{{ loop([1]) }}{% endfor %}", CIRCLE),
    "a macro that calls itself": ("{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}", CIRCLE),
    "a macro that calls itself twice": ("{% macro m(n) %}{% if n %}{{ m(n - 1) }}{{ m(n - 1) }}{% endif %}{% endmacro %}{{ m(90) }}", TOO_SLOW),
    "a template that includes itself": ("{% include 'SELF' %}", CIRCLE),
    "a template that extends itself": ("{% extends 'SELF' %}", CIRCLE),
    "brackets without end": ("{{ " + "(" * 50_000 + "1" + ")" * 50_000 + " }}", CIRCLE),
    "lists without end": ("{{ " + "[" * 3_000 + "]" * 3_000 + " }}", CIRCLE),
    "ifs without end": ("{% if title %}" * 5_000 + "{% endif %}" * 5_000, None),
    "signs without end": ("{{ " + "-" * 50_000 + "1 }}", CIRCLE),
    "a format by %": ("{{ '%1000000000d' % 1 }}", "formatted with %"),
    "a format by a method": ("{{ '{:1000000000}'.format(1) }}", CLOSED),
    "a format by a filter": ("{{ '%1000000000d' | format(1) }}", NO_FILTER),
    "a wide centre": ("{{ 'a' | center(1000000000) }}", NO_FILTER),
    "a wide method": ("{{ 'a'.ljust(1000000000) }}", CLOSED),
    "a deep indent": ("{{ 'a' | indent(1000000000, true) }}", "indent by"),
    "a batch": ("{{ [1] | batch(1000000000, 0) | list }}", NO_FILTER),
    "a slice": ("{{ [1] | slice(1000000000) | list }}", NO_FILTER),
    "a round number": ("{{ 1.5 | round(1000000000) }}", "round to"),
    "decimals of a power": ("{{ 1.5 | round(-1000000000) }}", "round to"),
    "words without end": ("{{ lipsum(1000000) }}", MISSING),
    "a cycler": ("{{ cycler('a').next.__globals__ }}", MISSING),
    "the class of a text": ("{{ ''.__class__.__mro__[1].__subclasses__() }}", CLOSED),
    "the class of a key": ("{{ title['__class__'] }}", CLOSED),
    "the class by a filter": ("{{ title | attr('__class__') }}", NO_FILTER),
    "the class by map": ("{{ [title] | map(attribute='__class__') | list | join }}", CLOSED),
    "the class by sort": ("{{ [title, title] | sort(attribute='__class__') | join }}", CLOSED),
    "the globals of range": ("{{ range.__globals__ }}", CLOSED),
    "the globals of a macro": ("{% macro m() %}{% endmacro %}{{ m.__globals__ }}", MISSING),
    "the function of a macro": ("{% macro m() %}{% endmacro %}{{ m._func.__globals__ }}", CLOSED),
    "the environment of a macro": ("{% macro m() %}{% endmacro %}{{ m._environment }}", CLOSED),
    "the globals of a loop": ("{% for a in [1] %}{{ loop.__init__.__globals__ }}{% endfor %}", CLOSED),
    "the context": ("{{ self._TemplateReference__context }}", CLOSED),
    "the init of a namespace": ("{{ namespace.__init__.__globals__ }}", CLOSED),
    "what is not there": ("{{ nothing.__class__.__init__.__globals__ }}", CLOSED),
    "data are not changed": ("{{ summary.append(1) }}", CLOSED),
    "keys are not changed": ("{{ status.update({}) }}", CLOSED),
    "the password file": ("{% include '/etc/passwd' %}", "no template"),
    "a folder above": ("{% include '../../../../../../etc/passwd' %}", "no template"),
    "a folder above by an import": ("{% import '../x.md' as x %}", "no template"),
    "a folder": ("{% include '.' %}", "is a folder"),
    "no tag": ("{% evil %}", "this is no template"),
    "code": ("{% do x %}", "this is no template"),
    "a missing field": ("{{ titel }}", '"titel"; did you mean "title"?'),
    "a missing field of a section": ("{{ sections.actoins.content }}", '"actoins" here; did you mean "actions"?'),
    "a field of a text": ("{{ title.text }}", '"text" in a text'),
    "a field of a missing field": ("{{ sections.nothing.at.all }}", '"nothing" here'),
    "a missing field in a condition": ("{% if titel %}{% endif %}", '"titel"'),
    "a missing field in a loop": ("{% for a in action %}{% endfor %}", '"action"; did you mean "actions"?'),
    "a list as text": ("{{ summary }}", "a list cannot be printed"),
    "a list behind a text": ("{{ 'a' ~ summary }}", "a list cannot be printed"),
    "a list in a list as text": ("{{ [summary] | join }}", "a list cannot be printed"),
    "a list as a text by a filter": ("{{ summary | upper }}", "a list cannot be printed"),
    "a mapping cut to length": ("{{ status | truncate(9) }}", "a mapping cannot be printed"),
    "a function behind a text": ("{{ 'a' ~ range }}", "this has to be called"),
    "values to come behind a text": ("{{ 'a' ~ (summary | map('first')) }}", "this is no text and no number"),
    "a number with digits without end": ("{{ " + "9" * 5000 + " }}", "a number with too many digits"),
    "sums of digits without end": ("{{ 0x" + "f" * 9000 + " }}", "a number with too many digits"),
    "a number without end": ("{{ 1e999 }}", "a number that is too large"),
    "a number without end as a whole one": ("{{ 1e999 | int }}", "a number that is too large"),
    "loops nested too deep": ("{% for a in [1] %}" * 30 + "{% endfor %}" * 30, "nested too deep"),
    "values that are still to come": ("{{ actions | map('upper') }}", "this is no text and no number"),
    "a division by zero": ("{{ 1 / 0 }}", "division by zero"),
    "a text and a number": ("{{ 'a' + 1 }}", "do not go together"),
    "a call of a text": ("{{ title() }}", "this is no function"),
}  # fmt: skip
"""What it does, and what the error says; None where it is cut off in another way, or does no harm."""


@pytest.fixture(scope="module")
def rendered() -> dict[str, Any]:
    if sys.platform != "linux":
        pytest.skip("only Linux holds a process to a limit of memory")
    asked = json.dumps([text for text, _ in HOSTILE.values()])
    command = [sys.executable, str(Path(__file__).with_name("render_hostile.py"))]
    done = subprocess.run(command, input=asked, capture_output=True, text=True, check=True, timeout=120)
    assert done.stderr == ""
    answer: dict[str, Any] = json.loads(done.stdout)
    return {"memory": answer["memory"], **dict(zip(HOSTILE, answer["found"], strict=True))}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_template_ends_with_an_error_that_says_what_it_is(rendered: dict[str, Any], name: str) -> None:
    number, expected = [*HOSTILE].index(name), HOSTILE[name][1]
    is_done, text, hint = rendered[name]
    if expected is None:
        assert is_done or text
        return
    assert not is_done
    assert text.startswith(f"{number}.md.j2:")
    assert expected in text
    assert hint
    assert "Traceback" not in text


def test_none_of_them_takes_200_megabytes(rendered: dict[str, Any]) -> None:
    assert rendered["memory"] < 200_000  # in kilobytes


def test_the_limits_are_those_that_are_promised() -> None:
    assert Limits().seconds <= 1
    assert Limits().memory <= 150_000_000
