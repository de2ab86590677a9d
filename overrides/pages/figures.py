"""How pages show figures: lists of what was counted and how many, and tables."""

from __future__ import annotations

from collections.abc import Iterable

from checker.tree import Node, el

__all__ = ["begun", "header", "number", "pairs", "table"]


def pairs(rows: Iterable[tuple[str, Node]]) -> Node:
    """Figures: what was counted, and how many."""
    return el("dl", "figures", *(node for term, said in rows for node in (el("dt", "", term), el("dd", "", said))))


def number(value: float) -> str:
    return f"{value:,}"


def begun(words: str) -> str:
    """As the beginning of a sentence."""
    return words[:1].upper() + words[1:]


def table(named: str | dict[str, str], *parts: Node) -> Node:
    """A table that moves sideways by itself, where its words are too large for the page."""
    return el("div", "wide", el("table", named, *parts))


def header(*heads: str, counts: int) -> Node:
    """The heads of a table whose last columns hold counts."""
    plain = len(heads) - counts
    cells = (
        el("th", {"scope": "col", **({"class": "count"} if at >= plain else {})}, head) for at, head in enumerate(heads)
    )
    return el("thead", "", el("tr", "", *cells))
