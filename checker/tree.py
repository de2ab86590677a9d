"""Trees of elements: how a result is handed to whoever shows it, the page, the build or the command line.

A node is text or `[tag, attributes, *nodes]`. Four tags are not HTML: `["clause", {"ref": id}]` is a link to a clause,
`["words", {"ref": id}]` its words, `["contact", {"ref": id}]` stands for one of the publisher's contacts, and
`["said", {"ref": name}]` for what the edition of the policy says. Whoever shows a tree fills those in.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from checker.edition import LEFT

__all__ = ["Node", "el", "filled_by_edition", "folded", "heading", "items", "joined", "section"]

Node = str | list[Any]


def joined(words: Sequence[str], by: str) -> str:
    """`a, b or c`; one alone is itself."""
    *others, last = words or ("",)
    return f"{', '.join(others)} {by} {last}" if others else last


def filled_by_edition(text: str) -> list[Node]:
    """`text`, with a node of its own for each thing that it leaves to the edition."""
    parts = LEFT.split(text)
    return [["said", {"ref": part}] if index % 2 else part for index, part in enumerate(parts) if part]


def el(tag: str, attributes: str | dict[str, str] = "", *nodes: Node) -> Node:
    """An element; a text for `attributes` is its class. What a text leaves to the edition is a node of its own."""
    if isinstance(attributes, str):
        attributes = {"class": attributes} if attributes else {}
    told = (filled_by_edition(node) if isinstance(node, str) and "{" in node else [node] for node in nodes)
    return [tag, attributes, *(node for some in told for node in some)]


def section(id_: str, title: str, *nodes: Node) -> Node:
    return el("section", f"result-{id_}", heading(id_, title), *nodes)


def folded(id_: str, title: str, *nodes: Node, opened: bool = False) -> Node:
    """A part that is closed until the reader opens it, unless it is `opened`."""
    attributes = {"class": f"folded result-{id_}", **({"open": "open"} if opened else {})}
    return el("details", attributes, el("summary", {"id": f"result-{id_}"}, title), *nodes)


def heading(id_: str, title: str) -> Node:
    return el("h2", {"id": f"result-{id_}"}, title)


def items(class_: str, rows: Iterable[tuple[Node, ...]]) -> Node:
    return el("ul", class_, *(el("li", "", *row) for row in rows))
