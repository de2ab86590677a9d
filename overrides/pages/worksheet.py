"""The worksheet: what gives the same step by hand. Questions have numbers, answers letters, steps 1 to 5."""

from __future__ import annotations

from string import ascii_lowercase

from checker.model import Graded, Rule, Step
from checker.reasons import because
from checker.rulebook import QUESTIONS, RULES, STEPS, TOPICS
from checker.thresholds import AT_LEAST, rule_bits
from checker.tree import Node, el
from overrides.pages.figures import table

__all__ = ["NUMBER", "mark", "worksheet_pairs", "worksheet_questions"]

ASKED = {id_: question for topic in TOPICS for id_ in topic.questions if isinstance(question := QUESTIONS[id_], Graded)}
NUMBER = {question: str(n) for n, question in enumerate(ASKED, 1)}
TOGETHER = sorted((rule for rule in RULES if len(rule.when) > 1), key=lambda rule: -rule.step)


def step_alone(question: str, option: str) -> Step:
    """The step that one answer establishes with nothing else known."""
    met = AT_LEAST[question][option]
    return max(rule.step for rule in RULES if rule_bits(rule) & met == rule_bits(rule))


def mark(question: str, option: str) -> str:
    """An answer's number and letter, such as 4b."""
    return NUMBER[question] + ascii_lowercase[ASKED[question].ids().index(option)]


def counts_with_others(question: Graded, option: str) -> bool:
    """Whether a row of the table names this answer or one before it."""
    place = question.ids().index(option)
    named = (rule.when[question.id] for rule in TOGETHER if question.id in rule.when)
    return any(question.ids().index(each) <= place for each in named)


def answer_row(question: Graded, option: str, text: str) -> Node:
    last = " \u2020" if question.most_alone == option else ""
    more = "+" if counts_with_others(question, option) else ""
    return el(
        "li",
        {"data-answer": f"{question.id}={option}"},
        el("span", "tick", mark(question.id, option)),
        el("span", "", text + last),
        el("span", "alone", f"{step_alone(question.id, option) + 1}{more}"),
    )


def question_node(question: Graded) -> Node:
    mark = [] if question.applies_alone else [el("span", "others", " \u25c6")]
    return el(
        "li",
        {"class": "sheet-question", "data-question": NUMBER[question.id]},
        el("p", "sheet-asks", f"{NUMBER[question.id]}. {question.asks}", *mark),
        el("ul", "sheet-answers", *(answer_row(question, option.id, option.text) for option in question.options)),
    )


def worksheet_questions() -> Node:
    """The first side: each question that can move the step, and beside each answer the step that it gives alone."""
    steps = ", ".join(f"{step + 1} {title.lower()}" for step, (title, _) in STEPS.items())
    return el(
        "div",
        {"class": "sheet", "data-not-searched": ""},
        el(
            "p",
            "sheet-steps",
            el("strong", "", "Steps: "),
            f"{steps}. Each answer ends with its step; + means: see the table too.",
        ),
        el("ul", "sheet-questions", *map(question_node, ASKED.values())),
    )


def pair_row(rule: Rule) -> Node:
    parts = sorted((mark(*pair) for pair in rule.when.items()), key=lambda part: int(part[:-1]))
    return el(
        "tr",
        "",
        el("td", "", " and ".join(parts)),
        el("td", "", because(rule.when)),
        el("td", "", str(rule.step + 1)),
    )


def worksheet_pairs() -> Node:
    """The second side: the answers that together give a higher step than each alone."""
    return table(
        {"class": "sheet-pairs", "data-not-searched": ""},
        el("caption", "", "Answers that count when they are together, each at its letter or a later one"),
        el(
            "thead",
            "",
            el("tr", "", *(el("th", {"scope": "col"}, head) for head in ("Answers", "Why", "Step"))),
        ),
        el("tbody", "", *map(pair_row, TOGETHER)),
    )
