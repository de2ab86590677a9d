"""What the result says to do and to bear in mind: data only. When each row applies is in `route`.

Rows that rest on a clause are the policy's. The others name the national guidance or the law they rest on.
"""

from __future__ import annotations

from checker.result import Advice, Source

__all__ = ["CAUTIONS", "NEEDS_CHILD", "NEEDS_OTHER", "ROUTE", "SOURCES"]

STAFF = "If you work or volunteer with children:"
PUBLIC = "If you are a parent or anyone else:"

SOURCES: dict[str, Source] = {
    source.id: source
    for source in (
        Source("guidance-safeguarding", "guidance", "Working Together to Safeguard Children"),
        Source("guidance-schools", "guidance", "Keeping Children Safe in Education"),
        Source("guidance-images", "guidance", "Keeping Children Safe in Education"),
        Source("guidance-research", "guidance", "Published research and reviews on harmful sexual behaviour"),
        Source("this-project", "this project", "A caution of this project's own"),
        Source(
            "guidance-and-law-images",
            "guidance and law",
            "Protection of Children Act 1978; Criminal Justice Act 1988, section 160; Keeping Children Safe in Education",
        ),
        Source("law-under-13", "law", "Sexual Offences Act 2003: a child under 13 cannot consent in law"),
        Source(
            "law-consent",
            "law",
            "Sexual Offences Act 2003, sections 9 to 13; prosecution guidance as the Youth Justice Legal Centre reports it",
        ),
        Source(
            "law-under-10",
            "law",
            "Children and Young Persons Act 1933, section 50: nobody under 10 is charged with an offence",
        ),
        Source("law-duty", "law", "Crime and Policing Act 2026"),
    )
}

ROUTE: dict[str, Advice] = {
    row.id: row
    for row in (
        Advice(
            id="emergency",
            text="Someone may be in danger now. Call 999.",
            source="guidance-safeguarding",
            contacts=("emergency",),
        ),
        Advice(
            id="protect-this-child",
            text=(
                "This child may need protecting too. Tell children's social care today, and say this first.\n"
                "You do not need to know what happened. Do not ask the child."
            ),
            clauses=("c-2-3", "c-4-c"),
            contacts=("social-care", "social-care-out-of-hours"),
        ),
        Advice(
            id="health",
            text=(
                "Get medical help for anyone who may need it.\n"
                "If it may have happened in the last days, ask the police or children's social care "
                "about a sexual assault referral centre."
            ),
            source="guidance-safeguarding",
            contacts=("emergency", "police"),
        ),
        Advice(
            id="refer",
            text=(
                "You should refer this: tell children's social care or the police today, under the SET procedures.\n"
                "You do not need proof. A concern that it might have happened is enough."
            ),
            clauses=("c-7-refer",),
            contacts=("social-care", "social-care-out-of-hours", "police", "emergency"),
        ),
        Advice(
            id="might",
            text=(
                "Might someone have been abused? If that worries you, "
                "you should tell children's social care or the police. You do not need proof.\n"
                f"{STAFF} if you are unsure whether to refer, you must ask your safeguarding lead now.\n"
                f"{PUBLIC} children's social care or the NSPCC can talk it through."
            ),
            clauses=("c-7-refer", "c-7-unsure"),
            contacts=("social-care", "social-care-out-of-hours", "police", "nspcc"),
        ),
        Advice(
            id="under-13-older",
            text=(
                "One child is under 13 and the other is 13 or over. A child under 13 cannot consent in law.\n"
                f"{STAFF} tell your safeguarding lead today, at the least.\n"
                f"{PUBLIC} tell children's social care or the NSPCC today."
            ),
            source="law-under-13",
            contacts=("social-care", "social-care-out-of-hours", "police", "nspcc"),
        ),
        Advice(
            id="under-13-contact",
            text=(
                "A child under 13 cannot consent in law, and one child here is 10 or over. "
                "Tell children's social care or the police.\n"
                "To refer here is this project's caution: the policy gives no rule for under-13s."
            ),
            source="law-under-13",
            contacts=("social-care", "social-care-out-of-hours", "police"),
        ),
        Advice(
            id="images",
            text=(
                "Do not look at, copy, send or delete any image.\n"
                f"{STAFF} tell your safeguarding lead today.\n"
                f"{PUBLIC} tell children's social care or the NSPCC today.\n"
                "Tell the police if there is an adult, pressure, a threat or a child under 13."
            ),
            source="guidance-and-law-images",
            contacts=("report-remove", "police", "nspcc"),
        ),
        Advice(
            id="together",
            text="Tonight: who keeps them apart, and who watches? Agree it with children's social care.",
            source="guidance-safeguarding",
            contacts=("social-care", "social-care-out-of-hours"),
        ),
        Advice(
            id="assess",
            text=(
                f"{STAFF} tell your safeguarding lead today. If you are unsure whether to refer, you must ask them.\n"
                f"{PUBLIC} children's social care or the NSPCC can tell you who helps.\n"
                "The policy says that a full assessment of risk and of need must be done, "
                "and that early, effective help may play an important part in protecting children.\n"
                "What may happen next: people trained to assess may use AIM3 at 12 to 18, "
                "or the model for children under 12."
            ),
            clauses=("c-4-d", "c-4-f", "c-7-unsure", "c-3-1", "c-3-2"),
            contacts=("social-care", "nspcc"),
        ),
        Advice(
            id="no-route",
            text=(
                "The policy names no route for this.\n"
                f"{STAFF} tell your safeguarding lead.\n"
                f"{PUBLIC} the NSPCC can talk it through.\n"
                "Respond calmly, write down what was seen and said, and choose a date to look again."
            ),
            source="guidance-schools",
            contacts=("nspcc",),
        ),
        Advice(
            id="not-listened-to",
            text="Not satisfied with the response? Say so again, and use your area's escalation procedure.",
            source="guidance-safeguarding",
        ),
    )
}

UNDER_13_REFER = (
    "One child is under 13 and the other is 13 or over. A child under 13 cannot consent in law.\n"
    "Tell children's social care or the police today: it was intrusive or not expected at this age, or that is not known.\n"
    f"{STAFF} tell your safeguarding lead today as well."
)
"""What `under-13-older` says unless intrusion and development are both known to be at their least."""

NEEDS_CHILD: dict[str, Advice] = {
    row.id: row
    for row in (
        Advice(
            id="own-needs",
            text=(
                "Work with this child must recognise two things: they are likely to have considerable needs of their own, "
                "and they may pose a significant risk of harm to others."
            ),
            clauses=("c-4-a",),
        ),
        Advice(
            id="may-need-protection",
            text=(
                "They are likely to be a child in need. Some children in this position are also suffering, "
                "or at risk of, Significant Harm and may need protection."
            ),
            clauses=("c-4-c",),
        ),
        Advice(
            id="own-assessment",
            text="A full risk assessment and an assessment of need must be done in every case.",
            clauses=("c-4-d",),
        ),
        Advice(
            id="held-responsible",
            text="They should be held responsible for abusive behaviour, while their needs are met.",
            clauses=("c-4-e",),
        ),
        Advice(
            id="have-a-say",
            text=(
                "They have a right to be consulted and involved in decisions that affect their life. "
                "Their parents have a right to information, respect and a part in it."
            ),
            clauses=("c-4-g",),
        ),
    )
}

NEEDS_OTHER: dict[str, Advice] = {
    row.id: row
    for row in (
        Advice(
            id="safety-first",
            text="The safety of anyone who was harmed, and of other children, comes before everything else.",
            clauses=("c-2-2",),
        ),
        Advice(
            id="considered-apart",
            text="Their needs should be considered apart from the needs of the child whose behaviour it is.",
            clauses=("c-4-b",),
        ),
        Advice(
            id="agencies-responsible",
            text="When a child has been sexually harmed by another, all agencies must know their duties to both children.",
            clauses=("c-2-1",),
        ),
    )
}

CAUTIONS: dict[str, Advice] = {
    row.id: row
    for row in (
        Advice(
            id="normal-is-not-approval",
            text=(
                "Normal does not mean approved, lawful or safe, and it never removes a duty to report. "
                "If you are still worried, act on the worry."
            ),
            source="guidance-research",
        ),
        Advice(
            id="any-one-descriptor",
            text=(
                "Any one descriptor is enough here. That is this project's cautious reading: "
                "the policy lists descriptors and does not say how many are needed."
            ),
            source="this-project",
        ),
        Advice(
            id="screening-aid",
            text=(
                "This is a screening aid. It is not AIM3 and not a diagnosis. It has not been tested on real cases, "
                "and the council has not agreed it. A trained person decides."
            ),
            source="this-project",
        ),
        Advice(
            id="under-10",
            text=(
                "Under 10: ask first what this child may have seen, or had done to them. Ask adults, not the child. "
                "Nobody under 10 is charged with an offence, and social care still acts."
            ),
            source="law-under-10",
        ),
        Advice(
            id="law-of-consent",
            text=(
                "Wanting to take part is not the law of consent. The age of consent is 16, people under 18 can commit "
                "the offences too, and a child under 13 cannot consent in law.\n"
                "Prosecution guidance is that children under 13 should in general not be criminalised where there was "
                "no coercion, exploitation or abuse of trust, and that prosecuting genuinely mutual activity "
                "between people close in age is unlikely to be right."
            ),
            source="law-consent",
        ),
        Advice(
            id="mutual-13-to-15",
            text=(
                "Mutual activity at 13 to 15 is not approved by any result here. It is under the age of consent. "
                "Think about exploitation, and about images."
            ),
            source="law-consent",
        ),
        Advice(
            id="learning-disability-or-autism",
            text=(
                "A learning disability, autism or a communication need may explain behaviour. It never makes it safe, "
                "and it never lowers what you should do. Children with these needs are referred more often than others, "
                "so check the context. Make sure that each person is helped to be heard."
            ),
            source="guidance-research",
        ),
        Advice(
            id="family-or-together",
            text=(
                "Behaviour between brothers and sisters, or children who live together, is often played down. "
                "Ask who keeps them apart, and who watches."
            ),
            source="guidance-research",
        ),
        Advice(
            id="concerns-before",
            text=(
                "There were concerns before. Inspectors found that earlier signs had often been missed or dismissed. "
                "Say in your referral what was known, and when."
            ),
            clauses=("c-1-4",),
        ),
        Advice(
            id="duty-to-report",
            text=(
                "A legal duty to report child sexual abuse has been enacted. Check whether it is in force and applies "
                "to you. Refer in any case. You do not need consent to share information to safeguard a child."
            ),
            source="law-duty",
        ),
    )
}
