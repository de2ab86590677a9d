"""The paper worksheet, followed by hand as it says, gives the step that the code gives."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser

import pytest
from sets import parity_sets

from checker import Answers, assess
from checker.examples import read_examples
from checker.rulebook import QUESTIONS, RULES
from overrides.project import ROOT

READ = {"p", "td", "span"}


@dataclass
class Sheet(HTMLParser):
    """What a reader has on paper: each question's answers in order with the step of each, and the table's rows."""

    page: str
    answers: dict[str, list[str]] = field(default_factory=dict)
    asks: dict[str, str] = field(default_factory=dict)
    steps: dict[str, int] = field(default_factory=dict)
    others: set[str] = field(default_factory=set)
    stop: dict[str, str] = field(default_factory=dict)
    rows: list[tuple[list[str], int]] = field(default_factory=list)
    cells: list[str] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)
    current: str = ""

    def __post_init__(self) -> None:
        super().__init__()
        self.feed(self.page)

    def handle_starttag(self, tag, attrs):
        found = dict(attrs)
        if "data-question" in found:
            self.current = found["data-question"]
            self.answers[self.current] = []
        if tag in READ:
            self.texts.append("")
        if tag == "tr":
            self.cells = []

    def handle_data(self, data):
        self.texts = [text + data for text in self.texts]

    def handle_endtag(self, tag):
        text = " ".join(self.texts.pop().split()) if tag in READ else ""
        if tag == "span" and re.fullmatch(r"\d+[a-z]", text):
            self.answers[self.current].append(text)
        elif tag == "span" and re.fullmatch(r"[1-5]\+?", text) and self.current:
            self.steps[self.answers[self.current][-1]] = int(text[0])
        elif tag == "span" and text == "\u25c6":
            self.others.add(self.current)
        elif tag == "span" and text.endswith("\u2020"):
            self.stop[self.current] = self.answers[self.current][-1]
        elif tag == "p" and (asked := re.match(r"(\d+)\. (.+)", text)) and asked[1] in self.answers:
            self.asks[asked[1]] = asked[2]
        elif tag == "td":
            self.cells.append(text)
        elif tag == "tr" and len(self.cells) == 3:
            self.rows.append((self.cells[0].split(" and "), int(self.cells[2])))

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


@pytest.fixture(scope="module")
def sheet(site) -> Sheet:
    return Sheet((site / "check/worksheet/index.html").read_text(encoding="utf-8"))


def ringed(sheet: Sheet, given) -> set[str]:
    """The answers of a set, found on the paper by the question's own words and the answer's place."""
    found = set()
    for number, asks in sheet.asks.items():
        question = next(q for q in QUESTIONS.values() if asks.removesuffix(" \u25c6") == q.asks)
        if question.id in given:
            found.add(sheet.answers[number][question.ids().index(given[question.id])])
    return found


def test_the_sheet_asks_every_question_that_can_move_the_step(sheet):
    moving = {question for rule in RULES for question in rule.when}
    assert len(sheet.asks) == len(sheet.answers) == len(moving) == 18
    assert len(sheet.rows) == len([rule for rule in RULES if len(rule.when) > 1])
    assert len(sheet.steps) == sum(map(len, sheet.answers.values()))


def same(sheet: Sheet, answers: Answers) -> bool:
    found = assess(answers).range
    return sheet.by_hand(ringed(sheet, answers.given), alone=answers.alone) == (found.least + 1, found.most + 1)


def test_by_hand_gives_what_the_code_gives_on_drawn_sets(sheet):
    drawn = [Answers(**given) for given in parity_sets()]
    assert len([answers for answers in drawn if answers.alone]) > 100
    assert [answers.given for answers in drawn if not same(sheet, answers)] == []


@pytest.mark.parametrize("example", read_examples(ROOT / "docs/examples"), ids=lambda example: example.id)
def test_by_hand_gives_what_the_code_gives_on_examples(sheet, example):
    assert same(sheet, example.answers)
