"""All the words of the site, read from `docs/` once."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from checker.examples import Example
from overrides.words.assessed import Assessed, read_assessed
from overrides.words.changes import Change, read_changes
from overrides.words.clauses import Clauses, read_clauses
from overrides.words.definitions import Definition, read_definitions
from overrides.words.evidence import Evidence, read_evidence
from overrides.words.examples import Lettered, example_numbers, published_examples, rated, shorter
from overrides.words.faults import Fault, read_faults
from overrides.words.hazards import Log, read_hazards
from overrides.words.question_aliases import read_question_aliases

__all__ = ["Words", "gather_words"]


@dataclass(frozen=True)
class Words:
    """The words of the site.

    What the policy says of assessment, by the age of a child; the clauses by their ids, in the policy's order; the
    terms by name; the changes, the newest first; the worked examples, the number of each by its id, and those of the
    rating sheet under their letters; what was measured; the faults that were tried; the hazard log; the words that find
    a question, by its id.
    """

    assessed: dict[str, Assessed]
    clauses: Clauses
    terms: list[Definition]
    changes: list[Change]
    examples: list[Example]
    numbers: dict[str, int]
    rated: Lettered
    rated_in_less: Lettered
    evidence: Evidence
    faults: list[Fault]
    hazards: Log
    question_aliases: dict[str, tuple[str, ...]]


def gather_words(docs: Path) -> Words:
    """The words as they stand in `docs`, not yet checked. Raises ValueError where they cannot be read."""
    examples = published_examples(docs)
    stories = rated(docs, examples)
    return Words(
        assessed=read_assessed(docs),
        clauses=read_clauses(docs),
        terms=read_definitions(docs),
        changes=read_changes(docs),
        examples=examples,
        numbers=example_numbers(docs, examples),
        rated=stories,
        rated_in_less=shorter(docs, stories),
        evidence=read_evidence(docs),
        faults=read_faults(docs),
        hazards=read_hazards(docs),
        question_aliases=read_question_aliases(docs),
    )
