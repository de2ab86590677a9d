"""Whether the settings and `checker/edition.py` name the same edition, publisher and procedures."""

from __future__ import annotations

from collections.abc import Iterator

from checker.edition import POLICY_EDITION, PROCEDURES, PUBLISHER
from overrides.words.settings import Settings

__all__ = ["edition_problems"]


def edition_problems(settings: Settings) -> Iterator[str]:
    """Where the checker would speak of another edition, publisher or area than the pages."""
    for name, set_to, constant, kept in (
        ("edition", settings["edition"], "POLICY_EDITION", POLICY_EDITION),
        ("publisher, short", settings["publisher"]["short"], "PUBLISHER", PUBLISHER),
    ):
        if set_to != kept:
            yield f"mkdocs.yml, {name}: {set_to!r}; checker/edition.py, {constant}: {kept!r}. Write the same in both"
    named = f"{PROCEDURES[:1].upper()}{PROCEDURES[1:]}"
    if named not in [contact.get("name") for contact in settings["contacts"]]:
        yield (
            f"mkdocs.yml, contacts: none is named {named!r}, as checker/edition.py, PROCEDURES, has it. "
            "Write the same in both"
        )
