"""Every bundled questionnaire with a secret in each private answer, and a person named wherever one can be."""

from __future__ import annotations

from pathlib import Path

import pytest

from rootcause.analysis.analysis import analyse
from rootcause.analysis.private_answers import kept_back
from rootcause.analysis.record import Record
from rootcause.analysis.redaction import redact
from rootcause.interview.answers import Answer, AnswerKey, Answers, Given, Other, Rows, State
from rootcause.questionnaire.loader import beside, load_questionnaire
from rootcause.questionnaire.model import Question, Questionnaire, ResponseType
from rootcause.report.build import build_report
from rootcause.source.text import SourceText

BUNDLED = sorted((Path(__file__).parents[2] / "questionnaires").glob("*.yaml"))
SECRET = "zanzibar"
PERSON = "Ann Quagga"


def value_of(question: Question, said: str) -> Given | None:
    match question.type:
        case ResponseType.TEXT | ResponseType.PARAGRAPH | ResponseType.URL:
            return said
        case ResponseType.PERSON:
            return PERSON
        case ResponseType.EMAIL:
            return "ann.quagga@zanzibar.example"
        case ResponseType.CHOICE if question.response.other:
            return Other(said)
        case ResponseType.CHOICES if question.response.other:
            return (Other(said),)
        case ResponseType.CHOICE:
            return question.response.choices[0].id
        case ResponseType.YESNO:
            return True
        case ResponseType.INTEGER | ResponseType.SCALE:
            return 4
    return None


def answer_to(question: Question, *, is_private: bool) -> Answer:
    said = f"it was {SECRET}" if is_private else f"so said {PERSON}"
    value = value_of(question, said)
    state = State.DEFERRED if value is None else State.ANSWERED
    to = PERSON if value is None else None
    return Answer(state, value, to=to, who=PERSON, note=said, evidence=(f"/home/{SECRET}/a.log", said))


def answered(questionnaire: Questionnaire) -> Answers:
    private = kept_back(questionnaire)
    answers: dict[AnswerKey, Answer] = {}
    for id, question in questionnaire.questions.items():
        if not question.type.repeats:
            answers[AnswerKey(id)] = answer_to(question, is_private=id in private)
            continue
        answers[AnswerKey(id)] = Answer(State.ANSWERED, Rows(((1,), (2,))))
        for number in (1, 2):
            for item in question.each:
                key = AnswerKey(f"{id}.{item.id}", (number,))
                answers[key] = answer_to(item, is_private=key.question in private)
    return answers


@pytest.mark.parametrize("path", BUNDLED, ids=lambda path: path.stem)
def test_nothing_private_is_left_and_nobody_is_named(path: Path) -> None:
    questionnaire = load_questionnaire(SourceText.read(path), resolve=beside(path)).questionnaire
    assert questionnaire is not None
    answers = answered(questionnaire)
    record = Record(f"What {PERSON} saw", questionnaire, answers, frozenset(answers), case=f"2026-01-31-{SECRET}")
    assert {SECRET, "quagga"} <= words_in(record)
    shown, _ = redact(record)
    assert not {SECRET, "quagga"} & words_in(shown)


def words_in(record: Record) -> set[str]:
    everything = repr(build_report(analyse(record))).casefold()
    return {word for word in (SECRET, "quagga") if word in everything}
