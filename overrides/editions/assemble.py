"""Puts the words of an edition where the pages are: a folder with `docs/` and `mkdocs.yml` that a site is made from."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path, PurePosixPath
from typing import Any

import yaml

from overrides.editions.edition import EDITIONS, OWN_PARTS, Edition
from overrides.editions.references import References, names_of
from overrides.words.checks import WordsError, checked_words
from overrides.words.clauses import read_clauses
from overrides.words.gather import Words, gather_words
from overrides.words.sections import Section, read_sections

__all__ = ["put_together"]

PAGE = """\
---
{front}---

# {title}

{{{{ edition }}}}

{body}
{{{{ explained }}}}
"""
SECTIONS, WHOLE = "{{ sections }}", "{{ sections-whole }}"
FILLED = {".md", ".toml"}


def copy_words(edition: Edition, docs: Path) -> None:
    """The pages and the parts, with those parts that are an edition's own from that edition."""
    others = shutil.ignore_patterns(EDITIONS.name)
    shutil.copytree(edition.root / "docs", docs, ignore=others)
    if edition.folder is None:
        return
    for part in OWN_PARTS:
        place, own = docs / "parts" / part, edition.parts / part
        if own.is_dir():
            shutil.rmtree(place, ignore_errors=True)
            shutil.copytree(own, place)
        else:
            shutil.copyfile(own, place)


def among_others(section: Section) -> str:
    """A section on the page that holds them all: its headings are a level lower."""
    body = re.sub("^#", "##", section.body, flags=re.MULTILINE)
    return f"## {section.title} {{#section-{section.number}}}\n\n{body}".strip()


def write_sections(docs: Path, sections: list[Section]) -> None:
    """A page for each section; and in the pages that ask for it, the list of them, or all of them whole."""
    for section in sections:
        page = PAGE.format(front=section.front, title=section.title, body=section.body)
        (docs / "policy" / section.page).write_text(page, encoding="utf-8")
    listed = "\n".join(f"- [{section.title}]({section.page}): {section.said['summary']}" for section in sections)
    whole = "\n\n".join(map(among_others, sections))
    for name, asked, words in (("index.md", SECTIONS, listed), ("all.md", WHOLE, whole)):
        path = docs / "policy" / name
        path.write_text(path.read_text(encoding="utf-8").replace(asked, words), encoding="utf-8")


def fill_references(docs: Path, references: References) -> None:
    for path in sorted(docs.rglob("*")):
        if path.suffix in FILLED:
            text = path.read_text(encoding="utf-8")
            filled = references.filled(text, PurePosixPath(path.relative_to(docs).as_posix()))
            if filled != text:
                path.write_text(filled, encoding="utf-8")


def navigation(entries: Any, references: References) -> Any:
    """The menus of mkdocs.yml with the sections of the policy where they are asked for."""
    if isinstance(entries, Mapping):
        filled = ((references.filled(title, PurePosixPath()), entry) for title, entry in entries.items())
        return {title: navigation(entry, references) for title, entry in filled}
    if isinstance(entries, str):
        return entries
    return [*expanded(entries, references)]


def expanded(entries: list[Any], references: References) -> Iterator[Any]:
    for entry in entries:
        if entry == SECTIONS:
            yield from (f"policy/{page}" for page in references.sections)
        else:
            yield navigation(entry, references)


def fill(edition: Edition, folder: Path) -> None:
    """Put the sections among the pages, and what these leave to the edition into them."""
    docs = folder / "docs"
    sections = read_sections(docs)
    by_page = {section.page: section for section in sections}
    references = References(names_of(edition.settings, len(sections)), by_page, read_clauses(docs))
    write_sections(docs, sections)
    fill_references(docs, references)
    config = {**edition.config, "nav": navigation(edition.config["nav"], references)}
    config["theme"] = {**config["theme"], "custom_dir": str(edition.root / config["theme"]["custom_dir"])}
    config.pop("hooks", None)
    (folder / "mkdocs.yml").write_text(yaml.safe_dump(config, sort_keys=False, allow_unicode=True), encoding="utf-8")


def put_together(edition: Edition, folder: Path) -> Words:
    """Put into `folder` all that the site of this edition is made from, and return its words.

    Raises WordsError, with a line for each problem that whoever wrote the words or the settings can act on.
    """
    docs = folder / "docs"
    copy_words(edition, docs)
    try:
        checked_words(docs, edition.settings)
    except WordsError as error:
        raise WordsError([each.replace("mkdocs.yml", edition.settings_file.name) for each in error.problems]) from None
    fill(edition, folder)
    return gather_words(docs)
