"""What readers get from the pages of two built sites, and what of it differs.

`differences(OLD, NEW)` says, for each page, what only one of the two has: words, ids, headings, links and where they
lead, landmarks and how they are named, what its head says of it, the scripts and styles that it asks for. How the HTML
is written, and how an address is, count for nothing.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import urljoin

from markup import Element, Page, everywhere, ids, pages, text

__all__ = ["differences"]

SITE = "https://site.example/"
PARTS = "header, nav, .md-banner, article, footer"
LANDMARKS = "header, nav, main, aside, footer, section[aria-label], form, dialog, [role]"
SAYS_OF_ITSELF = "head meta[name], head link[rel=canonical], head link[rel=icon]"
ASKS_FOR = "script[src], link[rel=stylesheet]"


def attribute(element: Element, name: str) -> str:
    return element.attributes.get(name) or ""


def place(path: str) -> str:
    """The whole address of a page. A page for what is not found stands at any: its links do not start from there."""
    return urljoin(SITE, path.removesuffix("index.html") if path.endswith("index.html") else "")


def leads_to(element: Element, path: str) -> str:
    return urljoin(place(path), attribute(element, "href") or attribute(element, "src"))


def words(page: Page, _: str) -> list[str]:
    """The words of the page's parts, and then those that its scripts may show, in their order."""
    held = [fragment for template in page.css("template") for fragment in template.template_fragments()]
    return " ".join(text(element) for element in [*page.css(PARTS), *held]).split()


def headings(page: Page, _: str) -> list[str]:
    return [f"{heading.tag} {text(heading)}" for heading in everywhere(page, "h1, h2, h3, h4, h5, h6")]


def links(page: Page, path: str) -> list[str]:
    return [
        f"{text(link)} -> {leads_to(link, path)} {attribute(link, 'aria-current')}".strip()
        for link in everywhere(page, "a[href]")
    ]


def landmarks(page: Page, _: str) -> list[str]:
    return [
        f"{element.tag} {attribute(element, 'role')} {attribute(element, 'aria-label')}".strip()
        for element in everywhere(page, LANDMARKS)
    ]


def head(page: Page, path: str) -> list[str]:
    said = [
        f"{attribute(element, 'name') or attribute(element, 'rel')}: "
        f"{attribute(element, 'content') or leads_to(element, path)}"
        for element in page.css(SAYS_OF_ITSELF)
    ]
    return [f"title: {text(title)}" for title in page.css("head title")] + said


def files(page: Page, path: str) -> list[str]:
    return [leads_to(element, path) for element in page.css(ASKS_FOR)]


def told_to_the_theme(page: Page, path: str) -> list[str]:
    told = json.loads(page.css("#__config")[0].text())
    told |= {name: urljoin(place(path), told[name]) for name in ("base", "search")}
    return [f"{name}: {value}" for name, value in sorted(told.items())]


READ: dict[str, Callable[[Page, str], list[str]]] = {
    "words": words,
    "ids": lambda page, _: ids(page),
    "headings": headings,
    "links": links,
    "landmarks": landmarks,
    "head": head,
    "files": files,
    "told to the theme": told_to_the_theme,
}


def only(some: list[str], others: list[str]) -> list[str]:
    return list((Counter(some) - Counter(others)).elements())


def of_page(old: Page, new: Page, path: str) -> Iterator[str]:
    for what, read in READ.items():
        before, after = read(old, path), read(new, path)
        if before != after:
            lost, more = only(before, after), only(after, before)
            said = f"only the first has {lost}, only the second {more}" if lost or more else "in another order"
            yield f"{what}: {said}"


def differences(old: Path, new: Path) -> dict[str, list[str]]:
    """By its path, what differs of each page that does; a page that only one of the sites has is among them."""
    before, after = pages(old), pages(new)
    found = {path: ["only the first has this page"] for path in before.keys() - after.keys()}
    found |= {path: ["only the second has this page"] for path in after.keys() - before.keys()}
    both = {path: list(of_page(before[path], after[path], path)) for path in sorted(before.keys() & after.keys())}
    return found | {path: said for path, said in both.items() if said}
