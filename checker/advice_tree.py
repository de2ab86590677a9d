"""Rows of advice as elements: what each says, what it rests on, and whom to call."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from checker.advice import Advice, Line
from checker.bases import mark
from checker.edition import LEFT
from checker.tree import Node, el, filled_by_edition

__all__ = ["advice_list", "contact_list", "later_list", "to_do_list"]


def marked(lines: Iterable[Line]) -> list[Node]:
    """A paragraph for each line. The last of those that rest on the same says what they rest on.

    A line that is left to the edition brings both.
    """
    nodes: list[Node] = []
    for (shared, left), alike in groupby(lines, key=lambda line: (line.basis, bool(LEFT.fullmatch(line.text)))):
        if left:
            nodes += [node for line in alike for node in filled_by_edition(line.text)]
            continue
        *others, last = [line.text for line in alike]
        nodes += [*(el("p", "", text) for text in others), el("p", "", last, " ", mark(shared.clauses, shared.source))]
    return nodes


def contact_list(contacts: Iterable[str], class_: str = "contacts") -> list[Node]:
    """Whom to call, each once, where there is anyone."""
    listed = [el("contact", {"ref": contact}) for contact in dict.fromkeys(contacts)]
    return [el("ul", class_, *listed)] if listed else []


def rows_list(class_: str, rows: Iterable[tuple[Advice, Iterable[Line]]]) -> Node:
    """The rows, each with those of its lines that are named beside it."""
    shown = (el("li", {"class": f"{class_}-row", "data-id": row.id}, *marked(lines)) for row, lines in rows)
    return el("ul", class_, *shown)


def advice_list(rows: Iterable[Advice], class_: str) -> Node:
    return rows_list(class_, ((row, row.lines) for row in rows))


def to_do_list(route: Iterable[Advice]) -> list[Node]:
    """What to do, in its order, then everyone to call."""
    rows = [row for row in route if row.now]
    listed = (
        el(
            "li",
            {"class": "route-row", "data-id": row.id, **({"data-today": ""} if row.today else {})},
            *marked(row.now),
        )
        for row in rows
    )
    return [
        el("ol", "route", *listed),
        *contact_list((contact for row in rows for contact in row.contacts), "contacts"),
    ]


def later_list(route: Iterable[Advice]) -> list[Node]:
    """What can be read later, by the rows that it belongs to; nothing where there is nothing."""
    rows = [(row, row.later) for row in route if row.later]
    return [rows_list("later", rows)] if rows else []
