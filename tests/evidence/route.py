"""The route of every complete answer set: a more concerning answer never weakens it.

A decomposition. Of the graded answers the route reads three alone, beside the step; that is watched, not assumed. So
every complete set has the route of one of the situations below, and each is compared with all that one more concerning
graded answer can make of it.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import product
from typing import NamedTuple

from vocabulary import GRADED, possible

from checker.model import Range, Step
from checker.route import UNDER_13_TO_REFER, route_for
from checker.situation import Situation

__all__ = ["READS", "Routes", "routes"]

READS = ("intrusion", "images", "development")
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
GIVES_WAY = {"no-route": {"refer", "might", "under-13-contact", "images", "assess"}, "might": {"refer"}}
"""What the design lets a row give way to."""

Graded = tuple[Step, str | None, str, str]
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
    return list(product(steps, *(options.get(question, (None,)) for question in READS)))


@cache
def worse(at: Graded, among: tuple[Graded, ...]) -> list[Graded]:
    """What one more concerning answer can make of it: one of the three is higher, or another; the step is no lower."""

    def rank(question: str, option: str | None) -> int:
        return 0 if option is None else GRADED[question].index(option)

    def follows(other: Graded) -> bool:
        pairs = [(rank(q, a), rank(q, b)) for q, a, b in zip(READS, at[1:], other[1:], strict=True)]
        higher = [b > a for a, b in pairs]
        return other != at and other[0] >= at[0] and all(b >= a for a, b in pairs) and sum(higher) <= 1

    return [other for other in among if follows(other)]


def weaker(before: frozenset[str], after: frozenset[str]) -> bool:
    return any(not after & GIVES_WAY.get(lost, set()) for lost in before - after)


def routes(share: float = 1, seed: int = 0) -> Routes:
    """`share` of the ways in which people can be involved, drawn by `seed`."""
    read: set[str] = set()
    everyone = list(people())
    drawn = random.Random(seed).sample(everyone, round(len(everyone) * share))
    situations = compared = 0
    weakened: list[dict[str, object]] = []
    for who in drawn:
        among = tuple(graded(who))
        for more in facts():
            rows = {}
            for at in among:
                three = {question: option for question, option in zip(READS, at[1:], strict=True) if option}
                given = Watched({**who, **more, **three}, read)
                found = route_for(Situation(given, Range(at[0], at[0])))
                to_refer = [f"{row.id} says refer" for row in found if row.lines == UNDER_13_TO_REFER.lines]
                rows[at] = frozenset([row.id for row in found] + to_refer)
            situations += len(rows)
            for at, before in rows.items():
                for other in worse(at, among):
                    compared += 1
                    if weaker(before, rows[other]):
                        weakened.append({**who, **more, "before": at, "after": other})
    return Routes(situations, compared, sorted(read & GRADED.keys()), weakened)
