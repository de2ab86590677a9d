"""What words of a page rest on: the policy, or a source beyond it. The three kinds are told apart by sight and by text.

{{ policy c-7-refer }}      alone in a paragraph: what stands above it, up to a heading, is the policy's
{{ source law-under-13 }}   alone in a paragraph: it rests on a source of `SOURCES`, outside the policy
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import partial
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor

from checker.bases import basis
from checker.sources import SOURCES
from checker.tree import Node
from overrides.pages.elements import Filled, clause_link, to_element
from overrides.words.clauses import Clause

__all__ = ["GROUNDS", "Grounds", "alone"]

BLOCK = re.compile(r"^\{\{ ([a-z-]+)((?: [\w./-]+)*) \}\}$")
GROUNDS = {"policy", "source"}


def alone(element: Element) -> tuple[str, list[str]]:
    """The block that a paragraph asks for, and what it gives with it; empty where it asks for none."""
    block = BLOCK.match((element.text or "").strip()) if element.tag == "p" and not len(element) else None
    return (block[1], block[2].split()) if block else ("", [])


class Grounds(Treeprocessor):
    def __init__(self, md: Markdown, clauses: Mapping[str, Clause]) -> None:
        super().__init__(md)
        self.clauses = clauses

    def run(self, root: Element) -> None:
        above: list[Element] = []
        for child in list(root):
            name, given = alone(child)
            if name in GROUNDS:
                self.group(root, above, child, name, given)
                above = []
            else:
                above = [*above, child] if child.tag in {"p", "ul", "ol"} and not name else []

    def group(self, root: Element, above: Sequence[Element], asked: Element, name: str, given: list[str]) -> None:
        """Puts what stands above in one block with what it rests on. Raises ValueError where nothing does."""
        if not above:
            raise ValueError(f"{asked.text}: nothing stands above it")
        rests_on = to_element(self.basis(name, given), self.filled())
        kind = (rests_on.get("class") or "").rpartition("-")[2]
        block = Element("div", {"class": f"grounds grounds-{kind}"})
        place = list(root).index(above[0])
        for element in (*above, asked):
            root.remove(element)
        block.extend([*above, rests_on])
        root.insert(place, block)

    def basis(self, name: str, given: list[str]) -> Node:
        if name == "policy":
            lost = [clause for clause in given if clause not in self.clauses]
            if lost or not given:
                raise ValueError(f"{{{{ policy {' '.join(given)} }}}}: write clauses of the policy, such as c-7-refer")
            return basis(given, "")
        if len(given) != 1 or given[0] not in SOURCES:
            raise ValueError(f"{{{{ source {' '.join(given)} }}}}: write one of {', '.join(SOURCES)}")
        return basis((), given[0])

    def filled(self) -> Filled:
        return {"clause": partial(clause_link, clauses=self.clauses)}
