"""The rules, and the descriptors that no question decides, as trees for pages."""

from __future__ import annotations

from checker.bases import basis
from checker.model import Choice, Rule, Step
from checker.reasons import because
from checker.rulebook import QUESTIONS, RULES, STEPS, UNDECIDED
from checker.tree import Node, el
from overrides.words.settings import Settings, approval

__all__ = ["rules_by_step", "undecided_list"]


def answers_at_least(question: str, option: str) -> Node:
    """The answers to `question` at or above `option`, in words."""
    asked = QUESTIONS[question]
    assert isinstance(asked, Choice)
    options = asked.options[asked.ids().index(option) :]
    return el("ul", "one-of", *(el("li", "", f"\u201c{each.text}\u201d") for each in options))


def rule_item(rule: Rule, approved: str) -> Node:
    asked = [
        el(
            "li",
            "",
            el("a", {"href": f"/check/index.md#q-{question}"}, QUESTIONS[question].asks),
            answers_at_least(question, option),
        )
        for question, option in rule.when.items()
    ]
    met = [el("ul", "rule-answers", *asked)] if asked else []
    return el(
        "li",
        {"id": f"rule-{rule.id}", "class": "rule"},
        el("p", "because", because(rule.when)),
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
