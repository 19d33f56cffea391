"""What the checks find, as an interview hears of it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
import yaml

from rootcause.analysis.checks import check as the_check
from rootcause.analysis.checks import families
from rootcause.analysis.checks.check import Check, Found
from rootcause.analysis.checks.examined import Examined
from rootcause.analysis.checks.examining import examine
from rootcause.case.model import Case, QuestionnaireRef, Waiver
from rootcause.case.store import CaseStore
from rootcause.cli.doubting import Doubting, around
from rootcause.cli.recording import record_of
from rootcause.cli.second_look import SecondLook
from rootcause.cli.session import Session
from rootcause.interview.answers import AnswerKey
from rootcause.interview.doubt import Doubt
from rootcause.interview.interview import Interview
from rootcause.interview.overview import Overview
from rootcause.interview.prompt import Back, Finish, Look, Move, Prompt, Reply, Revisit
from rootcause.interview.scripted import fill
from rootcause.questionnaire.loader import beside, load_questionnaire
from rootcause.questionnaire.response.problem import Problem
from rootcause.source.diagnostic import Severity
from rootcause.source.text import SourceText

ROOT = Path(__file__).parents[2]
NOW = datetime(2026, 1, 9, 10, tzinfo=UTC)
WHY = """\
rootcause: 1
id: why
version: 1.0.0
title: Why
sections:
  - id: all
    title: All
    questions:
      - {id: summary, ask: "What happened?", type: text, role: problem}
      - id: whys
        type: ladder
        role: causes
        ask: "Why?"
        each: [{id: because, ask: "Why?", type: text}]
      - id: actions
        type: list
        role: actions
        ask: "What will be done?"
        each: [{id: what, ask: "What?", type: text}]
"""
CAUSE = AnswerKey("whys.because", (1,))


def forgot(examined: Examined) -> Iterator[Found]:
    for one in examined.causes:
        if "forgot" in one.cause.text:
            yield Found('"forgot" blames', "What made it easy?", one.cause.because, f"cause {one.cause.number}")


def shallow(examined: Examined) -> Iterator[Found]:
    if not any(one.above for one in examined.causes):
        yield Found("the causes go one level deep", "What lies beneath?")


def place_in_tree(examined: Examined) -> Iterator[Found]:
    for one in examined.causes:
        above = " < ".join(cause.text for cause in one.above)
        yield Found(f"below {above}, {'leaf' if one.is_leaf else 'branch'}", "Is it?", one.cause.because)


def broken(examined: Examined) -> Iterator[Found]:
    raise ZeroDivisionError


SPOKEN = Check("RCX001", "forgot", Severity.ERROR, forgot, spoken=True)
WHOLE = Check("RCX002", "shallow", Severity.WARNING, shallow)
IN_TREE = Check("RCX004", "place-in-tree", Severity.INFO, place_in_tree, spoken=True)
BROKEN = Check("RCX003", "broken", Severity.WARNING, broken, spoken=True)
ABOUT_CAUSE = Doubt('"forgot" blames', "What made it easy?", CAUSE, "cause 1")
ABOUT_ALL = Doubt("the causes go one level deep", "What lies beneath?")


class Talker:
    """Says what it is told to say, and remembers what it was asked back."""

    def __init__(self, *moves: Move) -> None:
        self._moves = list(moves)
        self.asked_back: list[tuple[AnswerKey, tuple[Doubt, ...], bool]] = []
        self.reviewed: list[tuple[Doubt, ...]] = []

    def ask(self, prompt: Prompt, problem: Problem | None) -> Move:
        assert problem is None, problem
        return self._moves.pop(0)

    def taken(self, prompt: Prompt, move: Move, words: str | None) -> None:
        pass

    def review(self, overview: Overview, problem: Problem | None) -> Move:
        self.reviewed.append(overview.doubts)
        return self._moves.pop(0)

    def welcome(self, opening):
        raise AssertionError

    def ask_back(self, about, doubts, *, is_before):
        self.asked_back.append((about, tuple(doubts), is_before))


def talk(folder: Path, *moves: Move, waivers: tuple[Waiver, ...] = (), doubting: Doubting | None = None) -> Talker:
    loaded = load_questionnaire(SourceText("why.yaml", WHY)).questionnaire
    assert loaded is not None
    case = Case("", "Late", QuestionnaireRef("why", "1.0.0", "sha256:0"), NOW, waivers=waivers)
    talker = Talker(*moves, Finish())
    with Session(CaseStore(folder), case, Interview.begin(loaded, clock=lambda: NOW)) as session:
        session.ask(SecondLook(talker, session, doubting or Doubting((SPOKEN, WHOLE))))
    return talker


LATE = Reply("It was late")
TO_THE_END = (Reply(False), Reply("Hang it up"), Reply(False))


def test_an_answer_is_asked_about_while_it_is_fresh_and_again_where_all_is_looked_over(tmp_path):
    talker = talk(tmp_path, LATE, Reply("Jo forgot it"), *TO_THE_END)
    assert talker.asked_back == [(CAUSE, (ABOUT_CAUSE,), True)]
    assert talker.reviewed == [(ABOUT_CAUSE, ABOUT_ALL)]


@pytest.mark.parametrize(
    ("again", "times"),
    [("Jo forgot it", 1), ("Kim forgot it", 2), ("The sign was missing", 1)],
    ids=["unchanged", "another answer like it", "mended"],
)
def test_an_answer_is_asked_about_again_only_when_it_is_another_one(tmp_path, again, times):
    talker = talk(tmp_path, LATE, Reply("Jo forgot it"), Back(), Reply(again), *TO_THE_END)
    assert len(talker.asked_back) == times


def test_behind_a_jump_one_step_back_does_not_lead_to_the_answer(tmp_path):
    jump = (Revisit(CAUSE), Reply("Kim forgot it"))
    talker = talk(tmp_path, LATE, Reply("The sign was missing"), *TO_THE_END, *jump)
    assert [is_before for _, _, is_before in talker.asked_back] == [False]
    assert talker.reviewed == [(ABOUT_ALL,), (ABOUT_CAUSE, ABOUT_ALL)]


def test_while_something_is_open_only_single_answers_are_doubted(tmp_path):
    talker = talk(tmp_path, LATE, Reply("Jo forgot it"), Look())
    assert talker.reviewed == [(ABOUT_CAUSE,)]


def test_of_several_doubts_about_an_answer_the_worst_comes_first(tmp_path):
    mild = Check("RCX005", "mild", Severity.WARNING, place_in_tree, spoken=True)
    talker = talk(tmp_path, LATE, Reply("Jo forgot it"), *TO_THE_END, doubting=Doubting((mild, SPOKEN)))
    ((_, asked, _),) = talker.asked_back
    assert asked[0] == talker.reviewed[0][0] == ABOUT_CAUSE
    assert len(asked) == len(talker.reviewed[0]) == 2


def test_what_is_let_stand_is_not_asked_about(tmp_path):
    waivers = (Waiver("forgot", "her own words", CAUSE, "Jo forgot it"), Waiver("shallow", "it is enough"))
    talker = talk(tmp_path, LATE, Reply("Jo forgot it"), *TO_THE_END, waivers=waivers)
    assert (talker.asked_back, talker.reviewed) == ([], [()])


def test_a_check_that_fails_is_logged_and_the_interview_goes_on(tmp_path, monkeypatch, capsys):
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    doubting = Doubting((BROKEN, SPOKEN))
    talker = talk(tmp_path / "cases", LATE, Reply("Jo forgot it"), *TO_THE_END, doubting=doubting)
    assert (talker.asked_back, talker.reviewed) == ([], [()])
    (log,) = tmp_path.rglob("rootcause-crash.log")
    assert log.read_text().count("Traceback") == 1
    assert capsys.readouterr().err == ""
    doubting.tell_fault()
    assert f"please report it, with what stands at the end of {log}" in capsys.readouterr().err


@pytest.mark.parametrize("name", ["gitlab-2017", "united-3411"])
def test_around_an_answer_the_checks_see_what_they_see_of_it_in_the_whole_case(name):
    case, interview = example(name)
    spoken = [one for one in (*map(the_check, families()), IN_TREE) if one.spoken]
    by_key: dict[AnswerKey, set[tuple[object, ...]]] = {}
    for one in examine(record_of(case, interview), today=NOW.date(), checks=spoken):
        if one.key is not None:
            by_key.setdefault(one.key, set()).add((one.name, one.message, one.within))
    for key in interview.active():
        seen = examine(around(case, interview, [key]), today=NOW.date(), checks=spoken)
        assert {(one.name, one.message, one.within) for one in seen if one.key == key} == by_key.get(key, set()), key


def example(name: str) -> tuple[Case, Interview]:
    answers = yaml.safe_load((ROOT / "examples" / name / "answers.yaml").read_text())
    path = ROOT / "questionnaires" / f"{answers['questionnaire']}.yaml"
    loaded = load_questionnaire(SourceText.read(path), resolve=beside(path)).questionnaire
    assert loaded is not None
    begun = Interview.begin(loaded, clock=lambda: NOW, zone=UTC)
    interview = fill(begun, answers["answers"], lambda _: None, defaults=False).interview
    return Case(name, name, QuestionnaireRef(loaded.id, "1.0.0", "sha256:0"), NOW), interview
