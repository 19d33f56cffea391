from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from rootcause import __version__


def test_the_version_is_told(run):
    ran = run("--version")
    assert (ran.code, ran.out) == (0, f"rootcause {__version__}\n")


@pytest.mark.parametrize("arguments", [(), ("--help",), ("-h",)], ids=["nothing", "--help", "-h"])
def test_help_lists_the_commands_under_their_headings(run, arguments):
    ran = run(*arguments)
    assert ran.code == 0
    assert "Interview:\n  triage  Work through a problem" in ran.out
    assert "Upkeep:\n  doctor" in ran.out


@pytest.mark.parametrize(
    ("arguments", "error", "hint"),
    [
        (("triag",), "No such command 'triag'. Did you mean 'triage'?", "see `rootcause --help`"),
        (("--bersion",), "No such option: --bersion", "see `rootcause --help`"),
        (("triage", "--answer"), "No such option: --answer", "see `rootcause triage --help`"),
        (("show",), "Missing argument 'CASE'.", "see `rootcause show --help`"),
        (
            ("report", "x", "-f", "odt"),
            "'-f' / '--format': 'odt' is not one of 'md', 'html', 'pdf', 'docx', 'json'",
            "see `rootcause report --help`",
        ),
    ],
    ids=["command", "option of the root", "option of a command", "argument", "choice"],
)
def test_wrong_use_is_explained_in_two_lines(run, arguments, error, hint):
    ran = run(*arguments)
    first, second = ran.err.splitlines()
    assert ran.code == 2
    assert first.startswith("error: ")
    assert error in first
    assert second == f"hint: {hint}"


def test_what_is_echoed_cannot_act_on_the_terminal(run):
    ran = run("show", "tri\x1b[31mage\u202e")
    assert ran.code == 2
    assert 'no case "tri\\u{1b}[31mage\\u{202e}"' in ran.err
    assert not {"\x1b", "\u202e"} & set(ran.err)


_BROKEN_COMMAND = """
import sys, types
module = types.ModuleType("rootcause.cli.commands.doctor")
def doctor():
    raise ZeroDivisionError("secret detail")
module.doctor = doctor
sys.modules["rootcause.cli.commands.doctor"] = module
from rootcause.cli.app import run
sys.exit(run(["doctor"]))
"""


def test_a_bug_of_ours_is_a_short_message_and_a_log(environment, folder, tmp_path):
    done = subprocess.run(
        [sys.executable, "-c", _BROKEN_COMMAND],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    error, hint = done.stderr.splitlines()
    log = Path(hint.rpartition(" ")[2])
    assert done.returncode == 3
    assert "(ZeroDivisionError)" in error
    assert "secret detail" not in done.stderr
    assert log.is_relative_to(tmp_path / "home")
    assert log.stat().st_mode & 0o777 == 0o600
    assert "ZeroDivisionError: secret detail" in log.read_text()


def test_a_reader_who_goes_away_is_no_error(environment, folder):
    command = f"'{sys.executable}' -m rootcause questionnaires what-why-different --tree | head -c 1"
    done = subprocess.run(
        ["sh", "-c", command], cwd=folder, env=environment, capture_output=True, text=True, check=False
    )
    assert done.stderr == ""


def test_output_that_cannot_be_written_is_told(environment, folder):
    command = f"'{sys.executable}' -m rootcause questionnaires > /dev/full"
    done = subprocess.run(
        ["sh", "-c", command], cwd=folder, env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 2
    assert done.stderr.startswith("error: could not write to standard output: the disk is full\n")


def test_a_screen_that_lacks_a_character_gets_its_number(run):
    ran = run("cases", "--cases", "dossiers \u00e9t\u00e9 \u2603", PYTHONIOENCODING="ascii", PYTHONUTF8="0")
    assert ran.code == 2
    assert "there is no folder " in ran.err
    assert "\\u2603" in ran.err


@pytest.mark.parametrize("closed", ["<&-", "2>&-"], ids=["input", "messages"])
def test_streams_that_are_closed_harm_nothing(environment, folder, closed):
    command = f"'{sys.executable}' -m rootcause triage -a answers.yaml -o - {closed}"
    done = subprocess.run(
        ["sh", "-c", command], cwd=folder, env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0
    assert ("Finished" in done.stderr) is (closed != "2>&-")
    assert "Finished" not in done.stdout
    assert done.stdout


@pytest.mark.parametrize("format", ["md", "html", "pdf", "docx", "json"])
def test_a_report_that_has_nowhere_to_go_is_told(environment, folder, format):
    command = f"'{sys.executable}' -m rootcause triage -a answers.yaml && '{sys.executable}' -m rootcause report 4711"
    done = subprocess.run(
        ["sh", "-c", f"{command} -f {format} -o - >&-"],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 2
    assert "error: could not write to standard output: it is closed\nhint: " in done.stderr


def test_help_that_cannot_be_written_is_told(environment, folder):
    command = f"'{sys.executable}' -m rootcause --help > /dev/full"
    done = subprocess.run(
        ["sh", "-c", command], cwd=folder, env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 2
    assert done.stderr.startswith("error: could not write to standard output: the disk is full\nhint: ")


@pytest.mark.parametrize("arguments", ["cases", "questionnaires", "doctor", "triage --set a=b"])
def test_a_folder_that_is_gone_is_told(environment, folder, arguments):
    command = f"mkdir gone && cd gone && rmdir ../gone && '{sys.executable}' -m rootcause {arguments}"
    done = subprocess.run(
        ["sh", "-c", command], cwd=folder, env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 2
    assert "error: the folder that you are in cannot be found" in done.stderr
    assert "hint: go to another one" in done.stderr


def test_an_interruption_while_the_program_is_loaded_is_no_crash(environment, folder):
    script = (
        "import sys\n"
        "class Interrupting:\n"
        "    def find_spec(self, name, *_):\n"
        "        if name == 'rootcause.cli.app':\n"
        "            raise KeyboardInterrupt\n"
        "sys.meta_path.insert(0, Interrupting())\n"
        "from rootcause.__main__ import main\n"
        "sys.exit(main())\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=folder, env=environment, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (130, "")
