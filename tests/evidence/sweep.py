"""Every complete answer set, one by one: its step by the rules as thresholds, and what holds of all of them.

A table has an axis for each graded question, in the vocabulary's order, and along it an index for each option, least
concerning first. It holds the step of each of its sets as a number; `checker` does not make it. Behaviour that involved
nobody else lies in the same table: a question that does not apply is at its least. So does "no sign of it so far": no
rule asks for it, so the step counts it as least (`test_no_sign`).
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from math import prod

import numpy as np
from numpy.typing import NDArray
from red_flags import RED_FLAGS
from vocabulary import ALONE, GRADED

from checker import Answers, assess, range_for
from checker.model import Rule, Step

__all__ = [
    "COUNTED",
    "LEAST",
    "Table",
    "alone",
    "never_lowered",
    "number_of_sets",
    "place",
    "sets_of",
    "steps_of",
    "table_of",
    "unequal_to_the_checker",
    "weakened_flags",
]

# A failing test prints what it was given.
np.set_printoptions(override_repr=lambda array: f"<an array of {array.size:,}>")
Table = NDArray[np.uint8]
COUNTED = {question: tuple(o for o in options if o != "no_sign") for question, options in GRADED.items()}
"""The options that the step tells apart."""
SHAPE = tuple(map(len, COUNTED.values()))
LEAST = {question: options[0] for question, options in GRADED.items()}
AXES = {question: axis for axis, question in enumerate(GRADED)}


def place(question: str, option: str) -> int:
    """An option's index along its question's axis."""
    return COUNTED[question].index(option) if option in COUNTED[question] else 0


def number_of_sets() -> int:
    return prod(SHAPE)


def region(when: Mapping[str, str]) -> tuple[slice, ...]:
    """The sets whose answers are at or above the options in `when`."""
    return tuple(
        slice(options.index(when[question]), None) if question in when else slice(None)
        for question, options in COUNTED.items()
    )


def table_of(rules: Iterable[Rule]) -> Table:
    """The highest step of a rule that matches, for every set; normal where none does."""
    table = np.zeros(SHAPE, np.uint8)
    for rule in sorted(rules, key=lambda rule: rule.step):
        table[region(rule.when)] = rule.step
    return table


def steps_of(table: Table) -> dict[str, int]:
    """How many sets each step has."""
    return {step.id: int(np.count_nonzero(table == step)) for step in Step}


def alone() -> tuple[slice, ...]:
    """The sets in which nobody else was involved."""
    return tuple(
        slice(0, len({*ALONE[question]} & {*COUNTED[question]}) if question in ALONE else 1) for question in COUNTED
    )


def never_lowered(table: Table) -> list[str]:
    """The questions of which a more concerning answer somewhere lowers the step: none is wanted."""
    found = []
    for question, axis in AXES.items():
        along = np.moveaxis(table, axis, 0)
        if any((worse < less).any() for less, worse in pairwise(along)):
            found.append(question)
    return found


def weakened_flags(table: Table) -> list[str]:
    """The clauses of the red flags that some set, with answers at or above them, falls short of: none is wanted."""
    return [clause for when, step, clause in RED_FLAGS if table[region(when)].min() < Step[step.upper()]]


def sets_of(table: Table, number: int, seed: int) -> Iterator[tuple[dict[str, str], Step]]:
    """Drawn complete sets with their steps: as many of each step, and as many in which nobody else was involved."""
    rng = random.Random(seed)
    wanted = Counter(dict.fromkeys(Step, number // (len(Step) + 1)))
    while wanted.total():
        calm = rng.choice((0, 0.3, 0.6, 0.8, 0.9, 0.97))
        index = tuple(0 if rng.random() < calm else rng.randrange(length) for length in SHAPE)
        step = Step(int(table[index]))
        if wanted[step]:
            wanted[step] -= 1
            yield {q: options[at] for (q, options), at in zip(COUNTED.items(), index, strict=True)}, step
    for _ in range(number // (len(Step) + 1)):
        given = {question: rng.choice(options) for question, options in ALONE.items()}
        index = tuple(place(q, given[q]) if q in given else 0 for q in COUNTED)
        yield {"involved": "nobody", **given}, Step(int(table[index]))


def edges(rules: Iterable[Rule]) -> Iterator[dict[str, str]]:
    """For each rule, the set that just meets it, and those that miss it by one option of one question."""
    for rule in rules:
        yield {**LEAST, **rule.when}
        for question, option in rule.when.items():
            yield {**LEAST, **rule.when, question: COUNTED[question][COUNTED[question].index(option) - 1]}


def unequal_to_the_checker(
    table: Table, rules: Sequence[Rule], number: int, seed: int
) -> tuple[int, list[dict[str, str]]]:
    """How many sets were put to the checker itself, and those that it places elsewhere: none is wanted.

    They are drawn, and the edges of every rule. One in twenty is assessed in full.
    """
    asked = list(sets_of(table, number, seed))
    for given in edges(rules):
        index = tuple(place(question, given[question]) for question in COUNTED)
        asked.append((given, Step(int(table[index]))))
    wrong = []
    for at, (given, step) in enumerate(asked):
        answers = Answers(**given)
        found = assess(answers).range if at % 20 == 0 else range_for(answers)
        if (found.least, found.most) != (step, step):
            wrong.append(given)
    return len(asked), wrong
