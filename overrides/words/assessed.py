"""What the policy says of assessing a child, by the child's age, as its `assessed.toml` holds it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from checker.edition import LEFT_TO_THE_EDITION
from overrides.words.entries import is_words, key_problems, read_part

__all__ = ["Assessed", "read_assessed"]

FILE = "policy/assessed.toml"
AGES = [name for name in LEFT_TO_THE_EDITION if name.startswith("assessed-")]


@dataclass(frozen=True)
class Assessed:
    """What a result says, and the clauses that it rests on."""

    words: str
    clauses: tuple[str, ...]


def row_problems(name: str, row: Any) -> Iterator[str]:
    if name not in AGES or not isinstance(row, dict):
        yield f"{name} is not one of {', '.join(AGES)}"
        return
    yield from key_problems(row, ("words", "clauses"))
    if not is_words(row.get("words", "words")):
        yield "words wants words in quotes"
    clauses = row.get("clauses", ["c-1"])
    if not isinstance(clauses, list) or not clauses or not all(map(is_words, clauses)):
        yield 'clauses wants a list, such as ["c-3-1"]'


def read_assessed(docs: Path) -> dict[str, Assessed]:
    """What the policy says of it, by the names of `LEFT_TO_THE_EDITION`; nothing where the file is not there.

    Raises ValueError with a line for each problem.
    """
    if not (docs / "parts" / FILE).is_file():
        return {}
    rows = read_part(docs, FILE)
    problems = [f"{FILE}, {name}: {problem}" for name, row in rows.items() for problem in row_problems(name, row)]
    if problems:
        raise ValueError("\n".join(problems))
    return {name: Assessed(row["words"], tuple(row["clauses"])) for name, row in rows.items()}
