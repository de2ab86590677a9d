"""Answers and the range they allow, as the sentences that the rows of advice are decided by.

An age that decides is named in `sources`, with the law that says so.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from checker.model import NO_SIGN, Range, Step, Value
from checker.rulebook import QUESTIONS
from checker.sources import (
    AGE_OF_CONSENT,
    ASSESSED_APART_FROM,
    CAN_CONSENT_IN_LAW_FROM,
    CHARGED_FROM,
    DOMESTIC_ABUSE_FROM,
    DecidingAge,
)
from checker.thresholds import AT_LEAST, known_bits, open_bits, range_of, step_of, unseen_bits
from checker.tree import joined

__all__ = ["Situation", "always", "situation_of"]


@dataclass(frozen=True, slots=True)
class Situation:
    """Answers and what they allow. What the methods ask for, they do not find in an answer that is missing.

    `range` counts "no sign of it so far" as least concerning. `not_ruled_out` is the upper end where it counts as not
    known: what to do rests on that one.
    """

    given: Mapping[str, Value]
    range: Range
    not_ruled_out: Step

    def at_least(self, question: str, option: str) -> bool:
        """Whether `question` was answered with `option`, or with one that is more concerning."""
        answer = self.given.get(question)
        asked = AT_LEAST[question][option]
        return answer is not None and AT_LEAST[question][str(answer)] & asked == asked

    def at_least_or_not_known(self, question: str, option: str) -> bool:
        return question not in self.given or self.at_least(question, option)

    def says(self, question: str, *answers: str) -> bool:
        return self.given.get(question) in answers

    def ages(self) -> list[int]:
        """The ages that are known, of the child whose behaviour it is and of the other."""
        ages = (self.given.get("age"), self.given.get("other_age"))
        return [age for age in ages if isinstance(age, int)]

    def both_ages_are_known(self) -> bool:
        return "age" in self.given and "other_age" in self.given

    def the_ages_differ(self) -> bool:
        return self.both_ages_are_known() and self.given["age"] != self.given["other_age"]

    def under(self, age: DecidingAge, whose: str) -> bool:
        """Whether it is known that the person in question is younger; `whose`: `age` or `other_age`."""
        years = self.given.get(whose)
        return isinstance(years, int) and years < age.years

    def something_is_known(self) -> bool:
        """Whether a question that moves the step is answered."""
        return any(question in AT_LEAST for question in self.given)

    def abuse_is_not_ruled_out(self) -> bool:
        return self.not_ruled_out >= Step.ABUSIVE

    def nothing_above_normal_is_established(self) -> bool:
        return self.range.least == Step.NORMAL

    def it_is_problematic_or_worse(self) -> bool:
        return self.range.least >= Step.PROBLEMATIC

    def it_is_abusive_or_worse(self) -> bool:
        return self.range.least >= Step.ABUSIVE

    def it_is_below_abusive(self) -> bool:
        return not self.it_is_abusive_or_worse()

    def it_is_below_problematic_and_something_is_known(self) -> bool:
        return not self.it_is_problematic_or_worse() and self.something_is_known()

    def it_may_be_harmful(self) -> bool:
        return self.it_is_problematic_or_worse() or self.abuse_is_not_ruled_out()

    def someone_is_in_danger(self) -> bool:
        return self.says("danger", "yes")

    def someone_may_need_medical_help(self) -> bool:
        return self.says("hurt", "yes")

    def somebody_else_may_be_involved(self) -> bool:
        return not self.says("involved", "nobody")

    def this_child_may_have_been_made_to_do_it(self) -> bool:
        return self.says("exploited", "possible")

    def this_child_may_need_protecting(self) -> bool:
        return self.this_child_may_have_been_made_to_do_it() or self.says("trauma", "yes")

    def a_child_with_less_power_did_not_want_it(self) -> bool:
        return (
            self.says("involved", "child")
            and self.at_least("consent", "unwanted")
            and self.at_least("power", "unequal")
        )

    def it_should_be_referred(self) -> bool:
        if self.it_is_abusive_or_worse() or self.a_child_with_less_power_did_not_want_it():
            return True
        if not self.it_is_problematic_or_worse():
            return False
        return self.says("involved", "adult") or (self.says("involved", "child") and self.abuse_is_not_ruled_out())

    def there_is_enough_to_act(self) -> bool:
        """Whether no further answer takes away or weakens anything that is to be done."""
        return (
            self.it_is_abusive_or_worse()
            or (self.says("involved", "adult") and self.it_is_problematic_or_worse())
            or self.a_child_with_less_power_did_not_want_it()
        )

    def it_need_not_be_referred(self) -> bool:
        return not self.it_should_be_referred()

    def the_referral_of_a_child_under_10_is_to_be_weighed(self) -> bool:
        return self.under(CHARGED_FROM, "age") and not self.it_is_abusive_or_worse()

    def someone_might_have_been_abused(self) -> bool:
        return self.abuse_is_not_ruled_out() and self.something_is_known()

    def this_child_is_13_or_over_and_the_other_is_not(self) -> bool:
        age = self.given.get("age")
        return isinstance(age, int) and age >= CAN_CONSENT_IN_LAW_FROM.years and self.the_other_is_under_13()

    def this_child_is_under_13(self) -> bool:
        return self.under(CAN_CONSENT_IN_LAW_FROM, "age")

    def the_other_is_under_13(self) -> bool:
        return self.under(CAN_CONSENT_IN_LAW_FROM, "other_age")

    def both_are_under_13(self) -> bool:
        return self.this_child_is_under_13() and self.the_other_is_under_13()

    def only_this_child_is_under_13(self) -> bool:
        return self.this_child_is_under_13() and not self.the_other_is_under_13()

    def the_other_is_under_13_and_this_age_is_not_known(self) -> bool:
        return self.the_other_is_under_13() and self.the_age_of_this_child_is_not_known()

    def slight_touch_was_not_wanted_or_not_between_equals(self) -> bool:
        return self.at_least("intrusion", "slight") and (
            self.at_least("consent", "unwanted") or self.at_least("power", "unequal")
        )

    def an_older_child_did_or_may_have_done_more_than_is_expected(self) -> bool:
        return self.this_child_is_13_or_over_and_the_other_is_not() and (
            self.at_least_or_not_known("intrusion", "intrusive")
            or self.at_least_or_not_known("development", "unusual")
            or self.slight_touch_was_not_wanted_or_not_between_equals()
        )

    def there_was_contact_with_a_child_under_13(self) -> bool:
        """Contact, or more than is expected at the age, with a child under 13, where one of the two can be charged."""
        if not self.says("involved", "child"):
            return False
        if not (self.at_least("intrusion", "slight") or self.at_least("development", "unusual")):
            return False
        ages = self.ages()
        return any(age >= CHARGED_FROM.years for age in ages) and any(
            age < CAN_CONSENT_IN_LAW_FROM.years for age in ages
        )

    def there_was_no_contact_with_a_child_under_13(self) -> bool:
        return not self.there_was_contact_with_a_child_under_13()

    def contact_with_a_child_under_13_went_far(self) -> bool:
        return self.there_was_contact_with_a_child_under_13() and (
            self.at_least("intrusion", "intrusive")
            or self.at_least("development", "adult_like")
            or self.slight_touch_was_not_wanted_or_not_between_equals()
        )

    def images_are_involved(self) -> bool:
        return self.at_least("images", "own_willing")

    def images_are_for_the_police(self) -> bool:
        """An adult, pressure, a threat or a child under 13, as far as is known."""
        return (
            self.says("involved", "adult")
            or self.at_least("pressure", "manipulation")
            or self.at_least("images", "threatened")
            or self.this_child_may_have_been_made_to_do_it()
            or self.this_child_is_under_13()
            or self.the_other_is_under_13()
        )

    def images_may_be_for_the_police(self) -> bool:
        return not self.images_are_for_the_police()

    def they_will_be_together_and_it_may_be_harmful(self) -> bool:
        return self.says("together", "yes") and self.it_may_be_harmful()

    def parents_may_have_to_be_told(self) -> bool:
        return (
            self.it_should_be_referred()
            or self.someone_might_have_been_abused()
            or self.this_child_may_need_protecting()
            or self.an_older_child_did_or_may_have_done_more_than_is_expected()
            or self.contact_with_a_child_under_13_went_far()
        )

    def this_child_is_12_or_over(self) -> bool:
        age = self.given.get("age")
        return isinstance(age, int) and age >= ASSESSED_APART_FROM.years

    def this_child_is_under_12(self) -> bool:
        return self.under(ASSESSED_APART_FROM, "age")

    def the_age_of_this_child_is_not_known(self) -> bool:
        return "age" not in self.given

    def someone_else_may_have_been_harmed(self) -> bool:
        return self.something_is_known() and self.it_may_be_harmful() and not self.says("involved", "nobody")

    def another_child_may_have_been_harmed(self) -> bool:
        return self.someone_else_may_have_been_harmed() and self.says("involved", "child")

    def this_child_is_under_10_and_it_is_abusive(self) -> bool:
        return self.it_is_abusive_or_worse() and self.under(CHARGED_FROM, "age")

    def the_other_is_no_child(self) -> bool:
        return self.says("involved", "nobody", "adult")

    def a_child_may_be_10_or_over(self) -> bool:
        """Whether a child who is involved may be old enough to be charged."""
        of_the_other = self.the_other_is_no_child() or self.under(CHARGED_FROM, "other_age")
        return not (self.under(CHARGED_FROM, "age") and of_the_other)

    def a_child_may_be_under_13(self) -> bool:
        """Whether a child who is involved may be too young to consent in law."""
        of_children = ("age",) if self.the_other_is_no_child() else ("age", "other_age")
        return any(whose not in self.given or self.under(CAN_CONSENT_IN_LAW_FROM, whose) for whose in of_children)

    def the_law_of_consent_matters(self) -> bool:
        return (
            "consent" in self.given
            or self.this_child_is_13_or_over_and_the_other_is_not()
            or self.there_was_contact_with_a_child_under_13()
        )

    def a_child_may_be_under_13_and_no_row_of_the_route_says_so(self) -> bool:
        return self.a_child_may_be_under_13() and not (
            self.this_child_is_13_or_over_and_the_other_is_not() or self.there_was_contact_with_a_child_under_13()
        )

    def prosecution_guidance_matters(self) -> bool:
        """It speaks of children who can be charged, and of what both may have wanted."""
        return (
            self.the_law_of_consent_matters()
            and self.a_child_may_be_10_or_over()
            and not self.at_least("consent", "unwanted")
            and not self.it_is_abusive_or_worse()
        )

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

    def partners_of_16_or_over_and_pressure_power_or_violence(self) -> bool:
        return (
            self.says("relationship", "partner")
            and self.both_ages_are_known()
            and all(age >= DOMESTIC_ABUSE_FROM.years for age in self.ages())
            and (
                self.at_least("pressure", "manipulation")
                or self.at_least("power", "unequal")
                or self.at_least("violence", "expressive")
            )
        )

    def someone_has_a_disability_or_a_need(self) -> bool:
        return self.says("needs", "child", "other", "both")

    def they_are_family_or_may_be(self) -> bool:
        return self.says("relationship", "family") or (
            self.says("together", "yes") and "relationship" not in self.given
        )

    def several_took_part_or_were_harmed(self) -> bool:
        return self.says("several", "harmed", "took_part", "both")

    def several_took_part(self) -> bool:
        return self.says("several", "took_part", "both")

    def several_were_harmed(self) -> bool:
        return self.says("several", "harmed", "both")

    def there_were_concerns_before(self) -> bool:
        return self.says("before", "yes")

    def there_is_no_sign_of_something(self) -> bool:
        return bool(self.without_a_sign())

    def without_a_sign(self) -> tuple[str, ...]:
        """The names of the questions to which the answer was that there is no sign of it so far."""
        return tuple(QUESTIONS[question].name for question in AT_LEAST if self.given.get(question) == NO_SIGN)

    def words(self) -> dict[str, object]:
        """What a line of advice may name by braces: the ages that are known, and of what there is no sign so far."""
        return {
            "age": self.given.get("age"),
            "other_age": self.given.get("other_age"),
            "no_sign": joined(self.without_a_sign(), "or"),
        }


def situation_of(given: Mapping[str, Value]) -> Situation:
    """What sound answers allow."""
    known = known_bits(given)
    unknown = open_bits(given, alone=given.get("involved") == "nobody")
    return Situation(given, range_of(known, unknown), step_of(known | unknown | unseen_bits(given)))


def always(_: Situation) -> bool:
    return True
