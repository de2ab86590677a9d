"""The project's Markdown: clause ids, contacts from the settings, and what derives from the checker.

    [c-6-abusive-consent] words        the paragraph or list item is that clause: an id, a visible number, a link
    {{ phone police }}                 a contact's number, or words in its place while it is not confirmed
    {{ checker ../policy }}            alone in a paragraph: a block made from the checker; see `BLOCKS`

The path in a block is the way from its page to the folder of the policy's pages.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.inlinepatterns import InlineProcessor
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString

from checker.examples import Example, read_examples
from checker.tree import Node
from overrides.publish import settings as of
from overrides.publish.clauses import CLAUSE, label, pages_of_clauses, uncited
from overrides.publish.elements import Filled, clause_link, to_element
from overrides.publish.page import checker, draft, withdrawn
from overrides.publish.rules import example_sections, rules_by_step, undecided_list

__all__ = ["BLOCKS", "makeExtension"]

DOCS = Path("docs")
BLOCK = re.compile(r"^\{\{ ([a-z-]+)(?: ([\w./-]+))? \}\}$")
PHONE = r"\{\{ phone ([a-z-]+) \}\}"


def published_examples() -> list[Example]:
    return read_examples(DOCS / "examples")


BLOCKS: dict[str, Callable[[of.Settings], Node]] = {
    "checker": lambda settings: checker(settings, published_examples(), pages_of_clauses(DOCS)),
    "draft": draft,
    "examples": lambda _: example_sections(published_examples()),
    "rules": lambda _: rules_by_step(),
    "undecided": lambda _: undecided_list(),
}
WITHDRAWN = {"checker", "examples", "rules", "undecided"}
"""What is not shown while the settings withdraw the checker."""


class Clauses(Treeprocessor):
    """Gives each clause its id and its visible number, which links to itself."""

    def run(self, root: Element) -> None:
        for element in root.iter():
            found = CLAUSE.match(element.text or "") if element.tag in {"p", "li"} else None
            if found and element.text:
                element.set("id", found[1])
                element.set("class", "clause")
                number = Element("a", {"class": "clause-number", "href": f"#{found[1]}"})
                number.text = AtomicString(label(found[1]))
                number.tail = " " + element.text[found.end() :]
                element.text = ""
                element.insert(0, number)


class Blocks(Treeprocessor):
    """Puts what derives from the checker in the place of a paragraph that asks for it."""

    def __init__(self, md: Markdown, settings: of.Settings) -> None:
        super().__init__(md)
        self.settings = settings

    def run(self, root: Element) -> None:
        for parent in list(root.iter()):
            for index, child in enumerate(parent):
                found = BLOCK.match((child.text or "").strip()) if child.tag == "p" and not len(child) else None
                if found:
                    parent[index] = self.block(found[1], found[2] or ".")

    def block(self, name: str, policy: str) -> Element:
        if name not in BLOCKS:
            raise ValueError(f"no block is called {name}; there are {', '.join(BLOCKS)}")
        filled: Filled = {
            "clause": partial(clause_link, pages=pages_of_clauses(DOCS), policy=policy),
            "contact": lambda ref: to_element(of.contact_node(self.settings, ref), {}),
        }
        block = withdrawn if of.withdrawn(self.settings) and name in WITHDRAWN else BLOCKS[name]
        return to_element(block(self.settings), filled)


class Phone(InlineProcessor):
    def __init__(self, md: Markdown, settings: of.Settings) -> None:
        super().__init__(PHONE, md)
        self.settings = settings

    def handleMatch(self, m: re.Match[str], _: str) -> tuple[Element, int, int]:  # type: ignore[override]  # noqa: N802
        return to_element(of.phone_node(self.settings, m[1]), {}), m.start(0), m.end(0)


class Publish(Extension):
    def __init__(self, **kwargs: Any) -> None:
        self.config = {"settings": [{}, "the publisher's settings: `extra` of mkdocs.yml"]}
        super().__init__(**kwargs)

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802
        """Raises ValueError where something cites a clause that no page holds."""
        missing = uncited(DOCS)
        if missing:
            raise ValueError("\n".join(missing))
        settings = self.getConfig("settings")
        md.treeprocessors.register(Clauses(md), "clauses", 30)
        md.treeprocessors.register(Blocks(md, settings), "blocks", 29)
        md.inlinePatterns.register(Phone(md, settings), "phone", 200)


def makeExtension(**kwargs: Any) -> Publish:  # noqa: N802
    return Publish(**kwargs)
