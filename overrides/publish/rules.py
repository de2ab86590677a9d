"""The rules, the descriptors that no question decides, and the worked examples, as trees for pages."""

from __future__ import annotations

import json
from collections.abc import Iterable

from checker.assess import assess
from checker.examples import Example
from checker.model import Choice, Rule, Step
from checker.present import result_tree
from checker.rulebook import QUESTIONS, RULES, STEPS, UNDECIDED
from checker.tree import Node, basis, el
from overrides.publish.settings import Settings, approval

__all__ = ["example_sections", "form_pairs", "rules_by_step", "undecided_list"]


def answers_at_least(question: str, option: str) -> Node:
    """The answers to `question` at or above `option`, in words."""
    asked = QUESTIONS[question]
    assert isinstance(asked, Choice)
    found = asked.options[asked.ids().index(option) :]
    return el("ul", "one-of", *(el("li", "", f"\u201c{each.text}\u201d") for each in found))


def rule_item(rule: Rule, approved: str) -> Node:
    asked = [
        el(
            "li",
            "",
            el("a", {"href": f"index.md#q-{question}"}, QUESTIONS[question].asks),
            answers_at_least(question, option),
        )
        for question, option in rule.when.items()
    ]
    met = [el("ul", "rule-answers", *asked)] if asked else []
    return el(
        "li",
        {"id": f"rule-{rule.id}", "class": "rule"},
        el("p", "because", rule.because),
        *met,
        basis((rule.clause,), rule.source),
        el("p", "approval", approved),
    )


def rules_by_step(settings: Settings) -> Node:
    """Every rule, most concerning step first: the order in which a reader without a computer works through them."""
    sections: list[Node] = []
    for step in reversed(Step):
        title, clause = STEPS[step]
        rules = [rule_item(rule, approval(settings)) for rule in RULES if rule.step == step]
        sections += [
            el("h3", {"id": f"rules-{step.id}"}, title),
            basis((clause,), ""),
            el("ol", "rules", *rules),
        ]
    return el("div", "rules-by-step", *sections)


def undecided_list() -> Node:
    rows = (el("li", "", row.reason, " ", el("clause", {"ref": row.clause})) for row in UNDECIDED)
    return el("ul", "undecided", *rows)


def form_pairs(example: Example) -> str:
    """An example's answers as the fields of the form."""
    pairs = [
        [question, str(each)]
        for question, value in example.answers.given.items()
        for each in (value if isinstance(value, tuple) else (value,))
    ]
    return json.dumps(pairs)


def answer_words(question: str, value: object) -> str:
    asked = QUESTIONS[question]
    if not isinstance(asked, Choice):
        return str(value)
    chosen = value if isinstance(value, tuple) else (value,)
    return ", ".join(option.text for option in asked.options if option.id in chosen)


def example_section(example: Example) -> list[Node]:
    answers = (
        node
        for question, value in example.answers.given.items()
        for node in (el("dt", "", QUESTIONS[question].asks), el("dd", "", answer_words(question, value)))
    )
    result = assess(example.answers, lower=True)
    return [
        el("h2", {"id": example.id}, example.title),
        el("p", "", example.story),
        el("p", "", el("a", {"href": f"index.md?example={example.id}"}, "Open this example in the checker")),
        el("details", "", el("summary", "", "The answers"), el("dl", "answers", *answers)),
        el("details", "example-result", el("summary", "", "The result"), demoted(result_tree(result), example.id)),
    ]


def example_sections(examples: Iterable[Example]) -> Node:
    """Each example with its answers and its result, readable with no script."""
    return el("div", "examples", *(node for example in examples for node in example_section(example)))


def demoted(node: Node, prefix: str) -> Node:
    """`node` to stand under an `h2` beside its like: headings lower and out of the contents, ids its own."""
    if isinstance(node, str):
        return node
    tag, attributes, *children = node
    kept = {key: f"{prefix}-{value}" if key == "id" else value for key, value in attributes.items()}
    if tag in {"h2", "h3"}:
        kept |= {"class": f"like-{tag}", "role": "heading", "aria-level": str(int(tag[1]) + 1)}
        tag = "div"
    if tag == "a" and attributes.get("href", "").startswith("#q-"):
        kept["href"] = f"index.md{attributes['href']}"
    return [tag, kept, *(demoted(child, prefix) for child in children)]
