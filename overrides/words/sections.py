"""The sections of the policy: each is a file of `docs/parts/policy`, and becomes a page of its own."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import yaml

__all__ = ["POLICY", "Section", "read_sections"]

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


def section_of(path: Path) -> Section:
    """Raises ValueError, naming the file, where it is not in the form of a section."""
    front = FRONT.match(path.read_text(encoding="utf-8"))
    if not front:
        raise ValueError(f"{path.name}: begin it with --- , then title, description, summary and reviewed, then ---")
    section = Section(path.name, front[1], front[2])
    try:
        missing = [key for key in WANTED if not section.said.get(key)]
    except (yaml.YAMLError, AttributeError) as error:
        raise ValueError(f"{path.name}: what stands between the two --- cannot be read: {error}") from None
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
