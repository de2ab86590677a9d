"""What to do: the rows of the route in their order, each with when it applies, each line with what it rests on."""

from __future__ import annotations

from dataclasses import replace

from checker.advice import (
    PROFESSIONAL,
    PUBLIC,
    STAFF,
    Advice,
    Line,
    Said,
    beyond_policy,
    policy,
    said_once,
    that_apply,
    worded,
)
from checker.situation import Situation, always

__all__ = ["AT_ONCE", "COUNT_TOGETHER", "ROUTE", "ROUTE_TURNS_ON", "WITHOUT_A_RESULT", "route_for", "said_in"]

OURS = beyond_policy("this-project")
PRACTICE = beyond_policy("general-practice")
UNDER_13 = beyond_policy("law-under-13")

LEAD_TODAY = Line(
    "lead-today",
    f"{STAFF}, tell your safeguarding lead today.",
    PRACTICE,
    beneath=("lead-today-too",),
)
LEAD_TODAY_TOO = (
    Line(
        "lead-today-too",
        "Tell your safeguarding lead too, if you have one. Do not wait for them.",
        PRACTICE,
        Situation.it_is_abusive_or_worse,
    ),
    Line(
        "lead-today-too",
        "Do it today. Tell your safeguarding lead too, if you have one. Do not wait for them.",
        PRACTICE,
        Situation.it_is_below_abusive,
    ),
)
IF_CONCERNED = (
    "Might a child have been abused by another child, or might someone under 18 have sexually harmed an adult? "
    "If that concerns you, you should"
)
MUST_ASK = Line(
    "must-ask",
    f"{PROFESSIONAL} and are unsure whether to refer, you must ask your safeguarding lead.",
    policy("c-7-unsure"),
    Situation.it_need_not_be_referred,
)
REFER_TODAY = Line(
    "refer-today",
    "Tell children's social care or the police today.",
    OURS,
    beneath=("refer",),
)
PUBLIC_CALLS = Line(
    "public-calls",
    f"{PUBLIC}, call children's social care or the police. The NSPCC can advise you.",
    PRACTICE,
    beneath=("refer", "refer-today", "might"),
)
CANNOT_CONSENT = (
    Line(
        "cannot-consent",
        "A child under 13 cannot consent in law.",
        UNDER_13,
        Situation.this_child_is_13_or_over_and_the_other_is_not,
        later=True,
    ),
    Line(
        "cannot-consent",
        "A child under 13 cannot consent in law. These children are {age} and {other_age}.",
        UNDER_13,
        Situation.both_are_under_13,
        later=True,
    ),
    Line(
        "cannot-consent",
        "A child under 13 cannot consent in law. This child is {age}.",
        UNDER_13,
        Situation.only_this_child_is_under_13,
        later=True,
    ),
    Line(
        "cannot-consent",
        "A child under 13 cannot consent in law. The other child is {other_age}.",
        UNDER_13,
        Situation.the_other_is_under_13_and_this_age_is_not_known,
        later=True,
    ),
)
LEAVE_IMAGES_ALONE = Line("leave-images-alone", "Do not look at, copy, send or delete any image.", PRACTICE)
SAID_BY_OTHERS = ("emergency", "protect-this-child", "refer", "might", "under-13-older", "under-13-contact", "images")
"""The rows beside which nobody needs to be told once more whom to tell."""

EVERYONE = ("social-care", "social-care-out-of-hours", "police", "nspcc")

ROUTE: dict[str, Advice] = {
    row.id: row
    for row in (
        Advice(
            id="emergency",
            when=Situation.someone_is_in_danger,
            lines=(
                Line(
                    "call-999",
                    "Call 999 now. If it is safe, keep the children apart and in sight.",
                    PRACTICE,
                ),
            ),
            contacts=("emergency",),
        ),
        Advice(
            id="protect-this-child",
            when=Situation.this_child_may_need_protecting,
            lines=(
                Line(
                    "may-need-protecting",
                    "The child whose behaviour this is may need protecting too.",
                    policy("c-2-3", "c-4-c"),
                ),
                Line(
                    "say-this-first",
                    "Tell children's social care today, and say this first. You do not need to know what happened. "
                    "Do not ask the child.",
                    PRACTICE,
                    Situation.it_need_not_be_referred,
                ),
                Line(
                    "say-this-first",
                    "Say this first when you call. You do not need to know what happened. Do not ask the child.",
                    PRACTICE,
                    Situation.it_should_be_referred,
                ),
                replace(LEAVE_IMAGES_ALONE, when=Situation.this_child_may_have_been_made_to_do_it),
            ),
            contacts=("social-care", "social-care-out-of-hours", "police"),
        ),
        Advice(
            id="health",
            when=Situation.someone_may_need_medical_help,
            lines=(
                Line("medical-help", "Get medical help for anyone who may need it.", PRACTICE),
                Line(
                    "assault-service",
                    "Ask the police or children's social care about a sexual assault referral centre: now, if it happened "
                    "in the last few days.",
                    PRACTICE,
                    Situation.somebody_else_may_be_involved,
                ),
            ),
            contacts=("emergency",),
        ),
        Advice(
            id="refer",
            when=Situation.it_should_be_referred,
            lines=(
                Line(
                    "ask-whether-to-refer",
                    f"{STAFF}, ask your safeguarding lead today whether to refer. Ask staff, not the child, what this "
                    "child may have seen or had done to them.",
                    beyond_policy("this-project", "c-7-unsure"),
                    Situation.the_referral_of_a_child_under_10_is_to_be_weighed,
                ),
                Line(
                    "refer-now",
                    "Tell children's social care or the police today.",
                    OURS,
                    Situation.it_is_abusive_or_worse,
                ),
                Line(
                    "refer",
                    f"{IF_CONCERNED} refer it. A concern is enough.",
                    policy("c-7-refer"),
                    Situation.it_is_abusive_or_worse,
                ),
                Line(
                    "refer",
                    f"{IF_CONCERNED} refer it to children's social care or the police. A concern is enough.",
                    policy("c-7-refer"),
                    Situation.it_is_below_abusive,
                ),
                Line("procedures", "You should use {procedures} to refer.", policy("c-7-refer"), later=True),
                *LEAD_TODAY_TOO,
            ),
            contacts=("social-care", "social-care-out-of-hours", "police", "emergency"),
        ),
        Advice(
            id="might",
            when=Situation.someone_might_have_been_abused,
            lines=(
                Line(
                    "might",
                    f"{IF_CONCERNED} tell children's social care or the police. A concern is enough.",
                    policy("c-7-refer"),
                ),
                LEAD_TODAY,
                MUST_ASK,
                PUBLIC_CALLS,
                Line("write-down", "Write down the exact words, when, and who was there.", PRACTICE),
            ),
            contacts=EVERYONE,
            gives_way_to=("refer",),
        ),
        Advice(
            id="under-13-older",
            when=Situation.this_child_is_13_or_over_and_the_other_is_not,
            lines=(
                Line("ages", "This child is {age}, and the other child is {other_age}.", OURS, later=True),
                replace(CANNOT_CONSENT[0], when=Situation.there_was_no_contact_with_a_child_under_13),
                replace(REFER_TODAY, when=Situation.an_older_child_did_or_may_have_done_more_than_is_expected),
                LEAD_TODAY,
                PUBLIC_CALLS,
            ),
            contacts=EVERYONE,
        ),
        Advice(
            id="under-13-contact",
            when=Situation.there_was_contact_with_a_child_under_13,
            lines=(
                *CANNOT_CONSENT,
                replace(REFER_TODAY, when=Situation.contact_with_a_child_under_13_went_far),
                LEAD_TODAY,
                PUBLIC_CALLS,
            ),
            contacts=EVERYONE,
        ),
        Advice(
            id="images",
            when=Situation.images_are_involved,
            lines=(
                LEAVE_IMAGES_ALONE,
                Line(
                    "images-police",
                    "Call the police about the images.",
                    PRACTICE,
                    Situation.images_are_for_the_police,
                ),
                Line(
                    "images-police-if",
                    "Call the police about the images if an adult is involved, if there was pressure or a threat, or "
                    "if a child is under 13.",
                    PRACTICE,
                    Situation.images_may_be_for_the_police,
                ),
                LEAD_TODAY,
                PUBLIC_CALLS,
            ),
            contacts=("report-remove", "police", "nspcc"),
        ),
        Advice(
            id="together",
            when=Situation.they_will_be_together_and_it_may_be_harmful,
            lines=(
                Line(
                    "tonight",
                    "Tonight: who keeps them apart, and who watches? Agree it with children's social care.",
                    PRACTICE,
                ),
            ),
            contacts=("social-care", "social-care-out-of-hours", "police"),
        ),
        Advice(
            id="parents",
            when=Situation.parents_may_have_to_be_told,
            lines=(
                Line(
                    "parents",
                    "Decide with your safeguarding lead, or social care, what to tell parents.",
                    PRACTICE,
                ),
                Line(
                    "parents-are-usually-told",
                    "They are usually told, but telling them can put a child at risk.",
                    PRACTICE,
                ),
                Line(
                    "ask-before-parents-are-told",
                    "Ask social care or the police before parents are told, if telling them could put a child at risk, "
                    "warn someone or lose evidence. Ask first too if the worry is about home. Write down why.",
                    PRACTICE,
                    later=True,
                ),
            ),
            today=False,
        ),
        Advice(
            id="assess",
            when=Situation.it_is_problematic_or_worse,
            lines=(
                LEAD_TODAY,
                MUST_ASK,
                PUBLIC_CALLS,
                Line(
                    "assess",
                    "A full assessment of risk must be done, and an assessment of need. Early and effective "
                    "intervention may have an important part in protecting children.",
                    policy("c-4-d", "c-4-f"),
                    later=True,
                ),
                Line(
                    "trained-assessors",
                    "{assessed-12-or-over}",
                    policy("c-4-d"),
                    Situation.this_child_is_12_or_over,
                    later=True,
                ),
                Line(
                    "trained-assessors",
                    "{assessed-under-12}",
                    policy("c-4-d"),
                    Situation.this_child_is_under_12,
                    later=True,
                ),
                Line(
                    "trained-assessors",
                    "{assessed-age-not-known}",
                    policy("c-4-d"),
                    Situation.the_age_of_this_child_is_not_known,
                    later=True,
                ),
            ),
            contacts=("social-care", "police", "nspcc"),
        ),
        Advice(
            id="no-route",
            when=Situation.it_is_below_problematic_and_something_is_known,
            lines=(
                Line(
                    "respond-calmly",
                    "Respond calmly. Write down what was seen and said. Choose a date to look again.",
                    PRACTICE,
                ),
                Line("lead", f"{STAFF}, tell your safeguarding lead.", PRACTICE),
                Line("public-advice", f"{PUBLIC}, the NSPCC can advise you.", PRACTICE, later=True),
                Line(
                    "no-route",
                    "The policy names no route of referral for this. If you are still worried, act on the worry.",
                    OURS,
                    later=True,
                ),
            ),
            contacts=("nspcc",),
            gives_way_to=SAID_BY_OTHERS,
            today=False,
        ),
        Advice(
            id="tell-someone",
            when=always,
            lines=(
                Line(
                    "no-result-needed", "No answer so far says what to do. You do not need a result to act.", PRACTICE
                ),
                Line(
                    "tell-someone",
                    f"{IF_CONCERNED} tell children's social care or the police. A concern is enough.",
                    policy("c-7-refer"),
                ),
                LEAD_TODAY,
                MUST_ASK,
                PUBLIC_CALLS,
            ),
            contacts=EVERYONE,
            gives_way_to=(*SAID_BY_OTHERS, "assess", "no-route"),
        ),
        Advice(
            id="not-listened-to",
            when=always,
            lines=(
                Line(
                    "say-it-again",
                    "Not satisfied with the response? Say again why you are worried, and use your area's escalation "
                    "procedure.",
                    beyond_policy("general-practice", "c-1-4"),
                    later=True,
                ),
            ),
            today=False,
        ),
    )
}

WITHOUT_A_RESULT = (ROUTE["emergency"], ROUTE["tell-someone"], ROUTE["not-listened-to"])
"""What to do where there is no result, as while the checker is withdrawn."""

AT_ONCE = {
    ("danger", "yes"): (ROUTE["emergency"], "The questions can wait."),
    ("hurt", "yes"): (ROUTE["health"], ""),
    ("exploited", "possible"): (ROUTE["protect-this-child"], ""),
}
"""The answers whose row is shown, by its first lines, as soon as they are given, and what is said beneath."""

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

COUNT_TOGETHER = ({"intrusion": "slight", "consent": "unwanted"}, {"intrusion": "slight", "power": "unequal"})
"""Answers that count only together, and in what to do alone: with a child under 13 they are referred."""


def said_in(situation: Situation) -> list[Said]:
    """The rows of the route that apply, in its order, each line said once. Never empty: its last row always applies."""
    return said_once(that_apply(ROUTE, situation))


def route_for(situation: Situation) -> tuple[Advice, ...]:
    """The rows of the route that apply, in its order and as they are said. Never empty, nor is any row."""
    return worded(said_in(situation), situation)
