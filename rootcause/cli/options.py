"""Options that several commands have in common."""

from __future__ import annotations

from typing import Annotated

import typer

from rootcause.interview.selection import Selection

CasesFolder = Annotated[
    str | None,
    typer.Option("--cases", metavar="DIR", help="The folder of cases; default: $ROOTCAUSE_CASES, else ./cases."),
]
QuestionnaireName = Annotated[
    str | None,
    typer.Option("-Q", "--questionnaire", metavar="NAME|FILE", help="Which questions; see `rootcause questionnaires`."),
]
AnswersFiles = Annotated[
    list[str] | None,
    typer.Option("-a", "--answers", metavar="FILE", help="Take answers from a file, - for stdin; may be repeated."),
]
Settings = Annotated[
    list[str] | None,
    typer.Option("--set", metavar="ID=VALUE", help="Answer one question; goes before what files say; may be repeated."),
]
By = Annotated[str | None, typer.Option("--by", metavar="NAME", help="Who answers; kept with every answer.")]
Editor = Annotated[
    bool, typer.Option("--editor", help="Write all answers as one file, in $VISUAL or $EDITOR, instead of being asked.")
]
NoInput = Annotated[bool, typer.Option("--no-input", help="Ask nothing, even in a terminal.")]
Quick = Annotated[bool, typer.Option("--quick", help="Ask only what must be asked; the report names the rest.")]
Only = Annotated[
    Selection | None,
    typer.Option("--only", help="Ask only these; unanswered: also what was skipped or not known."),
]
Accessible = Annotated[
    bool, typer.Option("--accessible", help="Plain questions without redrawing, for screen readers; or $ACCESSIBLE.")
]
Verbose = Annotated[bool, typer.Option("--verbose", help="Say of each answer that it is saved.")]
Output = Annotated[
    str | None,
    typer.Option(
        "-o", "--output", metavar="FILE", help="Where to write the report; its ending tells the format, - is stdout."
    ),
]
Force = Annotated[bool, typer.Option("--force", help="Replace the file at -o if there is one.")]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON for other programs.")]
CaseName = Annotated[str, typer.Argument(metavar="CASE", help="A case: its name, a part of it, or its folder.")]
