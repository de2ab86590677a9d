"""What words rest on where the policy is silent: guidance, law, research, this project. And the ages that decide.

Data only. Each age stands beside the source that says so.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

__all__ = [
    "AGE_OF_CONSENT",
    "ASSESSED_APART_FROM",
    "CAN_CONSENT_IN_LAW_FROM",
    "CHARGED_FROM",
    "DOMESTIC_ABUSE_FROM",
    "SOURCES",
    "DecidingAge",
    "Source",
]

Kind = Literal["guidance", "law", "research", "this project"]


@dataclass(frozen=True, slots=True)
class Source:
    """Where something comes from on which the policy is silent. `kind` is shown with every use.

    Guidance and law are named by title, research by study.
    `short` names it beside a line, where the title would be longer than the line; empty where the kind says it all.
    """

    id: str
    kind: Kind
    title: str
    short: str | None = None

    @property
    def name(self) -> str:
        """How it is named beside a line."""
        return self.title if self.short is None else self.short


SOURCES: dict[str, Source] = {
    source.id: source
    for source in (
        Source(
            "guidance-images",
            "guidance",
            "UK Council for Internet Safety, Sharing nudes and semi-nudes (March 2024)",
            "UKCIS (March 2024)",
        ),
        Source(
            "guidance-blackmail",
            "guidance",
            "National Crime Agency, alert on sexual blackmail of children (2024)",
            "National Crime Agency (2024)",
        ),
        Source(
            "guidance-police-images",
            "guidance",
            "College of Policing, briefing note on nude and semi-nude images",
            "College of Policing",
        ),
        Source(
            "guidance-schools",
            "guidance",
            "Keeping Children Safe in Education, Part one (2026), and Part five in editions before September 2026",
            "Keeping Children Safe in Education",
        ),
        Source(
            "guidance-listening",
            "guidance",
            "Centre of expertise on child sexual abuse, Communicating with children (2022)",
            "CSA Centre (2022)",
        ),
        Source(
            "guidance-prosecution",
            "guidance",
            "Prosecution guidance, as the Youth Justice Legal Centre reports it",
            "Youth Justice Legal Centre, on prosecution",
        ),
        Source(
            "law-under-13",
            "law",
            "Sexual Offences Act 2003: a child under 13 cannot consent in law",
            "Sexual Offences Act 2003",
        ),
        Source("law-consent", "law", "Sexual Offences Act 2003, sections 5 to 13", "Sexual Offences Act 2003"),
        Source(
            "law-images",
            "law",
            "Protection of Children Act 1978; Criminal Justice Act 1988, section 160",
            "Protection of Children Act 1978",
        ),
        Source(
            "reading-images",
            "this project",
            "Our reading of the Protection of Children Act 1978, and of Sharing nudes and semi-nudes (March 2024)",
            "reading law and guidance on images",
        ),
        Source("law-under-10", "law", "Children and Young Persons Act 1933, section 50: the age is 10", "Act of 1933"),
        Source("law-children-act", "law", "Children Act 1989, sections 17 and 47", "Children Act 1989"),
        Source("law-domestic-abuse", "law", "Domestic Abuse Act 2021, section 1"),
        Source("law-duty", "law", "Crime and Policing Act 2026"),
        Source(
            "law-sharing",
            "law",
            "UK General Data Protection Regulation; Data Protection Act 2018",
            "Data Protection Act 2018",
        ),
        Source(
            "law-interview",
            "law",
            "Police and Criminal Evidence Act 1984 and its Code C",
            "Police and Criminal Evidence Act 1984",
        ),
        Source(
            "research-hackett-2013",
            "research",
            "Hackett and others (2013), 700 children referred to nine services in the United Kingdom",
            "Hackett and others (2013)",
        ),
        Source(
            "research-siblings-2023",
            "research",
            "Journal of Sexual Aggression 29(3), 2023, doi.org/10.1080/13552600.2023.2241482: "
            "interviews with 30 professionals and two young people",
            "Journal of Sexual Aggression (2023)",
        ),
        Source(
            "research-agreement-2022",
            "research",
            "Jensen, Askeland and Bj\u00f8rknes (2022), doi.org/10.3389/fpsyg.2022.1019739",
            "Jensen and others (2022)",
        ),
        Source(
            "research-adultification-2022",
            "research",
            "Davis (2022), Academic Insights, HM Inspectorate of Probation",
            "Davis (2022)",
        ),
        Source(
            "research-panel-2024",
            "research",
            "Child Safeguarding Practice Review Panel (2024): 136 serious incidents of sexual abuse in families",
            "Review Panel (2024)",
        ),
        Source(
            "research-friedrich-1998",
            "research",
            "Friedrich and others (1998), doi.org/10.1542/peds.101.4.e9",
            "Friedrich and others (1998)",
        ),
        Source(
            "research-kellogg-2009",
            "research",
            "Kellogg (2009), clinical report of the American Academy of Pediatrics, Pediatrics 124(3), 992 to 998",
            "Kellogg (2009)",
        ),
        Source(
            "common-at-each-age",
            "this project",
            "In our words, after the sources that this page names at its end",
            "",
        ),
        Source(
            "for-under-18s",
            "this project",
            "In our words, after Childline and the National Crime Agency",
            "",
        ),
        Source("where-else", "this project", "Our own choice. What is named belongs to whoever publishes it", ""),
        Source("general-practice", "this project", "General practice, in our words", ""),
        Source("this-project", "this project", "Our own caution", ""),
    )
}


@dataclass(frozen=True, slots=True)
class DecidingAge:
    """An age in whole years that decides; `source` is the id of what says so, or the clause."""

    years: int
    source: str


CHARGED_FROM = DecidingAge(10, "law-under-10")
CAN_CONSENT_IN_LAW_FROM = DecidingAge(13, "law-under-13")
AGE_OF_CONSENT = DecidingAge(16, "law-consent")
DOMESTIC_ABUSE_FROM = DecidingAge(16, "law-domestic-abuse")
ASSESSED_APART_FROM = DecidingAge(12, "this-project")
