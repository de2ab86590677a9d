"""Trees and the rulebook as plain text, for the command line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from checker.cautions import CAUTIONS
from checker.model import Age, Choice, Question
from checker.needs import NEEDS_CHILD, NEEDS_OTHER
from checker.route import ROUTE
from checker.rulebook import QUESTIONS, RULES, TOPICS
from checker.tree import Node

__all__ = ["questions_text", "rules_text", "tree_text"]

BLOCKS = {"div", "section", "ul", "ol", "details"}


def inline(node: Node) -> str:
    if isinstance(node, str):
        return node
    tag, attributes, *children = node
    if tag == "clause":
        return f"[{attributes['ref']}]"
    return "".join(map(inline, children))


def lines(node: Node) -> Iterator[str]:
    if isinstance(node, str):
        yield node
        return
    tag, _, *children = node
    if tag == "li":
        first, *others = [line for child in children for line in lines(child)] if holds_blocks(node) else [inline(node)]
        yield f"- {first}"
        yield from (f"  {line}" for line in others)
    elif tag in BLOCKS:
        yield from (line for child in children for line in lines(child))
    elif tag in {"h2", "h3", "summary"}:
        yield ""
        yield inline(node) if tag == "h3" else inline(node).upper()
    elif text := inline(node):
        yield text


def holds_blocks(node: Node) -> bool:
    return any(isinstance(child, list) and child[0] in {"p", *BLOCKS} for child in node[2:])


def tree_text(tree: Node) -> str:
    """A tree of `present` as lines of text; contacts are left out, as the command line knows no publisher."""
    return "\n".join(lines(tree)).strip() + "\n"


def question_lines(question: Question) -> Iterator[str]:
    yield f"  {question.id}: {question.asks}"
    if question.help:
        yield f"    {question.help}"
    if isinstance(question, Age):
        yield f"    a whole number from {question.least} to {question.most}"
    if isinstance(question, Choice):
        yield from (f"    {option.id}: {option.text}" for option in question.options)


def questions_text() -> str:
    """Every question by topic, with its options, least concerning first."""
    told = [
        line
        for topic in TOPICS
        for line in (topic.title, *(line for id_ in topic.questions for line in question_lines(QUESTIONS[id_])), "")
    ]
    return "\n".join(told)


def rules_text() -> str:
    """Every rule, most concerning first, and the ids of route rows, needs and cautions."""
    rules = [
        f"{rule.step.id} {rule.id}: {' and '.join(f'{q} at least {o}' for q, o in rule.when.items()) or 'always'} "
        f"[{rule.clause or rule.source}]"
        for rule in sorted(RULES, key=lambda rule: -rule.step)
    ]
    ids: dict[str, Iterable[str]] = {
        "route": ROUTE,
        "needs of the child": NEEDS_CHILD,
        "needs of the other": NEEDS_OTHER,
        "cautions": CAUTIONS,
    }
    return "\n".join([*rules, "", *(f"{name}: {', '.join(rows)}" for name, rows in ids.items())]) + "\n"
