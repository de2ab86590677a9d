"""What is never written: a label for a child, and a spelling that is not the UK's."""

from __future__ import annotations

import re
from importlib.resources import files

LABELS = re.compile(
    r"\b(abusers?|perpetrators?|offenders?|victims?|predators?|pa?edophiles?|deviants?|molesters?|rapists?|perverts?)\b",
    re.IGNORECASE,
)
BOTH_SIDES = {
    "check",
    "checks",
    "draft",
    "drafts",
    "focused",
    "practice",
    "program",
    "programs",
    "story",
    "stories",
    "license",
}
"""Spelt so in the UK too, in the sense that these pages have."""


def american_spellings() -> set[str]:
    rows = (files("codespell_lib") / "data" / "dictionary_en-GB_to_en-US.txt").read_text(encoding="utf-8").splitlines()
    pairs = [row.split("->") for row in rows if "->" in row]
    british = {pair[0].casefold() for pair in pairs}
    american = {word.strip(" ,").casefold() for pair in pairs for word in pair[1].split(",")}
    return american - british - BOTH_SIDES


AMERICAN = american_spellings()


def not_uk_spelling(text: str) -> list[str]:
    words = re.findall(r"[a-z]+", re.sub(r"https://\S+", "", text.casefold()))
    return [word for word in words if word in AMERICAN]
