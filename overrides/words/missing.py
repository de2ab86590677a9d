"""What cites a clause that the policy does not hold, and what whoever writes the policy's words can do about it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

from overrides.project import ROOT
from overrides.words.cited import RESTS_ON, cited
from overrides.words.clauses import ID, NOT_IN_POLICY, OF_CLAUSE, Clauses, read_clauses
from overrides.words.gather import Words

__all__ = ["missing_clauses"]

Citing = tuple[str, str]
"""Who cites a clause, and which."""
LINK = re.compile(rf"""(?:\]\(|href=["'])[^)"'\s]*#({ID})(?=[)"'])""")
OWN = {("parts", folder) for folder in ("policy", "local", "notes")}
"""The folders of parts that are a council's own."""
MAY_BE_ABSENT = {"clause"}
"""What pages leave to the edition of a clause that its policy may also not have."""
SAY_WHICH = (
    "Mark the clause that says it as [p-4-b as c-4-b], or as [p-4-b as c-4-b, c-4-d] where it says several. "
    f"If none says it, write its id into {NOT_IN_POLICY} beside the sections"
)
ASK = "If the policy says nothing like it, ask whoever keeps the checker"
NAMED = 3
"""So many of those who cite a clause are named: whoever marks it does not go through them."""


def pages(docs: Path, *, own: bool = False) -> Iterator[tuple[str, str]]:
    """Each page and part that every council shares, and its text; with `own`, each part that is one council's own."""
    definitions = [docs / "parts/definitions.toml"] if own else []
    for path in sorted([*docs.rglob("*.md"), *definitions]):
        if path in definitions or (path.relative_to(docs).parts[:2] in OWN) == own:
            yield f"a link of {path.relative_to(docs.parent)}", path.read_text(encoding="utf-8")


def needed_in(text: str) -> list[str]:
    """The clauses that a text leads to, or whose words it says."""
    return [*(clause for kind, clause in OF_CLAUSE.findall(text) if kind not in MAY_BE_ABSENT), *LINK.findall(text)]


def named_in(text: str) -> list[str]:
    """The clauses that a text rests on: where the policy does not have one, it says that it is this project's."""
    rests_on = (clause for rests in RESTS_ON.findall(text) for clause in rests.split())
    return [*rests_on, *(clause for kind, clause in OF_CLAUSE.findall(text) if kind in MAY_BE_ABSENT)]


def may_do_without(docs: Path) -> Iterator[Citing]:
    """The checker, and the pages of every council, as far as they can do without the clause."""
    yield from ((who, clause) for who, clause, _ in cited())
    for who, text in pages(docs):
        yield from ((who, clause) for clause in named_in(text))


def needs(docs: Path) -> Iterator[Citing]:
    """The pages of every council that cannot do without the clause."""
    for who, text in pages(docs):
        yield from ((who, clause) for clause in needed_in(text))


def own_words(docs: Path, words: Words) -> Iterator[Citing]:
    """The edition's own files."""
    absent = words.clauses.absent
    for who, text in pages(docs, own=True):
        named = [clause for clause in named_in(text) if clause not in absent]
        yield from ((who, clause) for clause in (*needed_in(text), *named))
    for term in words.terms:
        yield from ((f"definitions.toml, entry {term.id},", clause) for clause in term.clauses)
    for name, assessed in words.assessed.items():
        yield from ((f"assessed.toml, {name},", clause) for clause in assessed.clauses)
    for change in words.changes:
        yield from ((f"changes.toml, {change.date},", clause) for clause in change.clauses)


def by_clause(citing: Iterable[Citing]) -> dict[str, list[str]]:
    """Who cites each clause, everyone once."""
    found: dict[str, list[str]] = {}
    for who, clause in sorted(dict.fromkeys(citing), key=lambda cites: cites[1]):
        found.setdefault(clause, []).append(who)
    return found


def few(names: list[str]) -> str:
    more = len(names) - NAMED
    return ", ".join(names[:NAMED]) + (f", and {more} more" if more > 0 else "")


@cache
def ours() -> Clauses:
    """The clauses of the project's own edition, against which the checker was written."""
    return read_clauses(ROOT / "docs")


def what_it_says(clause: str) -> str:
    return f' In the project\'s own edition it says: "{ours()[clause].words}"' if clause in ours() else ""


def cannot_be_left_out(needed: dict[str, list[str]], clauses: Clauses) -> Iterator[str]:
    for clause, who in needed.items():
        if clause not in clauses:
            yield f"{clause} cannot be left out: {few(who)} needs it.{what_it_says(clause)} {ASK}"


def held_by_none(citing: dict[str, list[str]], clauses: Clauses) -> Iterator[str]:
    """A line for each that the policy neither holds nor is said to lack, and one at the end that says what to do."""
    missing = [clause for clause in citing if clause not in clauses and clause not in clauses.absent]
    for clause in missing:
        who = few(citing[clause])
        yield f"no section of the policy holds {clause}, which is cited by {who}.{what_it_says(clause)}"
    if missing:
        yield f"for each clause that no section holds: {SAY_WHICH}"


def withdrawn(citing: dict[str, list[str]], clauses: Clauses) -> Iterator[str]:
    for clause, who in citing.items():
        if clause in clauses and clauses[clause].withdrawn:
            yield f"{few(who)} cites {clause}, which was withdrawn on {clauses[clause].withdrawn}. {SAY_WHICH}"


def written_wrong(known: Iterable[str], clauses: Clauses) -> Iterator[str]:
    """What the edition says of an id that nothing cites, a slip of the pen it may be, or says twice over."""
    theirs = {*known, *ours().every_id()}
    for id_ in sorted(clauses.absent):
        if id_ in clauses:
            yield f"{NOT_IN_POLICY} names {id_}, and a section of the policy holds it"
        elif id_ not in theirs:
            yield f"{NOT_IN_POLICY} names {id_}, which nothing cites: put it right, or take it out"
    for id_, own in clauses.cited_as.items():
        if id_ not in theirs:
            yield f"[{own} as {id_}] in {clauses[id_].page}: nothing cites {id_}. Put it right, or take it off"


def missing_clauses(docs: Path, words: Words) -> Iterator[str]:
    """What cites a clause that no section holds, or rests on one that was withdrawn; nothing where all is well."""
    clauses = words.clauses
    needed = by_clause(needs(docs))
    optional = {clause: who for clause, who in by_clause(may_do_without(docs)).items() if clause not in needed}
    yield from cannot_be_left_out(needed, clauses)
    yield from held_by_none(optional, clauses)
    for who, clause in dict.fromkeys(own_words(docs, words)):
        if clause not in clauses:
            held = f"{who} cites {clause}, which no section of the policy holds"
            yield f"{held}. Name a clause of yours there, or take it out"
    yield from withdrawn(by_clause(may_do_without(docs)), clauses)
    yield from written_wrong({*needed, *optional}, clauses)
