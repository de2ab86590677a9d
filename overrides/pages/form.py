"""The checker's form, made from its questions: whole without a script, and readable on paper."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from checker.model import Topic
from checker.rulebook import QUESTIONS, TOPICS
from checker.tree import Node, el
from overrides.pages.fields import NOT_KNOWN, question_field
from overrides.pages.find import finder

__all__ = ["Aliases", "checker_form"]

HIDDEN = {"hidden": "hidden"}
NEEDS_SCRIPT = {"data-needs-script": "", **HIDDEN}
SUMMARY = "check-answers"
CHECK = "Check your answers"
ONWARD = {"data-next": ""}

Aliases = Mapping[str, Sequence[str]]
"""The words that find a question, beside its own, by its id."""

PLACES = [*(f"topic-{topic.id}" for topic in TOPICS), SUMMARY]


def link(place: str, text: str, class_: str = "", **attributes: str) -> Node:
    return el("a", {"href": f"#{place}", **({"class": class_} if class_ else {}), **attributes}, text)


def topic_heading(topic: Topic, number: int) -> Node:
    """The way past a topic stands before the heading, which the focus comes to: the next stop is the first answer."""
    caption = el(
        "p",
        {"class": "caption", **NEEDS_SCRIPT},
        f"Topic {number} of {len(TOPICS)} ",
        link(PLACES[number], "Nothing known? Go on", **ONWARD),
    )
    return el("div", "topic-heading", caption, el("h2", {"id": PLACES[number - 1], "tabindex": "-1"}, topic.title))


def topic_section(topic: Topic, number: int, aliases: Aliases) -> Node:
    back = [link(PLACES[number - 2], "Back", "button button-quiet"), " "] if number > 1 else []
    return el(
        "section",
        "topic",
        topic_heading(topic, number),
        *(question_field(QUESTIONS[question], aliases.get(question, ())) for question in topic.questions),
        el(
            "p",
            {"class": "onward", **NEEDS_SCRIPT},
            *back,
            link(PLACES[number], "Continue", "button", **ONWARD),
        ),
    )


def check_answers() -> Node:
    """The summary, which the page's script fills in with what was asked and what was answered."""
    heading = {"id": SUMMARY, "class": "like-h2", "role": "heading", "aria-level": "2", "tabindex": "-1"}
    return el(
        "section",
        {"class": "topic", **NEEDS_SCRIPT},
        el("div", heading, CHECK),
        el("dl", {"class": "summary", "data-summary": ""}),
        el(
            "details",
            {"data-open": ""},
            el("summary", "", "Not known yet, or not asked"),
            el("dl", {"class": "summary", "data-blank": NOT_KNOWN}),
        ),
        el(
            "template",
            {"data-row": ""},
            el("div", "", el("dt"), el("dd"), el("dd", "", el("a", {"href": "#"}, "Change", el("span", "unseen")))),
        ),
    )


def ways() -> Node:
    """The two ways through the questions, and the topics: the page's script marks where the reader is."""
    return el(
        "nav",
        {"class": "ways", "id": "one-by-one", "aria-label": "Topics", **NEEDS_SCRIPT},
        el(
            "p",
            "",
            *(link("one-by-one", "A topic at a time"), " "),
            *(link("questions", "All on one page"), " "),
            link(SUMMARY, CHECK),
        ),
        el("ol", "", *(el("li", "", link(f"topic-{topic.id}", topic.title)) for topic in TOPICS)),
    )


def actions(*buttons: Node) -> Node:
    return el("p", {"class": "actions", **NEEDS_SCRIPT}, *buttons)


def checker_form(aliases: Aliases) -> Node:
    """Every question by topic. `method="dialog"`: without its script the form goes nowhere, nor do its answers."""
    return el(
        "form",
        {
            "id": "questions",
            "method": "dialog",
            "autocomplete": "off",
            "novalidate": "novalidate",
            "aria-label": "Questions",
        },
        ways(),
        finder(),
        *(topic_section(topic, number, aliases) for number, topic in enumerate(TOPICS, 1)),
        check_answers(),
        el("output", {"hidden": "hidden", "data-filled": ""}),
        el(
            "div",
            "beside",
            el("div", {"class": "progress-said", "role": "status", "data-progress": ""}),
            actions(el("button", {"type": "submit", "class": "button"}, "Show what I have so far")),
        ),
        actions(
            el("button", {"type": "button", "class": "button button-quiet", "data-clear": ""}, "Clear all answers"),
            " ",
            el("button", {"type": "button", "class": "button button-quiet", "data-undo": "", **HIDDEN}, "Undo clear"),
        ),
    )
