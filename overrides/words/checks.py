"""What is wrong with the words and the settings, each in a line that whoever wrote them can act on."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from checker.cautions import CAUTIONS
from checker.needs import NEEDS_CHILD, NEEDS_OTHER
from checker.route import ROUTE
from checker.rulebook import INDICATORS, QUESTIONS, RULES, STEPS, TERMS, UNDECIDED
from overrides.words.aliases import alias_problems
from overrides.words.clauses import BULLET, ID, MARK
from overrides.words.edition import edition_problems
from overrides.words.examples import example_problems
from overrides.words.gather import Words, gather_words
from overrides.words.settings import Settings

__all__ = ["WordsError", "checked_words", "cited"]


class WordsError(ValueError):
    """Says all that is wrong with the words and the settings: a line for each problem."""

    def __init__(self, problems: Sequence[str]) -> None:
        super().__init__("\n- ".join(["The words cannot be published yet:", *problems]))
        self.problems = [*problems]


LINK = re.compile(rf"""(?:\]\(|href=["'])[^)"'\s]*#({ID})(?=[)"'])""")
ADDRESS = re.compile(r"https://[^\s/]+(/\S*)?|mailto:[^\s@]+@[^\s@]+")
HREF = re.compile(r"tel:\+?\d+|https://[^\s/]+(/\S*)?")
RESTS_ON = re.compile(rf"^\{{\{{ policy \S+((?: {ID})+) \}}\}}$", re.MULTILINE)
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


def address_problems(settings: Settings) -> Iterator[str]:
    for name in ("feedback", "security_contact"):
        address = settings.get(name)
        if not isinstance(address, str) or (address and not ADDRESS.fullmatch(address)):
            yield (
                f"mkdocs.yml, {name}: {address!r} is no address. Write mailto:name@council.example or "
                f'https://council.example/{name}, say, or "" while there is none'
            )


CONTACT = {"id": str, "name": str, "show": str, "href": str, "source": str, "shown_unconfirmed": bool, "confirmed": str}


def at_home(number: str) -> str:
    """The digits of a number, or of a link to one, without what stands before them from here or from abroad."""
    return re.sub(r"[^\d+]", "", number).removeprefix("+44").removeprefix("0")


def contact_problems(contacts: Any) -> Iterator[str]:
    """A contact that a page would show wrongly, or not at all."""
    for contact in contacts:
        where = f"mkdocs.yml, contact {contact.get('id', 'without an id')}"
        wrong = [key for key, kind in CONTACT.items() if not isinstance(contact.get(key), kind)]
        if wrong or contact.keys() != CONTACT.keys():
            yield f"{where}: it has {', '.join(contact)}. Write {', '.join(CONTACT)}, in quotes but for true or false"
            continue
        if contact["confirmed"]:
            yield from day_problems(f"{where}, confirmed", contact["confirmed"])
        if not contact["show"] and (contact["confirmed"] or contact["shown_unconfirmed"]):
            yield f"{where}: there is nothing to show. Write its number or address before it is confirmed"
        if contact["show"] and not HREF.fullmatch(contact["href"]):
            yield f"{where}: {contact['href']!r} is no link. Write tel:… with digits alone, or https://…"
        if contact["href"].startswith("tel:") and at_home(contact["show"]) != at_home(contact["href"]):
            yield f"{where}: {contact['show']} and {contact['href']} are not the same number"
    ids = [contact.get("id") for contact in contacts]
    yield from (f"mkdocs.yml, contacts: {id_} is there twice" for id_ in sorted({i for i in ids if ids.count(i) > 1}))


def day_problems(where: str, iso: str) -> Iterator[str]:
    try:
        date.fromisoformat(iso)
    except ValueError:
        yield f"{where}: {iso} is no day. Write year-month-day, such as 2027-03-01"


def setting_problems(parts: Path, settings: Settings) -> Iterator[str]:
    approved = settings["approved_wording"]
    known = sorted(path.stem for path in parts.glob("*.md"))
    if not isinstance(approved, list):
        yield f"mkdocs.yml, approved_wording: write a list in brackets, such as [{known[-1]}]"
        return
    for part in approved:
        if part not in known:
            yield f"mkdocs.yml, approved_wording: there is no part called {part}; there are {', '.join(known)}"


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
    found = REVIEWED.match(text_of(page))
    if not found:
        yield f"{page.name}: say at its top when its words were last reviewed: reviewed: 2027-03-01"
    else:
        yield from day_problems(f"{page.name}, reviewed", found[1])


def linked(docs: Path, words: Words) -> Iterator[tuple[str, str]]:
    """Which page links to a clause, or rests on one, and which; the same of the definitions and the changes."""
    for page in sorted(docs.rglob("*.md")):
        text = page.read_text(encoding="utf-8")
        found = [*LINK.findall(text), *(clause for rests in RESTS_ON.findall(text) for clause in rests.split())]
        yield from ((f"a link of {page.relative_to(docs.parent)}", clause) for clause in found)
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
    yield from setting_problems(parts, settings)
    yield from address_problems(settings)
    yield from contact_problems(settings["contacts"])
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
