"""The words that the policy uses, as `docs/parts/definitions.toml` explains them: listed, and where pages use them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from functools import cached_property
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element

from markdown.util import AtomicString

from checker.tree import Node, clause_links, el
from overrides.publish.clauses import Clause
from overrides.publish.entries import key_problems, read_part

__all__ = ["Definition", "definitions_list", "explained", "mark_terms", "read_definitions"]

KINDS = {"policy": "Policy", "guidance": "National guidance", "law": "Law", "plain": "Our own plain words"}
WANTED = {str: "words in quotes", list: "a list in brackets"}
NOT_MARKED = {"a", "button", "caption", "code", "details", "h1", "h2", "h3", "h4", "pre", "svg", "template", "th"}
CLOSE = {
    "type": "button",
    "class": "button button-quiet",
    "popovertargetaction": "hide",
    "autofocus": "autofocus",
}


def form_pattern(form: str) -> str:
    before, _, rest = form.rpartition("[")
    term, _, after = rest.partition("]")
    any_case = "" if re.search("[A-Z]", form) else "i"
    return rf"(?{any_case}:(?<={re.escape(before)})\b{re.escape(term)}\b(?={re.escape(after)}))"


@dataclass(frozen=True)
class Definition:
    """What `name` means here. `kind` says whose meaning it is: policy, guidance, law or (our own words) plain.

    `forms` are how it stands in a text: whole words, in any case where they have no capital. Where a form needs words
    around it to be told from another use, the term stands in brackets: `describes [normal] sexual behaviour`.
    `differs` says where sections of the policy use the word differently.
    """

    id: str
    name: str
    short: str
    forms: tuple[str, ...]
    means: str
    kind: str
    clauses: tuple[str, ...]
    source: str
    differs: str

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        return re.compile("|".join(map(form_pattern, sorted(self.forms, key=len, reverse=True))))

    @property
    def title(self) -> str:
        return f"{self.name} ({self.short})" if self.short else self.name


def definition(row: dict[str, Any]) -> Definition:
    """Raises ValueError where the entry is not in the form of the others."""
    shape = {each.name: list if each.name in {"forms", "clauses"} else str for each in fields(Definition)}
    entry = f"definitions.toml, entry {row.get('id', 'without an id')}"
    wrong = list(key_problems(row, shape))
    wrong += [
        f"{key} wants {WANTED[kind]}" for key, kind in shape.items() if not isinstance(row.get(key, kind()), kind)
    ]
    if not wrong and row["kind"] not in KINDS:
        wrong.append(f"kind is one of {', '.join(KINDS)}")
    if wrong:
        raise ValueError(f"{entry}: {'; '.join(wrong)}")
    return Definition(**{**row, "forms": tuple(row["forms"]), "clauses": tuple(row["clauses"])})


def read_definitions(docs: Path) -> list[Definition]:
    """Every definition, by name. Raises ValueError, naming the file and the entry, where one is not in its form."""
    rows: list[dict[str, Any]] = read_part(docs, "definitions.toml")["term"]
    return sorted(map(definition, rows), key=lambda term: term.name.casefold())


def basis(term: Definition, clauses: Mapping[str, Clause]) -> Node:
    """Whose meaning it is; the clause that defines or chiefly uses it."""
    links = clause_links(clause for clause in term.clauses if not clauses[clause].withdrawn)
    kind = "this" if term.kind == "plain" else term.kind
    source = f" {term.source}." if term.source else ""
    used = " Used in" if term.kind != "policy" and links else ""
    return el("p", f"basis basis-{kind}", el("strong", "", KINDS[term.kind]), f"{source}{used}", *links)


def used_in(term: Definition, clauses: Mapping[str, Clause]) -> list[Node]:
    """Every clause in force that uses the term, but for those that its basis names."""
    others = (clause for clause in clauses.values() if clause.id not in term.clauses and not clause.withdrawn)
    links = clause_links(clause.id for clause in others if term.pattern.search(clause.words))
    return [el("p", "used-in", "Also in", *links)] if links else []


def differs(term: Definition) -> list[Node]:
    return (
        [el("p", "differs", el("strong", "", "Not the same everywhere."), f" {term.differs}")] if term.differs else []
    )


def definitions_list(terms: Iterable[Definition], clauses: Mapping[str, Clause]) -> Node:
    """Every term: what it means here, whose meaning that is, where sections differ, where it is used."""
    found = list(terms)
    letters = {term.name[0].upper(): term.id for term in reversed(found)}
    return el(
        "div",
        "definitions",
        el(
            "nav",
            {"class": "letters", "aria-label": "Letters"},
            *(el("a", {"href": f"#term-{id_}"}, letter) for letter, id_ in sorted(letters.items())),
        ),
        *(
            node
            for term in found
            for node in (
                el("h2", {"id": f"term-{term.id}"}, term.title),
                el("p", "", term.means),
                *differs(term),
                basis(term, clauses),
                *used_in(term, clauses),
            )
        ),
    )


def first_use(text: str, terms: Iterable[Definition]) -> tuple[Definition, re.Match[str]] | None:
    """The term that stands first in `text`, the longest where two start together."""
    found = [(term, match) for term in terms if (match := term.pattern.search(text))]
    return min(found, key=lambda pair: (pair[1].start(), -pair[1].end()), default=None)


def marked(text: str, left: dict[str, Definition]) -> tuple[str, list[Element]]:
    """`text` up to the first use of a term, then a button for each and what follows it; those are no longer `left`."""
    found = first_use(text, left.values())
    if not found:
        return text, []
    term, match = found
    del left[term.id]
    button = Element("button", {"type": "button", "class": "term", "popovertarget": f"word-{term.id}"})
    button.text = AtomicString(match[0])
    tail, others = marked(text[match.end() :], left)
    button.tail = tail
    return text[: match.start()], [button, *others]


def mark(element: Element, left: dict[str, Definition]) -> None:
    if element.tag in NOT_MARKED or element.get("class") == "edition":
        return
    children = list(element)
    element.text, buttons = marked(element.text or "", left)
    place = len(buttons)
    element[0:0] = buttons
    for child in children:
        mark(child, left)
        child.tail, buttons = marked(child.tail or "", left)
        element[place + 1 : place + 1] = buttons
        place += 1 + len(buttons)


def mark_terms(root: Element, terms: Iterable[Definition]) -> list[Definition]:
    """Make the first use of each term a button that opens its explanation; the terms that the page uses."""
    all_ = {term.id: term for term in terms}
    left = dict(all_)
    mark(root, left)
    return [term for term in all_.values() if term.id not in left]


def explanation(term: Definition, definitions: str) -> Node:
    id_ = f"word-{term.id}"
    return el(
        "div",
        {"id": id_, "class": "word", "popover": "auto", "role": "dialog", "aria-labelledby": f"{id_}-name"},
        el("p", {"class": "word-name", "id": f"{id_}-name"}, term.title),
        el("p", "", term.means),
        el("p", "word-kind", KINDS[term.kind], f". {term.source}" if term.source else "", "."),
        el(
            "p",
            "word-more",
            el("a", {"href": f"{definitions}#term-{term.id}"}, f"More about {term.name}"),
            " ",
            el("button", {**CLOSE, "popovertarget": id_}, "Close"),
        ),
    )


def explained(terms: Iterable[Definition], definitions: str) -> Node:
    """The explanations that the buttons open; on paper, a list at the end of the page."""
    return el(
        "section",
        {"class": "words", "data-search-exclude": "", "aria-label": "Words on this page"},
        *(explanation(term, definitions) for term in terms),
    )
