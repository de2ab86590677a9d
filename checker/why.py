"""Why, by answer: what each answer that counts meets, and by which clause; then the answers that moved nothing."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from checker.answers import Answers
from checker.bases import clause_links, mark
from checker.model import Step
from checker.reasons import because
from checker.result import OnlyTogether, Reason, Result
from checker.route import COUNT_TOGETHER
from checker.rulebook import QUESTIONS
from checker.thresholds import AT_LEAST
from checker.tree import Node, el, folded, joined, section
from checker.wording import answer_text, answer_words

__all__ = ["NOTHING_YET", "by_answer", "clauses_in_full", "met_line", "not_placed", "other_answers", "why"]

NOTHING_YET = "No answer so far decides a step."
MOVES_NOTHING = " This moves no step by itself."
PLUS = "+"
WITH_ANOTHER = f"{PLUS} counts together with another of these answers."


def not_placed(result: Result) -> bool:
    """Whether nothing known goes beyond normal while more is not ruled out: normal is no reason for anything then."""
    return result.range.least == Step.NORMAL and result.range.width > 0


def change_link(question: str) -> Node:
    name = QUESTIONS[question].name
    return el("a", {"class": "change", "href": f"#q-{question}"}, "Change", el("span", "unseen", f" {name}"))


def partners(question: str, reason: Reason) -> str:
    """The other answers that a rule asks for, by the names of their questions."""
    others = [QUESTIONS[other].name for other in reason.answers if other != question]
    return f" (with {joined(others, 'and')})" if others else ""


def met_line(question: str, reasons: list[Reason]) -> list[Node]:
    """An answer by its own phrase, and all that it meets, in full."""
    met = [[*mark((r.rule.clause,), r.rule.source), partners(question, r)] for r in reasons]
    spaced = [node for each in met for node in (" ", each)]
    return [el("strong", "because", because({question: reasons[0].answers[question]})), *spaced]


def grounds(reasons: Sequence[Reason]) -> list[Node]:
    """What an answer meets, in short: each clause or source once, with a plus where it takes another answer too."""
    alone = {(r.rule.clause, r.rule.source) for r in reasons if len(r.answers) == 1}
    ordered = dict.fromkeys((r.rule.clause, r.rule.source) for r in reasons)
    plus = {basis: [] if basis in alone else [PLUS] for basis in ordered}
    links = [node for clause, source in ordered if clause for node in (*clause_links([clause]), *plus[clause, source])]
    policy = [" ", el("span", "mark mark-policy", el("strong", "", "Policy"), *links)] if links else []
    beyond = [[*mark((), source), *plus[clause, source]] for clause, source in ordered if source]
    return [*policy, *(node for each in beyond for node in (" ", each))]


def reason_row(question: str, reasons: list[Reason], *, changeable: bool) -> Node:
    rules = " ".join(reason.rule.id for reason in reasons)
    change = [" ", change_link(question)] if changeable else []
    phrase = el("strong", "because", because({question: reasons[0].answers[question]}))
    return el("li", {"data-id": question, "data-rules": rules}, phrase, *grounds(reasons), *change)


def by_answer(reasons: Iterable[Reason]) -> dict[str, list[Reason]]:
    """The answers that the reasons rest on, in their order, each with its reasons."""
    met: dict[str, list[Reason]] = {}
    for reason in reasons:
        for question in reason.answers:
            met.setdefault(question, []).append(reason)
    return met


def floor_row(reason: Reason) -> Node:
    rule = reason.rule
    told = (el("strong", "because", reason.because), " ", mark((rule.clause,), rule.source))
    return el("li", {"data-id": rule.id, "data-rules": rule.id}, *told)


def counted_in_what_to_do(row: OnlyTogether, answers: Answers | None, result: Result) -> bool:
    """Whether the answer counts already: not for the step, but for what to do where a child is under 13."""
    given = answers.given if answers else {}
    together = (when for when in COUNT_TOGETHER if row.question in when)
    met = any(
        all(q in given and AT_LEAST[q][o] & ~AT_LEAST[q][str(given[q])] == 0 for q, o in when.items())
        for when in together
    )
    return met and any(row.id.startswith("under-13") for row in result.route)


def together_row(row: OnlyTogether, answers: Answers | None) -> Node:
    """An answer that counts only with another: with which of those that are not given."""
    given = answers.given if answers else {}
    names = [QUESTIONS[other].name for other in row.beside if other not in given]
    said = f" This counts only with another answer, such as {joined(names[:2], 'or')}." if names else MOVES_NOTHING
    text = answer_text(row.question, row.option)
    changeable = [" ", change_link(row.question)] if answers else []
    return el("li", {"data-id": row.question}, el("strong", "because", f"{text}."), said, *changeable)


def why(result: Result, answers: Answers | None) -> Node:
    """The reader's answers that count, a line each, most concerning first. With `answers`, each can be changed."""
    changeable = answers is not None
    met = by_answer((*result.reasons, *result.noted))
    first = {question for reason in result.reasons for question in reason.answers}
    floor = [floor_row(reason) for reason in result.reasons if not reason.answers]
    rows = {question: reason_row(question, reasons, changeable=changeable) for question, reasons in met.items()}
    decide = [*(row for question, row in rows.items() if question in first), *floor]
    noted = [row for question, row in rows.items() if question not in first]
    alone = [row for row in result.only_together if not counted_in_what_to_do(row, answers, result)]
    nodes = [el("p", "", NOTHING_YET)] if not_placed(result) else [el("ul", "reasons", *decide)]
    if noted:
        nodes += [el("h3", "", "Also noted"), el("ul", "reasons", *noted)]
    if any(len(reason.answers) > 1 for reason in (*result.reasons, *result.noted)):
        nodes.append(el("p", "plus", WITH_ANOTHER))
    if alone:
        nodes.append(el("ul", "only-together", *(together_row(row, answers) for row in alone)))
    return section("why", "Why", *nodes)


def other_answers(answers: Answers, result: Result) -> list[Node]:
    """The answers that stand in no line of why, each to be changed."""
    told = {question for reason in (*result.reasons, *result.noted) for question in reason.answers}
    told |= {row.question for row in result.only_together if not counted_in_what_to_do(row, answers, result)}
    rows = [
        el(
            "li",
            {"data-id": question},
            f"{QUESTIONS[question].asks} ",
            el("strong", "", answer_words(question, value)),
            " ",
            change_link(question),
        )
        for question, value in answers.given.items()
        if question not in told
    ]
    return [folded("answers", "Your other answers", el("ul", "answers", *rows))] if rows else []


def clauses_in_full(result: Result) -> list[Node]:
    """The words of each clause that a reason rests on, once; whoever shows the tree fills them in."""
    clauses = dict.fromkeys(r.rule.clause for r in (*result.reasons, *result.noted) if r.rule.clause and r.answers)
    words = [el("words", {"ref": clause}) for clause in clauses]
    return [folded("clauses", "The clauses in full", *words)] if words else []
