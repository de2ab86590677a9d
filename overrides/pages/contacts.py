"""Whom to call: the publisher's contacts, each shown only where it may be."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from checker.tree import Node, el
from overrides.words.settings import Settings, day

__all__ = ["contact_node", "contacts", "feedback", "phone_node"]


def find(settings: Settings, ref: str) -> dict[str, str]:
    """The contact with the id `ref`. Raises ValueError where the settings have none."""
    matching: list[dict[str, str]] = [contact for contact in settings["contacts"] if contact["id"] == ref]
    if len(matching) != 1:
        raise ValueError(f"the settings have {len(matching)} contacts with the id {ref}")
    return matching[0]


def phone_node(settings: Settings, ref: str) -> Node:
    """A contact's number or address as a link; words in its place while it may not be shown."""
    contact = find(settings, ref)
    if not contact["shown"]:
        what = "number" if contact["href"].startswith("tel:") else "address"
        return el("span", "unconfirmed", f"{what} not yet confirmed by {settings['publisher']['short']}")
    return el("a", {"class": "contact-link", "href": contact["href"]}, contact["show"])


def contact_node(settings: Settings, ref: str) -> Node:
    """A contact as a list item: who, then how. Where the number may be shown, the whole is one button to call."""
    contact = find(settings, ref)
    name = el("span", "contact-name", contact["name"])
    if not contact["shown"]:
        return el("li", "contact", name, ": ", phone_node(settings, ref))
    return el(
        "li",
        "contact",
        el("a", {"class": "call", "href": contact["href"]}, name, " ", el("strong", "", contact["show"])),
    )


def confirmed(settings: Settings, contact: Mapping[str, Any]) -> str:
    short = settings["publisher"]["short"]
    if not contact["confirmed"]:
        return f"Not yet confirmed by {short}."
    return f"Confirmed by {short} on {day(str(contact['confirmed']))}."


def contacts(settings: Settings) -> Node:
    """Every contact: who, how, where its number or address was seen, and when the publisher confirmed it."""
    rows = (
        el(
            "li",
            {"class": "contact-row", "data-contact": contact["id"]},
            el("p", "contact-name", contact["name"]),
            el("p", "contact-how", phone_node(settings, contact["id"])),
            el(
                "p",
                "basis basis-guidance",
                el("strong", "", "National guidance"),
                f" Not in the policy. Seen at: {contact['source']}. {confirmed(settings, contact)}",
            ),
        )
        for contact in settings["contacts"]
    )
    return el("ul", "contact-rows", *rows)


def feedback(settings: Settings) -> Node:
    """Whom to tell when something is wrong on a page."""
    name = settings["publisher"]["name"]
    if not settings["feedback"]:
        return el(
            "p",
            "feedback",
            el("strong", "", "No contact has been given yet."),
            f" Until one is, nobody should rely on this draft alone. {name} has to give one before it is published.",
        )
    where = settings["feedback"].removeprefix("mailto:")
    return el("p", "feedback", "Tell us: ", el("a", {"href": settings["feedback"]}, where), ".")
