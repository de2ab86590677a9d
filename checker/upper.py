"""What holds the upper end of a range: the fewest missing answers without which it would fall a step."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import combinations, count

from checker.model import Range
from checker.thresholds import AT_LEAST, TOP, rules_at

__all__ = ["holds_upper"]


def missing_for(bits: int, known: int) -> int:
    """The questions, a bit each in the rulebook's order, whose answers a rule still waits for."""
    waits = bits & ~known
    return sum(1 << place for place, top in enumerate(TOP) if top & waits)


def first_that_meets_all(needs: Iterable[int], candidates: list[int]) -> int:
    """The fewest of `candidates` of which each of `needs` has one; of equal sets the first in their order."""
    fewest_first = (sum(chosen) for size in count() for chosen in combinations(candidates, size))
    return next(together for together in fewest_first if all(need & together for need in needs))


def holds_upper(range_: Range, known: int, unknown: int) -> tuple[str, ...]:
    """The questions that hold the upper end: graded, not answered. Empty where both ends are the same step."""
    if not range_.width:
        return ()
    needs = {missing_for(bits, known) for bits in rules_at(range_.most) if bits & (known | unknown) == bits}
    alone = sum({need for need in needs if need.bit_count() == 1})
    needs = {need for need in needs if not need & alone}
    candidates = [1 << place for place in range(len(TOP)) if any(need >> place & 1 for need in needs)]
    held = alone | first_that_meets_all(needs, candidates)
    return tuple(question for place, question in enumerate(AT_LEAST) if held >> place & 1)
