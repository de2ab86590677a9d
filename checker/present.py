"""A result as a tree of elements: the page, the build and the command line show it."""

from __future__ import annotations

from collections.abc import Iterable

from checker.advice_tree import advice_list, later_list, to_do_list
from checker.answers import Answers
from checker.bases import basis
from checker.placed import beside_the_place, range_text, scale, where_it_falls
from checker.record import versions
from checker.result import Change, Result
from checker.route import ROUTE_TURNS_ON
from checker.rulebook import TERMS
from checker.sources import SOURCES
from checker.tree import Node, el, folded, items, section
from checker.why import clauses_in_full, not_placed, other_answers, why
from checker.wording import NAMED_FIRST, answer_text, question_link

__all__ = ["result_tree", "what_to_do"]

STATES = {"met": "Yes", "not_met": "No", "not_known": "Not known"}


def what_to_do(result: Result) -> Node:
    """What to do, with whom to call: the first thing that a result says."""
    today = any(row.today for row in result.route)
    title = "What to do today" if today else "What to do"
    tree = section("do", title, *to_do_list(result.route))
    return [tree[0], {"class": f"result-do {'today' if today else 'calm'}"}, *tree[2:]]


def more_to_do(result: Result) -> list[Node]:
    later = later_list(result.route)
    return [folded("more", "More on what to do, and what comes next", *later)] if later else []


def links(class_: str, questions: Iterable[str]) -> Node:
    return el("ul", class_, *(el("li", {"data-id": question}, question_link(question)) for question in questions))


def not_known(result: Result) -> list[Node]:
    """The graded questions without an answer: the most decisive, then the others."""
    if not result.unknown:
        return []
    told = "If you tell someone, say that these are not known. The answers that would settle most come first."
    first, others = result.unknown[:NAMED_FIRST], result.unknown[NAMED_FIRST:]
    more = [el("details", "", el("summary", "", f"{len(others)} more"), links("unknown", others))] if others else []
    return [el("p", "", told), links("unknown", first), *more]


def unknown(result: Result, answers: Answers | None) -> list[Node]:
    """What is not known and would move the place; with `answers`, then what else would change what to do.

    It is open where nothing can be placed: then it is the first thing to know.
    """
    others = set(answers.open if answers else ()) - set(result.unknown)
    turning = [question for question in ROUTE_TURNS_ON if question in others]
    told = "Say this too, if it is not known. It changes what to do."
    also = [el("p", "", told), links("turning", turning)] if turning else []
    lists = [*not_known(result), *also]
    first = el("p", "", el("strong", "", "Do not ask the child. Do not wait to find out."))
    return [folded("unknown", "What is not known", first, *lists, opened=not_placed(result))] if lists else []


def changes(id_: str, title: str, rows: Iterable[Change]) -> list[Node]:
    """Each answer that would change the result, with the range there would be then."""
    answers = [
        (
            question_link(row.question),
            " ",
            el("span", "answered", answer_text(row.question, row.option)),
            ":",
            range_text(row.range),
        )
        for row in rows
    ]
    return [folded(id_, title, items(id_, answers))] if answers else []


def needs(result: Result) -> list[Node]:
    both = (("The child whose behaviour it is", result.needs_child), ("Anyone who was harmed", result.needs_other))
    lists = [node for title, rows in both if rows for node in (el("h3", "", title), advice_list(rows, "needs"))]
    return [folded("needs", "The needs of each child", *lists)] if lists else []


def terms(result: Result) -> list[Node]:
    """The policy's words for such behaviour, where it has any."""
    rows = [(title, " ", el("clause", {"ref": clause})) for title, clause in map(TERMS.__getitem__, result.terms)]
    return [el("h3", "", "Words the policy uses"), items("terms", rows)] if rows else []


def words_and_signs(result: Result) -> Node:
    rows = (
        el("li", {"data-id": item.id, "data-state": state}, item.text, ": ", el("strong", "", STATES[state]), " ", link)
        for item, state in result.indicators
        for link in [el("clause", {"ref": item.clause})]
    )
    told = "Signs from research. They are shown one by one and never counted."
    signs = [el("h3", "", "Signs that behaviour is not as expected"), el("p", "", told)]
    return folded("words", "The policy's words and signs", *terms(result), *signs, el("ul", "indicators", *rows))


def keep_in_mind(result: Result) -> Node:
    beside = beside_the_place(result)
    others = [row for row in result.cautions if row not in beside]
    return folded("cautions", "Keep in mind", advice_list(others, "caution"))


def sources_of(result: Result) -> list[Node]:
    """Each source beyond the policy that a line of the result rests on, by its whole title."""
    rows = (*result.route, *result.needs_child, *result.needs_other, *result.cautions)
    named = {line.basis.source for row in rows for line in row.lines}
    named |= {reason.rule.source for reason in (*result.reasons, *result.noted)}
    return [basis((), source) for source in SOURCES if source in named]


def what_would_change_it(result: Result) -> list[Node]:
    return [
        *changes("raise", "What would raise it or change what to do", result.would_raise),
        *changes("lower", "What would lower it or change what to do", result.would_lower),
    ]


def range_section(result: Result, *more: Node) -> Node:
    return section("range", "Where it falls", *where_it_falls(result), *more, scale(result))


def body(result: Result, answers: Answers | None, *, published: bool) -> list[Node]:
    """All that comes after where it falls. What the reader need not see at once is folded."""
    return [
        why(result, answers),
        *(other_answers(answers, result) if answers else []),
        *more_to_do(result),
        *unknown(result, answers),
        *(what_would_change_it(result) if published else []),
        *needs(result),
        keep_in_mind(result),
        words_and_signs(result),
        *(clauses_in_full(result) if answers else []),
        folded("sources", "What beyond the policy this rests on", *sources_of(result)),
    ]


def to_keep_or_change() -> Node:
    return el(
        "p",
        "act actions",
        *(el("button", {"type": "button", "class": "button", "data-copy": "record"}, "Copy the record"), " "),
        *(el("button", {"type": "button", "class": "button button-quiet", "data-print": "record"}, "Print it"), " "),
        el("a", {"class": "button button-quiet", "href": "#check-answers"}, "Change an answer"),
    )


def result_tree(result: Result, answers: Answers | None = None, *, published: bool = False) -> Node:
    """The whole result: what to do, where it falls, why, then what can be opened.

    With `answers`, each can be changed, what else is not known is there too, and `["words", {"ref": clause}]` stands
    for the words of each clause that a reason rests on. What would change the result is shown only where it is that of
    a `published` example: on a live case it would coach the reader.
    """
    return el(
        "div",
        {"class": "result", "data-from": result.range.least.id, "data-to": result.range.most.id},
        what_to_do(result),
        range_section(result, *([to_keep_or_change()] if answers else [])),
        *body(result, answers, published=published),
        versions(),
    )
