"""The second reading of the clauses: how far it agrees with the rules, and each difference with its reason."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from checker.model import Step
from checker.rulebook import QUESTIONS
from checker.tree import Node, el
from checker.wording import answer_text
from overrides.pages.figures import number, pairs
from overrides.words.evidence import Evidence

__all__ = ["differences"]


def answers_text(when: Mapping[str, str]) -> Node:
    return el(
        "ul",
        "",
        *(
            el("li", "", f"{QUESTIONS[question].asks} \u201c{answer_text(question, option)}\u201d")
            for question, option in when.items()
        ),
    )


def agreement(steps: Mapping[str, Mapping[str, int]]) -> Node:
    """In how many sets the two readings give the same step, and in how many each is higher."""
    every = sum(count for row in steps.values() for count in row.values())
    moves = [(one, other, steps[one.id][other.id]) for one in Step for other in Step if steps[one.id][other.id]]

    def share(counts: Iterable[int]) -> str:
        count = sum(counts)
        return f"{count / every:.2%}: {number(count)} sets"

    return pairs(
        [
            ("The same step", share(count for one, other, count in moves if one == other)),
            ("The second reading is higher", share(count for one, other, count in moves if one < other)),
            ("The rules are higher", share(count for one, other, count in moves if one > other)),
        ]
    )


def difference(row: Mapping[str, Any]) -> Node:
    """Where the two readings part: what each says, the lowest answers from which on they do, and why."""
    told = f"The rules say {row['rules']}. The second reading says {row['second']}. From these answers upwards:"
    why = el("p", "", el("strong", "", "Why: "), row["why"])
    return el("li", "", el("p", "", told), answers_text(row["when"]), why)


def differences(evidence: Evidence) -> Node:
    """How far the second reading agrees, and each difference with its reason."""
    rows = evidence["second"]["differences"]
    told = f"All {len(rows)} differences, each with the lowest answers that lead to it"
    listed = el("ol", "differences", *map(difference, rows))
    return el("div", "", agreement(evidence["second"]["steps"]), el("details", "", el("summary", "", told), listed))
