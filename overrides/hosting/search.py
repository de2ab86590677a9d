"""What the search finds: a page by its aliases too, the words that people use for it, which are never shown.

The theme's own search stays as it is. Its index is made here, from the built pages, so that it is one index whatever
built them. Each section of a page is an entry, with a field of aliases from the page's front matter; the pages that
repeat others are there by their aliases alone; so is each clause, by its number and its words; and words that tell no
page from another part words as spaces do. (The theme looks for words that begin as a word of the question does, so "to"
would find "today", and a filter of such words comes too late.) Before its worker stands scripts/asked.js, which turns
what is typed into words of the index.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from overrides.hosting.naming import change_pages, hash_in_name
from overrides.hosting.sections import MARKED, sections_of
from overrides.words.aliases import front_matter
from overrides.words.clauses import Clause, label

__all__ = ["WHEN_NOTHING_IS_LEFT", "before_its_worker", "index_words"]

WHEN_NOTHING_IS_LEFT = "act now"
"""What is looked for where a question has only words that tell nothing, as "what should I do" has."""

FIELDS = {name: {"boost": boost} for name, boost in (("title", 10.0), ("text", 1.0), ("aliases", 40.0), ("tags", 1.0))}
TELL_NOTHING = re.findall(
    r"\w+",
    """
    a about am an and any are as at be been but by can could did do does for from get got had has have
    he her him his how i if in into is it its me my of or our she should so some than that the their
    them then there they this to us was we were what when where which who why will with would you your
    """,
)
APART = r"\s\-\u2013\u2014\u2018\u2019\u201c\u201d'\"/.,;:!?()"
NOTHING = "|".join(f"[{word[0].upper()}{word[0]}]{word[1:]}" for word in TELL_NOTHING)
SEPARATOR = rf"(?:[\u2019'](?:d|ll|m|re|s|t|ve)\b|[{APART}]|\b(?:{NOTHING})\b)+"


def address(page: Path, docs: Path) -> str:
    """A page's address in the index."""
    path = page.relative_to(docs).with_suffix("")
    folder = path.parent if path.name == "index" else path
    return "" if folder == Path() else f"{folder.as_posix()}/"


def entries_of_clauses(clauses: Mapping[str, Clause]) -> Iterator[dict[str, Any]]:
    """An entry for each clause: under its number, however it is written, and with its words."""
    for clause in clauses.values():
        if clause.withdrawn:
            continue
        number = label(clause.id)
        yield {
            "location": f"policy/{clause.page.removesuffix('.md')}/#{clause.id}",
            "title": f"Clause {number}",
            "text": clause.words,
            "aliases": f"clause{re.sub('[.-]', '', number)}",
        }


def before_its_worker(site: Path) -> None:
    """Put scripts/asked.js before the theme's own worker of the search, in one file with its own hash in its name."""
    asked = site / "assets" / "asked.js"
    (worker,) = (site / "assets" / "javascripts" / "workers").glob("search.*.js")
    both = asked.read_bytes() + worker.read_bytes()
    named = worker.with_name(f"search.{hash_in_name(both)}.min.js")
    asked.unlink()
    worker.unlink()
    named.write_bytes(both)
    change_pages(site, lambda page: page.replace(worker.name, named.name))


def in_order(page: Path) -> tuple[tuple[bool, str], ...]:
    """Sorts the pages of a folder before those of the folders in it, and its index before all."""
    *folders, name = page.parts
    return (*((True, folder) for folder in folders), (False, "" if name == "index.md" else name))


def entries_of_page(page: Path, at: str, matter: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    """An entry for each section of a built page; for its aliases alone, where its words are left out of the search."""
    search = matter.get("search", {})
    aliases = {"aliases": ". ".join(matter["aliases"])} if "aliases" in matter else {}
    if search.get("exclude"):
        if aliases:
            yield {"location": at, "title": matter["title"], "text": matter["description"], **aliases}
        return
    for section in sections_of(page.read_text(encoding="utf-8")):
        entry = {
            "location": f"{at}#{section.id}" if section.id else at,
            "title": section.title or matter["title"],
            "text": section.text,
        }
        if aliases and not section.id:
            entry |= aliases
        elif "boost" in search:
            entry["boost"] = search["boost"]
        yield entry


def index_words(site: Path, docs: Path, clauses: Mapping[str, Clause]) -> None:
    """Write the index of a built site, of the pages of `docs` and of the clauses, and take its marks off the pages."""
    entries: list[dict[str, Any]] = []
    for page in sorted(docs.rglob("*.md"), key=lambda page: in_order(page.relative_to(docs))):
        at = address(page, docs)
        built = site / at / "index.html"
        if built.is_file():
            entries += entries_of_page(built, at, front_matter(page))
    index = {
        "config": {"lang": ["en"], "pipeline": ["stopWordFilter"], "fields": FIELDS, "separator": SEPARATOR}
        | {"otherwise": WHEN_NOTHING_IS_LEFT},
        "docs": [*entries, *entries_of_clauses(clauses)],
    }
    path = site / "search" / "search_index.json"
    path.parent.mkdir(exist_ok=True)
    path.write_text(json.dumps(index, ensure_ascii=False, separators=(",", ":")), encoding="utf-8")
    change_pages(site, lambda page: MARKED.sub("", page))
