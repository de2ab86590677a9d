"""What three browsers were put through: each fault and how it came out, and the same results in each."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from checker.tree import Node, el
from overrides.pages.figures import begun, number, pairs
from overrides.words.evidence import Evidence
from overrides.words.faults import ENGINES, GROUPS, Fault

__all__ = ["engines", "faults"]


OUTCOMES = {
    "passed": "held",
    "in part": "held in part",
    "failed": "did not hold",
    "skipped": "not tried",
    "not tried": "not tried",
}


def in_prose(names: Iterable[str]) -> str:
    *others, last = names
    return f"{', '.join(others)} and {last}" if others else last


def outcome_text(outcomes: Mapping[str, str], left_out: Mapping[str, str]) -> str:
    """How it came out, the browsers that came out alike named together."""
    by_outcome: dict[str, list[str]] = {}
    for engine, name in ENGINES.items():
        outcome = outcomes.get(engine, "not tried")
        outcome = "in part" if outcome == "passed" and engine in left_out else outcome
        by_outcome.setdefault(outcome, []).append(name)
    told = [f"{OUTCOMES[outcome]} in {in_prose(names)}" for outcome, names in by_outcome.items()]
    sentence = f"{begun('; '.join(told))}."
    return " ".join([sentence, *(f"{ENGINES[engine]}: {why}" for engine, why in left_out.items())])


def faults(evidence: Evidence, rows: Iterable[Fault]) -> Node:
    """Each fault: what was done, what the reader sees, and how it came out in each browser."""
    outcomes = evidence["browsers"]["faults"]

    def told(row: Fault) -> list[Node]:
        mine = outcomes.get(row["id"], {})
        worst = next((each for each in ("failed", "not tried", "passed") if each in mine.values()), "not tried")
        return [
            el("dt", {"id": f"fault-{row['id']}"}, row["done"]),
            el("dd", "", row["sees"]),
            el("dd", {"class": "came-out", "data-outcome": worst}, outcome_text(mine, row.get("not_in", {}))),
        ]

    by_group: dict[str, list[Node]] = {}
    for row in rows:
        by_group.setdefault(row["group"], []).extend(told(row))
    return el(
        "div",
        "",
        *(
            node
            for group, shown in by_group.items()
            for node in (
                el("h3", {"id": f"faults-{group}"}, GROUPS[group]),
                el("dl", "faults", *shown),
            )
        ),
    )


def engines(evidence: Evidence) -> Node:
    """The browsers, and in how many sets each gave the same bytes as Python on its own."""
    browsers = evidence["browsers"]

    def told(engine: str) -> str:
        tests = browsers["tests"][engine]
        held = f"{number(tests['passed'])} tests held, {number(tests['failed'])} did not."
        return f"{held} The same results, to the byte, as Python on its own: {browsers['parity'][engine]}."

    return pairs([(browsers["versions"][engine], told(engine)) for engine in ENGINES])
