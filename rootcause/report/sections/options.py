"""The options side by side, and when the lasting improvement becomes the cheaper one (method O7)."""

from __future__ import annotations

from typing import Final

from rootcause.analysis.analysis import Analysis
from rootcause.analysis.options import MONTHS, Comparison, Option, Pair
from rootcause.analysis.shown import show_amount
from rootcause.report.model import Align, Block, Column, Emphasis, Items, Paragraph, Table, Text
from rootcause.report.prose import one_line, shorten
from rootcause.report.rows import fits_table, label_of, rows_as_blocks, used_fields
from rootcause.report.wording import inline
from rootcause.report.words import Words

_MOST_SIDE_BY_SIDE: Final = 4
_NAME: Final = 60


def options(analysis: Analysis, words: Words) -> tuple[Block, ...]:
    """A table with one option per column; many or long ones stand one after the other."""
    rows = [option.row for option in analysis.options]
    if not rows:
        return ()
    names = [row.known("what") for row in rows]
    if len(rows) > _MOST_SIDE_BY_SIDE or not fits_table(rows) or any(not name or name.is_qualified for name in names):
        return rows_as_blocks(rows, words)
    fields = [field for field in used_fields(rows, words) if field != "what"]
    columns = (Column(""), *(Column(one_line(option.what)) for option in analysis.options))
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
        blocks += [Items(results), _table(comparison, words), Paragraph((Emphasis(rule),))]
    remarks = _remarks(comparison, analysis, words)
    return (*blocks, *(Paragraph((Text(text),)) for text in remarks))


def _sentence(pair: Pair, words: Words) -> str:
    return words.outcomes[pair.result.outcome.value].format(
        lasting=_quoted(pair.lasting.option, words), quick=_quoted(pair.quick.option, words), month=pair.result.month
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
        words.assumed_free.format(option=_quoted(one.option, words)) for one in comparison.costed if one.assumed_free
    ]
    missing = [
        words.figures_missing.format(
            option=_quoted(one.option, words),
            fields=", ".join(label_of(rows, field, words) for field in one.missing),
        )
        for one in comparison.uncosted
    ]
    return [*(free if comparison.pairs else []), *missing]


def _name(option: Option) -> str:
    return shorten(option.what, _NAME) or str(option.number)


def _quoted(option: Option, words: Words) -> str:
    return words.quoted.format(text=_name(option))
