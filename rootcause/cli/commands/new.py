"""The command `new`."""

from typing import Annotated

import typer


def new(
    name: Annotated[str, typer.Argument(metavar="NAME", help="What it is called: lower case letters, digits and -.")],
    origin: Annotated[
        str, typer.Option("--from", metavar="NAME|FILE", help="What it is made of; minimal: a small one that explains.")
    ] = "minimal",
    output: Annotated[
        str | None,
        typer.Option("-o", "--output", metavar="FILE", help="Default: questionnaires/NAME.yaml; - for stdout."),
    ] = None,
) -> None:
    """Begin a questionnaire of your own, with tests, from a small one or from one that is there.

    It becomes one file with everything in it, comments too. A file that is there is never replaced.

    Example:
      rootcause new late-delivery
      rootcause new outage --from incident-review
    """
    from rootcause.cli.output import near, say, write_data
    from rootcause.cli.whereabouts import here
    from rootcause.questionnaire.catalog import Catalog
    from rootcause.scaffold import MINIMAL, minimal, new_questionnaire
    from rootcause.scaffold.placing import write_new

    text = new_questionnaire(name, minimal() if origin == MINIMAL else Catalog.around(here()).find(origin))
    if output == "-":
        write_data(text)
        return
    target = here() / (output or f"questionnaires/{name}.yaml")
    write_new(target, text)
    say(f"The questionnaire is in {near(target)}. Change it, then: rootcause lint {near(target)}")
