"""A text quotes an answer to a question that may not have been asked.

Where the answer is missing, "(not answered)" stands in the middle of the sentence. Ask the question under the same
condition as the one that it quotes, or word it so that it can do without.

Example:

    - {id: repaired, type: yesno, ask: "Was it repaired?"}
    - id: repaired_by
      type: person
      ask: Who repaired it?
      when: repaired
    - id: lasting
      type: paragraph
      ask: "What did ${repaired_by} say about how long it will last?"

Use instead:

    - {id: repaired, type: yesno, ask: "Was it repaired?"}
    - id: repaired_by
      type: person
      ask: Who repaired it?
      when: repaired
    - id: lasting
      type: paragraph
      ask: "What did ${repaired_by} say about how long it will last?"
      when: repaired
"""

from __future__ import annotations

from collections.abc import Iterator

from rootcause.expression.syntax import Node
from rootcause.lint.asked import Asked
from rootcause.lint.conditions import Conditions
from rootcause.lint.context import Context
from rootcause.lint.rule import Found, Rule, at_value
from rootcause.lint.texts import Kind, Wording
from rootcause.questionnaire.template import references
from rootcause.source.diagnostic import Severity


def _check(context: Context) -> Iterator[Found]:
    quoting = [wording for wording in context.wordings if "${" in wording.text]
    if not quoting:
        return
    conditions = Conditions(context)
    questions = {id(asked.question): asked for asked in context.asked}
    for wording in quoting:
        asked = questions.get(id(wording.question))
        certain = _certain(context, conditions, wording, asked)
        for reference in references(wording.text):
            if reference.previous is not None or reference.name in certain:
                continue
            quoted = conditions.where(reference.name, asked) if asked else conditions.outside(reference.name)
            if quoted is not None and not conditions.of(quoted) <= certain:
                message = f'"{reference.name}" may not have been asked when this is read'
                help = f"ask this only when answered({reference.name}), or word it without the answer"
                yield at_value(wording.place, message, help, within=(reference.start, reference.end))


def _certain(context: Context, conditions: Conditions, wording: Wording, asked: Asked | None) -> frozenset[Node | str]:
    if asked is not None:
        certain = conditions.certain(asked)
        return certain | conditions.after_checks(asked) if wording.kind is Kind.ELSE else certain
    of = wording.whole.route[:-1], wording.place.tree
    sections = (section for section, place in context.sections if (place.route, place.tree) == of)
    section = next(sections, None)
    return frozenset() if section is None else conditions.certain_in(section)


RULE = Rule("RCE013", "unguarded-quote", Severity.WARNING, _check)
