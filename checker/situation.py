"""Answers and the range they allow, as the sentences that routes, needs and cautions are decided by."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from checker.model import Step, Value
from checker.result import Range
from checker.thresholds import AT_LEAST

__all__ = ["Situation"]


@dataclass(frozen=True, slots=True)
class Situation:
    """Answers and the range they allow; its methods are the sentences that the rows are decided by."""

    given: Mapping[str, Value]
    range: Range

    def at_least(self, question: str, option: str) -> bool:
        answer = self.given.get(question)
        asked = AT_LEAST[question][option]
        return answer is not None and AT_LEAST[question][str(answer)] & asked == asked

    def above_least_or_not_known(self, question: str) -> bool:
        answer = self.given.get(question)
        return answer is None or AT_LEAST[question][str(answer)] != 0

    def says(self, question: str, *answers: str) -> bool:
        return self.given.get(question) in answers

    @property
    def something_known(self) -> bool:
        return any(question in AT_LEAST for question in self.given)

    @property
    def abuse_not_ruled_out(self) -> bool:
        return self.range.most >= Step.ABUSIVE

    @property
    def from_problematic(self) -> bool:
        return self.range.least >= Step.PROBLEMATIC

    @property
    def from_abusive(self) -> bool:
        return self.range.least >= Step.ABUSIVE

    def ages(self) -> list[int]:
        ages = (self.given.get("age"), self.given.get("other_age"))
        return [age for age in ages if isinstance(age, int)]

    def protect_this_child(self) -> bool:
        return self.says("exploited", "possible") or self.says("trauma", "yes")

    def refer(self) -> bool:
        if self.from_abusive or not self.from_problematic:
            return self.from_abusive
        return self.says("involved", "adult") or (self.says("involved", "child") and self.abuse_not_ruled_out)

    def might(self) -> bool:
        return self.abuse_not_ruled_out and not self.refer() and self.something_known

    def under_13_older(self) -> bool:
        age, other_age = self.given.get("age"), self.given.get("other_age")
        return isinstance(age, int) and isinstance(other_age, int) and age >= 13 > other_age

    def under_13_contact(self) -> bool:
        if not self.says("involved", "child") or not self.at_least("intrusion", "intrusive"):
            return False
        ages = self.ages()
        return any(age >= 10 for age in ages) and any(age < 13 for age in ages)

    def together(self) -> bool:
        return self.says("together", "yes") and (self.from_problematic or self.abuse_not_ruled_out)

    def mutual_at_13_to_15(self) -> bool:
        ages = self.ages()
        return (
            self.says("involved", "child")
            and self.says("consent", "shared", "general")
            and not self.says("reciprocity", "one_sided")
            and any(13 <= age <= 15 for age in ages)
            and all(age >= 13 for age in ages)
        )

    def law_of_consent_matters(self) -> bool:
        return "consent" in self.given or self.under_13_older() or self.under_13_contact()

    def needs_matter(self) -> bool:
        return self.something_known and (self.from_problematic or self.abuse_not_ruled_out)
