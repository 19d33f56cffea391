"""The options side by side, and when the lasting improvement becomes the cheaper one (method O7)."""

from __future__ import annotations

from typing import Final

from rootcause.analysis.analysis import Analysis
from rootcause.analysis.choosing import chosen
from rootcause.analysis.options import MONTHS, Comparison, Option, Pair
from rootcause.analysis.shown import show_amount
from rootcause.report.answers import said_of_lists
from rootcause.report.model import Align, Block, Column, Emphasis, Items, Paragraph, Table, Text
from rootcause.report.prose import one_line, shorten
from rootcause.report.rows import fits_table, label_of, rows_as_blocks, used_fields
from rootcause.report.sections.weighing import cost_figure, quadrant, quoted
from rootcause.report.wording import inline, labelled
from rootcause.report.words import Words

_MOST_SIDE_BY_SIDE: Final = 4
_NAME: Final = 60


def options(analysis: Analysis, words: Words) -> tuple[Block, ...]:
    """By effort and effect as a picture, then a table with one option per column; long ones one after the other."""
    if not analysis.options:
        return said_of_lists(analysis.said("options"), words)
    figure, basis = quadrant(analysis, words)
    return (*figure, *said_of_lists(analysis.said("options"), words), *_side_by_side(analysis, words), *basis)


def decided(analysis: Analysis, words: Words) -> tuple[tuple[Block, ...], ...]:
    """The option that the decision means, as an item, where its own words do not say which one that is."""
    said = " ".join(one_line(one.text).casefold() for one in analysis.said("decision"))
    found = [option for option in chosen(analysis) if one_line(option.what).casefold() not in said]
    if not found:
        return ()
    text = "; ".join(_numbered(option, analysis) for option in found)
    return ((Paragraph((*labelled(words.weighing.chosen_option), Text(text))),),)


def _side_by_side(analysis: Analysis, words: Words) -> tuple[Block, ...]:
    rows = [option.row for option in analysis.options]
    names = [row.known("what") for row in rows]
    if len(rows) > _MOST_SIDE_BY_SIDE or not fits_table(rows) or any(not name or name.is_qualified for name in names):
        return rows_as_blocks(rows, words, numbered=len(rows) > 1)
    fields = [field for field in used_fields(rows, words) if field != "what"]
    best = {option.number for option in chosen(analysis)}
    titles = (
        f"{_numbered(option, analysis)} ({words.weighing.chosen})"
        if option.number in best
        else _numbered(option, analysis)
        for option in analysis.options
    )
    columns = (Column(""), *map(Column, titles))
    lines = tuple(
        ((Text(label_of(rows, field, words)),), *(inline(row.cells.get(field), words) for row in rows))
        for field in fields
    )
    return (Table(columns, lines),)


def cost_over_time(analysis: Analysis, words: Words) -> tuple[Block, ...]:
    """What each option has cost after some months, which is cheaper from when on, and what could not be compared."""
    comparison = analysis.comparison
    if comparison is None:
        return ()
    if len(comparison.currencies) > 1:
        currencies = ", ".join(currency or "?" for currency in comparison.currencies)
        return (Paragraph((Text(words.currencies_differ.format(currencies=currencies)),)),)
    blocks: list[Block] = []
    if comparison.pairs:
        results = tuple((Paragraph((Text(_sentence(pair, words)),)),) for pair in comparison.pairs)
        avoided = any(option.row.known("loss_avoided") for option in analysis.options)
        rule = f"{words.cost_rule} {words.loss_not_counted}" if avoided else words.cost_rule
        blocks += [Items(results), *cost_figure(comparison, words), _table(comparison, words)]
        blocks.append(Paragraph((Emphasis(rule),)))
    remarks = _remarks(comparison, analysis, words)
    return (*blocks, *(Paragraph((Text(text),)) for text in remarks))


def _sentence(pair: Pair, words: Words) -> str:
    return words.outcomes[pair.result.outcome.value].format(
        lasting=quoted(pair.lasting.option, words), quick=quoted(pair.quick.option, words), month=pair.result.month
    )


def _table(comparison: Comparison, words: Words) -> Table:
    columns = (
        Column(words.months),
        *(Column(_name(one.option), Align.RIGHT) for one in comparison.costed),
    )
    rows = tuple(
        (
            (Text(words.after_months.format(count=months)),),
            *(
                (Text(show_amount(one.cost.after(months), comparison.currency, words.formats)),)
                for one in comparison.costed
            ),
        )
        for months in MONTHS
    )
    return Table(columns, rows)


def _remarks(comparison: Comparison, analysis: Analysis, words: Words) -> list[str]:
    rows = [option.row for option in analysis.options]
    free = [
        words.assumed_free.format(option=quoted(one.option, words)) for one in comparison.costed if one.assumed_free
    ]
    missing = [
        words.figures_missing.format(
            option=quoted(one.option, words),
            fields=", ".join(label_of(rows, field, words) for field in one.missing),
        )
        for one in comparison.uncosted
    ]
    return [*(free if comparison.pairs else []), *missing]


def _numbered(option: Option, analysis: Analysis) -> str:
    """An option behind its number, where there is another one."""
    name = one_line(option.what)
    return f"{option.number} {name}" if len(analysis.options) > 1 else name


def _name(option: Option) -> str:
    return shorten(option.what, _NAME) or str(option.number)
