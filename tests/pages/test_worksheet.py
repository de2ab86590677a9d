"""The paper worksheet, followed by hand as it says, gives the step that the code gives."""

from __future__ import annotations

import re
from dataclasses import dataclass

import pytest
from chosen import DOCS
from markup import Page, inside, read_page, text
from sets import parity_sets

from checker import Answers, range_for
from checker.examples import read_examples
from checker.rulebook import QUESTIONS, RULES

BY_WORDS = {question.asks: question for question in QUESTIONS.values()}


@dataclass(frozen=True)
class Sheet:
    """What a reader has on paper: each question's answers in order with the step of each, and the table's rows."""

    asks: dict[str, str]
    """Each question by its number."""
    answers: dict[str, list[str]]
    """The marks of a question's answers, such as 4c, by its number."""
    steps: dict[str, int]
    """The step that stands beside each answer, by its mark."""
    others: set[str]
    """The numbers of the questions that a sign says to leave out where nobody else was involved."""
    stop: dict[str, str]
    """The answer after which to stop where nobody else was involved, by its question's number."""
    rows: list[tuple[list[str], int]]

    def highest(self, marked: set[str]) -> int:
        """Step 3: the highest step beside a ring, then each row whose answers are ringed at that letter or later."""
        by_number = {mark[:-1]: mark[-1] for mark in marked}
        rows = [step for parts, step in self.rows if all(by_number.get(part[:-1], "") >= part[-1] for part in parts)]
        return max([1, *(self.steps[mark] for mark in marked), *rows])

    def by_hand(self, ringed: set[str], *, alone: bool) -> tuple[int, int]:
        """Steps 1 to 5 of the sheet: at least, and not ruled out."""
        answered = {mark[:-1] for mark in ringed}
        underlined = {
            self.stop[number] if alone and number in self.stop else answers[-1]
            for number, answers in self.answers.items()
            if number not in answered and not (alone and number in self.others)
        }
        return self.highest(ringed), self.highest(ringed | underlined)


def sheet_of(page: Page) -> Sheet:
    asks, answers, steps, others, stop = {}, {}, {}, set(), {}
    for question in page.css("[data-question]"):
        number, asks_ = re.fullmatch(r"(\d+)\. (.+)", text(inside(question, ".sheet-asks"))).groups()
        asks[number], answers[number] = asks_.removesuffix(" \u25c6"), []
        if asks_.endswith("\u25c6"):
            others.add(number)
        for answer in question.css(".sheet-answers > li"):
            mark, *words, step = map(text, answer.css("li > span"))
            answers[number].append(mark)
            steps[mark] = int(re.fullmatch(r"([1-5])\+?", step)[1])
            if any(each.endswith("\u2020") for each in words):
                stop[number] = mark
    cells = [[text(cell) for cell in row.css("td")] for row in page.css(".sheet-pairs tbody tr")]
    return Sheet(asks, answers, steps, others, stop, [(marks.split(" and "), int(step)) for marks, _, step in cells])


@pytest.fixture(scope="module")
def sheet(site) -> Sheet:
    return sheet_of(read_page(site / "check/worksheet/index.html"))


def ringed(sheet: Sheet, given) -> set[str]:
    """The answers of a set, found on the paper by the question's own words and the answer's place."""
    found = set()
    for number, asks in sheet.asks.items():
        question = BY_WORDS[asks]
        if question.id in given:
            found.add(sheet.answers[number][question.ids().index(given[question.id])])
    return found


def test_the_sheet_asks_every_question_that_can_move_the_step(sheet):
    moving = {question for rule in RULES for question in rule.when}
    assert len(sheet.asks) == len(sheet.answers) == len(moving) == 18
    assert len(sheet.rows) == len([rule for rule in RULES if len(rule.when) > 1])
    assert len(sheet.steps) == sum(map(len, sheet.answers.values()))


def same(sheet: Sheet, answers: Answers) -> bool:
    found = range_for(answers)
    return sheet.by_hand(ringed(sheet, answers.given), alone=answers.alone) == (found.least + 1, found.most + 1)


def test_by_hand_gives_what_the_code_gives_on_drawn_sets(sheet):
    drawn = [Answers(**given) for given in parity_sets()]
    assert len([answers for answers in drawn if answers.alone]) > 100
    assert [answers.given for answers in drawn if not same(sheet, answers)] == []


@pytest.mark.parametrize("example", read_examples(DOCS / "examples"), ids=lambda example: example.id)
def test_by_hand_gives_what_the_code_gives_on_examples(sheet, example):
    assert same(sheet, example.answers)
