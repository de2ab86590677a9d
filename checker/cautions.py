"""What to keep in mind when reading a result: the cautions in their order, each with when it applies."""

from __future__ import annotations

from checker.advice import Advice, Line, beyond_policy, policy, rows_that_apply
from checker.situation import Situation, always

__all__ = ["BESIDE_NORMAL", "BESIDE_UNDER_10", "CAUTIONS", "cautions_for"]

OURS = beyond_policy("this-project")
PRACTICE = beyond_policy("general-practice")
CONSENT = beyond_policy("law-consent")

CAUTIONS: dict[str, Advice] = {
    row.id: row
    for row in (
        Advice(
            id="normal-is-not-approval",
            when=Situation.nothing_above_normal_is_established,
            lines=(
                Line(
                    "normal-is-not-approval",
                    "Normal does not mean approved, lawful or safe: the age of consent, exploitation and sexual images still "
                    "count. It never removes a duty to report. If you are still worried, act on the worry.",
                    OURS,
                ),
            ),
        ),
        Advice(
            id="no-sign-so-far",
            when=Situation.there_is_no_sign_of_something,
            lines=(
                Line(
                    "no-sign-so-far",
                    "You saw no sign of {no_sign} so far. Children often do not tell at first. Nobody has ruled it out.",
                    OURS,
                ),
            ),
        ),
        Advice(
            id="under-10",
            when=Situation.this_child_is_under_10_and_it_is_abusive,
            lines=(
                Line(
                    "seen-or-had-done",
                    "This child is {age}. Ask first what this child may have seen, or had done to them. "
                    "Ask staff, not the child.",
                    OURS,
                ),
                Line(
                    "not-charged",
                    "In England a child under 10 cannot be charged with a crime.",
                    beyond_policy("law-under-10"),
                ),
                Line(
                    "social-care-acts",
                    "Children's social care has duties to a child in need, and to one who suffers, or is likely to "
                    "suffer, significant harm. That is so at any age.",
                    beyond_policy("law-children-act"),
                ),
            ),
        ),
        Advice(
            id="law-of-consent",
            when=Situation.the_law_of_consent_matters,
            lines=(
                Line(
                    "age-of-consent",
                    "Wanting to take part is not the law of consent. The age of consent is 16.",
                    CONSENT,
                ),
                Line(
                    "under-13-cannot",
                    "A child under 13 cannot consent in law.",
                    beyond_policy("law-under-13"),
                    Situation.a_child_may_be_under_13_and_no_row_of_the_route_says_so,
                ),
                Line(
                    "under-18s-too",
                    "People under 18 can commit the offences too.",
                    CONSENT,
                    Situation.a_child_may_be_10_or_over,
                ),
            ),
        ),
        Advice(
            id="prosecution",
            when=Situation.prosecution_guidance_matters,
            lines=(
                Line(
                    "prosecution",
                    "Children under 13 should in general not be criminalised for behaviour without coercion, "
                    "exploitation or abuse of trust. Prosecuting genuinely mutual activity close in age and development is "
                    "unlikely to be appropriate.",
                    beyond_policy("guidance-prosecution"),
                ),
            ),
        ),
        Advice(
            id="mutual-13-to-15",
            when=Situation.it_seems_mutual_at_13_to_15,
            lines=(
                Line(
                    "mutual-13-to-15",
                    "Even where both seem to want it, no result here approves it. Think about exploitation, and about "
                    "images.",
                    OURS,
                ),
            ),
        ),
        Advice(
            id="partners",
            when=Situation.partners_of_16_or_over_and_pressure_power_or_violence,
            lines=(
                Line(
                    "partners",
                    "Pressure, control or violence between partners of 16 or over is domestic abuse in law.",
                    beyond_policy("law-domestic-abuse"),
                ),
            ),
        ),
        Advice(
            id="learning-disability-or-autism",
            when=Situation.someone_has_a_disability_or_a_need,
            lines=(
                Line(
                    "learning-disability",
                    "In a study of 700 children referred from 1992 to 2000, 38% had a learning disability.",
                    beyond_policy("research-hackett-2013"),
                ),
                Line(
                    "noticed-less",
                    "A national review found that abuse of disabled children was noticed less well.",
                    beyond_policy("research-panel-2024"),
                ),
                Line(
                    "need-lowers-nothing",
                    "A need never makes behaviour safe, and never lowers what you should do. A need is no sign of "
                    "harmful behaviour either, and is not the whole story. If you refer, say what help each person needs "
                    "to be heard.",
                    OURS,
                ),
            ),
        ),
        Advice(
            id="family-or-together",
            when=Situation.they_are_family_or_may_be,
            lines=(
                Line(
                    "played-down-or-blown-up",
                    "Behaviour between brothers and sisters is at times played down, and at times blown up.",
                    beyond_policy("research-siblings-2023"),
                ),
            ),
        ),
        Advice(
            id="several",
            when=Situation.several_took_part_or_were_harmed,
            lines=(
                Line(
                    "check-each-child",
                    "More than one child took part. Check again for each of them: a result here is about one child.",
                    OURS,
                    Situation.several_took_part,
                ),
                Line(
                    "each-who-was-harmed",
                    "More than one person was harmed. Each has needs of their own.",
                    OURS,
                    Situation.several_were_harmed,
                ),
            ),
        ),
        Advice(
            id="concerns-before",
            when=Situation.there_were_concerns_before,
            lines=(
                Line(
                    "concerns-before",
                    "Inspectors found that a sizeable number of children had been referred before, and that the "
                    "significance was not recognised or was dismissed.",
                    policy("c-1-4"),
                ),
                Line(
                    "say-what-was-known",
                    "There were concerns before. If you refer, say what was known, and when.",
                    PRACTICE,
                ),
            ),
        ),
        Advice(
            id="seen-as-older",
            when=Situation.it_may_be_harmful,
            lines=(
                Line(
                    "seen-as-older",
                    "Some children, Black children most of all, are seen as older, tougher or less innocent than they "
                    "are. They are then protected less and blamed more.",
                    beyond_policy("research-adultification-2022"),
                ),
                Line("real-age", "Go by the child's real age.", OURS),
            ),
        ),
        Advice(
            id="who-said-it",
            when=Situation.something_is_known,
            lines=(
                Line(
                    "who-said-it",
                    "Write down who said each thing, or saw it. That a child denies it is no evidence either way.",
                    PRACTICE,
                ),
            ),
        ),
        Advice(
            id="sharing-information",
            when=always,
            lines=(
                Line(
                    "sharing-information",
                    "You do not need anyone's consent to share information to safeguard a child.",
                    beyond_policy("law-sharing"),
                ),
            ),
        ),
        Advice(
            id="duty-to-report",
            when=always,
            lines=(
                Line(
                    "duty-to-report",
                    "A legal duty to report child sexual abuse has been enacted.",
                    beyond_policy("law-duty"),
                ),
                Line(
                    "refer-in-any-case",
                    "Check whether it is in force and applies to you. Whether or not it does, refer if you are concerned.",
                    OURS,
                ),
            ),
        ),
        Advice(
            id="any-one-descriptor",
            when=always,
            lines=(
                Line(
                    "any-one-descriptor",
                    "The policy lists descriptors and does not say how many are needed. This project's cautious reading "
                    "is that any one is enough, with three exceptions, which read the policy narrowly. Intrusive "
                    "behaviour counts further only with another answer. So does a choice that was not wanted, or that "
                    "a child was too young to make. So does having more power.",
                    OURS,
                ),
            ),
        ),
        Advice(
            id="screening-aid",
            when=always,
            lines=(
                Line(
                    "screening-aid",
                    "This is a screening aid. It is not {assessment} and not a diagnosis. It has not been tested on real cases, "
                    "and {agreed}. A trained person decides.",
                    OURS,
                ),
            ),
        ),
    )
}

BESIDE_NORMAL = CAUTIONS["normal-is-not-approval"]
"""The caution without which normal is never shown."""

BESIDE_UNDER_10 = CAUTIONS["under-10"]
"""The caution without which abusive, or more, is never shown of a child under 10."""


def cautions_for(situation: Situation) -> tuple[Advice, ...]:
    """The cautions that the answers call for, in their order. Never empty."""
    return rows_that_apply(CAUTIONS, situation)
