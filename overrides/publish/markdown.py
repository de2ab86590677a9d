"""The project's Markdown: clause ids, contacts from the settings, words explained, and what derives from the checker.

    [c-6-abusive-consent] words        the paragraph or list item is that clause: an id, a visible number, a link
    [c-4-b withdrawn 2027-03-01] why   a clause that is no more: its id stays, and says so
    {{ phone police }}                 a contact's number, or words in its place while it is not confirmed
    {{ question intrusion }}           a question's number on the worksheet
    {{ policy ../policy c-7-refer }}   alone in a paragraph: what the words above it rest on; see `grounds`
    {{ source law-under-13 }}          the same, for what is not in the policy
    {{ checker ../policy }}            alone in a paragraph: a block made at build time; see `BLOCKS`
    {{ clauses . }}                    alone in a paragraph: this page repeats clauses that have their address elsewhere
    {{ explained ../definitions.md }}  alone in a paragraph: explains the terms that the page uses, where it first does

The path in a block is the way from its page to the folder of the policy's pages (`explained`: to the definitions).
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
from overrides.publish import evidence
from overrides.publish import settings as of
from overrides.publish.about import changes, publisher, status
from overrides.publish.checks import Words, problems, read_words
from overrides.publish.clauses import MARK, Clause, label
from overrides.publish.contacts import contact_node, contacts, feedback, phone_node
from overrides.publish.continuum import continuum, responses
from overrides.publish.definitions import Definition, definitions_list, explained, mark_terms
from overrides.publish.elements import Filled, clause_link, clause_text, clause_words, to_element
from overrides.publish.examples import example_sections
from overrides.publish.grounds import Grounds, alone
from overrides.publish.hazards import Log, hazard_gaps, hazard_log, hazard_summary
from overrides.publish.keeping import keep
from overrides.publish.page import checker, draft, edition, withdrawn
from overrides.publish.practice import practice, practice_contrasts
from overrides.publish.questions import question_list
from overrides.publish.rules import rules_by_step, undecided_list
from overrides.publish.training import exercises, pairs, rated, rating_chart, rating_key, rating_sheet
from overrides.publish.worksheet import NUMBER, worksheet_pairs, worksheet_questions

__all__ = ["BLOCKS", "makeExtension"]

DOCS = Path("docs")
PHONE = r"\{\{ phone ([a-z-]+) \}\}"
QUESTION = r"\{\{ question ([a-z_]+) \}\}"
Clauses = dict[str, Clause]


BLOCKS: dict[str, Callable[[of.Settings, Words, str], Node]] = {
    "changes": lambda _, words, __: changes(words.changes),
    "checker": lambda settings, words, _: checker(settings, words.examples, words.clauses),
    "contacts": lambda settings, *_: contacts(settings),
    "contrasts": lambda _, words, __: practice_contrasts(words.examples),
    "continuum": lambda _, words, __: continuum(words.clauses),
    "definitions": lambda _, words, __: definitions_list(words.terms, words.clauses),
    "draft": lambda settings, *_: draft(settings),
    "edition": lambda settings, *_: edition(settings),
    "evidence-browsers": lambda _, words, __: evidence.engines(words.evidence),
    "evidence-faults": lambda _, words, __: evidence.faults(words.evidence, words.faults),
    "evidence-fuzz": lambda _, words, __: evidence.fuzz(words.evidence),
    "evidence-mutation": lambda _, words, __: evidence.mutation(words.evidence),
    "evidence-properties": lambda _, words, __: evidence.properties(words.evidence),
    "evidence-rules": lambda settings, words, _: evidence.matrix(words.evidence, linked=not of.withdrawn(settings)),
    "evidence-second-reading": lambda _, words, __: evidence.differences(words.evidence),
    "evidence-sets": lambda _, words, __: evidence.sets(words.evidence),
    "evidence-too-slow": lambda _, words, __: evidence.too_slow(words.evidence),
    "evidence-speed": lambda _, words, __: evidence.speed(words.evidence),
    "evidence-standing": lambda _, words, __: evidence.standing(words.evidence),
    "examples": lambda _, words, __: example_sections(words.examples),
    "exercises": lambda _, words, path: exercises(words.examples, path),
    "feedback": lambda settings, *_: feedback(settings),
    "hazard-gaps": lambda _, words, __: hazard_gaps(words.hazards),
    "hazard-log": lambda _, words, __: hazard_log(words.hazards),
    "hazard-summary": lambda _, words, __: hazard_summary(words.hazards),
    "keep": lambda *_: keep(),
    "pairs": lambda _, words, path: pairs(words.examples, path),
    "practice": lambda _, words, __: practice(words.examples),
    "publisher": lambda settings, *_: publisher(settings),
    "questions": lambda settings, *_: question_list(settings),
    "rating-chart": lambda _, words, __: rating_chart(rated(DOCS, words.examples)),
    "rating-key": lambda _, words, path: rating_key(rated(DOCS, words.examples), path),
    "rating-sheet": lambda _, words, __: rating_sheet(rated(DOCS, words.examples)),
    "responses": lambda _, words, __: responses(words.clauses),
    "rules": lambda settings, *_: rules_by_step(settings),
    "status": lambda settings, *_: status(settings),
    "stories": lambda _, words, path: exercises(words.examples, path, told=True),
    "undecided": lambda *_: undecided_list(),
    "worksheet-pairs": lambda *_: worksheet_pairs(),
    "worksheet-questions": lambda *_: worksheet_questions(),
}
WITHDRAWN = {
    "checker",
    "contrasts",
    "examples",
    "exercises",
    "pairs",
    "practice",
    "questions",
    "rating-key",
    "rules",
    "stories",
    "undecided",
    "worksheet-pairs",
    "worksheet-questions",
}
"""What is not shown while the settings withdraw the checker."""


def way(given: list[str]) -> str:
    """The path that a block gives."""
    return given[0] if given else "."


class NumberedClauses(Treeprocessor):
    """Gives each clause its id and its visible number, which links to the clause's one address."""

    def __init__(self, md: Markdown, clauses: Clauses) -> None:
        super().__init__(md)
        self.clauses = clauses

    def run(self, root: Element) -> None:
        elsewhere = next((child for child in root if alone(child)[0] == "clauses"), None)
        if elsewhere is not None:
            root.remove(elsewhere)
        for element in root.iter():
            found = MARK.match(element.text or "") if element.tag in {"p", "li"} else None
            if found and element.text:
                self.number(element, found, way(alone(elsewhere)[1]) if elsewhere is not None else "")

    def number(self, element: Element, found: re.Match[str], elsewhere: str) -> None:
        clause = self.clauses[found[1]]
        element.set("id", clause.id)
        element.set("class", "clause clause-withdrawn" if clause.withdrawn else "clause")
        address = f"{elsewhere}/{clause.page}#{clause.id}" if elsewhere else f"#{clause.id}"
        number = Element("a", {"class": "clause-number", "href": address, "data-section": clause.section})
        number.text = AtomicString(label(clause.id))
        said = f"Withdrawn on {of.day(clause.withdrawn)}. " if clause.withdrawn else ""
        number.tail = f" {said}{(element.text or '')[found.end() :]}"
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
                    parent[index] = self.block(name, way(given))

    def block(self, name: str, path: str) -> Element:
        if name not in BLOCKS:
            raise ValueError(f"no block is called {name}; there are {', '.join(BLOCKS)}")
        filled: Filled = {
            "clause": partial(clause_link, clauses=self.words.clauses, policy=path),
            "clause-text": partial(clause_text, clauses=self.words.clauses),
            "clause-words": partial(clause_words, clauses=self.words.clauses),
            "contact": lambda ref: to_element(contact_node(self.settings, ref), {}),
        }
        shown = BLOCKS[name](self.settings, self.words, path)
        hidden = of.withdrawn(self.settings) and name in WITHDRAWN
        return to_element(withdrawn(self.settings) if hidden else shown, filled)


class ExplainedTerms(Treeprocessor):
    """Runs after the words have become elements: marks the first use of each term, and explains it."""

    def __init__(self, md: Markdown, terms: list[Definition]) -> None:
        super().__init__(md)
        self.terms = terms

    def run(self, root: Element) -> None:
        for index, child in enumerate(root):
            name, given = alone(child)
            if name == "explained":
                root[index] = to_element(explained(mark_terms(root, self.terms), way(given)), {})


class Phone(InlineProcessor):
    def __init__(self, md: Markdown, settings: of.Settings) -> None:
        super().__init__(PHONE, md)
        self.settings = settings

    def handleMatch(self, m: re.Match[str], _: str) -> tuple[Element, int, int]:  # type: ignore[override]  # noqa: N802
        return to_element(phone_node(self.settings, m[1]), {}), m.start(0), m.end(0)


class QuestionNumber(InlineProcessor):
    def handleMatch(self, m: re.Match[str], _: str) -> tuple[Element, int, int]:  # type: ignore[override]  # noqa: N802
        return to_element(el("span", "", f"question {NUMBER[m[1]]}"), {}), m.start(0), m.end(0)


class Build:
    """What is read and checked once a build, not once a page: each build brings settings of its own."""

    settings: of.Settings | None = None
    words = Words({}, [], [], [], {}, [], Log({}, {}, ()))


def words_of_build(settings: of.Settings) -> Words:
    """The words, checked. Raises ValueError where the pages cannot be made of them: see `checks`."""
    if Build.settings is not settings:
        found = problems(DOCS, settings)
        if found:
            raise ValueError("\n".join(found))
        Build.settings, Build.words = settings, read_words(DOCS)
    return Build.words


class Publish(Extension):
    def __init__(self, **kwargs: Any) -> None:
        self.config = {"settings": [{}, "the publisher's settings: `extra` of mkdocs.yml"]}
        super().__init__(**kwargs)

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802
        """Raises ValueError where the pages cannot be made of these words: see `checks`."""
        settings = self.getConfig("settings")
        words = words_of_build(settings)
        md.treeprocessors.register(NumberedClauses(md, words.clauses), "clauses", 30)
        md.treeprocessors.register(Grounds(md, words.clauses), "grounds", 31)
        md.treeprocessors.register(Blocks(md, settings, words), "blocks", 29)
        md.treeprocessors.register(ExplainedTerms(md, words.terms), "explained", 15)
        md.inlinePatterns.register(Phone(md, settings), "phone", 200)
        md.inlinePatterns.register(QuestionNumber(QUESTION, md), "question", 200)


def makeExtension(**kwargs: Any) -> Publish:  # noqa: N802
    return Publish(**kwargs)
