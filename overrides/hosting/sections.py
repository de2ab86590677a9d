"""A built page as the search knows it: section by section, each with the words under its heading."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import escape

from selectolax.lexbor import LexborHTMLParser, LexborNode

__all__ = ["MARKED", "NOT_SEARCHED", "Section", "sections_of"]

NOT_SEARCHED = "data-not-searched"
"""Marks an element whose words the search leaves out. Templates and blocks write it; no built site keeps it."""

MARKED = re.compile(rf' {NOT_SEARCHED}(?:="")?(?=[ >])')
WITHOUT_WORDS = {"script", "style"}
TEMPLATE = re.compile(r"<(/?)template\b")
HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}
SHOWN_AS = {"p", "code", "pre", "li", "ol", "ul", "sub", "sup"}
"""The elements that the theme shows again in what was found."""


@dataclass
class Section:
    """A heading with an id, and what is said under it. The page's own section has no id."""

    id: str
    parts: list[str] = field(default_factory=list)
    heading: list[str] = field(default_factory=list)

    @property
    def title(self) -> str:
        return one_line(self.heading)

    @property
    def text(self) -> str:
        return one_line(self.parts)


def one_line(parts: list[str]) -> str:
    return re.sub(r"\s+", " ", "".join(parts)).strip()


def searched(node: LexborNode) -> Iterator[LexborNode]:
    """What `node` holds of which the search knows: elements and text."""
    for child in node.iter(include_text=True):
        if child.tag not in WITHOUT_WORDS and NOT_SEARCHED not in child.attributes:
            yield child


def put(node: LexborNode, parts: list[str]) -> None:
    """Add the words of a heading."""
    for child in searched(node):
        if child.tag == "-text":
            parts.append(escape(child.text_content or "", quote=False))
        else:
            put(child, parts)


def divide(node: LexborNode, sections: list[Section], section: Section) -> None:
    """Share what `node` holds among sections: a heading's reaches to the end of the element that the heading is in."""
    for child in searched(node):
        if child.tag == "-text":
            section.parts.append(escape(child.text_content or "", quote=False))
        elif child.tag in HEADINGS and child.attributes.get("id"):
            if child.tag != "h1":
                section = Section(str(child.attributes["id"]))
                sections.append(section)
            put(child, section.heading)
        elif child.tag in SHOWN_AS:
            held = Section(section.id)
            divide(child, sections, held)
            if held.text:
                section.parts += [f"<{child.tag}>", *held.parts, f"</{child.tag}>"]
        else:
            divide(child, sections, section)


def sections_of(page: str) -> list[Section]:
    """The sections of a built page, in order, the page's own first: what a script may show later is searched too."""
    article = LexborHTMLParser(TEMPLATE.sub(r"<\1div", page)).css_first("article")
    assert article is not None, "a page has no article"
    sections = [Section("")]
    divide(article, sections, sections[0])
    return sections
