"""Makes questionnaires with conditions of every kind, and finds out by trying every answer what they show."""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

from rootcause.interview.answers import Answer, AnswerKey, State
from rootcause.interview.assessment import assess
from rootcause.interview.environment import Outside
from rootcause.interview.standing import Standing
from rootcause.questionnaire.loader import load_questionnaire
from rootcause.questionnaire.model import Question, Questionnaire, ResponseType
from rootcause.source.text import SourceText

NOON = datetime(2026, 1, 1, 12, tzinfo=UTC)
OPTIONS = ("red", "green", "blue")
TEXTS = ("a", "bb", "something", "x", "xx", "xxx")
KINDS = ("yesno", "yesno", "choice", "choices", "integer", "number", "scale", "text", "date", "duration")
_T = ResponseType


def generated(chance: random.Random) -> str:
    """The text of a questionnaire with up to four questions that are answered, and some that are computed."""
    made = _Writer(chance)
    lines = ["rootcause: 1", "id: generated", "version: 1.0.0", "title: Generated", "sections:"]
    for section in range(chance.randint(1, 3)):
        lines += [f"  - id: s{section}", "    title: A part"]
        if section and chance.random() < 0.5:
            lines.append(f'    when: "{made.condition(2)}"')
        lines.append("    questions:")
        for _ in range(chance.randint(1, 3)):
            lines += made.question()
    return "\n".join(lines) + "\n"


def questionnaire_of(text: str) -> Questionnaire:
    loaded = load_questionnaire(SourceText("generated.yaml", text))
    assert loaded.questionnaire is not None, (text, loaded.diagnostics)
    return loaded.questionnaire


class _Writer:
    def __init__(self, chance: random.Random) -> None:
        self._chance = chance
        self._kinds: dict[str, str] = {}
        self._asked = 0

    def question(self) -> list[str]:
        chance, id = self._chance, f"q{len(self._kinds)}"
        if self._kinds and (self._asked == 4 or chance.random() < 0.25):
            return self._computed(id)
        self._asked += 1
        kind = chance.choice(KINDS)
        lines = [f"      - id: {id}", "        ask: How so?", f"        type: {kind}"]
        if self._kinds and chance.random() < 0.6:
            lines.append(f'        when: "{self.condition(3)}"')
        if kind in ("choice", "choices"):
            lines.append("        choices: {red: Red, green: Green, blue: Blue}")
            if chance.random() < 0.3:
                lines.append("        other: true")
        if kind == "choices" and chance.random() < 0.5:
            lines.append(f"        {chance.choice(('min: 2', 'max: 1', 'max: 2', 'required: false'))}")
        if kind == "integer":
            lines += ["        min: 0", f"        max: {chance.randint(1, 3)}"]
        if kind == "number" and chance.random() < 0.5:
            lines.append(f"        {chance.choice(('min: 1', 'max: 2', 'min: 0.5'))}")
        if kind == "text" and chance.random() < 0.3:
            lines.append("        max_length: 2")
        self._kinds[id] = kind
        if chance.random() < 0.15:
            lines += ["        check:", f'          that: "{self.condition(2)}"', "          else: That is not taken."]
        return lines

    def _computed(self, id: str) -> list[str]:
        kind = self._chance.choice(("yesno", "yesno", "choice", "integer"))
        lines = [f"      - id: {id}", "        label: It follows", f"        type: {kind}"]
        if self._chance.random() < 0.3:
            lines.append(f'        when: "{self.condition(1)}"')
        if kind == "yesno":
            compute = self.condition(2)
        elif kind == "choice":
            lines.append("        choices: {red: Red, green: Green, blue: Blue}")
            compute = f"'red' if {self.condition(1)} else 'blue'"
        else:
            compute = f"1 if {self.condition(2)} else {self._amount()}"
        self._kinds[id] = kind
        return [*lines, f'        compute: "{compute}"']

    def condition(self, depth: int) -> str:
        chance = self._chance
        if depth == 0 or chance.random() < 0.25:
            return self._atom()
        match chance.randrange(5):
            case 0:
                return f"not ({self.condition(depth - 1)})"
            case 1:
                return f"({self.condition(depth - 1)}) == ({self.condition(depth - 1)})" if depth == 1 else self._atom()
            case _:
                joined = f" {chance.choice(('and', 'or'))} "
                return joined.join(f"({self.condition(depth - 1)})" for _ in range(chance.randint(2, 3)))

    def _atom(self) -> str:
        chance = self._chance
        if not self._kinds:
            return "true"
        name = chance.choice(list(self._kinds))
        if chance.random() < 0.12:
            return f"{chance.choice(('answered', 'unknown'))}({name})"
        sign = chance.choice(("==", "!=", "<", "<=", ">", ">="))
        match self._kinds[name]:
            case "yesno":
                return chance.choice((name, f"{name} == false", f"not {name}"))
            case "choice":
                return chance.choice(
                    (f"{name} == '{self._option()}'", f"{name} != '{self._option()}'", f"any_of({name}, 'red', 'blue')")
                )
            case "choices":
                return chance.choice(
                    (
                        f"has({name}, '{self._option()}')",
                        f"any_of({name}, 'red', '{self._option()}')",
                        f"len({name}) {sign} {chance.randint(0, 3)}",
                    )
                )
            case "text":
                return chance.choice((f"{name} == '{chance.choice(TEXTS[:2])}'", f"len({name}) {sign} 2"))
            case "date":
                return f"{name} {sign} date('2026-01-0{chance.randint(2, 3)}')"
            case "duration":
                return f"minutes({name}) {sign} {chance.choice(('60', '2 * 60'))}"
            case _:
                return chance.choice((f"{name} {sign} {self._amount()}", f"{self._amount()} {sign} {name}"))

    def _option(self) -> str:
        return self._chance.choice(OPTIONS)

    def _amount(self) -> int:
        return self._chance.randint(0, 3)


def fewest(questionnaire: Questionnaire) -> dict[str, int]:
    """For each question that any answers show the number of answers that it takes, found by trying all."""
    questions = tuple(questionnaire.questions.values())
    sections = tuple(questionnaire.section_of[question.id] for question in questions)
    found: dict[str, int] = {}
    standings: dict[str, Standing] = {}
    outside = Outside(standings, NOON)

    def walk(index: int, answers: Mapping[AnswerKey, Answer], given: int) -> None:
        if index == len(questions):
            return
        question, section = questions[index], sections[index]
        bare = standings[question.id] = assess(question, section, answers, outside)
        if bare.shown:
            found[question.id] = min(given, found.get(question.id, given))
        walk(index + 1, answers, given)
        if bare.shown and question.compute is None:
            for answer in _answers(question):
                more = {**answers, AnswerKey(question.id): answer}
                standing = standings[question.id] = assess(question, section, more, outside)
                if not standing.problems:
                    walk(index + 1, more, given + 1)
        del standings[question.id]

    walk(0, {}, 0)
    return found


def _answers(question: Question) -> Iterator[Answer]:
    yield Answer(State.UNKNOWN)
    for value in _values(question):
        yield Answer(State.ANSWERED, value)


def _values(question: Question) -> Iterator[object]:
    response = question.response
    options = (*(choice.id for choice in response.choices), *(("other",) if response.other else ()))
    match question.type:
        case _T.YESNO:
            yield from (True, False)
        case _T.CHOICE:
            yield from options
        case _T.CHOICES:
            least = max(response.min or 0, int(question.required))
            for bits in range(1 << len(options)):
                chosen = tuple(option for place, option in enumerate(options) if bits >> place & 1)
                if least <= len(chosen) <= (response.max or len(options)):
                    yield chosen
        case _T.INTEGER | _T.SCALE:
            yield from range(response.min, response.max + 1)
        case _T.NUMBER:
            for half in range(-1, 9):
                value = Decimal(half) / 2
                if (response.min is None or value >= response.min) and (response.max is None or value <= response.max):
                    yield value
        case _T.DATE:
            yield from (date(2026, 1, day) for day in range(1, 6))
        case _T.DURATION:
            yield from (timedelta(minutes=minutes) for minutes in (30, 60, 90, 120, 150))
        case _:
            yield from (text for text in TEXTS if response.max_length is None or len(text) <= response.max_length)
