"""A process that saves one answer for each line on its input, and says what became of it: `kept` or `refused WORDS`.

Arguments: `ours` or `naive`, the folder of cases, the id.
"""

import os
import sys
from pathlib import Path

from savers import a_saver, with_answer

from rootcause.errors import CaseError


def main(kind: str, root: str, id: str) -> None:
    case, save = a_saver(kind, Path(root), id)
    os.write(1, b"ready\n")
    while os.read(0, 1):
        answered = with_answer(case, len(case.answers))
        try:
            save(answered)
        except (CaseError, OSError) as error:
            os.write(1, f"refused {error}\n".encode())
        else:
            case = answered
            os.write(1, b"kept\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
