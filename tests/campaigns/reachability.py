"""Compare proofs of reachability with trying every answer, on questionnaires drawn at random.

    python tests/campaigns/reachability.py --questionnaires 3000 --seed 1

Each question of each questionnaire is proven to be shown by the fewest answers, which the engine then takes, or proven
never to be shown; trying every answer in the engine must say the same. Exit code 0: they agree everywhere.
"""

from __future__ import annotations

import argparse
import random
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from tests.lint.reachability.comparing import Counts, disagreements
from tests.lint.reachability.generating import generated, questionnaire_of


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--questionnaires", type=int, default=3000)
    parser.add_argument("--seed", type=int, default=1)
    wanted = parser.parse_args()
    counts, wrong = Counts(), 0
    for number in range(wanted.questionnaires):
        text = generated(random.Random(f"{wanted.seed}/{number}"))
        found = disagreements(questionnaire_of(text), counts)
        if found:
            wrong += 1
            if wrong <= 3:
                print(f"questionnaire {number}\n{text}\n" + "\n".join(found))
    print(f"{counts}; {wrong} questionnaires with disagreements")
    return int(wrong > 0)


if __name__ == "__main__":
    sys.exit(main())
