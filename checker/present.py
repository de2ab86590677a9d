"""A result as a tree of elements: the page, the build and the command line show it."""

from __future__ import annotations

from collections.abc import Iterable

from checker.advice import NO_ANSWERS_YET
from checker.describe import VERSIONS
from checker.model import Choice, Step
from checker.placed import placed, range_text, scale
from checker.result import Advice, Change, Reason, Result
from checker.rulebook import QUESTIONS, TERMS
from checker.tree import Node, advice_list, basis, el, items, section

__all__ = ["answer_text", "question_link", "result_tree"]

STATES = {"met": "Yes", "not_met": "No", "not_known": "Not known"}


def answer_text(question: str, option: str) -> str:
    asked = QUESTIONS[question]
    assert isinstance(asked, Choice)
    return next(found.text for found in asked.options if found.id == option)


def reason(row: Reason) -> Node:
    answers = [
        (el("span", "asked", QUESTIONS[question].asks), " ", el("span", "answered", answer_text(question, option)))
        for question, option in row.answers.items()
    ]
    shown = [items("reason-answers", answers)] if answers else []
    return el(
        "li",
        {"data-id": row.rule.id},
        el("p", "because", row.rule.because),
        *shown,
        basis((row.rule.clause,), row.rule.source),
    )


def why(result: Result) -> Node:
    nodes: list[Node] = [el("ul", "reasons", *map(reason, result.reasons))]
    if result.noted:
        nodes += [el("h3", "", "Also noted"), el("ul", "reasons", *map(reason, result.noted))]
    return section("why", "Why", *nodes)


def question_link(question: str) -> Node:
    return el("a", {"href": f"#q-{question}"}, QUESTIONS[question].asks)


def unknown(result: Result) -> list[Node]:
    if not result.unknown:
        return []
    told = "If you tell someone, say that these are not known. The answers that would settle most come first."
    return [
        section(
            "unknown",
            "Do not ask the child. Do not wait to find out.",
            el("p", "", told),
            el("ul", "unknown", *(el("li", {"data-id": q}, question_link(q)) for q in result.unknown)),
        )
    ]


def changes(id_: str, title: str, rows: Iterable[Change]) -> list[Node]:
    shown = [
        (
            question_link(row.question),
            " ",
            el("span", "answered", answer_text(row.question, row.option)),
            ":",
            range_text(row.range),
        )
        for row in rows
    ]
    return [el("details", {"class": f"result-{id_}"}, el("summary", "", title), items(id_, shown))] if shown else []


def needs(result: Result) -> list[Node]:
    both = (("The child whose behaviour it is", result.needs_child), ("Anyone who was harmed", result.needs_other))
    shown = [node for title, rows in both if rows for node in (el("h3", "", title), advice_list(rows, "ul", "needs"))]
    return [section("needs", "The needs of each person", *shown)] if shown else []


def terms(result: Result) -> list[Node]:
    if not result.terms:
        return []
    shown = ((TERMS[term][0], " ", el("clause", {"ref": TERMS[term][1]})) for term in result.terms)
    return [section("terms", "Words the policy uses", items("terms", shown))]


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


def versions() -> Node:
    rules = str(VERSIONS["rules"])
    return el(
        "p", "versions", f"Checker {VERSIONS['checker']}, rules {rules[:12]}, policy edition {VERSIONS['policy']}."
    )


SAYS_WHOM_TO_TELL = {"refer", "might", "assess", "no-route"}


def to_do(result: Result) -> tuple[Advice, ...]:
    """The route; where none of its rows says whom to tell, with one that does, before the last."""
    if SAYS_WHOM_TO_TELL & {row.id for row in result.route}:
        return result.route
    return (*result.route[:-1], NO_ANSWERS_YET, result.route[-1])


def result_tree(result: Result) -> Node:
    """The whole result: what to do first, then where it falls, why, what is not known, needs, signs and cautions."""
    least, most = result.range.least, result.range.most
    beside_normal = [advice_list(result.cautions[:1], "ul", "caution")] if least == Step.NORMAL else []
    return el(
        "div",
        {"class": "result", "data-from": least.id, "data-to": most.id},
        section("do", "What to do", advice_list(to_do(result), "ol", "route")),
        section(
            "range",
            "Where it falls on the continuum",
            el("p", "placed", " ".join(placed(result))),
            scale(result.range),
            *beside_normal,
        ),
        why(result),
        *unknown(result),
        *changes("raise", "Answers that would raise this, or change what to do", result.would_raise),
        *changes(
            "lower",
            "Answers that would lower this, or change what to do (shown for published examples only)",
            result.would_lower,
        ),
        *needs(result),
        *terms(result),
        indicators(result),
        section("cautions", "Keep in mind", advice_list(result.cautions[len(beside_normal) :], "ul", "caution")),
        versions(),
    )
