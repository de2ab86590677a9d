"""A result as a tree of elements: the page, the build and the command line show it."""

from __future__ import annotations

from collections.abc import Iterable

from checker.advice_tree import advice_list
from checker.answers import Answers
from checker.bases import basis
from checker.cautions import BESIDE_NORMAL
from checker.placed import range_text, where_it_falls
from checker.record import record_tree, versions
from checker.result import Change, OnlyTogether, Reason, Result
from checker.route import ROUTE_TURNS_ON
from checker.rulebook import TERMS
from checker.tree import Node, el, items, section
from checker.wording import answer_text, question_link

__all__ = ["page_tree", "result_tree"]

STATES = {"met": "Yes", "not_met": "No", "not_known": "Not known"}


def reason(row: Reason, *, opened: bool) -> Node:
    """A rule that the answers meet: why, in the words of the answers, and by which clause, to be `opened` where so."""
    return el(
        "li",
        {"data-id": row.rule.id},
        el("p", "because", row.because),
        basis((row.rule.clause,), row.rule.source),
        *([el("words", {"ref": row.rule.clause})] if opened and row.rule.clause else []),
    )


def links(class_: str, questions: Iterable[str]) -> Node:
    return el("ul", class_, *(el("li", {"data-id": question}, question_link(question)) for question in questions))


def together(row: OnlyTogether) -> Node:
    said = el("p", "", answer_text(row.question, row.option), ". This counts only with an answer to:")
    return el("li", {"data-id": row.question}, said, links("beside", row.beside))


def why(result: Result, *, opened: bool) -> Node:
    nodes: list[Node] = [el("ul", "reasons", *(reason(row, opened=opened) for row in result.reasons))]
    if result.noted:
        nodes += [
            el("h3", "", "Also noted"),
            el("ul", "reasons", *(reason(row, opened=opened) for row in result.noted)),
        ]
    if result.only_together:
        nodes += [
            el("h3", "", "Counts only with another answer"),
            el("ul", "only-together", *map(together, result.only_together)),
        ]
    return section("why", "Why", *nodes)


def unknown(result: Result, answers: Answers | None) -> list[Node]:
    """What is not known and would move the place; with `answers`, then what else would change what to do."""
    told = "If you tell someone, say that these are not known. The answers that would settle most come first."
    graded = [el("p", "", told), links("unknown", result.unknown)] if result.unknown else []
    others = set(answers.open if answers else ()) - set(result.unknown)
    turning = [question for question in ROUTE_TURNS_ON if question in others]
    told = "Say this too, if it is not known. It changes what to do."
    also = [el("p", "", told), links("turning", turning)] if turning else []
    lists = [*graded, *also]
    return [section("unknown", "Do not ask the child. Do not wait to find out.", *lists)] if lists else []


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
    return [el("details", {"class": f"result-{id_}"}, el("summary", "", title), items(id_, answers))] if answers else []


def needs(result: Result) -> list[Node]:
    both = (("The child whose behaviour it is", result.needs_child), ("Anyone who was harmed", result.needs_other))
    lists = [node for title, rows in both if rows for node in (el("h3", "", title), advice_list(rows, "ul", "needs"))]
    return [section("needs", "The needs of each person", *lists)] if lists else []


def terms(result: Result) -> list[Node]:
    """The policy's words for such behaviour, where it has any."""
    rows = [(title, " ", el("clause", {"ref": clause})) for title, clause in map(TERMS.__getitem__, result.terms)]
    return [section("terms", "Words the policy uses", items("terms", rows))] if rows else []


def indicators(result: Result) -> Node:
    rows = (
        el("li", {"data-id": item.id, "data-state": state}, item.text, ": ", el("strong", "", STATES[state]), " ", link)
        for item, state in result.indicators
        for link in [el("clause", {"ref": item.clause})]
    )
    told = "Six signs that the policy quotes from research. They are shown one by one and never counted."
    return section(
        "indicators", "Signs that behaviour is not as expected", el("p", "", told), el("ul", "indicators", *rows)
    )


def what_would_change_it(result: Result) -> list[Node]:
    return [
        *changes("raise", "Answers that would raise this, or change what to do", result.would_raise),
        *changes("lower", "Answers that would lower this, or change what to do", result.would_lower),
    ]


def result_tree(result: Result, answers: Answers | None = None, *, published: bool = False) -> Node:
    """The whole result: what to do, where it falls, why, what is not known, needs, cautions.

    With `answers`, what else is not known is there too, and each reason brings `["words", {"ref": clause}]`: its
    clause's words, for whoever shows it. What would change the result is shown only where it is that of a `published`
    example: on a live case it would coach the reader.
    """
    ends = {"data-from": result.range.least.id, "data-to": result.range.most.id}
    others = [row for row in result.cautions if row != BESIDE_NORMAL]
    return el(
        "div",
        {"class": "result", **ends},
        section("do", "What to do", advice_list(result.route, "ol", "route")),
        section("range", "Where it falls", *where_it_falls(result)),
        why(result, opened=answers is not None),
        *unknown(result, answers),
        *(what_would_change_it(result) if published else []),
        *needs(result),
        *terms(result),
        indicators(result),
        section("cautions", "Keep in mind", advice_list(others, "ul", "caution")),
        versions(),
    )


def page_tree(answers: Answers, result: Result, *, published: bool = False) -> Node:
    """What the page shows: the result, each reason with its clause's words, and the record.

    Of a `published` example, what would change the result too.
    """
    again = el("p", "", el("a", {"href": "#check-answers"}, "Check or change your answers"))
    return [*result_tree(result, answers, published=published), record_tree(answers, result), again]
