"""The terms that a page uses: marked where each first stands, and explained in place."""

from __future__ import annotations

import re
from collections.abc import Iterable
from xml.etree.ElementTree import Element

from markdown.util import AtomicString

from checker.tree import Node, el
from overrides.words.definitions import KINDS, Definition

__all__ = ["explained", "mark_terms"]

NOT_MARKED = {"a", "button", "caption", "code", "details", "h1", "h2", "h3", "h4", "pre", "svg", "template", "th"}
CLOSE = {
    "type": "button",
    "class": "button button-quiet",
    "popovertargetaction": "hide",
    "autofocus": "autofocus",
}


def first_use(text: str, terms: Iterable[Definition]) -> tuple[Definition, re.Match[str]] | None:
    """The term that stands first in `text`, the longest where two start together."""
    uses = [(term, match) for term in terms if (match := term.pattern.search(text))]
    return min(uses, key=lambda pair: (pair[1].start(), -pair[1].end()), default=None)


def marked(text: str, left: dict[str, Definition]) -> tuple[str, list[Element]]:
    """`text` up to the first use of a term, then a button for each and what follows it; those are no longer `left`."""
    first = first_use(text, left.values())
    if not first:
        return text, []
    term, match = first
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


def explanation(term: Definition) -> Node:
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
            el("a", {"href": f"/definitions.md#term-{term.id}"}, f"More about {term.name}"),
            " ",
            el("button", {**CLOSE, "popovertarget": id_}, "Close"),
        ),
    )


def explained(terms: Iterable[Definition]) -> Node:
    """The explanations that the buttons open; on paper, a list at the end of the page."""
    return el(
        "section",
        {"class": "words", "data-not-searched": "", "aria-label": "Words on this page"},
        *(explanation(term) for term in terms),
    )
