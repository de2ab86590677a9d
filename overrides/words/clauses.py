"""The clauses of the policy, as its sections hold them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from overrides.words.sections import POLICY, Section, read_sections

__all__ = [
    "BULLET",
    "ID",
    "MARK",
    "NOT_IN_POLICY",
    "OF_CLAUSE",
    "Clause",
    "Clauses",
    "clauses_in",
    "label",
    "read_clauses",
    "read_ids",
]

ID = r"[cp]-[0-9]+(?:-[a-z0-9]+)*"
"""With `c-` begin the ids that the checker cites, with `p-` those of a policy that numbers its clauses otherwise."""
OF_CLAUSE = re.compile(rf"\{{\{{ (Section|section|number|clause|to|part) ({ID}) \}}\}}")
"""What a page leaves to the edition of the policy about one of its clauses: see `overrides.editions.references`."""
MARK = re.compile(rf"\[({ID})(?: as ({ID}(?:, {ID})*))?(?: withdrawn (\d{{4}}-\d\d-\d\d))?\] ")
UNIT = re.compile(r"(?:\A|\n\s*\n|\n)(?=(?:[-*+]|\d+\.) )|\n\s*\n")
NOT_IN_POLICY = "not_in_policy.txt"
BULLET = re.compile(r"(?:[-*+]|\d+\.) +")
NO_CLAUSE = re.compile(r"#|\{!")
"""How a heading begins, and what a section includes: what follows belongs to no clause above it."""


@dataclass(slots=True)
class Clause:
    """`parts` holds its paragraphs, and the points of its list that are no clauses of their own (true), as Markdown.

    `cited_as` are the ids by which the checker and the pages cite it, where these are not its own. `withdrawn` is the
    day on which it was, as YYYY-MM-DD: its id stays, as a stub that says what became of it.
    """

    id: str
    page: str
    section: str
    cited_as: tuple[str, ...] = ()
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


class Clauses(dict[str, Clause]):
    """Every clause by its own id, in the policy's order.

    One is found, too, by an id that it is cited as, even if a clause that was withdrawn has that for its own. `absent`
    are the ids that the checker and the pages cite, and that this policy does not say: what rests on them is this
    project's.
    """

    def __init__(self) -> None:
        super().__init__()
        self.cited_as: dict[str, str] = {}
        self.absent: frozenset[str] = frozenset()

    def add(self, clause: Clause, where: str) -> None:
        """Raises ValueError, saying `where`, for an id that is another's."""
        if super().__contains__(clause.id):
            raise ValueError(
                f"[{clause.id}] stands in {self.own(clause.id).page} and again in {where}: give one another mark"
            )
        self[clause.id] = clause
        for id_ in clause.cited_as:
            if id_ in self.cited_as:
                raise ValueError(f"{id_} is what {self.cited_as[id_]} is cited as, and again what {clause.id} is")
            self.cited_as[id_] = clause.id

    def own(self, id_: str) -> Clause:
        """The clause that has this for its own id."""
        return super().__getitem__(id_)

    def __getitem__(self, id_: str) -> Clause:
        return self.own(self.cited_as.get(id_, id_))

    def __contains__(self, id_: object) -> bool:
        return super().__contains__(id_) or id_ in self.cited_as

    def every_id(self) -> list[str]:
        """The ids by which a clause may be asked for: its own, and those that it is cited as."""
        return [*dict.fromkeys([*self, *self.cited_as])]

    def points_of(self, id_: str) -> list[Clause]:
        """The clauses that are points of this one."""
        return [clause for own, clause in self.items() if own.startswith(f"{self[id_].id}-")]


def label(clause: str) -> str:
    """How a clause is cited: `c-6-problematic-no-victim` is 6.problematic.no-victim."""
    return ".".join(re.sub("^[cp]-", "", clause).split("-", 2))


def clauses_in(section: Section) -> Iterator[Clause]:
    """The clauses of a section. An unmarked paragraph or point belongs to the clause whose paragraph is above it."""
    paragraph: Clause | None = None
    for unit in UNIT.split(section.body.strip()):
        if NO_CLAUSE.match(unit):
            paragraph = None
            continue
        point = BULLET.match(unit)
        words = " ".join(unit[point.end() if point else 0 :].split())
        mark = MARK.match(words)
        if mark:
            cited_as = tuple(mark[2].split(", ")) if mark[2] else ()
            parts = [(False, words[mark.end() :])]
            clause = Clause(mark[1], section.page, section.title, cited_as, mark[3] or "", parts)
            paragraph = paragraph if point else clause
            yield clause
        elif paragraph and words:
            paragraph.parts.append((bool(point), words))


def read_ids(docs: Path, name: str) -> list[str]:
    """The ids in a file beside the sections: one a line, and notes after `#`; none where the file is not there."""
    path = docs / POLICY / name
    lines = path.read_text(encoding="utf-8").splitlines() if path.is_file() else []
    return [id_ for line in lines if (id_ := line.partition("#")[0].strip())]


def read_clauses(docs: Path) -> Clauses:
    """Every clause, with the page under `policy/` that is its address.

    Raises ValueError where a section cannot be read, or two clauses have one id.
    """
    clauses = Clauses()
    clauses.absent = frozenset(read_ids(docs, NOT_IN_POLICY))
    for section in read_sections(docs):
        for clause in clauses_in(section):
            clauses.add(clause, section.page)
    return clauses
