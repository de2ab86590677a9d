"""What is wrong with the words and the settings, each in a line that whoever wrote them can act on."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from checker.advice import CAUTIONS, NEEDS_CHILD, NEEDS_OTHER, ROUTE
from checker.examples import Example
from checker.rulebook import INDICATORS, QUESTIONS, RULES, STEPS, TERMS, UNDECIDED
from overrides.publish.about import Change, read_changes
from overrides.publish.clauses import BULLET, ID, MARK, Clause, read_clauses
from overrides.publish.definitions import Definition, read_definitions
from overrides.publish.evidence import Evidence, Fault, read_evidence, read_faults
from overrides.publish.examples import example_problems, published_examples
from overrides.publish.hazards import Log, read_hazards
from overrides.publish.search import alias_problems

__all__ = ["Words", "cited", "problems", "read_words"]


@dataclass(frozen=True)
class Words:
    """The clauses by their ids, in the policy's order; the definitions; the changes, the newest first; the examples.

    And what was measured, the faults that were tried, and the hazard log.
    """

    clauses: dict[str, Clause]
    terms: list[Definition]
    changes: list[Change]
    examples: list[Example]
    evidence: Evidence
    faults: list[Fault]
    hazards: Log


def read_words(docs: Path) -> Words:
    """Raises ValueError where they cannot be read."""
    return Words(
        read_clauses(docs),
        read_definitions(docs),
        read_changes(docs),
        published_examples(docs),
        read_evidence(docs),
        read_faults(docs),
        read_hazards(docs),
    )


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


def address_problems(settings: Any) -> Iterator[str]:
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


def setting_problems(parts: Path, settings: Any) -> Iterator[str]:
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


def problems(docs: Path, settings: Any) -> list[str]:
    """Why the pages cannot be made of these words; empty where they can. `settings` is `extra` of mkdocs.yml."""
    parts = docs / "parts" / "policy"
    try:
        found = [problem for path in sorted(parts.glob("*.md")) for problem in mark_problems(path)]
        found += [
            *setting_problems(parts, settings),
            *address_problems(settings),
            *contact_problems(settings["contacts"]),
        ]
        found += [problem for page in pages_of(docs) for problem in (*page_problems(page), *alias_problems(page))]
        words = read_words(docs)
        found += example_problems(words.examples)
        lost = [id_ for id_ in (parts / "clause_ids.txt").read_text("utf-8").split() if id_ not in words.clauses]
        found += [f"[{id_}] is gone: put it back before its words, or withdraw it: ids are for good" for id_ in lost]
        return [*found, *uncited(docs, words)]
    except ValueError as error:
        return [str(error)]
