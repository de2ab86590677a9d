"""Built pages, read as a browser reads them: `read_page(path).css("nav a")` finds elements by selector.

What a `<template>` holds is no part of a page until a script puts it there, so a selector does not find it.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import ClassVar

from selectolax.lexbor import LexborHTMLParser, LexborNode

__all__ = [
    "Element",
    "Page",
    "Walk",
    "article",
    "everywhere",
    "ids",
    "inside",
    "pages",
    "parsed",
    "read_page",
    "sections",
    "text",
]

Page = LexborHTMLParser
Element = LexborNode
TEXT = "-text"
HEADINGS = {f"h{level}" for level in range(1, 7)}


def parsed(html: str) -> Page:
    return LexborHTMLParser(html)


@cache
def read(path: Path, _changed: int) -> Page:
    return parsed(path.read_text(encoding="utf-8"))


def read_page(path: Path) -> Page:
    """The page in that file, read once as long as the file stays as it is. Nobody may change what this returns."""
    return read(path, path.stat().st_mtime_ns)


def pages(site: Path) -> dict[str, Page]:
    """Every page of the site, by its path there."""
    return {path.relative_to(site).as_posix(): read_page(path) for path in sorted(site.rglob("*.html"))}


def article(site: Path, address: str) -> Element:
    """What the page at `address` holds besides the header, the menu and what the theme puts round it."""
    return inside(read_page(site / address / "index.html"), "article")


def inside(found_in: Page | Element, selector: str) -> Element:
    """The one element that `selector` finds. Fails where there is none, or another."""
    elements = found_in.css(selector)
    assert len(elements) == 1, f"{len(elements)} elements are {selector}"
    return elements[0]


def text(found_in: Page | Element) -> str:
    """The words of a page or an element, with one space where its lines break."""
    return " ".join(found_in.text().split())


def sections(found_in: Page | Element, level: str) -> dict[str, Page]:
    """By each heading's id, what stands between it and the next of its level or a higher one; `level` such as `h2`."""
    return {heading.id or "": parsed("".join(following(heading))) for heading in found_in.css(f"{level}[id]")}


def following(heading: Element) -> Iterator[str]:
    element = heading.next
    while element is not None and not (element.tag in HEADINGS and element.tag <= heading.tag):
        yield element.html or ""
        element = element.next


def everywhere(page: Page, selector: str) -> list[Element]:
    """What `selector` finds in the page, and then what it finds in the page's templates."""
    held = page.css(selector)
    for template in page.css("template"):
        for fragment in template.template_fragments():
            held += everywhere(parsed(fragment.html or ""), selector)
    return held


def ids(page: Page) -> list[str]:
    """Every id of a page, those within its templates too."""
    return [element.attributes["id"] or "" for element in everywhere(page, "[id]")]


class Walk:
    """Tells of each element of an article that is not left out, and of its text, in the order of the page."""

    LEFT_OUT: ClassVar[str]
    """A selector of the elements that are left out, with all that they hold."""

    def __init__(self, page: Page) -> None:
        self.left_out = {element.mem_id for element in page.css(self.LEFT_OUT)}
        for within in page.css("article"):
            self.walk(within)

    def opened(self, element: Element) -> None:
        raise NotImplementedError

    def closed(self, element: Element) -> None:
        pass

    def said(self, words: str) -> None:
        raise NotImplementedError

    def walk(self, element: Element) -> None:
        if element.mem_id in self.left_out:
            return
        self.opened(element)
        for child in children(element):
            if child.tag == TEXT:
                self.said(child.text())
            else:
                self.walk(child)
        self.closed(element)


def children(element: Element) -> Iterator[Element]:
    """The elements and the texts that stand in `element` itself."""
    return element.iter(include_text=True)
