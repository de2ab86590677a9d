"""A result as plain data, for JSON: the published schema of results describes it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from checker.advice import Advice
from checker.describe import VERSIONS, Data, cited, row_data
from checker.edition import LEFT, LEFT_TO_THE_EDITION
from checker.model import Range
from checker.result import Change, OnlyTogether, Reason, Result

__all__ = ["result_data", "said_by_no_edition"]


def said_by_no_edition(text: str) -> str:
    """`text` with what it leaves to the edition said as it is where none is at hand."""
    return LEFT.sub(lambda left: LEFT_TO_THE_EDITION[left[1]], text)


def range_data(range_: Range) -> Data:
    return {"from": range_.least.id, "to": range_.most.id}


def reason_data(reason: Reason) -> Data:
    rule = reason.rule
    return {
        "rule": rule.id,
        "step": rule.step.id,
        "because": reason.because,
        "answers": dict(reason.answers),
        **cited([rule.clause], rule.source),
    }


def change_data(change: Change) -> Data:
    return {"question": change.question, "option": change.option, "range": range_data(change.range)}


def only_together_data(row: OnlyTogether) -> Data:
    return {"question": row.question, "option": row.option, "with": list(row.beside)}


def advice_data(row: Advice) -> Data:
    """A need or a caution as a result carries it: `text`, and the source or else the clause of its first line."""
    basis = row.lines[0].basis
    return {"id": row.id, "text": row.text, **cited(basis.clauses, basis.source)}


def said(rows: Iterable[Advice]) -> Iterator[Advice]:
    """The rows with what they leave to the edition said as it is without one."""
    for row in rows:
        yield replace(row, lines=tuple(replace(line, text=said_by_no_edition(line.text)) for line in row.lines))


def result_data(result: Result) -> Data:
    """A result as the published JSON Schema of results describes it."""
    return {
        "range": range_data(result.range),
        "reasons": [reason_data(reason) for reason in result.reasons],
        "noted": [reason_data(reason) for reason in result.noted],
        "terms": list(result.terms),
        "indicators": [{"id": item.id, "state": state, "clause": item.clause} for item, state in result.indicators],
        "holds_upper": list(result.holds_upper),
        "no_sign": list(result.no_sign),
        "only_together": [only_together_data(row) for row in result.only_together],
        "enough": {"to_act": result.enough.to_act, "to_place": result.enough.to_place},
        "unknown": list(result.unknown),
        "would_raise": [change_data(change) for change in result.would_raise],
        "would_lower": [change_data(change) for change in result.would_lower],
        "route": [row_data(row) for row in said(result.route)],
        "needs": {
            "child": [advice_data(row) for row in said(result.needs_child)],
            "other": [advice_data(row) for row in said(result.needs_other)],
        },
        "cautions": [advice_data(row) for row in said(result.cautions)],
        "versions": VERSIONS,
    }
