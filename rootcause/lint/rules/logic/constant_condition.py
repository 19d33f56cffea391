"""A condition that nothing makes no.

It decides nothing, so it was meant otherwise, or it can go. A condition on a question without an answer is still
unknown; where that is what it waits for, `answered(question)` says so.

Example:
    - {id: urgent, type: yesno, ask: "Was it urgent?"}
    - {id: told, type: text, ask: "Who was told?", when: urgent or not urgent}

Example:
    - {id: guests, type: integer, ask: "How many guests were there?", min: 0}
    - {id: hall, type: text, ask: "Which hall was it?", when: guests > 20 or guests <= 20}

Use instead:

    - {id: urgent, type: yesno, ask: "Was it urgent?"}
    - {id: told, type: text, ask: "Who was told?"}

Use instead:

    - {id: guests, type: integer, ask: "How many guests were there?", min: 0}
    - {id: hall, type: text, ask: "Which hall was it?", when: answered(guests)}
"""

from __future__ import annotations

from collections.abc import Iterator

from rootcause.expression.syntax import Expression
from rootcause.lint.context import Context
from rootcause.lint.reachability.formula import Formula, Kleene
from rootcause.lint.rule import Found, Rule, at_value, replace_text
from rootcause.questionnaire.place import Place
from rootcause.source.diagnostic import Fix, Severity


def _check(context: Context) -> Iterator[Found]:
    proof = context.proof
    for section, place in context.sections:
        if section.when is not None and proof.can_be_asked(section.id) is True:
            yield from _constant(context, section.when, proof.compiler.condition(section.when), (), place / "when")
    for key, asked in context.by_key.items():
        when = asked.question.when
        if when is None or proof.can_be_shown(key) is not True:
            continue
        around = tuple(formula for condition, formula in proof.shown(key) if condition and condition.owner != key)
        yield from _constant(context, when, proof.compiler.condition(when, asked.outer), around, asked.place / "when")


def _constant(
    context: Context, when: Expression, condition: Kleene, around: tuple[Formula, ...], place: Place
) -> Iterator[Found]:
    if not context.proof.never((*around, condition.no)):
        return
    if context.proof.never((*around, context.proof.compiler.unknown(condition))):
        message, help = "this is always yes", "take the condition out, or say what was meant"
    else:
        named = " and ".join(f"answered({name})" for name in sorted(when.names))
        message, help = "no answer makes this no", f"write {named} when it waits for an answer, or take it out"
    yield at_value(place, message, help, fix=_removal(place))


def _removal(place: Place) -> Fix | None:
    """Takes the line of the condition out; None where more than the condition stands on it."""
    source = place.tree.source
    key, value = place.key_span, place.span
    start = source.text.rfind("\n", 0, key.start) + 1
    end = source.text.find("\n", value.end)
    if end < 0 or source.text[start : key.start].strip() or source.text[value.end : end].strip():
        return None
    return replace_text(place, source.span(start, end + 1), "", safe=False)


RULE = Rule("RCL004", "constant-condition", Severity.WARNING, _check, sound=True)
