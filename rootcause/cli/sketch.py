"""A questionnaire in a few words for people, and with every question for programs."""

from __future__ import annotations

from rootcause.cli.columns import in_columns
from rootcause.cli.output import Json
from rootcause.questionnaire.model import Question, Questionnaire


def about(questionnaire: Questionnaire) -> str:
    """What it is for, how long it takes, and its sections."""
    lines = [f"{questionnaire.title.in_language(None)} ({questionnaire.id} {questionnaire.version})"]
    for text in (questionnaire.description, questionnaire.source):
        if text is not None:
            lines += ["", text.in_language(None).strip()]
    facts = [f"{len(questionnaire.questions)} questions"]
    if questionnaire.minutes is not None:
        facts.append(f"about {questionnaire.minutes} minutes")
    facts.append(f"in {', '.join(questionnaire.languages)}")
    if questionnaire.examples:
        count = len(questionnaire.examples)
        facts.append("1 test" if count == 1 else f"{count} tests")
    sections = [[section.title.in_language(None), str(len(section.questions))] for section in questionnaire.sections]
    return "\n".join((*lines, "", ", ".join(facts), in_columns(sections, indent="  ")))


def outlined(questionnaire: Questionnaire) -> Json:
    """Everything that it asks."""
    return {
        "id": questionnaire.id,
        "version": questionnaire.version,
        "title": questionnaire.title.in_language(None),
        "minutes": questionnaire.minutes,
        "languages": list(questionnaire.languages),
        "sections": [
            {
                "id": section.id,
                "title": section.title.in_language(None),
                "part": section.part,
                "when": None if section.when is None else section.when.text,
                "questions": [_question(question) for question in section.questions],
            }
            for section in questionnaire.sections
        ],
    }


def _question(question: Question) -> Json:
    return {
        "id": question.id,
        "type": question.type,
        "ask": question.ask.in_language(None),
        "required": question.required,
        "role": question.role,
        "when": None if question.when is None else question.when.text,
        "compute": None if question.compute is None else question.compute.text,
        "choices": {choice.id: choice.label.in_language(None) for choice in question.response.choices},
        "other": question.response.other,
        "each": [_question(item) for item in question.each],
    }
