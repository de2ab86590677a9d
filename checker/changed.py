"""What a changed answer changed: told in a paragraph, and marked where it stands in the result."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from checker.answers import Answers
from checker.model import Range
from checker.placed import ends_text
from checker.result import Result
from checker.rulebook import QUESTIONS
from checker.tree import Node, el
from checker.wording import answer_words

__all__ = ["Before", "changed_tree", "marked_as_new"]

NOT_KNOWN = "not known"


@dataclass(frozen=True, slots=True)
class Before:
    """Answers, and the result that was shown of them."""

    answers: Answers
    result: Result

    def lines(self) -> dict[str, str]:
        """What there is to do, by the ids of its lines."""
        return {line.id: line.text for row in self.result.route for line in row.now}


def said(answers: Answers, question: str) -> str:
    value = answers.given.get(question)
    return NOT_KNOWN if value is None else f"\u201c{answer_words(question, value)}\u201d"


def changed_answers(old: Before, new: Before) -> list[str]:
    given = old.answers.given, new.answers.given
    return [question for question in QUESTIONS if given[0].get(question) != given[1].get(question)]


def falls(old: Range, new: Range) -> str:
    if old == new:
        return f"Where it falls has not changed: {ends_text(new)}."
    return f"It fell at {ends_text(old)}. It now falls at {ends_text(new)}."


def to_do(old: Before, new: Before) -> list[Node]:
    """What has come to what there is to do, and what has gone from it."""
    was, is_ = old.lines(), new.lines()
    rows = {row.id for row in new.result.route}
    gone = [row.now[0].text for row in old.result.route if row.now and row.id not in rows]
    if was == is_:
        return [el("p", "", "What to do has not changed.")]
    come = any(was.get(id_) != text for id_, text in is_.items())
    told = ["What to do has changed."] + ["What is new is marked below."] * come
    return [el("p", "", " ".join(told)), *(el("p", "", f"No longer called for: {text}") for text in gone)]


def changed_tree(old: Before, new: Before) -> list[Node]:
    """What changed, to be read out when it is shown; nothing where no answer did."""
    questions = changed_answers(old, new)
    answers = (
        el(
            "p",
            "",
            f"{QUESTIONS[question].asks} It was {said(old.answers, question)}. "
            f"It is now {said(new.answers, question)}.",
        )
        for question in questions
    )
    told = (*answers, el("p", "", falls(old.result.range, new.result.range)), *to_do(old, new))
    return [el("div", {"class": "changed-answers", "tabindex": "-1"}, *told)] if questions else []


def new_ids(old: Before, new: Before) -> set[str]:
    """The rows that say something else than before, and the answers that changed."""
    was = old.lines()
    rows = {row.id for row in new.result.route for line in row.now if was.get(line.id) != line.text}
    return rows | set(changed_answers(old, new))


def marked(node: Node, ids: Iterable[str]) -> Node:
    if isinstance(node, str):
        return node
    tag, attributes, *children = node
    nodes = [marked(child, ids) for child in children]
    if tag == "li" and attributes.get("data-id") in ids:
        return [tag, {**attributes, "data-new": ""}, el("strong", "new", "Changed"), " ", *nodes]
    return [tag, attributes, *nodes]


def marked_as_new(tree: Node, old: Before, new: Before) -> Node:
    """`tree` with a mark on each row of what to do, and on each answer, that is not as it was."""
    return marked(tree, new_ids(old, new))
