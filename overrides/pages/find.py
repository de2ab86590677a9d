"""The field that finds a question by the words that people use, and what is said of the questions that fit."""

from __future__ import annotations

from checker.tree import Node, el

__all__ = ["finder"]

FIELD, HINT = "find-question", "find-question-hint"
NUMBER = el("span", {"data-number": ""})
SAID: dict[str, list[Node]] = {
    "one": ["1 question fits."],
    "many": [NUMBER, " questions fit."],
    "none": ["No question fits. Try one other word, or empty the field to see every question."],
}


def finder() -> Node:
    """Shown by the page's script where there are many questions to find one among."""
    return el(
        "div",
        {"class": "find", "role": "search", "aria-label": "Questions", "data-find": "", "hidden": "hidden"},
        el("label", {"for": FIELD}, "Find a question"),
        el("input", {"type": "search", "id": FIELD, "aria-describedby": HINT}),
        el(
            "p",
            {"class": "hint", "id": HINT},
            "Write a word, such as threat, asleep or TikTok. Answers stay as they are.",
        ),
        el("div", {"class": "fits", "role": "status", "data-said": ""}),
        *(el("template", {"data-fits": name}, el("p", "", *nodes)) for name, nodes in SAID.items()),
    )
