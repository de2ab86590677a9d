"""A result as a tree of elements: the page, the build and the command line show it."""

from __future__ import annotations

from collections.abc import Iterable

from checker.advice import Advice
from checker.advice_tree import advice_list
from checker.answers import Answers
from checker.bases import basis
from checker.cautions import BESIDE_NORMAL, CAUTIONS
from checker.describe import VERSIONS
from checker.model import Choice, Value
from checker.placed import placed, range_text, scale
from checker.result import Change, Reason, Result
from checker.route import ROUTE_TURNS_ON, to_do
from checker.rulebook import QUESTIONS, TERMS
from checker.tree import Node, el, items, section

__all__ = [
    "answer_text",
    "answer_words",
    "page_tree",
    "progress_tree",
    "question_link",
    "record_tree",
    "result_tree",
    "where_it_falls",
]

STATES = {"met": "Yes", "not_met": "No", "not_known": "Not known"}


def answer_text(question: str, option: str) -> str:
    asked = QUESTIONS[question]
    assert isinstance(asked, Choice)
    return next(found.text for found in asked.options if found.id == option)


def answer_words(question: str, value: Value) -> str:
    """An answer as the form words it; several, one after the other."""
    chosen = value if isinstance(value, tuple) else (value,)
    asked = QUESTIONS[question]
    return ", ".join(answer_text(question, str(each)) if isinstance(asked, Choice) else str(each) for each in chosen)


def reason(row: Reason, *, opened: bool) -> Node:
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
        *([el("words", {"ref": row.rule.clause})] if opened and row.rule.clause else []),
    )


def why(result: Result, *, opened: bool) -> Node:
    nodes: list[Node] = [el("ul", "reasons", *(reason(row, opened=opened) for row in result.reasons))]
    if result.noted:
        nodes += [
            el("h3", "", "Also noted"),
            el("ul", "reasons", *(reason(row, opened=opened) for row in result.noted)),
        ]
    return section("why", "Why", *nodes)


def question_link(question: str) -> Node:
    return el("a", {"href": f"#q-{question}"}, QUESTIONS[question].asks)


def links(class_: str, questions: Iterable[str]) -> Node:
    return el("ul", class_, *(el("li", {"data-id": question}, question_link(question)) for question in questions))


def unknown(result: Result, answers: Answers | None) -> list[Node]:
    told = "If you tell someone, say that these are not known. The answers that would settle most come first."
    graded = [el("p", "", told), links("unknown", result.unknown)] if result.unknown else []
    open_ = set(answers.open if answers else ()) - set(result.unknown)
    turning = [question for question in ROUTE_TURNS_ON if question in open_]
    told = "Say this too, if it is not known. It changes what to do."
    also = [el("p", "", told), links("turning", turning)] if turning else []
    found = [*graded, *also]
    return [section("unknown", "Do not ask the child. Do not wait to find out.", *found)] if found else []


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


def first(rows: tuple[Advice, ...]) -> Node:
    """What comes before all else: how the route begins, and who to call for it."""
    row = rows[0]
    line, *more = row.lines[:2]
    told = [el("p", "first-line", line.text), *(el("p", "", other.text) for other in more)]
    contacts = [el("ul", "contacts", *(el("contact", {"ref": ref}) for ref in row.contacts))] if row.contacts else []
    return section("first", "Do this first", *told, *contacts)


def where_it_falls(result: Result, *, so_far: bool = False) -> list[Node]:
    """Where it falls, in sentences and as a scale. Normal never stands without its caution beside it."""
    beside = BESIDE_NORMAL in result.cautions and not (so_far and result.range.width)
    cautions = [advice_list([BESIDE_NORMAL], "ul", "caution")] if beside else []
    return [el("p", "placed", " ".join(placed(result))), *cautions, scale(result.range)]


def result_tree(result: Result, answers: Answers | None = None) -> Node:
    """The whole result: what comes first, where it falls, what to do, why, what is not known, needs, cautions.

    With `answers`, what else is not known is there too, and each reason brings `["words", {"ref": clause}]`: its
    clause's words, for whoever shows it.
    """
    least, most = result.range.least, result.range.most
    others = [row for row in result.cautions if row != BESIDE_NORMAL]
    return el(
        "div",
        {"class": "result", "data-from": least.id, "data-to": most.id},
        first(to_do(result.route)),
        section(
            "range",
            "Where it falls",
            *where_it_falls(result),
        ),
        section("do", "What to do", advice_list(to_do(result.route), "ol", "route")),
        why(result, opened=answers is not None),
        *unknown(result, answers),
        *changes("raise", "Answers that would raise this, or change what to do", result.would_raise),
        *changes(
            "lower",
            "Answers that would lower this, or change what to do (shown for published examples only)",
            result.would_lower,
        ),
        *needs(result),
        *terms(result),
        indicators(result),
        section("cautions", "Keep in mind", advice_list(others, "ul", "caution")),
        versions(),
    )


def progress_tree(result: Result, *, enough: bool) -> Node:
    """Where the answers so far fall, while they are being given; and that no further one can change it, where so."""
    told = [el("p", "enough", ENOUGH)] if enough else []
    return el("div", "progress", el("div", "so-far", *where_it_falls(result, so_far=True)), *told)


ENOUGH = "Enough is known: no other answer can move it. Check your answers, or show the result."


def record_row(term: str, *nodes: Node) -> Node:
    return el("div", "", el("dt", "", term), el("dd", "", *nodes))


def written(term: str, kind: str) -> Node:
    """A field that only the reader can fill in. What is typed is set beside it too, for paper and for copying."""
    field = el(kind, {"aria-label": term, "autocomplete": "off"})
    return record_row(term, field, el("span", "typed"))


def not_known(answers: Answers) -> list[Node]:
    asks = [node for question in answers.open for node in (el("li", "", QUESTIONS[question].asks), " ")]
    return [record_row("Not known", el("ul", "in-line", *asks))] if asks else []


def not_approval(result: Result) -> list[Node]:
    return [record_row("Bear in mind", BESIDE_NORMAL.text)] if BESIDE_NORMAL in result.cautions else []


def record_tree(answers: Answers, result: Result) -> Node:
    """All that a file needs on one page. It has no place for a name, and is kept by whoever prints or copies it."""
    reasons = (
        el("li", "", row.rule.because, " ", *basis((row.rule.clause,), row.rule.source)[2:])
        for row in (*result.reasons, *result.noted)
    )
    return section(
        "record",
        "A record to keep",
        el(
            "p",
            "",
            el("strong", "", "Do not write names."),
            " Copy it into your agency's system. This is not the referral.",
        ),
        el(
            "dl",
            {"class": "record-rows", "data-record": ""},
            record_row("What this is", f"{CAUTIONS['screening-aid'].text} It is not the referral."),
            record_row("Made on", el("span", {"data-now": ""})),
            record_row("Made with", versions()),
            record_row("Where it falls", " ".join(placed(result))),
            *not_approval(result),
            record_row("What to do", el("ol", "", *(el("li", "", row.lines[0].text) for row in to_do(result.route)))),
            record_row("Why: the rules that the answers meet", el("ul", "", *reasons)),
            *(record_row(QUESTIONS[q].asks, answer_words(q, value)) for q, value in answers.given.items()),
            *not_known(answers),
            written("My judgement differs, because", "textarea"),
            written("Who was told (a role, not a name)", "input"),
        ),
        el(
            "p",
            "actions",
            el("button", {"type": "button", "class": "button button-quiet", "data-print": ""}, "Print this record"),
            " ",
            el("button", {"type": "button", "class": "button button-quiet", "data-copy": ""}, "Copy it as text"),
        ),
    )


def page_tree(answers: Answers, result: Result) -> Node:
    """What the page shows: the result, each reason with its clause's words, and the record."""
    again = el("p", "", el("a", {"href": "#check-answers"}, "Check or change your answers"))
    return [*result_tree(result, answers), record_tree(answers, result), again]
