"""Every bundled questionnaire with a secret in each private answer, and people and customers named wherever they can be.

No format may hold any of them, in its text, its bytes, or the names of the files beside it.
"""

from __future__ import annotations

import io
import shutil
import subprocess
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from rootcause.analysis.analysis import analyse
from rootcause.analysis.private_answers import kept_back
from rootcause.analysis.record import Record
from rootcause.analysis.redaction import redact
from rootcause.interview.answers import Answer, AnswerKey, Answers, Given, Other, Rows, State
from rootcause.questionnaire.loader import beside, load_questionnaire
from rootcause.questionnaire.model import Question, Questionnaire, ResponseType
from rootcause.report.build import build_report
from rootcause.report.docx.document import render_docx
from rootcause.report.front_matter import front_matter
from rootcause.report.html.page import render_html
from rootcause.report.json_document import render_json
from rootcause.report.markdown import render_markdown
from rootcause.report.markdown_pictures import svg_files
from rootcause.report.model import Report
from rootcause.report.pdf import render_pdf
from rootcause.source.text import SourceText

BUNDLED = sorted((Path(__file__).parents[2] / "questionnaires").glob("*.yaml"))
SECRET = "zanzibar"
PERSON = "Ann Quagga"
CUSTOMER = "Family Irmgard and Joachim Falk"
MARKERS = frozenset((SECRET, "quagga", "irmgard", "joachim", "falk"))
SEEN = f"so said {PERSON}"
CUSTOMERS_SEEN = f"{SEEN}; the Falks, Mrs Falk, FALK'S son, Irmgard and joachim Falk saw it"


def value_of(question: Question, said: str) -> Given | None:
    if question.role == "customer":
        return CUSTOMER
    match question.type:
        case ResponseType.TEXT | ResponseType.PARAGRAPH | ResponseType.URL:
            return said
        case ResponseType.PERSON:
            return PERSON
        case ResponseType.EMAIL:
            return "ann.quagga@zanzibar.example"
        case ResponseType.CHOICE if question.response.other:
            return Other(said)
        case ResponseType.CHOICES if question.response.other:
            return (Other(said),)
        case ResponseType.CHOICE:
            return question.response.choices[0].id
        case ResponseType.YESNO:
            return True
        case ResponseType.INTEGER | ResponseType.SCALE:
            return 4
    return None


def answer_to(question: Question, *, is_private: bool, seen: str) -> Answer:
    said = f"it was {SECRET}" if is_private else seen
    value = value_of(question, said)
    state = State.DEFERRED if value is None else State.ANSWERED
    to = PERSON if value is None else None
    return Answer(state, value, to=to, who=PERSON, note=said, evidence=(f"/home/{SECRET}/a.log", said))


def asks_for_customer(questionnaire: Questionnaire) -> bool:
    return any(question.role == "customer" for question in questionnaire.questions.values())


def answered(questionnaire: Questionnaire) -> Answers:
    private = kept_back(questionnaire)
    seen = CUSTOMERS_SEEN if asks_for_customer(questionnaire) else SEEN
    answers: dict[AnswerKey, Answer] = {}
    for id, question in questionnaire.questions.items():
        if not question.type.repeats:
            answers[AnswerKey(id)] = answer_to(question, is_private=id in private, seen=seen)
            continue
        answers[AnswerKey(id)] = Answer(State.ANSWERED, Rows(((1,), (2,))))
        for number in (1, 2):
            for item in question.each:
                key = AnswerKey(f"{id}.{item.id}", (number,))
                answers[key] = answer_to(item, is_private=key.question in private, seen=seen)
    return answers


def questionnaire_of(path: Path) -> Questionnaire:
    questionnaire = load_questionnaire(SourceText.read(path), resolve=beside(path)).questionnaire
    assert questionnaire is not None
    return questionnaire


def record_of(path: Path) -> Record:
    questionnaire = questionnaire_of(path)
    answers = answered(questionnaire)
    title = f"What {PERSON} saw"
    return Record(title, questionnaire, answers, frozenset(answers), case=f"2026-01-31-{SECRET}")


def unpacked(document: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(document)) as packed:
        return "\n".join(f"{name}\n{packed.read(name).decode('utf-8', 'replace')}" for name in packed.namelist())


def in_files(report: Report) -> str:
    files = svg_files(report, "pictures")
    return "\n".join((render_markdown(report, "svg", folder="pictures"), *files, *files.values()))


FORMATS: Mapping[str, Callable[[Report], str]] = {
    "blocks": repr,
    "md": render_markdown,
    "md with text": lambda report: render_markdown(report, "text"),
    "md with files": in_files,
    "front matter": front_matter,
    "html": render_html,
    "docx": lambda report: unpacked(render_docx(report)),
    "json": render_json,
}


def found_in(text: str) -> set[str]:
    said = text.casefold()
    return {marker for marker in MARKERS if marker in said}


INSIDE: Mapping[str, frozenset[str]] = {
    "who it is": frozenset(("customer", "contact", "to_inform")),
    "what it costs us": frozenset(
        ("cost", "options.one_off", "options.running", "options.recurs", "options.loss_avoided")
    ),
    "judgements": frozenset(
        (
            "actions.strength",
            "comparison",
            "going_on",
            "service_client",
            "service_market",
            "heavy",
            "heavy_where",
            "heavy_change",
            "wrong_job",
            "better_job",
        )
    ),
    "told inside": frozenset(("story_inside", "other_problems", "look_into")),
    "how far they trust us": frozenset(("word_before", "word_after", "account_before", "account_after")),
}
"""What is not for customers, whichever questionnaire asks it."""


def test_what_is_for_inside_by_nature_is_marked() -> None:
    asked: dict[str, set[bool]] = {}
    for path in BUNDLED:
        questionnaire = questionnaire_of(path)
        private = kept_back(questionnaire)
        for id, question in questionnaire.questions.items():
            asked.setdefault(id, set()).add(id in private)
            for item in question.each:
                asked.setdefault(f"{id}.{item.id}", set()).add(f"{id}.{item.id}" in private)
    assert {name: {id for id in ids if asked[id] != {True}} for name, ids in INSIDE.items()} == {
        name: set() for name in INSIDE
    }


def test_whoever_is_named_as_the_customer_is_replaced_elsewhere() -> None:
    named = [
        (path.stem, id)
        for path in BUNDLED
        for id, question in questionnaire_of(path).questions.items()
        if question.role == "customer"
    ]
    assert named == [
        ("complaint-resolution", "customer"),
        ("incident-review", "to_inform"),
        ("mistake-with-a-customer", "customer"),
        ("what-why-different", "customer"),
    ]


@pytest.mark.parametrize("path", BUNDLED, ids=lambda path: path.stem)
def test_nothing_private_is_left_and_nobody_is_named_in_any_format(path: Path) -> None:
    record = record_of(path)
    assert {SECRET, "quagga"} <= found_in(render_json(build_report(analyse(record))))
    report = build_report(analyse(redact(record)[0]))
    assert {name: found for name, render in FORMATS.items() if (found := found_in(render(report)))} == {}
    one_page = build_report(analyse(redact(record)[0]), style="one-page")
    assert not found_in(render_html(one_page))


@pytest.mark.parametrize("path", BUNDLED, ids=lambda path: path.stem)
def test_the_author_is_told_of_no_word_that_still_stands(path: Path) -> None:
    record = record_of(path)
    told = {word for one in redact(record)[1] for word in one.words}
    assert not {word for word in told if found_in(word)}


@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="pdfinfo and pdftotext of Poppler are not there")
def test_nothing_private_is_left_in_a_pdf(tmp_path: Path) -> None:
    """It is made of the page that the formats above have; the short one shows what becomes of its text and title."""
    pytest.importorskip("weasyprint", reason="weasyprint is not installed; it comes with the extra pdf")
    (path,) = (path for path in BUNDLED if path.stem == "complaint-resolution")
    file = tmp_path / "report.pdf"
    file.write_bytes(render_pdf(build_report(analyse(redact(record_of(path))[0]), style="one-page")))
    told = [subprocess.run([tool, file, *rest], capture_output=True, text=True, check=True).stdout for tool, *rest in (
        ("pdftotext", "-"), ("pdfinfo",), ("pdfinfo", "-struct-text")
    )]  # fmt: skip
    assert "the customer" in told[0]
    assert not found_in("\n".join((*told, file.read_bytes().decode("latin-1"))))
