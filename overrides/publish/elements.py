"""Trees of the checker as elements of a page that Markdown is making."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from xml.etree.ElementTree import Element

from markdown.util import AtomicString

from checker.tree import Node
from overrides.publish.clauses import label

__all__ = ["Filled", "clause_link", "to_element"]

Filled = Mapping[str, Callable[[str], Element]]
"""What stands for the tags of a tree that are not HTML: `clause` and `contact`, by their reference."""


def clause_link(clause: str, pages: Mapping[str, str], policy: str) -> Element:
    """A link to a clause; `policy` is the way from this page to the folder of the policy's pages."""
    link = Element("a", {"class": "clause-link", "href": f"{policy}/{pages[clause]}#{clause}"})
    link.text = AtomicString(label(clause))
    return link


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
