"""The shape of `case.json`, format version 1, checked by pydantic. Imported only when a case is read."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, SkipValidation, ValidationInfo, model_validator

from rootcause.case.model import Case, Event, Link, QuestionnaireRef, SetAside, Waiver, What
from rootcause.case.values import from_plain, read_date, read_moment
from rootcause.interview.answers import Answer, AnswerKey, Given, Remark, State, Sure
from rootcause.interview.keys import parse_key


def _key(plain: object) -> AnswerKey:
    key = parse_key(plain) if isinstance(plain, str) else None
    if key is None:
        raise ValueError('expected the key of an answer, such as "summary" or "actions[3].owner"')
    return key


def _value(plain: object, info: ValidationInfo) -> Given:
    return from_plain(info.data.get("type"), plain)


_Key = Annotated[SkipValidation[AnswerKey], BeforeValidator(_key)]
_Moment = Annotated[SkipValidation[datetime], BeforeValidator(read_moment)]
_Day = Annotated[SkipValidation[date], BeforeValidator(read_date)]
_Value = Annotated[SkipValidation[Given], BeforeValidator(_value)]


class _Record(BaseModel):
    model_config = ConfigDict(strict=True, extra="forbid", frozen=True, defer_build=True)


class AnswerRecord(_Record):
    """One answer; `type` says how `value` is to be read and so stands before it."""

    state: State = Field(strict=False)
    type: str | None = None
    value: _Value | None = None
    to: str | None = None
    by: _Day | None = None
    sure: Sure | None = Field(default=None, strict=False)
    note: str | None = None
    evidence: list[str] = Field(default_factory=list)
    who: str | None = None
    when: _Moment | None = None

    @model_validator(mode="after")
    def _has_its_value(self) -> AnswerRecord:
        if self.state is State.ANSWERED and self.value is None:
            raise ValueError('expected a "value", because the state is "answered"')
        return self

    def to_answer(self) -> Answer:
        """The answer that this records."""
        return Answer(
            state=self.state,
            value=self.value,
            to=self.to,
            by=self.by,
            who=self.who,
            when=self.when,
            sure=self.sure,
            note=self.note,
            evidence=tuple(self.evidence),
        )


class RemarkRecord(_Record):
    """What was said about a question that has no answer yet."""

    sure: Sure | None = Field(default=None, strict=False)
    note: str | None = None
    evidence: list[str] = Field(default_factory=list)

    def to_remark(self) -> Remark:
        """The remark that this records."""
        return Remark(self.note, self.sure, tuple(self.evidence))


class SetAsideRecord(_Record):
    """An answer that no longer fits the questionnaire."""

    key: _Key
    reason: str
    answer: AnswerRecord

    def to_set_aside(self) -> SetAside:
        """The answer set aside that this records."""
        return SetAside(self.key, self.answer.to_answer(), self.reason)


class WaiverRecord(_Record):
    """A finding that somebody let stand."""

    check: str
    reason: str
    key: _Key | None = None
    about: str = ""
    who: str | None = None
    when: _Moment | None = None

    def to_waiver(self) -> Waiver:
        """The waiver that this records."""
        return Waiver(self.check, self.reason, self.key, self.about, self.who, self.when)


class LinkRecord(_Record):
    """An earlier case of which this one is the same again."""

    case: str
    reason: str | None = None
    who: str | None = None
    when: _Moment | None = None

    def to_link(self) -> Link:
        """The link that this records."""
        return Link(self.case, self.reason, self.who, self.when)


class EventRecord(_Record):
    """One entry of the history."""

    when: _Moment
    who: str | None = None
    what: What = Field(strict=False)
    key: _Key | None = None
    note: str | None = None
    until: _Day | None = None
    on: _Day | None = None
    moved: bool | None = None
    before: AnswerRecord | None = None
    remark: RemarkRecord | None = None

    def to_event(self) -> Event:
        """The event that this records."""
        before = self.before.to_answer() if self.before else None
        remark = self.remark.to_remark() if self.remark else None
        return Event(
            self.when, self.who, self.what, self.key, before, self.note, remark, self.until, self.moved, self.on
        )


class QuestionnaireRecord(_Record):
    """Which questionnaire was answered."""

    id: str
    version: str
    digest: str
    path: str | None = None


class CaseRecord(_Record):
    """The whole file."""

    rootcause_case: Literal[1]
    id: str  # for people; the store goes by the name of the folder, so a file cannot lead it elsewhere
    title: str
    questionnaire: QuestionnaireRecord
    begun: _Moment
    by: str | None = None
    timezone: str | None = None
    language: str | None = None
    at: _Key | None = None
    answers: dict[_Key, AnswerRecord]
    remarks: dict[_Key, RemarkRecord] = Field(default_factory=dict)
    set_aside: list[SetAsideRecord]
    waivers: list[WaiverRecord] = Field(default_factory=list)
    links: list[LinkRecord] = Field(default_factory=list)
    history: list[EventRecord]

    def to_case(self) -> Case:
        """The case that this records."""
        named = self.questionnaire
        return Case(
            id=self.id,
            title=self.title,
            questionnaire=QuestionnaireRef(named.id, named.version, named.digest, named.path),
            begun=self.begun,
            by=self.by,
            timezone=self.timezone,
            language=self.language,
            answers={key: answer.to_answer() for key, answer in self.answers.items()},
            remarks={key: remark.to_remark() for key, remark in self.remarks.items()},
            at=self.at,
            set_aside=tuple(aside.to_set_aside() for aside in self.set_aside),
            history=tuple(event.to_event() for event in self.history),
            waivers=tuple(waiver.to_waiver() for waiver in self.waivers),
            links=tuple(link.to_link() for link in self.links),
        )
