"""The worked examples: by step, each with its answers, its result and what it is to be compared with."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence

from checker.assess import assess, range_for
from checker.examples import Example
from checker.model import Step
from checker.present import result_tree
from checker.rulebook import QUESTIONS, STEPS
from checker.tree import Node, el
from checker.wording import answer_words
from overrides.words.examples import Pair, contrasts, differing

__all__ = [
    "NOT_PLACED",
    "by_step",
    "disagreement",
    "example_sections",
    "fits",
    "form_pairs",
    "pair_text",
    "story_text",
]


def form_pairs(example: Example) -> str:
    """An example's answers as the fields of the form."""
    pairs = [
        [question, str(each)]
        for question, value in example.answers.given.items()
        for each in (value if isinstance(value, tuple) else (value,))
    ]
    return json.dumps(pairs)


NOT_PLACED = ("not-placed", "Cannot be placed yet")


def by_step(examples: Iterable[Example]) -> dict[tuple[str, str], list[Example]]:
    """The examples under the id and the title of the step that their known answers establish, the lowest first.

    Where those establish nothing, and more is not ruled out, they stand apart: what is not known is never normal.
    """
    places = [*((step.id, STEPS[step][0]) for step in Step), NOT_PLACED]
    by_place: dict[tuple[str, str], list[Example]] = {place: [] for place in places}
    for example in examples:
        placed = range_for(example.answers)
        open_ = placed.least == Step.NORMAL and placed.width
        by_place[NOT_PLACED if open_ else (placed.least.id, STEPS[placed.least][0])].append(example)
    return by_place


def pair_text(pair: Pair) -> str:
    """What differs between the two, in words: the question, and the answer of each."""
    question = differing(pair)[0]
    answers = (example.answers.given.get(question) for example in pair)
    said = ("Not known" if answer is None else answer_words(question, answer) for answer in answers)
    return f"{QUESTIONS[question].asks} " + " / ".join(f"\u201c{words}\u201d" for words in said)


def compared(example: Example, pairs: Iterable[Pair]) -> list[Node]:
    """The examples that one answer tells from this one."""
    return [
        el(
            "p",
            "compare",
            el("strong", "", "Compare:"),
            " ",
            el("a", {"href": f"#{other.id}"}, other.title),
            f". One answer differs. {pair_text(pair)}",
        )
        for pair in pairs
        if example in pair
        for other in pair
        if other is not example
    ]


def disagreement(example: Example) -> list[Node]:
    """Where practitioners may disagree, and why, as a paragraph; nothing where the example does not say."""
    if not example.disagree:
        return []
    return [el("p", "disagree", el("strong", "", "Where practitioners may disagree."), f" {example.disagree}")]


def fits(example: Example) -> str:
    """Where an example falls, never as one word alone."""
    placed = range_for(example.answers)
    least, most = (STEPS[step][0].lower() for step in (placed.least, placed.most))
    return f"fits {least}" if placed.least == placed.most else f"fits {least}; up to {most} not ruled out"


def story_text(example: Example) -> Node:
    return el("p", "story-text", example.story)


def example_section(example: Example, pairs: Iterable[Pair]) -> list[Node]:
    answers = (
        node
        for question, value in example.answers.given.items()
        for node in (el("dt", "", QUESTIONS[question].asks), el("dd", "", answer_words(question, value)))
    )
    result = assess(example.answers, lower=True)
    return [
        el("h3", {"id": example.id}, example.title),
        story_text(example),
        *compared(example, pairs),
        *disagreement(example),
        el("p", "", el("a", {"href": f"/check/index.md?example={example.id}"}, "Open this example in the checker")),
        el("details", "", el("summary", "", "The answers"), el("dl", "answers", *answers)),
        el(
            "details",
            "example-result",
            el("summary", "", f"The result: {fits(example)}"),
            demoted(result_tree(result, published=True), example.id),
        ),
    ]


def example_sections(examples: Sequence[Example]) -> Node:
    """By the step that the known answers establish; each with its answers and its result, readable with no script."""
    pairs = contrasts(examples)
    sections = [
        node
        for (id_, title), placed in by_step(examples).items()
        for node in (
            el("h2", {"id": f"from-{id_}"}, title),
            *(each for example in placed for each in example_section(example, pairs)),
        )
    ]
    return el("div", "examples", *sections)


def demoted(node: Node, prefix: str) -> Node:
    """`node` to stand under an `h3` beside its like: headings lower and out of the contents, ids its own."""
    if isinstance(node, str):
        return node
    tag, attributes, *children = node
    kept = {key: f"{prefix}-{value}" if key == "id" else value for key, value in attributes.items()}
    if tag in {"h2", "h3"}:
        kept |= {"class": f"like-{tag}", "role": "heading", "aria-level": str(int(tag[1]) + 2)}
        tag = "div"
    if tag == "a" and attributes.get("href", "").startswith("#q-"):
        kept["href"] = f"/check/index.md{attributes['href']}"
    return [tag, kept, *(demoted(child, prefix) for child in children)]
