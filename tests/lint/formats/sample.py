"""What a run might have come to: one finding of each kind, and words that would like to be more than words."""

from __future__ import annotations

from msgspec.structs import replace

from rootcause.lint.documentation import Page
from rootcause.lint.finding import Finding, Suppression, in_order
from rootcause.lint.formats.outcome import Outcome
from rootcause.lint.linter import finding
from rootcause.lint.rule import Found, Rule
from rootcause.source.diagnostic import Edit, Fix, Label, Severity
from rootcause.source.text import SourceText

TWICE = Rule("RCY001", "said-twice", Severity.ERROR)
LONG = Rule("RCW002", "too-long", Severity.WARNING)
NOTE = Rule("RCM003", "worth-knowing", Severity.INFO, on=False)
PAGES = (
    Page(TWICE, "A key stands twice.", "One of the two would be lost.", ("a: 1\na: 2\n",), ("a: 1\n",)),
    Page(LONG, "A text is long.", "Nobody reads it to its end.", ("a: b c d\n",), ("a: b\n",)),
    Page(NOTE, "A thing to know.", "", (), ()),
)

OUTAGE = SourceText(
    "plans/outage über.yaml",
    "id: outage\ngröße: 🙂 severty\nid: outage\nask: |\n  What happened\n  and why?\nnote: {a: 1, b: 2}\n",
)
SHARED = SourceText("plans/shared/parts.yaml", "severity: high\nlists: {}\n")
HOSTILE = SourceText(
    "::error::a,b%.yaml",
    "ask: '##[add-mask]x'\nhint: \"\\n::error::x\"\n",
)
WORDS = 'the value is "a\n::error file=x::100%25, <b>&amp; ]]>\x1b[31m \u202e##[stop-commands]\ud800"'


def found(
    rule: Rule,
    source: SourceText,
    marked: str,
    message: str,
    help: str | None = None,
    *,
    labels: tuple[Label, ...] = (),
    fix: Fix | None = None,
    nth: int = 0,
    subject: str = "",
) -> Finding:
    """A finding at the `nth` place where these characters stand."""
    start = -1
    for _ in range(nth + 1):
        start = source.text.index(marked, start + 1)
    span = source.span(start, start + len(marked))
    return finding(rule, Found(source, span, message, help, labels, fix, subject))


def one_of_each() -> tuple[Finding, ...]:
    """Errors, warnings, infos, with mends, with further places, and silenced."""
    unknown = OUTAGE.span(OUTAGE.text.index("severty"), OUTAGE.text.index("severty") + len("severty"))
    first = Label(OUTAGE.span(0, 2), "it stands here first")
    elsewhere = Label(SHARED.span(0, 8), "this one is near", SHARED)
    note = OUTAGE.text.index("b: 2")
    findings = [
        found(
            LONG,
            OUTAGE,
            "severty",
            'there is no "severty"',
            'did you mean "severity"?',
            labels=(elsewhere,),
            fix=Fix((Edit(unknown, "severity"),), safe=False),
            subject="outage.size",
        ),
        found(TWICE, OUTAGE, "id", 'the key "id" stands twice', labels=(first,), nth=1),
        found(LONG, OUTAGE, "|\n  What happened\n  and why?", "two lines are too many", subject="ask"),
        found(NOTE, OUTAGE, "{a: 1, b: 2}", "brackets are fine", fix=Fix((Edit(OUTAGE.span(note, note), "c: 3, "),))),
        replace(found(TWICE, OUTAGE, "a: 1", "known for long"), suppression=Suppression("baseline")),
        replace(found(LONG, OUTAGE, "note", "a short key"), suppression=Suppression("inline", "as the norm has it")),
        found(TWICE, SHARED, "severity", "said elsewhere"),
    ]
    return tuple(sorted(findings, key=in_order))


def hostile() -> tuple[Finding, ...]:
    """Findings in a file whose name, lines and values want to be commands."""
    return (
        found(TWICE, HOSTILE, "'##[add-mask]x'", WORDS, WORDS, labels=(Label(HOSTILE.span(0, 3), WORDS),)),
        found(LONG, HOSTILE, "hint", WORDS, subject=WORDS),
        replace(found(NOTE, HOSTILE, "::error::x", WORDS), suppression=Suppression("inline", WORDS)),
    )


def outcome(*findings: Finding, files: tuple[str, ...] = ()) -> Outcome:
    """What came of a run with these findings, in a folder `app` of the project."""
    paths = tuple(sorted({*files, *(finding.path for finding in findings)}))
    address = "https://example.org/rules.md"
    return Outcome(findings, paths, "1.2.3", at=in_app, documentation=address, pages=lambda: PAGES)


def in_app(path: str) -> str:
    """The path from the root of the project."""
    return f"app/{path}"
