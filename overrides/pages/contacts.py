"""Whom to call: the publisher's contacts, each shown only where it may be."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from checker.tree import Node, el
from overrides.words.settings import Settings, day

__all__ = ["call_node", "contact_node", "contacts", "feedback", "phone_node"]

CARE, CARE_OUT_OF_HOURS = "social-care", "social-care-out-of-hours"
FINDS_CARE = "local-council"
"""Ids of contacts: the area's own numbers for children's social care, and what leads to any area's."""


def find(settings: Settings, ref: str) -> dict[str, str]:
    """The contact with the id `ref`. Raises ValueError where the settings have none."""
    matching: list[dict[str, str]] = [contact for contact in settings["contacts"] if contact["id"] == ref]
    if len(matching) != 1:
        raise ValueError(f"the settings have {len(matching)} contacts with the id {ref}")
    return matching[0]


def to_call(settings: Settings, ref: str) -> dict[str, str]:
    """The contact with the id `ref`, or what stands in its place while it may not be shown."""
    contact = find(settings, ref)
    stood_in_for = not contact["shown"] and ref in {CARE, CARE_OUT_OF_HOURS}
    return find(settings, FINDS_CARE) if stood_in_for else contact


def phone_node(settings: Settings, ref: str) -> Node:
    """A contact's number or address as a link; words in its place while it may not be shown.

    In place of the area's number for children's social care stands what finds any area's.
    """
    contact = to_call(settings, ref)
    if contact["shown"]:
        return el("a", {"class": "contact-link", "href": contact["href"]}, contact["show"])
    what = "number" if contact["href"].startswith("tel:") else "address"
    return el("span", "unconfirmed", f"{what} not yet confirmed by {settings['publisher']['short']}")


def call_node(settings: Settings, ref: str) -> Node:
    """A contact as a button to call."""
    contact = to_call(settings, ref)
    if not contact["shown"]:
        return el("span", "", contact["short"], ": ", phone_node(settings, ref))
    name = el("span", "contact-name", contact["short"])
    return el("a", {"class": "call", "href": contact["href"]}, name, " ", el("strong", "", contact["show"]))


def contact_node(settings: Settings, ref: str) -> Node:
    """A contact as a list item, its button to call in it. The second of two for which one stands in is hidden."""
    hidden = {"hidden": ""} if ref == CARE_OUT_OF_HOURS and to_call(settings, ref)["id"] != ref else {}
    return el("li", {"class": "contact", **hidden}, call_node(settings, ref))


def confirmed(settings: Settings, contact: Mapping[str, Any]) -> str:
    short = settings["publisher"]["short"]
    if contact["national"]:
        return "The same everywhere in the country."
    if not contact["confirmed"]:
        return f"Not yet confirmed by {short}."
    return f"Confirmed by {short} on {day(str(contact['confirmed']))}."


def seen_at(contact: Mapping[str, Any]) -> str:
    return f"Seen at: {contact['source']}. " if contact["source"] else ""


def contacts(settings: Settings) -> Node:
    """Every contact: who and how; then, folded, where its number was seen, and when the publisher confirmed it."""
    listed = settings["contacts"]
    seen = (
        el(
            "li",
            {"data-contact": contact["id"]},
            el("strong", "", contact["name"]),
            f". {seen_at(contact)}{confirmed(settings, contact)}",
        )
        for contact in listed
    )
    return el(
        "div",
        "",
        el("ul", "contacts", *(contact_node(settings, contact["id"]) for contact in listed if contact["shown"])),
        el(
            "details",
            "",
            el("summary", "", "Where each number was seen, and whether it is confirmed"),
            el("ul", "", *seen),
        ),
    )


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
