"""The sections of the policy: each is a file of `docs/parts/policy`, and becomes a page of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from pathlib import Path
from typing import Any

import yaml

__all__ = ["POLICY", "Section", "not_read", "number_problems", "read_sections"]

POLICY = Path("parts/policy")
FILE = re.compile(r"(\d+)-[a-z0-9-]+\.md")
FRONT = re.compile(r"\A---\n(.*?\n)---\n+(.*)\Z", re.DOTALL)
HEADING = re.compile(r"^#+ .*$", re.MULTILINE)
WANTED = ("title", "description", "summary", "reviewed")


@dataclass(frozen=True)
class Section:
    """A section, in the policy's order. `page` is the name of its file, and of its page under `policy/`.

    `front` is what stands at its top, as it is written: its title, what it is about, when it was reviewed, and the
    words that find it. `body` is the rest, as Markdown.
    """

    page: str
    front: str
    body: str

    @cached_property
    def said(self) -> dict[str, Any]:
        """What its front matter says."""
        said: dict[str, Any] = yaml.safe_load(self.front)
        return said

    @property
    def title(self) -> str:
        return str(self.said["title"])

    @property
    def number(self) -> int:
        return int(self.page.partition("-")[0])

    def stretches(self) -> list[str]:
        """The words from each heading to the next."""
        return [words.strip() for words in HEADING.split(self.body)]


def not_read(error: Exception, above: int) -> str:
    """What to say of YAML that cannot be read, after the file's name. `above`: the lines of the file before it."""
    mark = getattr(error, "problem_mark", None)
    if mark is None:
        return f": it cannot be read: {error}"
    return (
        f", line {mark.line + 1 + above}: it cannot be read from here on, or from the line before. Words with a colon "
        "or an apostrophe stand in double quotation marks, one before them and one after"
    )


def section_of(path: Path) -> Section:
    """Raises ValueError, naming the file, where it is not in the form of a section."""
    front = FRONT.match(path.read_text(encoding="utf-8"))
    if not front:
        raise ValueError(f"{path.name}: begin it with --- , then title, description, summary and reviewed, then ---")
    section = Section(path.name, front[1], front[2])
    try:
        missing = [key for key in WANTED if not section.said.get(key)]
    except (yaml.YAMLError, AttributeError, ValueError) as error:
        raise ValueError(f"{path.name}{not_read(error, 1)}") from None
    if missing:
        raise ValueError(f"{path.name}: say its {', '.join(missing)} at its top")
    return section


def read_sections(docs: Path) -> list[Section]:
    """The sections in order of their numbers. Raises ValueError, naming the file, where one is not in its form."""
    paths = sorted((docs / POLICY).glob("*.md"))
    wrong = [path.name for path in paths if not FILE.fullmatch(path.name)]
    if wrong:
        raise ValueError(f"{', '.join(wrong)}: name a section as 3-referral.md, by its number and a word")
    return sorted(map(section_of, paths), key=lambda section: section.number)


def number_problems(sections: list[Section]) -> Iterator[str]:
    """Sections that have the number of another, or a title with another number than their name."""
    for before, section in pairwise(sections):
        if before.number == section.number:
            yield f"{before.page} and {section.page} are both section {section.number}: number one of them anew"
    for section in sections:
        if not re.match(rf"{section.number}\b", section.title):
            named = f"{section.page}: its title is {section.title!r}"
            yield f"{named}. Begin it with the section's number, {section.number}"
