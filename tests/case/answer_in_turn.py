"""A process of its own that answers many questions of one case, opening and closing it for each five of them.

Arguments: folder of cases, id, name of the process, count. Prints the keys whose save returned, and what was refused.
"""

import json
import sys
from datetime import UTC, datetime
from pathlib import Path

from rootcause.case.changes import updated
from rootcause.case.store import CaseStore
from rootcause.errors import CaseError
from rootcause.interview.answers import Answer, AnswerKey, State


def main(root: str, id: str, name: str, count: int) -> None:
    store = CaseStore(Path(root))
    kept: list[str] = []
    refused: list[str] = []
    for first in range(0, count, 5):
        keys = [AnswerKey(f"{name}_{number}") for number in range(first, first + 5)]
        try:
            with store.open(id) as opened:
                for key in keys:
                    answers = {**opened.case.answers, key: Answer(State.ANSWERED, "x", who=name)}
                    opened.save(updated(opened.case, answers, at=key, now=datetime.now(UTC), who=name))
                    kept.append(str(key))
        except CaseError as error:
            refused += [error.message] * len(keys)
    json.dump({"kept": kept, "refused": refused}, sys.stdout)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], sys.argv[3], int(sys.argv[4]))
