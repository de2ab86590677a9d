"""Answers and the range they allow, as the sentences that the rows of advice are decided by.

An age that decides is named in `sources`, with the law that says so.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from checker.model import Range, Step, Value
from checker.sources import AGE_OF_CONSENT, CAN_CONSENT_IN_LAW_FROM, CHARGED_FROM
from checker.thresholds import AT_LEAST

__all__ = ["Situation", "always"]


@dataclass(frozen=True, slots=True)
class Situation:
    """Answers and the range they allow. What the methods ask for, they do not find in an answer that is missing."""

    given: Mapping[str, Value]
    range: Range

    def at_least(self, question: str, option: str) -> bool:
        """Whether `question` was answered with `option`, or with one that is more concerning."""
        answer = self.given.get(question)
        asked = AT_LEAST[question][option]
        return answer is not None and AT_LEAST[question][str(answer)] & asked == asked

    def above_least_or_not_known(self, question: str) -> bool:
        answer = self.given.get(question)
        return answer is None or AT_LEAST[question][str(answer)] != 0

    def says(self, question: str, *answers: str) -> bool:
        return self.given.get(question) in answers

    def ages(self) -> list[int]:
        """The ages that are known, of the child whose behaviour it is and of the other."""
        ages = (self.given.get("age"), self.given.get("other_age"))
        return [age for age in ages if isinstance(age, int)]

    def something_is_known(self) -> bool:
        """Whether a question that moves the step is answered."""
        return any(question in AT_LEAST for question in self.given)

    def abuse_is_not_ruled_out(self) -> bool:
        return self.range.most >= Step.ABUSIVE

    def nothing_above_normal_is_established(self) -> bool:
        return self.range.least == Step.NORMAL

    def it_is_problematic_or_worse(self) -> bool:
        return self.range.least >= Step.PROBLEMATIC

    def it_is_abusive_or_worse(self) -> bool:
        return self.range.least >= Step.ABUSIVE

    def it_is_below_problematic_and_something_is_known(self) -> bool:
        return not self.it_is_problematic_or_worse() and self.something_is_known()

    def it_may_be_harmful(self) -> bool:
        return self.it_is_problematic_or_worse() or self.abuse_is_not_ruled_out()

    def someone_is_in_danger(self) -> bool:
        return self.says("danger", "yes")

    def someone_may_need_medical_help(self) -> bool:
        return self.says("hurt", "yes")

    def this_child_may_need_protecting(self) -> bool:
        return self.says("exploited", "possible") or self.says("trauma", "yes")

    def it_should_be_referred(self) -> bool:
        if self.it_is_abusive_or_worse() or not self.it_is_problematic_or_worse():
            return self.it_is_abusive_or_worse()
        return self.says("involved", "adult") or (self.says("involved", "child") and self.abuse_is_not_ruled_out())

    def someone_might_have_been_abused(self) -> bool:
        return self.abuse_is_not_ruled_out() and self.something_is_known()

    def this_child_is_13_or_over_and_the_other_is_not(self) -> bool:
        age, other_age = self.given.get("age"), self.given.get("other_age")
        limit = CAN_CONSENT_IN_LAW_FROM.years
        return isinstance(age, int) and isinstance(other_age, int) and age >= limit > other_age

    def it_was_or_may_have_been_intrusive_or_unexpected(self) -> bool:
        return self.above_least_or_not_known("intrusion") or self.above_least_or_not_known("development")

    def it_was_intrusive_with_a_child_under_13(self) -> bool:
        """With a child under 13, where one of the children is of an age to be charged."""
        if not self.says("involved", "child") or not self.at_least("intrusion", "intrusive"):
            return False
        ages = self.ages()
        return any(age >= CHARGED_FROM.years for age in ages) and any(
            age < CAN_CONSENT_IN_LAW_FROM.years for age in ages
        )

    def images_are_involved(self) -> bool:
        return self.at_least("images", "own_willing")

    def they_will_be_together_and_it_may_be_harmful(self) -> bool:
        return self.says("together", "yes") and self.it_may_be_harmful()

    def someone_else_may_have_been_harmed(self) -> bool:
        return self.something_is_known() and self.it_may_be_harmful() and not self.says("involved", "nobody")

    def another_child_may_have_been_harmed(self) -> bool:
        return self.someone_else_may_have_been_harmed() and self.says("involved", "child")

    def this_child_is_under_10_and_it_is_abusive(self) -> bool:
        age = self.given.get("age")
        return self.it_is_abusive_or_worse() and isinstance(age, int) and age < CHARGED_FROM.years

    def the_law_of_consent_matters(self) -> bool:
        return (
            "consent" in self.given
            or self.this_child_is_13_or_over_and_the_other_is_not()
            or self.it_was_intrusive_with_a_child_under_13()
        )

    def the_law_of_consent_matters_and_it_is_below_abusive(self) -> bool:
        return self.the_law_of_consent_matters() and not self.it_is_abusive_or_worse()

    def it_seems_mutual_at_13_to_15(self) -> bool:
        """Wanted by both children, as far as is known: both 13 or over, and one under the age of consent."""
        ages = self.ages()
        return (
            self.says("involved", "child")
            and self.says("consent", "shared", "general")
            and not self.says("reciprocity", "one_sided")
            and all(age >= CAN_CONSENT_IN_LAW_FROM.years for age in ages)
            and any(age < AGE_OF_CONSENT.years for age in ages)
        )

    def someone_has_a_disability_or_a_need(self) -> bool:
        return self.says("needs", "child", "other", "both")

    def they_are_family_or_live_together(self) -> bool:
        return self.says("relationship", "family") or self.says("together", "yes")

    def there_were_concerns_before(self) -> bool:
        return self.says("before", "yes")


def always(_: Situation) -> bool:
    return True
