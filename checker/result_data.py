"""A result as plain data, for JSON: the published schema of results describes it."""

from __future__ import annotations

from checker.describe import VERSIONS, Data, advice_data, cited
from checker.model import Range
from checker.result import Change, Reason, Result

__all__ = ["result_data"]


def range_data(range_: Range) -> Data:
    return {"from": range_.least.id, "to": range_.most.id}


def reason_data(reason: Reason) -> Data:
    rule = reason.rule
    return {
        "rule": rule.id,
        "step": rule.step.id,
        "because": rule.because,
        "answers": dict(reason.answers),
        **cited([rule.clause], rule.source),
    }


def change_data(change: Change) -> Data:
    return {"question": change.question, "option": change.option, "range": range_data(change.range)}


def result_data(result: Result) -> Data:
    """A result as the published JSON Schema of results describes it."""
    return {
        "range": range_data(result.range),
        "reasons": [reason_data(reason) for reason in result.reasons],
        "noted": [reason_data(reason) for reason in result.noted],
        "terms": list(result.terms),
        "indicators": [{"id": item.id, "state": state, "clause": item.clause} for item, state in result.indicators],
        "unknown": list(result.unknown),
        "would_raise": [change_data(change) for change in result.would_raise],
        "would_lower": [change_data(change) for change in result.would_lower],
        "route": [advice_data(row) for row in result.route],
        "needs": {
            "child": [advice_data(row) for row in result.needs_child],
            "other": [advice_data(row) for row in result.needs_other],
        },
        "cautions": [advice_data(row) for row in result.cautions],
        "versions": VERSIONS,
    }
