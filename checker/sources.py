"""What words rest on where the policy is silent: guidance, law, research. And the ages that the law names.

Data only. Each age stands beside the source that says so.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

__all__ = ["AGE_OF_CONSENT", "CAN_CONSENT_IN_LAW_FROM", "CHARGED_FROM", "SOURCES", "AgeInLaw", "Source"]


@dataclass(frozen=True, slots=True)
class Source:
    """Where something comes from on which the policy is silent. `kind` is shown with every use."""

    id: str
    kind: Literal["guidance", "law", "guidance and law", "research", "this project"]
    title: str


SOURCES: dict[str, Source] = {
    source.id: source
    for source in (
        Source(
            "guidance-safeguarding",
            "guidance",
            "General safeguarding practice, in this project's words; see Working Together to Safeguard Children",
        ),
        Source(
            "guidance-schools",
            "guidance",
            "Keeping Children Safe in Education",
        ),
        Source(
            "guidance-images",
            "guidance",
            "Keeping Children Safe in Education",
        ),
        Source(
            "research",
            "research",
            "Published research and reviews on harmful sexual behaviour",
        ),
        Source(
            "this-project",
            "this project",
            "Its own caution",
        ),
        Source(
            "guidance-and-law-images",
            "guidance and law",
            "Protection of Children Act 1978; Criminal Justice Act 1988, section 160; Keeping Children Safe in Education",
        ),
        Source(
            "law-under-13",
            "law",
            "Sexual Offences Act 2003: a child under 13 cannot consent in law",
        ),
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
        Source(
            "law-duty",
            "law",
            "Crime and Policing Act 2026",
        ),
        Source(
            "law-sharing",
            "law",
            "The law in England on sharing information to safeguard a child",
        ),
    )
}


@dataclass(frozen=True, slots=True)
class AgeInLaw:
    """An age in whole years on which the law turns; `source` is the id of what says so."""

    years: int
    source: str


CHARGED_FROM = AgeInLaw(10, "law-under-10")
CAN_CONSENT_IN_LAW_FROM = AgeInLaw(13, "law-under-13")
AGE_OF_CONSENT = AgeInLaw(16, "law-consent")
