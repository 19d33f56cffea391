import json
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

from rootcause.case.model import Case, QuestionnaireRef
from rootcause.case.store import CaseStore

PROCESS = Path(__file__).with_name("answer_in_turn.py")


def test_of_eight_processes_on_one_case_every_answer_is_kept_or_refused_in_words(tmp_path: Path) -> None:
    store = CaseStore(tmp_path)
    draft = Case("", "Late", QuestionnaireRef("q", "1.0.0", "sha256:0"), datetime(2026, 1, 9, tzinfo=UTC))
    with store.create(draft) as opened:
        id = opened.case.id
    running = [
        subprocess.Popen(
            [sys.executable, str(PROCESS), str(tmp_path), id, f"process_{number}", "100"], stdout=subprocess.PIPE
        )
        for number in range(8)
    ]
    results = [json.loads(process.communicate()[0]) for process in running]
    assert [process.returncode for process in running] == [0] * 8
    kept = [key for result in results for key in result["kept"]]
    refused = [words for result in results for words in result["refused"]]
    assert len(kept) + len(refused) == 800
    assert all(words.startswith(f'another rootcause is working on the case "{id}"') for words in refused)
    case = store.read(id)
    assert sorted(map(str, case.answers)) == sorted(kept)
    assert [str(event.key) for event in case.history] == list(map(str, case.answers))
    assert sorted(entry.name for entry in (tmp_path / id).iterdir()) == [".lock", "case.json"]
