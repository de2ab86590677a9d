"""What a row of advice is: when it applies, what each of its lines says, and what that line rests on.

The rows stand in `route`, `needs` and `cautions`. A row cannot be written without its condition, nor a line without
what it rests on.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace

from checker.edition import LEFT_TO_THE_EDITION
from checker.situation import Situation, always

__all__ = [
    "PROFESSIONAL",
    "PUBLIC",
    "STAFF",
    "Advice",
    "Basis",
    "Line",
    "Said",
    "beyond_policy",
    "policy",
    "rows_that_apply",
    "said_once",
    "that_apply",
    "worded",
]

PROFESSIONAL = "If you are a professional"
STAFF = "If you work or volunteer with children"
PUBLIC = "If you are a parent or anyone else"

STAYS_IN_BRACES = {name: f"{{{name}}}" for name in LEFT_TO_THE_EDITION}
"""What a line leaves to the edition, for a text in which the rest is filled in."""

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
    """One thing to say, where `when` holds, and what it rests on.

    `text` may name in braces what `Situation.words` has, or what is left to the edition of the policy. A line that is
    such a name alone is the edition's, with what it rests on. Lines of one `id` say the same, each for its own
    situation, and one of them is enough in a result. `beneath` are ids of lines that say more: beside one of them it is
    left out. What can be read `later`, such as why or what comes next, is kept out of the list of what to do.
    """

    id: str
    text: str
    basis: Basis
    when: When = always
    beneath: tuple[str, ...] = ()
    later: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Advice:
    """A row of the route, a need of a child or a caution. It applies where `when` holds.

    It is left out where a row named in `gives_way_to` applies too. `contacts` are ids of the publisher's settings: whom
    to call. A row of the route that is not for `today` can wait.
    """

    id: str
    when: When
    lines: tuple[Line, ...]
    contacts: tuple[str, ...] = ()
    gives_way_to: tuple[str, ...] = ()
    today: bool = True

    @property
    def now(self) -> tuple[Line, ...]:
        """What it says to do."""
        return tuple(line for line in self.lines if not line.later)

    @property
    def later(self) -> tuple[Line, ...]:
        """What of it can be read later."""
        return tuple(line for line in self.lines if line.later)

    @property
    def text(self) -> str:
        """What it says, a line for each thing to say."""
        return "\n".join(line.text for line in self.lines)

    @property
    def clauses(self) -> tuple[str, ...]:
        """Every clause that its lines rest on, each once."""
        return tuple(dict.fromkeys(clause for line in self.lines for clause in line.basis.clauses))


Said = tuple[Advice, tuple[Line, ...]]
"""A row, and those of its lines that are said."""


def policy(*clauses: str) -> Basis:
    return Basis(clauses)


def beyond_policy(source: str, *clauses: str) -> Basis:
    """What is no clause's: a source of `SOURCES`. `clauses` say why it matters."""
    return Basis(clauses, source)


def that_apply(rows: Mapping[str, Advice], situation: Situation) -> list[Said]:
    """Those of `rows` that apply in `situation`, in their order, each with those of its lines that do."""
    applying = [row for row in rows.values() if row.when(situation)]
    ids = {row.id for row in applying}
    return [
        (row, tuple(line for line in row.lines if line.when(situation)))
        for row in applying
        if ids.isdisjoint(row.gives_way_to)
    ]


def said_once(rows: list[Said]) -> list[Said]:
    """`rows` with each line where it is first said, and without those beside which another says more."""
    every = {line.id for _, lines in rows for line in lines}
    said: set[str] = set()
    once = []
    for row, lines in rows:
        once.append((row, tuple(line for line in lines if line.id not in said and every.isdisjoint(line.beneath))))
        said.update(line.id for line in lines)
    return once


def worded(rows: Iterable[Said], situation: Situation) -> tuple[Advice, ...]:
    """`rows` as they are said in `situation`. What they leave to the edition stays in braces."""
    words = {**STAYS_IN_BRACES, **situation.words()}
    return tuple(
        replace(row, lines=tuple(replace(line, text=line.text.format_map(words)) for line in lines))
        for row, lines in rows
    )


def rows_that_apply(rows: Mapping[str, Advice], situation: Situation) -> tuple[Advice, ...]:
    """Those of `rows` that apply in `situation`, in their order and as they are said there."""
    return worded(that_apply(rows, situation), situation)
