"""The blocks that pages ask for by name, `{{ name }}` alone in a paragraph: a row each."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from checker.tree import Node
from overrides.pages import evidence, second_reading, trials
from overrides.pages.about import changes, publisher, status
from overrides.pages.checker import checker
from overrides.pages.contacts import contacts, feedback
from overrides.pages.continuum import continuum, responses
from overrides.pages.definitions import definitions_list
from overrides.pages.examples import example_sections
from overrides.pages.hazards import hazard_gaps, hazard_log, hazard_summary
from overrides.pages.keep import keep
from overrides.pages.practice import practice, practice_contrasts
from overrides.pages.questions import question_list
from overrides.pages.rules import rules_by_step, undecided_list
from overrides.pages.standing import draft, edition
from overrides.pages.training import exercises, pairs, rating_chart, rating_key, rating_sheet
from overrides.pages.worksheet import worksheet_pairs, worksheet_questions
from overrides.words.gather import Words
from overrides.words.settings import Settings, withdrawn

__all__ = ["BLOCKS", "Asking", "Block"]


@dataclass(frozen=True)
class Asking:
    """What a block is made from."""

    settings: Settings
    words: Words


@dataclass(frozen=True)
class Block:
    """A block's name, what makes it, and whether it is of the checker: not shown, then, while that is withdrawn."""

    name: str
    make: Callable[[Asking], Node]
    of_checker: bool


ROWS = (
    Block("changes", lambda page: changes(page.words.changes), of_checker=False),
    Block(
        "checker",
        lambda page: checker(
            page.settings,
            page.words.examples,
            page.words.numbers,
            page.words.clauses,
            page.words.question_aliases,
        ),
        of_checker=True,
    ),
    Block("contacts", lambda page: contacts(page.settings), of_checker=False),
    Block("contrasts", lambda page: practice_contrasts(page.words.examples), of_checker=True),
    Block("continuum", lambda page: continuum(page.words.clauses), of_checker=False),
    Block("definitions", lambda page: definitions_list(page.words.terms, page.words.clauses), of_checker=False),
    Block("draft", lambda page: draft(page.settings), of_checker=False),
    Block("edition", lambda page: edition(page.settings), of_checker=False),
    Block("evidence-browsers", lambda page: trials.engines(page.words.evidence), of_checker=False),
    Block("evidence-faults", lambda page: trials.faults(page.words.evidence, page.words.faults), of_checker=False),
    Block("evidence-fuzz", lambda page: evidence.fuzz(page.words.evidence), of_checker=False),
    Block("evidence-mutation", lambda page: evidence.mutation(page.words.evidence), of_checker=False),
    Block("evidence-properties", lambda page: evidence.properties(page.words.evidence), of_checker=False),
    Block(
        "evidence-rules",
        lambda page: evidence.matrix(page.words.evidence, linked=not withdrawn(page.settings)),
        of_checker=False,
    ),
    Block("evidence-second-reading", lambda page: second_reading.differences(page.words.evidence), of_checker=False),
    Block("evidence-sets", lambda page: evidence.sets(page.words.evidence), of_checker=False),
    Block("evidence-too-slow", lambda page: evidence.too_slow(page.words.evidence), of_checker=False),
    Block("evidence-speed", lambda page: evidence.speed(page.words.evidence), of_checker=False),
    Block("evidence-standing", lambda page: evidence.standing(page.words.evidence), of_checker=False),
    Block("examples", lambda page: example_sections(page.words.examples, page.words.numbers), of_checker=True),
    Block("exercises", lambda page: exercises(page.words.examples), of_checker=True),
    Block("feedback", lambda page: feedback(page.settings), of_checker=False),
    Block("hazard-gaps", lambda page: hazard_gaps(page.words.hazards), of_checker=False),
    Block("hazard-log", lambda page: hazard_log(page.words.hazards), of_checker=False),
    Block("hazard-summary", lambda page: hazard_summary(page.words.hazards), of_checker=False),
    Block("keep", lambda _: keep(), of_checker=False),
    Block("pairs", lambda page: pairs(page.words.examples), of_checker=True),
    Block("practice", lambda page: practice(page.words.examples, page.words.numbers), of_checker=True),
    Block("publisher", lambda page: publisher(page.settings), of_checker=False),
    Block("questions", lambda page: question_list(page.settings), of_checker=True),
    Block("rating-chart", lambda page: rating_chart(page.words.rated, page.words.rated_in_less), of_checker=False),
    Block("rating-key", lambda page: rating_key(page.words.rated, page.words.rated_in_less), of_checker=True),
    Block("rating-sheet", lambda page: rating_sheet(page.words.rated), of_checker=False),
    Block("rating-sheet-short", lambda page: rating_sheet(page.words.rated_in_less), of_checker=False),
    Block("responses", lambda page: responses(page.words.clauses), of_checker=False),
    Block("rules", lambda page: rules_by_step(page.settings), of_checker=True),
    Block("status", lambda page: status(page.settings), of_checker=False),
    Block("stories", lambda page: exercises(page.words.examples, told=True), of_checker=True),
    Block("undecided", lambda _: undecided_list(), of_checker=True),
    Block("worksheet-pairs", lambda _: worksheet_pairs(), of_checker=True),
    Block("worksheet-questions", lambda _: worksheet_questions(), of_checker=True),
)
BLOCKS = {block.name: block for block in ROWS}
