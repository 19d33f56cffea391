"""Where the answers come from: which questionnaire, who answered when, how sure they were."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from datetime import datetime

from msgspec import Struct

from rootcause.analysis.record import Record
from rootcause.interview.answers import Answer, Rows, State


class Respondent(Struct, frozen=True):
    """Somebody who answered; `name` is None when nobody said who it was."""

    name: str | None
    answers: int
    first: datetime | None
    last: datetime | None


class Provenance(Struct, frozen=True):
    """`sureness` counts the answers by how sure people were, those without a word on it under None."""

    case: str | None
    questionnaire: str
    id: str
    version: str
    digest: str
    source: str | None
    respondents: tuple[Respondent, ...]
    sureness: Mapping[str | None, int]

    @property
    def last(self) -> datetime | None:
        """When the latest answer was given, None where no answer says when."""
        return max((one.last for one in self.respondents if one.last is not None), default=None)

    @property
    def names(self) -> tuple[str, ...]:
        """Who answered, those with most answers first."""
        by_answers = sorted(self.respondents, key=lambda one: -one.answers)
        return tuple(one.name for one in by_answers if one.name)


def provenance(record: Record) -> Provenance:
    """Answers that were given count, each cell of a row for itself; what was computed or left open does not."""
    given = [one for one in record.in_order if one.state is State.ANSWERED and not isinstance(one.value, Rows)]
    by_name: dict[str | None, list[Answer]] = {}
    for answer in given:
        by_name.setdefault(answer.who, []).append(answer)
    respondents = []
    for name, theirs in by_name.items():
        times = [min(answer.when, record.not_after or answer.when) for answer in theirs if answer.when is not None]
        respondents.append(Respondent(name, len(theirs), min(times, default=None), max(times, default=None)))
    questionnaire = record.questionnaire
    return Provenance(
        record.case,
        questionnaire.title.in_language(record.language),
        questionnaire.id,
        questionnaire.version,
        questionnaire.digest,
        None if questionnaire.source is None else questionnaire.source.in_language(record.language),
        tuple(respondents),
        Counter(None if answer.sure is None else answer.sure.value for answer in given),
    )
