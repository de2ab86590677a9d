"""What the result says to do and to bear in mind: data only. When each row applies is in `route`.

Rows that rest on a clause are the policy's. The others name the national guidance or the law they rest on.
"""

from __future__ import annotations

from checker.result import Advice, Source

__all__ = ["CAUTIONS", "NEEDS_CHILD", "NEEDS_OTHER", "NO_ANSWERS_YET", "ROUTE", "SOURCES"]

STAFF = "If you work or volunteer with children:"
PUBLIC = "If you are a parent or anyone else:"

SOURCES: dict[str, Source] = {
    source.id: source
    for source in (
        Source(
            "guidance-safeguarding",
            "guidance",
            "General safeguarding practice, in this project's words; see Working Together to Safeguard Children",
        ),
        Source("guidance-schools", "guidance", "Keeping Children Safe in Education"),
        Source("guidance-images", "guidance", "Keeping Children Safe in Education"),
        Source("research", "research", "Published research and reviews on harmful sexual behaviour"),
        Source("this-project", "this project", "Its own caution"),
        Source(
            "guidance-and-law-images",
            "guidance and law",
            "Protection of Children Act 1978; Criminal Justice Act 1988, section 160; Keeping Children Safe in Education",
        ),
        Source("law-under-13", "law", "Sexual Offences Act 2003: a child under 13 cannot consent in law"),
        Source(
            "law-consent",
            "guidance and law",
            "Sexual Offences Act 2003, sections 9 to 13; prosecution guidance as the Youth Justice Legal Centre reports it",
        ),
        Source(
            "law-under-10",
            "law",
            "Children and Young Persons Act 1933, section 50: nobody under 10 is charged with an offence",
        ),
        Source("law-duty", "law", "Crime and Policing Act 2026"),
        Source("law-sharing", "law", "The law in England on sharing information to safeguard a child"),
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
                "The child whose behaviour this is may need protecting too. "
                "Tell children's social care today, and say this first.\n"
                "You do not need to know what happened. Do not ask the child."
            ),
            clauses=("c-2-3", "c-4-c"),
            contacts=("social-care", "social-care-out-of-hours", "police"),
        ),
        Advice(
            id="health",
            text=(
                "Get medical help for anyone who may need it.\n"
                "If it may have happened in the last days, ask the police or children's social care "
                "about a sexual assault referral centre."
            ),
            source="guidance-safeguarding",
            contacts=("emergency",),
        ),
        Advice(
            id="refer",
            text=(
                "You should refer this: tell children's social care or the police today, "
                "under the SET procedures (Southend, Essex and Thurrock).\n"
                f"{STAFF} tell your safeguarding lead today. If you cannot reach them, call.\n"
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
                f"{STAFF} tell your safeguarding lead today. If you are unsure whether to refer, you must ask them now.\n"
                f"{PUBLIC} call children's social care or the NSPCC.\n"
                "Write down the exact words, when, and who was there."
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
                "Tell children's social care or the police today.\n"
                f"{STAFF} tell your safeguarding lead today as well.\n"
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
                "Tell the police if an adult is involved, if there was pressure or a threat, or if a child is under 13."
            ),
            source="guidance-and-law-images",
            contacts=("report-remove", "police", "nspcc"),
        ),
        Advice(
            id="together",
            text="Tonight: who keeps the children apart, and who watches? Agree it with children's social care.",
            source="guidance-safeguarding",
            contacts=("social-care", "social-care-out-of-hours", "police"),
        ),
        Advice(
            id="assess",
            text=(
                f"{STAFF} tell your safeguarding lead today. If you are unsure whether to refer, you must ask them.\n"
                f"{PUBLIC} call children's social care or the NSPCC.\n"
                "A full assessment of risk and of need must be done. "
                "Early, effective intervention may play an important part in protecting children.\n"
                "What may happen next: people trained to assess may use AIM3, an assessment for ages 12 to 18, "
                "or the model for children under 12."
            ),
            clauses=("c-4-d", "c-4-f", "c-7-unsure", "c-3-1", "c-3-2"),
            contacts=("social-care", "police", "nspcc"),
        ),
        Advice(
            id="no-route",
            text=(
                "Respond calmly. Write down what was seen and said. Choose a date to look again.\n"
                f"{STAFF} tell your safeguarding lead.\n"
                f"{PUBLIC} call the NSPCC.\n"
                "If you are still worried, act on the worry. The policy names no route for this."
            ),
            source="guidance-schools",
            contacts=("nspcc",),
        ),
        Advice(
            id="not-listened-to",
            text=(
                "Not satisfied with the response? Say again why you are worried.\n"
                f"{STAFF} use your area's escalation procedure.\n"
                f"{PUBLIC} call children's social care again, or the NSPCC."
            ),
            clauses=("c-1-4",),
            source="guidance-safeguarding",
        ),
    )
}

NO_ANSWERS_YET = Advice(
    id="no-answers-yet",
    text=(
        "No answer so far says what to do. You do not need a result to act: if you are concerned that someone might have "
        "been abused, you should tell children's social care or the police.\n"
        f"{STAFF} tell your safeguarding lead today. If you are unsure whether to refer, you must ask them.\n"
        f"{PUBLIC} call children's social care or the NSPCC."
    ),
    clauses=("c-7-refer", "c-7-unsure"),
    contacts=("social-care", "social-care-out-of-hours", "police", "nspcc"),
)
"""Shown where no row of the route says whom to tell: nothing is known of the behaviour, or the checker is withdrawn."""

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
                "Work with children who harm others must recognise two things. "
                "They are likely to have considerable needs of their own. "
                "Others may be at significant risk of harm from them."
            ),
            clauses=("c-4-a",),
        ),
        Advice(
            id="may-need-protection",
            text=(
                "A child who harms others is likely to be a child in need. Some are also suffering, "
                "or at risk of, Significant Harm, and may need protection."
            ),
            clauses=("c-4-c",),
        ),
        Advice(
            id="own-assessment",
            text="In every case, risk and need must both be assessed, and the risk in full.",
            clauses=("c-4-d",),
        ),
        Advice(
            id="held-responsible",
            text="They should be held responsible for abusive behaviour, while their needs are met and others are protected.",
            clauses=("c-4-e", "c-2-3"),
        ),
        Advice(
            id="have-a-say",
            text=(
                "They have a right to be consulted, and to be involved in every matter and decision that affects their life. "
                "Their parents have a right to be informed, to be respected and to take part."
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
            source="research",
        ),
        Advice(
            id="under-10",
            text=(
                "Under 10: think first of what this child may have seen, or had done to them. Do not ask the child. "
                "Tell children's social care. Nobody under 10 is charged with an offence, and social care still acts."
            ),
            source="law-under-10",
        ),
        Advice(
            id="law-of-consent",
            text=(
                "Wanting to take part is not the law of consent. The age of consent is 16. "
                "People under 18 can commit the offences too. A child under 13 cannot consent in law."
            ),
            source="law-consent",
        ),
        Advice(
            id="prosecution",
            text=(
                "Prosecution guidance: children under 13 should in general not be criminalised for behaviour "
                "without coercion, exploitation or abuse of trust. Prosecuting genuinely mutual activity "
                "close in age is unlikely to be appropriate."
            ),
            source="law-consent",
        ),
        Advice(
            id="mutual-13-to-15",
            text=(
                "Even where both seem to want it, the age of consent is 16. No result here approves it. "
                "Think about exploitation, and about images."
            ),
            source="law-consent",
        ),
        Advice(
            id="learning-disability-or-autism",
            text=(
                "Children with learning disabilities and autistic children are over-represented in referrals. "
                "Autistic children are no more likely to display harmful sexual behaviour. "
                "A need never makes behaviour safe, and never lowers what you should do. "
                "Say in your referral what help each person needs to be heard."
            ),
            source="research",
        ),
        Advice(
            id="family-or-together",
            text=(
                "If they are brothers or sisters: such behaviour is often played down. If children live together, "
                "agree with children's social care who keeps them apart, and who watches."
            ),
            source="research",
        ),
        Advice(
            id="concerns-before",
            text=(
                "There were concerns before. Inspectors found that a sizeable number of children had been referred before, "
                "and that the significance was not recognised or was dismissed. If you refer, say what was known, and when."
            ),
            clauses=("c-1-4",),
        ),
        Advice(
            id="sharing-information",
            text="You do not need anyone's consent to share information to safeguard a child.",
            source="law-sharing",
        ),
        Advice(
            id="duty-to-report",
            text=(
                "A legal duty to report child sexual abuse has been enacted. Check whether it is in force and applies "
                "to you. Whether or not it does, refer if you are concerned."
            ),
            source="law-duty",
        ),
        Advice(
            id="any-one-descriptor",
            text=(
                "The policy lists descriptors and does not say how many are needed. This project's cautious reading is that "
                "any one descriptor is enough. Some rules need two or three answers to say what a descriptor means."
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
    )
}
