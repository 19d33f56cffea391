"""What the rules of logic point at, what they mend, and what they leave alone."""

from __future__ import annotations

import pytest

from tests.lint.examples import findings

QUESTIONS = """\
- {id: a, type: yesno, ask: "Was it late?"}
- {id: b, type: yesno, ask: "Was it known?", when: a}
- {id: m, type: integer, ask: "How many came?", min: 0}
"""


def conditioned(when: str) -> str:
    return f'{QUESTIONS}- {{id: last, type: text, ask: "What else?", when: "{when}"}}\n'


def test_every_condition_that_contradicts_is_pointed_at():
    (found,) = findings(conditioned("not a and b"))
    assert found.name == "unreachable-question"
    assert [related.message for related in found.related] == [
        '"b" is asked only when a',
        '"last" is asked only when not a',
        '"last" is asked only when b',
    ]
    assert len({related.region.line for related in found.related}) == 2


@pytest.mark.parametrize(
    ("when", "after"),
    [
        pytest.param("m > 5 and a and m > 3", "m > 5 and a", id="the last"),
        pytest.param("m > 3 and a and m > 5", "a and m > 5", id="the first"),
        pytest.param("(m > 3) and (a) and (m > 5)", "(a) and (m > 5)", id="with parentheses"),
        pytest.param("a or (m > 3) or a", "a or (m > 3)", id="twice"),
        pytest.param("not (a and  m > 3 and a)", "not (a and  m > 3)", id="inside"),
    ],
)
def test_what_changes_nothing_is_cut_out_and_the_rest_stays_as_it_is(when: str, after: str):
    text = conditioned(when)
    (found,) = findings(text)
    assert found.name == "redundant-operand"
    assert found.mend is not None
    assert found.mend.safe
    (edit,) = found.mend.replacements
    line = found.line_text
    start = len(line) - len(line.split("when: ", 1)[1]) + 1
    offset = edit.region.column - 1 - start
    length = edit.region.end - edit.region.start
    assert when[:offset] + when[offset + length :] == after


@pytest.mark.parametrize(
    "when",
    [
        pytest.param("answered(m) and m > 3", id="says that it waits for an answer"),
        pytest.param("a and b", id="b is asked only after a, which is not seen here"),
        pytest.param("not answered(a) or a", id="an answer that may be missing"),
        pytest.param("m > 3 or unknown(m)", id="not known is no answer"),
    ],
)
def test_a_condition_that_says_something_is_left_alone(when: str):
    assert findings(conditioned(when)) == ()


def test_what_takes_too_long_is_told_as_not_decided():
    holes = 8
    lines = [f'- {{id: q{number}, type: yesno, ask: "Is it so?"}}\n' for number in range((holes + 1) * holes)]
    one_each = [" or ".join(f"q{bird * holes + hole}" for hole in range(holes)) for bird in range(holes + 1)]
    lines += [
        f'- {{id: c{bird}, type: yesno, label: "Placed", compute: "{condition}"}}\n'
        for bird, condition in enumerate(one_each)
    ]
    for hole in range(holes):
        pairs = [(one, other) for other in range(holes + 1) for one in range(other)]
        for part in range(0, len(pairs), 18):
            apart = " and ".join(
                f"(not q{one * holes + hole} or not q{other * holes + hole})" for one, other in pairs[part : part + 18]
            )
            lines.append(f'- {{id: h{hole}_{part}, type: yesno, label: "Alone", compute: "{apart}"}}\n')
    every = [f"c{bird}" for bird in range(holes + 1)] + [f"h{hole}_{part}" for hole in range(holes) for part in (0, 18)]
    lines.append(f'- {{id: last, type: text, ask: "What else?", when: "{" and ".join(every)}"}}\n')
    assert {found.name for found in findings("".join(lines)) if found.code.startswith("RCL")} == {"not-decided"}
