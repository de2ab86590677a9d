"""What a trainer needs of the worked examples: exercises, pairs, a blind-rating sheet, its wall chart and its key."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from checker.assess import assess
from checker.bases import mark
from checker.examples import Example
from checker.result import Result
from checker.rulebook import QUESTIONS, STEPS
from checker.tree import Node, el, joined
from checker.wording import NAMED_FIRST, not_known_by_weight
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


def rating_chart(stories: Lettered, in_less: Lettered) -> Node:
    """A row for each story, a column for each step, to be filled with marks. `in_less`: the rows of a short session."""
    head = el("tr", "", el("th", {"scope": "col"}, "Story"), *(el("th", {"scope": "col"}, each) for each in CHOICES))
    rows = (el("tr", "", el("th", {"scope": "row"}, letter), *(el("td") for _ in CHOICES)) for letter, _ in stories)
    caption = el("caption", "", "One mark for each sheet: the marks in a row show the spread")
    letters = joined([letter for letter, _ in in_less], "and")
    return el(
        "div",
        "",
        el("p", "", f"For 60 minutes, draw only the rows {letters}."),
        el("table", "rating-chart", caption, el("thead", "", head), el("tbody", "", *rows)),
    )


def answered(question: str, told: Sequence[Node]) -> list[Node]:
    """A question of the exercises with what the checker says to it; nothing where it says nothing."""
    if not told:
        return []
    return [el("p", "asked", el("strong", "", question)), el("ul", "", *(el("li", "", each) for each in told))]


def needed(result: Result) -> list[str]:
    return [line.text for row in (*result.needs_child, *result.needs_other) for line in row.lines]


def key_row(letter: str, story: Example, result: Result, in_every_story: Sequence[str]) -> Node:
    """Where the checker places a story, and answers to compare with for each question of the exercises."""
    why = [
        el("span", "", f"{reason.because} ", mark((reason.rule.clause,), reason.rule.source))
        for reason in result.reasons
    ]
    not_known = [QUESTIONS[question].asks for question in not_known_by_weight(story.answers, result)[:NAMED_FIRST]]
    today = [line.text for row in result.route for line in row.now]
    needs = [line for line in needed(result) if line not in in_every_story]
    return el(
        "li",
        "",
        el("p", "", el("strong", "", letter), " ", example_link(story), f": {fits(story)}"),
        story_text(story),
        *answered("Which words of the policy say so?", why),
        *answered("What would we say we do not know?", not_known),
        *answered("What would we do today?", today),
        *answered("What else does each child need?", needs),
        *disagreement(story),
    )


def rating_key(stories: Lettered, in_less: Lettered) -> Node:
    """What the checker says of each story, and what decides it: first the stories that the shorter session rates."""
    results = {letter: assess(story.answers) for letter, story in stories}
    first, *others = map(needed, results.values())
    in_every_story = [line for line in first if all(line in each for each in others)]
    the_others = [each for each in stories if each not in in_less]
    return el(
        "div",
        "rating-key",
        *answered("What does each child need, in every story?", in_every_story),
        *(
            node
            for id_, title, rows in (
                ("key-60", "The four stories of 60 minutes", in_less),
                ("key-120", "The other four, for 120 minutes", the_others),
            )
            for node in (
                el("h3", {"id": id_}, title),
                el(
                    "ul",
                    "key-rows",
                    *(key_row(letter, story, results[letter], in_every_story) for letter, story in rows),
                ),
            )
        ),
    )
