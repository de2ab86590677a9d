"""What words of a page rest on: the policy, or a source beyond it. The three kinds are told apart by sight and by text.

{{ policy c-7-refer }}      alone in a paragraph: what stands above it, up to a heading, is the policy's
{{ source law-under-13 }}   alone in a paragraph: it rests on a source of `SOURCES`, outside the policy
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import partial
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor

from checker.bases import basis
from checker.sources import SOURCES
from checker.tree import Node
from overrides.pages.elements import Filled, clause_link, to_element
from overrides.words.clauses import Clauses

__all__ = ["GROUNDS", "Grounds", "alone"]

BLOCK = re.compile(r"^\{\{ ([a-z-]+)((?: [\w./-]+)*) \}\}$")
GROUNDS = {"policy", "source"}
BOXES = {"first-screen", "for-a-child"}
"""The boxes with a look of their own: what such a box rests on stands as its last line."""


def alone(element: Element) -> tuple[str, list[str]]:
    """The block that a paragraph asks for, and what it gives with it; empty where it asks for none."""
    block = BLOCK.match((element.text or "").strip()) if element.tag == "p" and not len(element) else None
    return (block[1], block[2].split()) if block else ("", [])


class Grounds(Treeprocessor):
    def __init__(self, md: Markdown, clauses: Clauses) -> None:
        super().__init__(md)
        self.clauses = clauses

    def run(self, root: Element) -> None:
        for within in (root, *root.iter("details")):
            self.group_within(within)
        for box in root.iter("div"):
            if box.get("class") in BOXES and len(box):
                self.end_with_its_grounds(box)

    def end_with_its_grounds(self, box: Element) -> None:
        last = box[-1]
        name, given = alone(last)
        if name in GROUNDS:
            box.remove(last)
            box.append(self.rests_on(name, given))

    def group_within(self, within: Element) -> None:
        above: list[Element] = []
        for child in list(within):
            name, given = alone(child)
            if name in GROUNDS:
                self.group(within, above, child, name, given)
                above = []
            else:
                above = [*above, child] if child.tag in {"p", "ul", "ol"} and not name else []

    def group(self, within: Element, above: Sequence[Element], asked: Element, name: str, given: list[str]) -> None:
        """Puts what stands above in one block with what it rests on. Raises ValueError where nothing does."""
        if not above:
            raise ValueError(f"{asked.text}: nothing stands above it")
        rests_on = self.rests_on(name, given)
        kind = (rests_on.get("class") or "").rpartition("-")[2]
        block = Element("div", {"class": f"grounds grounds-{kind}"})
        place = list(within).index(above[0])
        for element in (*above, asked):
            within.remove(element)
        block.extend([*above, rests_on])
        within.insert(place, block)

    def rests_on(self, name: str, given: list[str]) -> Element:
        told = to_element(self.basis(name, given), self.filled())
        told.set("data-not-searched", "")
        return told

    def basis(self, name: str, given: list[str]) -> Node:
        if name == "policy":
            lost = [clause for clause in given if clause not in self.clauses and clause not in self.clauses.absent]
            if lost or not given:
                raise ValueError(f"{{{{ policy {' '.join(given)} }}}}: write clauses of the policy, such as c-7-refer")
            said = [clause for clause in given if clause not in self.clauses.absent]
            return basis(said, "") if said else basis((), "this-project")
        if len(given) != 1 or given[0] not in SOURCES:
            raise ValueError(f"{{{{ source {' '.join(given)} }}}}: write one of {', '.join(SOURCES)}")
        return basis((), given[0])

    def filled(self) -> Filled:
        return {"clause": partial(clause_link, clauses=self.clauses)}
