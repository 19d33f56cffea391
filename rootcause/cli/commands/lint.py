"""The command `lint`."""

from typing import Annotated

import typer

_Words = list[str] | None


def lint(  # noqa: PLR0913  # one parameter for each option
    paths: Annotated[
        list[str] | None, typer.Argument(metavar="[PATH|-]...", help="Files or folders; - for standard input.")
    ] = None,
    *,
    select: Annotated[
        _Words, typer.Option("--select", metavar="RULE", help="Only these rules: names, codes, their beginnings, all.")
    ] = None,
    extend_select: Annotated[_Words, typer.Option("--extend-select", metavar="RULE", help="These rules too.")] = None,
    ignore: Annotated[_Words, typer.Option("--ignore", metavar="RULE", help="Not these rules.")] = None,
    output_format: Annotated[
        _Words,
        typer.Option(
            "-f",
            "--output-format",
            metavar="FORMAT[=FILE]",
            help="full, concise, json, json-lines, github, gitlab, sarif, junit or rdjson; may be repeated.",
        ),
    ] = None,
    fix: Annotated[bool, typer.Option("--fix", help="Mend in the files what has one safe mend.")] = False,
    unsafe_fixes: Annotated[
        bool, typer.Option("--unsafe-fixes", help="With --fix or --diff: also mends that may change what a file means.")
    ] = False,
    diff: Annotated[bool, typer.Option("--diff", help="Print what --fix would change; change nothing.")] = False,
    exit_non_zero_on_fix: Annotated[
        bool, typer.Option("--exit-non-zero-on-fix", help="Exit with 1 when --fix changed something.")
    ] = False,
    explain_path: Annotated[
        str | None,
        typer.Option("--explain-path", metavar="ID", help="Print the shortest answers that show a question."),
    ] = None,
    write_tests: Annotated[
        bool, typer.Option("--write-tests", help="Add tests to the file until each condition is tried both ways.")
    ] = False,
    since: Annotated[
        str | None,
        typer.Option("--since", metavar="REV", help="Only files changed since a git revision; finds renamed ids."),
    ] = None,
    baseline: Annotated[
        str | None, typer.Option("--baseline", metavar="FILE", help="Leave out the findings that this file lists.")
    ] = None,
    write_baseline: Annotated[
        bool, typer.Option("--write-baseline", help="List all findings of today in the baseline file.")
    ] = False,
    prune_baseline: Annotated[
        bool, typer.Option("--prune-baseline", help="Take what is no longer found out of the baseline file.")
    ] = False,
    add_ignore: Annotated[
        str | None, typer.Option("--add-ignore", metavar="REASON", help="Write a comment that silences each finding.")
    ] = None,
    statistics: Annotated[bool, typer.Option("--statistics", help="Count findings by rule.")] = False,
    fail_on: Annotated[
        str | None,
        typer.Option("--fail-on", metavar="SEVERITY", help="Exit with 1 from error, warning or info on."),
    ] = None,
    exit_zero: Annotated[bool, typer.Option("--exit-zero", help="Exit with 0 whatever is found.")] = False,
    stdin_filename: Annotated[
        str | None, typer.Option("--stdin-filename", metavar="FILE", help="What standard input is called.")
    ] = None,
    force_exclude: Annotated[
        bool, typer.Option("--force-exclude", help="Leave out excluded files also when they are named.")
    ] = False,
    allow_no_files: Annotated[bool, typer.Option("--allow-no-files", help="It is fine to find no file.")] = False,
    isolated: Annotated[bool, typer.Option("--isolated", help="Read no settings file.")] = False,
    show_settings: Annotated[bool, typer.Option("--show-settings", help="Print the settings and exit.")] = False,
    no_cache: Annotated[bool, typer.Option("--no-cache", help="Look at files that have not changed too.")] = False,
    jobs: Annotated[
        str | None, typer.Option("--jobs", metavar="N", help="How many processes; default: one for each core.")
    ] = None,
) -> int:
    """Check questionnaire files: their YAML, their logic, their wording, their method.

    Without a path ./questionnaires is checked. The exit code is 1 for findings of the severity --fail-on, by
    default errors, 2 when something could not be checked, else 0. `rootcause rule CODE` explains a finding.

    Example:
      rootcause lint
      rootcause lint --fix questionnaires/outage.yaml
      rootcause lint -f github -f sarif=lint.sarif questionnaires/
      rootcause lint outage.yaml --explain-path status_link
    """
    from rootcause.cli.linting.request import Request, Rules

    request = Request(
        paths=tuple(paths or ()),
        rules=Rules(_words(select), _words(extend_select), _words(ignore)),
        formats=tuple(output_format or ("full",)),
        unsafe=unsafe_fixes,
        fails_when_fixed=exit_non_zero_on_fix,
        since=since,
        baseline=baseline,
        statistics=statistics,
        fail_on=fail_on,
        exit_zero=exit_zero,
        stdin_name=stdin_filename,
        force_exclude=force_exclude,
        allow_no_files=allow_no_files,
        isolated=isolated,
        cached=not no_cache,
        jobs=jobs,
    )
    if show_settings:
        from rootcause.cli.linting.checking import print_settings

        return print_settings(request)
    if explain_path is not None:
        from rootcause.cli.linting.proving import explain

        return explain(request, explain_path)
    if write_tests:
        from rootcause.cli.linting.proving import write_tests as write

        return write(request)
    if fix or diff:
        from rootcause.cli.linting.mending import mend

        return mend(request, write=not diff)
    if write_baseline or prune_baseline:
        from rootcause.cli.linting import baselining

        return baselining.write(request) if write_baseline else baselining.prune(request)
    if add_ignore is not None:
        from rootcause.cli.linting.silencing import silence

        return silence(request, add_ignore)
    from rootcause.cli.linting.checking import check

    return check(request)


def _words(given: _Words) -> tuple[str, ...]:
    """Rules may stand behind one option, with commas between them, or behind several."""
    return tuple(word.strip() for one in given or () for word in one.split(",") if word.strip())
