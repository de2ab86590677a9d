"""The words that people use for a page, in its front matter: the search finds them, and no page shows them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from mkdocs.utils.meta import get_data

__all__ = ["alias_problems", "front_matter"]


def front_matter(page: Path) -> dict[str, Any]:
    matter: dict[str, Any] = get_data(page.read_text(encoding="utf-8"))[1]
    return matter


def alias_problems(page: Path) -> Iterator[str]:
    """Aliases that the search could not use."""
    aliases = front_matter(page).get("aliases", [])
    wrong = [each for each in aliases if not isinstance(each, str)] if isinstance(aliases, list) else [aliases]
    if wrong:
        said = ", ".join(map(repr, wrong))
        yield f'{page.name}, aliases: {said} is no word. Write a list of words, a number in quotes: [sexting, "999"]'
