"""What an assessment gives, all frozen: a range, its reasons, what would change it, what to do."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from checker.advice import Advice
from checker.model import Indicator, Range, Rule

__all__ = ["Change", "Reason", "Result", "State"]

State = Literal["met", "not_met", "not_known"]


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
