"""The whole questionnaire as a file: what stands in it, and that it reads as the answers that were there."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from rootcause.interview.answers import Answer, AnswerKey, Rows, State, Sure
from rootcause.interview.interview import Interview
from rootcause.interview.rows import shortfall, surplus
from rootcause.interview.scripted import fill
from rootcause.interview.sheet import read_written, write_rows, write_sheet
from rootcause.questionnaire.catalog import Catalog
from rootcause.questionnaire.model import Question, Questionnaire, ResponseType
from rootcause.questionnaire.response.problem import Problem
from rootcause.questionnaire.response.reading import read_answer
from rootcause.source.text import SourceText
from rootcause.source.tree import parse_tree

ROOT = Path(__file__).parents[2]
NOON = datetime(2026, 1, 1, 12, tzinfo=UTC)
EVERY_TYPE = str(ROOT / "tests" / "terminal" / "every_type.yaml")
BUNDLED = sorted(path.stem for path in (ROOT / "questionnaires").glob("*.yaml"))
T = ResponseType


def load(name: str) -> Questionnaire:
    found = Catalog.around(ROOT).load(name).questionnaire
    assert found is not None
    return found


QUESTIONNAIRES = {name: load(name) for name in (EVERY_TYPE, *BUNDLED)}


def begin(questionnaire: Questionnaire, answers: Mapping[AnswerKey, Answer] | None = None) -> Interview:
    return Interview.begin(questionnaire, answers, clock=lambda: NOON, zone=UTC, who="Jo")


def read(sheet: str) -> Mapping[str, object]:
    tree, found = parse_tree(SourceText("sheet.yaml", sheet))
    assert tree is not None, found
    assert not found
    return tree.value["answers"]


def said(answers: Mapping[AnswerKey, Answer]) -> dict[AnswerKey, Answer]:
    """The answers, whoever gave them and whenever."""
    return {key: replace(answer, who=None, when=None, value=_instant(answer.value)) for key, answer in answers.items()}


def _instant(value: object) -> object:
    return value.astimezone(UTC) if isinstance(value, datetime) else value


PIECES = st.sampled_from("aß日 :#,'\"\\|-?~=\n\t\x7f\x85\u2028\u202e👩") | st.sampled_from(
    [
        ": ",
        " #",
        "- ",
        "---",
        "true",
        "yes",
        "null",
        "12",
        "012",
        "1.50",
        "2026-01-31",
        "12:30",
        "\n\n",
        "{",
        "[a",
        "::",
    ]
)
TEXTS = st.lists(PIECES, min_size=1, max_size=14).map("".join)
TYPED = {
    T.TEXT: TEXTS,
    T.PARAGRAPH: TEXTS,
    T.PERSON: TEXTS,
    T.YESNO: st.booleans(),
    T.INTEGER: st.integers(0, 6000),
    T.SCALE: st.integers(1, 5),
    T.NUMBER: st.decimals(0, 100, places=2),
    T.MONEY: st.decimals(0, 10**6, places=2).map(lambda amount: f"{amount:f} USD") | st.integers(0, 10**6),
    T.DATE: st.dates(date(2020, 1, 1), date(2030, 1, 1)).map(str),
    T.DATETIME: st.sampled_from(
        ["2026-01-05", "2026-01-05 14:30", "2026-07-01 23:59:30 +05:45", "2025-10-26 02:30 Europe/Berlin"]
    ),
    T.DURATION: st.sampled_from(["90 min", "2 d 3 h", "45 s", "0 min"]),
    T.EMAIL: st.sampled_from(["a@example.org", "'x'#y@example.org"]),
    T.URL: st.sampled_from(["https://example.org/a?b=c#d", "http://[::1]/x"]),
}
NOTES = st.none() | TEXTS
FRAMES = {
    "sure": st.none() | st.sampled_from(Sure),
    "note": NOTES,
    "evidence": st.lists(TEXTS, max_size=2).map(tuple),
}
STATES = st.builds(Answer, st.sampled_from([State.UNKNOWN, State.SKIPPED]), **FRAMES) | st.builds(
    Answer, st.just(State.DEFERRED), to=TEXTS, by=st.none() | st.dates(date(2026, 1, 1)), **FRAMES
)


@st.composite
def answer_to(draw: st.DrawFn, question: Question) -> Answer | None:
    if draw(st.booleans()):
        answer = draw(st.none() | STATES)
        return None if answer is not None and answer.state is State.SKIPPED and question.required else answer
    ids = [choice.id for choice in question.response.choices]
    others = [st.builds(dict, other=TEXTS.filter(str.strip))] if question.response.other else []
    one = st.one_of(st.sampled_from(ids), *others) if ids else st.nothing()
    raws = {**TYPED, T.CHOICE: one, T.CHOICES: st.lists(one, min_size=1, max_size=3)}[question.type]
    value = read_answer(question, draw(raws), UTC)
    return None if isinstance(value, Problem) else Answer(State.ANSWERED, value, **draw(st.fixed_dictionaries(FRAMES)))


@st.composite
def interviews(draw: st.DrawFn, name: str) -> Interview:
    """Somewhere in a questionnaire, lists closed or not begun; also answers to questions that are not asked."""
    questionnaire = QUESTIONNAIRES[name]
    given: dict[AnswerKey, Answer] = {}
    for id in draw(st.lists(st.sampled_from(list(questionnaire.questions)), unique=True, max_size=12)):
        question = questionnaire.questions[id]
        if question.compute is not None:
            continue
        if not question.type.repeats:
            cells = {AnswerKey(question.id): draw(answer_to(question))}
        else:
            instances = draw(st.sampled_from([((1,),), ((1,), (2,)), ()]))
            if question.type is T.LADDER:
                instances = draw(st.sampled_from([((1,), (1, 1)), ((1,), (1, 1), (1, 1, 1), (1, 2), (2,), (2, 1))]))
            cells = {
                AnswerKey(f"{question.id}.{item.id}", instance): draw(answer_to(item))
                for instance in instances
                for item in question.each
                if item.compute is None
            }
            for instance in instances:  # a row begins with its first answer
                first = AnswerKey(f"{question.id}.{question.each[0].id}", instance)
                cells[first] = cells[first] or Answer(State.UNKNOWN)
            about = draw(st.fixed_dictionaries(FRAMES))
            rows = Rows(instances, closed=True)
            if shortfall(question, cells, rows) or surplus(question, instances):
                continue
            cells[AnswerKey(question.id)] = Answer(State.ANSWERED, rows, **about)
        given |= {key: replace(answer, who="Jo", when=NOON) for key, answer in cells.items() if answer is not None}
    return begin(questionnaire, given)


@pytest.mark.parametrize("name", QUESTIONNAIRES, ids=lambda name: Path(name).stem)
@settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(data=st.data())
def test_a_sheet_reads_as_the_answers_that_stand_in_it(name, data):
    before = data.draw(interviews(name))
    answers = read(write_sheet(before, head={"questionnaire": before.questionnaire.id}))
    assert list(answers) == [id for id, question in before.questionnaire.questions.items() if question.compute is None]
    filled = fill(before, answers, lambda _: None, defaults=False)
    assert said(filled.interview.answers) == said(before.answers)
    assert not filled.unknown_ids


LATE = """
rootcause: 1
id: late
version: 1.0.0
title: A late delivery
sections:
  - id: what
    title: WHAT happened
    intro: As a customer would say it.
    questions:
      - {id: carrier, ask: "Who carried it?", type: choice, choices: {own: Our van, partner: {label: A partner, hint: any}}, other: true}
      - {id: depot, ask: "Which depot, ${carrier}?", type: text, when: carrier == 'partner', hint: The last one., required: false}
      - {id: story, ask: Tell it., type: paragraph}
      - {id: days, ask: "How late?", type: integer, min: 1, default: 2, check: {that: days < 9, else: That is lost.}}
      - {id: cost, ask: Cost, type: integer, compute: days * 10}
  - id: why
    part: why
    title: WHY
    when: carrier != 'own' or answered(story)
    questions:
      - id: actions
        type: list
        ask: What will be done?
        each:
          - {id: what, ask: "What?", type: text}
          - {id: done, ask: "Is it done?", type: yesno}
          - {id: due, ask: "By when?", type: date, when: not done}
"""

SHEET = """

  # ==== WHAT happened ====
  # As a customer would say it.

  # Who carried it?
  #   one of
  #     own           Our van
  #     partner       A partner (any)
  #     {other: ...}  something else, in words
  carrier: partner

  # Which depot, A partner?
  #   The last one.
  #   asked only when carrier is partner
  #   optional
  depot: {state: deferred, to: Kim, by: 2026-12-01}

  # Tell it.
  story:
    value: |-
      # On Monday

      it came: late
    sure: reported

  # How late?
  #   a whole number, at least 1
  #   proposed: 2
  days:


  # ==== WHY ====
  # asked only when carrier is not own or story has an answer

  # What will be done?
  #   a list; each of its rows begins with a dash and holds
  #     what:  What?
  #     done:  Is it done? (yes or no)
  #     due:   By when? (only when done is no; a day such as 2026-01-31 or 31 Jan 2026)
  actions:
    - what: Call, then write
      done: yes
    - what: Ask
      done: no
      due:
"""

ANSWERS = {
    "carrier": "partner",
    "depot": {"state": "deferred", "to": "Kim", "by": "2026-12-01"},
    "story": {"value": "# On Monday\n\nit came: late", "sure": "reported"},
    "actions": [{"what": "Call, then write", "done": True}, {"what": "Ask", "done": False}],
}


@pytest.fixture
def late(loaded) -> Interview:
    return fill(begin(loaded(LATE)), ANSWERS, lambda _: None, defaults=False).interview


def test_every_question_stands_there_with_what_helps_to_answer_it(late):
    sheet = write_sheet(late, head={"questionnaire": "late"})
    above, answers, below = sheet.partition("questionnaire: late\nanswers:\n")
    assert below == SHEET
    assert answers
    assert above.startswith("# A late delivery\n#\n# Write each answer behind its colon")
    assert all(line.startswith("#") for line in above.splitlines())


def test_an_answer_that_does_not_fit_any_more_says_why(loaded):
    old = {AnswerKey("days"): Answer(State.ANSWERED, 12)}
    assert "  # !! That is lost.\n  days: 12\n" in write_sheet(begin(loaded(LATE), old), head={})


def test_a_text_of_an_author_stays_a_comment_whatever_stands_in_it(loaded):
    text = LATE.replace("Who carried it?", "Who\\n- carried: it?\\u2028x: 1\\u202e").replace(
        "A partner", '"A\\npartner"'
    )
    sheet = write_sheet(begin(loaded(text)), head={})
    assert "\n  # Who\n  # - carried: it?\\u{2028}x: 1\\u{202e}\n" in sheet
    assert "  #     partner       A partner (any)\n" in sheet
    assert read(sheet)["carrier"] is None


def test_rows_stand_alone_and_are_read_again(late):
    container = late.questionnaire.questions["actions"]
    rows = write_rows(late, container)
    assert rows == "- what: Call, then write\n  done: yes\n- what: Ask\n  done: no\n  due:\n"
    assert read_written(rows) == [
        {"what": "Call, then write", "done": "yes"},
        {"what": "Ask", "done": "no", "due": None},
    ]
    assert write_rows(begin(late.questionnaire), container) == ""
    assert read_written("# only a comment\n") is None


def test_rungs_stand_alone_with_their_causes_below_them():
    before = fill(
        begin(QUESTIONNAIRES[EVERY_TYPE]),
        {"whys": [{"because": "It broke", "why": [{"because": "It was old", "fixable": "yes"}]}]},
        lambda _: None,
    ).interview
    assert write_rows(before, before.questionnaire.questions["whys"]) == (
        "- because: It broke\n  fixable:\n  why:\n    - because: It was old\n      fixable: yes\n"
    )


def test_what_is_no_yaml_is_told_with_its_line():
    found = read_written("- what: Call\n- what: [\n")
    assert isinstance(found, Problem)
    assert found.message == 'line 2: this "[" is never closed'
