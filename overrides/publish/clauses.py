"""Which page holds each clause, and what the rulebook cites."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from checker.advice import CAUTIONS, NEEDS_CHILD, NEEDS_OTHER, ROUTE
from checker.rulebook import INDICATORS, RULES, STEPS, TERMS, UNDECIDED

__all__ = ["CLAUSE", "cited", "label", "pages_of_clauses", "uncited"]

CLAUSE = re.compile(r"\[(c-[0-9](?:-[a-z0-9]+)*)\] ")
INCLUDE = re.compile(r"^\{!(docs/parts/[\w./-]+)!\}$", re.MULTILINE)


def label(clause: str) -> str:
    """How a clause is cited: `c-6-problematic-no-victim` is 6.problematic.no-victim."""
    return ".".join(clause.removeprefix("c-").split("-", 2))


def ids_in(text: str) -> list[str]:
    return re.findall(r"^(?:- )?" + CLAUSE.pattern, text, re.MULTILINE)


def pages_of_clauses(docs: Path) -> dict[str, str]:
    """Each clause's id, and the page under `docs/policy` that holds it, in the policy's order.

    Raises ValueError where a part that a page includes is missing, or two pages hold one clause.
    """
    found: dict[str, str] = {}
    for page in sorted((docs / "policy").glob("[0-9]*.md")):
        for part in INCLUDE.findall(page.read_text(encoding="utf-8")):
            path = docs.parent / part
            if not path.is_file():
                raise ValueError(f"{page} includes {part}, which is missing")
            for clause in ids_in(path.read_text(encoding="utf-8")):
                if clause in found:
                    raise ValueError(f"{clause} is in {found[clause]} and again in {part}")
                found[clause] = page.name
    return found


def cited() -> Iterator[tuple[str, str]]:
    """Who cites a clause, and which."""
    yield from ((f"rule {rule.id}", rule.clause) for rule in RULES if rule.clause)
    for name, rows in (("route", ROUTE), ("needs", NEEDS_CHILD), ("needs", NEEDS_OTHER), ("cautions", CAUTIONS)):
        yield from ((f"{name} {row.id}", clause) for row in rows.values() for clause in row.clauses)
    yield from ((f"indicator {item.id}", item.clause) for item in INDICATORS)
    yield from ((f"term {term}", clause) for term, (_, clause) in TERMS.items())
    yield from ((f"step {step.id}", clause) for step, (_, clause) in STEPS.items())
    yield from (("a descriptor that no question decides", row.clause) for row in UNDECIDED)


def uncited(docs: Path) -> list[str]:
    """What cites a clause that no page holds; empty where all is well."""
    held = pages_of_clauses(docs)
    return [
        f"{who} cites {clause}, which no page of {docs / 'policy'} holds"
        for who, clause in cited()
        if clause not in held
    ]
