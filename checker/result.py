"""What an assessment gives, all frozen: a range, its reasons, what would change it, what to do."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from checker.model import Rule, Step

__all__ = ["Advice", "Change", "Indicator", "Range", "Reason", "Result", "Source", "State"]

State = Literal["met", "not_met", "not_known"]


@dataclass(frozen=True, slots=True)
class Source:
    """Where something comes from on which the policy is silent. `kind` is shown with every use."""

    id: str
    kind: Literal["guidance", "law", "guidance and law", "research", "this project"]
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Advice:
    """A row of the route, a child's need or a caution. Each line of `text` is one thing to say.

    It rests on clauses of the policy (the first is the one it cites) or on a source. `contacts` are ids of the
    publisher's settings: who to call, shown with the row.
    """

    id: str
    text: str
    contacts: tuple[str, ...] = ()
    clauses: tuple[str, ...] = ()
    source: str = ""


@dataclass(frozen=True, slots=True)
class Indicator:
    """One of the six signs of Chaffin, Letourneau and Silovsky (2002; c-6-indicators)."""

    id: str
    text: str
    clause: str


@dataclass(frozen=True, slots=True, order=True)
class Range:
    """From the step that the answers establish to the step that cannot be ruled out; exact at both ends."""

    least: Step
    most: Step

    @property
    def width(self) -> int:
        return self.most - self.least


@dataclass(frozen=True, slots=True)
class Reason:
    """A rule that matched, with the answers that met it, in the rule's order."""

    rule: Rule
    answers: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Change:
    """Were `question` answered `option` instead, the range would be `range`; the route may differ too."""

    question: str
    option: str
    range: Range


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """What the answers allow. Its keys as JSON are those of `describe.result_data`."""

    range: Range
    reasons: tuple[Reason, ...]
    noted: tuple[Reason, ...]
    terms: tuple[str, ...]
    indicators: tuple[tuple[Indicator, State], ...]
    unknown: tuple[str, ...]
    would_raise: tuple[Change, ...]
    would_lower: tuple[Change, ...]
    route: tuple[Advice, ...]
    needs_child: tuple[Advice, ...]
    needs_other: tuple[Advice, ...]
    cautions: tuple[Advice, ...]
