"""What a row of advice is: when it applies, what each of its lines says, and what that line rests on.

The rows stand in `route`, `needs` and `cautions`. A row cannot be written without its condition, nor a line without
what it rests on.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from checker.situation import Situation

__all__ = [
    "PUBLIC",
    "STAFF",
    "Advice",
    "Basis",
    "Line",
    "Wording",
    "beyond_policy",
    "policy",
    "resting_on",
    "rows_that_apply",
]

STAFF = "If you work or volunteer with children:"
PUBLIC = "If you are a parent or anyone else:"

When = Callable[[Situation], bool]


@dataclass(frozen=True, slots=True)
class Basis:
    """What a line rests on: clauses of the policy, the first of which it cites, or a source beyond the policy.

    Clauses beside a source say why it matters.
    """

    clauses: tuple[str, ...]
    source: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """One thing to say, and what it rests on."""

    text: str
    basis: Basis


@dataclass(frozen=True, slots=True)
class Wording:
    """What a row says instead, where `when` holds."""

    when: When
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Advice:
    """A row of the route, a need of a child or a caution. It applies where `when` holds.

    It is left out where a row named in `gives_way_to` applies too. The first of its `wordings` that holds takes the
    place of its `lines`. `contacts` are ids of the publisher's settings: whom to call, shown with the row.
    """

    id: str
    when: When
    lines: tuple[Line, ...]
    contacts: tuple[str, ...] = ()
    gives_way_to: tuple[str, ...] = ()
    wordings: tuple[Wording, ...] = ()

    @property
    def text(self) -> str:
        """What it says, a line for each thing to say."""
        return "\n".join(line.text for line in self.lines)

    @property
    def clauses(self) -> tuple[str, ...]:
        """Every clause that its lines rest on, each once."""
        return tuple(dict.fromkeys(clause for line in self.lines for clause in line.basis.clauses))

    def worded_for(self, situation: Situation) -> Advice:
        """The row as it is said in `situation`."""
        lines = next((wording.lines for wording in self.wordings if wording.when(situation)), self.lines)
        return replace(self, lines=lines)


def policy(*clauses: str) -> Basis:
    return Basis(clauses)


def beyond_policy(source: str, *clauses: str) -> Basis:
    """What is no clause's: a source of `SOURCES`. `clauses` say why it matters."""
    return Basis(clauses, source)


def resting_on(basis: Basis, *texts: str) -> tuple[Line, ...]:
    """Lines that all rest on the same."""
    return tuple(Line(text, basis) for text in texts)


def rows_that_apply(rows: Mapping[str, Advice], situation: Situation) -> tuple[Advice, ...]:
    """Those of `rows` that apply in `situation`, in their order and as they are said there."""
    applying = [row for row in rows.values() if row.when(situation)]
    ids = {row.id for row in applying}
    return tuple(row.worded_for(situation) for row in applying if ids.isdisjoint(row.gives_way_to))
