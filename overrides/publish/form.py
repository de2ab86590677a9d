"""The checker's form, made from its questions: whole without a script, and readable on paper."""

from __future__ import annotations

from checker.model import Age, Choice, Graded, Question, Several, Topic
from checker.rulebook import QUESTIONS, TOPICS
from checker.tree import Node, el

__all__ = ["checker_form"]

NOT_KNOWN = "We do not know yet"
ALONE = "involved=nobody"


def option(question: Question, kind: str, value: str, text: str) -> Node:
    id_ = f"q-{question.id}-{value or 'not-known'}"
    attributes = {"type": kind, "id": id_, "name": question.id, "value": value}
    if not value:
        attributes["checked"] = "checked"
    return el("div", "option", el("input", attributes), el("label", {"for": id_}, text))


def options(question: Choice) -> list[Node]:
    several = isinstance(question, Several)
    found = [option(question, "checkbox" if several else "radio", each.id, each.text) for each in question.options]
    return found if several else [*found, option(question, "radio", "", NOT_KNOWN)]


def described_by(question: Question) -> dict[str, str]:
    return {"aria-describedby": f"h-{question.id}"} if question.help else {}


def hint(question: Question) -> list[Node]:
    return [el("p", {"class": "hint", "id": f"h-{question.id}"}, question.help)] if question.help else []


def applies(question: Question) -> dict[str, str]:
    return {} if question.applies_alone else {"data-not-when": ALONE}


def does_not_apply(question: Question) -> list[Node]:
    if question.applies_alone:
        return []
    return [el("p", {"class": "not-asked", "hidden": "hidden"}, "Not asked: nobody else was involved.")]


def age_field(question: Age) -> Node:
    field = {
        "type": "text",
        "inputmode": "numeric",
        "id": f"q-{question.id}-value",
        "name": question.id,
        "maxlength": "8",
        "autocomplete": "off",
        **described_by(question),
    }
    return el(
        "div",
        {"class": "question", "id": f"q-{question.id}", **applies(question)},
        el("label", {"class": "asks", "for": field["id"]}, question.asks),
        *hint(question),
        *does_not_apply(question),
        el("input", field),
    )


def question_field(question: Question) -> Node:
    if isinstance(question, Age):
        return age_field(question)
    assert isinstance(question, Choice)
    kind = "graded" if isinstance(question, Graded) else "fact"
    return el(
        "fieldset",
        {"class": f"question {kind}", "id": f"q-{question.id}", **applies(question), **described_by(question)},
        el("legend", "asks", question.asks),
        *hint(question),
        *does_not_apply(question),
        el("div", "options", *options(question)),
    )


def topic_section(topic: Topic) -> Node:
    id_ = f"topic-{topic.id}"
    return el(
        "section",
        "topic",
        el("h2", {"id": id_}, topic.title),
        *(question_field(QUESTIONS[question]) for question in topic.questions),
    )


def checker_form() -> Node:
    """Every question by topic. `method="dialog"`: without its script the form goes nowhere, nor do its answers."""
    return el(
        "form",
        {"method": "dialog", "autocomplete": "off", "novalidate": "novalidate", "aria-label": "Questions"},
        *map(topic_section, TOPICS),
        el(
            "p",
            {"class": "actions", "data-needs-script": "", "hidden": "hidden"},
            el("button", {"type": "submit", "class": "button"}, "Show the result"),
            " ",
            el("button", {"type": "button", "class": "button button-quiet", "data-clear": ""}, "Clear all answers"),
            " ",
            el(
                "button",
                {"type": "button", "class": "button button-quiet", "data-undo": "", "hidden": "hidden"},
                "Undo clear",
            ),
        ),
    )
