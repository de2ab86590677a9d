"""What stands in for a result where Python cannot run: what to do, the answers, the worksheet and a record."""

from __future__ import annotations

from checker.advice import Advice
from checker.advice_tree import to_do_list
from checker.record import made, paper_title, record_row, to_copy, written
from checker.route import AT_ONCE, ROUTE, route_for
from checker.situation import situation_of
from checker.tree import Node, el
from overrides.pages.worksheet import worksheet_pairs, worksheet_questions

__all__ = ["by_hand"]

HIDDEN = {"hidden": "hidden"}

MIGHT = {"distress": "present"}
ABUSIVE = {"violence": "physical"}
"""Answers of which the route says a row that stands for a step."""


def row_for(given: dict[str, str], row: str) -> Advice:
    return next(advice for advice in route_for(situation_of(given)) if advice.id == row)


def section(id_: str, title: str, *nodes: Node) -> Node:
    return el("section", f"by-hand-{id_}", el("h2", {"id": f"by-hand-{id_}"}, title), *nodes)


def at_once() -> list[Node]:
    """What single answers call for at once: the page's script shows it where they are given."""
    return [
        el("div", {"data-when": f"{question}={answer}", **HIDDEN}, *to_do_list((row_for({question: answer}, row.id),)))
        for (question, answer), (row, _) in AT_ONCE.items()
    ]


def at_each_step() -> list[Node]:
    return [
        *(el("h3", "", "Step 4 or 5"), *to_do_list((row_for(ABUSIVE, "refer"),))),
        *(el("h3", "", "Step 3, or while something that is not known could make it 4"), el("p", "", "As above.")),
        *(el("h3", "", "Step 1 or 2, with nothing left that is not known"), *to_do_list((ROUTE["no-route"],))),
    ]


def record() -> Node:
    rows = (
        record_row("What this is", "A record made by hand, as the checker could not start. It is not the referral."),
        *made(),
        written("happened", "When it happened"),
        written("learned", "When it was learned, and from whom (a role, not a name)"),
        record_row("Answers", el("span", {"data-answers": ""})),
        written("step", "The step by the worksheet, and what decides it"),
        written("decision", "What was decided, and why"),
        written("told", "Who was told (a role, not a name)"),
        written("done", "What was done, and at what time"),
    )
    return el("div", "", paper_title("Record made by hand"), el("dl", "record-rows", *rows))


def by_hand() -> list[Node]:
    no_names = el("p", "", el("strong", "", "Do not write names."), " Copy it into your agency's system.")
    kept = to_copy("record", record(), "Copy the record as text", "Print the record")
    return [
        section("do", "What to do", *at_once(), *to_do_list((row_for(MIGHT, "might"),))),
        section("answers", "Your answers", el("dl", {"class": "summary", "data-all-answers": ""})),
        section("sheet", "The worksheet, with your answers marked", worksheet_questions(), worksheet_pairs()),
        section("steps", "What to do at each step", *at_each_step()),
        section("record", "The record", no_names, *kept),
    ]
