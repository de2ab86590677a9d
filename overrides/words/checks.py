"""What is wrong with the words and the settings, each in a line that whoever wrote them can act on."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from overrides.words.aliases import alias_problems
from overrides.words.cited import RESTS_ON, cited
from overrides.words.clauses import BULLET, ID, MARK, OF_CLAUSE, read_ids
from overrides.words.entries import day_problems
from overrides.words.examples import example_problems
from overrides.words.gather import Words, gather_words
from overrides.words.settings import Settings
from overrides.words.settings_checks import settings_problems

__all__ = ["WordsError", "checked_words"]


class WordsError(ValueError):
    """Says all that is wrong with the words and the settings: a line for each problem."""

    def __init__(self, problems: Sequence[str]) -> None:
        super().__init__("\n- ".join(["The words cannot be published yet:", *problems]))
        self.problems = [*problems]


SAY_WHICH = (
    "Mark the clause that says it as [p-4-b as c-4-b], or as [p-4-b as c-4-b, c-4-d] where it says several. "
    "If none says it, and the checker or a page rests on it, write its id into not_in_policy.txt beside the sections"
)
LINK = re.compile(rf"""(?:\]\(|href=["'])[^)"'\s]*#({ID})(?=[)"'])""")
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


REVIEWED = re.compile(r"\A---\n(?:.*\n)*?reviewed: (\S+)\n(?:.*\n)*?---\n")


def page_problems(page: Path) -> Iterator[str]:
    """A page that does not say when its words were last reviewed."""
    reviewed = REVIEWED.match(text_of(page))
    if not reviewed:
        yield f"{page.name}: say at its top when its words were last reviewed: reviewed: 2027-03-01"
    else:
        yield from day_problems(f"{page.name}, reviewed", reviewed[1])


MAY_BE_ABSENT = {"clause"}
"""What pages leave to the edition of a clause that its policy may also not have."""


def linked(docs: Path, words: Words) -> Iterator[tuple[str, str]]:
    """Which page links to a clause, or rests on one, and which; the same of the definitions and the changes."""
    absent = words.clauses.absent
    for page in sorted([*docs.rglob("*.md"), docs / "parts" / "definitions.toml"]):
        text = page.read_text(encoding="utf-8")
        left = (id_ for kind, id_ in OF_CLAUSE.findall(text) if kind not in MAY_BE_ABSENT or id_ not in absent)
        rests_on = (clause for rests in RESTS_ON.findall(text) for clause in rests.split() if clause not in absent)
        yield from (
            (f"a link of {page.relative_to(docs.parent)}", id_) for id_ in (*left, *LINK.findall(text), *rests_on)
        )
    for term in words.terms:
        yield from ((f"definition {term.id}", clause) for clause in term.clauses)
    for name, assessed in words.assessed.items():
        yield from ((f"assessed.toml, {name},", clause) for clause in assessed.clauses)
    for change in words.changes:
        yield from ((f"changes.toml, {change.date},", clause) for clause in change.clauses)


def uncited(docs: Path, words: Words) -> list[str]:
    """What cites a clause that no page holds, or rests on one that was withdrawn; empty where all is well."""
    clauses = words.clauses
    citing = [(who, clause) for who, clause, _ in cited() if clause not in clauses.absent]
    missing = dict.fromkeys((who, clause) for who, clause in (*citing, *linked(docs, words)) if clause not in clauses)
    withdrawn = dict.fromkeys(
        (who, clause) for who, clause in citing if clause in clauses and clauses[clause].withdrawn
    )
    both = sorted(id_ for id_ in clauses.absent if id_ in clauses)
    return [
        *(f"{who} cites {clause}, which no section of the policy holds. {SAY_WHICH}" for who, clause in missing),
        *(
            f"{who} cites {clause}, which was withdrawn on {clauses[clause].withdrawn}. {SAY_WHICH}"
            for who, clause in withdrawn
        ),
        *(f"not_in_policy.txt names {id_}, and a section of the policy holds it" for id_ in both),
    ]


def problems_before_reading(docs: Path, settings: Settings) -> Iterator[str]:
    """What is wrong with the settings, and with each file by itself. Raises ValueError where one cannot be read."""
    parts = docs / "parts" / "policy"
    for path in sorted(parts.glob("*.md")):
        yield from mark_problems(path)
    yield from settings_problems(parts, settings)
    for page in (*pages_of(docs), *sorted(parts.glob("*.md"))):
        yield from (*page_problems(page), *alias_problems(page))


def lost_clauses(docs: Path, words: Words) -> Iterator[str]:
    lost = (id_ for id_ in read_ids(docs, "clause_ids.txt") if id_ not in words.clauses)
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
    problems += [*example_problems(words.examples), *lost_clauses(docs, words), *uncited(docs, words)]
    if problems:
        raise WordsError(problems)
    return words
