"""What words rest on, as elements: the policy, guidance, law, research and this project told apart in words."""

from __future__ import annotations

from collections.abc import Iterable

from checker.sources import SOURCES
from checker.tree import Node, el

__all__ = ["basis", "clause_links", "mark"]

KINDS = {
    "guidance": "National guidance",
    "law": "Law",
    "research": "Research",
    "this project": "This project",
}


def clause_links(clauses: Iterable[str]) -> list[Node]:
    """A link to each clause, a space before it. An empty clause is none."""
    return [node for clause in clauses if clause for node in (" ", el("clause", {"ref": clause}))]


def kind_of(source: str) -> str:
    return SOURCES[source].kind.split()[0]


def mark(clauses: Iterable[str], source: str) -> Node:
    """As `basis`, in a few words at the end of a line."""
    if not source:
        return el("span", "mark mark-policy", el("strong", "", "Policy"), *clause_links(clauses))
    beyond = SOURCES[source]
    name = [f" {beyond.name}"] if beyond.name else []
    return el(
        "span", f"mark mark-{kind_of(source)}", el("strong", "", KINDS[beyond.kind]), *name, *clause_links(clauses)
    )


def basis(clauses: Iterable[str], source: str) -> Node:
    """What something rests on: clauses of the policy, or a source beyond it. Clauses beside a source say why."""
    links = clause_links(clauses)
    if not source:
        return el("p", "basis basis-policy", el("strong", "", "Policy"), *links)
    beyond = SOURCES[source]
    why = [". Why it matters:", *links] if links else []
    return el("p", f"basis basis-{kind_of(source)}", el("strong", "", KINDS[beyond.kind]), f" {beyond.title}", *why)
