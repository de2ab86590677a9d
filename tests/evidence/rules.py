"""The rules over every complete answer set: all that the page about the evidence says of them."""

from __future__ import annotations

import time

from evidence.ends import compared
from evidence.route import READS, routes
from evidence.second_reading import rulebook, second_reading
from evidence.sweep import (
    LEAST,
    Table,
    alone,
    never_lowered,
    number_of_sets,
    steps_of,
    table_of,
    unequal_to_the_checker,
    weakened_flags,
)
from red_flags import RED_FLAGS

from checker import Answers, assess
from checker.compare import moved
from checker.describe import rulebook_data
from checker.rulebook import RULES

__all__ = ["rules", "seed_of"]

PUT_TO_THE_CHECKER = 300_000
COMPARED = 3_000


def seed_of(hash_: str) -> int:
    """The seed of all that is drawn: another for each checker."""
    return int(hash_[:8], 16)


def counted_otherwise() -> tuple[dict[str, int], dict[str, int]]:
    """By `checker.compare`: the sets of each step, and for each rule those that would have a lower step without it."""
    rows = rulebook_data()["rules"]
    assert isinstance(rows, list)
    whole = rulebook(rows)
    steps = {old.id: count for (old, _), count in moved(whole, whole, []).pairs.items()}
    without = {rule.id: rulebook([row for row in rows if row["id"] != rule.id]) for rule in RULES}
    return steps, {rule: moved(whole, left, []).count for rule, left in without.items()}


def never_the_reason(decides: dict[str, int]) -> list[str]:
    """The rules that decide no set alone and are not the reason shown where they just match: none is wanted."""
    return [
        rule.id
        for rule in RULES
        if not decides[rule.id]
        and rule.id not in {reason.rule.id for reason in assess(Answers(**{**LEAST, **rule.when})).reasons}
    ]


def properties(table: Table, share: float, seed: int) -> tuple[dict[str, object], dict[str, int]]:
    """What was shown, with up to three counter-examples of each; and the sets that each rule alone decides."""
    put, wrong = unequal_to_the_checker(table, RULES, round(PUT_TO_THE_CHECKER * share), seed)
    counted, decides = counted_otherwise()
    steps = steps_of(table)
    ends = compared(table, round(COMPARED * share), seed)
    route = routes(share, seed)
    unwatched = [question for question in route.read if question not in READS]
    found = {
        "highest-rule": (put, wrong),
        "counted-twice": (number_of_sets(), [step for step in steps if steps[step] != counted.get(step, 0)]),
        "never-lower": (number_of_sets(), never_lowered(table)),
        "route": (route.compared, [*route.weakened, *unwatched]),
        "red-flags": (len(RED_FLAGS), weakened_flags(table)),
        "every-rule": (len(RULES), never_the_reason(decides)),
        "ends": (ends.sets, ends.differ),
    }
    shown = {
        id_: {"over": over, "against": len(against), "first": [str(each) for each in against[:3]]}
        for id_, (over, against) in found.items()
    }
    return shown, decides


def rules(share: float, seed: int) -> dict[str, object]:
    """`share` of what is drawn, by `seed`; the table of all sets is whole whatever the share."""
    began = time.perf_counter()
    table = table_of(RULES)
    seconds = time.perf_counter() - began
    shown, decides = properties(table, share, seed)
    return {
        "sets": {
            "steps": steps_of(table),
            "alone": steps_of(table[alone()]),
            "seconds": round(seconds, 1),
        },
        "properties": shown,
        "rules": decides,
        "second": second_reading(rulebook_data()["rules"]),
    }
