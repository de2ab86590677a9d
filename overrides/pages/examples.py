"""The worked examples: by age, each opening on its story; its answers and its result are covered until asked for."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence

from checker.assess import assess, range_for
from checker.examples import Example
from checker.model import Step
from checker.present import result_tree
from checker.rulebook import QUESTIONS, STEPS
from checker.tree import Node, el
from checker.wording import answer_words
from overrides.pages.projector import to_projector
from overrides.words.examples import Pair, contrasts, differing

__all__ = [
    "NOT_PLACED",
    "by_age",
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


BY_STEP = "by-step"
OPENS_ON_ITS_STORY = (
    "They stand by age. Read a story first, and place it yourself. "
    "Its answers and its result are folded under it. For trainers, a "
)
AGES = (
    ("up-to-4", "A child of 4 or under", range(5)),
    ("5-to-10", "A child of 5 to 10", range(5, 11)),
    ("11-to-13", "A child of 11 to 13", range(11, 14)),
    ("14-and-15", "A young person of 14 or 15", range(14, 16)),
    ("16-and-17", "A young person of 16 or 17", range(16, 18)),
)
AGE_NOT_KNOWN = ("age-not-known", "Age not known")


def by_age(examples: Iterable[Example]) -> dict[tuple[str, str], list[Example]]:
    """The examples under an id and a title for the child's age, each group by title: no order that tells of a step."""
    groups: dict[tuple[str, str], list[Example]] = {(f"age-{id_}", title): [] for id_, title, _ in AGES}
    groups[AGE_NOT_KNOWN] = []
    for example in sorted(examples, key=lambda each: each.title):
        age = example.answers.given.get("age")
        found = next(((f"age-{id_}", title) for id_, title, ages in AGES if age in ages), AGE_NOT_KNOWN)
        groups[found].append(example)
    return groups


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


def example_section(example: Example, number: int, pairs: Iterable[Pair]) -> list[Node]:
    """An example as it opens: its story. What would give its step away is folded, and no summary says it."""
    answers = (
        node
        for question, value in example.answers.given.items()
        for node in (el("dt", "", QUESTIONS[question].asks), el("dd", "", answer_words(question, value)))
    )
    result = assess(example.answers, lower=True)
    in_checker = el("a", {"href": f"/check/index.md?example={number}"}, "Open this example in the checker")
    return [
        el("h3", {"id": example.id}, example.title),
        story_text(example),
        el("details", "", el("summary", "", "The answers"), el("dl", "answers", *answers), *compared(example, pairs)),
        el(
            "details",
            "example-result",
            el("summary", "", "Show the result"),
            *disagreement(example),
            demoted(result_tree(result, published=True), example.id),
        ),
        el("p", "example-links", to_projector(example), " ", in_checker),
    ]


def step_index(examples: Iterable[Example]) -> list[Node]:
    """Where a trainer finds the examples of a step, folded, after all of them."""
    rows = (
        node
        for (id_, title), placed in by_step(examples).items()
        for node in (
            el("dt", {"id": f"from-{id_}"}, title),
            *(el("dd", "", el("a", {"href": f"#{example.id}"}, example.title)) for example in placed),
        )
    )
    return [
        el("h2", {"id": BY_STEP}, "For trainers: by step"),
        el("details", "step-index", el("summary", "", "Show which examples are at each step"), el("dl", "", *rows)),
    ]


def example_sections(examples: Sequence[Example], numbers: Mapping[str, int]) -> Node:
    """By age; each with its answers and its result, readable with no script."""
    pairs = contrasts(examples)
    sections = [
        node
        for (id_, title), group in by_age(examples).items()
        if group
        for node in (
            el("h2", {"id": id_}, title),
            *(each for example in group for each in example_section(example, numbers[example.id], pairs)),
        )
    ]
    told = el("p", "", OPENS_ON_ITS_STORY, el("a", {"href": f"#{BY_STEP}"}, "list by step"), " is at the end.")
    return el("div", "examples", told, el("p", "", to_projector()), *sections, *step_index(examples))


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
