"""Rows of advice as elements: what each says, whom to call, and what it rests on."""

from __future__ import annotations

from collections.abc import Iterable

from checker.bases import basis
from checker.result import Advice
from checker.tree import Node, el

__all__ = ["advice_list"]


def advice(row: Advice, class_: str, contacts: Iterable[str]) -> Node:
    lines = [el("p", "", line) for line in row.text.split("\n")]
    called = [el("contact", {"ref": contact}) for contact in contacts]
    listed = [el("ul", "contacts", *called)] if called else []
    return el("li", {"class": class_, "data-id": row.id}, *lines, *listed, basis(row.clauses, row.source))


def advice_list(rows: Iterable[Advice], tag: str, class_: str) -> Node:
    """Each row with its contacts, unless the rows before it have shown them all."""
    seen: set[str] = set()
    shown = []
    for row in rows:
        shown.append(advice(row, f"{class_}-row", () if seen.issuperset(row.contacts) else row.contacts))
        seen.update(row.contacts)
    return el(tag, class_, *shown)
