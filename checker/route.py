"""What to do: the rows of the route in their order, each with when it applies."""

from __future__ import annotations

from checker.advice import PUBLIC, STAFF, Advice, Wording, beyond_policy, policy, resting_on, rows_that_apply
from checker.edition import PROCEDURES
from checker.situation import Situation, always

__all__ = ["NO_ANSWERS_YET", "ROUTE", "ROUTE_TURNS_ON", "UNDER_13_TO_REFER", "WITHOUT_A_RESULT", "route_for", "to_do"]

UNDER_13_TO_REFER = Wording(
    Situation.it_was_or_may_have_been_intrusive_or_unexpected,
    resting_on(
        beyond_policy("law-under-13"),
        "One child is under 13 and the other is 13 or over. A child under 13 cannot consent in law.",
        "Tell children's social care or the police today: it was intrusive or not expected at this age, or that is not known.",
        f"{STAFF} tell your safeguarding lead today as well.",
    ),
)
ROUTE: dict[str, Advice] = {
    row.id: row
    for row in (
        Advice(
            id="emergency",
            when=Situation.someone_is_in_danger,
            lines=resting_on(
                beyond_policy("guidance-safeguarding"),
                "Someone may be in danger now. Call 999.",
            ),
            contacts=("emergency",),
        ),
        Advice(
            id="protect-this-child",
            when=Situation.this_child_may_need_protecting,
            lines=resting_on(
                policy("c-2-3", "c-4-c"),
                "The child whose behaviour this is may need protecting too. Tell children's social care today, and say this first.",
                "You do not need to know what happened. Do not ask the child.",
            ),
            contacts=("social-care", "social-care-out-of-hours", "police"),
        ),
        Advice(
            id="health",
            when=Situation.someone_may_need_medical_help,
            lines=resting_on(
                beyond_policy("guidance-safeguarding"),
                "Get medical help for anyone who may need it.",
                "If it may have happened in the last days, ask the police or children's social care about a sexual assault referral centre.",
            ),
            contacts=("emergency",),
        ),
        Advice(
            id="refer",
            when=Situation.it_should_be_referred,
            lines=resting_on(
                policy("c-7-refer"),
                f"You should refer this: tell children's social care or the police today, under {PROCEDURES}.",
                f"{STAFF} tell your safeguarding lead today. If you cannot reach them, call.",
                "You do not need proof. A concern that it might have happened is enough.",
            ),
            contacts=("social-care", "social-care-out-of-hours", "police", "emergency"),
        ),
        Advice(
            id="might",
            when=Situation.someone_might_have_been_abused,
            lines=resting_on(
                policy("c-7-refer", "c-7-unsure"),
                "Might someone have been abused? If that worries you, you should tell children's social care or the police. You do not need proof.",
                f"{STAFF} tell your safeguarding lead today. If you are unsure whether to refer, you must ask them now.",
                f"{PUBLIC} call children's social care or the NSPCC.",
                "Write down the exact words, when, and who was there.",
            ),
            contacts=("social-care", "social-care-out-of-hours", "police", "nspcc"),
            gives_way_to=("refer",),
        ),
        Advice(
            id="under-13-older",
            when=Situation.this_child_is_13_or_over_and_the_other_is_not,
            lines=resting_on(
                beyond_policy("law-under-13"),
                "One child is under 13 and the other is 13 or over. A child under 13 cannot consent in law.",
                f"{STAFF} tell your safeguarding lead today, at the least.",
                f"{PUBLIC} tell children's social care or the NSPCC today.",
            ),
            contacts=("social-care", "social-care-out-of-hours", "police", "nspcc"),
            wordings=(UNDER_13_TO_REFER,),
        ),
        Advice(
            id="under-13-contact",
            when=Situation.it_was_intrusive_with_a_child_under_13,
            lines=resting_on(
                beyond_policy("law-under-13"),
                "A child under 13 cannot consent in law, and one child here is 10 or over. Tell children's social care or the police today.",
                f"{STAFF} tell your safeguarding lead today as well.",
                "To refer here is this project's caution: the policy gives no rule for under-13s.",
            ),
            contacts=("social-care", "social-care-out-of-hours", "police"),
        ),
        Advice(
            id="images",
            when=Situation.images_are_involved,
            lines=resting_on(
                beyond_policy("guidance-and-law-images"),
                "Do not look at, copy, send or delete any image.",
                f"{STAFF} tell your safeguarding lead today.",
                f"{PUBLIC} tell children's social care or the NSPCC today.",
                "Tell the police if an adult is involved, if there was pressure or a threat, or if a child is under 13.",
            ),
            contacts=("report-remove", "police", "nspcc"),
        ),
        Advice(
            id="together",
            when=Situation.they_will_be_together_and_it_may_be_harmful,
            lines=resting_on(
                beyond_policy("guidance-safeguarding"),
                "Tonight: who keeps the children apart, and who watches? Agree it with children's social care.",
            ),
            contacts=("social-care", "social-care-out-of-hours", "police"),
        ),
        Advice(
            id="assess",
            when=Situation.it_is_problematic_or_worse,
            lines=resting_on(
                policy("c-4-d", "c-4-f", "c-7-unsure", "c-3-1", "c-3-2"),
                f"{STAFF} tell your safeguarding lead today. If you are unsure whether to refer, you must ask them.",
                f"{PUBLIC} call children's social care or the NSPCC.",
                "A full assessment of risk and of need must be done. Early, effective intervention may play an important part in protecting children.",
                "What may happen next: people trained to assess may use AIM3, an assessment for ages 12 to 18, or the model for children under 12.",
            ),
            contacts=("social-care", "police", "nspcc"),
        ),
        Advice(
            id="no-route",
            when=Situation.it_is_below_problematic_and_something_is_known,
            lines=resting_on(
                beyond_policy("guidance-schools"),
                "Respond calmly. Write down what was seen and said. Choose a date to look again.",
                f"{STAFF} tell your safeguarding lead.",
                f"{PUBLIC} call the NSPCC.",
                "If you are still worried, act on the worry. The policy names no route for this.",
            ),
            contacts=("nspcc",),
            gives_way_to=(
                "emergency",
                "protect-this-child",
                "refer",
                "might",
                "under-13-older",
                "under-13-contact",
                "images",
            ),
        ),
        Advice(
            id="not-listened-to",
            when=always,
            lines=resting_on(
                beyond_policy("guidance-safeguarding", "c-1-4"),
                "Not satisfied with the response? Say again why you are worried.",
                f"{STAFF} use your area's escalation procedure.",
                f"{PUBLIC} call children's social care again, or the NSPCC.",
            ),
        ),
    )
}
NO_ANSWERS_YET = Advice(
    id="no-answers-yet",
    when=always,
    lines=resting_on(
        policy("c-7-refer", "c-7-unsure"),
        "No answer so far says what to do. You do not need a result to act: if you are concerned that someone might have been abused, you should tell children's social care or the police.",
        f"{STAFF} tell your safeguarding lead today. If you are unsure whether to refer, you must ask them.",
        f"{PUBLIC} call children's social care or the NSPCC.",
    ),
    contacts=("social-care", "social-care-out-of-hours", "police", "nspcc"),
    gives_way_to=("refer", "might", "assess", "no-route"),
)

WITHOUT_A_RESULT = (ROUTE["emergency"], NO_ANSWERS_YET, ROUTE["not-listened-to"])
"""What to do where there is no result, as while the checker is withdrawn."""

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


def route_for(situation: Situation) -> tuple[Advice, ...]:
    """The rows of the route that apply, in its order. Never empty: its last row always applies."""
    return rows_that_apply(ROUTE, situation)


def to_do(route: tuple[Advice, ...]) -> tuple[Advice, ...]:
    """`route` as it is shown: where none of its rows says whom to tell, with one that does, before the last."""
    if {row.id for row in route}.isdisjoint(NO_ANSWERS_YET.gives_way_to):
        return (*route[:-1], NO_ANSWERS_YET, route[-1])
    return route
