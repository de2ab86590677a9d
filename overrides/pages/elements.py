"""Trees of the checker as elements of a page that Markdown is making."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from xml.etree.ElementTree import Element, SubElement

from markdown.util import AtomicString

from checker.tree import Node
from overrides.words.clauses import Clause, Clauses, label

__all__ = ["Filled", "clause_address", "clause_link", "clause_text", "clause_words", "descriptor", "to_element"]

Filled = Mapping[str, Callable[[str], Element]]
"""What stands for the tags of a tree that are not HTML, by their reference: see `checker.tree`."""


def clause_address(clause: Clause) -> str:
    """A clause's one address, from the root of `docs/`: MkDocs makes it the way from the page that links to it."""
    return f"/policy/{clause.page}#{clause.id}"


def clause_link(clause: str, clauses: Clauses) -> Element:
    """A link to a clause; words in its place where the policy does not have it."""
    if clause in clauses.absent:
        absent = Element("span", {"class": "not-in-policy"})
        absent.text = "this project, not in this policy"
        return absent
    link = Element("a", {"class": "clause-link", "href": clause_address(clauses[clause])})
    link.text = AtomicString(label(clauses[clause].id))
    return link


def descriptor(words: str) -> str:
    """A point of a list as it stands by itself: without the mark and the "and" that led on to the next."""
    return re.sub(r"[;,.](?: (?:and|or))?$", "", words)


def clause_words(clause: str, clauses: Clauses) -> Element:
    """The words of a clause, as Markdown that is still to be read."""
    words = Element("span")
    if clause in clauses.absent:
        return words
    words.text = descriptor(clauses[clause].words)
    return words


def clause_text(clause: str, clauses: Clauses) -> Element:
    """All that a clause says, its list as a list, as Markdown that is still to be read."""
    if clause in clauses.absent:
        return Element("div", {"class": "clause-text", "hidden": "hidden"})
    parts = clauses[clause].parts
    if parts[-1][1].endswith(":"):
        parts = [*parts, *((True, point.words) for point in clauses.points_of(clause))]
    text = Element("div", {"class": "clause-text"})
    for point, words in parts:
        if point:
            points = text[-1] if text[-1].tag == "ul" else SubElement(text, "ul")
            SubElement(points, "li").text = words
        else:
            SubElement(text, "p").text = words if len(parts) > 1 else descriptor(words)
    return text


def add_text(parent: Element, text: str) -> None:
    last = parent[-1] if len(parent) else None
    if last is None:
        parent.text = AtomicString((parent.text or "") + text)
    else:
        last.tail = AtomicString((last.tail or "") + text)


def to_element(node: Node, filled: Filled) -> Element:
    """`node` as an element. Its texts are shown as they are: Markdown in them has no meaning."""
    assert not isinstance(node, str), "a page is made of elements"
    tag, attributes, *children = node
    if tag in filled:
        return filled[tag](attributes["ref"])
    element = Element(tag, attributes)
    for child in children:
        if isinstance(child, str):
            add_text(element, child)
        else:
            element.append(to_element(child, filled))
    return element
