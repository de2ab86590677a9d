"""The clauses of the policy, as its parts hold them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

__all__ = ["BULLET", "ID", "MARK", "Clause", "label", "read_clauses"]

ID = r"c-[0-9](?:-[a-z0-9]+)*"
MARK = re.compile(rf"\[({ID})(?: withdrawn (\d{{4}}-\d\d-\d\d))?\] ")
INCLUDE = re.compile(r"^\{!(docs/parts/policy/[\w./-]+)!\}$", re.MULTILINE)
UNIT = re.compile(r"(?:\A|\n\s*\n|\n)(?=(?:[-*+]|\d+\.) )|\n\s*\n")
BULLET = re.compile(r"(?:[-*+]|\d+\.) +")


@dataclass(slots=True)
class Clause:
    """`parts` holds its paragraphs, and the points of its list that are no clauses of their own (true), as Markdown.

    `withdrawn` is the day on which it was, as YYYY-MM-DD: its id stays, as a stub that says what became of it.
    """

    id: str
    page: str
    section: str
    withdrawn: str = ""
    parts: list[tuple[bool, str]] = field(default_factory=list)

    @property
    def text(self) -> list[str]:
        return [words for point, words in self.parts if not point]

    @property
    def items(self) -> list[str]:
        return [words for point, words in self.parts if point]

    @property
    def words(self) -> str:
        return " ".join(words for _, words in self.parts)


def label(clause: str) -> str:
    """How a clause is cited: `c-6-problematic-no-victim` is 6.problematic.no-victim."""
    return ".".join(clause.removeprefix("c-").split("-", 2))


def clauses_in(text: str, page: str, section: str) -> Iterator[Clause]:
    """The clauses of one part. An unmarked paragraph or point belongs to the clause whose paragraph is above it."""
    paragraph: Clause | None = None
    for unit in UNIT.split(text.strip()):
        point = BULLET.match(unit)
        words = " ".join(unit[point.end() if point else 0 :].split())
        mark = MARK.match(words)
        if mark:
            clause = Clause(mark[1], page, section, mark[2] or "", [(False, words[mark.end() :])])
            paragraph = paragraph if point else clause
            yield clause
        elif paragraph and words:
            paragraph.parts.append((bool(point), words))


def read_clauses(docs: Path) -> dict[str, Clause]:
    """Every clause by its id, in the policy's order, with the page under `docs/policy` that is its address.

    Raises ValueError where a part that a page includes is missing, or two pages hold one clause.
    """
    clauses: dict[str, Clause] = {}
    for page in sorted((docs / "policy").glob("[0-9]*.md")):
        text = page.read_text(encoding="utf-8")
        title = re.search(r"^# (.+)$", text, re.MULTILINE)
        for part in INCLUDE.findall(text):
            path = docs.parent / part
            if not path.is_file():
                raise ValueError(f"{page} includes {part}, which is missing")
            for clause in clauses_in(path.read_text(encoding="utf-8"), page.name, title[1] if title else ""):
                if clause.id in clauses:
                    raise ValueError(f"{clause.id} is in {clauses[clause.id].page} and again in {part}")
                clauses[clause.id] = clause
    return clauses
