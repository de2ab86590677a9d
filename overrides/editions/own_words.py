"""The names and numbers by which a text is known to speak of one council."""

from __future__ import annotations

import re

from overrides.words.settings import Settings

__all__ = ["LOCAL", "own_words", "speaks_of"]

LOCAL = ("social-care", "social-care-out-of-hours", "local-centre", "survivors", "procedures")
"""The contacts that each area has its own of."""
NAME = re.compile(r"\b[A-Z][\w'-]+")
SHORT = 4
"""Letters of a word that others hold within them."""
ANY_COUNCILS = frozenset(
    {
        "Borough",
        "Centre",
        "Children",
        "Children's",
        "City",
        "Council",
        "County",
        "District",
        "House",
        "Out",
        "Partnership",
        "Place",
        "Safeguarding",
        "Survivors",
        "The",
    }
)
"""Words with a capital that tell no council from another."""


def own_words(settings: Settings) -> list[str]:
    """The names in the settings of one council that another does not have, and its numbers and addresses."""
    local = [contact for contact in settings["contacts"] if contact["id"] in LOCAL]
    told = [
        settings["publisher"]["name"],
        settings["publisher"]["area"],
        settings["procedures"],
        *(contact["name"] for contact in local),
    ]
    names = {name for text in told for name in NAME.findall(str(text))} - ANY_COUNCILS
    return sorted(names | {contact["show"] for contact in local if contact["show"]})


def speaks_of(text: str, words: list[str]) -> list[str]:
    """Those of `words` that a text holds: a short one, such as initials, only as a word of its own and as it stands."""
    return [word for word in words if (found_within(text, word) if len(word) > SHORT else found_alone(text, word))]


def found_within(text: str, word: str) -> bool:
    return word.casefold() in text.casefold()


def found_alone(text: str, word: str) -> bool:
    return bool(re.search(rf"(?<!\w){re.escape(word)}(?!\w)", text))
