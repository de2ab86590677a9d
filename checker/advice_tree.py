"""Rows of advice as elements: what each says, whom to call, and what it rests on."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from checker.advice import Advice, Line
from checker.bases import basis
from checker.tree import Node, el

__all__ = ["advice_list", "contact_list"]


def rested(lines: Iterable[Line]) -> list[Node]:
    """The lines, and after each that rests on something else than the next, what it and those above it rest on."""
    return [
        node
        for shared, alike in groupby(lines, key=lambda line: line.basis)
        for node in (*(el("p", "", line.text) for line in alike), basis(shared.clauses, shared.source))
    ]


def contact_list(contacts: Iterable[str]) -> list[Node]:
    """Whom to call, where there is anyone."""
    listed = [el("contact", {"ref": contact}) for contact in contacts]
    return [el("ul", "contacts", *listed)] if listed else []


def advice(row: Advice, class_: str, contacts: Iterable[str]) -> Node:
    *lines, last_basis = rested(row.lines)
    return el("li", {"class": class_, "data-id": row.id}, *lines, *contact_list(contacts), last_basis)


def advice_list(rows: Iterable[Advice], tag: str, class_: str) -> Node:
    """Each row with those of its contacts that no row before it has shown."""
    seen: set[str] = set()
    shown = []
    for row in rows:
        shown.append(advice(row, f"{class_}-row", (contact for contact in row.contacts if contact not in seen)))
        seen.update(row.contacts)
    return el(tag, class_, *shown)
