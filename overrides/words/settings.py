"""The publisher's settings: the block `extra` of mkdocs.yml."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

__all__ = [
    "Settings",
    "agreed",
    "approval",
    "day",
    "open_matters",
    "signed_off",
    "unconfirmed",
    "withdrawn",
]

Settings = Mapping[str, Any]


def day(iso: str) -> str:
    """2027-03-01 as it is read. Raises ValueError where there is no such day."""
    calendar_day = date.fromisoformat(iso)
    return f"{calendar_day.day} {calendar_day:%B %Y}"


def signed_off(settings: Settings) -> bool:
    """Whether the publisher has approved the rules as they are, with the words of the clauses that they cite."""
    sign_off = settings["sign_off"]
    return bool(sign_off["by"] and sign_off["date"] and sign_off["approves"] == sign_off.get("now"))


def approval(settings: Settings) -> str:
    """Who approved the rules, and when."""
    if not signed_off(settings):
        return f"Not approved by {settings['publisher']['name']}."
    return f"Approved by {settings['sign_off']['by']} on {day(str(settings['sign_off']['date']))}."


def agreed(settings: Settings) -> str:
    """The same within a sentence, as the checker's cautions say it."""
    short = settings["publisher"]["short"]
    return f"{short} has approved its rules" if signed_off(settings) else f"{short} has not agreed it"


def unconfirmed(settings: Settings) -> list[Mapping[str, Any]]:
    """The contacts that the publisher has still to confirm: the emergency services' are nobody's to confirm."""
    contacts = [contact for contact in settings["contacts"] if not contact.get("national")]
    return [contact for contact in contacts if not contact.get("confirmed")]


def open_matters(settings: Settings) -> list[str]:
    """Why the site may not be published as the publisher's own; empty where it may."""
    matters = [f"not confirmed: {contact['name']} ({contact['id']})" for contact in unconfirmed(settings)]
    matters += [f"not answered: {question}" for question in settings["to_answer"]]
    if not signed_off(settings):
        matters.append("nobody has approved the checker's rules as they are, with the clauses that they cite")
    if not settings["feedback"]:
        matters.append("nobody is named to be told of a mistake on a page (feedback in mkdocs.yml)")
    if not settings["security_contact"]:
        matters.append("nobody is named to be told of a fault in the site's security (security_contact in mkdocs.yml)")
    return matters


def withdrawn(settings: Settings) -> bool:
    return bool(settings["checker_withdrawn"])
