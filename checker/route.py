"""When each row of the route, each need and each caution applies. Their words are in `advice`."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from checker.advice import CAUTIONS, NEEDS_CHILD, NEEDS_OTHER, ROUTE, UNDER_13_REFER
from checker.model import Step
from checker.result import Advice
from checker.situation import Situation

__all__ = ["ROUTE_TURNS_ON", "cautions_for", "needs_for", "route_for"]

ROUTE_TURNS_ON = (
    "danger",
    "hurt",
    "together",
    "age",
    "involved",
    "other_age",
    "intrusion",
    "images",
    "development",
    "exploited",
    "trauma",
)
"""The questions of which an answer changes what to do, whatever the range."""


When = Callable[[Situation], bool]


def always(_: Situation) -> bool:
    return True


def from_problematic(situation: Situation) -> bool:
    return situation.from_problematic


ROUTE_WHEN: dict[str, When] = {
    "emergency": lambda s: s.says("danger", "yes"),
    "protect-this-child": Situation.protect_this_child,
    "health": lambda s: s.says("hurt", "yes"),
    "refer": Situation.refer,
    "might": Situation.might,
    "under-13-older": Situation.under_13_older,
    "under-13-contact": Situation.under_13_contact,
    "images": lambda s: s.at_least("images", "own_willing"),
    "together": Situation.together,
    "assess": from_problematic,
}

UNDER_13_TO_REFER = replace(ROUTE["under-13-older"], text=UNDER_13_REFER)

NO_ROUTE_GIVES_WAY_TO = frozenset(
    {"emergency", "protect-this-child", "refer", "might", "under-13-older", "under-13-contact", "images"}
)

NEEDS_CHILD_WHEN: dict[str, When] = {
    "own-needs": from_problematic,
    "may-need-protection": from_problematic,
    "own-assessment": from_problematic,
    "held-responsible": lambda s: s.from_abusive,
    "have-a-say": from_problematic,
}

NEEDS_OTHER_WHEN: dict[str, When] = {
    "safety-first": lambda s: s.needs_matter() and not s.says("involved", "nobody"),
    "considered-apart": lambda s: s.needs_matter() and not s.says("involved", "nobody"),
    "agencies-responsible": lambda s: s.needs_matter() and s.says("involved", "child"),
}

CAUTIONS_WHEN: dict[str, When] = {
    "normal-is-not-approval": lambda s: s.range.least == Step.NORMAL,
    "any-one-descriptor": always,
    "screening-aid": always,
    "under-10": lambda s: s.from_abusive and isinstance(age := s.given.get("age"), int) and age < 10,
    "law-of-consent": Situation.law_of_consent_matters,
    "prosecution": lambda s: s.law_of_consent_matters() and not s.from_abusive,
    "mutual-13-to-15": Situation.mutual_at_13_to_15,
    "learning-disability-or-autism": lambda s: s.says("needs", "child", "other", "both"),
    "family-or-together": lambda s: s.says("relationship", "family") or s.says("together", "yes"),
    "concerns-before": lambda s: s.says("before", "yes"),
    "duty-to-report": always,
    "sharing-information": always,
}


def applying(rows: Mapping[str, Advice], when: Mapping[str, When], situation: Situation) -> list[Advice]:
    return [row for id_, row in rows.items() if id_ in when and when[id_](situation)]


def route_for(situation: Situation) -> tuple[Advice, ...]:
    """The rows of the route that apply, in its order. Never empty."""
    rows = applying(ROUTE, ROUTE_WHEN, situation)
    if (
        not situation.from_problematic
        and situation.something_known
        and not NO_ROUTE_GIVES_WAY_TO & {r.id for r in rows}
    ):
        rows.append(ROUTE["no-route"])
    rows.append(ROUTE["not-listened-to"])
    to_refer = situation.above_least_or_not_known("intrusion") or situation.above_least_or_not_known("development")
    return tuple(UNDER_13_TO_REFER if to_refer and row.id == UNDER_13_TO_REFER.id else row for row in rows)


def needs_for(situation: Situation) -> tuple[tuple[Advice, ...], tuple[Advice, ...]]:
    """The needs of the child whose behaviour it is and of the other, apart (c-4-b)."""
    child = applying(NEEDS_CHILD, NEEDS_CHILD_WHEN, situation)
    other = applying(NEEDS_OTHER, NEEDS_OTHER_WHEN, situation)
    return tuple(child), tuple(other)


def cautions_for(situation: Situation) -> tuple[Advice, ...]:
    """The cautions that the answers call for, in their order. Never empty."""
    return tuple(applying(CAUTIONS, CAUTIONS_WHEN, situation))
