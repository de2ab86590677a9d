"""The page of the definitions: each term, what it means here, whose meaning that is, and where the policy uses it."""

from __future__ import annotations

from collections.abc import Iterable

from checker.bases import clause_links
from checker.tree import Node, el
from overrides.words.clauses import Clauses
from overrides.words.definitions import KINDS, Definition

__all__ = ["definitions_list"]


def basis(term: Definition, clauses: Clauses) -> Node:
    """Whose meaning it is; the clause that defines or chiefly uses it."""
    links = clause_links(clause for clause in term.clauses if not clauses[clause].withdrawn)
    kind = "this" if term.kind == "plain" else term.kind
    source = f" {term.source}." if term.source else ""
    used = " Used in" if term.kind != "policy" and links else ""
    return el("p", f"basis basis-{kind}", el("strong", "", KINDS[term.kind]), f"{source}{used}", *links)


def used_in(term: Definition, clauses: Clauses) -> list[Node]:
    """Every clause in force that uses the term, but for those that its basis names."""
    others = (clause for clause in clauses.values() if clause.id not in term.clauses and not clause.withdrawn)
    links = clause_links(clause.id for clause in others if term.pattern.search(clause.words))
    return [el("p", "used-in", "Also in", *links)] if links else []


def differs(term: Definition) -> list[Node]:
    return (
        [el("p", "differs", el("strong", "", "Not the same everywhere."), f" {term.differs}")] if term.differs else []
    )


def definitions_list(terms: Iterable[Definition], clauses: Clauses) -> Node:
    """Every term: what it means here, whose meaning that is, where sections differ, where it is used."""
    listed = list(terms)
    letters = {term.name[0].upper(): term.id for term in reversed(listed)}
    return el(
        "div",
        "definitions",
        el(
            "nav",
            {"class": "letters", "aria-label": "Letters"},
            *(el("a", {"href": f"#term-{id_}"}, letter) for letter, id_ in sorted(letters.items())),
        ),
        *(
            node
            for term in listed
            for node in (
                el("h2", {"id": f"term-{term.id}"}, term.title),
                el("p", "", term.means),
                *differs(term),
                basis(term, clauses),
                *used_in(term, clauses),
            )
        ),
    )
