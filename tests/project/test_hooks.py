"""The pre-commit hooks and the GitHub action start the linter as it wants to be started."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parents[2]
HOOKS = {hook["id"]: hook for hook in yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))}
ACTION: dict[str, Any] = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
STEPS = {step["name"]: step for step in ACTION["runs"]["steps"]}
LINT = STEPS["Check the questionnaires"]
GOOD = (ROOT / "rootcause" / "scaffold" / "minimal.yaml").read_text(encoding="utf-8")
BAD = GOOD.replace("when: result !=", "when: resutl !=")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "questionnaires").mkdir()
    (tmp_path / "questionnaires" / "good.yaml").write_text(GOOD)
    return tmp_path


def run_hook(id: str, folder: Path, *files: str) -> subprocess.CompletedProcess[str]:
    program, *arguments = HOOKS[id]["entry"].split()
    assert program == "rootcause"
    command = [sys.executable, "-m", program, *arguments, *files]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False, timeout=60)


@pytest.mark.parametrize("id", HOOKS)
def test_a_hook_is_content_with_a_good_questionnaire(id: str, folder: Path):
    assert run_hook(id, folder, "questionnaires/good.yaml").returncode == 0


@pytest.mark.parametrize("id", HOOKS)
def test_a_hook_leaves_out_what_the_settings_exclude(id: str, folder: Path):
    (folder / "questionnaires" / "bad.yaml").write_text(BAD)
    assert run_hook(id, folder, "questionnaires/bad.yaml").returncode == 1
    (folder / "rootcause.toml").write_text('[lint]\nexclude = ["questionnaires/bad.yaml"]\n')
    files = ("questionnaires/good.yaml", "questionnaires/bad.yaml")
    assert run_hook(id, folder, *files).returncode == 0


def run_action(folder: Path, **inputs: str) -> tuple[subprocess.CompletedProcess[str], str]:
    """The step of the action that checks, as a runner starts it."""
    given = {name: inputs.get(name, about["default"]) for name, about in ACTION["inputs"].items()}
    environment = {
        name: given[value.removeprefix("${{ inputs.").removesuffix(" }}")] for name, value in LINT["env"].items()
    }
    outputs = folder / "outputs"
    outputs.write_text("")
    here = {"PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}", "GITHUB_OUTPUT": str(outputs)}
    command = ["bash", "--noprofile", "--norc", "-e", "-o", "pipefail", "-c", LINT["run"]]
    done = subprocess.run(
        command,
        cwd=folder,
        env={**os.environ, **environment, **here},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    return done, outputs.read_text()


def test_the_action_writes_annotations_and_fails(folder: Path):
    assert run_action(folder)[0].returncode == 0
    (folder / "questionnaires" / "bad.yaml").write_text(BAD)
    done, outputs = run_action(folder)
    assert done.returncode == 1
    assert "::error title=rootcause (RCE005),file=questionnaires/bad.yaml,line=" in done.stdout
    assert outputs == "sarif=\n"


def test_the_action_takes_paths_options_and_a_file_for_sarif(folder: Path):
    (folder / "questionnaires" / "bad.yaml").write_text(BAD)
    inputs = {"paths": "questionnaires/good.yaml questionnaires/bad.yaml", "arguments": "--exit-zero --no-cache"}
    done, outputs = run_action(folder, sarif="a file.sarif", **inputs)
    assert done.returncode == 0
    assert "rror" not in done.stderr.replace("other rules wait", "")
    assert outputs == "sarif=a file.sarif\n"
    assert '"RCE005"' in (folder / "a file.sarif").read_text()


def test_no_input_is_pasted_into_a_script():
    for step in STEPS.values():
        assert "${{" not in step.get("run", "")
