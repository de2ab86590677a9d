"""The record of a result: what a file needs, on one page, for whoever prints or copies it."""

from __future__ import annotations

from checker.answers import Answers
from checker.bases import basis
from checker.cautions import BESIDE_NORMAL, CAUTIONS
from checker.describe import VERSIONS
from checker.placed import placed
from checker.reasons import because
from checker.result import Result
from checker.rulebook import QUESTIONS
from checker.tree import Node, el, section
from checker.wording import answer_words

__all__ = ["record_row", "record_tree", "versions"]


def versions() -> Node:
    """What a result was made with."""
    rules = str(VERSIONS["rules"])
    return el(
        "p", "versions", f"Checker {VERSIONS['checker']}, rules {rules[:12]}, policy edition {VERSIONS['policy']}."
    )


def record_row(term: str, *nodes: Node) -> Node:
    return el("div", "", el("dt", "", term), el("dd", "", *nodes))


def written(name: str, term: str, kind: str) -> Node:
    """A field that only the reader can fill in. What is typed is set beside it too, for paper and for copying."""
    field = el(kind, {"aria-label": term, "autocomplete": "off", "data-written": name})
    return record_row(term, field, el("span", "typed"))


def not_known(answers: Answers) -> list[Node]:
    """The questions that have no answer, where there are any."""
    asks = [node for question in answers.open for node in (el("li", "", QUESTIONS[question].asks), " ")]
    return [record_row("Not known", el("ul", "in-line", *asks))] if asks else []


def not_approval(result: Result) -> list[Node]:
    """The caution that normal is never without."""
    return [record_row("Bear in mind", BESIDE_NORMAL.text)] if BESIDE_NORMAL in result.cautions else []


def why(result: Result) -> list[Node]:
    """For each clause or source in turn, the answers that meet it: each once, though several rules ask for it."""
    met: dict[tuple[str, str], dict[str, str]] = {}
    for reason in (*result.reasons, *result.noted):
        met.setdefault((reason.rule.clause, reason.rule.source), {}).update(reason.answers)
    return [el("li", "", because(by), " ", *basis((clause,), source)[2:]) for (clause, source), by in met.items()]


def rows(answers: Answers, result: Result) -> list[Node]:
    """What is known and what was said to do, then what only the reader can add."""
    return [
        record_row("What this is", f"{CAUTIONS['screening-aid'].text} It is not the referral."),
        record_row("Made on", el("span", {"data-now": ""})),
        record_row("Made with", versions()),
        record_row("Where it falls", " ".join(placed(result))),
        *not_approval(result),
        record_row("What to do", el("ol", "", *(el("li", "", row.text.replace("\n", " ")) for row in result.route))),
        record_row("Why: what the answers meet", el("ul", "", *why(result))),
        *(
            record_row(QUESTIONS[question].asks, answer_words(question, value))
            for question, value in answers.given.items()
        ),
        *not_known(answers),
        written("judgement", "My judgement differs, because", "textarea"),
        written("told", "Who was told (a role, not a name)", "input"),
    ]


def button(data: str, text: str) -> Node:
    return el("button", {"type": "button", "class": "button button-quiet", data: ""}, text)


def record_tree(answers: Answers, result: Result) -> Node:
    """All that a file needs on one page. It has no place for a name, and is kept by whoever prints or copies it."""
    no_names = el("strong", "", "Do not write names.")
    return section(
        "record",
        "A record to keep",
        el("p", "", no_names, " Copy it into your agency's system. This is not the referral."),
        el("dl", {"class": "record-rows", "data-record": ""}, *rows(answers, result)),
        el("p", "actions", button("data-print", "Print this record"), " ", button("data-copy", "Copy it as text")),
    )
