"""What a build would say of words and settings that a test has changed."""

from __future__ import annotations

from pathlib import Path

from overrides.words.checks import WordsError, checked_words
from overrides.words.settings import Settings


def problems(docs: Path, settings: Settings) -> list[str]:
    """Every problem that keeps the pages from being made; empty where there is none."""
    try:
        checked_words(docs, settings)
    except WordsError as error:
        return error.problems
    return []
