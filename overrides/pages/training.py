"""What a trainer needs of the worked examples: exercises, pairs, a blind-rating sheet, its wall chart and its key."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from checker.assess import assess
from checker.bases import basis
from checker.examples import Example
from checker.rulebook import STEPS
from checker.tree import Node, el
from overrides.pages.examples import by_step, disagreement, fits, pair_text, story_text
from overrides.words.examples import Lettered, contrasts

__all__ = ["exercises", "pairs", "rating_chart", "rating_key", "rating_sheet"]

CANNOT_TELL = "Cannot tell"
CHOICES = (*(title for title, _ in STEPS.values()), CANNOT_TELL)


def example_link(example: Example) -> Node:
    return el("a", {"href": f"/check/examples.md#{example.id}"}, example.title)


def retold(example: Example) -> list[Node]:
    return [story_text(example), *disagreement(example)]


def exercises(examples: Iterable[Example], *, told: bool = False) -> Node:
    """Every example, under the step that its known answers establish; `told`: with its story, to be read on paper."""
    sections = (
        node
        for (id_, title), placed in by_step(examples).items()
        for node in (
            el("h3", {"id": f"exercises-{id_}"}, title),
            el(
                "ul",
                "",
                *(el("li", "", example_link(each), *(retold(each) if told else [])) for each in placed),
            ),
        )
    )
    return el("div", "exercises", *sections)


def pairs(examples: Sequence[Example]) -> Node:
    """Each pair that differs in one answer: where the two fall, and what differs."""
    rows = (
        el(
            "li",
            "",
            *(
                node
                for each in pair
                for node in (
                    el("p", "", example_link(each), f": {fits(each)}"),
                    story_text(each),
                )
            ),
            el("p", "", pair_text(pair)),
        )
        for pair in contrasts(examples)
    )
    return el("ul", "pairs", *rows)


def rating_sheet(stories: Lettered) -> Node:
    """The stories without their titles or results, each with the steps to ring."""
    rows = (
        el(
            "li",
            "rating-row",
            el("p", "", el("strong", "", letter), " ", story.story),
            el(
                "ul",
                {"class": "ring-one", "aria-label": f"{letter}: ring one"},
                *(el("li", "", each) for each in CHOICES),
            ),
            el("p", "decided", "What decided it? ____________________________________"),
        )
        for letter, story in stories
    )
    return el("ul", "rating", *rows)


def rating_chart(stories: Lettered) -> Node:
    """A row for each story and a column for each step, to be filled with marks."""
    head = el("tr", "", el("th", {"scope": "col"}, "Story"), *(el("th", {"scope": "col"}, each) for each in CHOICES))
    rows = (el("tr", "", el("th", {"scope": "row"}, letter), *(el("td") for _ in CHOICES)) for letter, _ in stories)
    caption = el("caption", "", "One mark for each sheet: the marks in a row show the spread")
    return el("table", "rating-chart", caption, el("thead", "", head), el("tbody", "", *rows))


def key_row(letter: str, story: Example) -> Node:
    why = [
        el("li", "", reason.because, basis((reason.rule.clause,), reason.rule.source))
        for reason in assess(story.answers).reasons
    ]
    placed = el("p", "", el("strong", "", letter), " ", example_link(story), f": {fits(story)}")
    return el("li", "", placed, el("ul", "", *why), *disagreement(story))


def rating_key(stories: Lettered) -> Node:
    """What the checker says of each story, and what decides it."""
    rows = (key_row(letter, story) for letter, story in stories)
    return el("ul", "rating-key", *rows)
