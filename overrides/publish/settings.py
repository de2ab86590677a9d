"""The publisher's settings: the block `extra` of mkdocs.yml."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from checker.describe import VERSIONS
from checker.tree import Node, el

__all__ = [
    "Settings",
    "approval",
    "contact_node",
    "day",
    "phone_node",
    "read_settings",
    "signed_off",
    "site_address",
    "unconfirmed",
    "withdrawn",
]

Settings = Mapping[str, Any]


def read_settings(config: Path) -> dict[str, Any]:
    """The settings in mkdocs.yml, for what runs outside the build of the pages."""
    found: dict[str, Any] = yaml.safe_load(config.read_text(encoding="utf-8"))["extra"]
    return found


def site_address(config: Path) -> str:
    """Where the site is published, as mkdocs.yml says; empty where it does not."""
    return str(yaml.safe_load(config.read_text(encoding="utf-8")).get("site_url") or "")


def day(iso: str) -> str:
    """2027-03-01 as it is read. Raises ValueError where there is no such day."""
    found = date.fromisoformat(iso)
    return f"{found.day} {found:%B %Y}"


def find(settings: Settings, ref: str) -> dict[str, str]:
    """The contact with the id `ref`. Raises ValueError where the settings have none."""
    found: list[dict[str, str]] = [contact for contact in settings["contacts"] if contact["id"] == ref]
    if len(found) != 1:
        raise ValueError(f"the settings have {len(found)} contacts with the id {ref}")
    return found[0]


def unconfirmed(settings: Settings) -> list[str]:
    """The contacts that the publisher has not confirmed."""
    return [contact["id"] for contact in settings["contacts"] if not contact["confirmed"]]


def phone_node(settings: Settings, ref: str) -> Node:
    """A contact's number or address as a link; words in its place while it may not be shown."""
    contact = find(settings, ref)
    if not (contact["confirmed"] or contact["national"]):
        return el("span", "unconfirmed", f"number not yet confirmed by {settings['publisher']['short']}")
    return el("a", {"class": "contact-link", "href": contact["href"]}, contact["show"])


def contact_node(settings: Settings, ref: str) -> Node:
    """A contact as a list item: who, then how."""
    return el("li", "contact", el("span", "contact-name", find(settings, ref)["name"]), ": ", phone_node(settings, ref))


def signed_off(settings: Settings) -> bool:
    """Whether the publisher has approved the rules as they are."""
    sign_off = settings["sign_off"]
    return bool(sign_off["by"] and sign_off["date"] and sign_off["rules"] == VERSIONS["rules"])


def approval(settings: Settings) -> str:
    """Who approved the rules, and when."""
    if not signed_off(settings):
        return f"Not approved by {settings['publisher']['name']}."
    return f"Approved by {settings['sign_off']['by']} on {day(str(settings['sign_off']['date']))}."


def withdrawn(settings: Settings) -> bool:
    return bool(settings["checker_withdrawn"])
