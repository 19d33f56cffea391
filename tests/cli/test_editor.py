"""`--editor`: the whole questionnaire as one file, with a program in the place of the person's editor."""

from __future__ import annotations

import json
import re
import shlex
import sys
import textwrap
from pathlib import Path

import pytest

ALL = {
    "summary": "The parcel: late",
    "carrier": "own",
    "promised": "2026-01-05",
    "arrived": "2026-01-08",
    "weather": "rain",
}
ACTIONS = "actions:\\n    - what: Call\\n      owner: Kim\\n      due: 2026-01-20"

ENTITLED = "text = re.sub('(?m)^title:.*', 'title: Parcels in May', text)"
UNTITLED = "text = re.sub('(?m)^title:.*', 'title:', text)"
ROWS = "[{what: Call, owner: Kim, due: 2026-01-20}, {what: Ask, owner: Bo, due: 2026-01-21}]"

TOP = "# !! one thing is to be mended, and marked like this; to stop, save it as it is\n"


@pytest.fixture
def edit(run, unprivileged, tmp_path):
    """Run with an editor that makes of the text what each of the programs makes of it, one after the other.

    Then it saves it unchanged. What it was shown lies in `seen`.
    """

    def edit(*arguments, programs, by_root=True, **more):
        body = "\n".join(
            f"if turn == {turn}:\n{textwrap.indent(textwrap.dedent(program), '    ')}"
            for turn, program in enumerate(programs, 1)
        )
        script = tmp_path / "editor.py"
        script.write_text(
            "import json, re, sys\nfrom pathlib import Path\n"
            f"seen = Path({str(tmp_path)!r}, 'seen')\nseen.mkdir(exist_ok=True)\n"
            "path = Path(sys.argv[1])\ntext = path.read_text()\nturn = len(list(seen.iterdir())) + 1\n"
            "(seen / str(turn)).write_text(text)\n"
            "def put(id, value):\n"
            "    global text\n"
            "    text = re.sub(rf'(?m)^  {id}:.*$', lambda _: f'  {id}: {value}', text)\n"
            f"{body}\npath.write_text(text)\n"
        )
        for old in (tmp_path / "seen").glob("*"):
            old.unlink()
        return (run if by_root else unprivileged)(*arguments, EDITOR=shlex.join([sys.executable, str(script)]), **more)

    return edit


@pytest.fixture
def seen(tmp_path):
    return lambda turn: (tmp_path / "seen" / str(turn)).read_text()


def fill_in(**answers):
    puts = "\n".join(f"put({id!r}, {json.dumps(value) if ' ' in value else value!r})" for id, value in answers.items())
    return f"{puts}\ntext = text.replace('  actions:', '  {ACTIONS}')"


@pytest.fixture
def saved(folder):
    def saved():
        (case,) = (folder / "cases").iterdir()
        return json.loads((case / "case.json").read_text())

    return saved


def test_a_case_is_written_and_finished(edit, folder, saved, seen):
    ran = edit("triage", "-Q", "late.yaml", "--editor", programs=[fill_in(**ALL)])
    assert (ran.code, ran.err.splitlines()[0]) == (0, "Finished: 8 answered.")
    assert saved()["answers"]["summary"]["value"] == "The parcel: late"
    assert saved()["answers"]["actions[1].owner"]["value"] == "Kim"
    assert "  # Did the partner tell us before the customer did?\n  #   asked only when carrier is partner\n" in seen(1)
    (case,) = (folder / "cases").iterdir()
    assert (case / "report.md").exists()


def test_what_is_wrong_is_said_above_its_line_until_it_is_right(edit, folder, saved, seen):
    ran = edit(
        "triage",
        "-Q",
        "late.yaml",
        "--editor",
        programs=[
            fill_in(**ALL | {"carrier": "onw", "arrived": "2026-01-01"}) + "\ntext += '  sumary: x\\n'",
            "put('carrier', 'own')",
            "put('arrived', '2026-01-08'); text = text.replace('  sumary: x\\n', '')",
        ],
    )
    assert ran.code == 0
    assert (
        '\n  # !! "onw" is not one of the choices; did you mean "own"? choose from own, partner\n  carrier: onw\n'
        in seen(2)
    )
    assert "\n  # !! it arrived before the promised day; then it was not late\n  arrived: 2026-01-01\n" in seen(2)
    assert '\n  # !! "sumary" is not a question of "late"; did you mean "summary"?\n  sumary: x\n' in seen(2)
    assert seen(3).count("# !!") == 3
    assert "\n  carrier: own\n" in seen(3)
    assert saved()["answers"]["arrived"]["value"] == "2026-01-08"
    (case,) = (folder / "cases").iterdir()
    assert not (case / "not-taken.yaml").exists()


def test_what_is_no_yaml_is_opened_again_as_it_was(edit, seen, saved):
    ran = edit(
        "triage",
        "-Q",
        "late.yaml",
        "--editor",
        programs=[fill_in(**ALL) + "\nput('summary', '\"It was')", "put('summary', 'It was late')"],
    )
    assert ran.code == 0
    line, _, rest = seen(2).removeprefix(TOP).partition("\n")
    assert line.startswith("# !! line ")
    assert rest.startswith("# A delivery that came late\n")
    number = int(line.removeprefix("# !! line ").partition(":")[0])
    assert seen(2).splitlines()[number - 1] == '  summary: "It was'
    assert saved()["answers"]["summary"]["value"] == "It was late"


def test_whoever_saves_it_unchanged_keeps_what_was_right(edit, folder, saved):
    ran = edit(
        "triage", "-Q", "late.yaml", "--editor", programs=[fill_in(summary="Late", carrier="onw", weather="rain")]
    )
    assert ran.code == 130
    (case,) = (folder / "cases").iterdir()
    assert set(saved()["answers"]) >= {"summary", "weather", "actions[1].due"}
    assert "3 questions still need an answer:\n  carrier: Who carried it?\n" in ran.err
    assert f"Saved. Go on with: rootcause resume {case.name} --editor\n" in ran.err
    assert '"onw" is not one of the choices' in ran.err
    assert f"the file is kept in cases/{case.name}/not-taken.yaml" in ran.err
    assert "\n  carrier: onw\n" in (case / "not-taken.yaml").read_text()
    assert "# !!" not in (case / "not-taken.yaml").read_text()


def test_a_file_that_is_kept_is_never_replaced(edit, folder):
    edit("triage", "-Q", "late.yaml", "--editor", programs=[fill_in(summary="Late", carrier="onw")])
    edit("resume", "--editor", programs=["put('carrier', 'oven')"])
    (case,) = (folder / "cases").iterdir()
    assert "carrier: onw" in (case / "not-taken.yaml").read_text()
    assert "carrier: oven" in (case / "not-taken-2.yaml").read_text()


def test_an_answer_that_stays_is_not_recorded_again(edit, folder, run, saved):
    run("triage", "-a", "answers.yaml", "--no-input")
    before = saved()
    ran = edit("resume", "4711", "--by", "Kim", "--editor", programs=["put('weather', 'rain')"])
    assert ran.code == 0
    after = saved()
    assert {key for key, answer in after["answers"].items() if answer != before["answers"].get(key)} == {"weather"}
    assert [(event["key"], event["who"]) for event in after["history"][len(before["history"]) :]] == [
        ("weather", "Kim")
    ]


def test_an_answer_that_is_taken_out_is_not_deleted(edit, run, saved):
    run("triage", "-a", "answers.yaml", "--no-input")
    assert edit("resume", "4711", "--editor", programs=["put('summary', '')"]).code == 0
    assert saved()["answers"]["summary"]["value"] == "The parcel came three days after the promised day"


def test_a_number_written_otherwise_is_another_text(edit, saved):
    programs = ["put('summary', '1'); put('carrier', 'onw')", "put('summary', '1.0')"]
    edit("triage", "-Q", "late.yaml", "--editor", programs=programs)
    assert saved()["answers"]["summary"]["value"] == "1.0"


def test_a_question_that_follows_from_an_answer_is_there_already_and_named_when_open(edit, saved):
    ran = edit("triage", "-Q", "late.yaml", "--editor", programs=[fill_in(**ALL | {"carrier": "partner"})])
    assert ran.code == 130
    assert "1 question still needs an answer:\n  partner_told: Did the partner" in ran.err
    assert edit("resume", "--editor", programs=["put('partner_told', 'no')"]).code == 0
    assert saved()["answers"]["partner_told"]["value"] is False


def test_an_emptied_file_ends_it(edit, folder):
    ran = edit("triage", "-Q", "late.yaml", "--editor", programs=["text = ''"])
    assert ran.code == 130
    assert ran.err.endswith("Nothing was answered, so nothing is saved.\n")
    assert not (folder / "cases").exists()


def test_what_a_case_has_already_is_not_changed_there(edit, seen):
    edit("triage", "-Q", "late.yaml", "--editor", programs=["text = 'by: Kim\\n' + text"])
    assert seen(2).startswith(TOP + '# !! "by" of a case is not changed here; take the line out\nby: Kim\n')


def test_the_title_of_a_case_that_is_there_is_not_changed_there(edit, run, seen):
    run("triage", "-a", "answers.yaml", "--no-input")
    edit("resume", "4711", "--editor", programs=["text = 'title: Another\\n' + text"])
    assert "\ntitle:" not in seen(1)
    assert seen(2).startswith(TOP + '# !! "title" of a case is not changed here; take the line out\ntitle: Another\n')


@pytest.mark.parametrize(
    ("arguments", "line", "program", "title"),
    [
        pytest.param((), "title:", ENTITLED, "Parcels in May", id="filled in"),
        pytest.param((), "title:", "", "The parcel: late", id="left empty"),
        pytest.param(("In June",), "title: In June", "", "In June", id="given"),
        pytest.param(("In June",), "title: In June", ENTITLED, "Parcels in May", id="changed"),
        pytest.param(("In June",), "title: In June", UNTITLED, "In June", id="deleted"),
    ],
)
def test_a_new_case_is_called_what_the_file_says(edit, folder, saved, seen, arguments, line, program, title):
    ran = edit("triage", *arguments, "-Q", "late.yaml", "--editor", programs=[f"{fill_in(**ALL)}\n{program}"])
    assert ran.code == 0
    assert f"\n# What to call the case; empty, it takes the words of the problem.\n{line}\nanswers:\n" in seen(1)
    assert saved()["title"] == title
    (case,) = (folder / "cases").iterdir()
    assert case.name.endswith(re.sub("[^a-z]+", "-", title.lower()))


def test_the_folder_is_called_after_the_problem_wherever_it_is_asked(edit, folder):
    questionnaire = folder / "late.yaml"
    first = '      - {id: parcel, ask: "Which parcel?", type: text}\n'
    text = questionnaire.read_text()
    questionnaire.write_text(text.replace("      - {id: summary", f"{first}      - {{id: summary"))
    edit("triage", "-Q", "late.yaml", "--editor", programs=[fill_in(**ALL, parcel="4711")])
    (case,) = (folder / "cases").iterdir()
    assert case.name.endswith("-the-parcel-late")


def test_a_title_may_come_when_answers_are_saved_already(edit, saved):
    programs = [fill_in(**ALL | {"carrier": "onw"}), f"put('carrier', 'own')\n{ENTITLED}"]
    assert edit("triage", "-Q", "late.yaml", "--editor", programs=programs).code == 0
    assert saved()["title"] == "Parcels in May"


def test_a_title_alone_is_saved_too(edit, saved):
    programs = [fill_in(**ALL | {"carrier": "onw"}), ENTITLED]
    assert edit("triage", "-Q", "late.yaml", "--editor", programs=programs).code == 130
    assert saved()["title"] == "Parcels in May"


def test_what_is_deleted_in_the_file_is_what_its_top_says(edit, run, saved, seen):
    run("triage", "-a", "answers.yaml", "--no-input", "--set", f"actions={ROWS}")
    program = (
        "text = re.sub(r'(?m)^      owner:.*\\n', '', text).replace('    - what: Ask\\n      due: 2026-01-21\\n', '')"
    )
    assert edit("resume", "4711", "--editor", programs=[program]).code == 0
    assert (
        "# Deleting an answer here changes nothing: the case keeps it as it was.\n"
        "# Deleting a whole row or cause takes it off its list and out of the report.\n"
    ) in seen(1)
    assert saved()["answers"]["actions"]["value"]["instances"] == ["1"]
    assert saved()["answers"]["actions[1].owner"]["value"] == "Kim"


def test_a_remark_never_becomes_a_part_of_an_answer(edit, seen):
    answer = '  summary: {value: "one\n    two", note: [x]}\n'
    edit("triage", "-Q", "late.yaml", "--editor", programs=[f"text = text.replace('  summary:\\n', {answer!r})"])
    line, _, rest = seen(2).removeprefix(TOP).partition("\n")
    assert re.fullmatch("# !! line [0-9]+: expected a text, found a list; put it in quotes", line)
    number = int(line.removeprefix("# !! line ").partition(":")[0])
    assert seen(2).splitlines()[number - 1] == '    two", note: [x]}'
    assert rest.startswith("# A delivery")


def test_a_remark_one_wrote_oneself_stays(edit, seen):
    edit(
        "triage",
        "-Q",
        "late.yaml",
        "--editor",
        programs=["put('carrier', 'onw'); text += '  # !! ask Kim\\n'", "put('carrier', 'nwo')"],
    )
    assert "  # !! ask Kim\n" in seen(3)
    assert seen(3).count(TOP) == 1
    assert '"onw"' not in seen(3)


@pytest.mark.parametrize(
    ("arguments", "environ", "message"),
    [
        (
            (),
            {"EDITOR": ""},
            "error: there is no terminal for an editor\nhint: set EDITOR, or hand answers in with -a FILE\n",
        ),
        ((), {"EDITOR": "no-such-editor"}, 'error: there is no editor "no-such-editor", which EDITOR names\n'),
        (("--no-input",), {}, "error: --editor asks everything, and --no-input asks nothing\n"),
    ],
    ids=["none", "missing", "nothing is to be asked"],
)
def test_an_editor_that_cannot_be_had_is_told(run, arguments, environ, message):
    ran = run("triage", "-Q", "late.yaml", "--editor", *arguments, VISUAL="", **environ)
    assert ran.code == 2
    assert message in ran.err


def test_an_editor_that_fails_is_told_and_what_was_wrong_before_is_kept(edit, folder):
    ran = edit(
        "triage",
        "-Q",
        "late.yaml",
        "--editor",
        programs=["put('summary', 'Late'); put('carrier', 'onw')", "sys.exit(1)"],
    )
    assert ran.code == 2
    assert "was ended with the exit code 1; nothing was taken" in ran.err
    (case,) = (folder / "cases").iterdir()
    assert f"the file is kept in cases/{case.name}/not-taken.yaml" in ran.err


def test_what_cannot_be_saved_is_kept_elsewhere(edit, folder, run):
    run("triage", "-Q", "late.yaml", "--set", "summary=It was late")
    (case,) = (folder / "cases").iterdir()
    program = f"put('weather', 'rain'); Path({str(case)!r}).chmod(0o500)"
    ran = edit("resume", "--editor", programs=[program], by_root=False)
    case.chmod(0o700)
    assert ran.code == 2
    assert "error: could not save" in ran.err
    kept = Path(ran.err.rpartition("what you wrote is kept in ")[2].rstrip("\n"))
    assert "\n  weather: rain\n" in kept.read_text()


@pytest.mark.parametrize("programs", [["text = ''"], ["put('weather', '[x]')"]], ids=["emptied", "still wrong"])
def test_a_case_is_not_finished_by_whoever_gives_up(edit, run, programs):
    run("triage", "-a", "answers.yaml", "--no-input")
    ran = edit("resume", "4711", "--editor", programs=programs)
    assert ran.code == 130
    assert "Finished" not in ran.err
    assert "Saved. Go on with: rootcause resume " in ran.err
