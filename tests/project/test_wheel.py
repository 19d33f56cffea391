"""What is installed is what is in the checkout: the questionnaires reach the wheel without a copy in the tree."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from rootcause.questionnaire.catalog import Catalog

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    build = ["-m", "pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation", "--no-index", "-w", str(folder)]
    subprocess.run([sys.executable, *build, str(ROOT)], check=True, capture_output=True, cwd=folder)
    (built,) = folder.glob("*.whl")
    return built


def test_the_tree_holds_no_second_copy() -> None:
    assert not (ROOT / "rootcause" / "bundled").exists()


def test_every_file_of_the_questionnaires_is_in_the_wheel(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    folder = ROOT / "questionnaires"
    for path in folder.rglob("*.yaml"):
        assert f"rootcause/bundled/{path.relative_to(folder).as_posix()}" in names
    assert "rootcause/py.typed" in names
    assert not any(name.startswith(("tests/", "examples/", "docs/")) for name in names)


def test_an_installation_lists_and_loads_the_same_questionnaires(wheel: Path, tmp_path: Path) -> None:
    site = tmp_path / "site"
    install = ["-m", "pip", "install", "--quiet", "--no-deps", "--no-index", "--target", str(site), str(wheel)]
    subprocess.run([sys.executable, *install], check=True, capture_output=True)
    environment = os.environ | {"PYTHONPATH": str(site), "HOME": str(tmp_path), "XDG_DATA_HOME": str(tmp_path)}
    ran = subprocess.run(
        [sys.executable, "-m", "rootcause", "questionnaires", "--json"],
        cwd=tmp_path,
        env=environment,
        check=True,
        capture_output=True,
        text=True,
    )
    listed = json.loads(ran.stdout)
    assert all(Path(one["path"]).is_relative_to(site) and "problems" not in one for one in listed)
    here = Catalog((("bundled", ROOT / "questionnaires"),))
    assert [one["name"] for one in listed] == [entry.name for entry in here.entries()]
