from __future__ import annotations

import os
import shlex
import sys
import tempfile
import textwrap
from pathlib import Path

import pexpect
import pytest

from rootcause.questionnaire.response.problem import Problem
from rootcause.terminal.editor import SCISSORS, edit

NOTES = ("What happened, in one sentence?", "Say where, since when and how many.\nNobody is blamed.")


@pytest.fixture
def places(tmp_path, monkeypatch) -> Path:
    """Where the files to edit come to lie."""
    folder = tmp_path / "places"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


@pytest.fixture
def editor(tmp_path, places):
    """An environment whose editor is this program; `path` is the file and `text` what it holds."""

    def editor(program: str, variable: str = "EDITOR") -> dict[str, str]:
        script = tmp_path / "an editor.py"
        begin = "import os, sys\nfrom pathlib import Path\npath = Path(sys.argv[-1])\ntext = path.read_text()\n"
        script.write_text(begin + textwrap.dedent(program))
        return {**os.environ, "VISUAL": "", variable: shlex.join([sys.executable, str(script), "--an-argument"])}

    return editor


def kept_in(problem: Problem) -> Path:
    assert problem.hint is not None
    return Path(problem.hint.rpartition("kept in ")[2])


def test_the_file_begins_with_the_text_and_the_question_stands_below_a_line(editor, tmp_path, places):
    saved = tmp_path / "seen"
    environ = editor(f"Path({str(saved)!r}).write_text(text)")
    assert edit("# Monday\nIt was late.", NOTES, environ) == "# Monday\nIt was late."
    assert saved.read_text() == (
        f"# Monday\nIt was late.\n\n# {SCISSORS}\n"
        "# What happened, in one sentence?\n# Say where, since when and how many.\n# Nobody is blamed.\n"
    )
    assert not list(places.iterdir())


@pytest.mark.parametrize(
    ("program", "expected"),
    [
        ("path.write_text('# A heading\\n\\nIt broke.\\n\\n' + text)", "# A heading\n\nIt broke.\n\nbefore"),
        ("path.write_text(text.replace('before', '  two\\n  lines'))", "  two\n  lines"),
        ("path.write_text('')", ""),
        ("path.write_text(text.replace('before', ''))", ""),
        ("path.write_text('only this')", "only this"),
        (
            "path.write_text(text.replace('8<', '8'))",
            "before\n\n# ------ 8 ------ write above this line; what follows is only help ------",
        ),
        ("path.write_text('\\n'.join(text.split('\\n')[:1] + text.split('\\n')[3:]))", "before"),
        ("path.write_text(text + 'below the line')", "before\nbelow the line"),
        ("path.write_text(text.split('\\n')[2] + '\\n' + text)", f"# {SCISSORS}\nbefore"),
        ("path.write_bytes(b'\\xef\\xbb\\xbfeins\\r\\nzw\\xc3\\xb6lf\\r\\n')", "eins\nzwölf"),
        ("os.replace(sys.argv[0], path)", None),
        ("path.chmod(0o000); path.unlink(); path.write_text('anew')", "anew"),
        ("path.with_name('answer.md~').write_text('old'); path.write_text('new')", "new"),
    ],
    ids=[
        "a heading is text",
        "indented lines",
        "emptied",
        "the text removed",
        "the notes removed",
        "the line changed",
        "the line removed",
        "typed below the line",
        "the line in the text",
        "saved on Windows",
        "another file moved there",
        "written anew",
        "with a copy beside it",
    ],
)
def test_what_was_typed_is_the_text(editor, places, program, expected):
    found = edit("before", NOTES, editor(program))
    assert found == expected or (expected is None and "os.replace" in found)
    assert not list(places.iterdir())


def test_without_notes_there_is_only_the_text(editor):
    assert edit("a: 1\n# a comment\n", (), editor("path.write_text(text + 'b: 2\\n')"), suffix=".yaml") == (
        "a: 1\n# a comment\nb: 2"
    )


def test_the_notes_stand_behind_the_mark_and_the_file_has_the_suffix(editor):
    program = "path.write_text(path.suffix + text.replace('so', 'no')); assert '\\n// Why?' in text"
    assert edit("so", ("Why?",), editor(program), suffix=".txt", mark="//") == ".txtno"


def test_nobody_else_may_read_the_file(editor):
    program = "path.write_text(f'{path.stat().st_mode & 0o777:o} {path.parent.stat().st_mode & 0o777:o}')"
    umask = os.umask(0)
    try:
        assert edit("", (), editor(program)) == "600 700"
    finally:
        os.umask(umask)


def test_visual_goes_before_editor(editor):
    environ = editor("path.write_text('visual')", "VISUAL")
    assert edit("", (), {**environ, "EDITOR": "no-such-editor"}) == "visual"


def test_one_that_is_usually_there_is_taken_when_none_is_named(tmp_path, places):
    program = tmp_path / "nano"
    program.write_text('#!/bin/sh\nprintf "by nano" > "$1"\n')
    program.chmod(0o700)
    assert edit("", (), {"PATH": str(tmp_path), "EDITOR": " "}) == "by nano"


@pytest.mark.parametrize(("named", "given"), [("code", "--wait"), ("code --new-window --wait", "--new-window --wait")])
def test_an_editor_that_would_return_at_once_is_told_to_wait(tmp_path, places, named, given):
    program = tmp_path / "code"
    program.write_text('#!/bin/sh\nfor last; do :; done\nprintf "%s " "$@" > "$last"\n')
    program.chmod(0o700)
    assert edit("", (), {"PATH": f"{tmp_path}:/bin", "VISUAL": named}).startswith(f"{given} /")


@pytest.mark.parametrize(
    ("environ", "message"),
    [
        ({"PATH": ""}, "there is no editor here that is known"),
        ({"EDITOR": "no-such-editor -w"}, 'there is no editor "no-such-editor", which EDITOR names'),
        ({"VISUAL": "'vi"}, 'VISUAL is "\'vi"; a quotation mark in it is never closed'),
        ({"VISUAL": "''"}, 'there is no editor "", which VISUAL names'),
    ],
    ids=["none", "not there", "a quotation mark", "an empty name"],
)
def test_an_editor_that_is_not_there_is_told(places, environ, message):
    found = edit("text", NOTES, environ)
    assert found == Problem(message, "set EDITOR to one that is there, for example: export EDITOR=nano")
    assert not list(places.iterdir())


def test_an_editor_that_cannot_be_started_is_told(tmp_path, places):
    program = tmp_path / "broken"
    program.write_bytes(b"\x7fELF, but not really")
    program.chmod(0o700)
    found = edit("text", NOTES, {"EDITOR": str(program)})
    assert isinstance(found, Problem)
    assert "cannot be started" in found.message
    assert not list(places.iterdir())


@pytest.mark.parametrize(
    ("program", "message"),
    [
        ("path.write_text('new words'); sys.exit(3)", "was ended with the exit code 3; nothing was taken"),
        ("path.write_text('new words'); os.kill(os.getpid(), 9)", "was ended by signal 9; nothing was taken"),
        ("path.write_bytes(b'new words\\nna\\xefve')", "line 2 is not UTF-8, so nothing was taken"),
        ("path.rename(path.with_name('new words'))", "there is no such file"),
        ("path.write_text('new words' * 1_000_000)", "is larger than 5,000,000 bytes"),
        ("path.rename(path.with_name('new words')); os.mkfifo(path)", "is a pipe, expected a file"),
    ],
    ids=["an error", "killed", "not UTF-8", "saved elsewhere", "too large", "a pipe beside it"],
)
def test_what_cannot_be_taken_is_kept_and_named(editor, places, program, message):
    found = edit("text", NOTES, editor(program))
    assert isinstance(found, Problem)
    assert message in found.message
    kept = kept_in(found)
    files = [kept] if kept.is_file() else list(kept.iterdir())
    assert any(b"new words" in file.name.encode() + file.read_bytes() for file in files)


@pytest.mark.parametrize(
    "program",
    [
        "sys.exit(1)",
        "path.unlink()",
        "path.unlink(); os.mkfifo(path)",
        "path.unlink(); os.mkfifo(path); sys.exit(1)",
        "path.unlink(); path.symlink_to('/dev/zero')",
        "path.with_name('.#answer.md').symlink_to('me@here.1'); sys.exit(1)",
    ],
    ids=["left with an error", "file deleted", "a pipe", "a pipe and an error", "a device", "a lock left behind"],
)
def test_nothing_stays_behind_where_nothing_was_typed(editor, places, program):
    found = edit("text", NOTES, editor(program))
    assert isinstance(found, Problem)
    assert "kept" not in (found.hint or "")
    assert not list(places.iterdir())


def test_a_place_that_cannot_be_written_is_told(editor, places):
    environ = editor("")
    places.rmdir()
    assert edit("text", NOTES, environ) == Problem(
        "there is no place for a file to edit: No such file or directory", "make room, or set TMPDIR"
    )


PROGRAM = """
import os, sys, termios
from rootcause.terminal.editor import edit
before = termios.tcgetattr(0)
try:
    print("taken:", edit("text", ("Why?",), os.environ))
    print("same terminal:", termios.tcgetattr(0) == before)
    input("next> ")
except KeyboardInterrupt as error:
    print("interrupted:", error)
"""


@pytest.fixture
def start(editor, places):
    def start(editing: str, program: str = PROGRAM) -> pexpect.spawn:
        environ = {**editor(editing), "TMPDIR": str(places)}
        return pexpect.spawn(sys.executable, ["-c", program], env=environ, encoding="utf-8", timeout=30)

    return start


def test_ctrl_c_belongs_to_the_editor_and_the_terminal_is_put_back(start):
    child = start(
        """
        import signal, termios
        settings = termios.tcgetattr(0)
        settings[3] &= ~termios.ECHO
        termios.tcsetattr(0, termios.TCSANOW, settings)
        signal.signal(signal.SIGINT, lambda *_: path.write_text("by Ctrl-C") and sys.exit())
        print("ready", flush=True)
        signal.pause()
        """
    )
    child.expect("ready")
    child.sendcontrol("c")
    child.expect("taken: by Ctrl-C")
    child.expect("same terminal: True")
    child.expect("next> ")
    child.sendcontrol("c")
    child.expect("interrupted: ")
    child.expect(pexpect.EOF)


def test_whoever_ends_the_program_meanwhile_keeps_what_the_editor_saves(start):
    child = start(
        """
        import signal
        signal.signal(signal.SIGTERM, lambda *_: path.with_name("answer.md.save").write_text("half a") and sys.exit(1))
        print("ready", flush=True)
        signal.pause()
        """
    )
    child.expect("ready")
    os.kill(child.pid, 15)
    child.expect(r"interrupted: what you typed is kept in (\S+)")
    assert (Path(child.match[1]).parent / "answer.md.save").read_text() == "half a"
    child.expect(pexpect.EOF)


IN_A_LOOP = """
import asyncio, os, signal
from rootcause.terminal.editor import edit
async def prompt():
    asyncio.get_running_loop().add_signal_handler(signal.SIGINT, print, "Ctrl-C in the prompt")
    edit("text", (), os.environ)
    os.kill(os.getpid(), signal.SIGINT) if input("again? ") else None
    for turn in range(10):
        await asyncio.sleep(0)
    print("left")
asyncio.run(prompt())
"""


@pytest.mark.parametrize(("again", "presses"), [("", 0), ("yes", 1)], ids=["in the editor only", "afterwards as well"])
def test_ctrl_c_in_the_editor_is_not_taken_for_one_in_the_prompt_below(start, again, presses):
    child = start(
        """
        import signal
        signal.signal(signal.SIGINT, lambda *_: sys.exit())
        print("ready", flush=True)
        signal.pause()
        """,
        IN_A_LOOP,
    )
    child.expect("ready")
    child.sendcontrol("c")
    child.expect("again[?] ")
    child.sendline(again)
    child.expect("left")
    assert child.before.count("Ctrl-C in the prompt") == presses
