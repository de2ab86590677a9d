"""What to keep in mind when reading a result: the cautions in their order, each with when it applies."""

from __future__ import annotations

from checker.advice import Advice, beyond_policy, policy, resting_on, rows_that_apply
from checker.edition import PUBLISHER
from checker.situation import Situation, always

__all__ = ["BESIDE_NORMAL", "CAUTIONS", "cautions_for"]

CAUTIONS: dict[str, Advice] = {
    row.id: row
    for row in (
        Advice(
            id="normal-is-not-approval",
            when=Situation.nothing_above_normal_is_established,
            lines=resting_on(
                beyond_policy("research"),
                "Normal does not mean approved, lawful or safe, and it never removes a duty to report. If you are still worried, act on the worry.",
            ),
        ),
        Advice(
            id="under-10",
            when=Situation.this_child_is_under_10_and_it_is_abusive,
            lines=resting_on(
                beyond_policy("law-under-10"),
                "Under 10: think first of what this child may have seen, or had done to them. Do not ask the child. Tell children's social care. Nobody under 10 is charged with an offence, and social care still acts.",
            ),
        ),
        Advice(
            id="law-of-consent",
            when=Situation.the_law_of_consent_matters,
            lines=resting_on(
                beyond_policy("law-consent"),
                "Wanting to take part is not the law of consent. The age of consent is 16. People under 18 can commit the offences too. A child under 13 cannot consent in law.",
            ),
        ),
        Advice(
            id="prosecution",
            when=Situation.the_law_of_consent_matters_and_it_is_below_abusive,
            lines=resting_on(
                beyond_policy("law-consent"),
                "Prosecution guidance: children under 13 should in general not be criminalised for behaviour without coercion, exploitation or abuse of trust. Prosecuting genuinely mutual activity close in age is unlikely to be appropriate.",
            ),
        ),
        Advice(
            id="mutual-13-to-15",
            when=Situation.it_seems_mutual_at_13_to_15,
            lines=resting_on(
                beyond_policy("law-consent"),
                "Even where both seem to want it, the age of consent is 16. No result here approves it. Think about exploitation, and about images.",
            ),
        ),
        Advice(
            id="learning-disability-or-autism",
            when=Situation.someone_has_a_disability_or_a_need,
            lines=resting_on(
                beyond_policy("research"),
                "Children with learning disabilities and autistic children are over-represented in referrals. Autistic children are no more likely to display harmful sexual behaviour. A need never makes behaviour safe, and never lowers what you should do. Say in your referral what help each person needs to be heard.",
            ),
        ),
        Advice(
            id="family-or-together",
            when=Situation.they_are_family_or_live_together,
            lines=resting_on(
                beyond_policy("research"),
                "If they are brothers or sisters: such behaviour is often played down. If children live together, agree with children's social care who keeps them apart, and who watches.",
            ),
        ),
        Advice(
            id="concerns-before",
            when=Situation.there_were_concerns_before,
            lines=resting_on(
                policy("c-1-4"),
                "There were concerns before. Inspectors found that a sizeable number of children had been referred before, and that the significance was not recognised or was dismissed. If you refer, say what was known, and when.",
            ),
        ),
        Advice(
            id="sharing-information",
            when=always,
            lines=resting_on(
                beyond_policy("law-sharing"),
                "You do not need anyone's consent to share information to safeguard a child.",
            ),
        ),
        Advice(
            id="duty-to-report",
            when=always,
            lines=resting_on(
                beyond_policy("law-duty"),
                "A legal duty to report child sexual abuse has been enacted. Check whether it is in force and applies to you. Whether or not it does, refer if you are concerned.",
            ),
        ),
        Advice(
            id="any-one-descriptor",
            when=always,
            lines=resting_on(
                beyond_policy("this-project"),
                "The policy lists descriptors and does not say how many are needed. This project's cautious reading is that any one descriptor is enough. Some rules need two or three answers to say what a descriptor means.",
            ),
        ),
        Advice(
            id="screening-aid",
            when=always,
            lines=resting_on(
                beyond_policy("this-project"),
                f"This is a screening aid. It is not AIM3 and not a diagnosis. It has not been tested on real cases, and {PUBLISHER} has not agreed it. A trained person decides.",
            ),
        ),
    )
}

BESIDE_NORMAL = CAUTIONS["normal-is-not-approval"]
"""The caution without which normal is never shown: it stands beside the place, and not among the others."""


def cautions_for(situation: Situation) -> tuple[Advice, ...]:
    """The cautions that the answers call for, in their order. Never empty."""
    return rows_that_apply(CAUTIONS, situation)
