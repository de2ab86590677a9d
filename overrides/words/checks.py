"""What is wrong with the words and the settings, each in a line that whoever wrote them can act on."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from checker.cautions import CAUTIONS
from checker.needs import NEEDS_CHILD, NEEDS_OTHER
from checker.route import ROUTE
from checker.rulebook import INDICATORS, QUESTIONS, RULES, STEPS, TERMS, UNDECIDED
from overrides.words.aliases import alias_problems
from overrides.words.clauses import BULLET, ID, MARK
from overrides.words.edition import edition_problems
from overrides.words.entries import day_problems
from overrides.words.examples import example_problems
from overrides.words.gather import Words, gather_words
from overrides.words.settings import Settings
from overrides.words.settings_checks import settings_problems

__all__ = ["WordsError", "checked_words", "cited"]


class WordsError(ValueError):
    """Says all that is wrong with the words and the settings: a line for each problem."""

    def __init__(self, problems: Sequence[str]) -> None:
        super().__init__("\n- ".join(["The words cannot be published yet:", *problems]))
        self.problems = [*problems]


LINK = re.compile(rf"""(?:\]\(|href=["'])[^)"'\s]*#({ID})(?=[)"'])""")
RESTS_ON = re.compile(rf"^\{{\{{ policy((?: {ID})+) \}}\}}$", re.MULTILINE)
LIKE_A_MARK = re.compile(r"\[\s*c\s*[-.]\s*\d[^\]\n]*\]?", re.IGNORECASE)


def text_of(path: Path) -> str:
    """Raises ValueError, naming the file, where it is not plain UTF-8."""
    try:
        text = path.read_bytes().decode()
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
                    f"{path.name}, line {number}: {like[0]} is not read as a mark. Write it as [c-4-b], with a space "
                    "after it, at the start of a point or of a paragraph that has an empty line before it"
                )
        if mark and mark[2]:
            yield from day_problems(f"{path.name}, line {number}", mark[2])
        before = line


def cited() -> Iterator[tuple[str, str]]:
    """What of the checker cites a clause, and which."""
    yield from ((f"rule {rule.id}", rule.clause) for rule in RULES if rule.clause)
    yield from ((f"question {question.id}", clause) for question in QUESTIONS.values() for clause in question.clauses)
    for name, rows in (("route", ROUTE), ("needs", NEEDS_CHILD), ("needs", NEEDS_OTHER), ("cautions", CAUTIONS)):
        yield from ((f"{name} {row.id}", clause) for row in rows.values() for clause in row.clauses)
    yield from ((f"indicator {item.id}", item.clause) for item in INDICATORS)
    yield from ((f"term {term}", clause) for term, (_, clause) in TERMS.items())
    yield from ((f"step {step.id}", clause) for step, (_, clause) in STEPS.items())
    yield from (("a descriptor that no question decides", row.clause) for row in UNDECIDED)


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


def linked(docs: Path, words: Words) -> Iterator[tuple[str, str]]:
    """Which page links to a clause, or rests on one, and which; the same of the definitions and the changes."""
    for page in sorted(docs.rglob("*.md")):
        text = page.read_text(encoding="utf-8")
        clauses = [*LINK.findall(text), *(clause for rests in RESTS_ON.findall(text) for clause in rests.split())]
        yield from ((f"a link of {page.relative_to(docs.parent)}", clause) for clause in clauses)
    for term in words.terms:
        yield from ((f"definition {term.id}", clause) for clause in term.clauses)
    for change in words.changes:
        yield from ((f"changes.toml, {change.date},", clause) for clause in change.clauses)


def uncited(docs: Path, words: Words) -> list[str]:
    """What cites a clause that no page holds, or rests on one that was withdrawn; empty where all is well."""
    clauses = words.clauses
    asked = [*cited(), *linked(docs, words)]
    missing = [(who, clause) for who, clause in asked if clause not in clauses]
    withdrawn = [(who, clause) for who, clause in cited() if clause in clauses and clauses[clause].withdrawn]
    return [
        *(f"{who} cites {clause}, which no page of docs/policy holds" for who, clause in missing),
        *(f"{who} cites {clause}, which was withdrawn on {clauses[clause].withdrawn}" for who, clause in withdrawn),
    ]


def problems_before_reading(docs: Path, settings: Settings) -> Iterator[str]:
    """What is wrong with the settings, and with each file by itself. Raises ValueError where one cannot be read."""
    parts = docs / "parts" / "policy"
    for path in sorted(parts.glob("*.md")):
        yield from mark_problems(path)
    yield from settings_problems(parts, settings)
    yield from edition_problems(settings)
    for page in pages_of(docs):
        yield from (*page_problems(page), *alias_problems(page))


def lost_clauses(docs: Path, words: Words) -> Iterator[str]:
    ids = (docs / "parts" / "policy" / "clause_ids.txt").read_text("utf-8").split()
    lost = (id_ for id_ in ids if id_ not in words.clauses)
    yield from (f"[{id_}] is gone: put it back before its words, or withdraw it: ids are for good" for id_ in lost)


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
