"""The needs of the child whose behaviour it is, and those of anyone who was harmed: apart (c-4-b)."""

from __future__ import annotations

from checker.advice import Advice, Line, policy, rows_that_apply
from checker.situation import Situation

__all__ = ["NEEDS_CHILD", "NEEDS_OTHER", "needs_for"]

NEEDS_CHILD: dict[str, Advice] = {
    row.id: row
    for row in (
        Advice(
            id="own-needs",
            when=Situation.it_is_problematic_or_worse,
            lines=(
                Line(
                    "own-needs",
                    "Work with children who harm others must recognise two things. They are likely to have considerable needs of their own. Others may be at significant risk of harm from them.",
                    policy("c-4-a"),
                ),
            ),
        ),
        Advice(
            id="may-need-protection",
            when=Situation.it_is_problematic_or_worse,
            lines=(
                Line(
                    "may-need-protection",
                    "A child who harms others is likely to be a child in need. Some are also suffering, or at risk of, Significant Harm, and may need protection.",
                    policy("c-4-c"),
                ),
            ),
        ),
        Advice(
            id="own-assessment",
            when=Situation.it_is_problematic_or_worse,
            lines=(
                Line(
                    "own-assessment",
                    "In every case, risk and need must both be assessed, and the risk in full.",
                    policy("c-4-d"),
                ),
            ),
        ),
        Advice(
            id="held-responsible",
            when=Situation.it_is_abusive_or_worse,
            lines=(
                Line(
                    "held-responsible",
                    "They should be held responsible for abusive behaviour, while their needs are met and others are protected.",
                    policy("c-4-e", "c-2-3"),
                ),
            ),
        ),
        Advice(
            id="have-a-say",
            when=Situation.it_is_problematic_or_worse,
            lines=(
                Line(
                    "have-a-say",
                    "They have a right to be consulted, and to be involved in every matter and decision that affects their life. Their parents have a right to be informed, to be respected and to take part.",
                    policy("c-4-g"),
                ),
            ),
        ),
    )
}
NEEDS_OTHER: dict[str, Advice] = {
    row.id: row
    for row in (
        Advice(
            id="safety-first",
            when=Situation.someone_else_may_have_been_harmed,
            lines=(
                Line(
                    "safety-first",
                    "The safety of a child who was harmed, and of other children, comes before everything else.",
                    policy("c-2-2"),
                ),
            ),
        ),
        Advice(
            id="considered-apart",
            when=Situation.someone_else_may_have_been_harmed,
            lines=(
                Line(
                    "considered-apart",
                    "Their needs should be considered apart from the needs of the child whose behaviour it is.",
                    policy("c-4-b"),
                ),
            ),
        ),
        Advice(
            id="agencies-responsible",
            when=Situation.another_child_may_have_been_harmed,
            lines=(
                Line(
                    "agencies-responsible",
                    "When a child has been sexually harmed by another, all agencies must know their responsibilities to both children.",
                    policy("c-2-1"),
                ),
            ),
        ),
    )
}


def needs_for(situation: Situation) -> tuple[tuple[Advice, ...], tuple[Advice, ...]]:
    """The needs of the child whose behaviour it is, then those of the other."""
    return rows_that_apply(NEEDS_CHILD, situation), rows_that_apply(NEEDS_OTHER, situation)
