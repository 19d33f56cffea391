"""`rootcause lint` as people, hooks and CI run it."""

from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path

import pytest

from tests.lint.examples import SKELETON

GOOD = SKELETON.format(top="", questions="")
BAD_LINE = "      - {id: noticed, type: text, ask: 'Who noticed it? And when?'}"
BAD = SKELETON.format(top="", questions=BAD_LINE)
WRONG = GOOD.replace("type: person", "type: persom")
TRAP = SKELETON.format(top="", questions="      - id: extra\n        type: text\n        ask: One: or more of them?")


@pytest.fixture
def project(folder: Path) -> Path:
    """A folder with a good file, one with a warning, one with an error, and YAML of others."""
    there = folder / "questionnaires"
    there.mkdir()
    for name, text in (("good", GOOD), ("warned", BAD), ("wrong", WRONG), ("compose", "services: {web: {image: x}}\n")):
        (there / f"{name}.yaml").write_text(text.replace("id: example", f"id: {name}", 1))
    return folder


def git(folder: Path, *arguments: str) -> None:
    author = ("-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false")
    subprocess.run(["git", *author, *arguments], cwd=folder, check=True, capture_output=True)


def test_without_a_path_the_questionnaires_here_are_looked_at(run, project):
    ran = run("lint")
    assert ran.code == 1
    assert "questionnaires/wrong.yaml:34:" in ran.out
    assert 'error[RCT001 unknown-question-type]: "persom" is not a type of question' in ran.out
    assert "compose" not in ran.out
    assert ran.out.endswith("\n1 error, 1 warning in 3 files (1 with --unsafe-fixes)\n")
    assert ran.err == "other rules wait until what keeps a file from being used is mended\n"
    assert "\x1b" not in ran.out


def test_a_folder_without_questionnaires_is_wrong_use(run, folder):
    assert run("lint").code == 2
    (folder / "empty").mkdir()
    ran = run("lint", "empty")
    assert ran.code == 2
    assert 'there is no questionnaire in "empty"' in ran.err
    assert run("lint", "empty", "--allow-no-files").code == 0


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("nowhere.yaml",), "nowhere.yaml: there is no such file"),
        (("--select", "blame-wordin"), 'did you mean "blame-wording"'),
        (("-f", "sarf"), 'did you mean "sarif"'),
        (("--fail-on", "eror"), 'did you mean "error"'),
        (("--explain-path", "nonesuch", "questionnaires/good.yaml"), "nonesuch"),
        (("--baseline", "nowhere.json"), "nowhere.json"),
        (("--since", "no-such-revision"), "git"),
    ],
)
def test_wrong_use_is_told(run, project, arguments, says):
    ran = run("lint", *arguments)
    assert ran.code == 2
    assert says in ran.err
    assert "Traceback" not in ran.err


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("warned.yaml",), 0),
        (("warned.yaml", "--fail-on", "warning"), 1),
        (("wrong.yaml",), 1),
        (("wrong.yaml", "--exit-zero"), 0),
        (("warned.yaml", "--fail-on", "warning", "--ignore", "several-questions"), 0),
        (("warned.yaml", "--fail-on", "warning", "--ignore", "RCW"), 0),
        (("warned.yaml", "--fail-on", "warning", "--select", "RCY,RCS"), 0),
        (("good.yaml", "warned.yaml", "--fail-on", "info"), 1),
    ],
)
def test_the_exit_code_says_whether_something_counts(run, project, arguments, code):
    paths = [f"questionnaires/{one}" if one.endswith(".yaml") else one for one in arguments]
    assert run("lint", *paths).code == code


def test_standard_input_is_looked_at_under_its_name(run, project):
    ran = run("lint", "-", "--stdin-filename", "questionnaires/new.yaml", "-f", "concise", stdin=WRONG)
    assert ran.code == 1
    assert ran.out.startswith("questionnaires/new.yaml:34:")
    assert run("lint", "-", stdin=GOOD).code == 0


def test_each_format_goes_where_it_is_asked_to_go(run, project):
    ran = run("lint", "-f", "concise", "-f", "sarif=out.sarif", "-f", "json=out.json")
    assert len(ran.out.splitlines()) == 2
    assert json.loads((project / "out.sarif").read_text())["version"] == "2.1.0"
    assert json.loads((project / "out.json").read_text())


def test_colours_are_for_terminals_and_for_those_who_want_them(run, project):
    assert "\x1b[31merror[RCT001" in run("lint", FORCE_COLOR="1").out
    assert "\x1b" not in run("lint", "-f", "json", FORCE_COLOR="1").out


def test_several_processes_say_what_one_says(run, project):
    for number in range(15):
        (project / f"questionnaires/more{number}.yaml").write_text(BAD)
    alone = run("lint", "--jobs", "1", "--no-cache")
    together = run("lint", "--jobs", "3", "--no-cache")
    kept, again = run("lint"), run("lint")
    assert alone.out == together.out == kept.out == again.out
    assert "17 warnings" not in alone.out
    assert "16 warnings" in alone.out


def test_what_was_kept_is_forgotten_when_an_included_file_changes(run, project):
    shared = project / "questionnaires/parts.yaml"
    shared.write_text("rootcause: 1\nlists:\n  where: {a: Here, b: There}\n")
    text = SKELETON.format(
        top="include: parts.yaml\n", questions="      - {id: where, type: choice, ask: 'Where was it?', list: where}"
    )
    for number in range(10):
        (project / f"questionnaires/more{number}.yaml").write_text(text)
    assert "\n1 error, 1 warning in 14 files (1 with --unsafe-fixes)\n" in run("lint").out
    shared.write_text("rootcause: 1\nlists:\n  wherever: {a: Here, b: There}\n")
    assert '"where"' in run("lint").out


def test_fix_mends_and_says_what_is_left(run, project):
    path = project / "questionnaires/trap.yaml"
    path.write_text(TRAP)
    shown = run("lint", "--diff", str(path))
    assert shown.code == 1
    assert '+        ask: "One: or more of them?"' in shown.out
    assert path.read_text() == TRAP
    ran = run("lint", "--fix", str(path))
    assert ran.code == 0
    assert "1 finding mended in 1 file" in ran.err
    assert path.read_text() == TRAP.replace("ask: One: or more of them?", 'ask: "One: or more of them?"')
    path.write_text(TRAP)
    assert run("lint", "--fix", "--exit-non-zero-on-fix", str(path)).code == 1


def test_fix_of_standard_input_goes_to_standard_output(run, project):
    ran = run("lint", "--fix", "-", stdin=TRAP)
    assert ran.out == TRAP.replace("ask: One: or more of them?", 'ask: "One: or more of them?"')


def test_a_baseline_leaves_out_what_is_known_and_tells_what_is_gone(run, project):
    known = project / "questionnaires/warned.yaml"
    assert run("lint", "--write-baseline", str(known)).code == 0
    ran = run("lint", "--baseline", "rootcause-baseline.json", "--fail-on", "warning", str(known))
    assert ran.code == 0
    assert "1 baselined" in ran.out
    known.write_text(known.read_text().replace("title: Late", "# a line more\ntitle: Late"))
    assert run("lint", "--baseline", "rootcause-baseline.json", "--fail-on", "warning", str(known)).code == 0
    known.write_text(GOOD)
    assert "1 of the known findings are gone" in run("lint", "--baseline", "rootcause-baseline.json", str(known)).err
    assert "1 taken off" in run("lint", "--baseline", "rootcause-baseline.json", "--prune-baseline", str(known)).err
    assert json.loads((project / "rootcause-baseline.json").read_text())["entries"] == []


def test_comments_are_written_with_their_reason(run, project):
    path = project / "questionnaires/warned.yaml"
    assert run("lint", "--add-ignore", "quoted from the customer", str(path)).code == 0
    assert "# rootcause: ignore[several-questions] -- quoted from the customer" in path.read_text()
    assert run("lint", "--fail-on", "warning", str(path)).code == 0


def test_statistics_count_by_rule(run, project):
    assert run("lint", "--statistics").out == "1  RCT001  unknown-question-type\n1  RCW007  several-questions\n"


def test_settings_of_the_project_count_unless_they_are_left_out(run, project):
    (project / "rootcause.toml").write_text(
        '[lint]\nignore = ["several-questions"]\nexclude = ["questionnaires/wrong*"]\n'
    )
    assert run("lint").out == "nothing found in 2 files\n"
    assert run("lint", "--isolated").code == 1
    assert 'ignore = ["several-questions"]' in run("lint", "--show-settings").out
    assert run("lint", "questionnaires/wrong.yaml").code == 1
    assert run("lint", "--force-exclude", "questionnaires/wrong.yaml").code == 0


def test_since_looks_at_what_changed_and_finds_ids_that_were_renamed(run, project):
    asked = "      - {id: seen_by, type: text, label: Seen by, ask: 'Who saw it first?'}"
    path = project / "questionnaires/asked.yaml"
    path.write_text(SKELETON.format(top="", questions=asked))
    git(project, "init", "-q")
    git(project, "add", ".")
    git(project, "commit", "-q", "-m", "first")
    assert "in 0 files" in run("lint", "--since", "HEAD").out
    path.write_text(SKELETON.format(top="", questions=asked.replace("id: seen_by", "id: first_seen_by")))
    ran = run("lint", "--since", "HEAD", "--fail-on", "info")
    assert ran.code == 1
    assert "renamed-without-was" in ran.out
    assert "in 1 file" in ran.out
    assert "1 finding mended" in run("lint", "--since", "HEAD", "--fix").err
    assert "was: seen_by" in path.read_text()


def test_a_file_that_cannot_be_read_does_not_keep_the_others_from_being_looked_at(run, project):
    (project / "questionnaires/link.yaml").symlink_to("nowhere")
    ran = run("lint", "questionnaires/link.yaml", "questionnaires/wrong.yaml")
    assert ran.code == 2
    assert "link.yaml: is a symbolic link to a file that does not exist" in ran.err
    assert "unknown-question-type" in ran.out


def test_a_name_cannot_make_a_command_for_a_workflow(run, folder):
    (folder / "a%0A::error::b.yaml").write_text(WRONG)
    out = run("lint", "-f", "github", "a%0A::error::b.yaml").out
    assert len(out.splitlines()) == len(re.findall(r"(?m)^::(?:error|warning|notice) ", out))


def test_programs_are_told_paths_from_the_top_of_the_checkout(run, project):
    top = str(project.parent)
    assert f"file={project.name}/questionnaires/wrong.yaml," in run("lint", "-f", "github", GITHUB_WORKSPACE=top).out
    assert "file=questionnaires/wrong.yaml," in run("lint", "-f", "github", GITHUB_WORKSPACE="").out


ASKED = """\
      - {id: scope, type: choice, label: Scope, ask: 'Whom does it touch?', choices: {all: All of them, some: Some}}
      - {id: users, type: integer, label: Users, ask: 'How many are they?', when: scope == 'some', max: 5000}
      - {id: page, type: url, label: Page, ask: 'Where is the post about it?', when: scope == 'all' and users > 100}"""


def test_the_shortest_answers_that_show_a_question_go_into_an_answers_file(run, project):
    (project / "questionnaires/asked.yaml").write_text(SKELETON.format(top="", questions=ASKED))
    ran = run("lint", "--explain-path", "users", "questionnaires/asked.yaml")
    assert ran.code == 0
    (project / "answers.yaml").write_text(ran.out)
    ran = run("triage", "-Q", "questionnaires/asked.yaml", "-a", "answers.yaml", "--dry-run")
    assert "users" in ran.out


def test_what_nothing_shows_is_explained_with_the_places_that_contradict(run, project):
    (project / "questionnaires/asked.yaml").write_text(SKELETON.format(top="", questions=ASKED))
    ran = run("lint", "--explain-path", "page", "questionnaires/asked.yaml")
    assert ran.code == 1
    assert ran.out.splitlines()[1:] == [
        '# no answers show "page": these conditions are never yes together',
        "# questionnaires/asked.yaml:12:83: \"users\" is asked only when scope == 'some'",
        "# questionnaires/asked.yaml:13:86: \"page\" is asked only when scope == 'all'",
        '# questionnaires/asked.yaml:13:86: "page" is asked only when users > 100',
    ]
    told = run("lint", "questionnaires/asked.yaml").out
    assert 'warning[RCL001 unreachable-question]: no answers show the question "page"' in told


def test_tests_are_written_until_each_condition_is_tried_both_ways(run, project):
    path = project / "questionnaires/asked.yaml"
    lines = ASKED.splitlines()
    before = SKELETON.format(top="", questions="\n".join(lines[:2]))
    path.write_text(before)
    ran = run("lint", "--write-tests", str(path))
    assert ran.code == 0
    assert "2 tests added" in ran.err
    assert path.read_text().startswith(before.rstrip())
    assert run("lint", "--fail-on", "info", "--extend-select", "no-tests", str(path)).code == 0
    assert "0 tests added" in run("lint", "--write-tests", str(path)).err
    assert run("questionnaires", str(path)).code == 0


def test_a_part_that_was_missing_is_looked_for_again(run, project):
    text = SKELETON.format(top="include: later.yaml\n", questions="")
    for number in range(10):
        (project / f"questionnaires/more{number}.yaml").write_text(text)
    assert "bad-include" in run("lint").out
    (project / "questionnaires/later.yaml").write_text("rootcause: 1\nlists: {a: {b: B, c: C}}\n")
    assert "bad-include" not in run("lint").out


def test_a_name_that_is_no_text_does_not_disturb_the_others(run, project):
    for number in range(9):
        (project / f"questionnaires/more{number}.yaml").write_text(GOOD)
    (project / "questionnaires" / b"\xff.yaml".decode(errors="surrogateescape")).write_text(GOOD)
    assert run("lint").code == 1
    assert run("lint", "-f", "json").code == 1


def test_fix_leaves_a_file_that_is_no_text_and_mends_the_others(run, project):
    (project / "questionnaires/latin.yaml").write_bytes("rootcause: 1\ntitle: café\n".encode("latin-1"))
    (project / "questionnaires/trap.yaml").write_text(TRAP)
    ran = run("lint", "--fix")
    assert ran.code == 1
    assert "invalid-encoding" in ran.out
    assert '"One: or more of them?"' in (project / "questionnaires/trap.yaml").read_text()


def test_fix_mends_neither_what_is_known_nor_what_has_not_changed(run, project):
    path = project / "questionnaires/trap.yaml"
    reserved = TRAP.replace("ask: One: or more of them?", "ask: Which ones?\n        default: 012")
    path.write_text(reserved)
    assert "1 fixable" in run("lint", str(path)).out
    run("lint", "--write-baseline", str(path))
    run("lint", "--fix", "--baseline", "rootcause-baseline.json", str(path))
    assert path.read_text() == reserved
    git(project, "init", "-q")
    git(project, "add", ".")
    git(project, "commit", "-q", "-m", "first")
    run("lint", "--fix", "--since", "HEAD", str(path))
    assert path.read_text() == reserved


def test_no_format_and_no_schema_is_written_over_a_questionnaire(run, project):
    path = project / "questionnaires/good.yaml"
    assert run("lint", "-f", "json=questionnaires/good.yaml").code == 2
    assert run("schema", "questionnaire", "-o", str(path)).code == 2
    assert path.read_text() == GOOD.replace("id: example", "id: good", 1)
    assert run("schema", "questionnaire", "-o", "schema.json").code == 0
    assert run("schema", "questionnaire", "-o", "schema.json").code == 0


def test_what_standard_input_includes_is_read_from_its_file(run, project):
    (project / "parts.yaml").write_text("rootcause: 1\nlists:\n  where: {a: Here, b: There}\n")
    asked = "      - {id: where, type: choice, label: Where, ask: 'Where was it?', list: where}"
    text = SKELETON.format(top="include: parts.yaml\n", questions=asked)
    assert (
        run("lint", "-", "--stdin-filename", "new.yaml", "--fail-on", "info", stdin=text).out
        == "nothing found in 1 file\n"
    )
