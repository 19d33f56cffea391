"""What each key of the files means: the words that an editor shows. `docs/format.md` has them in its tables."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

Meanings = Mapping[str, str]

FILE: Final[Meanings] = {
    "rootcause": "The version of this format: `1`.",
    "id": "The name of the questionnaire: lower case letters, digits, `-`.",
    "version": "Three numbers such as `1.2.3`, raised when the questions change.",
    "title": "What the questionnaire is called.",
    "description": "When to use it.",
    "source": "Who wrote the method, and its title.",
    "minutes": "How long a person needs.",
    "language": "The language that counts when another lacks a text; default `en`.",
    "lists": "Choices that several questions share, by the name of each list.",
    "include": "Brings the `lists` of files beside this one.",
    "sections": "The sections in the order in which they are asked; one may be `{include: FILE, sections: [ID, ...]}`.",
    "tests": "Examples that must hold: answers, and what follows from them.",
}
SECTION: Final[Meanings] = {
    "id": "Unique among the sections: lower case letters, digits, `_`.",
    "title": "What the section is called.",
    "part": "Where the report puts the answers; default `what`.",
    "intro": "A text shown before the first question.",
    "when": "An expression; the section is asked when it is true.",
    "questions": "The questions in the order in which they are asked.",
}
PART: Final[Meanings] = {
    "what": "What happened.",
    "why": "Why it happened.",
    "different": "What is done differently from now on.",
    "prepare": "What is got ready for the next time.",
}
INCLUDED: Final[Meanings] = {
    "include": "A file in the same folder or below it, which brings its sections.",
    "sections": "Which of its sections; without it all of them.",
}
QUESTION: Final[Meanings] = {
    "id": "Unique in the file: lower case letters, digits, `_`; at most 64.",
    "ask": "The question.",
    "label": "A short name for tables and reports; without it the question itself stands there.",
    "hint": "Help for the person, an example.",
    "type": "What kind of answer it takes.",
    "required": "Default `true`; a question that is not required may be skipped without a word.",
    "quick": "`true`: among the few that must be asked; `triage --quick` asks only those.",
    "show": "The entries of the list or ladder with that role, if there is one above, stand beside the question.",
    "default": "A value offered for the answer, or `{compute: EXPRESSION}`.",
    "when": "An expression; the question is asked when it is true.",
    "check": "`{that: EXPRESSION, else: TEXT}`, or a list of them; an answer for which `that` is false is not taken.",
    "compute": "An expression that gives the value; nobody is asked.",
    "role": "What the answer means to the report.",
    "private": "`true`: left out of what is given to customers.",
    "was": "An earlier id, or a list of them; saved answers move along.",
    "max_length": "How many characters the answer may have.",
    "pattern": "A regular expression that must match the whole answer; without look-around and back-references.",
    "choices": "The options: an id for each, with its text or `{label: TEXT, hint: TEXT}`.",
    "list": "The name of one of the `lists`, instead of `choices`.",
    "other": '`true`: offers "other" and asks for its text.',
    "min": "The least that is taken: a value, or how many choices, rows or levels.",
    "max": "The most that is taken: a value, or how many choices, rows or levels.",
    "unit": "What is counted, such as `people`.",
    "labels": "What the steps of the scale mean, such as `{1: poor, 5: good}`.",
    "currency": "The currency that is meant when none is given, such as `EUR`.",
    "each": "The questions of a row (list) or a rung (ladder).",
    "next": "The question for each level below the first.",
    "stop_when": "An expression; when it is true for a rung, the ladder goes no deeper.",
}
TYPE: Final[Meanings] = {
    "text": "One line.",
    "paragraph": "A text with line breaks.",
    "yesno": "Yes or no.",
    "choice": "One of several options.",
    "choices": "Any number of several options.",
    "integer": "A whole number.",
    "number": "A number such as 12.5.",
    "scale": "A step from `min` (default 1) to `max` (default 5).",
    "date": "A day.",
    "datetime": "A day and a time.",
    "duration": "A length of time, such as 2 h 15 min.",
    "money": "A sum, with or without its currency.",
    "email": "A mail address.",
    "url": "The address of a page.",
    "person": "A name or a role.",
    "list": "Rows, each with the questions of `each`.",
    "ladder": "Why, and why again: causes below causes, each with the questions of `each`.",
}
CHECK: Final[Meanings] = {
    "that": "An expression; an answer for which it is false is not taken.",
    "else": "What to say then.",
}
CHOICE: Final[Meanings] = {"label": "The text of the option.", "hint": "Help for whoever chooses."}
ROLE: Final[Meanings] = {
    "problem": "The problem in plain words; the summary.",
    "finding": "The title of the report, written as a finding.",
    "product": "The product or service that it is about; trends count by it.",
    "part": "The part of it that the problem lies in.",
    "story": "How it was told, inside and in public.",
    "impact": "Who was hurt, how much.",
    "opportunity": "Where the opportunity lies.",
    "surface_issue": "What it looked like.",
    "underlying_issue": "What it is.",
    "timeline": "A list with `at`, `what`, `source`.",
    "started": "The time when it began.",
    "detected": "The time when it was noticed.",
    "contained": "The time when it did no more harm.",
    "resolved": "The time when it was over.",
    "detection": "How it was noticed.",
    "escape": "Why it was not caught earlier.",
    "causes": "A ladder with `because`, `proof`, `evidence`, `kind`, `fixable`, `escaped`: the tree of causes.",
    "cause_kinds": "The kinds of cause.",
    "options": "A list with `what`, `kind`, `steps`, `size`, costs and effects: options compared, break-even.",
    "decision": "What was decided.",
    "decision_reason": "Why that was decided.",
    "contingency": "What is done when it does not work.",
    "interim_fix": "The temporary fix.",
    "interim_fix_end": "The day the temporary fix must be gone.",
    "actions": "A list with `what`, `owner`, `due`, `strength`, `kind`, `cause`, `done_when`, `status`.",
    "recovery": "What was done for the customer.",
    "follow_up": "Whether they are satisfied; when that is asked.",
    "trust_before": "Trust before the problem.",
    "trust_problem": "Trust after the problem.",
    "trust_after": "Trust after the recovery.",
    "reach_unhappy": "How many customers are unhappy; gives the reach of word of mouth.",
    "reach_happy": "How many customers are happy; gives the reach of word of mouth.",
    "went_well": "What went well.",
    "went_badly": "What went badly.",
    "lucky": "Where we were lucky.",
    "lessons": "What was learned.",
    "other_problems": "Other problems found on the way.",
    "customer": "Who the customer is. In a report for customers, `the customer` stands in the place of those names.",
}
TEST: Final[Meanings] = {
    "name": "A sentence that says what holds.",
    "answers": "Question to answer, as in an answers file.",
    "today": "The date that `today` gives; default 2026-01-01.",
    "shown": "Questions that are asked.",
    "hidden": "Questions that are not asked.",
    "computed": "Computed question to value.",
    "refused": "Questions whose given answer is not taken.",
}
ANSWERS: Final[Meanings] = {
    "questionnaire": "Which questions: the name of a questionnaire, or its file.",
    "title": "What the case is called.",
    "by": "Who answers.",
    "timezone": "Where times lie that do not say it, such as `Europe/Berlin`.",
    "language": "The language of the report, such as `en`.",
    "answers": "Question to answer.",
}
ENTRY: Final[Meanings] = {
    "value": "The answer itself.",
    "state": "What became of the question; without it `answered`.",
    "sure": "How sure you are of it.",
    "note": "What there is to say about it.",
    "evidence": "Files, links or names that prove it.",
    "to": "Whom to ask, when it is `deferred`.",
    "by": "The day until which they are asked to answer.",
}
SURE: Final[Meanings] = {
    "fact": "It was seen or measured.",
    "reported": "Somebody said so.",
    "assumption": "We take it to be so.",
}
STATE: Final[Meanings] = {
    "answered": "There is a value.",
    "unknown": "Nobody knows.",
    "skipped": "It was passed over.",
    "deferred": "Somebody else is asked: `to` whom, `by` when.",
}
CASE: Final[Meanings] = {
    "rootcause_case": "The version of this format: 1.",
    "id": "The name of the folder.",
    "title": "What the case is called.",
    "questionnaire": "What was asked.",
    "begun": "When it was begun.",
    "by": "Who began it.",
    "timezone": "Where times lie that do not say it.",
    "language": "The language of the report.",
    "at": "The question asked next.",
    "answers": "Answers by key: `summary`, `actions` (its rows), `actions[3].owner`, `whys[1.2].because`.",
    "remarks": "By key what was said about a question that has no answer yet.",
    "set_aside": "Answers that fit no question any more, with the reason.",
    "waivers": "Findings of `rootcause check` that somebody let stand, and why.",
    "links": "Earlier cases of which this one is the same again.",
    "history": "What happened, in order.",
}
CASE_QUESTIONNAIRE: Final[Meanings] = {
    "id": "Its id.",
    "version": "Its version.",
    "digest": "The SHA-256 of its files.",
    "path": "Its file, when it was given as one.",
}
CASE_ANSWER: Final[Meanings] = {
    **ENTRY,
    "type": "What the value is, where JSON alone does not tell.",
    "who": "Who answered.",
    "when": "When it was answered.",
}
CASE_EVENT: Final[Meanings] = {
    "when": "When it happened.",
    "who": "Who did it.",
    "what": "What happened.",
    "key": "The question.",
    "note": "What there is to say about it.",
    "until": "The day to which it was put off.",
    "on": "The day on which it got done, where that was not the day of `when`.",
    "moved": "Whether the measure moved.",
    "before": "The answer that was replaced.",
    "remark": "The remark that was replaced.",
}
CASE_SET_ASIDE: Final[Meanings] = {
    "key": "The question it answered.",
    "reason": "Why it fits no more.",
    "answer": "The answer.",
}
CASE_WAIVER: Final[Meanings] = {
    "check": "The check by its name.",
    "reason": "Why the finding may stand.",
    "key": "The answer that it concerns; without it the analysis as a whole.",
    "about": "What that answer says; another answer is checked again.",
    "who": "Who let it stand.",
    "when": "When that was.",
}
CASE_LINK: Final[Meanings] = {
    "case": "The name of the folder of the earlier case.",
    "reason": "What makes it the same.",
    "who": "Who said so.",
    "when": "When that was.",
}
CONFIG: Final[Meanings] = {
    "cases": "The folder of cases.",
    "lint": "What `rootcause lint` looks at, and how.",
    "report": "How reports look.",
}
REPORT: Final[Meanings] = {"theme": "The theme file, from the folder of this file."}
LINT: Final[Meanings] = {
    "include": "Patterns of the files that are looked at when a folder is.",
    "exclude": "Patterns of files that are not looked at.",
    "select": 'Which rules: names, codes, their beginnings, families, "default", "all".',
    "extend-select": "These rules too.",
    "ignore": "Not these rules.",
    "severity": "How much a rule matters here, by its name.",
    "fail-on": "The exit code is 1 from here on; default error.",
    "baseline": "A file that lists the findings of the day it was written; they do not count.",
    "require-reason": "Whether a comment that silences a rule must say why.",
    "per-file-ignores": "Rules left out in the files that a pattern names.",
    "rules": "Options of rules, by the name of the rule.",
}
THEME: Final[Meanings] = {
    "name": "The organisation, for the foot of reports.",
    "logo": "A picture that is put into reports.",
    "colours": "The colours on each ground.",
    "words": "Headings in words of your own.",
}
THEME_LOGO: Final[Meanings] = {
    "file": "PNG, JPEG, WebP or SVG, from the folder of this file.",
    "text": "What it says to those who do not see it.",
}
THEME_PALETTES: Final[Meanings] = {
    "light": "On light screens and in PDF.",
    "dark": "On dark screens.",
    "print": "Where a browser prints.",
}
THEME_COLOURS: Final[Meanings] = {
    "ink": "Text.",
    "muted": "Text of less weight: notes, axes.",
    "paper": "The ground.",
    "surface": "The ground of boxes and of the heads of tables.",
    "line": "Lines, borders, arrows.",
    "accent": "Links, and what the eye should find.",
    "second": "The second thing in a picture, beside the accent.",
}
