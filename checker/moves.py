"""What a change of rules moves, told: as plain data and as text."""

from __future__ import annotations

from collections import Counter

from checker.compare import Moved, Pair
from checker.model import Step

__all__ = ["moved_data", "moved_text"]


def from_to(pair: Pair) -> str:
    return f"{pair[0].id} to {pair[1].id}"


def steps_by(change: Moved) -> dict[str, tuple[int, int]]:
    """How many sets each step has, under the old and under the new rules."""
    by_old, by_new = Counter[Step](), Counter[Step]()
    for (before, now), count in change.pairs.items():
        by_old[before] += count
        by_new[now] += count
    return {step.id: (by_old[step], by_new[step]) for step in Step}


def moved_data(change: Moved) -> dict[str, object]:
    """As plain data: the sets, how many of them move and from where to where, and all else that `Moved` holds."""
    return {
        "sets": change.sets,
        "moved": change.count,
        "steps": {step: {"old": old, "new": new} for step, (old, new) in steps_by(change).items()},
        "moves": [
            {"from": old.id, "to": new.id, "sets": count}
            for (old, new), count in sorted(change.pairs.items())
            if old != new
        ],
        "first": [{"answers": answers, "from": old.id, "to": new.id} for answers, (old, new) in change.first],
        "examples": [
            {"id": id_, "old": {"from": old[0].id, "to": old[1].id}, "new": {"from": new[0].id, "to": new[1].id}}
            for id_, old, new in change.examples
        ],
        "words": dict(change.words),
        "not_shared": list(change.not_shared),
    }


def moved_text(change: Moved) -> str:
    """As text, for whoever changed the rules."""
    lines = [f"{change.count:,} of {change.sets:,} complete answer sets move."]
    lines += [f"  {from_to(pair)}: {count:,}" for pair, count in sorted(change.pairs.items()) if pair[0] != pair[1]]
    lines += ["", "Sets of each step, before and after:"]
    lines += [f"  {step}: {old:,} and {new:,}" for step, (old, new) in steps_by(change).items()]
    sections = {
        "The first sets that move, by their answers above the least concerning:": [
            f"{', '.join(f'{q} {o}' for q, o in answers.items()) or 'none'}: {from_to(pair)}"
            for answers, pair in change.first
        ],
        "Examples that move:": [
            f"{id_}: from {from_to(old)}, now from {from_to(new)}" for id_, old, new in change.examples
        ],
        "Added, removed or changed:": [f"{what}: {how}" for what, how in change.words.items()],
        "Answers that only one of the two knows, which no set holds:": change.not_shared,
    }
    for title, rows in sections.items():
        lines += ["", title, *(f"  {row}" for row in rows or ["none"])]
    return "\n".join(lines) + "\n"
