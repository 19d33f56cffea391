"""The zone of the machine is kept with a case, so that its times are the same for a reader elsewhere."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from zoneinfo import TZPATH

import pytest

from rootcause.cli.zones import zone_of_machine
from tests.cli.conftest import Run

NOWHERE = Path("/nowhere/at/all")


@pytest.mark.parametrize(
    ("environ", "name"),
    [
        pytest.param({"TZ": "Asia/Tokyo"}, "Asia/Tokyo", id="by name"),
        pytest.param({"TZ": ":Europe/Paris"}, "Europe/Paris", id="by name, with a colon"),
        pytest.param({"TZ": ""}, "UTC", id="empty, which is UTC"),
        pytest.param({"TZ": "CET-1CEST"}, None, id="a rule"),
        pytest.param({"TZ": "/etc/localtime"}, None, id="a file"),
        pytest.param({"TZ": "../../etc/passwd"}, None, id="outside the zones"),
        pytest.param({}, None, id="nothing known"),
    ],
)
def test_a_zone_has_a_name_or_none(environ: Mapping[str, str], name: str | None):
    assert zone_of_machine(environ, NOWHERE) == name


def test_without_a_setting_the_link_to_a_zone_names_it(tmp_path: Path):
    zones = next(Path(path) for path in TZPATH if (Path(path) / "Europe" / "Paris").exists())
    link = tmp_path / "localtime"
    link.symlink_to(zones / "Europe" / "Paris")
    assert zone_of_machine({}, link) == "Europe/Paris"


def test_a_copy_of_a_zone_has_no_name(tmp_path: Path):
    (tmp_path / "localtime").write_bytes(b"TZif")
    assert zone_of_machine({}, tmp_path / "localtime") is None


MOMENTS = """\
rootcause: 1
id: moments
version: 1.0.0
title: When it was
sections:
  - id: what
    part: what
    title: WHAT happened
    questions:
      - {id: began, ask: "When did it begin?", type: datetime, role: started}
"""


@pytest.mark.parametrize(
    ("zone", "kept", "codes"), [("Asia/Tokyo", "Asia/Tokyo", []), ("JST-9", None, ["no-time-zone"])]
)
def test_a_case_keeps_the_zone_of_its_machine_and_check_asks_for_one_without_a_name(
    run: Run, folder: Path, zone: str, kept: str | None, codes: list[str]
):
    (folder / "moments.yaml").write_text(MOMENTS)
    begun = run("triage", "When", "-Q", "moments.yaml", "--set", "began=2026-03-05 14:00", "--no-input", TZ=zone)
    assert begun.code == 0
    (case,) = (folder / "cases").iterdir()
    assert json.loads((case / "case.json").read_text()).get("timezone") == kept
    ran = run("check", case.name, "--select", "no-time-zone", "--format", "json", TZ="UTC")
    found = json.loads(ran.out)
    assert [one["name"] for one in found["cases"][0]["findings"]] == codes
