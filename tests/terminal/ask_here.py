"""Ask a questionnaire in the terminal this runs in; keep what was answered, and how it ended, in files.

Arguments: the questionnaire, the file for the answers (JSON, after each move), the file for errors and the ending.
"""

import json
import os
import sys
from datetime import UTC, datetime
from pathlib import Path

from rootcause.interview.conduct import conduct
from rootcause.interview.interview import Interview
from rootcause.questionnaire.loader import load_questionnaire
from rootcause.source.text import SourceText
from rootcause.terminal.choose import interviewer

questionnaire, answers, ending = map(Path, sys.argv[1:])
log = ending.open("w", encoding="utf-8", buffering=1)
os.dup2(log.fileno(), 2)  # a traceback must not get lost with the terminal


def save(interview: Interview) -> None:
    kept = {str(key): str(answer.value or answer.state) for key, answer in interview.answers.items()}
    answers.write_text(json.dumps(kept), encoding="utf-8")


loaded = load_questionnaire(SourceText.read(questionnaire))
assert loaded.questionnaire is not None, loaded.diagnostics
begun = Interview.begin(loaded.questionnaire, clock=lambda: datetime(2026, 1, 31, 9, tzinfo=UTC), zone=UTC)
ended = conduct(begun, interviewer(os.environ, False, sys.stdin, sys.stdout), save)
log.write("finished\n" if ended.finished else "left\n")
try:
    print("- ended -", flush=True)
    sys.stdin.readline()  # so that a test can look at the terminal before it is gone
except OSError:
    os._exit(0)  # nobody is there any more
