"""The ends of the range, what is most decisive and what would raise or lower it, against brute force over a table."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import NamedTuple

import oracle
from drawn import draws
from evidence.sweep import COUNTED, Table, place
from vocabulary import possible

from checker import Answers, assess
from checker.model import Step

__all__ = ["Compared", "compared"]


class Compared(NamedTuple):
    """How many sets were drawn, of each kind, over how many completions, and those that differ: none is wanted."""

    sets: int
    kinds: dict[str, int]
    completions: int
    differ: list[dict[str, object]]


class Brute:
    """The ends over every completion, one by one, for as many as `most`; beyond, those of the two extreme completions.

    The table is known to be monotone, so its extremes lie there.
    """

    def __init__(self, table: Table, most: int) -> None:
        self.table = table
        self.most = most
        self.completions = 0

    def __call__(self, given: Mapping[str, object]) -> oracle.Ends:
        applies = possible(dict(given))
        box = []
        for question, options in COUNTED.items():
            at = place(question, str(given[question])) if question in given else None
            last = len({*applies.get(question, options[:1])} & {*options}) - 1
            box.append(slice(0, last + 1) if at is None else slice(at, at + 1))
        found = self.table[tuple(box)]
        if found.size > self.most:
            found = found[tuple(slice(None, None, max(1, length - 1)) for length in found.shape)]
        self.completions += found.size
        return oracle.Ends(Step(int(found.min())), Step(int(found.max())))


def kind(given: Mapping[str, object]) -> str:
    missing = len(oracle.missing(dict(given)))
    who = given.get("involved", "not known")
    return f"involved {who}; {'none' if not missing else 'up to 4' if missing <= 4 else 'more'} missing"


def unequal(given: dict[str, object], brute: Brute) -> bool:
    """Whether the checker says anything else of `given` than brute force does."""
    found = assess(Answers(**given), lower=True)
    changes = [
        [(each.question, each.option, each.range) for each in way] for way in (found.would_raise, found.would_lower)
    ]
    ways = [[(q, o, (e.least, e.most)) for q, o, e in oracle.changes(given, up=up)] for up in (True, False)]
    return (
        (found.range.least, found.range.most) != tuple(brute(given))
        or list(found.unknown) != oracle.unknown(given)
        or [[(q, o, (r.least, r.most)) for q, o, r in way] for way in changes] != ways
    )


def compared(table: Table, number: int, seed: int, most: int = 20_000) -> Compared:
    brute = Brute(table, most)
    sets = draws(f"ends {seed}", number)
    slow, oracle.ends = oracle.ends, brute
    try:
        differ = [given for given in sets if unequal(given, brute)]
    finally:
        oracle.ends = slow
    return Compared(len(sets), dict(sorted(Counter(map(kind, sets)).items())), brute.completions, differ)
