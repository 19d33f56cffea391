"""The command `schema`."""

from typing import Annotated

import typer


def schema(
    kind: Annotated[
        str | None, typer.Argument(metavar="KIND", help="questionnaire, included, answers, case or config.")
    ] = None,
    answers_to: Annotated[
        str | None, typer.Option("--for", metavar="NAME|FILE", help="With answers: to this questionnaire.")
    ] = None,
    output: Annotated[
        str | None, typer.Option("-o", "--output", metavar="FILE", help="Write it there instead of printing it.")
    ] = None,
) -> None:
    """Print the JSON Schema of a kind of file, for editors and other programs.

    With it an editor completes keys, says what they mean and marks what is wrong; docs/editors.md says how. Without
    KIND the kinds are listed.

    Example:
      rootcause schema questionnaire -o questionnaires/.schema.json
      rootcause schema answers --for incident-review
    """
    from rootcause.cli.columns import in_columns
    from rootcause.cli.output import write_data, write_document
    from rootcause.cli.schemas import as_file, refuse_others
    from rootcause.schema import KINDS

    if kind is None and answers_to is None:
        write_data(in_columns(list(KINDS.items())))
    else:
        text = as_file(kind or "answers", answers_to)
        refuse_others(output)
        write_document(text, output or "-")
