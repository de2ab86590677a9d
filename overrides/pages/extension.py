"""The project's Markdown: clause ids, contacts from the settings, words explained, and what derives from the checker.

    [c-6-abusive-consent] words        the paragraph or list item is that clause: an id, a visible number, a link
    [c-4-b withdrawn 2027-03-01] why   a clause that is no more: its id stays, and says so
    {{ phone police }}                 a contact's number, or words in its place while it is not shown
    {{ call police }}                  the same as a button, with who it is
    {{ question intrusion }}           a question's number on the worksheet

and alone in a paragraph:

    {{ policy c-7-refer }}             what the words above it rest on; see `grounds`
    {{ source law-under-13 }}          the same, for what is not in the policy
    {{ checker }}                      a block made at build time; see `blocks`
    {{ clauses }}                      this page repeats clauses that have their address elsewhere
    {{ explained }}                    explains the terms that the page uses, where it first does

Links that are made here are written from the root of `docs/`, and MkDocs makes them the way from their page.
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

from checker.tree import Node, el
from overrides.pages.blocks import BLOCKS, Asking
from overrides.pages.contacts import call_node, contact_node, phone_node
from overrides.pages.elements import Filled, clause_address, clause_link, clause_text, clause_words, to_element
from overrides.pages.grounds import Grounds, alone
from overrides.pages.said import said
from overrides.pages.standing import withdrawn
from overrides.pages.terms import explained, mark_terms
from overrides.pages.worksheet import NUMBER, mark
from overrides.words import settings as of
from overrides.words.checks import checked_words
from overrides.words.clauses import MARK, Clauses, label
from overrides.words.definitions import Definition
from overrides.words.gather import Words

__all__ = ["makeExtension"]

DOCS = Path("docs")
PHONE = r"\{\{ phone ([a-z-]+) \}\}"
CALL = r"\{\{ call ([a-z-]+) \}\}"
QUESTION = r"\{\{ question ([a-z_]+) \}\}"
ANSWER = r"\{\{ answer ([a-z_]+) ([a-z_]+) \}\}"


class NumberedClauses(Treeprocessor):
    """Gives each clause its id and its visible number, which links to the clause's one address."""

    def __init__(self, md: Markdown, clauses: Clauses) -> None:
        super().__init__(md)
        self.clauses = clauses

    def run(self, root: Element) -> None:
        repeated = next((child for child in root if alone(child)[0] == "clauses"), None)
        if repeated is not None:
            root.remove(repeated)
        for element in root.iter():
            mark = MARK.match(element.text or "") if element.tag in {"p", "li"} else None
            if mark and element.text:
                self.number(element, mark, repeated=repeated is not None)

    def number(self, element: Element, mark: re.Match[str], *, repeated: bool) -> None:
        clause = self.clauses.own(mark[1])
        element.set("id", clause.id)
        element.set("class", "clause clause-withdrawn" if clause.withdrawn else "clause")
        address = clause_address(clause) if repeated else f"#{clause.id}"
        number = Element("a", {"class": "clause-number", "href": address, "data-section": clause.section})
        number.text = AtomicString(label(clause.id))
        said = f"Withdrawn on {of.day(clause.withdrawn)}. " if clause.withdrawn else ""
        number.tail = f" {said}{(element.text or '')[mark.end() :]}"
        element.text = ""
        element.insert(0, number)


class Blocks(Treeprocessor):
    """Puts what is made at build time in the place of a paragraph that asks for it."""

    def __init__(self, md: Markdown, settings: of.Settings, words: Words) -> None:
        super().__init__(md)
        self.settings = settings
        self.words = words

    def run(self, root: Element) -> None:
        for parent in list(root.iter()):
            for index, child in enumerate(parent):
                if of.withdrawn(self.settings) and "with-checker" in child.get("class", ""):
                    child.clear()
                name, given = alone(child)
                if name and name != "explained":
                    parent[index] = self.block(name, given)

    def block(self, name: str, given: list[str]) -> Element:
        if name not in BLOCKS:
            raise ValueError(f"no block is called {name}; there are {', '.join(BLOCKS)}")
        if given:
            raise ValueError(f"{{{{ {name} {' '.join(given)} }}}}: this block is its name alone, {{{{ {name} }}}}")
        filled: Filled = {
            "clause": partial(clause_link, clauses=self.words.clauses),
            "clause-text": partial(clause_text, clauses=self.words.clauses),
            "clause-words": partial(clause_words, clauses=self.words.clauses),
            "contact": lambda ref: to_element(contact_node(self.settings, ref), {}),
            "said": lambda ref: to_element(said(self.settings, self.words.assessed, ref), filled),
        }
        block = BLOCKS[name]
        hidden = of.withdrawn(self.settings) and block.of_checker
        made = withdrawn() if hidden else block.make(Asking(self.settings, self.words))
        return to_element(made, filled)


class ExplainedTerms(Treeprocessor):
    """Runs after the words have become elements: marks the first use of each term, and explains it."""

    def __init__(self, md: Markdown, terms: list[Definition]) -> None:
        super().__init__(md)
        self.terms = terms

    def run(self, root: Element) -> None:
        for index, child in enumerate(root):
            if alone(child)[0] == "explained":
                root[index] = to_element(explained(mark_terms(root, self.terms)), {})


class Contact(InlineProcessor):
    def __init__(self, pattern: str, md: Markdown, make: Callable[[str], Node]) -> None:
        super().__init__(pattern, md)
        self.make = make

    def handleMatch(self, m: re.Match[str], _: str) -> tuple[Element, int, int]:  # type: ignore[override]  # noqa: N802
        return to_element(self.make(m[1]), {}), m.start(0), m.end(0)


class QuestionNumber(InlineProcessor):
    def handleMatch(self, m: re.Match[str], _: str) -> tuple[Element, int, int]:  # type: ignore[override]  # noqa: N802
        return to_element(el("span", "", f"question {NUMBER[m[1]]}"), {}), m.start(0), m.end(0)


class AnswerMark(InlineProcessor):
    def handleMatch(self, m: re.Match[str], _: str) -> tuple[Element, int, int]:  # type: ignore[override]  # noqa: N802
        return to_element(el("span", "", mark(m[1], m[2])), {}), m.start(0), m.end(0)


class Publish(Extension):
    """Takes `settings`, the block `extra` of mkdocs.yml, and `words`, which a build has read and checked already."""

    def __init__(self, **kwargs: Any) -> None:
        self.words: Words | None = kwargs.pop("words", None)
        self.config = {"settings": [{}, "the publisher's settings: `extra` of mkdocs.yml"]}
        super().__init__(**kwargs)

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802
        """Raises WordsError where the pages cannot be made of these words."""
        settings = self.getConfig("settings")
        words = self.words or words_of_plain_mkdocs(settings)
        md.treeprocessors.register(NumberedClauses(md, words.clauses), "clauses", 30)
        md.treeprocessors.register(Grounds(md, words.clauses), "grounds", 31)
        md.treeprocessors.register(Blocks(md, settings, words), "blocks", 29)
        md.treeprocessors.register(ExplainedTerms(md, words.terms), "explained", 15)
        md.inlinePatterns.register(Contact(PHONE, md, partial(phone_node, settings)), "phone", 200)
        md.inlinePatterns.register(Contact(CALL, md, partial(call_node, settings)), "call", 200)
        md.inlinePatterns.register(QuestionNumber(QUESTION, md), "question", 200)
        md.inlinePatterns.register(AnswerMark(ANSWER, md), "answer", 200)


class ReadBefore:
    """The settings that a plain `mkdocs build` came with, and the words that were read for them."""

    settings: of.Settings | None = None
    words: Words


def words_of_plain_mkdocs(settings: of.Settings) -> Words:
    """The words where no build hands them over: read once, though MkDocs makes an extension for each page."""
    if ReadBefore.settings is not settings:
        ReadBefore.settings, ReadBefore.words = settings, checked_words(DOCS, settings)
    return ReadBefore.words


def makeExtension(**kwargs: Any) -> Publish:  # noqa: N802
    return Publish(**kwargs)
