"""Every question with its options, whether it can move the step, and what it is asked for."""

from __future__ import annotations

from checker.bases import basis
from checker.model import Age, Choice, Graded, Question, Several
from checker.rulebook import CLASHES, GRADED, QUESTIONS, RULES, TOPICS
from checker.tree import Node, el
from overrides.words.settings import Settings, approval

__all__ = ["question_list", "rests_on"]

SCALE = {question.id for question in GRADED}


def takes(question: Question) -> list[Node]:
    """The answers that a question takes."""
    if isinstance(question, Age):
        return [el("p", "", f"A whole number of years, {question.least} to {question.most}.")]
    assert isinstance(question, Choice)
    ordered = isinstance(question, Graded)
    several = [el("p", "", "More than one may be true.")] if isinstance(question, Several) else []
    options = (el("li", "", option.text) for option in question.options)
    return [*several, el("ol" if ordered else "ul", "takes", *options)]


def moves(question: Question) -> str:
    """What a question that no rule names can do."""
    if any(clash.question == question.id and clash.other in SCALE for clash in CLASHES):
        return (
            "One of its answers removes other questions, and so rules out higher steps. "
            "If you are unsure, leave it blank."
        )
    return "It never moves the step. It can change what to do."


def rests_on(question: Question) -> tuple[list[str], list[str]]:
    """The clauses and the sources that a question serves: its own, and those of the rules that name it."""
    rules = [rule for rule in RULES if question.id in rule.when]
    clauses = dict.fromkeys(clause for clause in (*question.clauses, *(rule.clause for rule in rules)) if clause)
    sources = dict.fromkeys(source for source in (question.source, *(rule.source for rule in rules)) if source)
    return [*clauses], [*sources]


def serves(question: Question) -> list[Node]:
    """What a question is asked for, and what it serves."""
    decides = any(question.id in rule.when for rule in RULES)
    clauses, sources = rests_on(question)
    told = el("p", "", " ".join((question.why, *(() if decides else (moves(question),)))))
    return [told, *([basis(clauses, "")] if clauses else []), *(basis((), source) for source in sources)]


def question_item(question: Question, approved: str) -> Node:
    alone = [] if question.applies_alone else [el("p", "", "Not asked when nobody else was involved.")]
    help_ = [el("p", "", question.help)] if question.help else []
    return el(
        "li",
        {"id": f"question-{question.id}", "class": "asked-question"},
        el("p", "because", question.asks),
        *help_,
        *takes(question),
        *alone,
        *serves(question),
        el("p", "approval", approved),
    )


def question_list(settings: Settings) -> Node:
    """By topic; the answers of a question that can move the step run from the least to the most concerning."""
    return el(
        "div",
        {"class": "questions", "data-not-searched": ""},
        *(
            node
            for topic in TOPICS
            for node in (
                el("h3", {"id": f"questions-{topic.id}"}, topic.title),
                el(
                    "ul",
                    "rules",
                    *(question_item(QUESTIONS[question], approval(settings)) for question in topic.questions),
                ),
            )
        ),
    )
