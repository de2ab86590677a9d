"""Trees of elements: how a result is handed to whoever shows it, the page, the build or the command line.

A node is text or `[tag, attributes, *nodes]`. Three tags are not HTML: `["clause", {"ref": id}]` is a link to a clause,
`["words", {"ref": id}]` its words, and `["contact", {"ref": id}]` stands for one of the publisher's contacts. Whoever
shows a tree fills those in.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from checker.advice import SOURCES
from checker.result import Advice

__all__ = ["Node", "advice_list", "basis", "clause_links", "el", "heading", "items", "section"]

Node = str | list[Any]

KINDS = {
    "guidance": "National guidance",
    "law": "Law",
    "guidance and law": "National guidance and law",
    "research": "Research",
    "this project": "This project",
}


def el(tag: str, attributes: str | dict[str, str] = "", *nodes: Node) -> Node:
    """An element; a text for `attributes` is its class."""
    if isinstance(attributes, str):
        attributes = {"class": attributes} if attributes else {}
    return [tag, attributes, *nodes]


def section(id_: str, title: str, *nodes: Node) -> Node:
    return el("section", f"result-{id_}", heading(id_, title), *nodes)


def heading(id_: str, title: str) -> Node:
    return el("h2", {"id": f"result-{id_}"}, title)


def items(class_: str, rows: Iterable[tuple[Node, ...]]) -> Node:
    return el("ul", class_, *(el("li", "", *row) for row in rows))


def clause_links(clauses: Iterable[str]) -> list[Node]:
    """A link to each clause, a space before it. An empty clause is none."""
    return [node for clause in clauses if clause for node in (" ", el("clause", {"ref": clause}))]


def basis(clauses: Iterable[str], source: str) -> Node:
    """What something rests on, policy, guidance and law told apart in words; clauses beside a source say why."""
    links = clause_links(clauses)
    if not source:
        return el("p", "basis basis-policy", el("strong", "", "Policy"), *links)
    found = SOURCES[source]
    why = [". Why it matters:", *links] if links else []
    kind = found.kind.split()[0]
    return el("p", f"basis basis-{kind}", el("strong", "", KINDS[found.kind]), f" {found.title}", *why)


def advice(row: Advice, class_: str, contacts: Iterable[str]) -> Node:
    lines = [el("p", "", line) for line in row.text.split("\n")]
    found = [el("contact", {"ref": contact}) for contact in contacts]
    shown = [el("ul", "contacts", *found)] if found else []
    return el("li", {"class": class_, "data-id": row.id}, *lines, *shown, basis(row.clauses, row.source))


def advice_list(rows: Iterable[Advice], tag: str, class_: str) -> Node:
    """Each row with its contacts, unless the rows before it have shown them all."""
    seen: set[str] = set()
    shown = []
    for row in rows:
        shown.append(advice(row, f"{class_}-row", () if seen.issuperset(row.contacts) else row.contacts))
        seen.update(row.contacts)
    return el(tag, class_, *shown)
