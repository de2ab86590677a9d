"""Practice: the reader places a published example and says why, then sees the checker's result beside it. No points."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from checker.assess import assess
from checker.bases import basis
from checker.examples import Example
from checker.model import Graded
from checker.placed import scale, where_it_falls
from checker.result import Result
from checker.rulebook import QUESTIONS, STEPS, TOPICS
from checker.tree import Node, el
from checker.wording import answer_words
from overrides.pages.examples import NOT_PLACED, by_step, disagreement, fits, pair_text, story_text
from overrides.pages.projector import controls, part, screen_title, to_projector
from overrides.words.examples import Pair, contrasts

__all__ = ["practice", "practice_contrasts"]

COMPARED = {"both": "You and the checker", "its": "The checker", "yours": "You"}
PLACES = {step.id: title for step, (title, _) in STEPS.items()} | dict([NOT_PLACED])


def option(kind: str, name: str, value: str, text: str, *, decides: bool) -> Node:
    """What the reader may choose. Whose choice it is, theirs or the checker's, is shown with the checker's result."""
    id_ = f"{name}-{value}"
    field = el("input", {"type": kind, "id": id_, "name": name})
    whose = ("both", "its") if decides else ("yours",)
    return el(
        "li",
        {"class": "option", **({"data-decides": ""} if decides else {})},
        field,
        el("label", {"for": id_}, text),
        *(el("strong", f"compared compared-{each}", f" {COMPARED[each]}") for each in whose),
    )


def asked(title: str, options: Iterable[Node], shown_as: dict[str, str]) -> Node:
    return el("fieldset", {"class": "question"} | shown_as, el("legend", "asks", title), el("ul", "options", *options))


def where(example: Example, place: str) -> Node:
    name = f"place-{example.id}"
    return asked(
        "Where would you place it?",
        (option("radio", name, value, title, decides=value == place) for value, title in PLACES.items()),
        part("story", also="scale"),
    )


def why(example: Example, result: Result) -> list[Node]:
    """What is known of the behaviour, for the reader to choose what weighs; nothing where nothing is."""
    decides = {question for reason in result.reasons for question in reason.answers}
    known = [
        option(
            "checkbox",
            f"why-{example.id}",
            question,
            f"{QUESTIONS[question].asks} {answer_words(question, value)}.",
            decides=question in decides,
        )
        for question, value in example.answers.given.items()
        if isinstance(QUESTIONS[question], Graded)
    ]
    return [asked("Why? Choose your reasons.", known, part("known", also="why"))] if known else []


def shown(example: Example, number: int, result: Result) -> Node:
    reasons = (
        el("li", "", el("p", "because", row.because), basis((row.rule.clause,), row.rule.source))
        for row in result.reasons
    )
    return el(
        "details",
        "practice-shown",
        el("summary", "", "Show what the checker says"),
        el("div", part("scale"), *where_it_falls(result), scale(result)),
        el(
            "div",
            part("why"),
            el("ul", "reasons", *reasons),
            *disagreement(example),
            el("p", "", el("a", {"href": f"/check/index.md?example={number}"}, "Open this example in the checker")),
        ),
    )


def topics_of(example: Example) -> list[str]:
    return [topic.id for topic in TOPICS if any(question in example.answers.given for question in topic.questions)]


def case(example: Example, number: int, place: str) -> Node:
    result = assess(example.answers)
    return el(
        "li",
        {"data-case": example.id, "data-step": place, "data-topic": " ".join(topics_of(example))},
        el(
            "details",
            "case",
            el("summary", "", example.title),
            el("div", part("story"), story_text(example)),
            el("p", "", to_projector(example)),
            el(
                "form",
                {"method": "dialog", "autocomplete": "off"},
                where(example, place),
                *why(example, result),
            ),
            shown(example, number, result),
        ),
    )


def choice(name: str, label: str, options: Iterable[tuple[str, str]]) -> Node:
    every = el("option", {"value": ""}, "All")
    return el(
        "p",
        "",
        el("label", {"for": f"choose-{name}"}, label),
        " ",
        el(
            "select",
            {"id": f"choose-{name}", "name": name},
            every,
            *(el("option", {"value": value}, title) for value, title in options),
        ),
    )


def choose() -> Node:
    """Which examples, in which order: the page's script puts them in its address, so that a room has the same."""
    number = {"id": "choose-order", "name": "order", "type": "text", "inputmode": "numeric", "autocomplete": "off"}
    return el(
        "form",
        {"class": "choose", "data-choose": "", "hidden": "hidden", "method": "dialog"},
        choice("step", "Step, for the trainer", PLACES.items()),
        choice("topic", "Topic", ((topic.id, topic.title) for topic in TOPICS)),
        el("p", "", el("label", {"for": "choose-order"}, "Order, as a number"), " ", el("input", number)),
        el("p", "", el("button", {"type": "submit", "class": "button"}, "Show these")),
        el("p", "", to_projector(class_="button button-quiet")),
        el(
            "p",
            {"role": "status", "data-none": "", "hidden": "hidden"},
            "No example fits. Choose 'All' for step or topic.",
        ),
        el("p", {"role": "alert", "data-wrong": "", "hidden": "hidden"}, "The order is a whole number, such as 7."),
    )


def practice(examples: Sequence[Example], numbers: Mapping[str, int]) -> Node:
    """Every example in an order that gives no step away, by title."""
    places = {example.id: place for (place, _), placed in by_step(examples).items() for example in placed}
    by_title = sorted(examples, key=lambda each: each.title)
    cases = (case(example, numbers[example.id], places[example.id]) for example in by_title)
    return el(
        "div",
        {"class": "practice", "data-practice": ""},
        choose(),
        screen_title(),
        el("ol", {"data-cases": ""}, *cases),
        controls(),
    )


def contrast(pair: Pair) -> Node:
    """Without their titles, which say too much."""
    told = (el("li", "", f"{example.title}: {fits(example)}.") for example in pair)
    shown = el("details", "", el("summary", "", "Show what differs"), el("p", "", pair_text(pair)), el("ol", "", *told))
    return el("li", "contrast", el("ol", "sides", *(el("li", "", story_text(example)) for example in pair)), shown)


def practice_contrasts(examples: Sequence[Example]) -> Node:
    """Each pair side by side, in the order of their titles."""
    pairs = sorted(contrasts(examples), key=lambda pair: pair[0].title)
    return el("ul", "contrasts", *map(contrast, pairs))
