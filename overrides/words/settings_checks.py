"""What is wrong with the settings, each in a line that whoever wrote them can act on."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from overrides.words.entries import day_problems
from overrides.words.settings import Settings, unconfirmed

__all__ = ["settings_problems"]

ADDRESS = re.compile(r"https://[^\s/]+(/\S*)?|mailto:[^\s@]+@[^\s@]+")
HREF = re.compile(r"tel:\+?\d+|https://[^\s/]+(/\S*)?")
CONTACT = {
    "id": str,
    "name": str,
    "short": str,
    "show": str,
    "href": str,
    "source": str,
    "national": bool,
    "shown": bool,
    "confirmed": str,
}


def address_problems(settings: Settings) -> Iterator[str]:
    for name in ("feedback", "security_contact"):
        address = settings.get(name)
        if not isinstance(address, str) or (address and not ADDRESS.fullmatch(address)):
            yield (
                f"mkdocs.yml, {name}: {address!r} is no address. Write mailto:name@council.example or "
                f'https://council.example/{name}, say, or "" while there is none'
            )


def at_home(number: str) -> str:
    """The digits of a number, or of a link to one, without what stands before them from here or from abroad."""
    return re.sub(r"[^\d+]", "", number).removeprefix("+44").removeprefix("0")


def contact_problems(contacts: Any) -> Iterator[str]:
    """A contact that a page would show wrongly, or not at all."""
    for contact in contacts:
        where = f"mkdocs.yml, contact {contact.get('id', 'without an id')}"
        wrong = [key for key, kind in CONTACT.items() if not isinstance(contact.get(key), kind)]
        if wrong or contact.keys() != CONTACT.keys():
            yield f"{where}: it has {', '.join(contact)}. Write {', '.join(CONTACT)}, in quotes but for true or false"
            continue
        if contact["confirmed"]:
            yield from day_problems(f"{where}, confirmed", contact["confirmed"])
        if contact["confirmed"] and not contact["shown"]:
            yield f"{where}: it is confirmed and not shown. Write shown: true"
        if not contact["show"] and (contact["confirmed"] or contact["shown"]):
            yield f"{where}: there is nothing to show. Write its number or address before it is confirmed"
        if contact["show"] and not HREF.fullmatch(contact["href"]):
            yield f"{where}: {contact['href']!r} is no link. Write tel:… with digits alone, or https://…"
        if contact["href"].startswith("tel:") and at_home(contact["show"]) != at_home(contact["href"]):
            yield f"{where}: {contact['show']} and {contact['href']} are not the same number"
    ids = [contact.get("id") for contact in contacts]
    yield from (f"mkdocs.yml, contacts: {id_} is there twice" for id_ in sorted({i for i in ids if ids.count(i) > 1}))


def publishing_problems(settings: Settings) -> Iterator[str]:
    """Contacts that a publisher has still to confirm before the site is published as its own."""
    waiting = [str(contact.get("id")) for contact in unconfirmed(settings)]
    if settings["publisher"]["published"] and waiting:
        yield f"mkdocs.yml, published: true waits until these contacts are confirmed: {', '.join(waiting)}"


def approved_problems(parts: Path, settings: Settings) -> Iterator[str]:
    approved = settings["approved_wording"]
    known = sorted(path.stem for path in parts.glob("*.md"))
    if not isinstance(approved, list):
        yield f"mkdocs.yml, approved_wording: write a list in brackets, such as [{known[-1]}]"
        return
    for part in approved:
        if part not in known:
            yield f"mkdocs.yml, approved_wording: there is no part called {part}; there are {', '.join(known)}"


def settings_problems(parts: Path, settings: Settings) -> Iterator[str]:
    """Every problem of the settings; `parts` is the folder of the policy's parts, some of which they may name."""
    yield from approved_problems(parts, settings)
    yield from address_problems(settings)
    yield from contact_problems(settings["contacts"])
    yield from publishing_problems(settings)
