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
ORIGIN = re.compile(r"https://[a-z0-9]([a-z0-9.-]*[a-z0-9])?(:\d+)?")
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


def embedding_problems(settings: Settings) -> Iterator[str]:
    """Sites that may not show this one within their pages as they are written."""
    origins = settings.get("embed_in", [])
    if not isinstance(origins, list):
        yield "mkdocs.yml, embed_in: write a list in brackets, such as [https://www.council.example]"
        return
    for origin in origins:
        if not isinstance(origin, str) or not ORIGIN.fullmatch(origin):
            yield (
                f"mkdocs.yml, embed_in: {origin!r} is not the address of a whole site. Write "
                "https://www.council.example, say: no path, no slash at its end, no star"
            )


def at_home(number: str) -> str:
    """The digits of a number, or of a link to one, without what stands before them from here or from abroad."""
    return re.sub(r"[^\d+]", "", number).removeprefix("+44").removeprefix("0")


def contact_problems(contacts: Any) -> Iterator[str]:
    """A contact that a page would show wrongly, or not at all."""
    for contact in contacts:
        where = f"mkdocs.yml, contact {contact.get('id', 'without an id')}"
        wrong = [key for key, kind in CONTACT.items() if not isinstance(contact.get(key), kind)]
        if contact.keys() != CONTACT.keys():
            yield f"{where}: it has {', '.join(contact)}. Write {', '.join(CONTACT)}"
            continue
        if wrong:
            texts = [key for key in wrong if CONTACT[key] is str]
            flags = [key for key in wrong if CONTACT[key] is bool]
            yield from (f"{where}, {key}: put it in double quotation marks" for key in texts)
            yield from (f"{where}, {key}: write true or false" for key in flags)
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


KINDS: dict[str, type | tuple[type, ...]] = {
    "generator": bool,
    "publisher": dict,
    "edition": str,
    "procedures": str,
    "assessment": str,
    "approved_wording": (list, str),
    "sign_off": dict,
    "security_contact": object,
    "embed_in": (list, str),
    "checker_withdrawn": bool,
    "leave_to": str,
    "feedback": object,
    "contacts": list,
    "to_answer": list,
}
"""Every setting, and what it may be; some have a check of their own."""
WITHIN = {"publisher": ("name", "short", "area", "published"), "sign_off": ("by", "date", "approves")}
SAID = ("edition", "procedures", "assessment")


def shape_problems(settings: Settings) -> Iterator[str]:
    """A setting that is missing, that nobody knows, or that says nothing where pages say it."""
    for key in sorted(settings.keys() - KINDS.keys()):
        yield f"mkdocs.yml, {key}: there is no such setting. There are {', '.join(KINDS)}"
    for key, kind in KINDS.items():
        if key not in settings:
            yield f"mkdocs.yml, {key}: it is missing"
        elif settings[key] is None and kind is list:
            yield f"mkdocs.yml, {key}: nothing stands there. Write [] after it if the list is empty"
        elif not isinstance(settings[key], kind):
            yield f"mkdocs.yml, {key}: {settings[key]!r} is not what stands there in the project's own mkdocs.yml"
    for key, names in WITHIN.items():
        missing = [name for name in names if name not in (settings.get(key) or {})]
        if missing:
            yield f"mkdocs.yml, {key}: say its {', '.join(missing)}"
    yield from (f"mkdocs.yml, {key}: write words there" for key in SAID if settings.get(key) == "")


def settings_problems(parts: Path, settings: Settings) -> Iterator[str]:
    """Every problem of the settings; `parts` is the folder of the policy's sections, some of which they may name."""
    wrong = [*shape_problems(settings)]
    yield from wrong
    if wrong:
        return
    yield from approved_problems(parts, settings)
    yield from address_problems(settings)
    yield from embedding_problems(settings)
    yield from contact_problems(settings["contacts"])
    yield from publishing_problems(settings)
