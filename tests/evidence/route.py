"""The route of every complete answer set: a more concerning answer never weakens it.

A decomposition. Of the graded answers the route reads six alone, beside the step; that is watched, not assumed. So
every complete set has the route of one of the situations below, and each is compared with all that one more concerning
graded answer can make of it. What "no sign of it so far" does is shown in `test_no_sign`.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import product
from typing import NamedTuple

from vocabulary import GRADED, possible

from checker.model import Range, Step
from checker.route import said_in
from checker.situation import Situation

__all__ = ["READS", "Routes", "routes"]

READS = {
    "intrusion": ("none", "slight", "intrusive", "highly_intrusive"),
    "images": ("none", "own_willing", "threatened"),
    "development": ("expected", "unusual", "adult_like"),
    "consent": ("shared", "unwanted"),
    "power": ("equal", "unequal"),
    "pressure": ("none", "manipulation"),
}
"""The answers that lines of the route tell apart."""
FACTS = {
    "danger": (None, "yes"),
    "hurt": (None, "yes"),
    "together": (None, "yes"),
    "exploited": (None, "possible"),
    "trauma": (None, "yes"),
}
"""Any other answer to them is as if there were none: the route asks only for these."""
AGES = (None, 0, 9, 10, 12, 13, 17)
"""Both sides of each age that the route asks for."""
SAYS_MORE = {"refer", "might", "under-13-contact", "images", "assess"}
GIVES_WAY = {"no-route": SAYS_MORE, "tell-someone": {"no-route", *SAYS_MORE}, "might": {"refer"}}
"""What the design lets a row give way to."""

Graded = tuple[Step, *tuple[str | None, ...]]
"""The step and the answers to `READS`; no answer where the question does not apply."""


class Watched(dict):
    """Answers that note which of them were read."""

    def __init__(self, given: Mapping[str, object], read: set[str]) -> None:
        super().__init__(given)
        self.read = read

    def get(self, key, default=None):
        self.read.add(key)
        return super().get(key, default)

    def __getitem__(self, key):
        self.read.add(key)
        return super().__getitem__(key)

    def __contains__(self, key):
        self.read.add(key)
        return super().__contains__(key)


class Routes(NamedTuple):
    """The number of situations and of comparisons, the graded questions read, and what was weaker: none is wanted."""

    situations: int
    compared: int
    read: list[str]
    weakened: list[dict[str, object]]


def people() -> Iterator[dict[str, object]]:
    """Who was involved and both ages, in every way that is sound."""
    for age, involved in product(AGES, (None, "nobody", "child", "adult")):
        others = {None: (*AGES, 18), "nobody": (None,), "child": AGES, "adult": (None, 18)}[involved]
        for other_age in others:
            found = {"age": age, "involved": involved, "other_age": other_age}
            yield {question: answer for question, answer in found.items() if answer is not None}


def facts() -> Iterator[dict[str, object]]:
    for chosen in product(*FACTS.values()):
        yield {question: answer for question, answer in zip(FACTS, chosen, strict=True) if answer is not None}


def graded(who: Mapping[str, object]) -> list[Graded]:
    options = possible(dict(who))
    steps = [step for step in Step if who.get("involved") != "nobody" or step <= Step.PROBLEMATIC]
    answers = (
        tuple(option for option in told_apart if option in options[question]) if question in options else (None,)
        for question, told_apart in READS.items()
    )
    return list(product(steps, *answers))


@cache
def worse(at: Graded, among: tuple[Graded, ...]) -> list[Graded]:
    """What one more concerning answer can make of it: one of the six is higher, or another; the step is no lower."""

    def rank(question: str, option: str | None) -> int:
        return 0 if option is None else GRADED[question].index(option)

    def follows(other: Graded) -> bool:
        pairs = [(rank(q, a), rank(q, b)) for q, a, b in zip(READS, at[1:], other[1:], strict=True)]
        higher = [b > a for a, b in pairs]
        return other != at and other[0] >= at[0] and all(b >= a for a, b in pairs) and sum(higher) <= 1

    return [other for other in among if follows(other)]


def weaker(before: frozenset[str], after: frozenset[str]) -> bool:
    return any(not after & GIVES_WAY.get(lost, set()) for lost in before - after)


def said(known: Mapping[str, object], at: Graded, read: set[str]) -> frozenset[str]:
    """The rows that are said, and whether any of them refers."""
    answers = {question: option for question, option in zip(READS, at[1:], strict=True) if option}
    found = said_in(Situation(Watched({**known, **answers}, read), Range(at[0], at[0]), at[0]))
    refers = {line.id for _, lines in found for line in lines} & {"refer", "refer-today"}
    return frozenset([row.id for row, _ in found] + ["refers"] * bool(refers))


def routes(share: float = 1, seed: int = 0) -> Routes:
    """`share` of the ways in which people can be involved and of what else is known, drawn by `seed`."""
    read: set[str] = set()
    everyone = list(product(people(), facts()))
    drawn = random.Random(seed).sample(everyone, round(len(everyone) * share))
    situations = compared = 0
    weakened: list[dict[str, object]] = []
    for who, more in drawn:
        among = tuple(graded(who))
        rows = {at: said({**who, **more}, at, read) for at in among}
        situations += len(rows)
        for at, before in rows.items():
            others = worse(at, among)
            compared += len(others)
            weakened.extend(
                {**who, **more, "before": at, "after": other}
                for other in others
                if not before <= rows[other] and weaker(before, rows[other])
            )
    return Routes(situations, compared, sorted(read & GRADED.keys()), weakened)
