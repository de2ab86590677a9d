"""What an assessment gives, all frozen: a range, its reasons, what would change it, what to do."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from checker.advice import Advice
from checker.model import Indicator, Range, Rule, Step

__all__ = ["Change", "Enough", "OnlyTogether", "Reason", "Result", "State"]

State = Literal["met", "not_met", "not_known"]


@dataclass(frozen=True, slots=True)
class Reason:
    """A rule that matched, with the answers that met it, in the rule's order.

    `because` says them in one sentence, by the phrases of the options that were chosen and by nothing else.
    """

    rule: Rule
    answers: Mapping[str, str]
    because: str


@dataclass(frozen=True, slots=True)
class OnlyTogether:
    """An answer above the least concerning that no reason holds: it counts only with an answer to one of `beside`."""

    question: str
    option: str
    beside: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Change:
    """Were `question` answered `option` instead, the range would be `range`; the route may differ too."""

    question: str
    option: str
    range: Range


@dataclass(frozen=True, slots=True)
class Enough:
    """`to_act`: no further answer takes away or weakens what is to be done. `to_place`: none moves the place.

    Nothing is to place while a look at what there is only "no sign of so far" could move it.
    """

    to_act: bool
    to_place: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """What the answers allow. Its keys as JSON are those of `result_data`."""

    range: Range
    reasons: tuple[Reason, ...]
    noted: tuple[Reason, ...]
    only_together: tuple[OnlyTogether, ...]
    no_sign: tuple[str, ...]
    terms: tuple[str, ...]
    indicators: tuple[tuple[Indicator, State], ...]
    unknown: tuple[str, ...]
    holds_upper: tuple[str, ...]
    enough: Enough
    would_raise: tuple[Change, ...]
    would_lower: tuple[Change, ...]
    route: tuple[Advice, ...]
    needs_child: tuple[Advice, ...]
    needs_other: tuple[Advice, ...]
    cautions: tuple[Advice, ...]

    @property
    def normal_for_want_of_a_look(self) -> bool:
        """Whether nothing known goes beyond normal, and of something there is only no sign so far."""
        return bool(self.no_sign) and self.range == Range(Step.NORMAL, Step.NORMAL)
