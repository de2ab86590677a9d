"""What is wrong with the words and the settings, each in a line that whoever wrote them can act on."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from overrides.words.aliases import alias_problems
from overrides.words.clauses import BULLET, MARK, read_ids
from overrides.words.entries import day_problems
from overrides.words.examples import example_problems
from overrides.words.gather import Words, gather_words
from overrides.words.missing import missing_clauses
from overrides.words.sections import number_problems, read_sections
from overrides.words.settings import Settings
from overrides.words.settings_checks import settings_problems

__all__ = ["WordsError", "checked_words"]


class WordsError(ValueError):
    """Says all that is wrong with the words and the settings: a line for each problem."""

    def __init__(self, problems: Sequence[str]) -> None:
        super().__init__("\n- ".join(["The words cannot be published yet:", *problems]))
        self.problems = [*problems]


LIKE_A_MARK = re.compile(r"\[\s*[cp]\s*[-.]\s*\d[^\]\n]*\]?", re.IGNORECASE)


def text_of(path: Path) -> str:
    """Raises ValueError, naming the file, where it is not plain UTF-8."""
    try:
        text = path.read_bytes().decode().replace("\r\n", "\n")
    except UnicodeDecodeError:
        raise ValueError(f"{path.name} is not saved as UTF-8: save it again with that encoding") from None
    if text.startswith("\ufeff"):
        raise ValueError(f"{path.name} is saved with a byte order mark: save it as UTF-8 without one")
    return text


def mark_problems(path: Path) -> Iterator[str]:
    """Marks of one part that would be published as text, and days that are none."""
    before = ""
    for number, line in enumerate(text_of(path).splitlines(), 1):
        point = BULLET.match(line)
        start = point.end() if point else 0
        mark = MARK.match(line, start) if point or not before.strip() else None
        for like in LIKE_A_MARK.finditer(line):
            if not mark or like.start() != start:
                yield (
                    f"{path.name}, line {number}: {like[0]} is not read as a mark. Write it as [c-4-b] or "
                    "[p-3-2 as c-4-b], with a space after it, at the start of a point or of a paragraph that has an "
                    "empty line before it"
                )
        if mark and mark[3]:
            yield from day_problems(f"{path.name}, line {number}", mark[3])
        before = line


def pages_of(docs: Path) -> Iterator[Path]:
    yield from (path for path in sorted(docs.rglob("*.md")) if "parts" not in path.relative_to(docs).parts)


REVIEWED = re.compile(r"\A---\n(?:.*\n)*?reviewed: (.+)\n(?:.*\n)*?---\n")
INCLUDED = re.compile(r"\{!(.+?)!\}")


def include_problems(docs: Path) -> Iterator[str]:
    """A page or a section that brings in a part that is not there."""
    for page in sorted(docs.rglob("*.md")):
        for number, line in enumerate(text_of(page).splitlines(), 1):
            for part in INCLUDED.findall(line):
                if not (docs.parent / part).is_file():
                    yield (
                        f"{page.name}, line {number}: it brings in {part}, which is not there. Put that file back, "
                        "empty if there is nothing to say, or take this out if the page is yours"
                    )


def page_problems(page: Path) -> Iterator[str]:
    """A page that does not say when its words were last reviewed."""
    reviewed = REVIEWED.match(text_of(page))
    if not reviewed:
        yield f"{page.name}: say at its top when its words were last reviewed: reviewed: 2027-03-01"
    else:
        yield from day_problems(f"{page.name}, reviewed", reviewed[1])


def problems_before_reading(docs: Path, settings: Settings) -> Iterator[str]:
    """What is wrong with the settings, and with each file by itself. Raises ValueError where one cannot be read."""
    parts = docs / "parts" / "policy"
    for path in sorted(parts.glob("*.md")):
        yield from mark_problems(path)
    yield from settings_problems(parts, settings)
    yield from include_problems(docs)
    for page in (*pages_of(docs), *sorted(parts.glob("*.md"))):
        yield from (*page_problems(page), *alias_problems(page))


def lost_clauses(docs: Path, words: Words) -> Iterator[str]:
    """Ids that were published and are gone; and those that are in no list of what is published."""
    listed = read_ids(docs, "clause_ids.txt")
    for id_, clause in words.clauses.items():
        if id_ not in listed:
            where = f"[{id_}] in {clause.page}"
            yield f"{where} is not in clause_ids.txt: write it there, in its place, or put the mark right"
    lost = (id_ for id_ in listed if id_ not in words.clauses)
    yield from (
        f"[{id_}] is gone: put it back before its words, or withdraw it: ids are for good. If it was never published, "
        "take it out of clause_ids.txt"
        for id_ in lost
    )


def checked_words(docs: Path, settings: Settings) -> Words:
    """The words of the site, where nothing is wrong with them or with `settings`. Raises WordsError otherwise."""
    try:
        problems = [*problems_before_reading(docs, settings)]
        words = gather_words(docs)
    except ValueError as error:
        raise WordsError([str(error)]) from None
    problems += [
        *number_problems(read_sections(docs)),
        *example_problems(words.examples),
        *lost_clauses(docs, words),
        *missing_clauses(docs, words),
    ]
    if problems:
        raise WordsError(problems)
    return words
