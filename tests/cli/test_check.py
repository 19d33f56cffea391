from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from xml.etree import ElementTree

import pytest

from rootcause.analysis.checks.finding import Finding
from rootcause.case.model import Case, QuestionnaireRef
from rootcause.cli.app import run as run_here
from rootcause.cli.checking.located import write
from rootcause.cli.checking.looking import Looked
from rootcause.cli.checking.outcome import Outcome
from rootcause.interview.answers import AnswerKey
from rootcause.source.diagnostic import Severity
from tests.cli.conftest import FILES, Ran

CASE = "2026-01-09-order-4711"
OWNERS = ("--select", "action-without-owner,team-as-owner")
FOUND = """\
Order 4711 came three days late (2026-01-09-order-4711)

  action 1: Call the customer
    error action-without-owner: {0[message]}
      {0[question]}
      rootcause edit order 'actions[1].owner'

  action 2: Print the address twice
    warning team-as-owner: {1[message]}
      {1[question]}
      rootcause edit order 'actions[2].owner'

1 error, 1 warning in 1 case.
`rootcause rule NAME` explains a check. To let a finding stand, say why:
  rootcause check order --waive NAME --at PLACE --because "..."
"""

Check = Callable[..., Ran]


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a case of two actions: nobody sees to the first, a team to the second."""
    folder = tmp_path_factory.mktemp("made")
    shutil.copytree(FILES, folder, dirs_exist_ok=True)
    rows = "{what: Call the customer, owner: {state: unknown}, due: 2026-01-20}, " + (
        "{what: Print the address twice, owner: the support team, due: 2026-02-01}"
    )
    text = (folder / "answers.yaml").read_text().partition("  actions:")[0] + f"  actions: [{rows}]\n"
    (folder / "two.yaml").write_text(text)
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        patch.setenv("HOME", str(folder))
        assert run_here(["triage", "-a", "two.yaml", "--no-input"]) == 0
    (case,) = (folder / "cases").iterdir()
    case.rename(folder / "cases" / CASE)
    return folder


@pytest.fixture
def folder(made: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    shutil.copytree(made, tmp_path / "work")
    case = tmp_path / "work" / "cases" / CASE / "case.json"
    case.write_text(case.read_text().replace(str(made), str(tmp_path / "work")))  # it says where the questionnaire is
    monkeypatch.chdir(tmp_path / "work")
    for name in ("NO_COLOR", "FORCE_COLOR", "ROOTCAUSE_CASES", "SOURCE_DATE_EPOCH", "GITHUB_WORKSPACE"):
        monkeypatch.delenv(name, raising=False)
    return tmp_path / "work"


@pytest.fixture
def check(folder: Path, capfd: pytest.CaptureFixture[str]) -> Check:
    """Run the command, in this process: nothing of it is about processes."""

    def ran(*arguments: str, command: str = "check") -> Ran:
        capfd.readouterr()
        code = run_here([command, *arguments])
        return Ran(code, *capfd.readouterr())

    return ran


@pytest.fixture
def found(check: Check) -> str:
    """What is told of both findings; how they are worded is up to the checks."""
    return FOUND.format(*json.loads(check("order", *OWNERS, "-f", "json").out)["cases"][0]["findings"])


def saved(folder: Path) -> dict:
    return json.loads((folder / "cases" / CASE / "case.json").read_text())


def test_findings_stand_at_their_answer_with_a_question_and_the_way_to_mend_them(check, found):
    ran = check("order", *OWNERS)
    assert (ran.code, ran.out, ran.err) == (1, found, "")


def test_a_case_is_named_as_elsewhere_by_a_part_its_folder_or_its_file(check):
    named = [CASE, f"cases/{CASE}", f"cases/{CASE}/case.json"]
    assert [check(name, *OWNERS).code for name in named] == [1, 1, 1]


@pytest.mark.parametrize(
    ("options", "code"),
    [
        (("--select", "RCD001"), 1),
        (("--select", "team-as-owner"), 0),
        (("--select", "team-as-owner", "--fail-on", "warning"), 1),
        (("--select", "actions", "--ignore", "action-without-owner"), 0),
        (("--select", "action-without-owner", "--fail-on", "never"), 0),
    ],
    ids=["an error", "a warning", "a warning that fails", "a family without one", "never"],
)
def test_the_exit_code_is_1_from_a_severity_on(check, options, code):
    assert check("order", *options).code == code


def test_nothing_found_is_said(check):
    ran = check("order", "--select", "out-of-order")
    assert (ran.code, ran.out) == (0, "Nothing found in 1 case.\n")


def test_programs_get_every_finding_with_its_answer(check):
    data = json.loads(check("order", *OWNERS, "-f", "json").out)
    assert data["summary"] == {
        "errors": 1,
        "warnings": 1,
        "infos": 0,
        "waived": 0,
        "fail_on": "error",
        "failing": True,
    }
    (case,) = data["cases"]
    assert case["path"] == f"cases/{CASE}/case.json"
    assert [(one["code"], one["key"], one["where"]) for one in case["findings"]] == [
        ("RCD001", "actions[1].owner", "action 1"),
        ("RCD002", "actions[2].owner", "action 2"),
    ]


def test_github_shows_a_finding_at_the_line_of_its_answer(check, folder):
    lines = check("order", *OWNERS, "-f", "github").out.splitlines()
    written = (folder / "cases" / CASE / "case.json").read_text().splitlines()
    for line, key in zip(lines, ("actions[1].owner", "actions[2].owner"), strict=True):
        number = int(line.partition("line=")[2].partition(",")[0])
        assert written[number - 1].startswith(f'    "{key}": ')
        assert f"file=cases/{CASE}/case.json," in line
    assert lines[0].startswith("::error title=rootcause (RCD001)")
    assert "::action 1: " in lines[0]


def test_the_line_is_that_of_the_answer_where_a_question_is_called_like_a_key_of_the_case(tmp_path):
    written = '{\n  "title": "x",\n  "answers": {\n    "title": {"state": "answered", "value": "bad"}\n  }\n}\n'
    (tmp_path / "case.json").write_text(written)
    finding = Finding("RCX001", "x", Severity.ERROR, "is bad", "What is good?", key=AnswerKey("title"), text="bad")
    case = Case("x", "x", QuestionnaireRef("q", "1.0.0", "sha256:0"), datetime(2026, 1, 9, tzinfo=UTC))
    outcome = Outcome((Looked(case, tmp_path / "case.json", "x", None, (finding,)),))
    assert ",line=4,endLine=4,col=5," in write(outcome, "github", str)


def test_junit_has_a_suite_for_each_case(check):
    suites = ElementTree.fromstring(check("--all", *OWNERS, "-f", "junit").out)
    (suite,) = suites
    assert suite.get("name") == f"cases/{CASE}/case.json"
    assert [case.get("name") for case in suite] == ["rootcause.RCD001", "rootcause.RCD002"]


def test_findings_are_counted_by_check(check):
    ran = check("order", *OWNERS, "--statistics")
    assert (ran.code, ran.out) == (1, "1  RCD001  action-without-owner\n1  RCD002  team-as-owner\n")


def test_a_finding_is_let_stand_with_a_reason_and_counts_again_when_that_is_taken_back(check, folder, found):
    waived = check("order", "--waive", "action-without-owner", "--because", "they are away", "--by", "Kim")
    assert (waived.code, waived.out) == (0, "")
    assert waived.err.startswith("action-without-owner may stand at action 1.")
    (waiver,) = saved(folder)["waivers"]
    assert (waiver["key"], waiver["reason"], waiver["who"]) == ("actions[1].owner", "they are away", "Kim")
    assert saved(folder)["history"][-1]["what"] == "waived"

    after = check("order", *OWNERS)
    assert after.code == 0
    assert "1 warning in 1 case; 1 waived (--waived shows what)." in after.out
    assert "action 1" not in after.out
    assert "      It may stand: they are away (Kim, " in check("order", *OWNERS, "--waived").out
    assert json.loads(check("order", "-f", "json", *OWNERS).out)["cases"][0]["findings"][0]["waived"]["who"] == "Kim"
    assert "<skipped" in check("order", "-f", "junit", *OWNERS).out

    assert check("order", "--unwaive", "RCD001").err.endswith("It was waived because: they are away\n")
    assert "waivers" not in saved(folder)
    assert check("order", *OWNERS).out == found


def test_a_waiver_holds_for_the_answer_that_it_is_about(check):
    check("order", "--waive", "team-as-owner", "--at", "actions[2].owner", "--because", "they share it")
    check("order", "actions[2].owner", "--value", "the night team", command="edit")
    ran = check("order", *OWNERS)
    assert "action 2: Print the address twice\n    warning team-as-owner: " in ran.out
    assert "The waiver of team-as-owner at actions[2].owner fits nothing any more. It said" in " ".join(ran.out.split())
    assert "rootcause check order --unwaive team-as-owner --at 'actions[2].owner'" in ran.out
    assert check("order", "--unwaive", "team-as-owner", "--at", "actions[2].owner").code == 0
    assert "fits nothing" not in check("order", *OWNERS).out


def test_a_waiver_goes_along_when_the_questionnaire_calls_the_question_otherwise(check, folder):
    check("order", "--waive", "team-as-owner", "--because", "they share it")
    path = folder / "late.yaml"
    text = path.read_text().replace("version: 1.0.0", "version: 1.1.0")
    path.write_text(text.replace("- id: actions\n", "- id: measures\n        was: actions\n"))
    ran = check("order", *OWNERS)
    assert "1 error in 1 case; 1 waived" in ran.out
    assert "rootcause edit order 'measures[1].owner'" in ran.out
    check("order", "--waive", "action-without-owner", "--because", "they are away")
    assert [one["key"] for one in saved(folder)["waivers"]] == ["measures[2].owner", "measures[1].owner"]


def test_a_waiver_of_a_check_that_was_not_asked_is_not_told_to_fit_nothing(check):
    check("order", "--waive", "team-as-owner", "--because", "they share it")
    assert "fits nothing" not in check("order", "--select", "action-without-owner").out


def test_the_place_is_asked_for_where_there_are_several(check):
    check("order", "actions[1].owner", "--value", "the team", command="edit")
    ran = check("order", "--waive", "team-as-owner", "--because", "so be it")
    assert (ran.code, ran.err) == (
        2,
        'error: which one? There are "action 1", "action 2"\nhint: name it with --at\n',
    )
    assert check("order", "--waive", "team-as-owner", "--at", "Action 2", "--because", "so be it").code == 0


@pytest.mark.parametrize(
    ("arguments", "message", "hint"),
    [
        ((), "which case?", "name one, or give --all"),
        (("order", "--all"), "--all are all cases already", "leave out"),
        (("nope",), 'no case "nope"', "rootcause cases"),
        (("order", "--select", "team-owner"), 'no check is named "team-owner"', 'did you mean "team-as-owner"?'),
        (("order", "--waive", "team-as-owner"), "a finding is let stand for a reason", "--because"),
        (("order", "--waive", "team-as-owner", "--because", " "), "a finding is let stand for a reason", "--because"),
        (("order", "--waive", "teem-as-owner", "--because", "x"), 'no check "teem-as-owner"', "team-as-owner"),
        (("--all", "--waive", "team-as-owner", "--because", "x"), "stand in one case", "name that case"),
        (("order", "--waive", "out-of-order", "--because", "x"), "out-of-order finds nothing in order", "--waived"),
        (
            ("order", "--waive", "team-as-owner", "--at", "action 9", "--because", "x"),
            'team-as-owner finds nothing at "action 9"',
            'there is "action 2"',
        ),
        (("order", "--unwaive", "team-as-owner"), "nobody has waived team-as-owner", "--waived"),
        (("order", "--at", "action 1"), "--at says where to waive", "add --waive"),
        (("order", "--because", "x"), "--because says why", "add --waive"),
        (("order", "--waive", "a", "--unwaive", "b"), "opposites", "one after the other"),
    ],
)
def test_wrong_use_is_told_with_a_way_out_and_changes_nothing(check, folder, arguments, message, hint):
    before = saved(folder)
    ran = check(*arguments)
    assert (ran.code, ran.out) == (2, "")
    told, hinted = ran.err.rstrip("\n").split("\nhint: ")
    assert message in told
    assert hint in hinted
    assert saved(folder) == before


def test_a_case_that_cannot_be_read_hides_no_other(check, folder):
    broken = folder / "cases" / "2026-01-01-broken"
    broken.mkdir()
    (broken / "case.json").write_text("{")
    ran = check("--all", *OWNERS)
    assert ran.code == 2
    assert "error: " in ran.err
    assert "broken" in ran.err
    assert "1 error, 1 warning in 1 case." in ran.out


def test_programs_are_told_which_cases_could_not_be_read(check, folder):
    broken = folder / "cases" / "2026-01-01-broken"
    broken.mkdir()
    (broken / "case.json").write_text("{")
    path = "cases/2026-01-01-broken/case.json"
    ran = check("order", "broken", "nowhere", *OWNERS, "-f", "json")
    assert ran.code == 2
    told = json.loads(ran.out)
    assert len(told["cases"]) == 1
    assert [one["path"] for one in told["unreadable"]] == [path, "nowhere"]
    assert all(one["message"] and one["message"] in ran.err for one in told["unreadable"])
    first, *_ = check("--all", *OWNERS, "-f", "github").out.splitlines()
    assert first.startswith(f"::error title=rootcause (unreadable),file={path},line=1")
    suites = ElementTree.fromstring(check("--all", *OWNERS, "-f", "junit").out)
    (suite,) = [one for one in suites if one.get("name") == path]
    assert [one.get("name") for one in suite.iter("testcase")] == ["rootcause.unreadable"]
    assert suite.find("testcase/failure") is not None


def test_colours_say_nothing_that_the_words_do_not(check, found, monkeypatch):
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("COLUMNS", "80")
    coloured = check("order", *OWNERS).out
    assert "\x1b[31merror action-without-owner:\x1b[0m " in coloured
    monkeypatch.setenv("NO_COLOR", "1")
    assert check("order", *OWNERS).out == found


def test_what_is_in_an_answer_cannot_act_on_the_terminal(check):
    check("order", "actions[2].owner", "--value", "the \u202esupport\x9b31m team", command="edit")
    ran = check("order", *OWNERS)
    assert "\u202e" not in ran.out
    assert "\x9b" not in ran.out


def test_a_run_without_a_person_says_in_one_line_how_much_there_is_to_look_at(check):
    ran = check("-a", "two.yaml", "--no-input", command="triage")
    (line,) = [line for line in ran.err.splitlines() if line.startswith("Worth another look: ")]
    assert " Shown by: rootcause check " in line
    assert ran.code == 0


def test_a_folder_that_is_not_there_does_not_look_like_cases_without_findings(run, folder):
    ran = run("check", "--all", "--cases", "caes")
    assert (ran.code, ran.out) == (2, "")
    assert "there is no folder" in ran.err
    assert "caes" in ran.err
